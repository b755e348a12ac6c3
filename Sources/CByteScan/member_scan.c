#include "byte_scan.h"

#include <stdbool.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

// One bit per byte of a chunk of 64.
typedef struct {
    uint64_t colon;
    // Backslashes and opening braces.
    uint64_t special;
} member_masks;

#if defined(__SSE2__)

static inline member_masks member_masks_of(const uint8_t *chunk) {
    const __m128i colons = _mm_set1_epi8(':'), escapes = _mm_set1_epi8('\\'), braces = _mm_set1_epi8('{');
    member_masks masks = {0, 0};
    for (int part = 0; part < 4; part++) {
        const __m128i bytes = _mm_loadu_si128((const __m128i *)(chunk + 16 * part));
        const __m128i special = _mm_or_si128(_mm_cmpeq_epi8(bytes, escapes), _mm_cmpeq_epi8(bytes, braces));
        masks.colon |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, colons)) << (16 * part);
        masks.special |= (uint64_t)(uint32_t)_mm_movemask_epi8(special) << (16 * part);
    }
    return masks;
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

// As in byte_scan.c: each lane keeps the bit of its place, and pairwise sums gather the lanes into bytes.
static inline uint64_t member_gather(const uint8x16_t *lanes) {
    const uint8x16_t place = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t low = vpaddq_u8(vandq_u8(lanes[0], place), vandq_u8(lanes[1], place));
    const uint8x16_t high = vpaddq_u8(vandq_u8(lanes[2], place), vandq_u8(lanes[3], place));
    const uint8x16_t both = vpaddq_u8(low, high);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(both, both)), 0);
}

static inline member_masks member_masks_of(const uint8_t *chunk) {
    uint8x16_t colons[4], specials[4];
    for (int part = 0; part < 4; part++) {
        const uint8x16_t bytes = vld1q_u8(chunk + 16 * part);
        colons[part] = vceqq_u8(bytes, vdupq_n_u8(':'));
        specials[part] = vorrq_u8(vceqq_u8(bytes, vdupq_n_u8('\\')), vceqq_u8(bytes, vdupq_n_u8('{')));
    }
    const member_masks masks = {member_gather(colons), member_gather(specials)};
    return masks;
}

#else

static inline member_masks member_masks_of(const uint8_t *chunk) {
    member_masks masks = {0, 0};
    for (int place = 0; place < 64; place++) {
        masks.colon |= (uint64_t)(chunk[place] == ':') << place;
        masks.special |= (uint64_t)(chunk[place] == '\\' || chunk[place] == '{') << place;
    }
    return masks;
}

#endif

// Where a value ends that begins at a place; `length` where that cannot be told.
static size_t value_end(const uint8_t *bytes, size_t length, size_t start) {
    if (start >= length || bytes[start] == '[') return length;
    size_t place = start;
    if (bytes[start] == '"') {
        do {
            if (++place >= length) return length;
        } while (bytes[place] != '"');
        return place + 1;
    }
    while (place < length && bytes[place] != ',' && bytes[place] != '}') place++;
    return place > start ? place : length;
}

byte_scan_member_outcome byte_scan_member(
    const uint8_t *bytes, size_t length, const uint8_t *key, size_t key_length, size_t *start, size_t *end) {
    if (length < 2 || bytes[0] != '{' || bytes[length - 1] != '}') return byte_scan_member_untold;
    size_t found = 0;
    uint8_t tail[64];
    for (size_t base = 0; base < length; base += 64) {
        const uint8_t *chunk = bytes + base;
        if (length - base < 64) {
            memset(tail, 0, sizeof tail);
            memcpy(tail, chunk, length - base);
            chunk = tail;
        }
        member_masks masks = member_masks_of(chunk);
        // The brace that opens the object itself.
        if (base == 0) masks.special &= ~(uint64_t)1;
        if (masks.special) return byte_scan_member_untold;
        for (uint64_t colons = masks.colon; colons; colons &= colons - 1) {
            const size_t next = base + (size_t)__builtin_ctzll(colons) + 1;
            if (next < key_length || bytes[next - 2] != '"' || memcmp(bytes + next - key_length, key, key_length) != 0) continue;
            if (found) return byte_scan_member_untold;
            found = next;
        }
    }
    if (!found) return byte_scan_member_none;
    *start = found;
    *end = value_end(bytes, length, found);
    return *end < length && (bytes[*end] == ',' || bytes[*end] == '}') ? byte_scan_member_found : byte_scan_member_untold;
}
