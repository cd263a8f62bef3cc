#include <cmath>
#include <limits>

#include "CSimdJSON.h"

namespace {

bool fail(JSONFailure *failure, JSONProblem problem, const JSONTokens *tokens, size_t token) {
  *failure = {problem, json_token_offset(tokens, token)};
  return false;
}

/// How many bytes a checked number takes.
size_t number_length(const JSONTokens *tokens, size_t offset) {
  size_t end = offset;
  while (end < tokens->length) {
    const uint8_t c = tokens->bytes[end];
    if (!((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) break;
    end++;
  }
  return end - offset;
}

}  // namespace

bool json_read_position(const JSONTokens *tokens, size_t *token, double *out, double largest, JSONFailure *failure) {
  size_t at = *token;
  if (json_token_byte(tokens, at) != '[') return fail(failure, JSONProblemPositionExpected, tokens, at);
  out[2] = std::numeric_limits<double>::quiet_NaN();
  size_t elements = 0;
  if (json_token_byte(tokens, at + 1) == ']') return fail(failure, JSONProblemPositionShort, tokens, at);
  do {
    const size_t number = at + 1;
    const uint8_t c = json_token_byte(tokens, number);
    if (c != '-' && (c < '0' || c > '9')) return fail(failure, JSONProblemCoordinateExpected, tokens, number);
    const size_t offset = json_token_offset(tokens, number);
    const double value = json_number(tokens->bytes + offset, number_length(tokens, offset));
    // Written so that a NaN fails as well.
    if (!(std::fabs(value) <= largest)) return fail(failure, JSONProblemCoordinateLimit, tokens, number);
    if (elements < 3) out[elements] = value;
    elements += 1;
    at += 2;
  } while (json_token_byte(tokens, at) == ',');
  if (elements < 2) return fail(failure, JSONProblemPositionShort, tokens, *token);
  *token = at + 1;
  return true;
}

bool json_read_positions(const JSONTokens *tokens, size_t *token, double *out, size_t capacity, size_t *count,
                         double largest, JSONFailure *failure) {
  *count = 0;
  size_t at = *token;
  if (json_token_byte(tokens, at) != '[') return fail(failure, JSONProblemPositionExpected, tokens, at);
  if (json_token_byte(tokens, at + 1) == ']') {
    *token = at + 2;
    return true;
  }
  do {
    at += 1;
    if (json_token_byte(tokens, at) != '[') return fail(failure, JSONProblemPositionExpected, tokens, at);
    if (*count >= capacity) return fail(failure, JSONProblemPositionLimit, tokens, at);
    if (!json_read_position(tokens, &at, out + *count * 3, largest, failure)) return false;
    *count += 1;
  } while (json_token_byte(tokens, at) == ',');
  *token = at + 1;
  return true;
}
