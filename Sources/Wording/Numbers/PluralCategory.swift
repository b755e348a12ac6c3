/// Which form of a noun goes with a number.
///
/// The rules are those of Unicode's CLDR for the three languages, less the French form for whole millions, which these texts avoid.
public enum PluralCategory: CaseIterable, Sendable {
    /// EN 1; FR from 0 to below 2; PL 1.
    case one
    /// PL 2 to 4, 22 to 24, ..., but not 12 to 14.
    case few
    /// All other whole numbers.
    case many
    /// A fraction in PL (1,5 klienta).
    case fraction

    /// The form for a whole number.
    public init(_ number: Int, _ language: Language) {
        let magnitude = number.magnitude
        switch language {
        case .en: self = magnitude == 1 ? .one : .many
        case .fr: self = magnitude < 2 ? .one : .many
        case .pl:
            let last = magnitude % 10
            let lastTwo = magnitude % 100
            if magnitude == 1 {
                self = .one
            } else if (2...4).contains(last), !(12...14).contains(lastTwo) {
                self = .few
            } else {
                self = .many
            }
        }
    }

    /// The form for a number that is printed with so many decimals: 1.0 with one decimal is a fraction.
    public init(_ number: Double, decimals: Int, _ language: Language) {
        guard decimals > 0 else {
            self.init(wholeNumber(number), language)
            return
        }
        switch language {
        case .en: self = .many
        case .fr: self = abs(number) < 2 ? .one : .many
        case .pl: self = .fraction
        }
    }
}

/// A number rounded to a whole one, held within what an `Int` takes.
func wholeNumber(_ number: Double) -> Int {
    guard number.isFinite else { return 0 }
    return Int(max(-9e15, min(9e15, number)).rounded())
}
