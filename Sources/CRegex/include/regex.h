#pragma once
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Compiles a regular expression with RE2, whose matching takes time in proportion to the text, whatever the expression. Null where it is no
/// expression, needs more than `most_memory` bytes, or has more than `most_steps` steps when repetitions are written out; then `fault` holds why, cut to `fault_size` bytes with its closing zero.
void *_Nullable regex_compile(
    const char *_Nonnull pattern, size_t length, long most_memory, int most_steps, char *_Nonnull fault, size_t fault_size);

/// Whether a text holds a match anywhere. Any number of threads may ask at once.
bool regex_matches(const void *_Nonnull regex, const char *_Nullable text, size_t length);

/// Lets go of a compiled expression.
void regex_release(void *_Nonnull regex);

#ifdef __cplusplus
}
#endif
