#pragma once
// Reads the place cells of a row: names first, codes beside them, then running text.

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "geo/projects/places/index.h"
#include "geo/projects/places/place_text.h"
#include "geo/projects/places/reading.h"

namespace malimap {

class PlaceReader {
 public:
  PlaceReader(const PlaceIndex::Parts& parts, const ColumnMap& columns)
      : parts_(parts), names_(parts.names), columns_(columns) {}

  [[nodiscard]] PlaceReading read(const PlaceCells& cells);

 private:
  struct Unknown {
    std::string name;
    int layer = -1;  // where it was looked for; -1: the boundaries have no such level, or anywhere
    std::optional<Candidate> proposal;
  };
  /// What a cell with names gave, in the order of the names.
  struct Named {
    std::vector<PlacePart> parts;
    std::vector<Unknown> unknown;
    bool national = false, foreign = false, group = false, reported = false;
  };
  /// A name to be understood.
  struct Question {
    std::string_view name;
    std::vector<int> layers;       // where it should be found
    std::vector<int> others;       // where it may be found instead, reported
    std::optional<Level> missing;  // the level that it should have, where the boundaries lack it
    std::vector<Spot> within;
    std::vector<Spot> context;  // decides between several of one name
    Role role = Role::Place;
    bool may_be_misspelt = true;
    bool may_be_town = true;
    bool says_level = false;  // by its column or a word
  };
  struct Answer {
    enum Kind {
      Unit,
      Town,
      National,
      Foreign,
      Group,
      Left,
      Reported,
      Ambiguous,
      Nothing
    } kind = Nothing;
    Spot spot = {};
    std::optional<LonLat> town = {};
    std::optional<Candidate> proposal = {};
  };

  // Names (places/resolve.cpp)
  [[nodiscard]] Answer resolve(const Question& question);
  [[nodiscard]] std::optional<Answer> by_alias(const Question& question);
  [[nodiscard]] std::optional<Answer> by_words(const Question& question) const;
  [[nodiscard]] std::optional<Answer> by_name(const Question& question);
  [[nodiscard]] std::optional<Answer> by_spelling(const Question& question);
  [[nodiscard]] std::optional<Answer> by_gazetteer(const Question& question);
  [[nodiscard]] std::vector<Spot> fitting(int layer, const Question& question) const;
  [[nodiscard]] const std::vector<Candidate>& near(int layer, const Question& question);
  void report_ambiguous(const Question& question, const std::vector<Spot>& spots);

  // Cells (places/cells.cpp)
  [[nodiscard]] Named names_in(std::string_view cell, std::optional<Level> level, Role role,
                               const std::vector<Spot>& within);
  [[nodiscard]] std::vector<TextPlace> places_of(std::string_view cell,
                                                 std::optional<Level> level) const;
  [[nodiscard]] Level coarsest_of(std::string_view name) const;
  void settle_brackets(std::vector<TextPlace>& places, int first_layer) const;
  [[nodiscard]] Question question_of(const TextPlace& place, std::optional<Level> level, Role role,
                                     std::vector<Spot> within, bool nested) const;
  void add(const Answer& answer, const TextPlace& place, const Question& question, Named& named);

  // Rows (places/reader.cpp)
  [[nodiscard]] Named level_of_row(std::string_view name_cell, std::string_view code_cell,
                                   Level level, Role name_role, Role code_role,
                                   const std::vector<PlacePart>& within);
  void report_unknown(const Named& named, Role role, bool located);
  [[nodiscard]] std::vector<Spot> spots_of(const std::vector<PlacePart>& parts) const;
  /// Finer places stand for the coarser ones that hold them.
  [[nodiscard]] std::vector<PlacePart> merged(std::vector<PlacePart> coarse,
                                              const std::vector<PlacePart>& fine) const;

  // Codes (place_codes.cpp)
  void apply_codes(std::string_view code_cell, std::string_view name_cell, int layer,
                   Role code_role, Role name_role, Named& named);
  /// A P-code typed in the column of the names.
  void apply_codes_typed_as_names(int layer, Role name_role, Named& named);
  void apply_code_alone(std::string_view code, int layer, Role code_role, Named& named);
  void apply_place_codes(std::string_view cell, std::vector<PlacePart>& parts);

  // Shares (places/place_shares.cpp)
  struct Words {
    bool national = false, foreign = false, home = false, group = false;
  };
  /// What the parts and words of a row come to.
  void settle(const PlaceCells& cells, std::vector<PlacePart> parts, const Words& words);

  void apply_shares(std::string_view cell, std::vector<PlacePart>& parts);
  void apply_inline_shares(std::vector<PlacePart>& parts);

  void remark(Remark what, Role role) {
    what.column = columns_.at(role);
    reading_.remarks.push_back(std::move(what));
  }
  static void add_once(std::vector<PlacePart>& parts, PlacePart part);

  const PlaceIndex::Parts& parts_;
  const UnitNames& names_;
  const ColumnMap& columns_;
  PlaceReading reading_;
  bool use_gazetteer_ = true;
  std::unordered_map<std::string, std::vector<Candidate>> near_;  // what was looked for before
};

}  // namespace malimap
