#pragma once
// Work longer than a frame. A job runs on a thread of its own on snapshots; its result is delivered
// on the main thread, in the order in which jobs were requested. A job whose handle was dropped or
// cancelled is stale: it is asked to stop and delivers nothing.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "geo/base/progress.h"

namespace malimap {

/// Dropping it cancels the job.
class JobHandle {
 public:
  JobHandle() = default;
  explicit JobHandle(std::shared_ptr<Progress> progress) : progress_(std::move(progress)) {}
  ~JobHandle() { cancel(); }
  JobHandle(JobHandle&& other) noexcept = default;
  JobHandle& operator=(JobHandle&& other) noexcept {
    cancel();
    progress_ = std::move(other.progress_);
    return *this;
  }
  void cancel() {
    if (progress_)
      progress_->cancel();
  }

 private:
  std::shared_ptr<Progress> progress_;
};

class Jobs {
 public:
  /// What a job leaves for the main thread to do.
  using Delivery = std::function<void()>;
  using Work = std::function<Delivery(Progress&)>;

  /// `wake` is called on the job's thread when a result waits; it must be safe there.
  explicit Jobs(std::function<void()> wake);
  ~Jobs();  // cancels and waits for all
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// Starts work on a thread. What it returns is called by deliver(), unless the job went stale.
  [[nodiscard]] JobHandle start(std::string title, Work work);

  /// As start(), with the result as a value: `deliver` gets what `work` returned.
  template <class WorkOf, class Deliver>
  [[nodiscard]] JobHandle run(std::string title, WorkOf work, Deliver deliver) {
    return start(std::move(title),
                 [work = std::move(work), deliver = std::move(deliver)](Progress& progress) {
                   auto result = std::make_shared<decltype(work(progress))>(work(progress));
                   return Delivery([result, deliver] { deliver(std::move(*result)); });
                 });
  }

  /// Main thread: delivers what is finished, in request order; a finished job behind an unfinished
  /// one waits. True when anything was delivered.
  bool deliver();

  struct Running {
    std::string title;
    double progress = 0;  // 0 to 1
  };
  /// The jobs that still work and are not stale.
  [[nodiscard]] std::vector<Running> running() const;

 private:
  struct Job;
  std::function<void()> wake_;
  std::vector<std::unique_ptr<Job>> jobs_;  // in request order
};

}  // namespace malimap
