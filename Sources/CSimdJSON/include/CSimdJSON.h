#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Why simdjson refused a text. It says no more than this: neither where, nor which rule was broken.
typedef enum {
    simdjson_accepted = 0,
    /// It needs more memory than there is.
    simdjson_no_memory,
    /// It is longer than simdjson reads.
    simdjson_too_large,
    /// Objects and arrays stand deeper in each other than asked for.
    simdjson_too_deep,
    /// Anything else.
    simdjson_malformed,
} simdjson_outcome;

/// What parsing gave. The pointers are null unless the outcome is `simdjson_accepted`.
typedef struct {
    simdjson_outcome outcome;
    /// Owns what the other two point to; give it to `simdjson_release`.
    void *document;
    /// The values in order, described at https://github.com/simdjson/simdjson/blob/master/doc/tape.md.
    const uint64_t *tape;
    /// The texts, unescaped: a length of four bytes in the machine's order, UTF-8, a zero.
    const uint8_t *strings;
} simdjson_parsed;

/// Parses a JSON text. The bytes are copied first, so they need no room behind them. Throws nothing.
///
/// May be called from any thread: each keeps a parser of its own.
simdjson_parsed simdjson_parse(const uint8_t *bytes, size_t length, size_t deepest);

/// Ends the life of a document.
void simdjson_release(void *document);

#ifdef __cplusplus
}
#endif
