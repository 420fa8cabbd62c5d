#include "app/window/readings.h"

#include <algorithm>
#include <string_view>

#include "app/session/open.h"
#include "app/session/reduce_import.h"
#include "geo/boundaries/address.h"
#include "geo/projects/workspace.h"

namespace malimap {
namespace {

constexpr std::string_view kNoColumns = "no column of the list was recognised";

// Fit to be shown: of an address only its last part, since it can hold a password.
std::string shown_name(const std::string& path) {
  if (is_remote(path)) {
    const auto address = read_address(path);
    return address ? address->name : std::string("https");
  }
  return path.substr(path.rfind('/') + 1);
}

bool nothing_placed(const ReadCounts& counts) {
  return counts.read > 0 && counts.used + counts.national + counts.outside == 0;
}

// Whether any of these is a list that is shown now.
bool brought_lists(const Sources& sources, const std::vector<std::string>& paths) {
  return std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
    const auto& lists = sources.project_paths;
    return std::find(lists.begin(), lists.end(), path) != lists.end();
  });
}

// From the table at hand where that is the same, without reading the file again.
Result<ListPreview> preview_of(const ColumnsDialog& dialog, const Sources& sources,
                               Language language) {
  ReadOptions options = sources.reading ? *sources.reading : ReadOptions{};
  options.sheet = dialog.sheet;
  options = for_list(options, dialog.path);
  for (const auto& [role, headers] : dialog.mapping)
    options.mapping[role] = headers;
  Workspace memory;
  memory.mappings = options.remembered;
  const auto& before = dialog.preview;
  if (before && (dialog.sheet.empty() || dialog.sheet == before->sheet)) {
    auto preview = preview_table(before->table, *sources.boundaries, options, language, &memory);
    if (preview)
      preview->sheets = before->sheets;
    return preview;
  }
  Problems unseen;  // reading will report them
  return preview_list(dialog.path, *sources.boundaries, options, language, unseen, &memory);
}

}  // namespace

Readings::Readings(Session session, std::string workspace)
    : session_(std::move(session)), workspace_(std::move(workspace)), jobs_(session_.wake) {}

void Readings::open(const std::vector<std::string>& paths) {
  if (paths.size() != 1 || !is_remote(paths.front())) {
    read(paths);
    return;
  }
  const auto address = read_address(paths.front());
  if (address)
    session_.apply(action::AskAddress{paths.front()});
  else
    session_.apply(
        action::ShowMessage{sentence(address.error(), Translator(session_.state().language))});
}

void Readings::cancel() {
  opening_.cancel();
  const Translator tr(session_.state().language);
  session_.apply(action::ShowMessage{tr("Reading was cancelled; what was shown stays.")});
}

void Readings::follow() {
  const State& state = session_.state();
  if (state.wish.number != wish_) {
    wish_ = state.wish.number;
    read(state.wish.paths);
  }
  follow_need();
  if (state.previous.number != earlier_) {
    earlier_ = state.previous.number;
    read_earlier();
  }
  std::optional<PreviewKey> wanted;
  if (state.columns)
    wanted = PreviewKey{state.columns->path, state.columns->sheet, state.columns->mapping};
  if (wanted == preview_)
    return;
  preview_ = std::move(wanted);
  if (preview_)
    preview();
  else
    previewing_.cancel();
}

void Readings::read(const std::vector<std::string>& paths) {
  const State& state = session_.state();
  const Translator tr(state.language);
  const auto& lists = state.sources.project_paths;
  const std::string name = !paths.empty()  ? shown_name(paths.front())
                           : lists.empty() ? std::string()
                                           : shown_name(lists.front());
  const bool remote = !paths.empty() && is_remote(paths.front());
  opening_ = jobs_.run(
      remote ? trf(tr, "Downloading {0}", name) : trf(tr, "Reading {0}", name),
      [paths, current = state.sources](Progress& progress) {
        return open_files(paths, current, progress);
      },
      [this, paths, name](Result<Opened> opened) { arrived(paths, name, std::move(opened)); });
}

