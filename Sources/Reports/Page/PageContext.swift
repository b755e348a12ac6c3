import Charts
import CustomerValue
import Facts
import Markup
import Wording

/// What all sections of a page share: the analysis, the language, and how outside text is shown.
struct PageContext: Sendable {
    let analysis: Analysis
    /// The day on which the page is made.
    let today: ShopDay
    let record: TrackRecord
    let words: Words
    let showsCustomers: Bool
    let countedValue: CountedValue
    let reading: ReadingFacts?
    let slipping: SlippingCustomers?
    let reasons: Reasons

    /// How many customers lists show: enough for a week's work, and the page stays small for any shop.
    static let longestList = 50

    init(
        analysis: Analysis, today: ShopDay, language: Language, showsCustomers: Bool, countedValue: CountedValue, reading: ReadingFacts?,
        record: TrackRecord? = nil
    ) {
        self.analysis = analysis
        self.today = today
        self.record = record ?? TrackRecord(analysis)
        words = Words(language)
        self.showsCustomers = showsCustomers
        self.countedValue = countedValue
        self.reading = reading
        slipping = SlippingCustomers(analysis, most: Self.longestList)
        reasons = Reasons(analysis)
    }

    var format: LocalizedFormat { words.format }
    var currency: Currency { analysis.summaries.currency }
    var asOf: ShopDay { analysis.summaries.asOf }

    /// An exact amount.
    func money(_ minorUnits: Int64) -> String { format.money(minorUnits, currency) }

    /// An estimate, with no more digits than it is sure of; in minor units as it comes.
    func estimate(_ minorUnits: Double) -> String { format.estimate(minorUnits, currency) }

    /// What was really paid, in whole units.
    func whole(_ minorUnits: Int64) -> String { format.wholeMoney(minorUnits, currency) }

    /// A mean amount, rounded to minor units.
    func mean(_ minorUnits: Double?) -> String {
        guard let minorUnits, minorUnits.isFinite, abs(minorUnits) < 9e15 else { return "–" }
        return money(Int64(minorUnits.rounded()))
    }

    /// "probably €10 to €20".
    func probably(_ range: ClosedRange<Int64>) -> String {
        words.probably(estimate(Double(range.lowerBound)), estimate(Double(range.upperBound)))
    }

    /// "€10 – €20", for cells of tables.
    func range(_ range: ClosedRange<Int64>) -> String {
        words.shortRange(estimate(Double(range.lowerBound)), estimate(Double(range.upperBound)))
    }

    /// Minor units as major ones, for drawings.
    func major(_ minorUnits: Double) -> Double { minorUnits / Double(currency.minorUnitsPerMajor) }

    /// Text from outside. Where names are hidden, so is whatever looks like an address.
    func outside(_ text: String, longest: Int = OutsideText.longest) -> Node {
        guard !showsCustomers, text.contains("@") else { return .outside(text, longest: longest) }
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map { Self.looksLikeAddress($0) ? "•••" : String($0) }
        return .outside(parts.joined(separator: " "), longest: longest)
    }

    /// Something before an at sign and after it: a word that only begins with one (`@home`) is none.
    private static func looksLikeAddress(_ word: Substring) -> Bool {
        guard let sign = word.lastIndex(of: "@") else { return false }
        return word[..<sign].contains { $0.isLetter || $0.isNumber } && word[sign...].dropFirst().contains { $0.isLetter || $0.isNumber }
    }

    /// A customer of a list: the identifier, or the number in the list where names are hidden.
    func customer(_ customer: Int, rank: Int) -> Node {
        guard showsCustomers else { return .text(words.customer(number: rank)) }
        return .outside(analysis.summaries.customers.text(of: UInt32(customer)), longest: OutsideText.longest)
    }

    /// An axis of amounts in major units.
    func moneyAxis(_ title: String) -> ValueAxis {
        let format = format
        let currency = currency
        let scale = Double(currency.minorUnitsPerMajor)
        let unit = currency == .none ? "" : ", \(currency.code)"
        return ValueAxis(title: title + unit, tick: { format.rounded($0) }, exact: { format.estimate($0 * scale, currency) })
    }

    /// An axis of things that are counted.
    func countAxis(_ title: String) -> ValueAxis {
        let format = format
        return ValueAxis(title: title, smallestStep: 1) { format.rounded($0) }
    }

    /// An axis of shares from 0 to 1.
    func shareAxis(_ title: String) -> ValueAxis {
        let format = format
        return ValueAxis(title: title) { format.percent($0) }
    }

    /// The models behind the predictions, in words.
    var modelName: String {
        guard let predictions = analysis.predictions else { return "–" }
        let average = words.averageOf(predictions.model.components.map { ModelNames.title($0.fit.name) })
        let isCorrected = record.steps.contains { $0.isUsed && [.season, .ranker, .calibration].contains($0.kind) }
        return isCorrected ? words.corrected(average) : average
    }

    /// The line that says what predicted figures are; `nil` without predictions.
    var basis: String? {
        analysis.predictions.map { words.basis(horizonInDays: $0.horizonInDays, asOf: asOf, model: modelName) }
    }

    /// On which earlier days scores rest; `nil` without any.
    var trialBasis: String? {
        guard let backtest = record.backtest, let horizon = backtest.folds.first?.horizonInDays else { return nil }
        return words.triedOn(backtest.folds.map { format.date($0.cutoff) }, horizonInDays: horizon, sampled: backtest.sampledCustomers)
    }
}
