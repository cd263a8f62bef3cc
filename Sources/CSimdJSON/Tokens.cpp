#include <simdjson.h>

#include <limits>
#include <memory>
#include <new>

#include "CSimdJSON.h"
#include "Checker.hpp"

namespace {

using Parser = simdjson::internal::dom_parser_implementation;

bool refuse(JSONFailure *failure, JSONProblem problem, size_t offset) {
  *failure = {problem, offset};
  return false;
}

/// UTF-16 and UTF-32 show by their mark, or by the zero byte beside the first character.
bool is_wide(const uint8_t *bytes, size_t length) {
  if (length < 2) return false;
  return (bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0xFF && bytes[1] == 0xFE) || bytes[0] == 0 ||
         bytes[1] == 0;
}

/// Steps over a byte order mark, which simdjson takes for the beginning of a token.
void skip_mark(JSONTokens *tokens, uint32_t *offsets) {
  tokens->offsets = offsets;
  if (tokens->length < 3 || tokens->count == 0 || std::memcmp(tokens->bytes, "\xEF\xBB\xBF", 3) != 0) return;
  const uint32_t second = tokens->count > 1 ? offsets[1] : uint32_t(tokens->length);
  const uint8_t c = tokens->length > 3 ? tokens->bytes[3] : ' ';
  if (second == 3 || c == ' ' || c == '\n' || c == '\r' || c == '\t') {
    tokens->offsets += 1;
    tokens->count -= 1;
  } else {
    offsets[0] = 3;
  }
}

/// Says where a text is wrong that simdjson refused without saying where.
bool explain(const JSONTokens *tokens, JSONCheckLimits limits, JSONFailure *failure) {
  const bool marked = tokens->length >= 3 && std::memcmp(tokens->bytes, "\xEF\xBB\xBF", 3) == 0;
  const size_t shift = marked ? 3 : 0;
  const uint8_t *bytes = tokens->bytes + shift;
  const size_t length = tokens->length - shift;
  Checker<ScanSource> checker({bytes, length}, bytes, length, limits);
  const bool passed = checker.document();
  *failure = passed ? JSONFailure{JSONProblemNotUTF8, 0} : checker.failure;
  failure->offset += shift;
  return false;
}

bool open(const uint8_t *bytes, size_t length, JSONCheckLimits limits, JSONTokens *tokens, JSONFailure *failure) {
  if (length == 0) return refuse(failure, JSONProblemEmpty, 0);
  if (length >= std::numeric_limits<uint32_t>::max() - 64) return refuse(failure, JSONProblemTooLarge, 0);
  if (is_wide(bytes, length)) return refuse(failure, JSONProblemEncoding, 0);

  std::unique_ptr<Parser> parser;
  if (simdjson::get_active_implementation()->create_dom_parser_implementation(length, 1, parser) != simdjson::SUCCESS)
    return refuse(failure, JSONProblemOutOfMemory, 0);
  const auto error = parser->stage1(bytes, length, simdjson::stage1_mode::regular);
  if (error == simdjson::EMPTY) return refuse(failure, JSONProblemEmpty, length);
  if (error != simdjson::SUCCESS) return explain(tokens, limits, failure);

  tokens->count = parser->n_structural_indexes;
  skip_mark(tokens, parser->structural_indexes.get());
  Checker<TokenSource> checker({tokens->offsets, tokens->count, length}, bytes, length, limits);
  if (!checker.document()) {
    *failure = checker.failure;
    return false;
  }
  tokens->owner = parser.release();
  return true;
}

}  // namespace

bool json_tokens_open(const uint8_t *bytes, size_t length, JSONCheckLimits limits, JSONTokens *tokens,
                      JSONFailure *failure) {
  *tokens = {bytes, length, nullptr, 0, nullptr};
  try {
    return open(bytes, length, limits, tokens, failure);
  } catch (const std::bad_alloc &) {
    return refuse(failure, JSONProblemOutOfMemory, 0);
  } catch (...) {
    return refuse(failure, JSONProblemOutOfMemory, 0);
  }
}

void json_tokens_close(JSONTokens *tokens) {
  delete static_cast<Parser *>(tokens->owner);
  *tokens = {nullptr, 0, nullptr, 0, nullptr};
}
