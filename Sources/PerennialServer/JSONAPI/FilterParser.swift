import Facts

extension FilterRules {
    /// Reads a filter by these rules. Cost is linear in its length.
    func parse(_ text: String) throws(APIError) -> Filter {
        guard text.utf8.count <= Self.longest else {
            throw .filter("A filter has at most \(Self.longest) bytes.")
        }
        var parser = FilterParser(bytes: Array(text.utf8), rules: self)
        return try parser.whole()
    }
}

extension APIError {
    fileprivate static func filter(_ detail: String) -> APIError { .invalid(detail, parameter: "filter") }
}

/// Recursive descent over bytes: `operation(arguments)`, joined by commas.
private struct FilterParser {
    let bytes: [UInt8]
    let rules: FilterRules
    var place = 0
    var termCount = 0

    init(bytes: [UInt8], rules: FilterRules) {
        self.bytes = bytes
        self.rules = rules
    }

    mutating func whole() throws(APIError) -> Filter {
        var parts = [try operation(depth: 1)]
        skipBlanks()
        while skip(",") {
            parts.append(try operation(depth: 1))
            skipBlanks()
        }
        guard place == bytes.count else { throw unexpected("a comma or the end") }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func operation(depth: Int) throws(APIError) -> Filter {
        guard depth <= FilterRules.deepest else { throw .filter("A filter nests at most \(FilterRules.deepest) operations.") }
        let name = try word("an operation such as equals(...)")
        skipBlanks()
        guard skip("(") else { throw unexpected("\"(\" after \(name)") }
        switch name {
        case "and": return .and(try operations(depth: depth + 1))
        case "or":
            guard rules.allowsOr else { throw .filter("or(...) cannot be used here; and(...) can.") }
            return .or(try operations(depth: depth + 1))
        case "not":
            guard rules.allowsNot else { throw .filter("not(...) cannot be used here.") }
            let part = try operation(depth: depth + 1)
            try close()
            return .not(part)
        default:
            guard let comparison = FilterOperator(rawValue: name) else {
                let names =
                    FilterOperator.allCases.map(\.rawValue) + ["and"] + (rules.allowsOr ? ["or"] : []) + (rules.allowsNot ? ["not"] : [])
                throw .filter("There is no operation \"\(name)\" in filters.\(NearestNames.advice(name, among: names))")
            }
            return .term(try term(comparison))
        }
    }

    private mutating func operations(depth: Int) throws(APIError) -> [Filter] {
        var parts = [try operation(depth: depth)]
        skipBlanks()
        while skip(",") {
            parts.append(try operation(depth: depth))
            skipBlanks()
        }
        try close()
        return parts
    }

    private mutating func term(_ comparison: FilterOperator) throws(APIError) -> FilterTerm {
        termCount += 1
        guard termCount <= FilterRules.mostTerms else { throw .filter("A filter has at most \(FilterRules.mostTerms) comparisons.") }
        let name = try word("the name of a field")
        guard let field = rules.fields.first(where: { $0.name == name }) else {
            throw .filter("Results cannot be filtered by \"\(name)\".\(NearestNames.advice(name, among: rules.fields.map(\.name)))")
        }
        guard field.comparisons.contains(comparison) else {
            let names = field.comparisons.map(\.rawValue).joined(separator: ", ")
            throw .filter("\(comparison.rawValue) cannot be used with \(name). Allowed: \(names).")
        }
        if comparison == .has {
            try close()
            return FilterTerm(field: name, comparison: comparison, value: .none)
        }
        skipBlanks()
        guard skip(",") else { throw unexpected("a comma and a value after \(name)") }
        let value = try self.value(of: field, comparison)
        try close()
        return FilterTerm(field: name, comparison: comparison, value: value)
    }

    private mutating func value(of field: FilterRules.Field, _ comparison: FilterOperator) throws(APIError) -> FilterValue {
        skipBlanks()
        guard skip("[") else {
            let value = try single(of: field)
            return comparison.takesList ? .list([value]) : value
        }
        var values: [FilterValue] = []
        repeat {
            guard values.count < FilterRules.mostValues else { throw .filter("A list has at most \(FilterRules.mostValues) values.") }
            values.append(try single(of: field))
            skipBlanks()
        } while skip(",")
        guard skip("]") else { throw unexpected("a comma or \"]\"") }
        if comparison.takesList { return .list(values) }
        // Klaviyo takes equals(email,["a@example.com"]) for the one value.
        guard values.count == 1 else { throw .filter("\(comparison.rawValue) takes one value; use any for several.") }
        return values[0]
    }

    private mutating func single(of field: FilterRules.Field) throws(APIError) -> FilterValue {
        skipBlanks()
        let start = place
        guard place < bytes.count else { throw unexpected("a value") }
        let isQuoted = bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'")
        let text = isQuoted ? try quoted() : bare()
        guard isQuoted || !text.isEmpty else { throw unexpected("a value") }
        switch field.type {
        case .text:
            guard isQuoted else { throw .filter("Put the value of \(field.name) in quotes: \"\(text.prefix(60))\".") }
            return .text(text)
        case .oneOf(let names):
            guard isQuoted else { throw .filter("Put the value of \(field.name) in quotes: \"\(text.prefix(60))\".") }
            guard names.contains(text) else {
                throw .filter("\(field.name) is never \"\(text.prefix(60))\".\(NearestNames.advice(text, among: names))")
            }
            return .text(text)
        case .number, .integer:
            guard !isQuoted, let number = Self.number(text), field.type == .number || number == number.rounded() else {
                throw mismatch(field, "a number, without quotes", start)
            }
            return .number(number)
        case .bool:
            switch text {
            case "true" where !isQuoted, "True" where !isQuoted: return .bool(true)
            case "false" where !isQuoted, "False" where !isQuoted: return .bool(false)
            default: throw mismatch(field, "true or false", start)
            }
        case .instant:
            guard let instant = Timestamp.parse(text) else { throw mismatch(field, "a date and time such as 2023-01-31T00:00:00Z", start) }
            return .instant(instant)
        }
    }

    private func mismatch(_ field: FilterRules.Field, _ wanted: String, _ start: Int) -> APIError {
        .filter("The value of \(field.name) (character \(start + 1)) must be \(wanted).")
    }

    /// A finite decimal number, without words such as "inf" and "nan".
    private static func number(_ text: String) -> Double? {
        guard text.utf8.count <= 40,
            text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x2E || $0 == 0x65 || $0 == 0x45 || $0 == 0x2B }),
            let value = Double(text), value.isFinite
        else { return nil }
        return value
    }

    /// Text up to the next comma or bracket, without blanks at its end.
    private mutating func bare() -> String {
        let start = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""),
                UInt8(ascii: "'"):
                return String(decoding: bytes[start..<place], as: UTF8.self).trimmed
            default: place += 1
            }
        }
        return String(decoding: bytes[start..<place], as: UTF8.self).trimmed
    }

    /// Text in quotes of either kind, with the escapes of JSON and `\'`.
    private mutating func quoted() throws(APIError) -> String {
        let quote = bytes[place]
        let start = place
        place += 1
        var text: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == quote {
                guard text.count <= FilterRules.longestText else {
                    throw .filter("A text in a filter has at most \(FilterRules.longestText) bytes.")
                }
                return String(decoding: text, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
        }
        throw .filter("The quote at character \(start + 1) is not closed.")
    }

    private mutating func escape(into text: inout [UInt8]) throws(APIError) {
        guard place < bytes.count else { throw unexpected("a character after the backslash") }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"):
            var value = try hexUnit()
            if (0xD800..<0xDC00).contains(value) {
                guard skip("\\"), skip("u") else { throw unexpected("the second half of a surrogate pair") }
                let low = try hexUnit()
                guard (0xDC00..<0xE000).contains(low) else { throw unexpected("the second half of a surrogate pair") }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            }
            guard value != 0, let scalar = Unicode.Scalar(value) else { throw unexpected("a character that exists") }
            text.append(contentsOf: Array(String(Character(scalar)).utf8))
        default:
            place -= 1
            throw unexpected("one of \\\" \\' \\\\ \\/ \\n \\r \\t \\b \\f \\u0000")
        }
    }

    private mutating func hexUnit() throws(APIError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard place < bytes.count, let digit = PercentCoding.hexDigit(bytes[place]) else { throw unexpected("four hexadecimal digits") }
            value = value << 4 | UInt32(digit)
            place += 1
        }
        return value
    }

    /// The name of an operation or a field: letters, digits and `-_.$:`.
    private mutating func word(_ wanted: String) throws(APIError) -> String {
        skipBlanks()
        let start = place
        while place < bytes.count, place - start < 100 {
            switch bytes[place] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "$"),
                UInt8(ascii: ":"):
                place += 1
                continue
            default: break
            }
            break
        }
        guard place > start else { throw unexpected(wanted) }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func close() throws(APIError) {
        skipBlanks()
        guard skip(")") else { throw unexpected("\")\"") }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(truncatingIfNeeded: character.value) else { return false }
        place += 1
        return true
    }

    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    }

    private func unexpected(_ wanted: String) -> APIError {
        guard place < bytes.count else { return .filter("The filter ends where \(wanted) should be.") }
        let found = String(decoding: bytes[place...].prefix(20), as: UTF8.self)
        return .filter("Character \(place + 1) of the filter, at \"\(found)\": \(wanted) should be here.")
    }
}
