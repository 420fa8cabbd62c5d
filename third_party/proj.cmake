pkg_check_modules(PROJ REQUIRED IMPORTED_TARGET proj)  # libproj-dev: PkgConfig::PROJ
