extension SQLWriter {
    /// What a text must be; unknown where it is missing.
    mutating func text(_ column: SQLText, _ filter: TextFilter) -> SQLText {
        switch filter {
        case .equals(let text): "\(column) = \(text: text)"
        case .notEquals(let text): "\(column) <> \(text: text)"
        case .contains(let part): "contains(\(column), \(text: part))"
        case .notContains(let part): "NOT contains(\(column), \(text: part))"
        case .startsWith(let part): starts(column, part)
        case .notStartsWith(let part): "NOT \(starts(column, part))"
        case .endsWith(let part): ends(column, part)
        case .notEndsWith(let part): "NOT \(ends(column, part))"
        case .among(let texts): "\(column) IN (\(SQLText.list(texts)))"
        case .notAmong(let texts): "\(column) NOT IN (\(SQLText.list(texts)))"
        case .matches(let pattern): matches(column, pattern)
        case .notMatches(let pattern): "NOT \(matches(column, pattern))"
        case .phoneCountryAmong(let countries): phoneCountry(column) { countries.contains($0) }
        case .phoneCountryNotAmong(let countries): phoneCountry(column) { !countries.contains($0) }
        }
    }

    private func starts(_ column: SQLText, _ part: String) -> SQLText {
        switch dialect {
        case .duckdb: "starts_with(\(column), \(text: part))"
        case .spark: "startswith(\(column), \(text: part))"
        }
    }

    private func ends(_ column: SQLText, _ part: String) -> SQLText {
        switch dialect {
        case .duckdb: "ends_with(\(column), \(text: part))"
        case .spark: "endswith(\(column), \(text: part))"
        }
    }

    /// Whether all of a text is like a regular expression, which must mean the same in every engine.
    func isWhole(_ text: SQLText, _ pattern: String) -> SQLText {
        switch dialect {
        case .duckdb: "regexp_full_match(\(text), \(text: pattern))"
        case .spark: "regexp_like(\(text), \(text: #"\A(?:"# + pattern + #")\z"#))"
        }
    }

    private mutating func matches(_ column: SQLText, _ pattern: Pattern) -> SQLText {
        switch dialect {
        case .duckdb: return "regexp_matches(\(column), \(text: pattern.source))"
        case .spark:
            guard let java = JavaPattern(pattern.source) else { return refuse(.notInJava) }
            return "regexp_like(\(column), \(text: java.source))"
        }
    }

    /// Whether a phone number is of a country that is meant; the longest code that it begins with counts.
    private func phoneCountry(_ column: SQLText, _ isMeant: (String) -> Bool) -> SQLText {
        let byLength = Dictionary(grouping: CallingCode.codes) { $0.digits.utf8.count }
        var cases: [SQLText] = []
        for length in byLength.keys.sorted(by: >) {
            let codes = byLength[length, default: []]
            let begins: SQLText = "substr(\(column), 2, \(whole: length))"
            for isIn in [true, false] {
                let some = codes.filter { isMeant($0.country) == isIn }.map(\.digits).sorted()
                if !some.isEmpty { cases.append("WHEN \(begins) IN (\(SQLText.list(some))) THEN \(isIn ? "TRUE" : "FALSE")") }
            }
        }
        return "(CASE WHEN NOT \(starts(column, "+")) THEN FALSE \(SQLText.joined(cases, by: " ")) ELSE FALSE END)"
    }
}
