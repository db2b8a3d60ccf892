// The counts as a table and as lines of a file.
#include "ui/counts.h"

#include <ctime>

#include <cstdio>
#include <cstdlib>

#include "ui/glass_kept.h"
#include "ui/paint.h"
#include "ui/type.h"

namespace mn::ui {
namespace {

double clock_ms(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6;
}

double megabytes(std::size_t bytes) { return static_cast<double>(bytes) / (1 << 20); }

template <class... Values>
std::string formatted(const char* format, Values... values) {
  char line[512];
  std::snprintf(line, sizeof line, format, values...);
  return line;
}

}  // namespace

FrameCounts frame_counts(const Glass& glass) { return glass.counts; }

void draw_counts(const Canvas& canvas, const FrameCounts& counts) {
  const std::string rows[] = {
      formatted("%d × %d, frame %llu", counts.width_px, counts.height_px,
                static_cast<unsigned long long>(counts.frame)),
      formatted("draw %.2f ms   paint %.2f ms   show %.2f ms", counts.draw_ms, counts.paint_ms, counts.show_ms),
      formatted("touched %.1f %% in %d parts   overdraw %.2f", counts.touched * 100, counts.parts, counts.overdraw),
      formatted("%d calls   %d vertices   %d triangles", counts.draw_calls, counts.vertices, counts.triangles),
      formatted("stills %.1f MB   groups %.1f MB   pictures %.1f MB", megabytes(counts.stills),
                megabytes(counts.groups), megabytes(counts.pictures)),
      formatted("atlas %d pages, %d letters", static_cast<int>(counts.atlas_pages), static_cast<int>(counts.letters))};
  constexpr float kSize = 22;
  constexpr float kRow = 30;
  const TextLook look{.face = Face::medium, .size = kSize, .colour = hue::white};
  const Rect table{12, 12, 620, kRow * static_cast<float>(std::size(rows)) + 20};
  fill(canvas, table, rgb(0x000000, 0.72F), 10);
  float y = table.y + 10 + kSize;
  for (const std::string& row : rows) {
    draw_text(canvas, {table.x + 16, y}, row, look);
    y += kRow;
  }
}

CountsFile::~CountsFile() {
  if (file_ != nullptr) std::fclose(file_);
}

void CountsFile::add(const FrameCounts& counts) {
  if (!looked_) {
    looked_ = true;
    const char* named = std::getenv("MANGNON_COUNTS");
    if (named != nullptr && *named != '\0') file_ = std::fopen(named, "ae");
  }
  if (file_ == nullptr) return;
  std::fprintf(file_,
               "{\"frame\":%llu,\"at_ms\":%.3f,\"cpu_ms\":%.3f,\"draw_ms\":%.3f,\"paint_ms\":%.3f,\"show_ms\":%.3f,"
               "\"touched\":%.4f,\"parts\":%d,\"overdraw\":%.2f,\"calls\":%d,\"vertices\":%d,\"stills\":%zu,"
               "\"groups\":%zu,\"pictures\":%zu,\"atlas_pages\":%zu,\"letters\":%zu}\n",
               static_cast<unsigned long long>(counts.frame), clock_ms(CLOCK_MONOTONIC),
               clock_ms(CLOCK_PROCESS_CPUTIME_ID), counts.draw_ms, counts.paint_ms, counts.show_ms, counts.touched,
               counts.parts, counts.overdraw, counts.draw_calls, counts.vertices, counts.stills, counts.groups,
               counts.pictures, counts.atlas_pages, counts.letters);
  std::fflush(file_);
}

}  // namespace mn::ui