void Readings::arrived(const std::vector<std::string>& paths, const std::string& name,
                       Result<Opened> opened) {
  const State& state = session_.state();
  const Translator tr(state.language);
  if (!opened) {
    const Error error = opened.error();
    session_.apply(action::ShowMessage{sentence(error, tr)});
    if (error.what.msgid == kNoColumns && !paths.empty()) {
      const bool known = std::find(paths.begin(), paths.end(), error.where.file) != paths.end();
      session_.apply(
          action::OpenColumns{known ? error.where.file : paths.front(), paths, error.what});
    }
    return;
  }
  // An action may wait for what it stands on: nothing here reads the state behind it.
  if (opened->workspace) {
    workspace_ = opened->workspace->path;  // answers go there from now on
    PanelSwitches panels = state.panels;
    panels.scenes = panels.scenes || !opened->workspace->scenes.empty();
    const Translator its(opened->language.value_or(state.language));
    session_.apply(action::OpenWorkspace{std::move(opened->sources), std::move(*opened->workspace),
                                         std::move(opened->view), opened->language});
    session_.apply(action::SetPanels{panels});
    session_.apply(action::ShowMessage{trf(its, N_("{0} was read."), name)});
    return;
  }
  Sources& sources = opened->sources;
  // What was said meanwhile holds: how rows are counted can change while a list is read.
  const Snapshot<ReadOptions> reading = state.sources.reading;
  const bool one_by_one = reading ? reading->rows_are_projects : sources.dataset->rows_are_projects;
  sources.reading = reading;
  const bool lost = brought_lists(sources, paths) && nothing_placed(sources.dataset->counts);
  const std::string first = sources.project_paths.empty() ? "" : sources.project_paths.front();
  session_.apply(action::SetSources{std::move(sources)});
  session_.apply(action::CountRows{one_by_one});
  session_.apply(action::ShowMessage{trf(tr, "{0} was read.", name)});
  if (lost)
    session_.apply(action::OpenColumns{
        first,
        {},
        {N_("None of its rows could be placed: which column holds the region, the place or the "
            "coordinates?"),
         {}}});
}

// The file that need is asked of; again when the boundaries are others, since it is joined to them.
void Readings::follow_need() {
  const State& state = session_.state();
  const NeedChoice& choice = state.scene.gaps.need;
  std::optional<NeedKey> wanted;
  if (choice.kind == NeedKind::File && !choice.path.empty())
    wanted = NeedKey{choice, state.sources.boundaries};
  if (wanted == need_)
    return;
  need_ = wanted;
  needing_.cancel();
  if (!wanted)
    return;
  const ReadOptions options = state.sources.reading ? *state.sources.reading : ReadOptions{};
  needing_ = jobs_.run(
      trf(Translator(state.language), "Reading {0}", shown_name(choice.path)),
      [key = *wanted, options](Progress&) {
        Problems problems;
        return read_need(key.choice.path, key.choice.column, *key.boundaries, options, problems);
      },
      [this, choice](Result<NeedTable> table) {
        const Translator tr(session_.state().language);
        if (table)
          session_.apply(action::SetNeed{{choice, snapshot(std::move(*table))}});
        else
          session_.apply(action::SetNeed{{choice, nullptr}, sentence(table.error(), tr)});
      });
}

// The list of before, read as the present one is.
void Readings::read_earlier() {
  const State& state = session_.state();
  const std::string path = state.previous.path;
  comparing_.cancel();
  if (path.empty()) {
    session_.apply(action::SetPrevious{});
    return;
  }
  const ReadOptions options = state.sources.reading ? *state.sources.reading : ReadOptions{};
  comparing_ = jobs_.run(
      trf(Translator(state.language), "Reading {0}", shown_name(path)),
      [path, options, boundaries = state.sources.boundaries](Progress& progress) {
        Problems problems;
        return read_projects(path, *boundaries, for_list(options, path), problems, &progress);
      },
      [this, path](Result<Dataset> dataset) {
        const Translator tr(session_.state().language);
        if (dataset)
          session_.apply(action::SetPrevious{snapshot(std::move(*dataset)), path});
        else
          session_.apply(action::ShowMessage{sentence(dataset.error(), tr)});
      });
}

void Readings::preview() {
  const State& state = session_.state();
  const Translator tr(state.language);
  previewing_ = jobs_.run(
      trf(tr, "First rows of {0}", shown_name(state.columns->path)),
      [dialog = *state.columns, sources = state.sources, language = state.language](Progress&) {
        return preview_of(dialog, sources, language);
      },
      [this](Result<ListPreview> preview) {
        if (preview)
          session_.apply(action::ShowPreview{snapshot(std::move(*preview))});
        else
          session_.apply(action::ShowPreview{
              nullptr, sentence(preview.error(), Translator(session_.state().language))});
      });
}

void Readings::remember(const Action& action) {
  const State& state = session_.state();
  if (const auto* said = std::get_if<action::AnswerPlaces>(&action)) {
    write([file = workspace_, answers = said->answers] { return remember_aliases(file, answers); });
  } else if (std::holds_alternative<action::AcceptColumns>(action) && state.columns &&
             state.columns->keep && state.columns->preview && !state.columns->mapping.empty()) {
    write(
        [file = workspace_, signature = state.columns->preview->signature,
         mapping = mapping_to_keep(state)] { return remember_mapping(file, signature, mapping); });
  }
}

void Readings::write(std::function<Status()> work) {
  writers_.push_back(jobs_.run(
      Translator(session_.state().language)(N_("Writing down the answer")),
      [work = std::move(work), writing = writing_](Progress&) {
        const std::lock_guard<std::mutex> alone(*writing);
        return work();
      },
      [this](const Status& status) {
        if (!status)
          session_.apply(
              action::ShowMessage{sentence(status.error(), Translator(session_.state().language))});
      }));
}

}  // namespace malimap
