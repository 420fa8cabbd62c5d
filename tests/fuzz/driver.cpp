// Runs a fuzz target without libFuzzer: the corpus as it is, then a fixed number of mutations of
// it, always the same ones.
//   fuzz_x -runs=N [-seed=S] CORPUS_FOLDER...
// An input that crashes or takes longer than ten seconds is written to crash-input in the working
// folder.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kLongest = 1 << 16;
constexpr unsigned kSecondsPerInput = 10;

// A signal handler can see nothing else.
const std::uint8_t* current_data = nullptr;
std::size_t current_size = 0;

extern "C" void keep_input(int signal) {
  const int file = ::open("crash-input", O_CREAT | O_TRUNC | O_WRONLY, 0644);
  if (file >= 0 && ::write(file, current_data, current_size) < 0) {
    // nothing more can be done in a dying process
  }
  std::signal(signal, SIG_DFL);
  ::raise(signal);
}

void run(const Bytes& input) {
  current_data = input.data();
  current_size = input.size();
  ::alarm(kSecondsPerInput);
  LLVMFuzzerTestOneInput(input.data(), input.size());
  ::alarm(0);
}

class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  Bytes mutate(const std::vector<Bytes>& corpus) {
    Bytes bytes = corpus[below(corpus.size())];
    for (std::size_t changes = 1 + below(4); changes > 0; --changes)
      change(bytes, corpus);
    if (bytes.size() > kLongest)
      bytes.resize(kLongest);
    return bytes;
  }

 private:
  // Not std::uniform_int_distribution: its numbers differ between libraries.
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

  void change(Bytes& bytes, const std::vector<Bytes>& corpus) {
    const std::size_t at = below(bytes.size() + 1);
    const std::size_t length = std::min(below(40), bytes.size() - at);
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = begin + static_cast<std::ptrdiff_t>(length);
    switch (below(6)) {
      case 0:
        if (at < bytes.size())
          *begin ^= static_cast<std::uint8_t>(1U << below(8));
        break;
      case 1:
        bytes.erase(begin, end);
        break;
      case 2: {
        const Bytes copy(begin, end);
        bytes.insert(begin, copy.begin(), copy.end());
        break;
      }
      case 3:
        insert_token(bytes, at);
        break;
      case 4:
        bytes.resize(at);  // truncated, as by a broken download
        break;
      default: {
        const Bytes& other = corpus[below(corpus.size())];
        const std::size_t from = below(other.size());
        bytes.insert(begin, other.begin() + static_cast<std::ptrdiff_t>(from), other.end());
      }
    }
  }

  void insert_token(Bytes& bytes, std::size_t at) {
    static constexpr std::array<std::string_view, 26> kTokens{"\"",
                                                              "\"\"",
                                                              ",",
                                                              ";",
                                                              "\t",
                                                              "\r\n",
                                                              "\n",
                                                              "=",
                                                              "..",
                                                              "-",
                                                              "NaN",
                                                              "inf",
                                                              "1e308",
                                                              "-9223372036854775808",
                                                              "99999999999999999999",
                                                              "0.000000001",
                                                              "2017-02-30",
                                                              "\xEF\xBB\xBF",
                                                              "\xC2\xA0",
                                                              "\xE2\x80\xAF",
                                                              "\xFF\xFE",
                                                              std::string_view("\0", 1),
                                                              "null",
                                                              "[[]]",
                                                              "{}",
                                                              "Gao / Ménaka"};
    const std::string_view token = kTokens[below(kTokens.size())];
    bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), token.begin(), token.end());
  }

  std::mt19937 random_;
};

Bytes read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Bytes> read_corpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());  // the same order on every machine
  std::vector<Bytes> corpus;
  for (const auto& path : paths)
    corpus.push_back(read(path));
  return corpus;
}

unsigned number_behind(std::string_view argument) {
  const std::string_view digits = argument.substr(argument.find('=') + 1);
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

int main(int argc, char** argv) {
  unsigned runs = 0, seed = 1;
  std::vector<Bytes> corpus;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("-runs="))
      runs = number_behind(argument);
    else if (argument.starts_with("-seed="))
      seed = number_behind(argument);
    else
      std::ranges::copy(read_corpus(argument), std::back_inserter(corpus));
  }
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGBUS, SIGILL, SIGALRM})
    std::signal(signal, keep_input);
  if (corpus.empty()) {
    std::fputs("no corpus\n", stderr);
    return 2;
  }
  for (const Bytes& input : corpus)
    run(input);
  Mutator mutator(seed);
  for (unsigned i = 0; i < runs; ++i)
    run(mutator.mutate(corpus));
  std::printf("%zu inputs of the corpus and %u mutations\n", corpus.size(), runs);
  return 0;
}
