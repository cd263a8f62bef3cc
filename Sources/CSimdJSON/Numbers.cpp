#include <charconv>
#include <cmath>
#include <limits>

#include "CSimdJSON.h"

namespace {

/// The powers of ten that a double holds exactly.
constexpr double exact_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// Whether a number that no double holds is too small rather than too large: its first digit's power of ten is negative.
bool is_tiny(const uint8_t *bytes, size_t length) {
  long power = 0, exponent = 0;
  bool significant = false, fraction = false, inExponent = false, negative = false;
  for (size_t i = 0; i < length; i++) {
    const uint8_t c = bytes[i];
    if (c == 'e' || c == 'E') inExponent = true;
    else if (c == '.') fraction = true;
    else if (c == '-') negative = inExponent;
    else if (c < '0' || c > '9') continue;
    else if (inExponent) exponent = exponent < 1000000000 ? exponent * 10 + (c - '0') : exponent;
    else if (fraction && !significant) power -= 1, significant = c != '0';
    else if (!fraction && (significant || c != '0')) power += significant, significant = true;
  }
  return !significant || power + (negative ? -exponent : exponent) < 0;
}

}  // namespace

double json_number(const uint8_t *bytes, size_t length) {
  const bool negative = length > 0 && bytes[0] == '-';
  uint64_t digits = 0;
  size_t i = negative, decimals = 0;
  for (; i < length && bytes[i] >= '0' && bytes[i] <= '9'; i++) digits = digits * 10 + (bytes[i] - '0');
  if (i < length && bytes[i] == '.') {
    const size_t point = i;
    for (i++; i < length && bytes[i] >= '0' && bytes[i] <= '9'; i++) digits = digits * 10 + (bytes[i] - '0');
    decimals = i - point - 1;
  }
  // Both sides exact, so that one division rounds once (Clinger 1990): nearly every coordinate.
  if (i == length && length < 20 && length > negative && digits <= (1ull << 53)) {
    const double value = double(digits) / exact_powers[decimals];
    return negative ? -value : value;
  }
  double value = 0;
  const char *const text = reinterpret_cast<const char *>(bytes);
  const auto [end, error] = std::from_chars(text, text + length, value);
  if (error == std::errc::result_out_of_range) {
    const double size = is_tiny(bytes, length) ? 0 : std::numeric_limits<double>::infinity();
    return negative ? -size : size;
  }
  if (error != std::errc() || end != text + length) return std::numeric_limits<double>::quiet_NaN();
  return value;
}
