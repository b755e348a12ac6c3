/// Where a column's values go in a profile.
public enum ProfileField: Hashable, Sendable {
    /// An attribute by its name in the API: `first_name`.
    case attribute(String)
    /// A part of the location: `city`.
    case location(String)
    /// A custom property.
    case property(String)
}

/// What the columns of a file of profiles say of who somebody is, where they live, when they came.
enum ProfileColumnNames {
    /// The columns that say who somebody is, by folded name.
    static let email = ["email", "email address"]
    static let phone = ["phone number", "phone", "mobile", "mobile phone", "mobile number"]
    static let externalID = ["external id"]
    static let customerID = ["customer id", "customer", "client id", "shop customer id"]
    /// When somebody was met first.
    static let created = ["created at", "created", "profile created on", "date created", "customer since"]

    /// Attributes by folded name. A name that stands in no table is a custom property.
    static let fields: [String: ProfileField] = {
        var fields: [String: ProfileField] = [:]
        func add(_ field: ProfileField, _ names: String...) { for name in names { fields[name] = field } }
        add(.attribute("first_name"), "first name", "fname", "firstname", "given name")
        add(.attribute("last_name"), "last name", "lname", "lastname", "surname", "family name")
        add(.attribute("organization"), "organization", "organisation", "company", "company name")
        add(.attribute("title"), "title", "job title")
        add(.attribute("locale"), "locale")
        add(.attribute("image"), "image")
        add(.location("address1"), "address1", "address 1", "address", "street", "street address")
        add(.location("address2"), "address2", "address 2")
        add(.location("city"), "city", "town")
        add(.location("region"), "region", "state", "state region", "province", "state province")
        add(.location("country"), "country", "cc")
        add(.location("zip"), "zip", "zip code", "postal code", "postcode")
        add(.location("latitude"), "latitude")
        add(.location("longitude"), "longitude")
        add(.location("timezone"), "timezone", "time zone")
        add(.location("ip"), "ip", "ip address")
        for (name, field) in fields {
            if case .location = field { fields["location \(name)"] = field }
        }
        return fields
    }()
}

/// Whose form a file of profiles has.
public enum ProfileForm: Sendable {
    /// Our own, or any table whose columns are named as attributes.
    case plain
    /// An export of a list or segment of Klaviyo.
    case klaviyo
    /// An export of an audience of Mailchimp.
    case mailchimp

    /// What people call it.
    var title: String {
        switch self {
        case .plain: "profiles"
        case .klaviyo: "Klaviyo profiles export"
        case .mailchimp: "Mailchimp audience export"
        }
    }
}

/// Whether the people of a file agreed to get mail, where only who exported it can know.
public enum FileConsent: String, CaseIterable, Sendable {
    /// All of them did.
    case subscribed
    /// The file says nothing of it.
    case none
}
