# Workbooks (XLSX, ODS) are XML in ZIP: libexpat1-dev, zlib1g-dev.
find_package(EXPAT REQUIRED)  # EXPAT::EXPAT
find_package(ZLIB REQUIRED)   # ZLIB::ZLIB
# IATI activities: libpugixml-dev.
find_package(pugixml REQUIRED)
