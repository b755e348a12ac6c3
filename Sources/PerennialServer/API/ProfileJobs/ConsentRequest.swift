import Facts
import JSON

/// What a request says of consent, channel by channel: `subscriptions` of a profile.
struct ConsentRequest: Sendable {
    /// What is said of one channel.
    struct Word: Sendable {
        var channel: Channel
        /// When the person said it; `nil`: now.
        var at: Instant?
    }

    var words: [Word] = []

    /// Which word a request may say, and whether it tells of the past.
    struct Rules: Sendable {
        /// `SUBSCRIBED` or `UNSUBSCRIBED`.
        var consent: String
        /// Whether times lie in the past, and are needed.
        var isHistorical = false
        var now: Instant
    }

    /// The channels by which somebody may be written to, by their names here. Push goes by tokens, which are not kept.
    private static let channels: [(name: String, channel: Channel)] = [("email", .email), ("sms", .sms), ("whatsapp", .whatsapp)]

    /// Reads `subscriptions`. What this shop does not keep is refused, so that nobody believes that it was noted.
    init(_ subscriptions: BodyReader, _ rules: Rules) {
        subscriptions.allow(only: Self.channels.map(\.name) + ["push"])
        if case .value = subscriptions.given("push") {
            subscriptions.fault("Push notifications are not offered: no push tokens are kept.", at: "push")
        }
        for (name, channel) in Self.channels {
            guard let kinds = subscriptions.object(name) else { continue }
            kinds.allow(only: ["marketing", "transactional", "open_tracking", "conversational"])
            for kind in ["transactional", "open_tracking", "conversational"] where kinds.value[kind].map({ !$0.isNull }) ?? false {
                kinds.fault("Consent is kept to marketing only.", at: kind)
            }
            guard let marketing = kinds.object("marketing") else { continue }
            marketing.allow(only: ["consent", "consented_at"])
            _ = marketing.oneOf("consent", [rules.consent], isRequired: true)
            words.append(Word(channel: channel, at: Self.time(marketing, rules)))
        }
    }

    private static func time(_ marketing: BodyReader, _ rules: Rules) -> Instant? {
        guard rules.isHistorical else {
            if case .value = marketing.given("consented_at") {
                marketing.fault("'consented_at' is for historical imports: set historical_import to true.", at: "consented_at")
            }
            return nil
        }
        guard let time = marketing.instant("consented_at", isRequired: true) else { return nil }
        if time > rules.now { marketing.fault("'consented_at' must be in the past.", at: "consented_at") }
        if time.secondsSince1970 < 0 { marketing.fault("'consented_at' must not be before 1970.", at: "consented_at") }
        return time
    }
}
