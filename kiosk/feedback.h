// What a finger hears: one short sound for what happened, never two. Pure; whether and how loud is the house's setting.
#pragma once

#include <optional>

#include "kiosk/visit.h"

namespace mn::kiosk {

enum class Feedback { tap, key, back, warning, done };

// After a tap: what its step did. Nothing for a tap that changed nothing.
std::optional<Feedback> feedback_of(const Visit& before, const Visit& after, const Tap& tap);
// After anything else: the thanks have come, or somebody must be asked whether they are there.
std::optional<Feedback> feedback_of(const Visit& before, const Visit& after);

}  // namespace mn::kiosk
