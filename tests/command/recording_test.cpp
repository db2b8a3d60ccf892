// The recorder's rule: a failed append means "unknown". Whichever it was, a visit is in the journal exactly once.
#include "backend-sync/recording.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "backend-sync/folding.h"
#include "journal/chance.h"
#include "tests/core/author.h"

namespace mn {
namespace {

namespace fs = std::filesystem;

// A journal whose next append fails: before anything was kept, or after all of it was.
class FailingOnce : public Journal {
 public:
  FailingOnce(std::unique_ptr<Journal> inner, bool kept_first) : inner_(std::move(inner)), kept_first_(kept_first) {}

  const CampaignId& campaign() const override { return inner_->campaign(); }
  const std::string& epoch() const override { return inner_->epoch(); }
  Result<std::vector<Placed>> read_after(Position after, std::size_t most) override {
    return inner_->read_after(after, most);
  }
  Result<mn::Run> read_run(const OriginId& origin, Seq after, std::size_t most) override {
    return inner_->read_run(origin, after, most);
  }
  Result<std::vector<Head>> heads() override { return inner_->heads(); }
  Result<Head> head(const OriginId& origin) override { return inner_->head(origin); }
  Result<Position> last_position() override { return inner_->last_position(); }
  Result<std::vector<Entry>> find_visit(const OriginId& origin, const VisitId& visit) override {
    return inner_->find_visit(origin, visit);
  }
  Result<bool> wait_beyond(Position seen, std::chrono::milliseconds timeout) override {
    return inner_->wait_beyond(seen, timeout);
  }
  Done check_storage() override { return inner_->check_storage(); }
  Result<std::vector<Answer>> append(std::span<const mn::Run> runs) override {
    if (kept_first_) {
      EXPECT_TRUE(inner_->append(runs).ok());
    }
    return Failure{Cause::unknown, "the disk did not say"};
  }

 private:
  std::unique_ptr<Journal> inner_;
  bool kept_first_;
};

class Recording : public testing::Test {
 protected:
  Recording() : folder_(fs::current_path() / ("recording-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~Recording() override { fs::remove_all(folder_); }

  Opening opening() const { return {(folder_ / "desk.db").string(), test_campaign(), "mangnon test", "Bàn 1"}; }
  fs::path folder_;
};

TEST_F(Recording, AVisitIsKeptOnceWhetherTheFailedAppendKeptItOrNot) {
  Recorder recorder = *open_recorder(opening());
  for (const bool kept_first : {true, false}) {
    recorder.own.journal = std::make_unique<FailingOnce>(std::move(recorder.own.journal), kept_first);
    const VisitId visit = new_visit_id();
    const auto kept = record(recorder, visit, {pledge_of(500'000), Named{"Hoa", ""}});
    ASSERT_TRUE(kept.ok()) << kept.failure().words;
    ASSERT_EQ(kept->size(), 2u);
    EXPECT_EQ(kept->front().header.visit, visit);
    EXPECT_EQ(recorder.own.journal->find_visit(recorder.own.origin, visit)->size(), 2u) << kept_first;
  }
  EXPECT_EQ(fold_journal(*recorder.own.journal)->tally.pledged, (Sum{2, Money{1'000'000}}));
}

TEST_F(Recording, AJournalThatCannotBeReopenedIsTriedAgainByTheNextVisit) {
  Recorder recorder = *open_recorder(opening());
  const std::string good = recorder.opening.location;
  recorder.own.journal = std::make_unique<FailingOnce>(std::move(recorder.own.journal), false);
  recorder.opening.location = (folder_ / "no such folder" / "desk.db").string();
  EXPECT_FALSE(record(recorder, new_visit_id(), {pledge_of(500'000)}).ok());
  EXPECT_FALSE(record(recorder, new_visit_id(), {pledge_of(500'000)}).ok());
  recorder.opening.location = good;
  EXPECT_TRUE(record(recorder, new_visit_id(), {pledge_of(500'000)}).ok());
  EXPECT_EQ(fold_journal(*recorder.own.journal)->tally.pledged, (Sum{1, Money{500'000}}));
}

TEST_F(Recording, AnExistingJournalSaysItsOwnCampaign) {
  EXPECT_FALSE(open_existing(opening().location, "mangnon test", "x").ok());
  (void)open_recorder(opening());
  const auto again = open_existing(opening().location, "mangnon test", "x");
  ASSERT_TRUE(again.ok()) << again.failure().words;
  EXPECT_EQ(again->own.journal->campaign(), test_campaign());
  const auto folded = fold_journal(*again->own.journal);
  ASSERT_TRUE(folded.ok());
  EXPECT_EQ(folded->entry_count, 1u);
  EXPECT_EQ(folded->origins.at(again->own.origin).name, "Bàn 1");
  EXPECT_EQ(folded->origins.at(again->own.origin).program, "mangnon test");
}

}  // namespace
}  // namespace mn
