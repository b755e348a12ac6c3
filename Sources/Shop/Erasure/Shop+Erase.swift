public import Facts
import JSON
public import Journal
import Population

extension JobKind {
    /// Erases people, and blanks what the journal holds of them.
    static let erasure = JobKind(name: "erasure") { payload in
        payload["profiles"].map { Array($0.elements) } ?? []
    } read: { row, _, _ in
        guard let number = row.int.flatMap({ UInt32(exactly: $0) }) else { return .refused([]) }
        return .work { (intake) throws(IntakeError) in
            guard let profile = intake.canonical(ProfileNumber(number)) else { return }
            intake.erase(profile)
        }
    } afterwards: { shop throws(JournalError) in
        try shop.blankErased()
    }
}

extension Shop {
    /// Erases a person, everywhere: from the columns at once, from the journal by a job. The number stays as a tombstone.
    public func erase(_ profile: ProfileNumber, by who: String) async throws(IntakeError) -> JobRow {
        var payload = JSONWriter()
        payload.object { payload in payload.array("profiles") { $0.int(profile.row) } }
        return try await jobs.submit("erasure", payload: payload.bytes, total: 1, who: who, to: self)
    }

    /// Blanks what the journal still holds of everybody who was erased.
    func blankErased() throws(JournalError) {
        let blanking = Blanking(profiles: read { $0.erasedProfiles })
        guard !blanking.profiles.isEmpty else { return }
        do {
            _ = try journal.rewriteBlocks { block in try blanking.blanked(block.bytes) }
        } catch {
            throw error as? JournalError ?? JournalError(.damaged, "A block of facts cannot be read: \(error)")
        }
    }
}
