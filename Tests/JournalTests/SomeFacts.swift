import Facts

@testable import Journal

/// Facts that tests write and find again.
enum SomeFacts {
    /// An event whose identity says which it is.
    static func event(_ identity: UInt64, properties: String = "") -> Fact {
        .event(
            EventFact(
                profile: ProfileNumber(UInt32(truncatingIfNeeded: identity % 977)), metric: MetricNumber(UInt32(identity % 5)),
                seconds: UInt32(truncatingIfNeeded: 1_700_000_000 + identity), value: Double(identity) / 4, currency: nil,
                identity: identity, order: identity % 3, isBackfill: false, source: .api, properties: ArraySlice(properties.utf8)))
    }

    /// A batch of events with the identities of a range, about a hundred bytes each.
    static func batch(_ identities: Range<UInt64>, at seconds: Int64 = 1_800_000_000, writes: [JournalWrite] = []) -> JournalBatch {
        var facts = FactWriter()
        for identity in identities {
            facts.append(event(identity, properties: #"{"OrderId":"\#(identity)","ProductName":"Teapot, blue, large","Quantity":1}"#))
        }
        return JournalBatch(facts: facts, recordedAt: Instant(secondsSince1970: seconds), writes: writes)
    }
}

extension JournalBlock {
    /// The identities of the events of the block.
    func identities() throws -> [UInt64] {
        var reader = FactReader(bytes)
        var found: [UInt64] = []
        while let fact = try reader.next() {
            if case .event(let event) = fact { found.append(event.identity) }
        }
        return found
    }
}

extension Journal {
    /// The identities of all events, in order.
    func identities(after sequence: UInt64 = 0) throws -> [UInt64] {
        var found: [UInt64] = []
        try forEachBlock(after: sequence) { block in found += try block.identities() }
        return found
    }
}
