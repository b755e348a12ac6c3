#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
