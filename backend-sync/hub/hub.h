// A hub: the HTTP server before, the keeper and the pages behind, and which request goes where. Decides nothing about
// entries.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "backend-sync/hub/keeper.h"
#include "backend-sync/hub/pages.h"
#include "backend-sync/hub/server.h"

namespace mn {

class Hub {
 public:
  // Opens (or makes) the journal and listens; serves once run() is called.
  static Result<std::unique_ptr<Hub>> open(const Opening& opening, const std::string& listen);
  ~Hub();

  std::uint16_t port() const { return server_->port(); }
  const HubCard& card() const { return keeper_->card(); }
  Position position() const { return heads_.position; }

  void run(bool until_signal = false);  // until stop(); everything taken is committed and answered before it returns
  void stop() { server_->stop(); }      // from any thread

 private:
  Hub() = default;
  void take(Request request, Respond respond);
  void take_kept(Kept kept);
  void take_page(Request request, Respond respond);
  void take_feed(Request request, Respond respond);
  void answer_head(const std::string& origin, const Respond& respond) const;
  std::string health() const;
  Reading reading_of(Request request) const;
  void publish();

  std::unique_ptr<Server> server_;
  std::unique_ptr<Keeper> keeper_;
  std::unique_ptr<Pages> pages_;

  // The I/O thread's own copy, so that asking for heads costs no disk.
  struct {
    Position position = 0;
    std::map<OriginId, Head> all;
    std::map<OriginId, Head> unpublished;
  } heads_;
  bool journal_well_ = true;
};

}  // namespace mn
