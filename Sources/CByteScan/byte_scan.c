#include "byte_scan.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

// One bit per byte of a chunk of 64.
typedef struct {
    uint64_t field_end, line_end, quote, non_ascii, nul;
} chunk_masks;

#if defined(__SSE2__)

static inline chunk_masks masks_of(const uint8_t *chunk, uint8_t separator, uint8_t line_end) {
    const __m128i separators = _mm_set1_epi8((char)separator);
    const __m128i line_ends = _mm_set1_epi8((char)line_end);
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i zeros = _mm_setzero_si128();
    chunk_masks masks = {0, 0, 0, 0, 0};
    for (int part = 0; part < 4; part++) {
        const __m128i bytes = _mm_loadu_si128((const __m128i *)(chunk + 16 * part));
        const int shift = 16 * part;
        const __m128i is_line_end = _mm_cmpeq_epi8(bytes, line_ends);
        const __m128i is_end = _mm_or_si128(_mm_cmpeq_epi8(bytes, separators), is_line_end);
        masks.field_end |= (uint64_t)(uint32_t)_mm_movemask_epi8(is_end) << shift;
        masks.line_end |= (uint64_t)(uint32_t)_mm_movemask_epi8(is_line_end) << shift;
        masks.quote |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, quotes)) << shift;
        masks.non_ascii |= (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << shift;
        masks.nul |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, zeros)) << shift;
    }
    return masks;
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

// NEON has no movemask: each lane keeps the bit of its place, and pairwise sums gather the lanes into bytes.
static inline uint64_t gather(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
    const uint8x16_t place = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t low = vpaddq_u8(vandq_u8(a, place), vandq_u8(b, place));
    const uint8x16_t high = vpaddq_u8(vandq_u8(c, place), vandq_u8(d, place));
    const uint8x16_t both = vpaddq_u8(low, high);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(both, both)), 0);
}

static inline chunk_masks masks_of(const uint8_t *chunk, uint8_t separator, uint8_t line_end) {
    const uint8x16_t a = vld1q_u8(chunk), b = vld1q_u8(chunk + 16), c = vld1q_u8(chunk + 32), d = vld1q_u8(chunk + 48);
    const uint8x16_t s = vdupq_n_u8(separator), l = vdupq_n_u8(line_end), q = vdupq_n_u8('"'), h = vdupq_n_u8(0x80);
    chunk_masks masks;
    masks.line_end = gather(vceqq_u8(a, l), vceqq_u8(b, l), vceqq_u8(c, l), vceqq_u8(d, l));
    masks.field_end = masks.line_end | gather(vceqq_u8(a, s), vceqq_u8(b, s), vceqq_u8(c, s), vceqq_u8(d, s));
    masks.quote = gather(vceqq_u8(a, q), vceqq_u8(b, q), vceqq_u8(c, q), vceqq_u8(d, q));
    masks.non_ascii = gather(vcgeq_u8(a, h), vcgeq_u8(b, h), vcgeq_u8(c, h), vcgeq_u8(d, h));
    masks.nul = gather(vceqzq_u8(a), vceqzq_u8(b), vceqzq_u8(c), vceqzq_u8(d));
    return masks;
}

#else

static inline chunk_masks masks_of(const uint8_t *chunk, uint8_t separator, uint8_t line_end) {
    chunk_masks masks = {0, 0, 0, 0, 0};
    for (int place = 0; place < 64; place++) {
        const uint8_t byte = chunk[place];
        masks.field_end |= (uint64_t)(byte == separator || byte == line_end) << place;
        masks.line_end |= (uint64_t)(byte == line_end) << place;
        masks.quote |= (uint64_t)(byte == '"') << place;
        masks.non_ascii |= (uint64_t)(byte >= 0x80) << place;
        masks.nul |= (uint64_t)(byte == 0) << place;
    }
    return masks;
}

#endif

// Where a scan stands between two chunks.
typedef struct {
    size_t field_start;
    size_t quoted_line_ends;  // of all records, the unfinished one too
    size_t closing_quote;     // offset of a quote that closes unless another follows at once
    bool in_quotes;
    bool may_close;
} scan_state;

