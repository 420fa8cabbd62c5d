find_package(GDAL REQUIRED)  # libgdal-dev: GDAL::GDAL
