#include "tests/support/image_compare.h"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>
#include <sstream>

namespace malimap::testing {
namespace {

struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, FreeSurface>;

constexpr int kBlock = 8;

std::array<int, 3> channels(std::uint32_t pixel) {
  return {static_cast<int>(pixel >> 16 & 255), static_cast<int>(pixel >> 8 & 255),
          static_cast<int>(pixel & 255)};
}

double luma(std::uint32_t pixel) {
  const auto [r, g, b] = channels(pixel);
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

double block_similarity(const Image& a, const Image& b, int left, int top) {
  double n = 0, sum_a = 0, sum_b = 0, aa = 0, bb = 0, ab = 0;
  for (int y = top; y < std::min(top + kBlock, a.height); ++y)
    for (int x = left; x < std::min(left + kBlock, a.width); ++x) {
      const double va = luma(a.at(x, y)), vb = luma(b.at(x, y));
      n += 1;
      sum_a += va;
      sum_b += vb;
      aa += va * va;
      bb += vb * vb;
      ab += va * vb;
    }
  const double ma = sum_a / n, mb = sum_b / n;
  const double var_a = aa / n - ma * ma, var_b = bb / n - mb * mb, cov = ab / n - ma * mb;
  constexpr double c1 = 6.5025, c2 = 58.5225;  // (0.01 * 255)^2, (0.03 * 255)^2
  return (2 * ma * mb + c1) * (2 * cov + c2) / ((ma * ma + mb * mb + c1) * (var_a + var_b + c2));
}

Image difference_picture(const Image& a, const Image& b) {
  Image out = a;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x) {
      const auto ca = channels(a.at(x, y));
      const auto cb = x < b.width && y < b.height ? channels(b.at(x, y)) : std::array{0, 0, 0};
      std::uint32_t pixel = 0;
      for (std::size_t c = 0; c < 3; ++c)
        pixel = pixel << 8 |
                static_cast<std::uint32_t>(255 - std::min(255, 4 * std::abs(ca[c] - cb[c])));
      out.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) +
                 static_cast<std::size_t>(x)] = pixel;
    }
  return out;
}

}  // namespace

Image read_png(const std::string& path) {
  const Surface file(cairo_image_surface_create_from_png(path.c_str()));
  if (cairo_surface_status(file.get()) != CAIRO_STATUS_SUCCESS)
    return {};
  Image image{
      cairo_image_surface_get_width(file.get()), cairo_image_surface_get_height(file.get()), {}};
  const auto width = static_cast<std::size_t>(image.width);
  image.pixels.resize(width * static_cast<std::size_t>(image.height));
  const unsigned char* data = cairo_image_surface_get_data(file.get());
  const int stride = cairo_image_surface_get_stride(file.get());
  for (int y = 0; y < image.height; ++y)
    std::memcpy(&image.pixels[static_cast<std::size_t>(y) * width], data + y * stride, width * 4);
  for (std::uint32_t& pixel : image.pixels)
    pixel &= 0xFFFFFF;
  return image;
}

void save_png(const Image& image, const std::string& path) {
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  const auto width = static_cast<std::size_t>(image.width);
  cairo_surface_flush(surface.get());
  for (int y = 0; y < image.height; ++y)
    std::memcpy(data + y * stride, &image.pixels[static_cast<std::size_t>(y) * width], width * 4);
  cairo_surface_mark_dirty(surface.get());
  if (cairo_surface_write_to_png(surface.get(), path.c_str()) != CAIRO_STATUS_SUCCESS)
    std::cerr << "cannot write " << path << "\n";
}

Difference compare(const Image& actual, const Image& expected) {
  Difference out;
  if (actual.empty() || actual.width != expected.width || actual.height != expected.height) {
    out.similarity = out.worst_block = 0;
    std::ostringstream words;
    words << "sizes differ: " << actual.width << "x" << actual.height << " and " << expected.width
          << "x" << expected.height;
    out.words = words.str();
    return out;
  }
  double sum = 0, similarity = 0;
  int blocks = 0;
  for (std::size_t i = 0; i < actual.pixels.size(); ++i) {
    const auto a = channels(actual.pixels[i]), b = channels(expected.pixels[i]);
    for (std::size_t c = 0; c < 3; ++c)
      sum += std::abs(a[c] - b[c]);
  }
  for (int y = 0; y < actual.height; y += kBlock)
    for (int x = 0; x < actual.width; x += kBlock) {
      const double block = block_similarity(actual, expected, x, y);
      similarity += block;
      ++blocks;
      if (block < out.worst_block) {
        out.worst_block = block;
        out.worst_x = x + kBlock / 2;
        out.worst_y = y + kBlock / 2;
      }
    }
  out.mean = sum / (3.0 * static_cast<double>(actual.pixels.size()));
  out.similarity = similarity / blocks;
  std::ostringstream words;
  words << "mean difference " << out.mean << ", similarity " << out.similarity << ", worst "
        << out.worst_block << " at (" << out.worst_x << ", " << out.worst_y << ")";
  out.words = words.str();
  return out;
}

bool matches_golden(const Image& actual, const std::string& name, double least_similarity) {
  const std::string golden = std::string(MALIMAP_ROOT) + "/tests/golden/" + name + ".png";
  const char* update = std::getenv("MALIMAP_UPDATE_GOLDEN");
  if (update && std::string(update) == "1") {
    std::filesystem::create_directories(std::filesystem::path(golden).parent_path());
    save_png(actual, golden);
    return true;
  }
  const Image expected = read_png(golden);
  const Difference difference = compare(actual, expected);
  // A wrong colour changes the mean, a moved text the structure.
  if (difference.similarity >= least_similarity && difference.mean <= 1.0)
    return true;
  save_png(actual, name + ".actual.png");
  save_png(difference_picture(actual, expected), name + ".diff.png");
  std::cerr << name << " differs from " << golden << ": " << difference.words << "; see "
            << std::filesystem::absolute(name + ".actual.png").string() << " and "
            << std::filesystem::absolute(name + ".diff.png").string() << "\n";
  return false;
}

}  // namespace malimap::testing
