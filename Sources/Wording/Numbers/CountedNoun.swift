/// A noun in the forms that follow a number.
public struct CountedNoun: Sendable {
    private let en: (one: String, other: String)
    private let fr: (one: String, other: String)
    private let pl: (one: String, few: String, many: String, fraction: String)

    /// All forms of all languages.
    public init(
        en: (one: String, other: String), fr: (one: String, other: String),
        pl: (one: String, few: String, many: String, fraction: String)
    ) {
        self.en = en
        self.fr = fr
        self.pl = pl
    }

    /// The form of a category.
    public func form(_ category: PluralCategory, _ language: Language) -> String {
        switch (language, category) {
        case (.en, .one): en.one
        case (.en, _): en.other
        case (.fr, .one): fr.one
        case (.fr, _): fr.other
        case (.pl, .one): pl.one
        case (.pl, .few): pl.few
        case (.pl, .many): pl.many
        case (.pl, .fraction): pl.fraction
        }
    }
}

extension Words {
    /// A whole number and its noun: "1,234 customers", "1 234 clients", "1234 klientów".
    public func count(_ number: Int, _ noun: CountedNoun) -> String {
        "\(format.number(number))\(Space.noBreak)\(noun.form(PluralCategory(number, language), language))"
    }

    /// A number with decimals and its noun: "1.5 orders", "1,5 commande", "1,5 zamówienia".
    public func count(_ number: Double, decimals: Int, _ noun: CountedNoun) -> String {
        let form = noun.form(PluralCategory(number, decimals: decimals, language), language)
        return "\(format.decimal(number, decimals: decimals))\(Space.noBreak)\(form)"
    }

    /// The noun alone, in the form that follows the number.
    public func noun(_ noun: CountedNoun, after number: Int) -> String {
        noun.form(PluralCategory(number, language), language)
    }
}
