import Segments

// What values must be: of properties, and of what events say.
extension DraftReader {
    func property(_ test: PropertyTest) -> ConditionDraft {
        var draft = ConditionDraft.new(.property)
        draft[.what] = test.property.spelled
        fill(&draft, test.filter)
        return draft
    }

    func fill(_ draft: inout ConditionDraft, _ filter: ValueFilter) {
        switch filter {
        case .text(let filter): fill(&draft, filter)
        case .number(let filter):
            fill(&draft, filter, isShare: false)
            draft[.op] = "numeric:" + draft[.op]
        case .bool(let value): draft[.op] = value ? "boolean:true" : "boolean:false"
        case .date(let filter):
            draft[.op] = "date:"
            fill(&draft, filter)
        case .list(let filter): fill(&draft, filter)
        case .isSet(let isSet): draft[.op] = isSet ? "existence:is-set" : "existence:not-set"
        }
    }

    private func fill(_ draft: inout ConditionDraft, _ filter: TextFilter) {
        func one(_ name: String, _ text: String) {
            draft[.op] = "string:" + name
            draft[.value] = text
        }
        func several(_ name: String, _ texts: [String]) {
            draft[.op] = "string:" + name
            draft[.lines] = texts.joined(separator: "\n")
        }
        switch filter {
        case .equals(let text): one("equals", text)
        case .notEquals(let text): one("not-equals", text)
        case .contains(let text): one("contains", text)
        case .notContains(let text): one("not-contains", text)
        case .startsWith(let text): one("starts-with", text)
        case .notStartsWith(let text): one("not-starts-with", text)
        case .endsWith(let text): one("ends-with", text)
        case .notEndsWith(let text): one("not-ends-with", text)
        case .matches(let pattern): one("regex", pattern.source)
        case .notMatches(let pattern): one("nregex", pattern.source)
        case .among(let texts): several("in", texts)
        case .notAmong(let texts): several("not-in", texts)
        case .phoneCountryAmong(let countries): several("phone-country-code-in", countries)
        case .phoneCountryNotAmong(let countries): several("phone-country-code-not-in", countries)
        }
    }

    private func fill(_ draft: inout ConditionDraft, _ filter: ListFilter) {
        func one(_ name: String, _ text: String) {
            draft[.op] = "list:" + name
            draft[.value] = text
        }
        func several(_ name: String, _ texts: [String]) {
            draft[.op] = "list:" + name
            draft[.lines] = texts.joined(separator: "\n")
        }
        func element(_ name: String, _ element: ListElement) {
            switch element {
            case .text(let text): one(name, text)
            case .number(let number):
                draft[.op] = "list:\(name)-number"
                draft[.n] = DraftNumber.text(number, comma: comma)
            }
        }
        switch filter {
        case .contains(let some): element("contains", some)
        case .notContains(let some): element("not-contains", some)
        case .containsAny(let texts): several("contains-any", texts)
        case .notContainsAny(let texts): several("not-contains-any", texts)
        case .containsAll(let texts): several("contains-all", texts)
        case .notContainsAll(let texts): several("not-contains-all", texts)
        case .containsSubstring(let text): one("contains-substring", text)
        case .notContainsSubstring(let text): one("not-contains-substring", text)
        case .containsAt(.start, let text): one("contains-starts-with", text)
        case .containsAt(.end, let text): one("contains-ends-with", text)
        case .notContainsAt(.start, let text): one("not-contains-starts-with", text)
        case .notContainsAt(.end, let text): one("not-contains-ends-with", text)
        case .length(let filter):
            fill(&draft, filter, isShare: false)
            draft[.op] = "list:length-" + draft[.op]
        }
    }
}
