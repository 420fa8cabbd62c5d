#include "geo/boundaries/address.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <memory>

namespace malimap {
namespace {

constexpr std::size_t kLongestName = 80;
constexpr std::size_t kLongestUrl = 8000;

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part_of(const Url& url, CURLUPart part, unsigned int flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK)
    return {};
  std::string result = text;
  curl_free(text);
  return result;
}

bool is_loopback(std::string host) {
  if (host == "localhost")
    return true;
  if (host.size() > 2 && host.front() == '[')
    host = host.substr(1, host.size() - 2);
  in_addr v4{};
  if (inet_pton(AF_INET, host.c_str(), &v4) == 1)
    return (ntohl(v4.s_addr) >> 24) == 127;
  in6_addr v6{};
  return inet_pton(AF_INET6, host.c_str(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

/// FNV-1a, 64 bits: names a copy, protects nothing.
std::string key_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return fmt::format("{:016x}", hash);
}

std::string name_of(const std::string& path) {
  std::string name = path.substr(path.rfind('/') + 1);
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '.' && c != '-' && c != '_')
      c = '_';
  if (name.size() > kLongestName)  // the ending tells formats apart
    name.erase(0, name.size() - kLongestName);
  const auto first = name.find_first_not_of('.');
  return first == std::string::npos ? "boundaries" : name.substr(first);
}

tl::unexpected<Error> not_allowed(const std::string& shown) {
  return failure({N_("only addresses that begin with https:// are opened"), {}},
                 {.file = shown, .sheet = {}, .row = {}, .column = {}},
                 {N_("download the file first"), {}});
}

}  // namespace

bool is_remote(std::string_view path) {
  std::string start(path.substr(0, 8));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return start.starts_with("https://") || start.starts_with("http://");
}

Result<Address> read_address(const std::string& text) {
  const Url url(curl_url(), &curl_url_cleanup);
  if (!url || text.size() > kLongestUrl || !is_remote(text) ||
      curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_URLENCODE) != CURLUE_OK)
    return not_allowed({});
  Address address;
  address.url = part_of(url, CURLUPART_URL);
  std::string host = part_of(url, CURLUPART_HOST);
  std::transform(host.begin(), host.end(), host.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  address.loopback = is_loopback(host);
  for (const CURLUPart secret : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS})
    curl_url_set(url.get(), secret, nullptr, 0);
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  address.key = key_of(part_of(url, CURLUPART_URL));
  curl_url_set(url.get(), CURLUPART_QUERY, nullptr, 0);
  address.shown = part_of(url, CURLUPART_URL);
  address.name = name_of(part_of(url, CURLUPART_PATH, CURLU_URLDECODE));
  if (part_of(url, CURLUPART_SCHEME) != "https" && !address.loopback)
    return not_allowed(address.shown);
  return address;
}

}  // namespace malimap
