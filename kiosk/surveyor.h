// How things stand around the kiosk, for its staff: what the hub has, whether the clock is right. Reads a few small
// files and the journal's heads when asked; keeps a reader open between looks.
#pragma once

#include <memory>
#include <string>

#include "journal/journal.h"
#include "kiosk/staff_desk.h"

namespace mn::kiosk {

class Surveyor {
 public:
  Surveyor(std::string journal, int campaign_year);
  ~Surveyor();
  Surveyor(const Surveyor&) = delete;
  Surveyor& operator=(const Surveyor&) = delete;

  // Printer, panel and version are others' to say.
  Surroundings look();

 private:
  const std::string journal_;
  const int campaign_year_;
  std::unique_ptr<JournalReader> reader_;
};

}  // namespace mn::kiosk
