#include "geo/base/error.h"

#include "tests/support/catch.h"

using namespace malimap;

TEST_CASE("an error is one sentence: where, what, what to do") {
  const Error error{{N_("no data"), {}}, {"liste.csv", "", 12, "Budget"}, {N_("no data"), {}}};
  CHECK(sentence(error, Translator(Language::English)) ==
        "liste.csv, row 12, column Budget: no data. No data");
  CHECK(sentence(error, Translator(Language::French)) ==
        "liste.csv, ligne 12, colonne Budget\u00a0: n.\u00a0d. N.\u00a0d.");
}

TEST_CASE("what a stranger's file says cannot break the line or the format") {
  const Error error{{"{0}", {"a\nb\x1b[31m{1}"}}, {"f", "", {}, ""}, {}};
  CHECK(sentence(error, Translator(Language::English)) == "f: a b [31m{1}");
  const Error broken{{"{0} {7}", {"a"}}, {}, {}};
  CHECK(sentence(broken, Translator(Language::English)) == "{0} {7}");
}
