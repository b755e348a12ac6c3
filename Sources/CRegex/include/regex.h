#pragma once
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Why something is no regular expression that is taken.
enum regex_fault {
    /// It needs more memory, or more steps, than it may.
    regex_too_large,
    regex_bad_escape,
    regex_bad_class,
    regex_bad_range,
    regex_missing_bracket,
    regex_missing_parenthesis,
    regex_unexpected_parenthesis,
    regex_trailing_backslash,
    regex_nothing_to_repeat,
    regex_repeated_too_often,
    regex_bad_repetition,
    regex_unknown_group,
    regex_bad_utf8,
    regex_bad_group_name
};

/// What is wrong with an expression.
struct regex_problem {
    enum regex_fault fault;
    /// Steps when repetitions are written out; 0 where that is not known.
    int steps;
    /// The part of the expression that is wrong, cut to what fits, with its closing zero; empty where it is none of its parts.
    char part[128];
};

/// Compiles a regular expression with RE2, whose matching takes time in proportion to the text, whatever the expression. Null where it is no
/// expression, needs more than `most_memory` bytes, or has more than `most_steps` steps when repetitions are written out; then `problem` says why.
void *_Nullable regex_compile(
    const char *_Nonnull pattern, size_t length, long most_memory, int most_steps, struct regex_problem *_Nonnull problem);

/// Whether a text holds a match anywhere. Any number of threads may ask at once.
bool regex_matches(const void *_Nonnull regex, const char *_Nullable text, size_t length);

/// Lets go of a compiled expression.
void regex_release(void *_Nonnull regex);

#ifdef __cplusplus
}
#endif
