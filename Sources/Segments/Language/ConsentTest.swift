public import Facts

/// Whether somebody may be written to by a channel, and what was said about it.
public struct ConsentTest: Sendable, Equatable {
    /// What was said last.
    public enum Subscription: String, CaseIterable, Sendable {
        case any
        case subscribed
        case unsubscribed
        case neverSubscribed = "never_subscribed"
    }

    /// A time that a consent test may ask for.
    public enum Moment: String, CaseIterable, Sendable {
        /// When the consent was given or taken back.
        case status = "status_date"
        case bounce = "bounce_date"
        case manualSuppression = "manual_suppression_date"
        case invalidEmail = "invalid_email_date"
    }

    /// What else must be so.
    public enum Filter: Sendable, Equatable {
        case moment(Moment, DateFilter)
        case isDoubleOptIn(Bool)
        case customSource(String)
        /// How it was given or taken back, as a proof names it; in one of these forms or keys where any are named.
        case method(String, among: [String])
    }

    /// By which way.
    public var channel: Channel
    /// Whether marketing may be sent.
    public var canReceive: Bool
    /// What was said.
    public var subscription: Subscription
    /// What else must be so: all of these.
    public var filters: [Filter]

    /// A test of consent.
    public init(channel: Channel, canReceive: Bool, subscription: Subscription, filters: [Filter] = []) {
        self.channel = channel
        self.canReceive = canReceive
        self.subscription = subscription
        self.filters = filters
    }

    /// The methods that may be asked for.
    public static let methods = [
        "api", "back_in_stock", "bulk_remove", "carrier_deactivation", "checkout", "data_warehouse_import", "failed_age_gate", "form",
        "inbound_message", "integration", "mailbox_provider", "manual_add", "manual_import", "manual_remove", "message_blocked",
        "one_click_unsubscribe", "preference_page", "profile_modification", "provided_landline", "provided_no_age", "sftp",
        "spam_complaint",
    ]
}
