// Exports the kiosk's journal to a stick on a thread of its own: the way out when the network never comes. Writes
// nothing but the bundle.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "kiosk/staff_desk.h"

namespace mn::kiosk {

struct ExporterOptions {
  std::string journal;
  std::string name;  // of the kiosk, for people
  std::string usb;   // a folder to export to; "": the stick that is plugged in
  std::function<void()> answered;
  std::function<void(const std::string&)> complain;  // words for a technician
};

class Exporter {
 public:
  explicit Exporter(ExporterOptions options);
  ~Exporter();  // waits for an export under way: a stick is never left half written by us
  Exporter(const Exporter&) = delete;
  Exporter& operator=(const Exporter&) = delete;

  // One at a time: while one is under way a second changes nothing.
  void export_now();
  // How the last one went, once.
  std::optional<StaffNotice> take_notice();

 private:
  StaffNotice work() const;

  const ExporterOptions options_;
  std::mutex mutex_;
  std::optional<StaffNotice> notice_;
  std::atomic<bool> busy_ = false;
  std::thread thread_;
};

}  // namespace mn::kiosk
