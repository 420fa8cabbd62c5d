#include "geo/projects/iati/activity.h"

#include <algorithm>
#include <cstdlib>
#include <pugixml.hpp>

#include "geo/base/text.h"
#include "geo/projects/tables/file_bytes.h"
#include "geo/projects/values.h"

namespace malimap::iati {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr std::size_t kHeadBytes = 16384;
constexpr int kDeepest = 4;  // of the root, above the activities

std::string text(const char* value) {
  return std::string(trim(value));
}

std::string attribute(const pugi::xml_node& node, const char* name) {
  return text(node.attribute(name).value());
}

std::string folded(const std::string& value) {
  return fold(value);
}

/// Texts in several languages: 2.0x has <narrative> elements, 1.0x repeats the element itself.
class Texts {
 public:
  Texts(std::string wished, std::string own) : wished_(std::move(wished)), own_(std::move(own)) {}

  [[nodiscard]] std::string of(const pugi::xml_node& parent, const char* name) const {
    std::string best;
    int best_rank = 0;
    for (const auto& element : parent.children(name)) {
      bool narrated = false;
      for (const auto& narrative : element.children("narrative")) {
        consider(narrative, language_of(narrative, element), best, best_rank);
        narrated = true;
      }
      if (!narrated)
        consider(element, attribute(element, "xml:lang"), best, best_rank);
    }
    return best;
  }
  /// Of one element.
  [[nodiscard]] std::string of(const pugi::xml_node& element) const {
    std::string best;
    int best_rank = 0;
    for (const auto& narrative : element.children("narrative"))
      consider(narrative, language_of(narrative, element), best, best_rank);
    if (best_rank == 0)
      consider(element, attribute(element, "xml:lang"), best, best_rank);
    return best;
  }

 private:
  static std::string language_of(const pugi::xml_node& narrative, const pugi::xml_node& element) {
    const std::string own = attribute(narrative, "xml:lang");
    return own.empty() ? attribute(element, "xml:lang") : own;
  }
  void consider(const pugi::xml_node& node, const std::string& language, std::string& best,
                int& best_rank) const {
    const std::string here = text(node.text().get());
    if (here.empty())
      return;
    const std::string code = folded(language.empty() ? own_ : language).substr(0, 2);
    const int rank = code == wished_ ? 3 : code == folded(own_).substr(0, 2) ? 2 : 1;
    if (rank > best_rank) {
      best = here;
      best_rank = rank;
    }
  }

