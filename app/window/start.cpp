#include "app/window/start.h"

#include <time.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

#include "geo/output/text.h"
#include "geo/projects/workspace.h"

namespace malimap {
namespace {

// What earlier runs were told, for one who starts without a word about reading.
void read_with_memory(Sources& sources) {
  Problems problems = *sources.problems;
  const Workspace memory = load_memory(problems);
  ReadOptions reading;
  apply(memory, reading, {});
  reading.remembered = memory.mappings;
  sources.reading = snapshot(std::move(reading));
  sources.problems = snapshot(std::move(problems));
}

}  // namespace

Result<Session> begin_session(Language language, MapAhead& ahead,
                              const std::function<Result<StartState>()>& load) {
  auto start = load();
  if (!start)
    return tl::make_unexpected(start.error());
  Session session;
  session.state.sources = std::move(start->sources);
  session.state.scene = std::move(start->scene);
  session.state.workspace = std::move(start->workspace);
  session.state.language = start->language.value_or(language);
  if (!session.state.sources.problems)
    session.state.sources.problems = snapshot(Problems{});
  if (!session.state.sources.reading)
    read_with_memory(session.state.sources);
  session.context = ahead.context();
  session.pipeline = std::make_unique<Pipeline>(session.context, pango_measure());
  const ShapesKey key = groundwork_of(session.state).key;
  if (const auto made = ahead.made_for(key))
    session.pipeline->put(Groundwork{key, made, {}});
  auto derived = session.pipeline->derive(session.state);
  if (!derived)
    return tl::make_unexpected(derived.error());
  session.derived = std::move(*derived);
  return session;
}

double process_age_ms() {
  // Field 22 of /proc/self/stat, counted behind the name in brackets: ticks since the system began.
  std::ifstream file("/proc/self/stat");
  std::string line;
  std::getline(file, line);
  const auto bracket = line.rfind(')');
  if (bracket == std::string::npos)
    return -1;
  std::istringstream fields(line.substr(bracket + 2));
  std::string field;
  for (int number = 3; number <= 22; ++number)
    fields >> field;
  if (!fields)
    return -1;
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  const double since_boot =
      static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
  const double started = std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
  return (since_boot - started) * 1000;
}

}  // namespace malimap
