/// Writes facts into the bytes of a block.
///
/// A fact begins with its kind. Numbers are LEB128 (seven bits a byte, lowest first), texts and JSON are a length and UTF-8. The format never
/// changes in place: what is added gets a new kind or a new flag bit, so that every journal ever written can be read.
public struct FactWriter: Sendable {
    /// The bytes so far.
    public private(set) var bytes: [UInt8] = []
    /// How many facts they hold.
    public private(set) var count = 0

    /// No facts.
    public init() {}

    /// Forgets what came after a moment; see ``mark``.
    public mutating func rewind(to mark: (bytes: Int, count: Int)) {
        bytes.removeSubrange(mark.bytes...)
        count = mark.count
    }

    /// Where the writer stands.
    public var mark: (bytes: Int, count: Int) { (bytes.count, count) }

    /// Adds a fact.
    public mutating func append(_ fact: Fact) {
        count += 1
        switch fact {
        case .event(let event): write(event)
        case .profile(let fact):
            start(.profile, fact.seconds)
            write(fact.profile)
            bytes.append(fact.isNew ? 1 : 0)
            write(fact.change)
        case .merge(let fact):
            start(.merge, fact.seconds)
            write(fact.from)
            write(fact.into)
        case .consent(let fact):
            start(.consent, fact.seconds)
            write(fact.profile)
            bytes.append(fact.channel.rawValue)
            bytes.append(fact.change.rawValue)
            write(fact.proof)
        case .membership(let fact):
            start(.membership, fact.seconds)
            write(fact.profile)
            write(number: UInt64(fact.list.value))
            bytes.append(fact.isMember ? 1 : 0)
        case .erasure(let fact):
            start(.erasure, fact.seconds)
            write(fact.profile)
        case .profiling(let fact):
            start(.profiling, fact.seconds)
            write(fact.profile)
            bytes.append(fact.isObjected ? 1 : 0)
        case .metric(let fact):
            start(.metric, fact.seconds)
            write(number: UInt64(fact.metric.value))
            write(text: fact.name)
            write(text: fact.integration)
        case .model(let fact):
            start(.model, fact.seconds)
            write(number: UInt64(fact.model))
        case .segment(let fact):
            start(.segment, fact.seconds)
            write(fact.profile)
            write(number: UInt64(fact.segment.value))
            bytes.append(fact.cause.rawValue << 1 | (fact.isMember ? 1 : 0))
        case .rfm(let fact):
            start(.rfm, fact.seconds)
            write(fact.profile)
            write(number: UInt64(fact.model.value))
            withUnsafeBytes(of: fact.packed.littleEndian) { bytes.append(contentsOf: $0) }
        }
    }

    private mutating func write(_ event: EventFact) {
        start(.event, event.seconds)
        var flags: UInt8 = event.isBackfill ? EventFlags.backfill : 0
        if event.value != nil { flags |= EventFlags.value }
        if event.currency != nil { flags |= EventFlags.currency }
        if event.order != 0 { flags |= EventFlags.order }
        if !event.properties.isEmpty { flags |= EventFlags.properties }
        flags |= event.source.rawValue << EventFlags.sourceShift
        bytes.append(flags)
        write(event.profile)
        write(number: UInt64(event.metric.value))
        write(fixed: event.identity)
        if let value = event.value { write(fixed: value.bitPattern) }
        if let currency = event.currency { bytes.append(contentsOf: currency.code.utf8) }
        if event.order != 0 { write(fixed: event.order) }
        if !event.properties.isEmpty { write(event.properties) }
    }

    private mutating func start(_ kind: FactKind, _ seconds: UInt32) {
        bytes.append(kind.rawValue)
        withUnsafeBytes(of: seconds.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ profile: ProfileNumber) { write(number: UInt64(profile.row)) }

    private mutating func write(number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    private mutating func write(fixed value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ slice: ArraySlice<UInt8>) {
        write(number: UInt64(slice.count))
        bytes.append(contentsOf: slice)
    }

    private mutating func write(text: String) {
        write(number: UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}

/// The first byte of a fact.
enum FactKind: UInt8 {
    case profile = 1
    case event, merge, consent, membership, erasure, profiling, metric, model, segment, rfm
}

/// The bits of an event's second byte.
enum EventFlags {
    static let value: UInt8 = 1
    static let currency: UInt8 = 2
    static let order: UInt8 = 4
    static let properties: UInt8 = 8
    static let backfill: UInt8 = 16
    /// Three bits for the ``FactSource``.
    static let sourceShift: UInt8 = 5
}