  std::string wished_, own_;
};

std::optional<double> percent_of(const pugi::xml_node& node) {
  std::string typed = attribute(node, "percentage");
  while (!typed.empty() && (typed.back() == '%' || typed.back() == ' '))
    typed.pop_back();
  return decimal_number(typed);
}

std::vector<Part> parts(const pugi::xml_node& parent, const char* name, const Texts& texts) {
  std::vector<Part> all;
  for (const auto& node : parent.children(name))
    all.push_back(
        {attribute(node, "vocabulary"), attribute(node, "code"), texts.of(node), percent_of(node)});
  return all;
}

Value value_of(const pugi::xml_node& parent, const std::string& currency) {
  const auto node = parent.child("value");
  std::string own = attribute(node, "currency");
  return {text(node.text().get()), own.empty() ? currency : own, attribute(node, "value-date")};
}

void add_organisation(Activity& activity, const pugi::xml_node& node, const Texts& texts) {
  const std::string role = folded(attribute(node, "role"));
  std::string name = texts.of(node);
  if (name.empty())
    name = attribute(node, "ref");
  if (name.empty())
    return;
  auto& list = role == "1" || role == "funding" ? activity.funding : activity.implementing;
  if (role != "1" && role != "funding" && role != "4" && role != "implementing")
    return;
  if (std::find(list.begin(), list.end(), name) == list.end())
    list.push_back(std::move(name));
}

void add_date(Activity& activity, const pugi::xml_node& node) {
  const std::string type = folded(attribute(node, "type"));
  std::string day = attribute(node, "iso-date");
  if (day.empty())
    day = text(node.text().get());
  if (type == "1" || type == "start planned")
    activity.planned_start = day;
  else if (type == "2" || type == "start actual")
    activity.actual_start = day;
  else if (type == "3" || type == "end planned")
    activity.planned_end = day;
  else if (type == "4" || type == "end actual")
    activity.actual_end = day;
}

/// "14.48 -4.18", latitude first (EPSG:4326), also with a comma between.
std::optional<LonLat> point_of(const pugi::xml_node& location) {
  const auto coordinates = location.child("coordinates");  // 1.0x
  std::string lat = attribute(coordinates, "latitude"), lon = attribute(coordinates, "longitude");
  if (lat.empty() || lon.empty()) {
    const auto pieces = split(location.child("point").child("pos").text().get(), " ,;\t\n");
    if (pieces.size() != 2)
      return {};
    lat = pieces[0];
    lon = pieces[1];
  }
  const auto x = decimal_number(lon), y = decimal_number(lat);
  return x && y ? std::optional(LonLat{*x, *y}) : std::nullopt;
}

ActivityLocation location_of(const pugi::xml_node& node, const Texts& texts) {
  ActivityLocation location;
  location.name = texts.of(node, "name");
  location.point = point_of(node);
  for (const auto& id : node.children("location-id"))
    location.codes.push_back({attribute(id, "vocabulary"), {}, attribute(id, "code"), {}});
  for (const auto& unit : node.children("administrative")) {
    location.codes.push_back({attribute(unit, "vocabulary"), attribute(unit, "level"),
                              attribute(unit, "code"), text(unit.text().get())});
    for (const char* level : {"adm1", "adm2"})  // 1.0x
      if (const std::string code = attribute(unit, level); !code.empty())
        location.codes.push_back({{}, level + 3, code, {}});
  }
  return location;
}

TransactionKind kind_of(const pugi::xml_node& transaction) {
  const std::string code = attribute(transaction.child("transaction-type"), "code");
  if (code == "2" || code == "C")
    return TransactionKind::OutgoingCommitment;
  return code == "11" ? TransactionKind::IncomingCommitment : TransactionKind::Other;
}

Activity activity_of(const pugi::xml_node& node, const std::string& wished) {
  const Texts texts(wished, attribute(node, "xml:lang"));
  const std::string currency = attribute(node, "default-currency");
  Activity activity;
  activity.identifier = text(node.child("iati-identifier").text().get());
  activity.title = texts.of(node, "title");
  activity.description = texts.of(node, "description");
  activity.status = attribute(node.child("activity-status"), "code");
  if (activity.status.empty())
    activity.status = texts.of(node, "activity-status");
  for (const auto& organisation : node.children("participating-org"))
    add_organisation(activity, organisation, texts);
  for (const auto& date : node.children("activity-date"))
    add_date(activity, date);
  activity.sectors = parts(node, "sector", texts);
  activity.countries = parts(node, "recipient-country", texts);
  activity.regions = parts(node, "recipient-region", texts);
  for (const auto& location : node.children("location"))
    activity.locations.push_back(location_of(location, texts));
  for (const auto& budget : node.children("budget"))
    activity.budgets.push_back(
        {attribute(budget, "type") == "2" || folded(attribute(budget, "type")) == "revised",
         attribute(budget.child("period-start"), "iso-date"),
         attribute(budget.child("period-end"), "iso-date"), value_of(budget, currency)});
  for (const auto& transaction : node.children("transaction"))
    activity.transactions.push_back({kind_of(transaction), value_of(transaction, currency),
                                     parts(transaction, "sector", texts),
                                     parts(transaction, "recipient-country", texts),
                                     parts(transaction, "recipient-region", texts)});
  for (const auto& related : node.children("related-activity"))
    if (attribute(related, "type") == "1" || folded(attribute(related, "type")) == "parent")
      activity.parents.push_back(attribute(related, "ref"));
  return activity;
}

void collect(const pugi::xml_node& node, int depth, const std::string& wished,
             std::vector<Activity>& all) {
  for (const auto& child : node.children()) {
    if (std::string_view(child.name()) == "iati-activity") {
      all.push_back(activity_of(child, wished));
      all.back().number = static_cast<std::int64_t>(all.size());
    } else if (depth < kDeepest) {
      collect(child, depth + 1, wished, all);
    }
  }
}

}  // namespace

bool is_iati(const std::string& path) {
  const auto head = read_head(path, kHeadBytes);
  if (!head)
    return false;
  std::string plain = *head;  // UTF-16 has its letters at every second byte
  std::erase(plain, '\0');
  return plain.find("<iati-activit") != std::string::npos;
}

Result<std::vector<Activity>> read_activities(const std::string& path, Language language) {
  const Place place{.file = path, .sheet = {}, .row = {}, .column = {}};
  const auto bytes = read_bytes(path, kMostBytes);
  if (!bytes)
    return tl::make_unexpected(bytes.error());
  pugi::xml_document document;
  const auto parsed = document.load_buffer(bytes->bytes.data(), bytes->bytes.size());
  std::vector<Activity> all;
  // What stands before the fault is not lost in silence: a broken file is refused as a whole.
  if (!parsed) {
    const auto upto = bytes->bytes.substr(0, static_cast<std::size_t>(parsed.offset));
    const auto line = 1 + std::count(upto.begin(), upto.end(), '\n');
    return failure({N_("the XML is not well formed at line {0}: {1}"),
                    {std::to_string(line), parsed.description()}},
                   place, {N_("is the file whole? download it again"), {}});
  }
  collect(document, 0, language == Language::French ? "fr" : "en", all);
  if (all.empty())
    return failure({N_("the file holds no activity"), {}}, place);
  return all;
}

}  // namespace malimap::iati
