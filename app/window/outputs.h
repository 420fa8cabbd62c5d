#pragma once
// What the session writes while its window is open: pages, decks, tables, the workspace, and what
// goes to the clipboard. Files are written by jobs; what comes of them are actions.

#include <functional>
#include <string>
#include <vector>

#include "app/session/action.h"
#include "app/session/jobs.h"
#include "app/session/pipeline.h"

namespace malimap {

class Outputs {
 public:
  /// Whom the outputs serve. Called on the main thread alone.
  struct Session {
    std::function<const State&()> state;
    std::function<const Derived&()> derived;
    std::function<void(const Action&)> apply;
    std::function<void(const std::string&)> copy_text;
    std::function<void()> wake;  // on any thread: a result waits
  };
  Outputs(Session session, Snapshot<ContextLayers> context);

  /// Starts what the state asks for and nobody has started: call it after its changes.
  void follow();

  /// Main thread: applies what is finished; true when there was anything.
  bool deliver() { return jobs_.deliver(); }
  [[nodiscard]] std::vector<Jobs::Running> running() const { return jobs_.running(); }

  /// Stops what is being written where that is possible; a save goes on.
  void cancel();

 private:
  void file(const ExportDialog& wanted);
  void table_file(const ExportDialog& wanted);
  void save(const std::string& path);
  void copy_picture();
  void copy_table(ExportWhat what);
  void say(const std::string& text) { session_.apply(action::ShowMessage{text}); }
  void done(const Status& status, const std::string& path);

  Session session_;
  Snapshot<ContextLayers> context_;
  int wish_ = 0;  // the number of the last one that was started
  Jobs jobs_;     // before the handles: dropping the handles first
  JobHandle writing_, saving_;
};

}  // namespace malimap
