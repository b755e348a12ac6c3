import Facts
import JSON
import Journal
import Population
import Shop

/// The jobs that keep people from being written to by e-mail, whatever they consented to, and that lift it.
enum SuppressionJobs {
    static let suppressing = "profile-suppression-bulk-create"
    static let lifting = "profile-suppression-bulk-delete"

    static func payload(emails: [String]) -> [UInt8] {
        payload { writer in for email in emails { writer.string(email) } }
    }

    static func payload(profiles: [ProfileNumber]) -> [UInt8] {
        payload { writer in for profile in profiles { writer.int(profile.row) } }
    }

    private static func payload(_ rows: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in writer.array("rows") { rows(&$0) } }
        return writer.bytes
    }

    static func jobs() -> [JobKind] {
        [
            job(suppressing) { (intake, row) throws(IntakeError) in
                // Whoever is unknown now must not be written to later either.
                let known = try row.profile(intake)
                let profile = if let known { known } else { try intake.profile(row.identities).number }
                intake.consent(fact(profile, .suppressed, intake))
            },
            job(lifting) { (intake, row) throws(IntakeError) in
                guard let profile = try row.profile(intake) else { throw .notFound("There is no such profile.") }
                intake.consent(fact(profile, .unsuppressed, intake))
            },
        ]
    }

    private static func fact(_ profile: ProfileNumber, _ change: ConsentFact.Change, _ intake: Intake) -> ConsentFact {
        ConsentFact(profile: profile, channel: .email, change: change, seconds: intake.nowSeconds, proof: [])
    }

    /// Whom a row is about: somebody by an address, or a profile.
    private struct Row: Sendable {
        var number: ProfileNumber?
        var identities = Identities()

        init(_ value: JSONValue) {
            if let row = value.int.flatMap({ UInt32(exactly: $0) }) { number = ProfileNumber(row) }
            identities[.email] = value.string
        }

        /// The profile; `nil` for an address that is nobody's.
        func profile(_ intake: Intake) throws(IntakeError) -> ProfileNumber? {
            guard let number else { return intake.find(identities).first }
            guard let profile = intake.canonical(number) else { throw .notFound("There is no such profile any more.") }
            return profile
        }
    }

    private static func job(_ name: String, _ work: @escaping @Sendable (Intake, Row) throws(IntakeError) -> Void) -> JobKind {
        JobKind(name: name) { payload in
            payload["rows"].map { Array($0.elements) } ?? []
        } read: { row, _, _ in
            let row = Row(row)
            return .work { (intake) throws(IntakeError) in try work(intake, row) }
        }
    }
}
