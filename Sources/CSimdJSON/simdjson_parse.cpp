#include "CSimdJSON.h"

#include <memory>
#include <new>
#include <simdjson.h>

using simdjson::dom::document;
using simdjson::dom::parser;

namespace {

// A parser keeps room of about five times the longest text that it met. Short texts are frequent and share it; what a long one took
// is given back at once.
constexpr size_t smallest_room = size_t(16) << 10;
constexpr size_t largest_kept_room = size_t(1) << 20;

thread_local std::unique_ptr<parser> kept;

simdjson_parsed refused(simdjson_outcome outcome) noexcept { return {outcome, nullptr, nullptr, nullptr}; }

simdjson_outcome outcome(simdjson::error_code code) noexcept {
    switch (code) {
    case simdjson::SUCCESS: return simdjson_accepted;
    case simdjson::MEMALLOC: return simdjson_no_memory;
    case simdjson::CAPACITY: return simdjson_too_large;
    case simdjson::DEPTH_ERROR: return simdjson_too_deep;
    default: return simdjson_malformed;
    }
}

size_t room(size_t length) noexcept {
    size_t room = smallest_room;
    while (room < length && room < largest_kept_room) { room *= 2; }
    return room < length ? length : room;
}

simdjson_parsed parse(parser &parser, const uint8_t *bytes, size_t length, size_t deepest) noexcept {
    if (length > parser.max_capacity()) { return refused(simdjson_too_large); }
    // simdjson refuses at its limit; ours is the last depth that it may accept.
    const size_t max_depth = deepest + 1;
    if (parser.capacity() < length || parser.max_depth() != max_depth) {
        const size_t capacity = parser.capacity() < length ? room(length) : parser.capacity();
        if (auto code = parser.allocate(capacity, max_depth)) { return refused(outcome(code)); }
    }
    std::unique_ptr<document> parsed(new (std::nothrow) document());
    if (!parsed) { return refused(simdjson_no_memory); }
    if (auto code = parser.parse_into_document(*parsed, bytes, length, true).error()) { return refused(outcome(code)); }
    const uint64_t *tape = parsed->tape.get();
    const uint8_t *strings = parsed->string_buf.get();
    return {simdjson_accepted, parsed.release(), tape, strings};
}

} // namespace

simdjson_parsed simdjson_parse(const uint8_t *bytes, size_t length, size_t deepest) {
    if (!kept) { kept.reset(new (std::nothrow) parser()); }
    if (!kept) { return refused(simdjson_no_memory); }
    const simdjson_parsed parsed = parse(*kept, bytes, length, deepest);
    if (kept->capacity() > largest_kept_room || parsed.outcome == simdjson_no_memory) { kept.reset(); }
    return parsed;
}

void simdjson_release(void *owner) { delete static_cast<document *>(owner); }
