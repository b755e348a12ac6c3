/// An event as it lies in a block of facts: what custom metrics look at, no more. It lives no longer than the call that it is handed to.
public struct EventBytes {
    /// Who did it.
    public let profile: ProfileNumber
    /// What kind.
    public let metric: MetricNumber
    /// What it was worth; `nil` where that was not said.
    public let value: Double?
    /// In which currency; `nil`: the shop's.
    public let currency: Currency?
    /// Its properties, a compact JSON object; empty without any.
    public let properties: UnsafeRawBufferPointer

    /// An event.
    public init(
        profile: ProfileNumber, metric: MetricNumber, value: Double?, currency: Currency?, properties: UnsafeRawBufferPointer
    ) {
        self.profile = profile
        self.metric = metric
        self.value = value
        self.currency = currency
        self.properties = properties
    }
}

extension FactReader {
    /// Calls a function with the events of some metrics in a block, and their places among its facts. Of other facts no more is read than
    /// where they end.
    ///
    /// - Parameter metrics: by number, whether a metric's events are wanted; others are not.
    public static func forEachEvent(
        in bytes: [UInt8], of metrics: [Bool], _ body: (_ place: Int, _ event: EventBytes) -> Void
    ) throws(Failure) {
        var reader = FactReader(bytes)
        var failure: Failure?
        bytes.withUnsafeBytes { raw in
            var number = 0
            var place = 0
            while place < raw.count {
                if let (event, end) = event(raw, at: place) {
                    if event.metric.index < metrics.count, metrics[event.metric.index] { body(number, event) }
                    place = end
                } else {
                    // Whatever else it is, or what is wrong with it, the reader of all facts says.
                    do throws(Failure) {
                        if case .event(let event)? = try reader.next(from: place) { hand(event, number, metrics, body) }
                    } catch {
                        failure = error
                        return
                    }
                    place = reader.offset
                }
                number += 1
            }
        }
        if let failure { throw failure }
    }

    private static func hand(_ fact: EventFact, _ place: Int, _ metrics: [Bool], _ body: (Int, EventBytes) -> Void) {
        guard fact.metric.index < metrics.count, metrics[fact.metric.index] else { return }
        fact.properties.withUnsafeBytes { properties in
            body(
                place,
                EventBytes(
                    profile: fact.profile, metric: fact.metric, value: fact.value, currency: fact.currency, properties: properties))
        }
    }

    /// An event that begins at a place, and where it ends; `nil` for other facts, and for what cannot be one.
    private static func event(_ raw: UnsafeRawBufferPointer, at start: Int) -> (event: EventBytes, end: Int)? {
        // Kind, moment and flags, two numbers of at most ten bytes, identity, value, currency, order and a length: what is nearer to the end is
        // left to the reader that looks at every byte.
        guard raw[start] == FactKind.event.rawValue, raw.count - start >= 64 else { return nil }
        let flags = raw[start + 5]
        var place = start + 6
        guard let profile = number(raw, &place).flatMap({ UInt32(exactly: $0) }), let metric = number(raw, &place) else { return nil }
        place += 8
        var value: Double?
        if flags & EventFlags.value != 0 {
            value = Double(bitPattern: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            place += 8
        }
        var currency: Currency?
        if flags & EventFlags.currency != 0 {
            currency = Currency(raw[place], raw[place + 1], raw[place + 2])
            place += 3
        }
        if flags & EventFlags.order != 0 { place += 8 }
        var properties = UnsafeRawBufferPointer(start: nil, count: 0)
        if flags & EventFlags.properties != 0 {
            guard let count = number(raw, &place), count <= UInt64(raw.count - place) else { return nil }
            properties = UnsafeRawBufferPointer(rebasing: raw[place..<place + Int(count)])
            place += Int(count)
        }
        let event = EventBytes(
            profile: ProfileNumber(profile), metric: MetricNumber(UInt32(truncatingIfNeeded: metric)), value: value, currency: currency,
            properties: properties)
        return (event, place)
    }

    /// A number of seven bits a byte.
    @inline(__always)
    private static func number(_ raw: UnsafeRawBufferPointer, _ place: inout Int) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            let byte = raw[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}
