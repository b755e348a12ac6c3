extension SQLWriter {
    /// What a JSON text says at the end of a path of objects; unknown where it says nothing.
    mutating func member(of json: SQLText, _ path: [String]) -> SQLText {
        switch dialect {
        case .duckdb:
            // Names in quotation marks can hold none; a JSON pointer can, and only counts in lists by names that are numbers.
            guard path.contains(where: Self.isOdd) else {
                return "json_extract(\(json), \(text: "$" + path.map { ".\"\($0)\"" }.joined()))"
            }
            let pointer = path.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
            return "json_extract(\(json), \(text: pointer))"
        case .spark:
            guard path.contains(where: Self.isOdd) else {
                return "try_variant_get(try_parse_json(\(json)), \(text: "$" + path.map { "['\($0)']" }.joined()), 'variant')"
            }
            var member: SQLText = "from_json(\(json), 'map<string,variant>')[\(text: path[0])]"
            for name in path.dropFirst() { member = "from_json(to_json(\(member)), 'map<string,variant>')[\(text: name)]" }
            return member
        }
    }

    /// What a JSON value has under a name; unknown where it is no object, or has nothing there.
    mutating func member(_ name: String, of json: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "(CASE WHEN json_type(\(json)) = 'OBJECT' THEN \(member(of: json, [name])) END)"
        case .spark:
            Self.isOdd(name)
                ? "from_json(to_json(\(json)), 'map<string,variant>')[\(text: name)]"
                : "try_variant_get(\(json), \(text: "$['\(name)']"), 'variant')"
        }
    }

    /// Whether the paths of an engine cannot name it.
    private static func isOdd(_ name: String) -> Bool {
        name.unicodeScalars.contains { $0 == "\"" || $0 == "\\" || $0 == "'" || $0.value == 0 }
    }

    enum Kind { case text, number, bool, null, list }

    func isKind(_ json: SQLText, _ kind: Kind) -> SQLText {
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
    func content(_ json: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "json_extract_string(\(json), '$')"
        case .spark: "try_variant_get(\(json), '$', 'string')"
        }
    }

    /// The number that a JSON value is.
    func double(_ json: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "TRY_CAST(json_extract_string(\(json), '$') AS DOUBLE)"
        case .spark: "try_variant_get(\(json), '$', 'double')"
        }
    }

    /// The elements of a list.
    func elements(_ json: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "json_extract(\(json), '$[*]')"
        case .spark: "try_variant_get(\(json), '$', 'array<variant>')"
        }
    }

    /// A list of one value.
    func list(of json: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "[\(json)]"
        case .spark: "array(\(json))"
        }
    }

    func isEmptyList(_ json: SQLText) -> SQLText { "(\(isKind(json, .list)) AND \(length(elements(json))) = 0)" }
}
