#include "geo/output/summary.h"

#include <algorithm>
#include <array>

#include "geo/output/summary_rows.h"
#include "geo/output/summary_text.h"

namespace malimap {
namespace {

struct GroupWord {
  std::string_view word;
  std::optional<Level> level;
  std::optional<Dimension> dimension;
};
constexpr std::array<GroupWord, 6> kWords = {{
    {"region", Level::Region, std::nullopt},
    {"cercle", Level::Cercle, std::nullopt},
    {"commune", Level::Commune, std::nullopt},
    {"fund", std::nullopt, Dimension::Fund},
    {"sector", std::nullopt, Dimension::Sector},
    {"status", std::nullopt, Dimension::Status},
}};

std::string known_words() {
  std::string all;
  for (const auto& known : kWords)
    all += (all.empty() ? "" : ", ") + std::string(known.word);
  return all;
}

Status check_levels(const SummaryInput& input) {
  for (const auto& by : input.by)
    if (by.level && !input.boundaries->layer(*by.level)) {
      std::string levels;
      for (const auto& layer : input.boundaries->layers)
        levels += (levels.empty() ? "" : ", ") + std::string(word_of(layer.level));
      return failure({N_("The boundaries have no level \"{0}\"."), {by.word}},
                     {input.boundaries->source, {}, {}, {}}, {N_("They have: {0}."), {levels}});
    }
  return {};
}

}  // namespace

Result<std::vector<GroupBy>> parse_group_by(std::span<const std::string> words) {
  const Message remedy{N_("Rows can be made by {0}."), {known_words()}};
  std::vector<GroupBy> by;
  for (const auto& word : words) {
    const auto known = std::find_if(kWords.begin(), kWords.end(),
                                    [&](const GroupWord& known) { return known.word == word; });
    if (known == kWords.end())
      return failure({N_("Rows cannot be made by \"{0}\"."), {word}}, {}, remedy);
    for (const auto& before : by) {
      if (before.word == word)
        return failure({N_("Rows are made by \"{0}\" twice."), {word}}, {}, {});
      if (before.level && known->level)
        return failure({N_("Rows are made by one level of units only, not by {0} and {1}."),
                        {before.word, word}},
                       {}, {});
    }
    by.push_back({word, known->level, known->dimension});
  }
  if (by.empty())
    return failure({N_("Nothing is said to make rows by."), {}}, {}, remedy);
  return by;
}

Result<std::string> summarize(const SummaryInput& input) {
  if (Status status = check_levels(input); !status)
    return tl::make_unexpected(status.error());
  const Summary summary = make_summary(input);
  const Translator tr(input.language);
  switch (input.format) {
    case TextFormat::Csv:
      return summary_csv(summary, input);
    case TextFormat::Json:
      return summary_json(summary, input, tr);
    case TextFormat::Table:
      break;
  }
  return summary_table(summary, input, tr);
}

Result<std::vector<WorkbookSheet>> summary_sheets(const SummaryInput& input) {
  if (Status status = check_levels(input); !status)
    return tl::make_unexpected(status.error());
  return summary_workbook(make_summary(input), input, Translator(input.language));
}

}  // namespace malimap
