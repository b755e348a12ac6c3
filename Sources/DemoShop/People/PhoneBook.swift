/// Phone numbers that regulators keep for films and books, so that nobody is ever called.
struct PhoneRange: Hashable {
    /// E.164, up to the digits that vary.
    let prefix: String
    /// How many digits follow.
    let digits: Int

    init(_ prefix: String, _ digits: Int) {
        self.prefix = prefix
        self.digits = digits
    }

    /// Arcep's for mobiles: 06 39 98 00 00 to 99 99.
    static let french = PhoneRange("+3363998", 4)
    /// Ofcom's for mobiles: 07700 900000 to 900999.
    static let british = PhoneRange("+447700900", 3)

    /// How many numbers there are.
    var count: Int { digits == 4 ? 10_000 : digits == 3 ? 1_000 : 100 }

    /// Whether it takes text messages: Germany's range (Bundesnetzagentur) is of landlines.
    var isMobile: Bool { !prefix.hasPrefix("+49") }

    /// The number of a place: neighbours look unalike, none is given twice.
    func number(_ place: Int) -> String {
        // 7,919 is prime: it visits every place once.
        let text = String((place * 7_919 + 4_273) % count)
        return prefix + String(repeating: "0", count: digits - text.count) + text
    }
}

/// Gives each number to one person only: a phone says who somebody is.
struct PhoneBook {
    private var given: [PhoneRange: Int] = [:]

    /// A number of a range; `nil` when all are given.
    mutating func next(of range: PhoneRange) -> String? {
        let place = given[range, default: 0]
        guard place < range.count else { return nil }
        given[range] = place + 1
        return range.number(place)
    }
}
