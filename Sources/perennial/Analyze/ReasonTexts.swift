import CustomerValue
import Reports
import Wording

/// The reasons of many customers in words: thousands share a rhythm, so each text is put together once.
struct ReasonTexts {
    private let words: Words
    private var rhythms: [Reason.Rhythm: String] = [:]
    private var multiples: [Int: String] = [:]

    /// Texts that are kept; then the memory is used anew.
    private static let mostKept = 50_000

    init(_ words: Words) {
        self.words = words
    }

    /// The reason in words.
    mutating func text(_ reason: Reason) -> String {
        let rhythm = rhythmText(reason.rhythm)
        guard let times = reason.orderValueTimesMean else { return rhythm }
        return words.reasonJoined(rhythm, multipleText(times))
    }

    private mutating func rhythmText(_ rhythm: Reason.Rhythm) -> String {
        if let known = rhythms[rhythm] { return known }
        if rhythms.count >= Self.mostKept { rhythms.removeAll(keepingCapacity: true) }
        let text = words.reason(Reason(rhythm: rhythm, orderValueTimesMean: nil))
        rhythms[rhythm] = text
        return text
    }

    /// By tenths: no more is said of a multiple.
    private mutating func multipleText(_ times: Double) -> String {
        let tenths = Int(min(1e9, times * 10).rounded())
        if let known = multiples[tenths] { return known }
        if multiples.count >= Self.mostKept { multiples.removeAll(keepingCapacity: true) }
        let text = words.reasonSpendsMore(timesMean: Double(tenths) / 10)
        multiples[tenths] = text
        return text
    }
}
