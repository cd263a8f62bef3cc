#pragma once

#include <cstddef>
#include <cstdint>

#include "UTF8.hpp"

/// The tokens that simdjson found.
struct TokenSource {
  static constexpr bool isSlow = false;

  const uint32_t *offsets;
  size_t count;
  size_t length;
  size_t index = 0;

  /// Where the next token begins; the length of the text when there is none.
  size_t next(size_t) { return index < count ? offsets[index++] : length; }
};

/// The tokens found byte by byte: slower, and says where it is that a text stops being text.
///
/// It takes over once simdjson has refused a text, because simdjson does not say where.
struct ScanSource {
  static constexpr bool isSlow = true;

  const uint8_t *bytes;
  size_t length;

  size_t next(size_t from) {
    while (from < length && (bytes[from] == ' ' || bytes[from] == '\n' || bytes[from] == '\r' || bytes[from] == '\t'))
      from++;
    return from;
  }
};
