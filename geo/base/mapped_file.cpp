#include "geo/base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>

namespace malimap {
namespace {

/// What is mapped now, for the signal handler: it may take no lock and no memory.
struct Range {
  std::atomic<std::uintptr_t> begin{0}, end{0};
};
constexpr std::size_t kMostFiles = 64;
std::array<Range, kMostFiles> mapped;
struct sigaction before;

std::uintptr_t page_size() {
  static const auto size = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  return size;
}

/// A page behind the end of a file that was cut short becomes one of zeros (as libwayland does for
/// the buffers that its clients share); any other bus error goes where it went before.
void on_bus_error(int signal, siginfo_t* info, void* context) {
  const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
  for (const Range& range : mapped)
    if (address >= range.begin.load() && address < range.end.load()) {
      auto* const page = reinterpret_cast<void*>(address / page_size() * page_size());
      if (mmap(page, page_size(), PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) !=
          MAP_FAILED)
        return;
    }
  if ((before.sa_flags & SA_SIGINFO) != 0 && before.sa_sigaction != nullptr)
    return before.sa_sigaction(signal, info, context);
  if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN)
    return before.sa_handler(signal);
  std::signal(signal, SIG_DFL);  // the access is tried again, and ends the process
}

bool guard_bus_errors() {
  static const bool guarded = [] {
    (void)page_size();
    struct sigaction action {};
    action.sa_sigaction = on_bus_error;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    return sigaction(SIGBUS, &action, &before) == 0;
  }();
  return guarded;
}

/// False where too many files are mapped.
bool add_range(std::uintptr_t begin, std::uintptr_t end) {
  for (Range& range : mapped) {
    std::uintptr_t free = 0;
    if (range.begin.compare_exchange_strong(free, begin)) {
      range.end.store(end);
      return true;
    }
  }
  return false;
}

void remove_range(std::uintptr_t begin) {
  for (Range& range : mapped)
    if (range.begin.load() == begin) {
      range.end.store(0);
      range.begin.store(0);
    }
}

}  // namespace

std::shared_ptr<MappedFile> MappedFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0)
    return nullptr;
  struct stat status {};
  const Stamp stamp = stamp_of(file);
  void* data = MAP_FAILED;
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && stamp.size > 0 && guard_bus_errors())
    data = mmap(nullptr, static_cast<std::size_t>(stamp.size), PROT_READ, MAP_PRIVATE, file, 0);
  if (data == MAP_FAILED) {
    close(file);
    return nullptr;
  }
  const auto begin = reinterpret_cast<std::uintptr_t>(data);
  if (!add_range(begin, begin + static_cast<std::uintptr_t>(stamp.size))) {
    munmap(data, static_cast<std::size_t>(stamp.size));
    close(file);
    return nullptr;
  }
  return std::shared_ptr<MappedFile>(new MappedFile(file, static_cast<char*>(data), stamp));
}

MappedFile::MappedFile(int file, char* data, Stamp stamp)
    : file_(file), data_(data), size_(static_cast<std::size_t>(stamp.size)), stamp_(stamp) {}

MappedFile::~MappedFile() {
  remove_range(reinterpret_cast<std::uintptr_t>(data_));
  munmap(data_, size_);
  close(file_);
}

MappedFile::Stamp MappedFile::stamp_of(int file) {
  struct stat status {};
  if (fstat(file, &status) != 0)
    return {};
  return {static_cast<std::int64_t>(status.st_size),
          static_cast<std::int64_t>(status.st_mtim.tv_sec),
          static_cast<std::int64_t>(status.st_mtim.tv_nsec)};
}

bool MappedFile::is_unchanged() const {
  return stamp_of(file_) == stamp_;
}

void MappedFile::release(std::string_view bytes) const {
  // Whole pages inside of them alone; advice that is not taken does no harm.
  const auto begin = reinterpret_cast<std::uintptr_t>(bytes.data());
  const std::uintptr_t from = (begin + page_size() - 1) / page_size() * page_size();
  const std::uintptr_t to = (begin + bytes.size()) / page_size() * page_size();
  if (from < to)
    (void)madvise(reinterpret_cast<void*>(from), to - from, MADV_DONTNEED);
}

}  // namespace malimap
