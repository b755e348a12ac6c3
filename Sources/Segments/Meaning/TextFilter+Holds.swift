extension TextFilter {
    /// Whether a text, in UTF-8, meets it. Byte by byte: upper and lower case differ.
    public func holds(_ text: UnsafeRawBufferPointer) -> Bool {
        switch self {
        case .equals(let wanted): Self.equal(text, wanted)
        case .notEquals(let wanted): !Self.equal(text, wanted)
        case .contains(let part): Self.contains(text, part)
        case .notContains(let part): !Self.contains(text, part)
        case .startsWith(let part): Self.begins(text, part)
        case .notStartsWith(let part): !Self.begins(text, part)
        case .endsWith(let part): Self.ends(text, part)
        case .notEndsWith(let part): !Self.ends(text, part)
        case .matches(let pattern): pattern.matches(text)
        case .notMatches(let pattern): !pattern.matches(text)
        case .among(let wanted): wanted.contains { Self.equal(text, $0) }
        case .notAmong(let wanted): !wanted.contains { Self.equal(text, $0) }
        case .phoneCountryAmong(let countries): Self.country(text).map { countries.contains($0) } ?? false
        case .phoneCountryNotAmong(let countries): Self.country(text).map { !countries.contains($0) } ?? false
        }
    }

    private static func equal(_ text: UnsafeRawBufferPointer, _ wanted: String) -> Bool {
        text.count == wanted.utf8.count && text.elementsEqual(wanted.utf8)
    }

    private static func begins(_ text: UnsafeRawBufferPointer, _ part: String) -> Bool {
        text.count >= part.utf8.count && text.prefix(part.utf8.count).elementsEqual(part.utf8)
    }

    private static func ends(_ text: UnsafeRawBufferPointer, _ part: String) -> Bool {
        text.count >= part.utf8.count && text.suffix(part.utf8.count).elementsEqual(part.utf8)
    }

    private static func contains(_ text: UnsafeRawBufferPointer, _ part: String) -> Bool {
        let part = Array(part.utf8)
        guard let first = part.first else { return true }
        guard text.count >= part.count else { return false }
        // Both are bounded: a property's value by the journal, a part by the reader of definitions.
        for start in 0...(text.count - part.count) where text[start] == first {
            if zip(text[start..<start + part.count], part).allSatisfy(==) { return true }
        }
        return false
    }

    private static func country(_ text: UnsafeRawBufferPointer) -> String? {
        CallingCode.country(of: String(decoding: text, as: UTF8.self))
    }
}
