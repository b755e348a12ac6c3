import CustomerValue
import Markup

/// Where pages are.
enum PagePaths {
    static let home = PagePath.root
    static let profiles = PagePath("profiles")
    static let customerValue = PagePath("customer-value")
    static let model = PagePath("customer-value", "model")
    static let refit = PagePath("customer-value", "refits")
    static let adoptModel = PagePath("customer-value", "adopt")
    static let orderValues = PagePath("order-values")
    static let benchmark = PagePath("order-values", "benchmark")
    static let metrics = PagePath("shop-metrics")
    static let newCustomMetric = PagePath("shop-metrics", "custom", "new")

    static func metric(_ id: String) -> PagePath { PagePath("shop-metrics", id) }

    /// Where it is chosen which events mean something.
    static func mapping(_ meaning: String) -> PagePath { PagePath("shop-metrics", "mapping", meaning) }

    static func editCustomMetric(_ id: String) -> PagePath { PagePath("shop-metrics", "custom", id, "edit") }

    static func deleteCustomMetric(_ id: String) -> PagePath { PagePath("shop-metrics", "custom", id, "delete") }

    static let rfm = PagePath("rfm")
    static let rfmSettings = PagePath("rfm", "settings")
    static let rfmNew = PagePath("rfm", "models")
    static let rfmDefault = PagePath("rfm", "models", "default")
    static let rfmDelete = PagePath("rfm", "models", "delete")
    static let signIn = PagePath("sign-in")
    static let forgottenPassword = PagePath("forgotten-password")
    static let signOut = PagePath("sign-out")

    static func profile(_ id: String) -> PagePath { PagePath("profiles", id) }

    /// Where the file of what is known of somebody comes from.
    static func accessFile(of id: String) -> PagePath { PagePath("profiles", id, "file") }

    /// Where it is said that somebody objects to profiling, or does no more.
    static func objection(of id: String) -> PagePath { PagePath("profiles", id, "objection") }

    /// Where it is asked once more before somebody is erased.
    static func erasure(of id: String) -> PagePath { PagePath("profiles", id, "erase") }

    /// Says on the list of profiles that somebody was erased.
    static let erasedParameter = "erased"

    /// Says on a page that what was sent was saved.
    static let savedParameter = "saved"

    /// The page of the one-time link.
    static func firstOwner(secret: String) -> PagePath { PagePath("first-owner", secret) }

    /// The page of the link by which a user sets a password.
    static func setPassword(secret: String) -> PagePath { PagePath("set-password", secret) }

    /// The settings of the shop; others are below.
    static let settings = PagePath("settings")
    /// Who did what, when.
    static let activity = PagePath("activity")
    /// What came in, and what was refused.
    static let intake = PagePath("intake")

    /// The first steps of a new shop.
    static let welcome = PagePath("welcome")
    /// Files that leave the shop.
    static let exports = PagePath("exports")
    /// Files that are brought in.
    static let imports = PagePath("imports")

    /// A file that waits to be taken in.
    static func importFile(_ id: String) -> PagePath { PagePath("imports", "files", id) }

    /// An import, under way or done.
    static func importJob(_ id: String) -> PagePath { PagePath("imports", id) }

    /// Names what a page shows once.
    static let madeParameter = "made"

    /// The page to show after signing in, of what a request says; `nil` for what is no page to look at.
    static func next(_ text: String?) -> PagePath? {
        guard let text, let path = PagePath(requested: text) else { return nil }
        return PageSection.allCases.contains { path.isWithin($0.entry.path) } ? path : nil
    }

    static func profiles(in group: RFMGroup) -> PagePath { ProfileQuery(group: group).path }

    /// The language in which a page is asked for; the server remembers it.
    static let languageParameter = "lang"
    /// The page that is shown after signing in.
    static let nextParameter = "next"
}

extension RFMGroup {
    /// As written in paths: `at-risk`.
    var slug: String { String(rawValue.lowercased().map { $0 == " " ? "-" : $0 }) }

    /// The group of a path.
    init?(slug: String) {
        let plain = slug.lowercased().replacing(" ", with: "-")
        guard let group = Self.allCases.first(where: { $0.slug == plain }) else { return nil }
        self = group
    }
}
