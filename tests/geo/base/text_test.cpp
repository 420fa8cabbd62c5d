#include "geo/base/text.h"

#include "tests/support/catch.h"

using namespace malimap;

TEST_CASE("a long text is cut between words") {
  CHECK(shortened("Forage à Ber", 12) == "Forage à Ber");
  CHECK(shortened("Forage à Ber", 20) == "Forage à Ber");
  CHECK(shortened("Forage équipé à Ber", 13) == "Forage équipé…");
  CHECK(shortened("Forage équipé à Ber", 18) == "Forage équipé à…");
  CHECK(shortened("éééééééé", 3) == "ééé…");  // one word alone
  CHECK(shortened("", 3).empty());
}

TEST_CASE("folding makes one name of its spellings") {
  for (const char* spelling : {"Ménaka", "MENAKA", " menaka ", "Me\u0301naka"})
    CHECK(fold(spelling) == "menaka");
  CHECK(fold("Gourma-Rharous") == fold("gourma  rharous"));
  CHECK(fold("L\u2019eau") == fold("l'EAU"));
  CHECK(fold("\u00a0Ségou\u202f") == "segou");
  CHECK(fold("").empty());
}

TEST_CASE("every letter folds alone as it does among others") {
  // The ideogram brings its text to the general way, whatever else it holds.
  const auto of_code = [](unsigned c) {
    std::string text;
    if (c < 0x80)
      text = {static_cast<char>(c)};
    else if (c < 0x800)
      text = {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    else
      text = {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
              static_cast<char>(0x80 | (c & 0x3F))};
    return text;
  };
  for (unsigned c = 1; c < 0x2100; ++c) {
    for (const std::string& text :
         {"q" + of_code(c) + "Q", of_code(c) + " é" + of_code(c), "-" + of_code(c) + of_code(c)})
      if (fold("x" + text + "x\u4e00") != fold("x" + text + "x") + "\u4e00")
        FAIL_CHECK("U+" << std::hex << c << " folds to " << fold("x" + text + "x"));
    CHECK(fold(fold(of_code(c))) == fold(of_code(c)));
  }
}

TEST_CASE("what is not UTF-8 folds to replacement characters") {
  CHECK(fold("S\xe9gou") == "s\ufffdgou");
  CHECK(fold("SE\xc3") == "se\ufffd");
  CHECK(fold("L\xe2\x80") == "l\ufffd");
}

TEST_CASE("trimming takes blanks of every kind and the byte order mark") {
  CHECK(trim("\ufeff\u00a0 Kidal \u202f\t") == "Kidal");
  CHECK(trim(" \u00a0").empty());
}

TEST_CASE("what stands for nothing is missing, what looks like it is not") {
  for (const char* nothing :
       {"", " ", "#N/A", "#REF!", "<Null>", "NA", "-", "n/d", "None", "n. d.", "N.D."})
    CHECK(is_missing(nothing));
  for (const char* something : {"0", "Nara", "non", "Na-Nara"})
    CHECK_FALSE(is_missing(something));
}

TEST_CASE("splitting trims and leaves empty pieces out") {
  CHECK(split("Gao; Mopti ;;", ";") == std::vector<std::string>{"Gao", "Mopti"});
  CHECK(split("", ";").empty());
}

TEST_CASE("broken UTF-8 becomes replacement characters") {
  CHECK(valid_utf8("S\xe9gou") == "S\ufffdgou");
  CHECK(valid_utf8("Ségou") == "Ségou");
}

TEST_CASE("collation follows the dictionary, not the code points") {
  CHECK(collates_before("Éducation", "Santé"));
  CHECK_FALSE(collates_before("Santé", "Éducation"));
}
