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
        switch entry.objectKind {
        case "user": users[id]
        case "key": keys[id]
        case "list": defined(.list, .list, id)
        case "segment": defined(.segment, .segment, id)
        case "tag": defined(.tag, .tag, id)
        case "custom-metric": defined(.customMetric, .customMetric, id)
        case "tag-group": defined(.tagGroup, .tagGroup, id)
        case "export-schedule": defined(.exportSchedule, .exportSchedule, id)
        // The standard one is no definition.
        case "rfm-model", "rfm-settings":
            shop.ids.rfmModel(id).flatMap { shop.rfmModel($0)?.name } ?? defined(.rfmModel, .rfmModel, id)
        default: (try? JSONDocument(entry.detail))?.root["name"]?.string
        }
    }

    /// The name in a definition: the last one of what was deleted.
    private func defined(_ kind: DefinitionKind, _ publicKind: PublicIDs.Kind, _ id: String) -> String? {
        guard let number = shop.ids.number(publicKind, id) else { return nil }
        let definition = shop.definitions[kind, number] ?? (try? shop.journal.definition(kind.rawValue, number: number)) ?? nil
        return definition.flatMap { (try? JSONDocument($0.body))?.root["name"]?.string }
    }
}
