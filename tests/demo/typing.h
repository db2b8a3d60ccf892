// How a Vietnamese name is typed on the kiosk's keyboard: letters first, the tone at the end of each word.
#pragma once

#include <string>
#include <vector>

namespace mn::demo {

// Labels of the keys to press, in order: "N", "g", …, "sắc", "space". Letters with marks that have keys of their own (ă
// â đ ê ô ơ ư) stay whole; the five tones become their keys.
std::vector<std::string> key_labels(const std::string& name);

}  // namespace mn::demo
