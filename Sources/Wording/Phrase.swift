/// A text without values, in every language: leaving one out does not compile.
public struct Phrase: Hashable, Sendable {
    private let en: String
    private let fr: String
    private let pl: String

    /// The same said in three languages.
    public init(en: String, fr: String, pl: String) {
        self.en = en
        self.fr = fr
        self.pl = pl
    }

    /// The text in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .en: en
        case .fr: FrenchTypography.applied(to: fr)
        case .pl: pl
        }
    }
}
