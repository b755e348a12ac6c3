import Facts
import Segments

/// Finds out which marks many events of one metric have without reading each of them as JSON: events say the same few things again and again.
///
/// What an event says in the properties asked for is found as bytes. What was met before is known; the rest is read as JSON, once.
struct QuickLook {
    private let missing: Population.MissingMarks.OfMetric
    private let names: [[UInt8]]
    /// Whether what is asked for can be found as bytes: not what lies within objects and lists.
    private let isQuick: Bool
    private let asksForValue: Bool
    private var spans: [Range<Int>]
    private var key: [UInt8] = []
    private var known: [Known]

    private struct Known {
        var key: [UInt8] = []
        var isSet = false
        var marks: [Int] = []
    }

    /// Different sayings that are kept in mind; others push them out.
    private static let mostKnown = 4_096
    /// Longer ones are not kept.
    private static let longestKey = 256

    init(_ missing: Population.MissingMarks.OfMetric) {
        self.missing = missing
        let asked = Set(missing.marks.flatMap { $0.filters.map(\.property) })
        let own: Set = [EventSayings.value, EventSayings.currency]
        asksForValue = !asked.isDisjoint(with: own)
        names = asked.sorted().map { Array($0.utf8) }
        // Worth is read of every event, and what it says of that differs from event to event.
        isQuick = missing.amounts.isEmpty && !asked.contains { $0.contains(".") }
        spans = Array(repeating: 0..<0, count: names.count)
        known = Array(repeating: Known(), count: Self.mostKnown)
    }

    /// The marks that an event has, of those that are missing.
    mutating func marks(of event: EventBytes) -> [Int] {
        guard isQuick, find(in: event.properties, event) else { return read(event) }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let place = Int(truncatingIfNeeded: (hash ^ hash >> 32) % UInt64(Self.mostKnown))
        if known[place].isSet, known[place].key == key { return known[place].marks }
        let marks = read(event)
        known[place] = Known(key: key, isSet: true, marks: marks)
        return marks
    }

    private func read(_ event: EventBytes) -> [Int] {
        let sayings = EventSayings(event)
        return missing.marks.filter { sayings.meets($0.filters) }.map(\.mark)
    }

    /// Makes ``key`` of what an event says; `false` where that cannot be told without reading it.
    private mutating func find(in json: UnsafeRawBufferPointer, _ event: EventBytes) -> Bool {
        for place in spans.indices { spans[place] = 0..<0 }
        guard json.isEmpty || MemberScan.find(names, in: json, &spans) else { return false }
        key.removeAll(keepingCapacity: true)
        for span in spans {
            key.append(contentsOf: json[span])
            // No JSON holds this byte.
            key.append(0xFF)
        }
        if asksForValue {
            withUnsafeBytes(of: event.value?.bitPattern ?? 1) { key.append(contentsOf: $0) }
            key.append(contentsOf: event.currency.map { Array($0.code.utf8) } ?? [])
        }
        return key.count <= Self.longestKey
    }
}

/// Finds members of a JSON object as bytes.
enum MemberScan {
    /// Where the values of some members stand in the bytes of a compact object; empty where there is none.
    ///
    /// - Returns: whether that can be told: not where a name is written with escapes or stands there twice, nor of anything but an object.
    static func find(_ names: [[UInt8]], in json: UnsafeRawBufferPointer, _ spans: inout [Range<Int>]) -> Bool {
        guard json.first == UInt8(ascii: "{"), json.last == UInt8(ascii: "}") else { return false }
        var place = 1
        while place < json.count, json[place] == UInt8(ascii: "\"") {
            guard let (name, isPlain) = string(json, at: place), isPlain else { return false }
            place = name.upperBound + 1
            guard place < json.count, json[place] == UInt8(ascii: ":"), let end = valueEnd(json, from: place + 1) else { return false }
            for (number, wanted) in names.enumerated() where wanted.count == name.count {
                guard json[name].elementsEqual(wanted) else { continue }
                if !spans[number].isEmpty { return false }
                spans[number] = place + 1..<end
            }
            place = end
            if json[place] == UInt8(ascii: ",") { place += 1 }
        }
        return place == json.count - 1
    }

    /// What stands between the quotes from a place on, and whether it has no escapes.
    @inline(__always)
    private static func string(_ json: UnsafeRawBufferPointer, at start: Int) -> (content: Range<Int>, isPlain: Bool)? {
        var place = start + 1
        var isPlain = true
        while place < json.count {
            switch json[place] {
            case UInt8(ascii: "\""): return (start + 1..<place, isPlain)
            case UInt8(ascii: "\\"):
                isPlain = false
                place += 2
            default: place += 1
            }
        }
        return nil
    }

    /// The place after a value: of the comma or bracket that ends it.
    @inline(__always)
    private static func valueEnd(_ json: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var depth = 0
        var place = start
        while place < json.count {
            switch json[place] {
            case UInt8(ascii: "\""):
                guard let (content, _) = string(json, at: place) else { return nil }
                place = content.upperBound + 1
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                place += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return place > start ? place : nil }
                depth -= 1
                place += 1
            case UInt8(ascii: ","):
                if depth == 0 { return place > start ? place : nil }
                place += 1
            default: place += 1
            }
        }
        return nil
    }
}
