import Facts
import Testing

@Suite("Events of a block are read alone")
struct FactReaderEventTests {
    private func facts() -> [Fact] {
        var facts: [Fact] = []
        for number in 0..<400 as Range<UInt32> {
            let properties =
                number % 3 == 0 ? [] : Array(#"{"n":\#(number),"text":"\#(String(repeating: "x", count: Int(number % 90)))"}"#.utf8)
            facts.append(
                .event(
                    EventFact(
                        profile: ProfileNumber(number * 977), metric: MetricNumber(number % 5), seconds: number,
                        value: number % 2 == 0 ? Double(number) / 7 : nil, currency: number % 4 == 0 ? Currency(code: "EUR") : nil,
                        identity: UInt64(number) << 40, order: number % 7 == 0 ? UInt64(number) + 1 : 0, isBackfill: false, source: .api,
                        properties: properties[...])))
            if number % 11 == 0 { facts.append(.merge(MergeFact(from: ProfileNumber(number), into: ProfileNumber(1), seconds: 1))) }
            if number % 13 == 0 { facts.append(.metric(MetricFact(metric: MetricNumber(2), name: "Name", integration: "API", seconds: 1))) }
        }
        return facts
    }

    @Test("They are those that the reader of all facts reads, with their places")
    func same() throws {
        let facts = facts()
        var writer = FactWriter()
        for fact in facts { writer.append(fact) }
        var found: [String] = []
        try FactReader.forEachEvent(in: writer.bytes, of: [true, false, true, true]) { place, event in
            let text = String(decoding: event.properties, as: UTF8.self)
            found.append(
                "\(place) \(event.profile.row) \(event.metric.value) \(event.value ?? -1) \(event.currency?.code ?? "-") \(text)")
        }
        let expected = facts.enumerated().compactMap { place, fact -> String? in
            guard case .event(let event) = fact, [0, 2, 3].contains(event.metric.value) else { return nil }
            let text = String(decoding: event.properties, as: UTF8.self)
            return "\(place) \(event.profile.row) \(event.metric.value) \(event.value ?? -1) \(event.currency?.code ?? "-") \(text)"
        }
        #expect(found == expected)
        #expect(found.count > 200)
    }

    @Test("A block that was cut is refused, wherever that was")
    func cut() throws {
        var writer = FactWriter()
        for fact in facts().prefix(12) { writer.append(fact) }
        var whole = FactReader(writer.bytes)
        var ends: Set<Int> = [0]
        while try whole.next() != nil { ends.insert(whole.offset) }
        for count in 0..<writer.bytes.count where !ends.contains(count) {
            #expect(throws: FactReader.Failure.self) {
                try FactReader.forEachEvent(in: Array(writer.bytes[..<count]), of: [true, true, true, true, true]) { _, _ in }
            }
        }
    }
}
