#include "tests/geo/boundaries/pg_cluster.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace malimap::testing {
namespace {

namespace fs = std::filesystem;

/// Debian keeps the server's programs outside PATH.
std::string server_programs() {
  std::error_code ignored;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", ignored))
    if (fs::exists(version.path() / "bin/initdb", ignored))
      return (version.path() / "bin").string();
  return {};
}

int free_port() {
  const int probe = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  const bool bound = bind(probe, generic, size) == 0 && getsockname(probe, generic, &size) == 0;
  close(probe);
  return bound ? ntohs(address.sin_port) : 0;
}

}  // namespace

PgCluster::PgCluster() : programs_(server_programs()), port_(free_port()) {
  std::string name = "/tmp/malimap-pg-XXXXXX";  // a socket's path may be 107 bytes long
  if (programs_.empty() || !mkdtemp(name.data()))
    return;
  folder_ = name;
  chmod(folder_.c_str(), 0755);
  if (geteuid() == 0 && std::system(("chown postgres " + folder_).c_str()) != 0)
    return;
  std::ofstream(folder_ + "/password") << "geheim\n";
  chmod((folder_ + "/password").c_str(), 0644);
  const std::string data = folder_ + "/data";
  ready_ =
      run("initdb -D " + data + " -U postgres --locale=C -E UTF8 --no-sync --pwfile=" + folder_ +
          "/password --auth-local=trust --auth-host=scram-sha-256") &&
      run("pg_ctl -D " + data + " -w -t 30 -l " + folder_ + "/log -o \"-F -k " + folder_ +
          " -h 127.0.0.1 -p " + std::to_string(port_) + "\" start");
}

PgCluster::~PgCluster() {
  if (ready_)
    static_cast<void>(run("pg_ctl -D " + folder_ + "/data -w -m immediate stop"));
  std::error_code ignored;
  if (!folder_.empty())
    fs::remove_all(folder_, ignored);
}

/// The server refuses to run as root.
bool PgCluster::run(const std::string& command) const {
  std::string line =
      "cd / && " + programs_ + "/" + command + " >" + folder_ + "/out 2>&1 </dev/null";
  if (geteuid() == 0)
    line = "runuser -u postgres -- sh -c '" + line + "'";
  return std::system(line.c_str()) == 0;
}

std::string PgCluster::local() const {
  return "host=" + folder_ + " port=" + std::to_string(port_) + " user=postgres dbname=postgres";
}

bool PgCluster::sql(const std::string& statements) const {
  const std::string file = folder_ + "/sql.tmp";
  std::ofstream(file) << statements;
  const std::string line =
      "psql -q -X -v ON_ERROR_STOP=1 '" + local() + "' -f " + file + " >/dev/null 2>&1";
  return std::system(line.c_str()) == 0;
}

std::string PgCluster::ask(const std::string& query) const {
  const std::string line = "psql -q -X -t -A '" + local() + "' -c \"" + query + "\" 2>&1";
  std::string answer;
  if (std::FILE* pipe = popen(line.c_str(), "r")) {
    char buffer[256];
    while (std::fgets(buffer, sizeof buffer, pipe))
      answer += buffer;
    pclose(pipe);
  }
  while (!answer.empty() && (answer.back() == '\n' || answer.back() == ' '))
    answer.pop_back();
  return answer;
}

}  // namespace malimap::testing
