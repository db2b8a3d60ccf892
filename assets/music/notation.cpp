#include "assets/music/notation.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>

#include "core/check.h"

namespace mn::music {
namespace {

constexpr double kUnitsABeat = 4;
constexpr double kStrumSeconds = 0.022;
constexpr double kSpreadSeconds = 0.075;
constexpr double kRepeatSeconds = 0.098;
constexpr double kUnevenSeconds = 0.007;  // no hand is a clock
constexpr double kUnevenStrength = 0.07;

struct Word {
  std::vector<double> hertz;  // none: a rest
  double units = 0;
  double strength = 1;
  bool repeated = false;
  bool slid = false;
  bool spread = false;
};

double hertz_of(char letter, char octave) {
  constexpr std::string_view kLetters = "C D EF G A B";
  const std::size_t semitone = kLetters.find(letter);
  MN_CHECK(semitone != std::string_view::npos && letter != ' ', "a note is one of C D E F G A B");
  MN_CHECK(octave >= '1' && octave <= '8', "an octave is 1 to 8");
  const double from_a4 = static_cast<double>(semitone) - 9 + 12.0 * (octave - '4');
  return 440 * std::pow(2.0, from_a4 / 12);
}

Word read_word(const std::string& text) {
  Word word;
  const std::size_t dot = text.find('.');
  MN_CHECK(dot != std::string::npos, "a note has a length");
  if (text[0] != '-') {
    MN_CHECK(dot % 3 == 2, "a note is a letter and an octave");
    for (std::size_t at = 0; at < dot; at += 3) {
      MN_CHECK(at + 2 == dot || text[at + 2] == '+', "notes together are joined by +");
      word.hertz.push_back(hertz_of(text[at], text[at + 1]));
    }
  }
  std::size_t used = 0;
  word.units = std::stod(text.substr(dot + 1), &used);
  MN_CHECK(word.units > 0, "a note lasts");
  for (const char mark : text.substr(dot + 1 + used)) {
    MN_CHECK(std::string_view("><~^%").find(mark) != std::string_view::npos, "a mark of music/score.h");
    if (mark == '>') word.strength *= 1.25;
    if (mark == '<') word.strength *= 0.7;
    word.repeated |= mark == '~';
    word.slid |= mark == '^';
    word.spread |= mark == '%';
  }
  return word;
}

std::vector<Word> read_words(std::string_view notes) {
  std::vector<Word> words;
  std::istringstream in{std::string(notes)};
  double units = 0;
  for (std::string text; in >> text;) {
    if (text[0] == '|') {
      MN_CHECK(std::abs(std::remainder(units, kUnitsABeat)) < 1e-9, "a bar ends with a beat");
      text.erase(0, 1);
      if (text.empty()) continue;
    }
    words.push_back(read_word(text));
    units += words.back().units;
  }
  return words;
}

class Reader {
 public:
  Reader(const Line& line, const Tempo& tempo) : line_(line), tempo_(tempo), hand_(line.notes.size() * 7919) {}

  std::vector<Placed> read() {
    const std::vector<Word> words = read_words(line_.notes);
    double whole = 0;
    for (const Word& word : words) whole += word.units;
    double units = 0;
    for (const Word& word : words) {
      const double along = whole > word.units ? units / (whole - word.units) : 0;
      const double loud = line_.loud_from + (line_.loud_to - line_.loud_from) * std::min(1.0, along);
      const double begin = seconds_at(tempo_, line_.from_beat + units / kUnitsABeat);
      const double end = seconds_at(tempo_, line_.from_beat + (units + word.units) / kUnitsABeat);
      if (word.repeated) {
        repeat(word, begin, end, loud);
      } else {
        stroke(word, begin, end - begin, loud);
      }
      units += word.units;
    }
    return std::move(out_);
  }

 private:
  void stroke(const Word& word, double begin, double seconds, double loud) {
    const double apart = word.spread ? kSpreadSeconds : kStrumSeconds;
    double late = kUnevenSeconds * (1 + hand_.next());
    for (const double hertz : word.hertz) {
      const double strength = std::clamp(loud * word.strength * (1 + kUnevenStrength * hand_.next()), 0.02, 1.0);
      const auto chance = static_cast<std::uint32_t>(1 + out_.size() * 31 + line_.notes.size());
      out_.push_back(
          {{hertz, seconds, strength, word.slid ? -2.0 : 0.0, chance}, begin + late, line_.place, line_.instrument});
      late += apart;
    }
  }

  // Quickly again and again, swelling as a hand does it.
  void repeat(const Word& word, double begin, double end, double loud) {
    const auto count = std::max(2, static_cast<int>(std::lround((end - begin) / kRepeatSeconds)));
    for (int index = 0; index < count; ++index) {
      const double along = static_cast<double>(index) / count;
      Word one = word;
      one.slid = word.slid && index == 0;
      one.strength *= (0.62 + 0.38 * along) * (index % 2 == 0 ? 1 : 0.86);
      const double at = begin + (end - begin) * along;
      stroke(one, at, (end - begin) / count * (index + 1 == count ? 3 : 1.2), loud);
    }
  }

  const Line& line_;
  const Tempo& tempo_;
  Noise hand_;
  std::vector<Placed> out_;
};

}  // namespace

double seconds_at(const Tempo& tempo, double beat) {
  const double slow = std::max(0.0, beat - tempo.slows_from_beat);
  return 60 / tempo.beats_a_minute * (beat + tempo.slower_each_beat * slow * slow / 2);
}

std::vector<Placed> read_line(const Line& line, const Tempo& tempo) { return Reader(line, tempo).read(); }

}  // namespace mn::music
