#include "app/session/jobs.h"

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "tests/support/catch.h"

namespace malimap {
namespace {

using namespace std::chrono_literals;

// Waits until the job's thread has called `wake` so many times.
void until(const std::atomic<int>& value, int wanted) {
  while (value.load() < wanted)
    std::this_thread::sleep_for(1ms);
}

}  // namespace

TEST_CASE("results come in the order of the requests, on the thread that asks") {
  std::atomic<int> woken{0};
  Jobs jobs([&] { ++woken; });
  std::promise<void> gate;
  std::vector<int> order;
  std::vector<std::thread::id> where;
  auto deliver = [&](int n) {
    order.push_back(n);
    where.push_back(std::this_thread::get_id());
  };
  auto slow = jobs.run(
      "slow",
      [opened = gate.get_future().share()](Progress&) {
        opened.wait();
        return 1;
      },
      deliver);
  auto fast = jobs.run(
      "fast", [](Progress&) { return 2; }, deliver);
  until(woken, 1);
  CHECK_FALSE(jobs.deliver());  // the fast one waits for its turn
  CHECK(order.empty());
  gate.set_value();
  until(woken, 2);
  CHECK(jobs.deliver());
  CHECK(order == std::vector<int>{1, 2});
  CHECK(where[0] == std::this_thread::get_id());
  CHECK(jobs.running().empty());
}

TEST_CASE("a job whose handle is dropped is asked to stop and delivers nothing") {
  std::atomic<int> woken{0};
  std::atomic<bool> saw_cancel{false};
  Jobs jobs([&] { ++woken; });
  int delivered = 0;
  {
    auto handle = jobs.run(
        "endless",
        [&](Progress& progress) {
          while (!progress.cancelled())
            std::this_thread::sleep_for(1ms);
          saw_cancel = true;
          return 1;
        },
        [&](int) { ++delivered; });
    CHECK(jobs.running().size() == 1);
  }
  CHECK(jobs.running().empty());
  until(woken, 1);
  CHECK(saw_cancel);
  CHECK_FALSE(jobs.deliver());
  CHECK(delivered == 0);
}

TEST_CASE("a stale job does not hold up those behind it") {
  std::atomic<int> woken{0};
  Jobs jobs([&] { ++woken; });
  std::promise<void> gate;
  int got = 0;
  auto stale = jobs.run(
      "stale",
      [opened = gate.get_future().share()](Progress&) {
        opened.wait();
        return 1;
      },
      [&](int n) { got += n; });
  auto next = jobs.run(
      "next", [](Progress&) { return 10; }, [&](int n) { got += n; });
  stale.cancel();
  until(woken, 1);
  CHECK(jobs.deliver());
  CHECK(got == 10);
  gate.set_value();
  until(woken, 2);
  jobs.deliver();
  CHECK(got == 10);
}

TEST_CASE("progress is seen while the job works, and leaving stops the jobs") {
  std::atomic<bool> half{false};
  {
    Jobs jobs({});
    auto handle = jobs.run(
        "half",
        [&](Progress& progress) {
          progress.set(0.5);
          half = true;
          while (!progress.cancelled())
            std::this_thread::sleep_for(1ms);
          return 0;
        },
        [](int) {});
    while (!half)
      std::this_thread::sleep_for(1ms);
    REQUIRE(jobs.running().size() == 1);
    CHECK(jobs.running()[0].title == "half");
    CHECK(jobs.running()[0].progress == Approx(0.5));

    handle.cancel();
  }
  SUCCEED("joined");
}

TEST_CASE("a delivery may start another job") {
  std::atomic<int> woken{0};
  Jobs jobs([&] { ++woken; });
  JobHandle second;
  int got = 0;
  auto first = jobs.run(
      "first", [](Progress&) { return 1; },
      [&](int) {
        second = jobs.run(
            "second", [](Progress&) { return 2; }, [&](int n) { got = n; });
      });
  until(woken, 1);
  CHECK(jobs.deliver());
  until(woken, 2);
  jobs.deliver();
  CHECK(got == 2);
}

}  // namespace malimap
