#pragma once
// Everything that a user can do, one variant each. Panels and keys append actions; reduce() alone
// carries them out, so that whatever the window can do can be tested without it.

#include <concepts>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "app/session/state.h"
#include "geo/coverage/coverage.h"

namespace malimap {

namespace action {
/// A value into the filter, or out of it.
struct ToggleFilterValue {
  Dimension dimension;
  std::string value;
};
/// This value alone.
struct OnlyFilterValue {
  Dimension dimension;
  std::string value;
};
struct ClearDimension {
  Dimension dimension;
};
/// The text, the ranges and every dimension.
struct ClearFilter {};
struct SetFilterText {
  std::string text;
};
/// Every value but this one.
struct ExceptFilterValue {
  Dimension dimension;
  std::string value;
};
/// A brush is many of these that do not settle and a last one that does: one step of undo.
struct SetBudgetRange {
  CentsRange range;
  bool settles = true;
};
struct SetStartRange {
  DateRange range;
  bool settles = true;
};
struct SetActiveRange {
  DateRange range;
  bool settles = true;
};
/// One unit into Filter::units, or out of it.
struct ToggleUnitFilter {
  std::string pcode;
};
struct SetUnitFilter {
  std::set<std::string> pcodes;
};
/// Several parts of the filter at once: a cell of the matrix, a preset. One step of undo.
struct SetFilter {
  Filter filter;
};
/// Down into a unit: its finer units, the camera on it. The filter of units is cleared.
struct DrillInto {
  std::string
      pcode;  // of the layer that is shown, or of a coarser one (the breadcrumb); "": the country
};
/// One level up; nothing at the country.
struct DrillUp {};
struct SetMapTool {
  MapTool tool;
};
struct SetBottom {
  BottomTab tab;
};
struct SetMatrixView {
  MatrixView view;
};
struct SortProjects {
  ProjectSort sort;
};
/// A drag of the divider does not settle.
struct SetComparison {
  Comparison compare;
  bool settles = true;
  std::optional<Filter> filter = {};  // of this view, where both views are chosen together
};
/// An earlier list to be read and compared with; "": none any more.
struct OpenPrevious {
  std::string path;
};
/// A job has read it.
struct SetPrevious {
  Snapshot<Dataset> dataset;
  std::string path;
};
struct SetGaps {
  GapSettings gaps;
};
/// A job has read what Scene::gaps asks for. A null table: `failed` says why.
struct SetNeed {
  NeedSource need;
  std::string failed = {};
};
/// Opens the tab that explains it.
struct ExplainFigure {
  FigureRef figure;
};
/// The camera goes to a project's place (its point, else its unit) and selects it.
struct FlyToProject {
  ProjectIndex project;
  PlanePoint place;
};
struct SetPlaying {
  bool playing;
};
/// -1: ends it.
struct SetTour {
  int step;
};
struct SetMeasure {
  Measure measure;
};
struct SetLevel {
  Level level;
};
struct SetPalette {
  std::string palette;
};
struct SetClassCount {
  int count;
};
struct SetClassMethod {
  ClassMethod method;
};
/// Inner breaks typed or dragged: the method becomes Manual unless they are kept. A drag is many of
/// these that do not settle.
struct SetBreaks {
  std::vector<double> breaks;
  bool settles = true;
};
/// Whether the present inner breaks stay while filters change; `breaks` are those shown.
struct KeepBreaks {
  bool keep;
  std::vector<double> breaks;
};
struct SetMapType {
  MapType type;
};
struct SetSecond {
  Measure measure;
};
struct SetDivision {
  Dimension by;
};
/// nothing: the country's value.
struct SetMiddle {
  std::optional<double> middle;
};
/// As Scene::projection. The camera is fitted again.
struct SetProjection {
  std::string projection;
};
struct SetContext {
  std::vector<ContextFile> files;
};
/// In or out of the programme.
struct ToggleProgramme {
  std::string pcode;
};
/// Typing is one step of undo.
struct SetTitle {
  std::string title;
};
struct SetPage {
  PageSettings page;
};
/// The page instead of the map.
struct SetPreview {
  bool on;
};
/// The present view as a new scene behind the current one.
struct AddScene {
  std::string name;
};
/// The present view in place of a scene's, whose name it keeps.
struct UpdateScene {
  int index;
};
struct ShowScene {
  int index;
};
struct MoveScene {
  int from, to;
};
struct DuplicateScene {
  int index;
};
struct RenameScene {
  int index;
  std::string name;
};
struct RemoveScene {
  int index;
};
/// A job has read a workspace: its sources, scenes and last view.
struct OpenWorkspace {
  Sources sources;
  WorkspaceState workspace;
  std::optional<Scene> view;
  std::optional<Language> language;
};
/// A job has written it.
struct WorkspaceSaved {
  std::string path;
};
/// From the current scene, or from the first.
struct StartPresentation {
  bool from_first = false;
};
/// By so many scenes; stops at the ends.
struct PresentStep {
  int by;
};
struct PresentScene {
  int index;
};
struct SetBlank {
  Blank blank;
};
struct SetPresentTool {
  PresentTool tool;
};
/// A line drawn on the map, complete.
struct AddStroke {
  std::vector<PlanePoint> points;
};
struct ClearStrokes {};
struct EndPresentation {};
struct OpenExport {
  ExportDialog dialog;
};
struct CloseExport {};
/// Carried out by the window: a file written, something copied, the workspace saved.
struct Output {
  OutputWhat what;
  ExportDialog file = {};
};
struct SetLayers {
  LayerSwitches layers;
};
struct SetTheme {
  ThemeName theme;
};
struct SetLanguage {
  Language language;
};
/// Moves the map. A drag is many of these that do not settle and a last one that does: one step of
/// undo.
struct SetCamera {
  Camera camera;
  bool settles = true;
};
/// All of the country.
struct FitCamera {};
/// kNoUnit clears the selection.
struct SelectUnit {
  UnitIndex unit;
};
/// Those of a clicked marker.
struct SelectProjects {
  std::vector<ProjectIndex> projects;
};
struct SetPanels {
  PanelSwitches panels;
};
/// A job has read a file. Boundaries that are new begin a new history: its cameras mean another
/// plane.
struct SetSources {
  Sources sources;
};
struct ShowMessage {
  std::string text;
};
/// A row of the import report: its project, where it has one, and where that lies.
struct SelectRow {
  std::int64_t row = 0;
  std::vector<ProjectIndex> projects;
  UnitIndex unit = kNoUnit;
};
/// Names mean these places, or none; the lists are read again with that.
struct AnswerPlaces {
  std::vector<Alias> answers;
};
/// Whether rows with the same id count one by one. Nothing is read again.
struct CountRows {
  bool one_by_one;
};
/// Which column holds what is asked.
struct OpenColumns {
  std::string path;
  std::vector<std::string> paths = {};  // to open once that is said; empty: those at hand again
  Message why = {};
};
/// A job has previewed what the dialog asked for.
struct ShowPreview {
  Snapshot<ListPreview> preview;  // null: `failed` says why
  std::string failed = {};
};
/// nothing: the column is not read.
struct SetColumnRole {
  std::size_t column = 0;  // of the preview
  std::optional<Role> role;
};
struct SetColumnsSheet {
  std::string sheet;
};
struct SetKeepColumns {
  bool keep;
};
/// The list is read with what the dialog says.
struct AcceptColumns {};
struct CloseColumns {};
/// Whether boundaries are to be fetched from there; an empty one takes the question back.
struct AskAddress {
  std::string url;
};
struct FetchAddress {};
struct Undo {};
struct Redo {};
}  // namespace action

using AnyAction = std::variant<
    action::ToggleFilterValue, action::OnlyFilterValue, action::ClearDimension, action::ClearFilter,
    action::SetFilterText, action::SetMeasure, action::SetLevel, action::SetPalette,
    action::SetClassCount, action::SetLayers, action::SetTheme, action::SetLanguage,
    action::SetCamera, action::FitCamera, action::SelectUnit, action::SelectProjects,
    action::SetPanels, action::SetSources, action::ShowMessage, action::SelectRow,
    action::AnswerPlaces, action::CountRows, action::OpenColumns, action::ShowPreview,
    action::SetColumnRole, action::SetColumnsSheet, action::SetKeepColumns, action::AcceptColumns,
    action::CloseColumns, action::AskAddress, action::FetchAddress, action::SetClassMethod,
    action::SetBreaks, action::KeepBreaks, action::SetMapType, action::SetSecond,
    action::SetDivision, action::SetMiddle, action::SetProjection, action::SetContext,
    action::ToggleProgramme, action::SetTitle, action::SetPage, action::SetPreview,
    action::AddScene, action::UpdateScene, action::ShowScene, action::MoveScene,
    action::DuplicateScene, action::RenameScene, action::RemoveScene, action::OpenWorkspace,
    action::WorkspaceSaved, action::StartPresentation, action::PresentStep, action::PresentScene,
    action::SetBlank, action::SetPresentTool, action::AddStroke, action::ClearStrokes,
    action::ExceptFilterValue, action::SetBudgetRange, action::SetStartRange,
    action::SetActiveRange, action::ToggleUnitFilter, action::SetUnitFilter, action::SetFilter,
    action::DrillInto, action::DrillUp, action::SetMapTool, action::SetBottom,
    action::SetMatrixView, action::SortProjects, action::SetComparison, action::OpenPrevious,
    action::SetPrevious, action::SetGaps, action::SetNeed, action::ExplainFigure,
    action::FlyToProject, action::SetPlaying, action::SetTour, action::EndPresentation,
    action::OpenExport, action::CloseExport, action::Output, action::Undo, action::Redo>;

/// One of them. It is copied, moved and destroyed in action.cpp alone: each panel would else
/// compile that for every alternative again.
class Action : public AnyAction {
 public:
  template <class One>
  requires(!std::derived_from<std::remove_cvref_t<One>, AnyAction>) Action(One&& one)  // NOLINT
      : AnyAction(std::in_place_type<std::remove_cvref_t<One>>, std::forward<One>(one)) {}
  Action(const Action& other);
  Action(Action&& other) noexcept;
  Action& operator=(const Action& other);
  Action& operator=(Action&& other) noexcept;
  ~Action();
};

/// Pure. History grows only when the scene changed; consecutive moves of the camera that do not
/// settle are one step.
[[nodiscard]] State reduce(State state, const Action& action);

}  // namespace malimap
