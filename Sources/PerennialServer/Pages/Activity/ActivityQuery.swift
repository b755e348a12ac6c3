import Facts
import JSON
import Journal
import Population
import Shop

/// Finds out who did what.
struct ActivityQuery {
    let shop: Shop

    /// The most entries of a file.
    static let mostInFile = 100_000

    func model(_ filter: ActivityModel.Filter, before id: Int64?) throws(JournalError) -> ActivityModel {
        let most = ActivityModel.perPage
        let found = try shop.journal.audit(filter.audit(shop.settings.timeZone), before: id ?? .max, limit: most + 1)
        let names = try Names(shop)
        return ActivityModel(
            filter: filter, people: try shop.journal.auditPeople(),
            entries: found.prefix(most).map { id, entry in
                .init(id: id, at: entry.at, who: entry.who, action: entry.action, subject: names.subject(of: entry))
            }, older: found.count > most ? found[most - 1].id : nil, isLater: id != nil)
    }

    /// All of it as CSV: names and details as the API has them.
    func file(_ filter: ActivityModel.Filter) throws(JournalError) -> String {
        var csv = CSVText(["id", "at", "who", "action", "object_kind", "object_id", "detail"])
        for (id, entry) in try shop.journal.audit(filter.audit(shop.settings.timeZone), limit: Self.mostInFile) {
            csv.add(["\(id)", entry.at.description, entry.who, entry.action, entry.objectKind, entry.objectID, entry.detail])
        }
        return csv.text
    }

    /// What things are called.
    private struct Names {
        let shop: Shop
        let users: [String: String]
        let keys: [String: String]

        init(_ shop: Shop) throws(JournalError) {
            self.shop = shop
            users = Dictionary(try shop.journal.users().map { ("\($0.number)", $0.email) }) { first, _ in first }
            keys = Dictionary(try shop.journal.apiKeys().map { ("\($0.number)", $0.name) }) { first, _ in first }
        }

        func subject(of entry: AuditEntry) -> ActivityModel.Subject {
            let id = entry.objectID
            if let name = name(of: entry, id) { return .named(name) }
            guard entry.objectKind == "profile" else { return .none }
            guard let profile = shop.ids.profile(id), shop.read({ $0.isLive(profile) }) else { return .none }
            return .profile(id)
        }

        private func name(of entry: AuditEntry, _ id: String) -> String? {
            switch entry.objectKind {
            case "user": users[id]
            case "key": keys[id]
            case "list": (try? shop.list(id))?.name
            case "segment":
                shop.ids.number(.segment, id).flatMap { UInt32(exactly: $0) }.flatMap { shop.definitions.segment(SegmentNumber($0))?.name }
            default: (try? JSONDocument(entry.detail))?.root["name"]?.string
            }
        }
    }
}
