public import Facts

extension PostalPlaces {
    /// Reads a file of postal codes: GeoNames' (no header, twelve columns parted by tabs), or CSV with the header
    /// `country,postal_code,latitude,longitude`; `-` is standard input. A row that is not understood is an error with its line.
    ///
    /// - Parameter countries: which countries to take, ISO 3166 alpha-2; none: all of the file.
    public static func read(path: String, countries: Set<String> = []) throws(ReadingError) -> PostalPlaces {
        var reader = PlaceReader(path: path, countries: countries)
        try reader.readAll()
        let places = reader.collector.places
        guard places.count > 0 else {
            let wanted = countries.isEmpty ? "" : " of \(countries.sorted().joined(separator: ", "))"
            throw ReadingError(.badData, file: path, "the file has no postal codes\(wanted)", advice: PlaceReader.expected)
        }
        for country in places.codes where places.count(of: country) > Self.mostOfCountry {
            throw ReadingError(
                .badData, file: path,
                "\(country) has \(places.count(of: country)) postal codes; at most \(Self.mostOfCountry) of a country are kept",
                advice: "Take the file of its postal districts instead: GB.zip or CA.zip of GeoNames, not GB_full or CA_full.")
        }
        return places
    }
}

/// Reads the lines of a file of postal codes.
private struct PlaceReader {
    static let expected =
        "Expected is a file of download.geonames.org/export/zip, unpacked, or CSV with the header country,postal_code,latitude,longitude."
    private static let names = ["country", "postal_code", "latitude", "longitude"]
    /// GeoNames: country, code, place, three pairs of name and code, latitude, longitude, accuracy.
    private static let geoNames = [0, 1, 9, 10]
    private static let mostOfLine = 4_096

    let path: String
    let countries: Set<String>
    var collector = PostalPlaces.Collector()
    private var line = 0
    /// Where the four columns are, and what parts them; `nil` before the first line.
    private var form: (separator: UInt8, columns: [Int])?

    init(path: String, countries: Set<String>) {
        self.path = path
        self.countries = countries
    }

    mutating func readAll() throws(ReadingError) {
        var file = try FileBytes(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var rest: [UInt8] = []
        while true {
            let count = try file.read(into: buffer)
            if count == 0 { break }
            for byte in buffer[..<count] {
                guard byte != UInt8(ascii: "\n") else {
                    try take(rest)
                    rest.removeAll(keepingCapacity: true)
                    continue
                }
                rest.append(byte)
                if rest.count > Self.mostOfLine { throw wrong("the line is longer than \(Self.mostOfLine) bytes", at: line + 1) }
            }
        }
        if !rest.isEmpty { try take(rest) }
    }

    private mutating func take(_ bytes: [UInt8]) throws(ReadingError) {
        line += 1
        var text = String(decoding: bytes, as: UTF8.self)
        if line == 1, text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        while text.last?.isWhitespace == true, text.last != "\t" { text.removeLast() }
        if text.isEmpty { return }
        guard let form else { return try takeFirst(text) }
        try takeRow(cells(text, form.separator), form.columns)
    }

    private mutating func takeFirst(_ text: String) throws(ReadingError) {
        let tabs = cells(text, UInt8(ascii: "\t"))
        if tabs.count >= 11 {
            form = (UInt8(ascii: "\t"), Self.geoNames)
            return try takeRow(tabs, Self.geoNames)
        }
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";")] {
            let header = cells(text, separator).map { $0.lowercased() }
            let columns = Self.names.compactMap { header.firstIndex(of: $0) }
            if columns.count == Self.names.count {
                form = (separator, columns)
                return
            }
        }
        throw wrong("this is no file of postal codes", at: line)
    }

    /// The cells of a line. Neither form has separators within cells.
    private func cells(_ text: String, _ separator: UInt8) -> [String] {
        text.utf8.split(separator: separator, omittingEmptySubsequences: false).map { cell in
            var cell = Substring(cell)
            while cell.first == " " || cell.first == "\"" { cell.removeFirst() }
            while cell.last == " " || cell.last == "\"" { cell.removeLast() }
            return String(cell)
        }
    }

    private mutating func takeRow(_ cells: [String], _ columns: [Int]) throws(ReadingError) {
        guard let last = columns.max(), last < cells.count else { throw wrong("the row has too few columns", at: line) }
        let (country, code) = (cells[columns[0]].uppercased(), cells[columns[1]])
        guard country.utf8.count == 2, country.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else {
            throw wrong("\(QuotedValue.quote(cells[columns[0]])) is no country of two letters, such as FR", at: line, "country")
        }
        if !countries.isEmpty, !countries.contains(country) { return }
        guard let latitude = Double(cells[columns[2]]), let longitude = Double(cells[columns[3]]),
            let place = Coordinates(latitude: latitude, longitude: longitude)
        else {
            let found = "\(cells[columns[2]]) \(cells[columns[3]])"
            throw wrong("\(QuotedValue.quote(found)) are no degrees, such as 48.86 2.34", at: line, "latitude")
        }
        guard collector.add(code, in: country, place) else {
            throw wrong("\(QuotedValue.quote(code)) is no postal code of letters and digits", at: line, "postal_code")
        }
    }

    private func wrong(_ message: String, at line: Int, _ column: String? = nil) -> ReadingError {
        ReadingError(.badData, file: path, line: line, column: column, message, advice: Self.expected)
    }
}
