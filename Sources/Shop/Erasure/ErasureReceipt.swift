public import Facts
import JSON

/// What was done to erase people, and where copies of what was erased still are.
public struct ErasureReceipt: Sendable, Equatable {
    /// Facts that were blanked.
    public var blankedFacts = 0
    /// Refused rows, payloads and texts of definitions that were blanked.
    public var redactedPlaces = 0
    /// Of the people's identities, so many are still in the journal: facts of others name them.
    public var remains = 0
    /// Backups that still hold the people.
    public var backups: [Copy] = []
    /// Journals that were set aside when a backup was restored, and may hold the people.
    public var keptAside: [String] = []

    /// A backup.
    public struct Copy: Sendable, Equatable {
        /// Where it was put.
        public var path: String
        /// When.
        public var at: Instant
    }

    /// Nothing was done.
    public init() {}

    /// As a JSON object.
    public var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("blanked_facts", blankedFacts)
            writer.member("redacted_places", redactedPlaces)
            writer.member("remains", remains)
            writer.array("backups") { list in
                for backup in backups {
                    list.object { list in
                        list.member("path", backup.path)
                        list.member("at", backup.at.secondsSince1970)
                    }
                }
            }
            writer.array("kept_aside") { list in for path in keptAside { list.string(path) } }
        }
        return writer.text
    }

    /// Of a JSON object; `nil` for another.
    public init?(json: String) {
        guard let root = try? JSONDocument(json).root, let facts = root["blanked_facts"]?.int else { return nil }
        blankedFacts = Int(facts)
        redactedPlaces = root["redacted_places"]?.int.map { Int($0) } ?? 0
        remains = root["remains"]?.int.map { Int($0) } ?? 0
        for backup in root["backups"]?.elements.map({ $0 }) ?? [] {
            guard let path = backup["path"]?.string, let at = backup["at"]?.int else { continue }
            backups.append(Copy(path: path, at: Instant(secondsSince1970: at)))
        }
        keptAside = root["kept_aside"]?.elements.compactMap(\.string) ?? []
    }
}
