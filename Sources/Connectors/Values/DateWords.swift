/// The words of dates in English, French and Polish: months, weekdays, zones, all folded to lower-case ASCII.
enum DateWords {
    /// The first eight letters of a word, the earliest in the highest byte.
    static func pack(_ word: some StringProtocol) -> UInt64 {
        var packed: UInt64 = 0
        for byte in word.utf8.prefix(8) { packed = packed << 8 | UInt64(byte) }
        return packed
    }

    /// 1 to 12.
    static func month(_ word: UInt64) -> Int? { months[word] }

    static func isWeekday(_ word: UInt64) -> Bool { weekdays.contains(word) }

    static func isOrdinal(_ word: UInt64) -> Bool { ordinals.contains(word) }

    /// Whether the word may stand between date and time.
    static func isConnector(_ word: UInt64) -> Bool { connectors.contains(word) }

    /// `r.`, after the year of a Polish date.
    static let yearMark = pack("r")

    /// Hours east of UTC of the zone names that RFC 2822 knows (section 4.3).
    static func offsetInHours(_ word: UInt64) -> Int? { zones[word] }

    private static let months: [UInt64: Int] = {
        let names = [
            "january jan janvier janv styczen stycznia sty",
            "february feb fevrier fevr fev luty lutego lut",
            "march mar mars marzec marca",
            "april apr avril avr kwiecien kwietnia kwi",
            "may mai maj maja",
            "june jun juin czerwiec czerwca cze",
            "july jul juillet juil lipiec lipca lip",
            "august aug aout sierpien sierpnia sie",
            "september sept sep septembre wrzesien wrzesnia wrz",
            "october oct octobre pazdziernik pazdziernika paz pazdz",
            "november nov novembre listopad listopada lis",
            "december dec decembre grudzien grudnia gru",
        ]
        var table: [UInt64: Int] = [:]
        for (index, line) in names.enumerated() {
            for name in line.split(separator: " ") { table[pack(name)] = index + 1 }
        }
        return table
    }()

    private static let weekdays = set(
        """
        mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
        lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche
        pon wt sr czw pt sob nd niedz poniedzialek wtorek sroda czwartek piatek sobota niedziela
        """)
    private static let ordinals = set("st nd rd th er")
    private static let connectors = set("t r a at o godz")
    private static let zones: [UInt64: Int] = [
        pack("z"): 0, pack("utc"): 0, pack("gmt"): 0, pack("ut"): 0,
        pack("est"): -5, pack("edt"): -4, pack("cst"): -6, pack("cdt"): -5,
        pack("mst"): -7, pack("mdt"): -6, pack("pst"): -8, pack("pdt"): -7,
    ]

    private static func set(_ words: String) -> Set<UInt64> {
        Set(words.split { $0 == " " || $0 == "\n" }.map { pack($0) })
    }
}
