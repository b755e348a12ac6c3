import Facts
import JSON
import Journal
import Population
import Shop

/// What the things are called that entries of the activity are about.
struct ActivityNames {
    private let shop: Shop
    private let users: [String: String]
    private let keys: [String: String]

    init(_ shop: Shop) throws(JournalError) {
        self.shop = shop
        users = Dictionary(try shop.journal.users().map { ("\($0.number)", $0.email) }) { first, _ in first }
        keys = Dictionary(try shop.journal.apiKeys().map { ("\($0.number)", $0.name) }) { first, _ in first }
    }

    /// Of what an entry tells.
    func subject(of entry: AuditEntry) -> ActivityModel.Subject {
        let id = entry.objectID
        if let name = name(of: entry, id) { return .named(name) }
        guard entry.objectKind == "profile" else { return .none }
        guard let profile = shop.ids.profile(id), shop.read({ $0.isLive(profile) }) else { return .none }
        return .profile(id)
    }

    private func name(of entry: AuditEntry, _ id: String) -> String? {
        let definitions = shop.definitions
        switch entry.objectKind {
        case "user": return users[id]
        case "key": return keys[id]
        case "list": return (try? shop.list(id))?.name
        case "segment":
            return shop.ids.number(.segment, id).flatMap { UInt32(exactly: $0) }.flatMap { definitions.segment(SegmentNumber($0))?.name }
        case "rfm-model", "rfm-settings": return shop.ids.rfmModel(id).flatMap { shop.rfmModel($0)?.name }
        case "tag": return shop.ids.number(.tag, id).flatMap { definitions.tag($0)?.name }
        case "custom-metric": return defined(.customMetric, .customMetric, id)
        case "tag-group": return defined(.tagGroup, .tagGroup, id)
        case "export-schedule": return defined(.exportSchedule, .exportSchedule, id)
        default: return (try? JSONDocument(entry.detail))?.root["name"]?.string
        }
    }

    /// The name in a definition, as long as it is there.
    private func defined(_ kind: DefinitionKind, _ publicKind: PublicIDs.Kind, _ id: String) -> String? {
        guard let number = shop.ids.number(publicKind, id), let body = shop.definitions[kind, number]?.body else { return nil }
        return (try? JSONDocument(body))?.root["name"]?.string
    }
}
