#include "geo/coverage/gaps/settings.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

namespace malimap {
namespace {

constexpr std::string_view kPopulation = "population", kArea = "area";

struct AidWord {
  Aid aid;
  std::string_view word;
};
constexpr std::array kAidWords = {
    AidWord{Aid::Projects, "projects"},
    AidWord{Aid::Budget, "budget"},
    AidWord{Aid::Partners, "partners"},
};

struct OrderWord {
  GapOrder order;
  std::string_view word;
};
constexpr std::array kOrderWords = {
    OrderWord{GapOrder::Usual, "usual"},
    OrderWord{GapOrder::Shortfall, "shortfall"},
    OrderWord{GapOrder::Load, "load"},
};

bool is_file(std::string_view path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(std::filesystem::path(path), ignored);
}

/// "C:\...": the colon behind a drive's letter parts nothing.
bool is_drive_colon(std::string_view text, std::size_t colon) {
  return colon == 1 && std::isalpha(static_cast<unsigned char>(text[0])) && text.size() > 2 &&
         (text[2] == '\\' || text[2] == '/');
}

NeedChoice file_choice(std::string_view path, std::string_view column) {
  return {NeedKind::File, std::string(path), std::string(column)};
}

/// The colon between path and column: the last one with a file before it; where no file is there
/// yet, the last one that no folder follows.
std::size_t parting_colon(std::string_view text) {
  std::size_t fallback = std::string_view::npos;
  for (std::size_t colon = text.rfind(':'); colon != std::string_view::npos && colon > 0;
       colon = text.rfind(':', colon - 1)) {
    if (is_drive_colon(text, colon))
      continue;
    if (is_file(text.substr(0, colon)))
      return colon;
    if (fallback == std::string_view::npos &&
        text.find_first_of("/\\", colon) == std::string_view::npos)
      fallback = colon;
  }
  return fallback;
}

}  // namespace

NeedChoice parse_need(std::string_view text) {
  if (text.empty() || text == kPopulation)
    return {};
  if (text == kArea)
    return {NeedKind::Area, {}, {}};
  if (is_file(text))
    return file_choice(text, {});
  const std::size_t colon = parting_colon(text);
  return colon == std::string_view::npos
             ? file_choice(text, {})
             : file_choice(text.substr(0, colon), text.substr(colon + 1));
}

std::string text_of(const NeedChoice& need) {
  if (need.kind == NeedKind::Population)
    return std::string(kPopulation);
  if (need.kind == NeedKind::Area)
    return std::string(kArea);
  if (!need.column.empty())
    return need.path + ":" + need.column;
  const bool looks_like_a_word = need.path == kPopulation || need.path == kArea;
  return (looks_like_a_word ? "./" : "") + need.path;
}

std::string_view word_of(Aid aid) {
  return std::find_if(kAidWords.begin(), kAidWords.end(),
                      [&](const AidWord& entry) { return entry.aid == aid; })
      ->word;
}

std::optional<Aid> aid_of(std::string_view word) {
  for (const AidWord& entry : kAidWords)
    if (entry.word == word)
      return entry.aid;
  return std::nullopt;
}

std::string_view word_of(GapOrder order) {
  return std::find_if(kOrderWords.begin(), kOrderWords.end(),
                      [&](const OrderWord& entry) { return entry.order == order; })
      ->word;
}

std::optional<GapOrder> gap_order_of(std::string_view word) {
  for (const OrderWord& entry : kOrderWords)
    if (entry.word == word)
      return entry.order;
  return std::nullopt;
}

GapOrder order_of(const GapSettings& settings) {
  if (settings.aid == Aid::Budget)
    return GapOrder::Shortfall;
  if (settings.order != GapOrder::Usual)
    return settings.order;
  return settings.aid == Aid::Partners ? GapOrder::Load : GapOrder::Shortfall;
}

}  // namespace malimap
