#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// JSON text, checked and cut into tokens: all that Swift sees of simdjson.
//
// simdjson's first stage finds where each token begins (and that the text is UTF-8); the check here then visits every
// value, so that whoever walks the tokens afterwards walks valid JSON. No exception crosses this border.

#ifdef __cplusplus
extern "C" {
#endif

/// What is wrong with a text. The order is of no meaning.
enum __attribute__((enum_extensibility(closed))) JSONProblem : int32_t {
  JSONProblemNone,
  JSONProblemOutOfMemory,
  JSONProblemTooLarge,
  JSONProblemNestingLimit,
  JSONProblemNumberLengthLimit,
  JSONProblemPositionLimit,
  JSONProblemEmpty,
  JSONProblemEncoding,
  JSONProblemNotUTF8,
  JSONProblemEndsEarly,
  JSONProblemValueExpected,
  JSONProblemNameExpected,
  JSONProblemColonExpected,
  JSONProblemCommaExpected,
  JSONProblemTrailingComma,
  JSONProblemTrailingContent,
  JSONProblemDuplicateName,
  JSONProblemNumber,
  JSONProblemNumberRange,
  JSONProblemNotFinite,
  JSONProblemLiteral,
  JSONProblemUnclosedString,
  JSONProblemControlCharacter,
  JSONProblemEscape,
  JSONProblemSurrogate,
  JSONProblemSingleQuote,
  JSONProblemComment,
  JSONProblemRecord,
  JSONProblemPositionExpected,
  JSONProblemPositionShort,
  JSONProblemCoordinateExpected,
  JSONProblemCoordinateLimit,
};
typedef enum JSONProblem JSONProblem;

/// A problem and the byte where it stands.
typedef struct {
  JSONProblem problem;
  size_t offset;
} JSONFailure;

/// What is taken before reading stops.
typedef struct {
  size_t nesting;
  size_t number_length;
  /// Whether several values may follow each other: each after a record separator (RFC 8142) or on a line of its own.
  bool many_values;
} JSONCheckLimits;

/// Where each token of a text begins. Borrows the bytes, owns the rest.
typedef struct {
  const uint8_t *bytes;
  size_t length;
  const uint32_t *offsets;
  size_t count;
  void *owner;
} JSONTokens;

/// Checks the whole text. False, with the first failure, when it is not JSON or goes beyond a limit.
bool json_tokens_open(const uint8_t *bytes, size_t length, JSONCheckLimits limits, JSONTokens *tokens,
                      JSONFailure *failure);

/// Frees what `json_tokens_open` made; harmless when it failed.
void json_tokens_close(JSONTokens *tokens);

/// The double that a JSON number spells; NaN when it spells none, an infinity when it is too large.
double json_number(const uint8_t *bytes, size_t length);

/// Reads the positions of an array `[[x, y], …]` of checked tokens, beginning at its bracket.
///
/// `out` takes three doubles a position: x, y and the height, NaN where it is absent. `token` is left behind the array.
bool json_read_positions(const JSONTokens *tokens, size_t *token, double *out, size_t capacity, size_t *count,
                         double largest, JSONFailure *failure);

/// Reads one position `[x, y, …]` into three doubles.
bool json_read_position(const JSONTokens *tokens, size_t *token, double *out, double largest, JSONFailure *failure);

/// The byte at which a token begins; 0 behind the last one.
static inline uint8_t json_token_byte(const JSONTokens *tokens, size_t token) {
  if (token >= tokens->count) return 0;
  size_t offset = tokens->offsets[token];
  return offset < tokens->length ? tokens->bytes[offset] : 0;
}

/// Where a token begins; the length of the text behind the last one.
static inline size_t json_token_offset(const JSONTokens *tokens, size_t token) {
  return token < tokens->count ? tokens->offsets[token] : tokens->length;
}

/// The token behind the value that begins at `token`; counts the arrays in it.
static inline size_t json_token_behind(const JSONTokens *tokens, size_t token, size_t *arrays) {
  size_t depth = 0;
  while (token < tokens->count) {
    uint8_t byte = json_token_byte(tokens, token);
    token += 1;
    if (byte == '[' || byte == '{') {
      depth += 1;
      *arrays += byte == '[';
    } else if (byte == ']' || byte == '}') {
      if (depth <= 1) return token;
      depth -= 1;
    } else if (depth == 0) {
      return token;
    }
  }
  return token;
}

/// How many elements the array has that begins at `token`.
static inline size_t json_array_elements(const JSONTokens *tokens, size_t token) {
  size_t elements = 0, depth = 0;
  for (; token < tokens->count; token++) {
    uint8_t byte = json_token_byte(tokens, token);
    if (byte == '[' || byte == '{') {
      elements += depth == 1;
      depth += 1;
    } else if (byte == ']' || byte == '}') {
      depth -= 1;
      if (depth == 0) return elements;
    } else if (depth == 1 && byte != ',') {
      elements += 1;
    }
  }
  return elements;
}

#ifdef __cplusplus
}
#endif
