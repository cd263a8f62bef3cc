#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "Checker.hpp"

inline void append_utf8(std::string &text, uint32_t scalar) {
  if (scalar < 0x80) {
    text += char(scalar);
  } else if (scalar < 0x800) {
    text += {char(0xC0 | scalar >> 6), char(0x80 | (scalar & 63))};
  } else if (scalar < 0x10000) {
    text += {char(0xE0 | scalar >> 12), char(0x80 | (scalar >> 6 & 63)), char(0x80 | (scalar & 63))};
  } else {
    text += {char(0xF0 | scalar >> 18), char(0x80 | (scalar >> 12 & 63)), char(0x80 | (scalar >> 6 & 63)),
             char(0x80 | (scalar & 63))};
  }
}

/// The text that a checked string with escapes stands for.
inline std::string unescaped(const uint8_t *text, size_t length) {
  std::string result;
  auto unit = [&](size_t at) { return uint32_t(std::stoul(std::string(text + at, text + at + 4), nullptr, 16)); };
  for (size_t i = 0; i < length; i++) {
    if (text[i] != '\\') {
      result += char(text[i]);
    } else if (text[i + 1] == 'u') {
      uint32_t scalar = unit(i + 2);
      i += 5;
      if (scalar >= 0xD800 && scalar <= 0xDBFF) {
        scalar = 0x10000 + ((scalar - 0xD800) << 10) + (unit(i + 3) - 0xDC00);
        i += 6;
      }
      append_utf8(result, scalar);
    } else {
      static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
      const char *found = std::strchr(from, text[i + 1]);
      result += found ? to[found - from] : char(text[i + 1]);
      i += 1;
    }
  }
  return result;
}

/// Whether all names of the object that is being closed differ: two readers would take two different ones.
template <class Source>
bool Checker<Source>::differ(size_t first) {
  const size_t count = names.size() - first;
  if (count < 2) return true;
  const Name *const own = names.data() + first;
  auto raw = [&](const Name &name) {
    return std::string_view(reinterpret_cast<const char *>(bytes) + name.offset, name.length);
  };
  const bool escaped = std::any_of(own, own + count, [](const Name &name) { return name.escaped; });
  if (!escaped && count <= 12) {
    for (size_t i = 1; i < count; i++)
      for (size_t j = 0; j < i; j++)
        if (own[i].length == own[j].length && raw(own[i]) == raw(own[j]))
          return fail(JSONProblemDuplicateName, own[i].offset - 1);
    return true;
  }
  std::vector<std::string> decoded;
  decoded.reserve(escaped ? count : 0);
  std::vector<std::pair<std::string_view, size_t>> sorted;
  sorted.reserve(count);
  for (size_t i = 0; i < count; i++) {
    if (own[i].escaped) {
      decoded.push_back(unescaped(bytes + own[i].offset, own[i].length));
      sorted.emplace_back(decoded.back(), i);
    } else {
      sorted.emplace_back(raw(own[i]), i);
    }
  }
  std::sort(sorted.begin(), sorted.end());
  size_t earliest = count;
  for (size_t i = 1; i < count; i++)
    if (sorted[i].first == sorted[i - 1].first) earliest = std::min(earliest, sorted[i].second);
  return earliest == count || fail(JSONProblemDuplicateName, own[earliest].offset - 1);
}
