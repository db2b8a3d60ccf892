// mangnon-render-sounds: plays the score into files, and says how loud each came out. For whoever changes the music;
// assets/sound is made of what it writes (see encode.sh).
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>

#include "assets/music/render.h"

namespace {

using namespace mn::music;

bool write(const std::string& path, const std::vector<std::uint8_t>& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return !out.fail();
}

}  // namespace

int main(int argc, char** argv) {
  std::string folder = ".";
  std::string only;
  CLI::App app("Renders the hall's music.", "mangnon-render-sounds");
  app.add_option("folder", folder, "where the WAV files go (default: here)");
  app.add_option("--only", only, "one piece by its name");
  CLI11_PARSE(app, argc, argv);
  for (const Piece& piece : pieces()) {
    if (!only.empty() && piece.name != only) continue;
    const Sides sides = rendered(piece);
    const std::string path = folder + "/" + std::string(piece.name) + ".wav";
    if (!write(path, wave_file(sides))) {
      std::fprintf(stderr, "mangnon-render-sounds: %s cannot be written\n", path.c_str());
      return 1;
    }
    std::printf("%-16s %6.2f s  %6.1f LUFS (%s)  true peak %6.1f dBFS\n", std::string(piece.name).c_str(),
                piece.seconds, loudness_of(piece, sides),
                piece.measured == Measured::moment ? "its loudest moment" : "all of it", true_peak(sides));
  }
  return 0;
}
