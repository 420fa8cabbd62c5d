#include "geo/boundaries/plain_geojson.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "geo/base/mapped_file.h"
#include "geo/base/translator.h"
#include "geo/boundaries/json_points.h"

namespace malimap {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMostBytes = 64'000'000;

/// The members of an object, of which only these may be there, each once; nothing otherwise.
template <std::size_t Count>
std::optional<std::array<std::optional<dom::element>, Count>> members(
    dom::element json, const std::array<std::string_view, Count>& names) {
  dom::object object;
  if (json.get(object))
    return std::nullopt;
  std::array<std::optional<dom::element>, Count> found;
  for (const auto& [name, value] : object) {
    const auto known = std::find(names.begin(), names.end(), name);
    if (known == names.end())
      return std::nullopt;
    auto& member = found[static_cast<std::size_t>(known - names.begin())];
    if (member)
      return std::nullopt;
    member = value;
  }
  return found;
}

bool is_text(const std::optional<dom::element>& json, std::string_view text) {
  std::string_view value;
  return json && !json->get(value) && value == text;
}

/// The old way (GeoJSON 2008) to say what is now the rule.
bool says_degrees(dom::element crs) {
  const auto parts = members<2>(crs, {"type", "properties"});
  if (!parts || !is_text((*parts)[0], "name") || !(*parts)[1])
    return false;
  const auto name = members<1>(*(*parts)[1], {"name"});
  return name && is_text((*name)[0], "urn:ogc:def:crs:OGC:1.3:CRS84");
}

bool is_null(const std::optional<dom::element>& json) {
  return json && json->is_null();
}

/// Fills the shape; false for anything but areas.
bool add_areas(dom::element geometry, ShapeResult& shape) {
  const auto parts = members<3>(geometry, {"type", "coordinates", "bbox"});
  if (!parts || !(*parts)[1])
    return false;
  const dom::element coordinates = *(*parts)[1];
  const auto add = [&](dom::element polygon) {
    auto rings = json_rings(polygon);
    const bool filled =
        rings && !rings->empty() &&
        std::none_of(rings->begin(), rings->end(), [](const Ring& ring) { return ring.empty(); });
    if (filled)
      add_polygon(std::move(*rings), shape);
    return filled;
  };
  if (is_text((*parts)[0], "Polygon"))
    return add(coordinates);
  dom::array list;
  if (!is_text((*parts)[0], "MultiPolygon") || coordinates.get(list) || list.size() == 0)
    return false;
  return std::all_of(list.begin(), list.end(), add);
}

/// The properties of all features, still as JSON: one after the other, feature by feature.
struct Values {
  std::vector<std::string_view> names;
  std::vector<dom::element> values;

