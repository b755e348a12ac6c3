/// Files that are no text, known by their first bytes: what they are and what to do instead.
enum FileSignature {
    /// Why a file with this beginning is not read; `nil` for one that may be text.
    static func refusal(of start: UnsafeRawBufferPointer, file: String) -> ReadingError? {
        for (signature, title, advice, cause) in known where start.starts(with: signature) {
            return ReadingError(.badData, file: file, "this is \(title), not a CSV file", advice: advice, because: cause)
        }
        return nil
    }

    private static let spreadsheetAdvice = """
        Save the sheet as CSV: in Excel File > Save As > CSV UTF-8 (Comma delimited); in LibreOffice File > Save As > Text CSV, character \
        set UTF-8; in Google Sheets File > Download > Comma-separated values.
        """

    private static let known: [(signature: [UInt8], title: String, advice: String, cause: ReadingError.Cause)] = [
        (
            [0x50, 0x4B, 0x03, 0x04], "an Excel workbook (.xlsx) or another ZIP archive",
            spreadsheetAdvice + " If it is a ZIP archive with a CSV file inside, unpack it first.", .workbook
        ),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel workbook (.xls)", spreadsheetAdvice, .oldWorkbook),
        (Array("%PDF".utf8), "a PDF document", "Export the orders from the shop as CSV.", .pdf),
        (
            Array("PAR1".utf8), "a Parquet file",
            "Convert it first, for instance with DuckDB: COPY (FROM 'orders.parquet') TO 'orders.csv' (HEADER).", .parquet
        ),
        (
            Array("SQLite format 3\0".utf8), "an SQLite database",
            "Export the table first: sqlite3 -header -csv shop.db 'SELECT ... FROM orders' > orders.csv", .database
        ),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with Zstandard", "Decompress it first: zstd -d FILE. Only gzip is read as it is.", .packed),
        (Array("BZh".utf8), "compressed with bzip2", "Decompress it first: bunzip2 FILE. Only gzip is read as it is.", .packed),
        (
            [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed with xz", "Decompress it first: xz -d FILE. Only gzip is read as it is.",
            .packed
        ),
        (Array("Rar!".utf8), "a RAR archive", "Unpack it first. Only gzip is read as it is.", .packed),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", "Unpack it first. Only gzip is read as it is.", .packed),
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)", pictureAdvice, .picture),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)", pictureAdvice, .picture),
        (Array("GIF8".utf8), "a picture (GIF)", pictureAdvice, .picture),
        (Array("RIFF".utf8), "a picture or a sound", pictureAdvice, .picture),
    ]

    private static let pictureAdvice = "Numbers are not read from pictures: export the orders from the shop as CSV."
}
