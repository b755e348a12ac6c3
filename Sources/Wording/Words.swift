/// What is said to people, in one language: phrases, and phrases around values.
///
/// Phrases with values are methods with typed parameters, grouped by the section of the page that says them (folder `Phrases`). A
/// language that is left out does not compile, and no text has a placeholder that could stay unfilled.
public struct Words: Sendable {
    /// The language.
    public let language: Language
    /// Its numbers, amounts and dates.
    public let format: LocalizedFormat

    /// The words of a language.
    public init(_ language: Language) {
        self.language = language
        format = LocalizedFormat(language)
    }

    /// A phrase in this language.
    public func callAsFunction(_ phrase: Phrase) -> String { phrase[language] }

    /// One of three texts, of which only the one of this language is put together.
    func text(en: @autoclosure () -> String, fr: @autoclosure () -> String, pl: @autoclosure () -> String) -> String {
        switch language {
        case .en: en()
        case .fr: FrenchTypography.applied(to: fr())
        case .pl: pl()
        }
    }
}
