# Text, numbers, results, formats: libicu-dev, gettext, libexpected-dev, libfmt-dev, nlohmann-json3-dev, libsimdjson-dev, libcli11-dev.
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)  # where a file is read at the start
find_package(CLI11 REQUIRED)
find_program(MSGFMT msgfmt REQUIRED)
find_path(TL_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)
