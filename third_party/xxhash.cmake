# Whether a file is the one that was read before: libxxhash-dev, of which the headers alone are used.
find_path(XXHASH_INCLUDE xxhash.h REQUIRED)
