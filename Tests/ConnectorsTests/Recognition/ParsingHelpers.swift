import Facts

@testable import Connectors

extension DateParser {
    /// Parses text as a file would hold it in UTF-8.
    mutating func parse(_ text: String) -> Outcome {
        var outcome = Outcome.empty
        var text = text
        text.withUTF8 { outcome = parse(UnsafeRawBufferPointer($0)) }
        return outcome
    }

    /// What a parser that knows nothing yet makes of a text.
    static func read(_ text: String, order: DateOrder? = nil) -> Outcome {
        var parser = DateParser(order: order)
        return parser.parse(text)
    }
}

extension AmountParser {
    mutating func parse(_ text: String, decimals: Int = 2) -> Outcome {
        var outcome = Outcome.empty
        var text = text
        text.withUTF8 { outcome = parse(UnsafeRawBufferPointer($0), decimals: decimals) }
        return outcome
    }

    static func read(_ text: String, mark: DecimalMark? = nil, decimals: Int = 2) -> Outcome {
        var parser = AmountParser(mark: mark)
        return parser.parse(text, decimals: decimals)
    }
}

/// The wall-clock seconds of `2024-12-31 23:59:59`, counted with the calendar of `Facts`, or of a day alone.
func clock(_ text: String) -> Int64 {
    guard let day = ShopDay(text.prefix(10)) else { return .min }
    let parts = text.dropFirst(11).split(separator: ":").compactMap { Int64($0) }
    let seconds = zip(parts, [3600, 60, 1]).reduce(Int64(0)) { $0 + $1.0 * $1.1 }
    return Int64(day.daysSince1970) * 86_400 + seconds
}
