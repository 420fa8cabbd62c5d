#pragma once
// A web server on the loopback for one test: gives prepared bytes, counts requests, can stay
// silent.

#include <atomic>
#include <functional>
#include <string>
#include <thread>

namespace malimap::testing {

/// The answer to a request for a path, complete with its header; "" for silence until the end.
using Answer = std::function<std::string(const std::string& path)>;

/// A complete answer with its length.
std::string response(const std::string& status, const std::string& body,
                     const std::string& more_headers = {});

class TinyServer {
 public:
  explicit TinyServer(Answer answer);
  ~TinyServer();
  TinyServer(const TinyServer&) = delete;
  TinyServer& operator=(const TinyServer&) = delete;

  /// "http://127.0.0.1:PORT/path"
  [[nodiscard]] std::string url(const std::string& path) const;
  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] int requests() const { return requests_; }

 private:
  void serve();
  void answer_one(int connection);

  Answer answer_;
  int listener_ = -1, port_ = 0;
  std::atomic<int> requests_{0};
  std::atomic<bool> ended_{false};
  std::thread thread_;
};

}  // namespace malimap::testing
