import Facts

/// What a key may do, in Klaviyo's words.
enum Scope: String, CaseIterable, Sendable {
    case accountsRead = "accounts:read"
    case campaignsRead = "campaigns:read"
    case campaignsWrite = "campaigns:write"
    case catalogsRead = "catalogs:read"
    case catalogsWrite = "catalogs:write"
    case conversationsRead = "conversations:read"
    case conversationsWrite = "conversations:write"
    case couponCodesRead = "coupon-codes:read"
    case couponCodesWrite = "coupon-codes:write"
    case couponsRead = "coupons:read"
    case couponsWrite = "coupons:write"
    case customObjectsRead = "custom-objects:read"
    case customObjectsWrite = "custom-objects:write"
    case dataPrivacyRead = "data-privacy:read"
    case dataPrivacyWrite = "data-privacy:write"
    case eventsRead = "events:read"
    case eventsWrite = "events:write"
    case flowsRead = "flows:read"
    case flowsWrite = "flows:write"
    case formsRead = "forms:read"
    case formsWrite = "forms:write"
    case imagesRead = "images:read"
    case imagesWrite = "images:write"
    case listsRead = "lists:read"
    case listsWrite = "lists:write"
    case metricsRead = "metrics:read"
    case metricsWrite = "metrics:write"
    case profilesRead = "profiles:read"
    case profilesWrite = "profiles:write"
    case pushTokensRead = "push-tokens:read"
    case pushTokensWrite = "push-tokens:write"
    case reviewsRead = "reviews:read"
    case reviewsWrite = "reviews:write"
    case segmentsRead = "segments:read"
    case segmentsWrite = "segments:write"
    case subscriptionsRead = "subscriptions:read"
    case subscriptionsWrite = "subscriptions:write"
    case tagsRead = "tags:read"
    case tagsWrite = "tags:write"
    case templatesRead = "templates:read"
    case templatesWrite = "templates:write"
    case trackingSettingsRead = "tracking-settings:read"
    case trackingSettingsWrite = "tracking-settings:write"
    case webFeedsRead = "web-feeds:read"
    case webFeedsWrite = "web-feeds:write"
    case webhooksRead = "webhooks:read"
    case webhooksWrite = "webhooks:write"
    /// Ours: eligibility, models, back-tests, intake health.
    case perennialRead = "perennial:read"
    /// Ours: refits and settings.
    case perennialWrite = "perennial:write"
    /// Everything.
    case full

    /// The bit in a set.
    fileprivate var bit: UInt64 {
        guard let place = Self.places[self] else { return 0 }
        return 1 << place
    }

    private static let places: [Scope: UInt64] = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, UInt64($0)) })
}

/// The scopes of a key.
public struct ScopeSet: Hashable, Sendable {
    private var bits: UInt64 = 0

    /// No scope.
    public init() {}

    init(_ scopes: some Sequence<Scope>) {
        for scope in scopes { bits |= scope.bit }
    }

    /// The scopes of these names; `nil`, with the name, where one is unknown.
    public init(names: some Sequence<String>) throws(UnknownScope) {
        for name in names {
            guard let scope = Scope(rawValue: name) else {
                throw UnknownScope(name: name, nearest: NearestNames.of(name, among: Scope.allCases.map(\.rawValue)))
            }
            bits |= scope.bit
        }
    }

    /// Every scope, and those to come.
    public static let full = ScopeSet([Scope.full])

    /// Whether all of some scopes are among them, or every scope is.
    func isSuperset(of other: ScopeSet) -> Bool {
        bits & Scope.full.bit != 0 || other.bits & ~bits == 0
    }

    /// Whether a scope is among them, or all are.
    func contains(_ scope: Scope) -> Bool {
        bits & (scope.bit | Scope.full.bit) != 0
    }

    /// The names, in the order of the alphabet.
    public var names: [String] { Scope.allCases.filter { bits & $0.bit != 0 }.map(\.rawValue) }
}

/// A scope that does not exist.
public struct UnknownScope: Error, Sendable, CustomStringConvertible {
    /// What was asked for.
    public let name: String
    /// Scopes that may have been meant.
    public let nearest: [String]

    /// For people.
    public var description: String {
        "there is no scope \"\(name)\"" + (nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?")
    }
}
