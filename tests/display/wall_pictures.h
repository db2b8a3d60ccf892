// The states in which every wall is looked at, by machine and by eye: from an empty evening to a goal that is reached.
// Names are invented.
#pragma once

#include <string>
#include <vector>

#include "core/campaign.h"
#include "core/words.h"
#include "display/picture.h"

namespace mn::test {

struct WallPicture {
  std::string name;
  Picture picture;
};
std::vector<WallPicture> wall_pictures(const Campaign& campaign, Language language);

}  // namespace mn::test
