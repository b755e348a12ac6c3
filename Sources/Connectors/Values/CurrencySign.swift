import Facts

/// The sign or code that stands with an amount.
enum CurrencySign: Sendable, Equatable {
    /// `€`, `zł`, `US$`, `PLN`: one currency.
    case currency(Currency)
    /// `$`, `kr`, `¥`: signs that several currencies share.
    case severalCurrencies(SharedSign)

    /// The signs that do not name a currency.
    enum SharedSign: String, Sendable, CustomStringConvertible {
        case dollar = "$"
        case krone = "kr"
        case yen = "¥"

        var description: String { rawValue }

        /// Whether amounts in a currency are written with this sign.
        func isSign(of currency: Currency) -> Bool {
            switch self {
            case .dollar:
                [
                    "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "BRL", "JMD", "BBD", "BSD", "BMD",
                    "BND", "BZD", "DOP", "FJD", "GYD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD",
                ].contains(currency.code)
            case .krone: ["SEK", "NOK", "DKK", "ISK"].contains(currency.code)
            case .yen: ["JPY", "CNY"].contains(currency.code)
            }
        }
    }

    /// Reads one at the cursor; `nil`, and nothing taken, where none stands there.
    static func read(_ cursor: inout AmountCursor) -> CurrencySign? {
        // Most amounts stand alone: no list is searched for them.
        if cursor.isAtEnd || cursor.byte() &- 48 < 10 { return nil }
        for (text, code) in signs where cursor.take(text) {
            return Currency(code: code).map(CurrencySign.currency)
        }
        if cursor.take("$") { return .severalCurrencies(.dollar) }
        if cursor.take("¥") { return .severalCurrencies(.yen) }
        if cursor.take("kr.") || cursor.take("kr") || cursor.take("Kr") { return .severalCurrencies(.krone) }
        return readCode(&cursor)
    }

    /// Longer texts stand before those that begin them.
    private static let signs: [(StaticString, String)] = [
        ("€", "EUR"), ("£", "GBP"), ("zł", "PLN"), ("ZŁ", "PLN"), ("Zł", "PLN"), ("zl", "PLN"),
        ("US$", "USD"), ("CA$", "CAD"), ("C$", "CAD"), ("AU$", "AUD"), ("A$", "AUD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("R$", "BRL"),
        ("Kč", "CZK"), ("Ft", "HUF"), ("lei", "RON"), ("₴", "UAH"), ("₹", "INR"), ("₺", "TRY"), ("₪", "ILS"), ("₩", "KRW"), ("₽", "RUB"),
    ]

    /// Three letters of one case that ISO 4217 lists and that are no part of a longer word.
    private static func readCode(_ cursor: inout AmountCursor) -> CurrencySign? {
        let (a, b, c) = (cursor.byte(), cursor.byte(1), cursor.byte(2))
        let isUpper = isCapital(a) && isCapital(b) && isCapital(c)
        let isLower = isCapital(a ^ 0x20) && isCapital(b ^ 0x20) && isCapital(c ^ 0x20)
        guard isUpper || isLower, !isCapital(cursor.byte(3) & 0xDF) else { return nil }
        guard let currency = Currency(a, b, c), isListed(currency) else { return nil }
        cursor.advance(by: 3)
        return .currency(currency)
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    /// Whether ISO 4217 lists the code as money in use.
    static func isListed(_ currency: Currency) -> Bool { listed.contains(currency) }

    private static let listed: Set<Currency> = {
        let codes = """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP
            CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD
            IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR
            MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
            SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF
            YER ZAR ZMW
            """
        return Set(codes.split { $0 == " " || $0 == "\n" }.compactMap { Currency(code: $0) })
    }()
}
