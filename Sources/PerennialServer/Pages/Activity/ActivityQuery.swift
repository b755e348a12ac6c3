import Facts
import Journal
import Shop

/// Finds out who did what.
struct ActivityQuery {
    let shop: Shop

    /// The most entries of a file.
    static let mostInFile = 100_000

    func model(_ filter: ActivityModel.Filter, before id: Int64?) throws(JournalError) -> ActivityModel {
        let most = ActivityModel.perPage
        let found = try shop.journal.audit(filter.audit(shop.settings.timeZone), before: id ?? .max, limit: most + 1)
        let names = try ActivityNames(shop)
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
}
