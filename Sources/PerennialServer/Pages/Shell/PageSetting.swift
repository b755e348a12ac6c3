import Facts
import Markup
import Wording

/// In which language, on which clock and in which currency a page speaks.
struct PageSetting: Sendable {
    let words: Words
    let timeZone: ShopTimeZone
    let currency: Currency
    /// When the page is made.
    let now: Instant

    init(language: Language, timeZone: ShopTimeZone, currency: Currency, now: Instant) {
        words = Words(language)
        self.timeZone = timeZone
        self.currency = currency
        self.now = now
    }

    var format: LocalizedFormat { words.format }
    var today: ShopDay { timeZone.day(of: now) }

    // MARK: Amounts

    /// An exact amount of the shop's currency.
    func money(_ minorUnits: Int64) -> String { format.money(minorUnits, currency) }

    /// What was really paid, in whole units.
    func whole(_ minorUnits: Int64) -> String { format.wholeMoney(minorUnits, currency) }

    /// An estimate, with no more digits than it is sure of.
    func estimate(_ minorUnits: Double) -> String { format.estimate(minorUnits, currency) }

    /// A mean amount, rounded to minor units.
    func mean(_ minorUnits: Double?) -> String {
        guard let minorUnits, minorUnits.isFinite, abs(minorUnits) < 9e15 else { return "–" }
        return money(Int64(minorUnits.rounded()))
    }

    /// Minor units as major ones, for drawings.
    func major(_ minorUnits: Double) -> Double { minorUnits / Double(currency.minorUnitsPerMajor) }

    /// The range of an estimate: "probably €10 to €20", or that most probably nothing comes.
    func probably(_ estimate: MoneyEstimate) -> String {
        guard estimate.high > 0 || estimate.low != 0 else { return words(Phrase.Shell.mostProbablyNothing) }
        return words.probably(self.estimate(Double(estimate.low)), self.estimate(Double(estimate.high)))
    }

    /// The same for a cell of a table: "€10 – €20".
    func range(_ estimate: MoneyEstimate) -> String {
        guard estimate.high > 0 || estimate.low != 0 else { return words(Phrase.Shell.mostProbablyNothing) }
        return words.shortRange(self.estimate(Double(estimate.low)), self.estimate(Double(estimate.high)))
    }

    /// The range of a number of things.
    func probably(_ estimate: CountEstimate) -> String {
        words.probably(format.rounded(estimate.low), format.rounded(estimate.high))
    }

    // MARK: Time

    /// The shop day of a moment.
    func day(_ instant: Instant) -> ShopDay { timeZone.day(of: instant) }

    /// The shop day of a moment, written out.
    func date(_ instant: Instant) -> String { format.date(day(instant)) }

    /// A moment on the shop's clock, to the minute.
    func moment(_ instant: Instant) -> String {
        let day = day(instant)
        let local = instant.secondsSince1970 + timeZone.offsetInSeconds(at: instant)
        let minute = Int((local - Int64(day.daysSince1970) * 86_400) / 60)
        return format.moment(day, minuteOfDay: minute)
    }

    /// How many days ago a moment was.
    func ago(_ instant: Instant) -> String { words.ago(days: day(instant).days(until: today)) }

    /// A moment as markup that programs can read too.
    func time(_ instant: Instant, shown: String? = nil) -> Node {
        .element(.time, [Attribute(name: .datetime, value: instant.description)], [.text(shown ?? moment(instant))])
    }
}

/// An expected amount and between what it will probably lie (80 %), in minor units of the shop's currency.
struct MoneyEstimate: Sendable, Equatable {
    var expected: Int64
    var low: Int64
    var high: Int64
}

/// An expected number and between what it will probably lie (80 %).
struct CountEstimate: Sendable, Equatable {
    var expected: Double
    var low: Double
    var high: Double
}
