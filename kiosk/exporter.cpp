#include "kiosk/exporter.h"

#include <utility>

#include "journal/bundle.h"
#include "journal/chance.h"
#include "journal/key_file.h"
#include "journal/open.h"
#include "kiosk/usb.h"

namespace mn::kiosk {

Exporter::Exporter(ExporterOptions options) : options_(std::move(options)) {}

Exporter::~Exporter() {
  if (thread_.joinable()) thread_.join();
}

void Exporter::export_now() {
  if (busy_.exchange(true)) return;
  if (thread_.joinable()) thread_.join();
  thread_ = std::thread([this] {
    const StaffNotice notice = work();
    {
      const std::lock_guard lock(mutex_);
      notice_ = notice;
    }
    busy_ = false;
    if (options_.answered) options_.answered();
  });
}

std::optional<StaffNotice> Exporter::take_notice() {
  const std::lock_guard lock(mutex_);
  return std::exchange(notice_, std::nullopt);
}

StaffNotice Exporter::work() const {
  const auto failed = [this](const Failure& failure) {
    if (options_.complain) options_.complain(failure.words);
    return StaffNotice::export_failed;
  };
  const std::vector<UsbMount> sticks = find_usb(options_.usb);
  if (sticks.empty()) return StaffNotice::no_stick;
  Result<std::unique_ptr<JournalReader>> journal = open_reader(options_.journal);
  if (!journal) return failed(journal.failure());
  // Without its key a bundle is not signed, and still whole.
  const Result<std::optional<KeyPair>> keys = read_key(options_.journal, (*journal)->epoch());
  BundleOrder order{sticks.front().folder, options_.name, std::string("mangnon-kiosk ") + MANGNON_VERSION, utc_now_us(),
                    keys && *keys ? &**keys : nullptr};
  const Result<BundleInfo> done = export_bundle(**journal, order);
  return done ? StaffNotice::exported : failed(done.failure());
}

}  // namespace mn::kiosk
