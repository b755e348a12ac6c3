import Facts

extension SQLWriter {
    /// What a text must be; unknown where it is missing.
    mutating func text(_ column: SQLText, _ filter: TextFilter) -> SQLText {
        switch filter {
        case .equals(let text): return said([text]) ?? "\(column) = \(text: text)"
        case .notEquals(let text): return said([text]) ?? "\(column) <> \(text: text)"
        case .contains(let part): return said([part]) ?? "contains(\(column), \(text: part))"
        case .notContains(let part): return said([part]) ?? "NOT contains(\(column), \(text: part))"
        case .startsWith(let part): return said([part]) ?? starts(column, part)
        case .notStartsWith(let part): return said([part]) ?? "NOT \(starts(column, part))"
        case .endsWith(let part): return said([part]) ?? ends(column, part)
        case .notEndsWith(let part): return said([part]) ?? "NOT \(ends(column, part))"
        case .among(let texts): return said(texts) ?? "\(column) IN (\(SQLText.list(texts)))"
        case .notAmong(let texts): return said(texts) ?? "\(column) NOT IN (\(SQLText.list(texts)))"
        case .matches(let pattern): return matches(column, pattern)
        case .notMatches(let pattern): return "NOT \(matches(column, pattern))"
        case .phoneCountryAmong, .phoneCountryNotAmong:
            return refuse("Countries of phone numbers cannot be said in SQL; bring them into a column of their own.")
        }
    }

    /// What stands for a text that cannot be said; nothing where all can.
    private mutating func said(_ texts: [String]) -> SQLText? { quotable(texts) ? nil : "FALSE" }

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

    private mutating func matches(_ column: SQLText, _ pattern: Pattern) -> SQLText {
        guard quotable([pattern.source]) else { return "FALSE" }
        switch dialect {
        case .duckdb: return "regexp_matches(\(column), \(text: pattern.source))"
        case .spark: return refuse("Regular expressions are RE2's; Spark's are others, and would mean other texts.")
        }
    }

    // MARK: JSON

