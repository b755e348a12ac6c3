import Facts

extension SQLWriter {
    /// What a property of a profile says.
    mutating func property(_ test: PropertyTest) -> SQLText {
        switch test.property {
        case .custom(let names): return known(value(member(of: "p.properties", names), test.filter))
        case .standard(let name):
            switch name {
            case "created": return moment("p.created_at", test.filter)
            case "updated": return moment("p.updated_at", test.filter)
            case "last_event_date":
                let table = join(
                    "SELECT e.profile_id, MAX(e.occurred_at) AS at FROM events e WHERE e.occurred_at < \(endInstant) GROUP BY e.profile_id")
                return moment("\(table).at", test.filter)
            case "location.latitude": return numeric("p.latitude", test.filter)
            case "location.longitude": return numeric("p.longitude", test.filter)
            default:
                guard let column = Self.textColumns[name] else { return refuse("The property \(name) has no column.") }
                return textual(column, test.filter)
            }
        }
    }

    /// The columns of what is text, by the names in ``ProfileProperty/standardNames``.
    private static let textColumns: [String: SQLText] = [
        "email": "p.email", "phone_number": "p.phone_number", "external_id": "p.external_id", "anonymous_id": "p.anonymous_id",
        "customer_id": "p.customer_id", "first_name": "p.first_name", "last_name": "p.last_name", "organization": "p.organization",
        "title": "p.title", "locale": "p.locale", "image": "p.image", "location.address1": "p.address1", "location.address2": "p.address2",
        "location.city": "p.city", "location.country": "p.country", "location.region": "p.region", "location.zip": "p.zip",
        "location.timezone": "p.timezone", "location.ip": "p.ip",
    ]

    private func moment(_ column: SQLText, _ filter: ValueFilter) -> SQLText {
        switch filter {
        case .date(let filter): known(date(column, filter))
        case .isSet(let isSet): isSet ? "\(column) IS NOT NULL" : "\(column) IS NULL"
        case .text, .number, .bool, .list: "FALSE"
        }
    }

    private func numeric(_ column: SQLText, _ filter: ValueFilter) -> SQLText {
        switch filter {
        case .number(let filter): known(number(column, filter))
        case .isSet(let isSet): isSet ? "\(column) IS NOT NULL" : "\(column) IS NULL"
        case .text, .date, .bool, .list: "FALSE"
        }
    }

    private mutating func textual(_ column: SQLText, _ filter: ValueFilter) -> SQLText {
        switch filter {
        case .text(let filter): return known(text(column, filter))
        case .isSet(true): return known("\(column) <> ''")
        case .isSet(false): return "NOT \(known("\(column) <> ''"))"
        case .number, .bool: return "FALSE"
        case .date: return refuse("Whether a text is a date cannot be said in SQL; bring such dates into a column of their own.")
        case .list: return refuse("Lists are said in SQL of properties alone.")
        }
    }

    /// Where somebody lives; false where the country is not known.
    func region(_ region: Region, _ isIn: Bool) -> SQLText {
        let names = Countries.names.filter { region.countries.contains($0.value) }.keys.sorted()
        let inside: SQLText =
            "(UPPER(p.country) IN (\(SQLText.list(region.countries.sorted()))) OR LOWER(p.country) IN (\(SQLText.list(names))))"
        return isIn ? known(inside) : known("p.country <> '' AND NOT \(inside)")
    }

    /// Being in lists and segments, or in none of them.
    mutating func membership(_ test: MembershipTest) -> SQLText {
        var ids: [String] = []
        var names: [String] = []
        for group in test.groups {
            switch group {
            case .id(let id): ids.append(id)
            case .name(let name): names.append(name)
            }
        }
        guard quotable(ids + names) else { return "FALSE" }
        var groups: [SQLText] = []
        if !ids.isEmpty { groups.append("m.group_id IN (\(SQLText.list(ids)))") }
        if !names.isEmpty { groups.append("m.group_name IN (\(SQLText.list(names)))") }
        guard !groups.isEmpty else { return test.isMember ? "FALSE" : "TRUE" }
        let when: SQLText = test.joined.map { " AND \(date("m.joined_at", $0))" } ?? ""
        let table = join("SELECT DISTINCT m.profile_id FROM memberships m WHERE (\(SQLText.joined(groups, by: " OR ")))\(when)")
        return test.isMember ? "\(table).profile_id IS NOT NULL" : "\(table).profile_id IS NULL"
    }

    /// Whether somebody may be written to; without a row nothing was said.
    mutating func consent(_ test: ConsentTest) -> SQLText {
        let channel: SQLText =
            switch test.channel {
            case .email: "'email'"
            case .sms: "'sms'"
            case .push: "'push'"
            case .whatsapp: "'whatsapp'"
            }
        let table = join(
            "SELECT c.profile_id, c.status, c.status_at, c.suppressed, c.bounced_at, c.suppressed_by_hand_at, c.invalid_at FROM consents c WHERE c.channel = \(channel)"
        )
        let status: SQLText = "COALESCE(\(table).status, 'never_subscribed')"
        let isFree: SQLText = "NOT COALESCE(\(table).suppressed, FALSE)"
        let may: SQLText =
            switch test.channel {
            case .email: "(\(isFree) AND \(status) <> 'unsubscribed' AND COALESCE(p.email <> '', FALSE))"
            case .sms, .whatsapp: "(\(isFree) AND \(status) = 'subscribed' AND COALESCE(p.phone_number <> '', FALSE))"
            case .push: "(\(isFree) AND \(status) = 'subscribed')"
            }
        var all: [SQLText] = [test.canReceive ? may : "NOT \(may)"]
        switch test.subscription {
        case .any: break
        case .subscribed: all.append("\(status) = 'subscribed'")
        case .unsubscribed: all.append("\(status) = 'unsubscribed'")
        case .neverSubscribed: all.append("\(status) NOT IN ('subscribed', 'unsubscribed')")
        }
        for filter in test.filters {
            switch filter {
            case .moment(let which, let filter):
                let column: SQLText =
                    switch which {
                    case .status: "status_at"
                    case .bounce: "bounced_at"
                    case .manualSuppression: "suppressed_by_hand_at"
                    case .invalidEmail: "invalid_at"
                    }
                all.append(known(date("\(table).\(column)", filter)))
            case .isDoubleOptIn, .customSource, .method: all.append(refuse("How consent was given cannot be said in SQL; when can."))
            }
        }
        return "(\(SQLText.joined(all, by: " AND ")))"
    }
}
