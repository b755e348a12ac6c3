extension SQLWriter {
    /// An expression over a value that is worked out once, however often the expression names it.
    mutating func with(_ value: SQLText, _ body: (inout SQLWriter, SQLText) -> SQLText) -> SQLText {
        let name = lambdaName()
        let expression = body(&self, name)
        return switch dialect {
        case .duckdb: "list_transform([\(value)], lambda \(name): \(expression))[1]"
        case .spark: "transform(array(\(value)), \(name) -> \(expression))[0]"
        }
    }

    /// The elements of a list that meet a condition; one that is neither true nor false of an element leaves it out.
    mutating func filtered(_ list: SQLText, _ condition: (inout SQLWriter, SQLText) -> SQLText) -> SQLText {
        let name = lambdaName()
        let holds = known(condition(&self, name))
        return switch dialect {
        case .duckdb: "list_filter(\(list), lambda \(name): \(holds))"
        case .spark: "filter(\(list), \(name) -> \(holds))"
        }
    }

    /// The first of a list; unknown where it has none.
    func first(_ list: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "\(list)[1]"
        case .spark: "get(\(list), 0)"
        }
    }

    /// How many a list has; unknown where there is no list.
    func length(_ list: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "len(\(list))"
        case .spark: "(CASE WHEN \(list) IS NOT NULL THEN size(\(list)) END)"
        }
    }
}
