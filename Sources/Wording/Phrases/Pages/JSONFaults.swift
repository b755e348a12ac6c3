extension Phrase {
    /// Why a text is no JSON.
    public enum JSONFaults {
        package static let title = Phrase(en: "This is no JSON", fr: "Ce n'est pas du JSON", pl: "To nie jest JSON")
        package static let empty = Phrase(en: "nothing stands there", fr: "il n'y a rien", pl: "nic tu nie ma")
        package static let syntax = Phrase(
            en: "this breaks a rule of JSON", fr: "cela enfreint une règle du JSON", pl: "to narusza regułę JSON")
        package static let notUnicode = Phrase(en: "this is no Unicode", fr: "ce n'est pas de l'Unicode", pl: "to nie jest Unicode")
        package static let number = Phrase(en: "the number is too large", fr: "le nombre est trop grand", pl: "liczba jest za duża")
        package static let tooDeep = Phrase(
            en: "objects and arrays stand too deep in each other", fr: "trop d'objets et de listes imbriqués",
            pl: "obiekty i listy są zbyt głęboko zagnieżdżone")
        package static let tooLarge = Phrase(en: "it is too large", fr: "c'est trop long", pl: "jest za duże")
        package static let value = Phrase(en: "a value", fr: "une valeur", pl: "wartość")
        package static let key = Phrase(en: "a key in quotes", fr: "une clé entre guillemets", pl: "klucz w cudzysłowie")
        package static let colon = Phrase(en: "a colon", fr: "deux-points", pl: "dwukropek")
        package static let commaOrBrace = Phrase(
            en: "a comma or a closing brace }", fr: "une virgule ou une accolade fermante }", pl: "przecinek lub klamra zamykająca }")
        package static let commaOrBracket = Phrase(
            en: "a comma or a closing bracket ]", fr: "une virgule ou un crochet fermant ]", pl: "przecinek lub nawias zamykający ]")
        package static let digit = Phrase(en: "a digit", fr: "un chiffre", pl: "cyfra")
        package static let quote = Phrase(en: "closing quotes", fr: "des guillemets fermants", pl: "cudzysłów zamykający")
        package static let nothing = Phrase(en: "nothing more", fr: "rien de plus", pl: "nic więcej")
    }
}

extension Words {
    /// Where a fault stands.
    public func jsonPlace(line: Int, column: Int) -> String {
        text(
            en: "line \(line), column \(column)", fr: "ligne \(line), colonne \(column)", pl: "wiersz \(line), kolumna \(column)")
    }

    /// - Parameter found: what stands there; `nil`: the end.
    public func jsonExpected(_ expected: String, found: String?) -> String {
        let end = text(en: "the end", fr: "la fin", pl: "koniec")
        let found = found.map { text(en: "“\($0)”", fr: "« \($0) »", pl: "„\($0)”") } ?? end
        return text(
            en: "expected \(expected), found \(found)", fr: "attendu : \(expected) ; trouvé : \(found)",
            pl: "oczekiwano: \(expected); jest: \(found)")
    }
}
