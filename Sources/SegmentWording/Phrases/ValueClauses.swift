import Facts
import Segments
import Wording

extension SegmentWords {
    /// What a property's value must be, after its name.
    func value(_ label: String, _ filter: ValueFilter) -> String {
        switch filter {
        case .text(let filter): text(label, filter)
        case .number(let filter): number(label, filter)
        case .bool(true): say(en: "\(label) is yes", fr: "\(label) vaut oui", pl: "\(label) ma wartość „tak”")
        case .bool(false): say(en: "\(label) is no", fr: "\(label) vaut non", pl: "\(label) ma wartość „nie”")
        case .date(let filter): moment(label, filter)
        case .list(let filter): list(label, filter)
        case .isSet(true): say(en: "\(label) is known", fr: "\(label) est \(known(label))", pl: "\(label) jest znana")
        case .isSet(false): say(en: "\(label) is not known", fr: "\(label) n'est pas \(known(label))", pl: "\(label) nie jest znana")
        }
    }

    /// What a text must be. What is missing meets no negative, which the words say.
    private func text(_ label: String, _ filter: TextFilter) -> String {
        switch filter {
        case .equals(let text):
            say(en: "\(label) is \(quoted(text))", fr: "\(label) est \(quoted(text))", pl: "\(label) to \(quoted(text))")
        case .notEquals(let text):
            say(
                en: "\(label) is known and is not \(quoted(text))", fr: "\(label) est \(known(label)) et n'est pas \(quoted(text))",
                pl: "\(label) jest znana i to nie \(quoted(text))")
        case .contains(let text):
            say(
                en: "\(label) contains the text \(quoted(text))", fr: "\(label) contient le texte \(quoted(text))",
                pl: "\(label) zawiera tekst \(quoted(text))")
        case .notContains(let text):
            say(
                en: "\(label) is known and does not contain the text \(quoted(text))",
                fr: "\(label) est \(known(label)) et ne contient pas le texte \(quoted(text))",
                pl: "\(label) jest znana i nie zawiera tekstu \(quoted(text))")
        case .startsWith(let text):
            say(
                en: "\(label) starts with \(quoted(text))", fr: "\(label) commence par \(quoted(text))",
                pl: "\(label) zaczyna się od \(quoted(text))")
        case .notStartsWith(let text):
            say(
                en: "\(label) is known and does not start with \(quoted(text))",
                fr: "\(label) est \(known(label)) et ne commence pas par \(quoted(text))",
                pl: "\(label) jest znana i nie zaczyna się od \(quoted(text))")
        case .endsWith(let text):
            say(
                en: "\(label) ends with \(quoted(text))", fr: "\(label) se termine par \(quoted(text))",
                pl: "\(label) kończy się na \(quoted(text))")
        case .notEndsWith(let text):
            say(
                en: "\(label) is known and does not end with \(quoted(text))",
                fr: "\(label) est \(known(label)) et ne se termine pas par \(quoted(text))",
                pl: "\(label) jest znana i nie kończy się na \(quoted(text))")
        case .matches(let pattern):
            say(
                en: "\(label) matches the pattern \(quoted(pattern.source))", fr: "\(label) correspond au motif \(quoted(pattern.source))",
                pl: "\(label) pasuje do wzorca \(quoted(pattern.source))")
        case .notMatches(let pattern):
            say(
                en: "\(label) is known and does not match the pattern \(quoted(pattern.source))",
                fr: "\(label) est \(known(label)) et ne correspond pas au motif \(quoted(pattern.source))",
                pl: "\(label) jest znana i nie pasuje do wzorca \(quoted(pattern.source))")
        case .among(let texts):
            say(
                en: "\(label) is \(oneOf(texts))", fr: "\(label) est \(oneOf(texts))", pl: "\(label) to \(oneOf(texts))")
        case .notAmong(let texts):
            say(
                en: "\(label) is known and is none of (\(quoted(texts)))",
                fr: "\(label) est \(known(label)) et n'a aucune de ces valeurs (\(quoted(texts)))",
                pl: "\(label) jest znana i nie jest żadną z (\(quoted(texts)))")
        case .phoneCountryAmong(let countries):
            say(
                en: "\(label) is from \(alternatives(countries))", fr: "\(label) a pour pays \(alternatives(countries))",
                pl: "\(label) pochodzi z kraju \(alternatives(countries))")
        case .phoneCountryNotAmong(let countries):
            say(
                en: "\(label) is from a country that is not \(alternatives(countries))",
                fr: "\(label) a pour pays un autre que \(alternatives(countries))",
                pl: "\(label) pochodzi z kraju innego niż \(alternatives(countries))")
        }
    }

