#include "app/window/outputs.h"

#include "app/session/save.h"
#include "app/window/copied_table.h"
#include "app/window/copy_picture.h"
#include "geo/base/save.h"
#include "geo/map/picture_maker.h"
#include "geo/output/canvas.h"
#include "geo/output/deck.h"
#include "geo/output/document.h"
#include "geo/output/profile_table.h"
#include "geo/output/summary.h"

namespace malimap {
namespace {

constexpr double kCopiedDpi = 150;

// Everything that a job needs to draw, as it was when it was asked for.
struct Material {
  MapData data;
  Language language = Language::French;
  Scene scene;
  std::vector<Scene> scenes;  // of the workspace
};

// What of the session is a table of its own: snapshots, so that a job can write them.
struct Tables {
  Snapshot<Dataset> dataset;
  Snapshot<Coverage> coverage;
  Snapshot<std::vector<ProjectIndex>> rows;
  Snapshot<Profile> profile;
  Snapshot<Explanation> explanation;
  Language language = Language::French;

  [[nodiscard]] bool nothing_for(ExportWhat what) const {
    return !(what == ExportWhat::Projects && rows) && !(what == ExportWhat::Profile && profile) &&
           !(what == ExportWhat::Figure && explanation);
  }
  [[nodiscard]] std::vector<WorkbookSheet> sheets(ExportWhat what) const {
    const Translator tr(language);
    const Projects& list = *dataset->projects;
    if (what == ExportWhat::Profile)
      return profile_sheets(*profile, *coverage, list, tr);
    if (what == ExportWhat::Figure)
      return explanation_sheets(*explanation, list, tr);
    return {projects_sheet(list, *rows, tr)};
  }
};

Tables tables_of(const State& state, const Derived& derived) {
  return {state.sources.dataset, derived.coverage,    derived.table,
          derived.profile,       derived.explanation, state.language};
}

Material material_of(const State& state, const Snapshot<ContextLayers>& context) {
  Material material{
      {state.sources.dataset, state.sources.boundaries, context}, state.language, state.scene, {}};
  for (const SavedScene& saved : state.workspace.scenes)
    material.scenes.push_back(saved.scene);
  if (material.scenes.empty())
    material.scenes.push_back(state.scene);
  return material;
}

Status write(const Material& material, const ExportDialog& wanted) {
  PictureMaker maker(material.data, material.language);
  DeckOptions options;
  options.dpi = wanted.dpi;
  if (wanted.what != ExportWhat::Deck)
    return write_scene(maker, material.scene, wanted.path, options);
  const auto written = write_deck(maker, material.scenes, wanted.path, options);
  return written ? Status{} : Status(tl::make_unexpected(written.error()));
}

Result<std::string> png_of_page(const Material& material) {
  PictureMaker maker(material.data, material.language);
  const auto made = maker.make(material.scene);
  if (!made)
    return tl::make_unexpected(made.error());
  const auto size = page_size_of(material.scene, kCopiedDpi);
  if (!size)
    return tl::make_unexpected(size.error());
  const auto document = make_document(PageFormat::Png, {{}, material.language, today()});
  Canvas& canvas = document->begin_page(*size, {});
  paint_page(canvas, {made->picture.get(), made->shapes, made->scene.get(), material.language},
             *size);
  document->end_page();
  return document->finish();
}

Status copy_page(const Material& material) {
  const auto png = png_of_page(material);
  return png ? copy_png(*png) : Status(tl::make_unexpected(png.error()));
}

Status write_table(const Material& material, const std::string& path) {
  const Boundaries& boundaries = *material.data.boundaries;
  const AdminLayer* layer = boundaries.layer(material.scene.level);
  const std::string word(word_of(layer ? layer->level : boundaries.finest().level));
  const auto by = parse_group_by(std::span(&word, 1));
  if (!by)
    return tl::make_unexpected(by.error());
  const bool json = path.ends_with(".json");
  const auto text = summarize({.dataset = material.data.dataset.get(),
                               .boundaries = &boundaries,
                               .filter = material.scene.filter,
                               .by = *by,
                               .format = json ? TextFormat::Json : TextFormat::Csv,
                               .language = material.language});
  return text ? save_file(path, *text) : Status(tl::make_unexpected(text.error()));
}

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

Outputs::Outputs(Session session, Snapshot<ContextLayers> context)
    : session_(std::move(session)), context_(std::move(context)), jobs_(session_.wake) {}

void Outputs::follow() {
  const OutputWish wanted = session_.state().output;
  if (wanted.number == wish_)
    return;
  wish_ = wanted.number;
  switch (wanted.what) {
    case OutputWhat::None:
      return;
    case OutputWhat::File:
      return file(wanted.file);
    case OutputWhat::ClipboardPicture:
      return copy_picture();
    case OutputWhat::ClipboardTable:
      return copy_table(wanted.file.what);
    case OutputWhat::Save:
      return save(wanted.file.path);
  }
}

void Outputs::cancel() {
  writing_.cancel();
}

void Outputs::done(const Status& status, const std::string& path) {
  const Translator tr(session_.state().language);
  say(status ? trf(tr, "Written: {0}", path) : sentence(status.error(), tr));
}

void Outputs::file(const ExportDialog& wanted) {
  const Translator tr(session_.state().language);
  writing_ = jobs_.run(
      trf(tr, "Writing {0}", file_name(wanted.path)),
      [material = material_of(session_.state(), context_), wanted,
       tables = tables_of(session_.state(), session_.derived())](Progress&) {
        if (!tables.nothing_for(wanted.what))
          return write_sheets(wanted.path, tables.sheets(wanted.what), material.language, today());
        return wanted.what == ExportWhat::Table ? write_table(material, wanted.path)
                                                : write(material, wanted);
      },
      [this, path = wanted.path](const Status& status) { done(status, path); });
}

void Outputs::save(const std::string& path) {
  const Translator tr(session_.state().language);
  auto state = std::make_shared<const State>(session_.state());
  saving_ = jobs_.run(
      trf(tr, "Saving {0}", file_name(path)),
      [state, path](Progress&) { return save_state(*state, path); },
      [this, state, path](const Status& status) {
        if (!status)
          return done(status, path);
        session_.apply(action::WorkspaceSaved{path});
        done(status, path);
        // What was changed meanwhile is not in the file yet.
        if (session_.state().workspace.scenes != state->workspace.scenes)
          session_.apply(action::Output{OutputWhat::Save, {ExportWhat::Workspace, path, 300}});
      });
}

void Outputs::copy_picture() {
  const Translator tr(session_.state().language);
  writing_ = jobs_.run(
      tr("Copying the picture"),
      [material = material_of(session_.state(), context_)](Progress&) {
        return copy_page(material);
      },
      [this](const Status& status) {
        const Translator tr(session_.state().language);
        say(status ? tr("The picture was copied.") : sentence(status.error(), tr));
      });
}

// What Ctrl+C means: the table that is open below the map, else the map's figures.
void Outputs::copy_table(ExportWhat what) {
  const State& state = session_.state();
  const Translator tr(state.language);
  if (what == ExportWhat::Page && state.panels.bottom == BottomTab::Projects)
    what = ExportWhat::Projects;
  if (what == ExportWhat::Page && state.panels.bottom == BottomTab::Figure)
    what = ExportWhat::Figure;
  const Tables tables = tables_of(state, session_.derived());
  session_.copy_text(tables.nothing_for(what)
                         ? copied_table(*session_.derived().coverage, state.scene.measure, tr)
                         : sheets_text(tables.sheets(what), SheetText::Tsv, state.language));
  say(tr("The table was copied."));
}

}  // namespace malimap
