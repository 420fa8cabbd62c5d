# Page output: libcairo2-dev, libpango1.0-dev.
pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo cairo cairo-pdf cairo-svg fontconfig)
# Subsets of fonts inside SVG: libharfbuzz-dev. PDF streams: libdeflate-dev. Slides are XML in ZIP: libzip-dev.
pkg_check_modules(HARFBUZZ_SUBSET REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