  /// False where the feature has others than the first one.
  bool add(dom::element properties) {
    dom::object object;
    if (properties.get(object))
      return false;
    const bool first = values.empty();
    std::size_t count = 0;
    for (const auto& [name, value] : object) {
      if (first) {
        if (std::find(names.begin(), names.end(), name) != names.end())
          return false;
        names.push_back(name);
      } else if (count >= names.size() || names[count] != name) {
        return false;
      }
      values.push_back(value);
      ++count;
    }
    return count > 0 && count == names.size();
  }
};

/// What the values of a property are; a number without fraction counts as Real beside one with.
enum class Kind { Unknown, Text, Whole, Real, Truth };

std::optional<Kind> kind_of(dom::element value) {
  switch (value.type()) {
    case dom::element_type::STRING:
      return Kind::Text;
    case dom::element_type::INT64:
      return Kind::Whole;
    case dom::element_type::DOUBLE:
      return Kind::Real;
    case dom::element_type::BOOL:
      return Kind::Truth;
    case dom::element_type::NULL_VALUE:
      return Kind::Unknown;
    default:
      return std::nullopt;
  }
}

/// The kind of both; nothing where they do not go together.
std::optional<Kind> together(Kind a, Kind b) {
  if (a == b || b == Kind::Unknown)
    return a;
  if (a == Kind::Unknown)
    return b;
  if (std::max(a, b) == Kind::Real && std::min(a, b) == Kind::Whole)
    return Kind::Real;
  return std::nullopt;
}

std::optional<Kind> kind_of_column(const Values& values, std::size_t column) {
  Kind kind = Kind::Unknown;
  for (std::size_t i = column; i < values.values.size(); i += values.names.size()) {
    const auto here = kind_of(values.values[i]);
    const auto both = here ? together(kind, *here) : std::nullopt;
    if (!both)
      return std::nullopt;
    kind = *both;
  }
  return kind;
}

/// The value as GDAL writes it.
std::string text_of(dom::element value, Kind kind) {
  if (value.is_null())
    return {};
  switch (kind) {
    case Kind::Text:
      return attribute_value(value.get_string().value());
    case Kind::Whole:
      return fmt::format("{}", value.get_int64().value());
    case Kind::Real:
      return fmt::format("{:.15g}", value.get_double().value());
    case Kind::Truth:
      return value.get_bool().value() ? "1" : "0";
    case Kind::Unknown:
      break;
  }
  return {};
}

bool has_nul(std::string_view text) {
  return text.find('\0') != std::string_view::npos;
}

/// False where a property is of several types.
bool fill_table(const Values& values, AttributeTable& table) {
  const std::size_t columns = values.names.size();
  std::vector<Kind> kinds;
  for (std::size_t column = 0; column < columns; ++column) {
    const auto kind = kind_of_column(values, column);
    if (!kind || has_nul(values.names[column]))
      return false;
    kinds.push_back(*kind);
    table.fields.push_back(attribute_value(values.names[column]));
  }
  for (std::size_t i = 0; i < values.values.size(); ++i) {
    if (i % columns == 0)
      table.rows.emplace_back();
    std::string_view text;
    if (!values.values[i].get(text) && has_nul(text))
      return false;
    table.rows.back().push_back(text_of(values.values[i], kinds[i % columns]));
  }
  return true;
}

bool add_feature(dom::element json, Values& values, Features& features) {
  const auto parts = members<4>(json, {"type", "properties", "geometry", "bbox"});
  if (!parts || !is_text((*parts)[0], "Feature") || !(*parts)[1] || !(*parts)[2] ||
      !values.add(*(*parts)[1]))
    return false;
  ShapeResult shape;
  if (is_null((*parts)[2]))
    note_flaw(shape, N_("{0} has no geometry"));
  else if (!add_areas(*(*parts)[2], shape))
    return false;
  finish_shape(shape);
  features.shapes.push_back(std::move(shape));
  features.numbers.push_back(static_cast<std::int64_t>(features.shapes.size()));
  return true;
}

std::optional<Features> features_of(dom::element json, const std::string& path) {
  const auto parts = members<5>(json, {"type", "features", "crs", "name", "bbox"});
  if (!parts || !is_text((*parts)[0], "FeatureCollection") || !(*parts)[1])
    return std::nullopt;
  if ((*parts)[2] && !says_degrees(*(*parts)[2]))
    return std::nullopt;
  Features features;
  features.layer = std::filesystem::path(path).stem().string();
  std::string_view name;
  if ((*parts)[3] && ((*parts)[3]->get(name) || name.empty() || has_nul(name)))
    return std::nullopt;
  if (!name.empty())
    features.layer = name;
  dom::array list;
  if ((*parts)[1]->get(list))
    return std::nullopt;
  Values values;
  for (const dom::element feature : list)
    if (features.shapes.size() == kMostUnits || !add_feature(feature, values, features))
      return std::nullopt;
  const bool drawn = std::any_of(features.shapes.begin(), features.shapes.end(),
                                 [](const ShapeResult& shape) { return !shape.polygons.empty(); });
  if (!drawn || !fill_table(values, features.table))
    return std::nullopt;
  return features;
}

bool is_geojson(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  return extension == ".geojson" || extension == ".json";
}

/// What a file that may be plain says.
class Document {
 public:
  [[nodiscard]] bool open(const std::string& path) {
    const auto file = is_geojson(path) ? MappedFile::open(path) : nullptr;
    return file && file->bytes().size() <= kMostBytes &&
           !parser_.parse(file->bytes().data(), file->bytes().size()).get(json_) &&
           file->is_unchanged();
  }
  [[nodiscard]] dom::element json() const { return json_; }

 private:
  dom::parser parser_;
  dom::element json_;
};

}  // namespace

std::optional<Features> plain_geojson(const std::string& path, const BoundaryOptions& options) {
  Document document;
  if (!options.layer.empty() || !document.open(path))
    return std::nullopt;
  return features_of(document.json(), path);
}

bool begins_with_areas(const std::string& path) {
  Document document;
  dom::array list;
  if (!document.open(path) || document.json()["features"].get(list))
    return false;
  for (const dom::element feature : list) {
    dom::element geometry;
    if (feature["geometry"].get(geometry))
      return false;
    ShapeResult shape;
    if (!geometry.is_null())
      return add_areas(geometry, shape);
  }
  return false;
}

}  // namespace malimap
