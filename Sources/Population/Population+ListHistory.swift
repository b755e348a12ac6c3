public import Facts

extension Population {
    /// How many came to a list and left it from a second on and before another.
    public func changes(of list: ListNumber, from start: Int64, before end: Int64) -> SegmentChanges {
        listHistories[list]?.changes(from: start, before: end) ?? .nobody
    }

    /// How many were in a list just before a second. They count from the moment since which they are told to be in.
    public func memberCount(of list: ListNumber, before end: Int64) -> Int { listHistories[list]?.memberCount(before: end) ?? 0 }

    /// Takes up that somebody came to a list or left it.
    func apply(_ fact: MembershipFact) {
        let isChanged =
            fact.isMember
            ? lists[fact.list, default: ListMembership()].join(fact.profile, seconds: fact.seconds)
            : lists[fact.list]?.leave(fact.profile) ?? false
        guard isChanged else { return }
        if fact.isMember {
            listHistories[fact.list, default: SegmentHistory()].enter(fact.seconds)
        } else {
            listHistories[fact.list, default: SegmentHistory()].leave(fact.seconds)
        }
    }

    /// Takes up that two profiles are one.
    func mergeLists(_ fact: MergeFact) {
        for list in lists.keys.sorted() {
            let before = memberCount(of: list)
            lists[list]?.merge(fact.from, into: fact.into)
            if memberCount(of: list) < before { listHistories[list, default: SegmentHistory()].leave(fact.seconds) }
        }
    }

    /// Takes up that somebody is no more.
    func leaveLists(_ fact: ErasureFact) {
        for list in lists.keys where lists[list]?.leave(fact.profile) == true {
            listHistories[list, default: SegmentHistory()].leave(fact.seconds)
        }
    }
}
