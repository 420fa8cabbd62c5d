#include "geo/boundaries/download.h"

#include <curl/curl.h>

#include <cstdio>
#include <memory>
#include <mutex>

namespace malimap {
namespace {

constexpr int kMostRedirects = 5;
constexpr long kLifeBytes = 16;  // a second; less than this is no sign of life

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

/// What the callbacks of one transfer share.
struct Transfer {
  std::FILE* file = nullptr;
  std::int64_t written = 0, most = 0;
  bool too_large = false, disk_full = false;
  Progress* progress = nullptr;
};

std::size_t write_bytes(const char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::size_t length = size * count;
  transfer.written += static_cast<std::int64_t>(length);
  transfer.too_large = transfer.written > transfer.most;
  if (transfer.too_large)
    return 0;
  transfer.disk_full = std::fwrite(bytes, 1, length, transfer.file) != length;
  return transfer.disk_full ? 0 : length;
}

int report_progress(void* user, curl_off_t total, curl_off_t now, curl_off_t, curl_off_t) {
  const auto& transfer = *static_cast<Transfer*>(user);
  if (!transfer.progress)
    return 0;
  if (total > 0)
    transfer.progress->set(0.9 * static_cast<double>(now) / static_cast<double>(total));
  return transfer.progress->cancelled() ? 1 : 0;
}

void prepare(CURL* curl, const Address& address, const DownloadLimits& limits, Transfer& transfer) {
  curl_easy_setopt(curl, CURLOPT_URL, address.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, address.loopback ? "http,https" : "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);  // each step is checked here
  if (address.loopback)
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, limits.connect_s);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, kLifeBytes);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, limits.stall_s);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, limits.total_s);
  curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.bytes));
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "malimap");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &write_bytes);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &report_progress);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
}

tl::unexpected<Error> failed(const Address& address, Message what, Message remedy = {}) {
  return failure(std::move(what), {.file = address.shown, .sheet = {}, .row = {}, .column = {}},
                 std::move(remedy));
}

tl::unexpected<Error> explain(const Address& address, CURLcode code, const Transfer& transfer,
                              const DownloadLimits& limits) {
  const auto megabytes = std::to_string(limits.bytes / 1'000'000);
  if (transfer.too_large || code == CURLE_FILESIZE_EXCEEDED)
    return failed(address, {N_("the file is larger than {0} MB"), {megabytes}});
  if (transfer.disk_full)
    return failed(address, {N_("the copy cannot be written"), {}}, {N_("is the disk full?"), {}});
  switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
      return failed(address, {N_("cancelled"), {}});
    case CURLE_OPERATION_TIMEDOUT:
      return failed(address, {N_("the server does not answer"), {}}, {N_("try again later"), {}});
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
      return failed(address, {N_("the download was cut off"), {}}, {N_("try again"), {}});
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
      return failed(address, {N_("the server cannot be reached"), {}},
                    {N_("is this machine connected to the network?"), {}});
    default:  // curl's own words name no address
      return failed(address, {N_("the download failed: {0}"), {curl_easy_strerror(code)}});
  }
}

/// One request. The address of a redirect, or "" when the file is there.
Result<std::string> request(const Address& address, const std::string& path,
                            const DownloadLimits& limits, Progress* progress) {
  const File file(std::fopen(path.c_str(), "wb"), &std::fclose);
  if (!file)
    return failed(address, {N_("the copy cannot be written"), {}}, {N_("is the disk full?"), {}});
  const Handle curl(curl_easy_init(), &curl_easy_cleanup);
  Transfer transfer{file.get(), 0, limits.bytes, false, false, progress};
  prepare(curl.get(), address, limits, transfer);
  const CURLcode code = curl_easy_perform(curl.get());
  if (code != CURLE_OK)
    return explain(address, code, transfer, limits);
  if (std::fflush(file.get()) != 0)
    return failed(address, {N_("the copy cannot be written"), {}}, {N_("is the disk full?"), {}});
  const char* next = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &next);
  if (next)
    return std::string(next);
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status == 401 || status == 403)
    return failed(address, {N_("the server refuses the file (HTTP {0})"), {std::to_string(status)}},
                  {N_("is a password needed?"), {}});
  if (status != 200)
    return failed(address,
                  {N_("the server does not have the file (HTTP {0})"), {std::to_string(status)}},
                  {N_("is the address right?"), {}});
  return std::string{};
}

}  // namespace

Status download(const Address& address, const std::string& file, const DownloadLimits& limits,
                Progress* progress) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  Address here = address;
  for (int step = 0; step <= kMostRedirects; ++step) {
    const auto next = request(here, file, limits, progress);
    if (!next)
      return tl::make_unexpected(next.error());
    if (next->empty())
      return {};
    auto there = read_address(*next);
    // A server elsewhere must not make this machine ask itself.
    if (!there || (there->loopback && !address.loopback))
      return failed(address, {N_("the server points to an address that is not opened"), {}},
                    {N_("download the file first"), {}});
    here = std::move(*there);
  }
  return failed(address, {N_("the server sends from address to address"), {}});
}

}  // namespace malimap
