import Testing

@testable import Connectors

@Suite("Values of any bytes")
struct ValueFuzzTests {
    /// Bytes that dates and amounts are made of, and some that they are not.
    private static let alphabet: [UInt8] =
        Array("0123456789012345678901234567890123456789-/.:,' +TZ()eE€złdécgruam$".utf8) + [0x00, 0xFF, 0xC2, 0xE2, 0x80, 0x92, 0xF0]

    @Test("200,000 random strings are read or rejected, and never both shown and unshown")
    func anyBytes() {
        var generator = SeededGenerator(seed: 1)
        var dates = DateParser(order: nil)
        var amounts = AmountParser(mark: nil)
        var bytes: [UInt8] = []
        var read = 0
        for round in 0..<200_000 {
            bytes.removeAll(keepingCapacity: true)
            let random = generator.next()
            let length = Int(random % (round % 100 == 0 ? 120 : 14))
            for _ in 0..<length { bytes.append(Self.alphabet[Int(generator.next() % UInt64(Self.alphabet.count))]) }
            bytes.withUnsafeBytes { raw in
                if round % 50 == 0 {
                    dates = DateParser(order: nil)
                    amounts = AmountParser(mark: nil)
                }
                if case .moment(let seconds, let offset, _) = dates.parse(raw) {
                    read += 1
                    if seconds - Int64(offset ?? 0) < 0 || seconds > DateParser.lastSecond + 1 { Issue.record("\(bytes): \(seconds)") }
                }
                switch amounts.parse(raw, decimals: Int((random >> 32) % 9)) {
                case .amount(let scaled, _):
                    read += 1
                    if scaled.magnitude > 10_000_000_000_000 { Issue.record("\(bytes): \(scaled)") }
                case .ambiguous:
                    if amounts.mark != nil { Issue.record("\(bytes) is ambiguous although the mark is known") }
                case .empty, .rejected: break
                }
            }
        }
        #expect(read > 1_000, "the alphabet makes values too")
    }

    @Test("dates and amounts with one byte changed are read or rejected")
    func mutated() {
        var generator = SeededGenerator(seed: 2)
        let seeds = [
            "2024-12-31T23:59:59.123+01:00", "31 grudnia 2024, godz. 14:05", "mar. 31 déc. 2024 à 14h05", "Tue, 31 Dec 2024 23:59:59 +0000",
            "1 234 567,89 zł", "(US$1,234.50)", "-1.234e-3 €", "20241231T235959Z",
        ].map { Array($0.utf8) }
        var rejected = 0
        for _ in 0..<30_000 {
            var bytes = seeds[Int(generator.next() % UInt64(seeds.count))]
            bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
            bytes.withUnsafeBytes { raw in
                var dates = DateParser(order: nil)
                var amounts = AmountParser(mark: nil)
                if case .rejected(let reason) = dates.parse(raw), !reason.message(quoting: raw).isEmpty { rejected += 1 }
                if case .rejected(let reason) = amounts.parse(raw, decimals: 2), !reason.message(quoting: raw).isEmpty { rejected += 1 }
            }
        }
        #expect(rejected > 30_000, "a date is no amount, an amount no date")
    }
}
