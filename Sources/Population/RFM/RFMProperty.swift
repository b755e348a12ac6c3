import CustomerValue
public import Facts

/// The names under which a profile's RFM groups are properties: those of Klaviyo, its older ones included.
public enum RFMProperty: CaseIterable, Sendable {
    case current, previous, lastChanged

    /// The name of today.
    public var name: String {
        switch self {
        case .current: "Current RFM group"
        case .previous: "Previous RFM group"
        case .lastChanged: "RFM group last changed"
        }
    }

    /// The property of a name; `nil` for any other.
    public init?(name: String) {
        switch name {
        case "Current RFM group", "$current_month_rfm_group": self = .current
        case "Previous RFM group", "$previous_month_rfm_group": self = .previous
        case "RFM group last changed": self = .lastChanged
        default: return nil
        }
    }
}

extension Population {
    /// The properties that a profile shows: its own, and its RFM groups under the names that Klaviyo gives them, which nobody else can give.
    public func shownProperties(of profile: ProfileNumber) -> [(name: String, json: [UInt8])] {
        var shown = properties(of: profile).filter { RFMProperty(name: $0.name) == nil }
        for property in RFMProperty.allCases {
            let json = self.json(property, of: profile)
            if !json.isEmpty { shown.append((property.name, json)) }
        }
        return shown
    }

    /// A property that a profile shows, as compact JSON; empty without one.
    public func shownProperty(_ name: String, of profile: ProfileNumber) -> [UInt8] {
        RFMProperty(name: name).map { json($0, of: profile) } ?? property(name, of: profile)
    }

    private func json(_ property: RFMProperty, of profile: ProfileNumber) -> [UInt8] {
        guard let standing = rfm(profile) else { return [] }
        let text: String? =
            switch property {
            case .current: standing.current.rawValue
            case .previous: standing.previous?.rawValue ?? RFMStanding.unknown
            case .lastChanged: standing.changedAt?.description
            }
        return text.map { Array("\"\($0)\"".utf8) } ?? []
    }
}
