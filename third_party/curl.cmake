find_package(CURL REQUIRED)  # libcurl4-openssl-dev: CURL::libcurl, for boundaries given by address
