#include "display/noting.h"

#include <algorithm>
#include <utility>

namespace mn {
namespace {

std::uint32_t newest_card(const Show& show) {
  std::uint32_t newest = 0;
  for (const Announcement& announcement : show.announcing.on) newest = std::max(newest, announcement.id);
  return newest;
}

void settle(Noting& noting, const Show& show, std::string epoch) {
  noting = {};
  noting.epoch = std::move(epoch);
  noting.position = show.folded.position;
  noting.card = newest_card(show);
}

}  // namespace

BookLine note_began(Noting& noting, const Show& show, std::string epoch, std::int64_t now_ms) {
  settle(noting, show, std::move(epoch));
  return {now_ms, noted::Began{noting.position, noting.epoch, heads_digest(show.folded.tally.heads)}};
}

BookLine note_resumed(Noting& noting, const Show& show, std::string epoch, std::int64_t now_ms) {
  settle(noting, show, std::move(epoch));
  return {now_ms, noted::Resumed{}};
}

std::vector<BookLine> note_turn(Noting& noting, const Show& show, std::int64_t now_ms) {
  std::vector<BookLine> lines;
  if (!show.known) return lines;
  if (show.folded.position != noting.position) {
    noting.position = show.folded.position;
    lines.push_back({now_ms, noted::Took{noting.position}});
  }
  if (const std::uint32_t card = newest_card(show); card > noting.card) {
    noting.card = card;
    lines.push_back({now_ms, noted::Turned{card}});
  }
  if (const bool waiting = waits(show, now_ms); waiting != noting.waits) {
    noting.waits = waiting;
    lines.push_back({now_ms, noted::Waits{waiting}});
  }
  const Direction& direction = show.direction;
  const bool turned = direction.scene != noting.scene || direction.since_ms != noting.scene_since_ms;
  const bool due = now_ms - noting.marked_ms >= kMarkEveryMs && noting.position != noting.marked_position;
  if (turned || due) {
    noting.scene = direction.scene;
    noting.scene_since_ms = direction.since_ms;
    noting.marked_ms = now_ms;
    noting.marked_position = noting.position;
    lines.push_back({now_ms, mark_of(show, noting.epoch)});
  }
  return lines;
}

}  // namespace mn
