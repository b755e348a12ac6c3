#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// What a scan met besides the ends of fields.
typedef struct {
    /// How many field ends were written.
    size_t ends;
    /// How many complete records were met.
    size_t records;
    /// Line ends inside quoted fields of complete records.
    size_t quoted_line_ends;
    /// Where the quoted field that is open at the end of the bytes begins; `length` when none is.
    size_t open_quote;
    /// Whether any byte is 0x80 or above.
    bool has_non_ascii;
    /// Whether any byte is zero.
    bool has_nul;
} byte_scan_result;

/// Finds where fields end, from the beginning of a record.
///
/// RFC 4180: a quote opens a quoted field only as its first byte, a doubled quote inside stands for one, and separators and line
/// ends inside belong to the field. Text after the closing quote is taken as it is, up to the next separator.
///
/// `ends` receives the offset of the separator or line end after each field, `records` for each complete record the number of
/// entries of `ends` up to and with its line end. Both must have room for `length` entries.
byte_scan_result byte_scan(
    const uint8_t *bytes, size_t length, uint8_t separator, uint8_t line_end, uint32_t *ends, uint32_t *records);

/// How many of the bytes equal `wanted`.
size_t byte_scan_count(const uint8_t *bytes, size_t length, uint8_t wanted);

/// The length of the longest prefix that is well-formed UTF-8 (Unicode 16, table 3-7). A sequence cut off by the end does not count.
size_t byte_scan_utf8_prefix(const uint8_t *bytes, size_t length);

/// Whether a member was found.
typedef enum {
    /// There is none of this name.
    byte_scan_member_none = 0,
    /// There is one.
    byte_scan_member_found = 1,
    /// Whoever wants to know must read the object.
    byte_scan_member_untold = 2,
} byte_scan_member_outcome;

/// Finds the value of a member of a compact JSON object that holds no other object and no escape; of others nothing is told, nor where the
/// name stands there twice, nor where its value is a list.
///
/// `key` is the name with its quotes and the colon after them. The name must not be empty, nor begin with one of `,:]}`, nor hold a quote, a
/// backslash or a control character: then what stands there as `key` is a name, wherever it stands.
byte_scan_member_outcome byte_scan_member(
    const uint8_t *bytes, size_t length, const uint8_t *key, size_t key_length, size_t *start, size_t *end);

/// Whether as many bytes are the same; where there are none either may be null.
static inline bool byte_scan_equal(const void *a, const void *b, size_t length) { return length == 0 || memcmp(a, b, length) == 0; }
