/// Instants as text: ISO 8601 with an offset, fractions of a second cut off.
public enum Timestamp {
    /// Reads `2023-01-01`, `2023-01-01T10:20:30`, `...30.123456Z`, `...30+02:00`, `...30+0200`, with a space or `t` for the `T`; a time without
    /// an offset is in UTC, a date alone its midnight. `nil` for anything else, days that do not exist included.
    ///
    /// A space before the offset counts as the `+` that it was before a query was decoded.
    public static func parse(_ text: some StringProtocol) -> Instant? {
        var text = String(text)
        return text.withUTF8 { parse(UnsafeRawBufferPointer($0)) }
    }

    /// The same from bytes, without a copy.
    public static func parse(_ bytes: UnsafeRawBufferPointer) -> Instant? {
        guard (10...40).contains(bytes.count) else { return nil }
        var reader = Reader(bytes: bytes)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"), let day = reader.number(2),
            (1...12).contains(month), day >= 1, day <= ShopDay.length(ofMonth: month, year: year)
        else { return nil }
        let days = Int64(ShopDay.daysSince1970(year: year, month: month, day: day))
        if reader.isAtEnd { return Instant(secondsSince1970: days * 86_400) }
        guard reader.skip("T") || reader.skip("t") || reader.skip(" "), let hour = reader.number(2), reader.skip(":"),
            let minute = reader.number(2), hour < 24, minute < 60
        else { return nil }
        var second = 0
        if reader.skip(":") {
            // A leap second is the second before it.
            guard let value = reader.number(2), value <= 60 else { return nil }
            second = min(value, 59)
            if reader.skip(".") || reader.skip(",") {
                guard reader.skipDigits() else { return nil }
            }
        }
        guard let offset = reader.offsetInSeconds(), reader.isAtEnd else { return nil }
        return Instant(secondsSince1970: days * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset))
    }

    /// As Klaviyo writes it: `2022-11-08T00:00:00+00:00`.
    public static func text(_ instant: Instant) -> String {
        String(instant.description.dropLast()) + "+00:00"
    }

    private struct Reader {
        let bytes: UnsafeRawBufferPointer
        var place = 0

        var isAtEnd: Bool { place == bytes.count }

        mutating func number(_ digits: Int) -> Int? {
            guard place + digits <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[place..<place + digits] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            place += digits
            return value
        }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard place < bytes.count, bytes[place] == UInt8(truncatingIfNeeded: character.value) else { return false }
            place += 1
            return true
        }

        mutating func skipDigits() -> Bool {
            let start = place
            while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39 { place += 1 }
            return place > start
        }

        mutating func offsetInSeconds() -> Int? {
            if isAtEnd || skip("Z") || skip("z") { return 0 }
            let isWest = skip("-")
            guard isWest || skip("+") || skip(" "), let hours = number(2) else { return nil }
            _ = skip(":")
            var minutes = 0
            if !isAtEnd {
                guard let value = number(2) else { return nil }
                minutes = value
            }
            guard hours <= 18, minutes < 60 else { return nil }
            let seconds = hours * 3600 + minutes * 60
            return isWest ? -seconds : seconds
        }
    }
}
