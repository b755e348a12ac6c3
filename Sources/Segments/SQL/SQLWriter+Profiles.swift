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
                guard let column = Self.textColumns[name] else { return refuse(.noColumn(name)) }
                return textual(column, test.filter, isIdentity: Self.identities.contains(name))
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

    /// Of these a text is asked, never a date.
    private static let identities: Set<String> = ["email", "phone_number", "external_id", "anonymous_id", "customer_id"]

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

    private mutating func textual(_ column: SQLText, _ filter: ValueFilter, isIdentity: Bool) -> SQLText {
        switch filter {
        case .text(let filter): return known(text(column, filter))
        case .isSet(true): return known("\(column) <> ''")
        case .isSet(false): return "NOT \(known("\(column) <> ''"))"
        case .number, .bool: return "FALSE"
        case .date(let filter): return isIdentity ? "FALSE" : known(writtenDate(column, filter))
        case .list(let filter): return known(listOfOne(column, filter))
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
        var groups: [SQLText] = []
        if !ids.isEmpty { groups.append("m.group_id IN (\(SQLText.list(ids)))") }
        if !names.isEmpty { groups.append("m.group_name IN (\(SQLText.list(names)))") }
        guard !groups.isEmpty else { return test.isMember ? "FALSE" : "TRUE" }
        let when: SQLText = test.joined.map { " AND \(date("m.joined_at", $0))" } ?? ""
        let table = join("SELECT DISTINCT m.profile_id FROM memberships m WHERE (\(SQLText.joined(groups, by: " OR ")))\(when)")
        return test.isMember ? "\(table).profile_id IS NOT NULL" : "\(table).profile_id IS NULL"
    }
}