// A chunk with quotes, or inside a quoted field: the exact rules, from one special byte to the next.
static inline void scan_quoted_chunk(
    const chunk_masks *masks, size_t base, scan_state *state, byte_scan_result *result, uint32_t *ends, uint32_t *records) {
    uint64_t specials = masks->field_end | masks->quote;
    while (specials) {
        const unsigned place = (unsigned)__builtin_ctzll(specials);
        const uint64_t bit = specials & (0 - specials);
        const size_t offset = base + place;
        specials &= specials - 1;
        if (state->may_close) {
            state->may_close = false;
            if ((masks->quote & bit) && offset == state->closing_quote + 1) continue;
            state->in_quotes = false;
        }
        if (state->in_quotes) {
            if (masks->quote & bit) {
                state->may_close = true;
                state->closing_quote = offset;
            } else if (masks->line_end & bit) {
                state->quoted_line_ends++;
            }
        } else if (masks->quote & bit) {
            state->in_quotes = offset == state->field_start;
        } else {
            ends[result->ends++] = (uint32_t)offset;
            state->field_start = offset + 1;
            if (masks->line_end & bit) {
                records[result->records++] = (uint32_t)result->ends;
                result->quoted_line_ends = state->quoted_line_ends;
            }
        }
    }
}

byte_scan_result byte_scan(
    const uint8_t *bytes, size_t length, uint8_t separator, uint8_t line_end, uint32_t *ends, uint32_t *records) {
    byte_scan_result result = {0, 0, 0, length, false, false};
    scan_state state = {0, 0, 0, false, false};
    uint64_t non_ascii = 0, nul = 0;
    uint8_t tail[64];
    for (size_t base = 0; base < length; base += 64) {
        const uint8_t *chunk = bytes + base;
        uint64_t valid = ~(uint64_t)0;
        if (length - base < 64) {
            memset(tail, 0, sizeof tail);
            memcpy(tail, chunk, length - base);
            chunk = tail;
            valid = ((uint64_t)1 << (length - base)) - 1;
        }
        chunk_masks masks = masks_of(chunk, separator, line_end);
        masks.field_end &= valid;
        masks.line_end &= valid;
        masks.quote &= valid;
        non_ascii |= masks.non_ascii & valid;
        nul |= masks.nul & valid;
        if (masks.quote || state.in_quotes) {
            scan_quoted_chunk(&masks, base, &state, &result, ends, records);
            continue;
        }
        uint64_t field_ends = masks.field_end;
        if (!field_ends) continue;
        uint32_t *next = ends + result.ends;
        for (uint64_t lines = masks.line_end; lines; lines &= lines - 1) {
            const uint64_t before = (lines & (0 - lines)) - 1;
            records[result.records++] = (uint32_t)(result.ends + (size_t)__builtin_popcountll(field_ends & before) + 1);
            result.quoted_line_ends = state.quoted_line_ends;
        }
        do {
            *next++ = (uint32_t)(base + (size_t)__builtin_ctzll(field_ends));
            field_ends &= field_ends - 1;
        } while (field_ends);
        result.ends = (size_t)(next - ends);
        state.field_start = (size_t)next[-1] + 1;
    }
    if (state.in_quotes && !state.may_close) result.open_quote = state.field_start;
    result.has_non_ascii = non_ascii != 0;
    result.has_nul = nul != 0;
    return result;
}

size_t byte_scan_count(const uint8_t *bytes, size_t length, uint8_t wanted) {
    size_t count = 0;
    for (size_t offset = 0; offset < length; offset++) count += bytes[offset] == wanted;
    return count;
}

size_t byte_scan_utf8_prefix(const uint8_t *bytes, size_t length) {
    size_t offset = 0;
    while (offset < length) {
        uint64_t word;
        if (length - offset >= 8 && (memcpy(&word, bytes + offset, 8), (word & 0x8080808080808080u) == 0)) {
            offset += 8;
            continue;
        }
        const uint8_t lead = bytes[offset];
        if (lead < 0x80) {
            offset++;
            continue;
        }
        // Table 3-7: how many bytes follow, and the range of the first of them.
        size_t following;
        uint8_t low = 0x80, high = 0xBF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            following = 1;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            following = 2;
            if (lead == 0xE0) low = 0xA0;
            if (lead == 0xED) high = 0x9F;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            following = 3;
            if (lead == 0xF0) low = 0x90;
            if (lead == 0xF4) high = 0x8F;
        } else {
            return offset;
        }
        if (length - offset <= following) return offset;
        if (bytes[offset + 1] < low || bytes[offset + 1] > high) return offset;
        for (size_t step = 2; step <= following; step++) {
            if ((bytes[offset + step] & 0xC0) != 0x80) return offset;
        }
        offset += following + 1;
    }
    return offset;
}
