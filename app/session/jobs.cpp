#include "app/session/jobs.h"

#include <atomic>
#include <thread>

namespace malimap {

struct Jobs::Job {
  std::string title;
  std::shared_ptr<Progress> progress = std::make_shared<Progress>();
  Delivery delivery;  // written by the thread before `done`, read after it
  std::atomic<bool> done{false};
  std::jthread thread;
};

Jobs::Jobs(std::function<void()> wake) : wake_(std::move(wake)) {}

Jobs::~Jobs() {
  for (auto& job : jobs_)
    job->progress->cancel();
  jobs_.clear();  // joins
}

JobHandle Jobs::start(std::string title, Work work) {
  auto job = std::make_unique<Job>();
  job->title = std::move(title);
  job->thread = std::jthread([raw = job.get(), work = std::move(work), wake = wake_] {
    raw->delivery = work(*raw->progress);
    raw->done.store(true, std::memory_order_release);
    if (wake)
      wake();
  });
  JobHandle handle(job->progress);
  jobs_.push_back(std::move(job));
  return handle;
}

bool Jobs::deliver() {
  bool delivered = false;
  bool blocked = false;  // an earlier job that is not stale still works
  for (std::size_t i = 0; i < jobs_.size();) {
    const bool stale = jobs_[i]->progress->cancelled();
    const bool done = jobs_[i]->done.load(std::memory_order_acquire);
    if (!done || (blocked && !stale)) {
      blocked = blocked || !stale;
      ++i;
      continue;
    }
    // Out of the list first: the delivery may start another job.
    const std::unique_ptr<Job> job = std::move(jobs_[i]);
    jobs_.erase(jobs_.begin() + static_cast<std::ptrdiff_t>(i));
    if (!stale && job->delivery) {
      job->delivery();
      delivered = true;
    }
  }
  return delivered;
}

std::vector<Jobs::Running> Jobs::running() const {
  std::vector<Running> result;
  for (const auto& job : jobs_)
    if (!job->progress->cancelled() && !job->done.load(std::memory_order_acquire))
      result.push_back({job->title, job->progress->value()});
  return result;
}

}  // namespace malimap
