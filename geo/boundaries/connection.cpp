#include "geo/boundaries/connection.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace malimap {
namespace {

constexpr const char* kHidden = "***";

// libpq's parameters, and GDAL's three behind them.
constexpr std::array<std::string_view, 44> kKnown = {"host",
                                                     "hostaddr",
                                                     "port",
                                                     "dbname",
                                                     "user",
                                                     "password",
                                                     "passfile",
                                                     "service",
                                                     "servicefile",
                                                     "connect_timeout",
                                                     "client_encoding",
                                                     "options",
                                                     "application_name",
                                                     "fallback_application_name",
                                                     "keepalives",
                                                     "keepalives_idle",
                                                     "keepalives_interval",
                                                     "keepalives_count",
                                                     "tcp_user_timeout",
                                                     "channel_binding",
                                                     "require_auth",
                                                     "sslmode",
                                                     "requiressl",
                                                     "sslnegotiation",
                                                     "sslcompression",
                                                     "sslcert",
                                                     "sslkey",
                                                     "sslpassword",
                                                     "sslcertmode",
                                                     "sslrootcert",
                                                     "sslcrl",
                                                     "sslcrldir",
                                                     "sslsni",
                                                     "requirepeer",
                                                     "ssl_min_protocol_version",
                                                     "ssl_max_protocol_version",
                                                     "gssencmode",
                                                     "krbsrvname",
                                                     "gsslib",
                                                     "target_session_attrs",
                                                     "load_balance_hosts",
                                                     "tables",
                                                     "schemas",
                                                     "active_schema"};

struct Parameter {
  std::string key, value;
  std::size_t value_from = 0, value_to = 0;  // in the text
};

bool is_blank(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

bool is_secret(const std::string& key) {
  return key == "password" || key == "sslpassword";
}

/// Reads "key = value" as libpq does: values in quotes or up to a blank, backslash escapes.
class ParameterReader {
 public:
  explicit ParameterReader(std::string_view text) : text_(text) {}

  /// All of them; nothing when the text is no list of parameters.
  std::optional<std::vector<Parameter>> read() {
    std::vector<Parameter> all;
    for (skip_blanks(); at_ < text_.size(); skip_blanks()) {
      Parameter parameter;
      while (at_ < text_.size() && text_[at_] != '=' && !is_blank(text_[at_]))
        parameter.key += text_[at_++];
      skip_blanks();
      if (at_ == text_.size() || text_[at_++] != '=')
        return {};
      skip_blanks();
      parameter.value_from = at_;
      if (!read_value(parameter.value))
        return {};
      parameter.value_to = at_;
      all.push_back(std::move(parameter));
    }
    return all;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_]))
      ++at_;
  }

  bool read_value(std::string& value) {
    const bool quoted = at_ < text_.size() && text_[at_] == '\'';
    if (quoted)
      ++at_;
    for (; at_ < text_.size(); ++at_) {
      if (quoted ? text_[at_] == '\'' : is_blank(text_[at_]))
        break;
      if (text_[at_] == '\\' && at_ + 1 < text_.size())
        ++at_;
      value += text_[at_];
    }
    if (!quoted)
      return true;
    return at_ < text_.size() && text_[at_++] == '\'';
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

tl::unexpected<Error> not_understood() {
  return failure({N_("the connection string is not understood"), {}},
                 {.file = "PG:", .sheet = {}, .row = {}, .column = {}},
                 {N_("write PG:host=... dbname=... user=... tables=..., values with blanks in "
                     "apostrophes"),
                  {}});
}

Result<Connection> from_parameters(const std::string& text) {
  const auto parameters = ParameterReader(text).read();
  if (!parameters || parameters->empty())
    return not_understood();
  Connection connection{"PG:" + text, "PG:" + text, {}, false};
  const auto has = [&](std::string_view key) {
    return std::any_of(parameters->begin(), parameters->end(),
                       [&](const Parameter& parameter) { return parameter.key == key; });
  };
  for (const Parameter& parameter : *parameters)
    if (std::find(kKnown.begin(), kKnown.end(), parameter.key) == kKnown.end())
      return not_understood();
  // From the end, so that the places before stay right.
  for (auto parameter = parameters->rbegin(); parameter != parameters->rend(); ++parameter) {
    if (!is_secret(parameter->key))
      continue;
    connection.shown.replace(3 + parameter->value_from, parameter->value_to - parameter->value_from,
                             kHidden);
    connection.secrets.push_back(parameter->value);
  }
  if (!has("connect_timeout"))
    connection.text += " connect_timeout=5";
  if (!has("options"))
    connection.text += " options='-c default_transaction_read_only=on -c statement_timeout=60000'";
  connection.lists_tables = has("tables");
  return connection;
}

/// postgresql://user:password@host:port/database?key=value&...
Result<Connection> from_uri(const std::string& text) {
  if (std::any_of(text.begin(), text.end(), is_blank))
    return not_understood();
  Connection connection{text, text, {}, false};
  const auto query = text.find('?');
  std::string shown = text.substr(0, query);  // a password may stand in the query too
  const auto host = shown.rfind('@');
  const auto user = shown.find("://") + 3;
  if (host != std::string::npos) {
    const auto colon = shown.find(':', user);
    if (colon < host) {
      connection.secrets.push_back(shown.substr(colon + 1, host - colon - 1));
      shown.replace(colon + 1, host - colon - 1, kHidden);
    }
  }
  if (query != std::string::npos) {
    const std::string options = text.substr(query);
    for (const std::string_view key : {"password=", "sslpassword="})
      if (const auto found = options.find(key); found != std::string::npos) {
        const auto from = found + key.size();
        connection.secrets.push_back(options.substr(from, options.find('&', from) - from));
      }
  }
  connection.shown = "PG:" + shown;
  const auto add = [&](std::string_view key, std::string_view value) {
    if (query == std::string::npos || text.find(std::string(key) + "=", query) == std::string::npos)
      connection.text += (connection.text.find('?') == std::string::npos ? "?" : "&") +
                         std::string(key) + "=" + std::string(value);
  };
  add("connect_timeout", "5");
  add("options", "-c%20default_transaction_read_only%3Don%20-c%20statement_timeout%3D60000");
  return connection;
}

}  // namespace

Result<Connection> read_connection(const std::string& text) {
  if (text.size() < 4 || lower(std::string_view(text).substr(0, 3)) != "pg:" ||
      text.find('\0') != std::string::npos)
    return not_understood();
  const std::string rest = text.substr(3);
  if (rest.starts_with("postgres://"))
    return from_uri("postgresql://" + rest.substr(11));
  if (rest.starts_with("postgresql://"))
    return from_uri(rest);
  return from_parameters(rest);
}

std::string without_secrets(std::string message, const Connection& connection) {
  for (const std::string& secret : connection.secrets) {
    if (secret.empty())
      continue;
    for (auto found = message.find(secret); found != std::string::npos;
         found = message.find(secret, found + 3))
      message.replace(found, secret.size(), kHidden);
  }
  return message;
}

}  // namespace malimap
