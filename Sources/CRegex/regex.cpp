#include "regex.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <re2/re2.h>

static enum regex_fault fault_of(RE2::ErrorCode code) {
    switch (code) {
    case RE2::ErrorBadEscape: return regex_bad_escape;
    case RE2::ErrorBadCharClass: return regex_bad_class;
    case RE2::ErrorBadCharRange: return regex_bad_range;
    case RE2::ErrorMissingBracket: return regex_missing_bracket;
    case RE2::ErrorMissingParen: return regex_missing_parenthesis;
    case RE2::ErrorUnexpectedParen: return regex_unexpected_parenthesis;
    case RE2::ErrorTrailingBackslash: return regex_trailing_backslash;
    case RE2::ErrorRepeatArgument: return regex_nothing_to_repeat;
    case RE2::ErrorRepeatSize: return regex_repeated_too_often;
    case RE2::ErrorRepeatOp: return regex_bad_repetition;
    case RE2::ErrorBadPerlOp: return regex_unknown_group;
    case RE2::ErrorBadUTF8: return regex_bad_utf8;
    case RE2::ErrorBadNamedCapture: return regex_bad_group_name;
    default: return regex_too_large;
    }
}

void *regex_compile(const char *pattern, size_t length, long most_memory, int most_steps, struct regex_problem *problem) {
    std::memset(problem, 0, sizeof *problem);
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(most_memory);
    RE2 *regex = new (std::nothrow) RE2(re2::StringPiece(pattern, length), options);
    if (regex != nullptr && regex->ok()) {
        problem->steps = regex->ProgramSize();
        if (problem->steps <= most_steps) return regex;
        problem->fault = regex_too_large;
    } else if (regex == nullptr) {
        problem->fault = regex_too_large;
    } else {
        problem->fault = fault_of(regex->error_code());
        const std::string &part = regex->error_arg();
        std::memcpy(problem->part, part.data(), std::min(part.size(), sizeof problem->part - 1));
    }
    delete regex;
    return nullptr;
}

bool regex_matches(const void *regex, const char *text, size_t length) {
    return RE2::PartialMatch(re2::StringPiece(text, length), *static_cast<const RE2 *>(regex));
}

void regex_release(void *regex) { delete static_cast<RE2 *>(regex); }
