# catch2: 2.13 on Debian 12, 3 on Debian 13; tests/support/catch.h hides the difference.
find_package(Catch2 REQUIRED)
