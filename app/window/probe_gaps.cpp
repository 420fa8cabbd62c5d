#include "app/window/probe_gaps.h"

#include <algorithm>

#include "app/panels/bottom_tabs.h"
#include "app/panels/gaps_parts.h"
#include "app/panels/matrix_view.h"
#include "app/panels/words.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kFirstRanks = 20;

template <class T>
Json number(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

std::string code_of_zone(const Coverage& coverage, int zone) {
  return coverage.zones[static_cast<std::size_t>(zone)].code;
}

Json rank_json(const GapRank& rank, const GapStudy& study, const Translator& tr) {
  return {{"zone", code_of_zone(study.coverage, rank.zone)},
          {"sector", rank.sector},
          {"reason", word_of(rank.reason)},
          {"score", rank.score},
          {"need", rank.need},
          {"aid", rank.aid},
          {"moved", rank.moved},
          {"sentence", sentence_of(rank, study, tr)}};
}

Json zones_json(const std::vector<int>& zones, const Coverage& coverage) {
  Json codes = Json::array();
  for (const int zone : zones)
    codes.push_back(code_of_zone(coverage, zone));
  return codes;
}

}  // namespace

const char* word_of(BottomTab tab) {
  for (const bottom_panel::Tab& one : bottom_panel::tabs())
    if (one.tab == tab)
      return one.word;
  return "none";
}

Json matrix_json(const PanelContext& ctx) {
  if (!ctx.derived.matrix)
    return nullptr;
  const Matrix& matrix = *ctx.derived.matrix;
  const Coverage& coverage = *ctx.derived.coverage;
  constexpr const char* kShown[] = {"projects", "budget", "partners"};
  Json columns = Json::array(), rows = Json::array();
  for (const auto& column : matrix.columns)
    columns.push_back(column.value_or(""));
  for (const std::size_t row :
       matrix_view::order_of(matrix, coverage, ctx.state.matrix.show, ctx.text.matrix))
    rows.push_back(code_of_zone(coverage, matrix.rows[row]));
  Json cells = Json::object();
  for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
    Json cell = Json::array();
    for (std::size_t c = 0; c < matrix.columns.size(); ++c)
      cell.push_back({number(matrix.at(r, c).figures.projects), number(matrix.at(r, c).partners)});
    cells[code_of_zone(coverage, matrix.rows[r])] = std::move(cell);
  }
  return {{"by", ui::dimension_word(matrix.by)},
          {"show", kShown[static_cast<std::size_t>(ctx.state.matrix.show)]},
          {"published", matrix.published},
          {"columns", columns},
          {"rows", rows},
          {"cells", cells},
          {"total", number(matrix.total.figures.projects)},
          {"note", matrix.notes.empty() ? "" : text_of(matrix.notes.front(), ctx.tr)}};
}

Json gaps_json(const PanelContext& ctx) {
  Json json = {{"problem", ctx.derived.gaps_problem},
               {"need", text_of(ctx.state.scene.gaps.need)},
               {"aid", word_of(ctx.state.scene.gaps.aid)},
               {"order", word_of(order_of(ctx.state.scene.gaps))},
               {"by_sector", ctx.state.scene.gaps.by_sector},
               {"beyond_km", ctx.state.scene.gaps.beyond_km},
               {"planned", ctx.state.scene.gaps.planned.size()}};
  if (!ctx.derived.gaps)
    return json;
  const GapStudy& study = *ctx.derived.gaps;
  json["gini"] = number(study.inequality.gini);
  json["hoover"] = number(study.inequality.hoover);
  json["theil"] = number(study.inequality.theil);
  json["gini_as_zero"] = number(study.unreported_as_zero.gini);
  json["universe"] = sentence_of(study.inequality.universe, ctx.tr);
  json["lorenz"] = lorenz_chart::names_of(study);
  json["without"] = zones_json(study.without_any, study.coverage);
  json["not_reported"] = zones_json(study.not_reported, study.coverage);
  Json ranked = Json::array();
  for (std::size_t i = 0; i < std::min(kFirstRanks, study.ranked.size()); ++i)
    ranked.push_back(rank_json(study.ranked[i], study, ctx.tr));
  json["ranked"] = std::move(ranked);
  json["distances"] = ctx.derived.distances ? Json(ctx.derived.distances->points) : Json();
  return json;
}

}  // namespace malimap