    /// What a JSON object says at the end of a path; unknown where it says nothing.
    mutating func member(of json: SQLText, _ path: [String]) -> SQLText {
        guard quotable(path) else { return "NULL" }
        switch dialect {
        case .duckdb:
            guard !path.contains(where: { $0.contains("\"") || $0.contains("\\") }) else {
                _ = refuse("A property whose name has a quotation mark or a backslash cannot be said in SQL.")
                return "NULL"
            }
            return "json_extract(\(json), \(text: "$" + path.map { ".\"\($0)\"" }.joined()))"
        case .spark:
            guard !path.contains(where: { $0.contains("'") || $0.contains("\\") || $0.contains("\"") }) else {
                _ = refuse("A property whose name has a quotation mark or a backslash cannot be said in SQL.")
                return "NULL"
            }
            return "try_variant_get(try_parse_json(\(json)), \(text: "$" + path.map { "['\($0)']" }.joined()), 'variant')"
        }
    }

    /// What a JSON value must be, by its type; a value of another type meets nothing.
    mutating func value(_ json: SQLText, _ filter: ValueFilter) -> SQLText {
        switch filter {
        case .text(let filter): return "\(isKind(json, .text)) AND \(text(content(json), filter))"
        case .number(let filter): return "\(isKind(json, .number)) AND \(number(double(json), filter))"
        case .bool(let isTrue): return "\(isKind(json, .bool)) AND \(content(json)) = \(text: isTrue ? "true" : "false")"
        case .date: return refuse("Whether a text is a date cannot be said in SQL; bring such dates into a column of their own.")
        case .list(let filter): return list(json, filter)
        case .isSet(let isSet):
            let isThere = known(
                "NOT \(isKind(json, .null)) AND NOT (\(isKind(json, .text)) AND \(content(json)) = '') AND NOT \(isEmptyList(json))")
            return isSet ? isThere : "NOT \(isThere)"
        }
    }

    enum Kind { case text, number, bool, null, list }

    private func isKind(_ json: SQLText, _ kind: Kind) -> SQLText {
        switch dialect {
        case .duckdb:
            switch kind {
            case .text: "json_type(\(json)) = 'VARCHAR'"
            case .number: "json_type(\(json)) IN ('UBIGINT', 'BIGINT', 'HUGEINT', 'UHUGEINT', 'DOUBLE')"
            case .bool: "json_type(\(json)) = 'BOOLEAN'"
            case .null: "json_type(\(json)) = 'NULL'"
            case .list: "json_type(\(json)) = 'ARRAY'"
            }
        case .spark:
            switch kind {
            case .text: "schema_of_variant(\(json)) = 'STRING'"
            case .number:
                "(schema_of_variant(\(json)) IN ('BIGINT', 'DOUBLE', 'FLOAT') OR startswith(schema_of_variant(\(json)), 'DECIMAL'))"
            case .bool: "schema_of_variant(\(json)) = 'BOOLEAN'"
            case .null: "schema_of_variant(\(json)) = 'VOID'"
            case .list: "startswith(schema_of_variant(\(json)), 'ARRAY')"
            }
        }
    }

    /// A text, or true and false, without quotes.
    private func content(_ json: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "json_extract_string(\(json), '$')"
        case .spark: "try_variant_get(\(json), '$', 'string')"
        }
    }

    private func double(_ json: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "TRY_CAST(json_extract_string(\(json), '$') AS DOUBLE)"
        case .spark: "try_variant_get(\(json), '$', 'double')"
        }
    }

    private func isEmptyList(_ json: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "(\(isKind(json, .list)) AND json_array_length(\(json)) = 0)"
        case .spark: "(\(isKind(json, .list)) AND size(try_variant_get(\(json), '$', 'array<variant>')) = 0)"
        }
    }

    // MARK: Lists

    /// What the elements of a list must be; a text counts as a list of one.
    private mutating func list(_ json: SQLText, _ filter: ListFilter) -> SQLText {
        guard dialect == .duckdb else { return refuse("Elements of lists cannot be said in Spark's SQL.") }
        let elements: SQLText =
            "(CASE WHEN \(isKind(json, .list)) THEN json_extract(\(json), '$[*]') WHEN \(isKind(json, .text)) THEN [\(json)] END)"
        func count(_ condition: SQLText) -> SQLText { "len(list_filter(\(elements), lambda x: COALESCE(\(condition), FALSE)))" }
        func has(_ text: String) -> SQLText { "\(count("\(isKind("x", .text)) AND \(content("x")) = \(text: text)")) > 0" }
        func has(_ element: ListElement) -> SQLText {
            switch element {
            case .text(let text): has(text)
            case .number(let number): "\(count("\(isKind("x", .number)) AND \(double("x")) = \(number: number)")) > 0"
            }
        }
        func any(_ texts: [String]) -> SQLText { "(\(SQLText.joined(texts.map { has($0) }, by: " OR ")))" }
        func all(_ texts: [String]) -> SQLText { "(\(SQLText.joined(texts.map { has($0) }, by: " AND ")))" }
        func part(_ text: String) -> SQLText { "\(count("\(isKind("x", .text)) AND contains(\(content("x")), \(text: text))")) > 0" }
        func at(_ end: TextEnd, _ text: String) -> SQLText {
            let name: SQLText = end == .start ? "starts_with" : "ends_with"
            return "\(count("\(isKind("x", .text)) AND \(name)(\(content("x")), \(text: text))")) > 0"
        }
        switch filter {
        case .contains(let element), .notContains(let element):
            if case .text(let text) = element, let refused = said([text]) { return refused }
            if case .contains = filter { return has(element) }
            return "NOT (\(has(element)))"
        case .containsAny(let texts): return said(texts) ?? any(texts)
        case .notContainsAny(let texts): return said(texts) ?? "NOT \(any(texts))"
        case .containsAll(let texts): return said(texts) ?? all(texts)
        case .notContainsAll(let texts): return said(texts) ?? "NOT \(all(texts))"
        case .containsSubstring(let text): return said([text]) ?? part(text)
        case .notContainsSubstring(let text): return said([text]) ?? "NOT (\(part(text)))"
        case .containsAt(let end, let text): return said([text]) ?? at(end, text)
        case .notContainsAt(let end, let text): return said([text]) ?? "NOT (\(at(end, text)))"
        case .length(let filter): return number("len(\(elements))", filter)
        }
    }
}
