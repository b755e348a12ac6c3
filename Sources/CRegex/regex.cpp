#include "regex.h"

#include <cstdio>
#include <cstring>
#include <new>
#include <re2/re2.h>

void *regex_compile(const char *pattern, size_t length, long most_memory, int most_steps, char *fault, size_t fault_size) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(most_memory);
    RE2 *regex = new (std::nothrow) RE2(re2::StringPiece(pattern, length), options);
    if (regex == nullptr || !regex->ok()) {
        const char *why = regex == nullptr ? "there is no memory" : regex->error().c_str();
        std::strncpy(fault, why, fault_size - 1);
        fault[fault_size - 1] = 0;
        delete regex;
        return nullptr;
    }
    if (regex->ProgramSize() > most_steps) {
        std::snprintf(fault, fault_size, "it repeats too much: written out it has %d steps, and may have %d", regex->ProgramSize(), most_steps);
        delete regex;
        return nullptr;
    }
    return regex;
}

bool regex_matches(const void *regex, const char *text, size_t length) {
    return RE2::PartialMatch(re2::StringPiece(text, length), *static_cast<const RE2 *>(regex));
}

void regex_release(void *regex) { delete static_cast<RE2 *>(regex); }
