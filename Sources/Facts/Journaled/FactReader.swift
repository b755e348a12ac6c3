/// Reads the facts of a block, one after another.
public struct FactReader: Sendable {
    /// Why bytes could not be read as facts.
    public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// Where in the block, in bytes.
        public var offset: Int
        /// What was found.
        public var found: String

        /// In words.
        public var description: String { "at byte \(offset): \(found)" }
    }

    private let bytes: [UInt8]
    private var place = 0

    /// A reader of a block.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Where the next fact begins, in bytes.
    public var offset: Int { place }

    /// The fact that begins at a place.
    mutating func next(from start: Int) throws(Failure) -> Fact? {
        place = start
        return try next()
    }

    /// The next fact; `nil` after the last.
    public mutating func next() throws(Failure) -> Fact? {
        guard place < bytes.count else { return nil }
        let start = place
        guard let kind = FactKind(rawValue: bytes[place]) else {
            throw Failure(offset: start, found: "a fact of the unknown kind \(bytes[place])")
        }
        place += 1
        let seconds = UInt32(truncatingIfNeeded: try fixed(4))
        switch kind {
        case .event: return .event(try event(seconds))
        case .profile:
            let profile = try profile()
            let isNew = try byte() != 0
            return .profile(ProfileFact(profile: profile, isNew: isNew, seconds: seconds, change: try slice()))
        case .merge: return .merge(MergeFact(from: try profile(), into: try profile(), seconds: seconds))
        case .consent:
            let profile = try profile()
            guard let channel = Channel(rawValue: try byte()), let change = ConsentFact.Change(rawValue: try byte()) else {
                throw Failure(offset: start, found: "an unknown channel or change of consent")
            }
            return .consent(ConsentFact(profile: profile, channel: channel, change: change, seconds: seconds, proof: try slice()))
        case .membership:
            let profile = try profile()
            let list = ListNumber(UInt32(truncatingIfNeeded: try number()))
            return .membership(MembershipFact(profile: profile, list: list, isMember: try byte() != 0, seconds: seconds))
        case .erasure: return .erasure(ErasureFact(profile: try profile(), seconds: seconds))
        case .profiling: return .profiling(ProfilingFact(profile: try profile(), isObjected: try byte() != 0, seconds: seconds))
        case .metric:
            let metric = MetricNumber(UInt32(truncatingIfNeeded: try number()))
            return .metric(MetricFact(metric: metric, name: try text(), integration: try text(), seconds: seconds))
        case .model: return .model(ModelFact(model: UInt32(truncatingIfNeeded: try number()), seconds: seconds))
        case .segment:
            let profile = try profile()
            let segment = SegmentNumber(UInt32(truncatingIfNeeded: try number()))
            let byte = try byte()
            guard let cause = SegmentFact.Cause(rawValue: byte >> 1) else {
                throw Failure(offset: start, found: "an unknown cause of an entry")
            }
            return .segment(
                SegmentFact(profile: profile, segment: segment, isMember: byte & 1 != 0, seconds: seconds, cause: cause))
        case .rfm: return .rfm(try rfm(seconds, from: start))
        }
    }

    private mutating func rfm(_ seconds: UInt32, from start: Int) throws(Failure) -> RFMFact {
        let profile = try profile()
        let model = RFMModelNumber(UInt32(truncatingIfNeeded: try number()))
        let bits = UInt16(truncatingIfNeeded: try fixed(2))
        guard let cause = RFMFact.cause(packed: bits) else { throw Failure(offset: start, found: "an unknown cause of a change of group") }
        return RFMFact(
            profile: profile, model: model, standing: RFMFact.standing(packed: bits), seconds: seconds, cause: cause,
            isReconstructed: bits >> 15 != 0)
    }

    private mutating func event(_ seconds: UInt32) throws(Failure) -> EventFact {
        let flags = try byte()
        let profile = try profile()
        let metric = MetricNumber(UInt32(truncatingIfNeeded: try number()))
        let identity = try fixed(8)
        let value = flags & EventFlags.value != 0 ? Double(bitPattern: try fixed(8)) : nil
        var currency: Currency?
        if flags & EventFlags.currency != 0 { currency = Currency(try byte(), try byte(), try byte()) }
        let order = flags & EventFlags.order != 0 ? try fixed(8) : 0
        let properties = flags & EventFlags.properties != 0 ? try slice() : []
        return EventFact(
            profile: profile, metric: metric, seconds: seconds, value: value, currency: currency, identity: identity, order: order,
            isBackfill: flags & EventFlags.backfill != 0, source: FactSource(rawValue: flags >> EventFlags.sourceShift) ?? .api,
            properties: properties)
    }

    private mutating func byte() throws(Failure) -> UInt8 {
        guard place < bytes.count else { throw Failure(offset: place, found: "the end of the block within a fact") }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func fixed(_ count: Int) throws(Failure) -> UInt64 {
        guard bytes.count - place >= count else { throw Failure(offset: place, found: "the end of the block within a number") }
        var value: UInt64 = 0
        for offset in 0..<count { value |= UInt64(bytes[place + offset]) << UInt64(8 * offset) }
        place += count
        return value
    }

    private mutating func number() throws(Failure) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            let byte = try byte()
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw Failure(offset: place, found: "a number longer than ten bytes")
    }

    private mutating func profile() throws(Failure) -> ProfileNumber {
        let value = try number()
        guard let row = UInt32(exactly: value) else { throw Failure(offset: place, found: "the profile number \(value)") }
        return ProfileNumber(row)
    }

    private mutating func slice() throws(Failure) -> ArraySlice<UInt8> {
        let count = try number()
        guard count <= UInt64(bytes.count - place) else {
            throw Failure(offset: place, found: "a text of \(count) bytes, beyond the block")
        }
        defer { place += Int(count) }
        return bytes[place..<place + Int(count)]
    }

    private mutating func text() throws(Failure) -> String { String(decoding: try slice(), as: UTF8.self) }
}
