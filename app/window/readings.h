#pragma once
// What the session reads while its window is open: dropped files, lists again after an answer,
// previews of columns, boundaries by address. All of it as jobs; what comes of them are actions.

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/session/action.h"
#include "app/session/jobs.h"
#include "app/session/open.h"

namespace malimap {

class Readings {
 public:
  /// What the readings are for. Called on the main thread alone.
  struct Session {
    std::function<const State&()> state;
    std::function<void(const Action&)> apply;
    std::function<void()> wake;  // on any thread: a result waits
  };
  /// `workspace`: the file that answers go into; empty: the memory of all runs.
  Readings(Session session, std::string workspace);

  /// Files that the user dropped. What is read then replaces what is being read.
  void open(const std::vector<std::string>& paths);

  /// Starts what the state asks for and nobody has started: call it after its changes.
  void follow();

  /// Writes down what this action says for later runs. Call it before the action is applied.
  void remember(const Action& action);

  /// Main thread: applies what is finished; true when there was anything.
  bool deliver() { return jobs_.deliver(); }
  [[nodiscard]] std::vector<Jobs::Running> running() const { return jobs_.running(); }

  /// Stops what is being read; what is shown stays.
  void cancel();

 private:
  void read(const std::vector<std::string>& paths);
  void arrived(const std::vector<std::string>& paths, const std::string& name,
               Result<Opened> opened);
  void preview();
  void write(std::function<Status()> work);
  void follow_need();
  void read_earlier();

  struct PreviewKey {
    std::string path, sheet;
    Mapping mapping;
    bool operator==(const PreviewKey&) const = default;
  };

  struct NeedKey {
    NeedChoice choice;
    Snapshot<Boundaries> boundaries;
    bool operator==(const NeedKey&) const = default;
  };

  Session session_;
  std::string workspace_;
  int wish_ = 0;                       // the number of the last one that was started
  std::optional<PreviewKey> preview_;  // what was asked for last
  std::optional<NeedKey> need_;        // the file of need that was asked for last
  int earlier_ = 0;                    // number of the wish for an earlier list
  // One writer at a time: each reads the file and adds to it.
  std::shared_ptr<std::mutex> writing_ = std::make_shared<std::mutex>();
  Jobs jobs_;  // before the handles: dropping the handles first
  JobHandle opening_, previewing_, needing_, comparing_;
  std::vector<JobHandle> writers_;
};

}  // namespace malimap
