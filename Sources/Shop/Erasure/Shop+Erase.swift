public import Facts
import JSON
public import Journal
import Population

extension JobKind {
    /// Erases people, and blanks what the journal holds of them.
    static func erasure(_ ids: PublicIDs) -> JobKind {
        JobKind(name: "erasure") { payload in
            payload["profiles"].map { Array($0.elements) } ?? []
        } read: { row, _, payload in
            guard let number = row.int.flatMap({ UInt32(exactly: $0) }) else { return .refused([]) }
            let request = ErasureRequest(payload)
            return .work { (intake) throws(IntakeError) in
                guard let profile = intake.canonical(ProfileNumber(number)) else { return }
                intake.erase(profile, request, ids)
            }
        } afterwards: { shop, payload, job throws(JournalError) in
            let profiles = payload["profiles"].map { $0.elements.compactMap { $0.int.flatMap { UInt32(exactly: $0) } } } ?? []
            job.detail = try shop.forget(erased: shop.tombstones(profiles.map { ProfileNumber($0) })).json
        }
    }
}

/// Who asked for people to be erased, and why.
struct ErasureRequest: Sendable {
    var who: String
    var reason: String

    init(who: String, reason: String) {
        self.who = who
        self.reason = reason
    }

    init(_ payload: JSONValue) {
        who = payload["who"]?.string ?? ""
        reason = payload["reason"]?.string ?? ""
    }

    func payload(_ profiles: [ProfileNumber]) -> [UInt8] {
        var payload = JSONWriter()
        payload.object { payload in
            payload.member("who", who)
            payload.member("reason", reason)
            payload.array("profiles") { list in for profile in profiles { list.int(profile.row) } }
        }
        return payload.bytes
    }
}

extension Intake {
    /// Erases a person, with an entry in the audit log.
    func erase(_ profile: ProfileNumber, _ request: ErasureRequest, _ ids: PublicIDs) {
        erase(profile)
        var detail = JSONWriter()
        detail.object { $0.member("reason", request.reason) }
        write(
            .audit(
                AuditEntry(
                    at: now, who: request.who, action: "profile.erase", objectKind: "profile",
                    objectID: ids.id(.profile, UInt64(profile.row)), detail: detail.text)))
    }
}

extension Shop {
    /// Erases a person, everywhere: from the columns at once, from the journal by a job. The number stays as a tombstone.
    public func erase(_ profile: ProfileNumber, by who: String, reason: String = "request") async throws(IntakeError) -> JobRow {
        try await erase([profile], by: who, reason: reason)
    }

    /// Erases people.
    ///
    /// - Returns: the job; when it is complete its detail is the ``ErasureReceipt``.
    public func erase(_ profiles: [ProfileNumber], by who: String, reason: String = "request") async throws(IntakeError) -> JobRow {
        let payload = ErasureRequest(who: who, reason: reason).payload(profiles)
        return try await jobs.submit("erasure", payload: payload, total: profiles.count, who: who, to: self)
    }

    /// The numbers of those people who were erased, and of whoever had gone into them.
    func tombstones(_ profiles: [ProfileNumber]) -> Set<ProfileNumber> {
        read { population in
            var tombstones: Set<ProfileNumber> = []
            for profile in profiles {
                var last = profile
                if case .merged(let into) = population.standing(profile) { last = into }
                guard population.standing(last) == .erased else { continue }
                tombstones.insert(last)
                tombstones.formUnion(population.merged(into: last))
            }
            return tombstones
        }
    }

    /// Takes what the journal still holds of people who were erased out of it: facts, refused rows, payloads, predictions.
    ///
    /// Cut off, it can be done again.
    @discardableResult
    func forget(erased profiles: Set<ProfileNumber>) throws(JournalError) -> ErasureReceipt {
        guard !profiles.isEmpty else { return ErasureReceipt() }
        var receipt = ErasureReceipt()
        let traces = try Traces(of: profiles, in: journal)
        // An identity that is somebody else's by now is nothing of theirs.
        let texts = read { population in
            traces.identities.filter { population.profile($0.kind, $0.text) == nil && $0.isTelling }.map(\.text)
        }
        // First, while the facts still say what to look for: cut off later, none of this is missed.
        receipt.redactedPlaces = try journal.redact(containing: texts)
        if receipt.redactedPlaces > 0 { try readDefinitionsAgain() }
        receipt.blankedFacts = try blank(traces.toBlank, of: profiles)
        try journal.erasePredictions(of: profiles)
        // Files wait to be fetched that may speak of them: whoever needs one asks again.
        removeExports(before: .max, keeping: 0)
        imports.spool.removeRejects()
        receipt.remains = try journal.remains(of: texts).count
        if let first = traces.first {
            receipt.backups = try journal.backups().filter { $0.lastSequence >= first }.map {
                ErasureReceipt.Copy(path: $0.path, at: $0.at)
            }
        }
        receipt.keptAside = journal.keptAside
        return receipt
    }

    private func blank(_ sequences: [UInt64], of profiles: Set<ProfileNumber>) throws(JournalError) -> Int {
        let blanking = Blanking(profiles: profiles)
        do {
            try journal.rewriteBlocks { block in
                sequences.hasAny(in: block.firstSequence...block.lastSequence) ? try blanking.blanked(block.bytes) : nil
            }
        } catch {
            throw error as? JournalError ?? JournalError(.damaged, "A block of facts cannot be read: \(error)")
        }
        return sequences.count
    }
}

extension [UInt64] {
    /// Whether one of these numbers, which stand in order, lies in a range.
    fileprivate func hasAny(in range: ClosedRange<UInt64>) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] <= range.upperBound
    }
}
