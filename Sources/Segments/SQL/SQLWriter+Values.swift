import Facts

extension SQLWriter {
    /// What a JSON value must be, by its type; a value of another type meets nothing.
    mutating func value(_ json: SQLText, _ filter: ValueFilter) -> SQLText {
        switch filter {
        case .text(let filter): return "\(isKind(json, .text)) AND \(text(content(json), filter))"
        case .number(let filter): return "\(isKind(json, .number)) AND \(number(double(json), filter))"
        case .bool(let isTrue): return "\(isKind(json, .bool)) AND \(content(json)) = \(text: isTrue ? "true" : "false")"
        case .date(let filter): return "\(isKind(json, .text)) AND \(writtenDate(content(json), filter))"
        case .list(let filter): return list(json, filter)
        case .isSet(let isSet):
            let isThere = known(
                "NOT \(isKind(json, .null)) AND NOT (\(isKind(json, .text)) AND \(content(json)) = '') AND NOT \(isEmptyList(json))")
            return isSet ? isThere : "NOT \(isThere)"
        }
    }

    // MARK: Lists

    /// What the elements of a list must be; a text counts as a list of one.
    private mutating func list(_ json: SQLText, _ filter: ListFilter) -> SQLText {
        let elements: SQLText =
            "(CASE WHEN \(isKind(json, .list)) THEN \(elements(json)) WHEN \(isKind(json, .text)) THEN \(list(of: json)) END)"
        return list(filter, count: "\(length(elements))") { writer, condition in
            "\(writer.length(writer.filtered(elements) { condition(&$0, $1) })) > 0"
        }
    }

    /// What a text must be as a list of one.
    mutating func listOfOne(_ column: SQLText, _ filter: ListFilter) -> SQLText {
        let json: SQLText =
            switch dialect {
            case .duckdb: "to_json(\(column))"
            case .spark: "to_variant_object(named_struct('t', \(column)))"
            }
        guard dialect == .spark else { return list(json, filter) }
        return list("try_variant_get(\(json), '$.t', 'variant')", filter)
    }

    /// - Parameters:
    ///   - count: how many elements there are.
    ///   - any: whether any element meets a condition.
    private mutating func list(
        _ filter: ListFilter, count: SQLText, any: (inout SQLWriter, (inout SQLWriter, SQLText) -> SQLText) -> SQLText
    ) -> SQLText {
        func has(_ writer: inout SQLWriter, _ filter: TextFilter) -> SQLText {
            any(&writer) { "\($0.isKind($1, .text)) AND \($0.text($0.content($1), filter))" }
        }
        func has(_ writer: inout SQLWriter, _ element: ListElement) -> SQLText {
            switch element {
            case .text(let text): has(&writer, .equals(text))
            case .number(let number): any(&writer) { "\($0.isKind($1, .number)) AND \($0.number($0.double($1), .equals(number)))" }
            }
        }
        func each(_ writer: inout SQLWriter, _ texts: [String], _ word: SQLText) -> SQLText {
            var parts: [SQLText] = []
            for text in texts { parts.append(has(&writer, .equals(text))) }
            return "(\(SQLText.joined(parts, by: word)))"
        }
        switch filter {
        case .contains(let element): return has(&self, element)
        case .notContains(let element): return "NOT (\(has(&self, element)))"
        case .containsAny(let texts): return each(&self, texts, " OR ")
        case .notContainsAny(let texts): return "NOT \(each(&self, texts, " OR "))"
        case .containsAll(let texts): return each(&self, texts, " AND ")
        case .notContainsAll(let texts): return "NOT \(each(&self, texts, " AND "))"
        case .containsSubstring(let part): return has(&self, .contains(part))
        case .notContainsSubstring(let part): return "NOT (\(has(&self, .contains(part))))"
        case .containsAt(let end, let part): return has(&self, Self.at(end, part))
        case .notContainsAt(let end, let part): return "NOT (\(has(&self, Self.at(end, part))))"
        case .length(let filter): return number(count, filter)
        }
    }

    private static func at(_ end: TextEnd, _ part: String) -> TextFilter { end == .start ? .startsWith(part) : .endsWith(part) }
}
