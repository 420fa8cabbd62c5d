#include "tests/geo/boundaries/tiny_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace malimap::testing {
namespace {

constexpr int kTickMs = 20;

bool readable(int socket) {
  pollfd wait{socket, POLLIN, 0};
  return poll(&wait, 1, kTickMs) > 0;
}

}  // namespace

std::string response(const std::string& status, const std::string& body,
                     const std::string& more_headers) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n" + more_headers + "\r\n" + body;
}

TinyServer::TinyServer(Answer answer) : answer_(std::move(answer)) {
  listener_ = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (bind(listener_, generic, size) != 0 || listen(listener_, 8) != 0 ||
      getsockname(listener_, generic, &size) != 0)
    throw std::runtime_error("no port on the loopback");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

TinyServer::~TinyServer() {
  ended_ = true;
  thread_.join();
  close(listener_);
}

std::string TinyServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

void TinyServer::serve() {
  while (!ended_) {
    if (!readable(listener_))
      continue;
    const int connection = accept(listener_, nullptr, nullptr);
    if (connection >= 0)
      answer_one(connection);
    close(connection);
  }
}

void TinyServer::answer_one(int connection) {
  std::string request;
  char buffer[1024];
  while (!ended_ && request.find("\r\n\r\n") == std::string::npos) {
    if (!readable(connection))
      continue;
    const auto got = recv(connection, buffer, sizeof buffer, 0);
    if (got <= 0)
      return;
    request.append(buffer, static_cast<std::size_t>(got));
  }
  ++requests_;
  const auto start = request.find(' ') + 1;
  const std::string bytes = answer_(request.substr(start, request.find(' ', start) - start));
  while (bytes.empty() && !ended_)  // the client may give up first
    if (readable(connection) && recv(connection, buffer, sizeof buffer, 0) <= 0)
      return;
  for (std::size_t sent = 0; sent < bytes.size() && !ended_;) {
    const auto now = send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (now <= 0)
      return;
    sent += static_cast<std::size_t>(now);
  }
}

}  // namespace malimap::testing
