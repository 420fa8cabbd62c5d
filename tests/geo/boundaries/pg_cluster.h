#pragma once
// A PostgreSQL server of the test's own, in a folder that vanishes with it.

#include <string>

namespace malimap::testing {

class PgCluster {
 public:
  /// Starts the server; ready() tells whether that worked. It does not where PostgreSQL is not
  /// installed.
  PgCluster();
  ~PgCluster();
  PgCluster(const PgCluster&) = delete;
  PgCluster& operator=(const PgCluster&) = delete;

  [[nodiscard]] bool ready() const { return ready_; }
  /// "host=... port=... user=postgres dbname=postgres", through a socket, without a password.
  [[nodiscard]] std::string local() const;
  [[nodiscard]] int port() const { return port_; }  // on 127.0.0.1, asks for passwords
  /// Runs statements as the superuser; false when one fails.
  bool sql(const std::string& statements) const;
  /// What a query gives, without blanks around it.
  [[nodiscard]] std::string ask(const std::string& query) const;

 private:
  [[nodiscard]] bool run(const std::string& command) const;

  std::string folder_, programs_;
  int port_ = 0;
  bool ready_ = false;
};

}  // namespace malimap::testing