    private func oneOf(_ texts: [String]) -> String { alternatives(texts.map { quoted($0) }) }

    /// "known" in French, as it agrees with a label.
    private func known(_ label: String) -> String { label.hasPrefix("le ") ? "connu" : "connue" }

    private func list(_ label: String, _ filter: ListFilter) -> String {
        switch filter {
        case .contains(let element):
            say(
                en: "\(label) has the element \(said(element))", fr: "\(label) a pour élément \(said(element))",
                pl: "\(label) zawiera element \(said(element))")
        case .notContains(let element):
            say(
                en: "\(label) is a list without the element \(said(element))", fr: "\(label) est une liste sans l'élément \(said(element))",
                pl: "\(label) to lista bez elementu \(said(element))")
        case .containsAny(let texts):
            say(
                en: "\(label) has at least one of the elements (\(quoted(texts)))",
                fr: "\(label) a au moins un des éléments (\(quoted(texts)))",
                pl: "\(label) zawiera co najmniej jeden z elementów (\(quoted(texts)))")
        case .notContainsAny(let texts):
            say(
                en: "\(label) is a list with none of the elements (\(quoted(texts)))",
                fr: "\(label) est une liste sans aucun des éléments (\(quoted(texts)))",
                pl: "\(label) to lista bez żadnego z elementów (\(quoted(texts)))")
        case .containsAll(let texts):
            say(
                en: "\(label) has all of the elements (\(quoted(texts)))", fr: "\(label) a tous les éléments (\(quoted(texts)))",
                pl: "\(label) zawiera wszystkie elementy (\(quoted(texts)))")
        case .notContainsAll(let texts):
            say(
                en: "\(label) is a list that lacks at least one of the elements (\(quoted(texts)))",
                fr: "\(label) est une liste à laquelle manque au moins un des éléments (\(quoted(texts)))",
                pl: "\(label) to lista, której brakuje co najmniej jednego z elementów (\(quoted(texts)))")
        case .containsSubstring(let text):
            say(
                en: "\(label) has an element that contains the text \(quoted(text))",
                fr: "\(label) a un élément qui contient le texte \(quoted(text))", pl: "\(label) zawiera element z tekstem \(quoted(text))")
        case .notContainsSubstring(let text):
            say(
                en: "\(label) is a list with no element that contains the text \(quoted(text))",
                fr: "\(label) est une liste sans élément qui contient le texte \(quoted(text))",
                pl: "\(label) to lista bez elementu z tekstem \(quoted(text))")
        case .containsAt(.start, let text):
            say(
                en: "\(label) has an element that begins with \(quoted(text))",
                fr: "\(label) a un élément qui commence par \(quoted(text))",
                pl: "\(label) zawiera element zaczynający się od \(quoted(text))")
        case .containsAt(.end, let text):
            say(
                en: "\(label) has an element that ends with \(quoted(text))",
                fr: "\(label) a un élément qui se termine par \(quoted(text))",
                pl: "\(label) zawiera element kończący się na \(quoted(text))")
        case .notContainsAt(.start, let text):
            say(
                en: "\(label) is a list with no element that begins with \(quoted(text))",
                fr: "\(label) est une liste sans élément qui commence par \(quoted(text))",
                pl: "\(label) to lista bez elementu zaczynającego się od \(quoted(text))")
        case .notContainsAt(.end, let text):
            say(
                en: "\(label) is a list with no element that ends with \(quoted(text))",
                fr: "\(label) est une liste sans élément qui se termine par \(quoted(text))",
                pl: "\(label) to lista bez elementu kończącego się na \(quoted(text))")
        case .length(let filter):
            number(
                say(
                    en: "the number of elements of \(label)", fr: "le nombre d'éléments (\(label))", pl: "liczba elementów (\(label))"),
                filter)
        }
    }

    private func said(_ element: ListElement) -> String {
        switch element {
        case .text(let text): quoted(text)
        case .number(let number): format.exact(number)
        }
    }
}
