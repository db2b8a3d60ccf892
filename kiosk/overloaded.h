// For std::visit: one handler an alternative, chosen like an overloaded function.
#pragma once

namespace mn::kiosk {

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

}  // namespace mn::kiosk
