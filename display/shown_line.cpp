#include "display/shown_line.h"

#include <fmt/format.h>

namespace mn {

Digest heads_digest(const std::map<OriginId, Head>& heads) {
  std::string lines;
  for (const auto& [origin, head] : heads) {
    lines += fmt::format("{} {} {}\n", origin_text(origin), head.seq, to_hex(head.digest));
  }
  return sha256(view_of(lines));
}

std::string shown_line(const Picture& picture, const Show& show) {
  if (picture.scene == Scene::starting) return R"({"scene":"starting"})";
  return fmt::format(R"({{"scene":"tally","pledged":{},"count":{},"received":{},"position":{},"heads":"{}"}})",
                     picture.pledged_shown.dong, picture.count, picture.received_shown.dong, show.folded.position,
                     to_hex(heads_digest(show.folded.tally.heads)));
}

}  // namespace mn
