#pragma once

#include <cstring>
#include <vector>

#include "CSimdJSON.h"
#include "Sources.hpp"

/// Visits every value of a text, without recursion, and stops at the first that is not JSON.
template <class Source>
class Checker {
 public:
  Checker(Source source, const uint8_t *bytes, size_t length, JSONCheckLimits limits)
      : source(source), bytes(bytes), length(length), limits(limits) {}

  JSONFailure failure{JSONProblemNone, 0};

  /// One value; or, where many are allowed, a text sequence or a value a line.
  bool document() {
    size_t at = source.next(0);
    if (at >= length) return fail(JSONProblemEmpty, length);
    if (limits.many_values && bytes[at] == separator) return sequence(at);
    if (!value(at)) return false;
    for (at = source.next(end); at < length; at = source.next(end)) {
      if (!limits.many_values || !newline(end, at)) return fail(JSONProblemTrailingContent, at);
      if (!value(at)) return false;
    }
    return true;
  }

 private:
  static constexpr uint8_t separator = 0x1E;

  struct Name {
    uint32_t offset, length;
    bool escaped;
  };
  struct Container {
    bool isObject;
    size_t firstName;
  };

  Source source;
  const uint8_t *bytes;
  size_t length;
  JSONCheckLimits limits;
  /// The byte behind the token that was checked last.
  size_t end = 0;
  std::vector<Container> open;
  std::vector<Name> names;

  bool fail(JSONProblem problem, size_t offset) {
    failure = {problem, offset};
    return false;
  }

  uint8_t byte(size_t at) const { return at < length ? bytes[at] : 0; }

  static bool isSpace(uint8_t c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

  bool newline(size_t from, size_t to) const {
    return to > from && std::memchr(bytes + from, '\n', to - from) != nullptr;
  }

  /// RFC 8142: each value stands behind one or more separators.
  bool sequence(size_t at) {
    while (at < length) {
      if (bytes[at] != separator) return fail(JSONProblemRecord, at);
      end = at + 1;
      while (end < length && (bytes[end] == separator || isSpace(bytes[end]))) end++;
      size_t first = source.next(end);
      while (first < end) first = source.next(end);
      if (first != end) return fail(first < length || end < length ? JSONProblemRecord : JSONProblemEndsEarly, end);
      if (!value(first)) return false;
      at = source.next(end);
    }
    return true;
  }

  /// One value with all that is in it; `end` is left behind it.
  bool value(size_t at) {
    open.clear();
    names.clear();
    for (bool wantsValue = true;;) {
      if (wantsValue) {
        if (at >= length) return fail(JSONProblemEndsEarly, length);
        const uint8_t c = bytes[at];
        if (c == '{' || c == '[') {
          if (open.size() >= limits.nesting) return fail(JSONProblemNestingLimit, at);
          open.push_back({c == '{', names.size()});
          at = source.next(end = at + 1);
          if (byte(at) == (c == '{' ? '}' : ']')) {
            wantsValue = false;
            continue;
          }
          if (c == '{' && !name(at)) return false;
          continue;
        }
        if (!scalar(at, c)) return false;
        if (open.empty()) return true;
        at = source.next(end);
      }
      if (at >= length) return fail(JSONProblemEndsEarly, length);
      const Container container = open.back();
      const uint8_t c = bytes[at];
      if (c == (container.isObject ? '}' : ']')) {
        if (container.isObject && !differ(container.firstName)) return false;
        names.resize(container.firstName);
        open.pop_back();
        end = at + 1;
        if (open.empty()) return true;
        at = source.next(end);
        wantsValue = false;
      } else if (c == ',') {
        const size_t comma = at;
        at = source.next(end = at + 1);
        if (byte(at) == ']' || byte(at) == '}') return fail(JSONProblemTrailingComma, comma);
        if (container.isObject && !name(at)) return false;
        wantsValue = true;
      } else {
        return fail(c == '/' ? JSONProblemComment : JSONProblemCommaExpected, at);
      }
    }
  }

  /// A member's name and its colon; `at` is left at the value.
  bool name(size_t &at) {
    if (at >= length) return fail(JSONProblemEndsEarly, length);
    if (bytes[at] != '"') {
      const uint8_t c = bytes[at];
      return fail(c == '\'' ? JSONProblemSingleQuote : c == '/' ? JSONProblemComment : JSONProblemNameExpected, at);
    }
    bool escaped = false;
    if (!string(at, escaped)) return false;
    names.push_back({uint32_t(at + 1), uint32_t(end - at - 2), escaped});
    at = source.next(end);
    if (at >= length) return fail(JSONProblemEndsEarly, length);
    if (bytes[at] != ':') return fail(JSONProblemColonExpected, at);
    at = source.next(end = at + 1);
    return true;
  }

  bool scalar(size_t at, uint8_t c) {
    bool escaped = false;
    switch (c) {
      case '"': return string(at, escaped);
      case 't': return literal(at, "true", 4);
      case 'f': return literal(at, "false", 5);
      case 'n': return literal(at, "null", 4);
      case '-': case '0': case '1': case '2': case '3': case '4':
      case '5': case '6': case '7': case '8': case '9': return number(at);
      case '\'': return fail(JSONProblemSingleQuote, at);
      case '/': return fail(JSONProblemComment, at);
      case 'N': case 'I': case '+': return fail(JSONProblemNotFinite, at);
      case '}': case ']': case ',': case ':': return fail(JSONProblemValueExpected, at);
      default: return fail(JSONProblemLiteral, at);
    }
  }

  /// Whether a number or literal ends at `end`: what follows must not be part of it.
  bool ends() const {
    if (end >= length) return true;
    const uint8_t c = bytes[end];
    return isSpace(c) || c == ',' || c == ']' || c == '}' || c == ':' || c == '{' || c == '[' ||
           (c == separator && limits.many_values) || (c == '/' && Source::isSlow);
  }

  bool literal(size_t at, const char *word, size_t count) {
    if (length - at < count || std::memcmp(bytes + at, word, count) != 0) {
      return fail(bytes[at] == 'n' && byte(at + 1) == 'a' ? JSONProblemNotFinite : JSONProblemLiteral, at);
    }
    end = at + count;
    return ends() || fail(JSONProblemLiteral, at);
  }

  bool number(size_t at);
  bool string(size_t at, bool &escaped);
  bool escape(size_t &at);
  bool unit(size_t at, uint32_t &unit);
  bool differ(size_t first);
};

#include "Checker+Names.hpp"
#include "Checker+Scalars.hpp"
