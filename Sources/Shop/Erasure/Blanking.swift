import Facts

/// Takes what says anything of some people out of a block of facts. Their facts stay, empty, so that all others keep their numbers.
struct Blanking {
    /// Whose facts are blanked.
    let profiles: Set<ProfileNumber>

    /// The block with facts blanked; `nil` where none needs to be.
    func blanked(_ bytes: [UInt8]) throws(FactReader.Failure) -> [UInt8]? {
        var reader = FactReader(bytes)
        var writer = FactWriter()
        var isChanged = false
        while let fact = try reader.next() {
            let blank = blank(fact)
            isChanged = isChanged || blank != nil
            writer.append(blank ?? fact)
        }
        return isChanged ? writer.bytes : nil
    }

    /// The fact without what it says of a person; `nil` where it says nothing of these, or is blank already.
    ///
    /// What stays of an event is when it was taken in and the fingerprints of its identity and its order: the same order sent again, for
    /// whomever, still has no second effect. Of identities keyed hashes stay, where an erasure put them.
    func blank(_ fact: Fact) -> Fact? {
        switch fact {
        case .event(var event):
            guard profiles.contains(event.profile), event.value != nil || event.currency != nil || !event.properties.isEmpty else {
                return nil
            }
            event.value = nil
            event.currency = nil
            event.properties = []
            return .event(event)
        case .profile(var change):
            guard profiles.contains(change.profile), !change.change.isEmpty, !ProfileChange.isErased(change.change) else { return nil }
            change.change = []
            return .profile(change)
        case .consent(var consent):
            guard profiles.contains(consent.profile), !consent.proof.isEmpty else { return nil }
            consent.proof = []
            return .consent(consent)
        case .merge, .membership, .erasure, .profiling, .metric, .model, .segment, .rfm: return nil
        }
    }
}
