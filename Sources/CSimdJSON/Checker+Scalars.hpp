#pragma once

#include <cmath>

#include "Checker.hpp"

/// RFC 8259 §6: no leading zero, no bare point, no plus; and not beyond what a double holds.
template <class Source>
bool Checker<Source>::number(size_t at) {
  auto digits = [&](size_t from) {
    size_t i = from;
    while (byte(i) >= '0' && byte(i) <= '9') i++;
    return i;
  };
  size_t i = at + (bytes[at] == '-');
  if (byte(i) == 'I') return fail(JSONProblemNotFinite, at);
  const size_t whole = i;
  i = digits(i);
  bool wellFormed = i > whole && (byte(whole) != '0' || i == whole + 1);
  const bool isLong = i - whole > 300;
  if (wellFormed && byte(i) == '.') {
    const size_t fraction = i + 1;
    i = digits(fraction);
    wellFormed = i > fraction;
  }
  bool hasExponent = false;
  if (wellFormed && (byte(i) == 'e' || byte(i) == 'E')) {
    hasExponent = true;
    const size_t exponent = i + 1 + (byte(i + 1) == '+' || byte(i + 1) == '-');
    i = digits(exponent);
    wellFormed = i > exponent;
  }
  end = i;
  if (!wellFormed || !ends()) return fail(JSONProblemNumber, at);
  if (end - at > limits.number_length) return fail(JSONProblemNumberLengthLimit, at);
  if ((hasExponent || isLong) && std::isinf(json_number(bytes + at, end - at))) return fail(JSONProblemNumberRange, at);
  return true;
}

/// RFC 8259 §7. simdjson has seen to control characters, UTF-8 and the closing quote; the slow source has not.
template <class Source>
bool Checker<Source>::string(size_t at, bool &escaped) {
  size_t i = at + 1;
  while (i < length) {
    const uint8_t c = bytes[i];
    if (c == '"') {
      end = i + 1;
      return true;
    }
    if (c == '\\') {
      escaped = true;
      if (!escape(i)) return false;
    } else if (!Source::isSlow) {
      i++;
    } else {
      if (c < 0x20) return fail(JSONProblemControlCharacter, i);
      const size_t count = utf8_length(bytes, i, length);
      if (count == 0) return fail(JSONProblemNotUTF8, i);
      i += count;
    }
  }
  return fail(JSONProblemUnclosedString, at);
}

/// One escape; a surrogate must be followed by its other half.
template <class Source>
bool Checker<Source>::escape(size_t &at) {
  const size_t start = at;
  const uint8_t c = byte(at + 1);
  if (c != 'u') {
    if (c == 0 || std::strchr("\"\\/bfnrt", c) == nullptr) return fail(JSONProblemEscape, start);
    at += 2;
    return true;
  }
  uint32_t first = 0, second = 0;
  if (!unit(at, first)) return fail(JSONProblemEscape, start);
  at += 6;
  if (first < 0xD800 || first > 0xDFFF) return true;
  if (first > 0xDBFF || !unit(at, second) || second < 0xDC00 || second > 0xDFFF)
    return fail(JSONProblemSurrogate, start);
  at += 6;
  return true;
}

/// The four hexadecimal digits of `\uXXXX`.
template <class Source>
bool Checker<Source>::unit(size_t at, uint32_t &unit) {
  if (at > length || length - at < 6 || bytes[at] != '\\' || bytes[at + 1] != 'u') return false;
  unit = 0;
  for (size_t i = at + 2; i < at + 6; i++) {
    const uint8_t c = bytes[i];
    const uint32_t digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : 16;
    if (digit > 15) return false;
    unit = unit * 16 + digit;
  }
  return true;
}
