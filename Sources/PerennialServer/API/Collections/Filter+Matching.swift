import Facts

extension Filter {
    /// Whether something meets the condition. `value` gives what a field of it is; a field that it lacks meets nothing.
    func matches(_ value: (String) -> FilterValue) -> Bool {
        switch self {
        case .and(let parts): parts.allSatisfy { $0.matches(value) }
        case .or(let parts): parts.contains { $0.matches(value) }
        case .not(let part): !part.matches(value)
        case .term(let term): term.matches(value(term.field))
        }
    }
}

extension FilterTerm {
    /// Whether a field's value meets the comparison.
    fileprivate func matches(_ found: FilterValue) -> Bool {
        switch comparison {
        case .equals: found == value
        case .any: if case .list(let wanted) = value { wanted.contains(found) } else { false }
        case .has: found != .none
        case .contains: text(found) { $0.contains($1) }
        case .startsWith: text(found) { $0.hasPrefix($1) }
        case .endsWith: text(found) { $0.hasSuffix($1) }
        case .containsAny: text(found) { $0.contains($1) }
        case .containsAll: !value.texts.isEmpty && value.texts.allSatisfy { found.text?.contains($0) ?? false }
        case .greaterThan: order(found).map { $0 > 0 } ?? false
        case .greaterOrEqual: order(found).map { $0 >= 0 } ?? false
        case .lessThan: order(found).map { $0 < 0 } ?? false
        case .lessOrEqual: order(found).map { $0 <= 0 } ?? false
        }
    }

    /// Whether one of the wanted texts stands so to the found one.
    private func text(_ found: FilterValue, _ holds: (String, String) -> Bool) -> Bool {
        guard let text = found.text else { return false }
        return value.texts.contains { holds(text, $0) }
    }

    /// Below zero where the found value lies before the wanted one; `nil` where both cannot be put in order.
    private func order(_ found: FilterValue) -> Int? {
        switch (found, value) {
        case (.number(let a), .number(let b)): a < b ? -1 : a > b ? 1 : 0
        case (.instant(let a), .instant(let b)): a < b ? -1 : a > b ? 1 : 0
        default: nil
        }
    }
}
