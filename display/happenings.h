// What the show did of late that can be heard: the bridge from its rules to display/sounding.h. Pure.
#pragma once

#include <vector>

#include "display/show.h"
#include "display/sounding.h"

namespace mn {

// Cards that are on, the moment that is celebrated, the closing announcement; each at the time it is first seen. Give
// all of them to listen() in every turn: it knows which it has heard.
std::vector<Happening> happenings_of(const Show& show);

}  // namespace mn
