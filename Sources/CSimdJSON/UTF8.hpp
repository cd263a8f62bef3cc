#pragma once

#include <cstddef>
#include <cstdint>

/// How many bytes the UTF-8 character at `at` takes; 0 when there is none (RFC 3629 §4).
inline size_t utf8_length(const uint8_t *bytes, size_t at, size_t length) {
  const uint8_t first = bytes[at];
  if (first < 0x80) return 1;
  const size_t count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || length - at < count) return 0;
  for (size_t i = 1; i < count; i++)
    if ((bytes[at + i] & 0xC0) != 0x80) return 0;
  const uint8_t second = bytes[at + 1];
  if (first == 0xE0 && second < 0xA0) return 0;
  if (first == 0xED && second > 0x9F) return 0;
  if (first == 0xF0 && second < 0x90) return 0;
  if (first == 0xF4 && second > 0x8F) return 0;
  return count;
}
