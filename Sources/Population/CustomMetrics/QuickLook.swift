import CByteScan
import Facts
import Segments

/// Finds out which marks many events of one metric have without reading each of them as JSON: events say the same few things again and again.
///
/// What an event says in the properties asked for is found as bytes. What was met before is known; the rest is read as JSON, once.
struct QuickLook {
    private let missing: Population.MissingMarks.OfMetric
    private let names: [[UInt8]]
    /// The names with their quotes and colons; none where some cannot be found that way: see `byte_scan_member`.
    private let keys: [UnsafeBufferPointer<UInt8>]
    /// Whether what is asked for can be found as bytes: not what lies within objects and lists.
    private let isQuick: Bool
    private let asksForValue: Bool
    private var spans: [Range<Int>]
    private var key: [UInt8] = []
    private let known = KnownSayings()
    private let isOfOne: Bool
    /// Holds the memory of ``keys``.
    private let memory: PlainNames

    init(_ missing: Population.MissingMarks.OfMetric) {
        self.missing = missing
        let asked = Set(missing.marks.flatMap { $0.filters.map(\.property) })
        let own: Set = [EventSayings.value, EventSayings.currency]
        asksForValue = !asked.isDisjoint(with: own)
        names = asked.sorted().map { Array($0.utf8) }
        memory = PlainNames(names)
        keys = memory.keys
        isOfOne = names.count == 1 && !asksForValue
        isQuick = !asked.contains { $0.contains(".") }
        spans = Array(repeating: 0..<0, count: names.count)
    }

    /// Which of the missing marks an event has: a bit for each, by its place among them.
    mutating func marks(of event: EventBytes) -> UInt64 {
        guard isQuick else { return read(event) }
        if isOfOne, let key = keys.first, let span = span(key, in: event.properties) { return marks(of: event, span) }
        guard find(in: event.properties) else { return read(event) }
        if isOfOne { return marks(of: event, UnsafeRawBufferPointer(rebasing: event.properties[spans[0]])) }
        key.removeAll(keepingCapacity: true)
        for span in spans {
            key.append(contentsOf: event.properties[span])
            // No JSON holds this byte.
            key.append(0xFF)
        }
        if asksForValue {
            withUnsafeBytes(of: event.value?.bitPattern ?? 1) { key.append(contentsOf: $0) }
            key.append(contentsOf: event.currency.map { Array($0.code.utf8) } ?? [])
        }
        return key.withUnsafeBytes { marks(of: event, $0) }
    }

    @inline(__always)
    private func marks(of event: EventBytes, _ key: UnsafeRawBufferPointer) -> UInt64 {
        guard key.count <= KnownSayings.longest else { return read(event) }
        return known.marks(key) { read(event) }
    }

    private func read(_ event: EventBytes) -> UInt64 {
        let sayings = EventSayings(event)
        var marks: UInt64 = 0
        for (place, mark) in missing.marks.enumerated() where sayings.meets(mark.filters) { marks |= 1 << UInt64(place) }
        return marks
    }

    /// What stands as the value of a name; empty where nothing does, `nil` where that cannot be told that way.
    @inline(__always)
    private func span(_ key: UnsafeBufferPointer<UInt8>, in json: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard let base = json.baseAddress, !json.isEmpty else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        var (start, end) = (0, 0)
        switch byte_scan_member(
            base.assumingMemoryBound(to: UInt8.self), json.count, key.baseAddress, key.count, &start, &end)
        {
        case byte_scan_member_none: return UnsafeRawBufferPointer(start: nil, count: 0)
        case byte_scan_member_found: return UnsafeRawBufferPointer(start: base + start, count: end - start)
        default: return nil
        }
    }

    /// Makes ``spans`` of where an event says what; `false` where that cannot be told without reading it.
    private mutating func find(in json: UnsafeRawBufferPointer) -> Bool {
        for place in spans.indices { spans[place] = 0..<0 }
        guard let base = json.baseAddress, !json.isEmpty else { return true }
        if keys.isEmpty { return MemberScan.find(names, in: json, &spans) }
        for (place, key) in keys.enumerated() {
            guard let span = span(key, in: json) else {
                for place in spans.indices { spans[place] = 0..<0 }
                return MemberScan.find(names, in: json, &spans)
            }
            guard let start = span.baseAddress else { continue }
            spans[place] = start - base..<start - base + span.count
        }
        return true
    }
}

/// Names with their quotes and colons, in memory that is not counted by its users.
private final class PlainNames: @unchecked Sendable {
    // Sendable unchecked: written when it is made, and never after.
    /// None where one of them is not plain.
    let keys: [UnsafeBufferPointer<UInt8>]

    init(_ names: [[UInt8]]) {
        guard names.allSatisfy(Self.isPlain) else {
            keys = []
            return
        }
        keys = names.map { name in
            let key = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: name.count + 3)
            _ = key.initialize(fromContentsOf: [UInt8(ascii: "\"")] + name + Array("\":".utf8))
            return UnsafeBufferPointer(key)
        }
    }

    deinit {
        for key in keys { key.deallocate() }
    }

    /// Whether a name, with its quotes and colon, is nothing but a name wherever it stands in an object without escapes.
    private static func isPlain(_ name: [UInt8]) -> Bool {
        guard let first = name.first, !Array(",:]}".utf8).contains(first) else { return false }
        return name.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
}

/// Which marks events have that say something, as far as it was met lately.
private final class KnownSayings {
    /// Longer ones are not kept, in bytes.
    static let longest = 128
    /// Different sayings that are kept in mind; others push them out.
    private static let most = 2_048

    private let bytes: UnsafeMutableRawPointer
    /// How long each is; negative: none.
    private let lengths: UnsafeMutablePointer<Int16>
    private let marks: UnsafeMutablePointer<UInt64>

    init() {
        bytes = .allocate(byteCount: Self.most * Self.longest, alignment: 16)
        lengths = .allocate(capacity: Self.most)
        lengths.initialize(repeating: -1, count: Self.most)
        marks = .allocate(capacity: Self.most)
        marks.initialize(repeating: 0, count: Self.most)
    }

    deinit {
        bytes.deallocate()
        lengths.deallocate()
        marks.deallocate()
    }

    @inline(__always)
    func marks(_ key: UnsafeRawBufferPointer, _ read: () -> UInt64) -> UInt64 {
        let place = Int(Fingerprint(key).value % UInt64(Self.most))
        let own = UnsafeMutableRawBufferPointer(start: bytes + place * Self.longest, count: key.count)
        if Int(lengths[place]) == key.count, byte_scan_equal(own.baseAddress, key.baseAddress, key.count) { return marks[place] }
        let found = read()
        own.copyMemory(from: key)
        lengths[place] = Int16(truncatingIfNeeded: key.count)
        marks[place] = found
        return found
    }
}
