# Page output: libcairo2-dev, libpango1.0-dev.
pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo cairo cairo-pdf cairo-svg fontconfig)
