import Facts
import JSON
import Population

/// What somebody said about being written to, channel by channel, as `subscriptions` shows it.
struct ProfileSubscriptions: Sendable {
    private let states: [ConsentState]
    private let isMasked: Bool
    private let phone: String?
    private var proofs = ConsentProofs()

    init(_ profile: ProfileNumber, in population: Population) {
        states = Channel.allCases.map { population.consent($0, of: profile) }
        isMasked = population.isMasked(profile)
        phone = population.identity(.phone, of: profile)
    }

    /// The numbers of the facts that hold the proofs.
    var proofSequences: [UInt64] { states.compactMap { $0.proofSequence == 0 ? nil : UInt64($0.proofSequence) } }

    mutating func add(_ proofs: ConsentProofs) { self.proofs = proofs }

    private subscript(_ channel: Channel) -> ConsentState { states[Int(channel.rawValue)] }

    func write(to attributes: inout AttributeWriter) {
        attributes.object("subscriptions") { subscriptions in
            subscriptions.object("email") { $0.object("marketing") { writeEmail(to: &$0) } }
            subscriptions.object("sms") { $0.object("marketing") { writeSMS(to: &$0) } }
            subscriptions.object("mobile_push") { $0.object("marketing") { writePush(to: &$0) } }
            subscriptions.object("whatsapp") { $0.object("marketing") { writeWhatsApp(to: &$0) } }
        }
    }

    private func writeEmail(to marketing: inout AttributeWriter) {
        let state = self[.email]
        let proof = proofs[UInt64(state.proofSequence)]
        let isForbidden = state.status == .unsubscribed || !state.suppressions.isEmpty
        marketing.member("can_receive_email_marketing", !isForbidden && !isMasked)
        writeConsent(state, to: &marketing)
        marketing.member("last_updated", state.changed)
        marketing.member("method", proof?.method)
        marketing.member("method_detail", proof?.methodDetail ?? "")
        marketing.member("custom_method_detail", proof?.customSource)
        marketing.member("double_optin", proof?.isDoubleOptIn)
        marketing.value("suppression") { json in
            json.array { json in
                for (reason, since) in state.reasons {
                    json.object { json in
                        json.member("reason", reason)
                        json.member("timestamp", Timestamp.text(since))
                    }
                }
            }
        }
        // Leaving a list ends the membership; nothing forbids a list to somebody who is not in it.
        marketing.value("list_suppressions") { $0.array { _ in } }
    }

    private func writeSMS(to marketing: inout AttributeWriter) {
        let state = self[.sms]
        let proof = proofs[UInt64(state.proofSequence)]
        marketing.member("can_receive_sms_marketing", state.canReceiveMarketing)
        writeConsent(state, to: &marketing)
        marketing.member("last_updated", state.changed)
        marketing.member("method", proof?.method)
        marketing.member("method_detail", proof?.methodDetail ?? "")
    }

    private func writePush(to marketing: inout AttributeWriter) {
        let state = self[.push]
        marketing.member("can_receive_push_marketing", state.canReceiveMarketing)
        writeConsent(state, to: &marketing)
    }

    private func writeWhatsApp(to marketing: inout AttributeWriter) {
        let state = self[.whatsapp]
        marketing.member("can_receive", state.canReceiveMarketing)
        writeConsent(state, to: &marketing)
        marketing.member("last_updated", state.changed)
        marketing.member("phone_number", state.status == .neverSubscribed ? nil : phone)
    }

    private func writeConsent(_ state: ConsentState, to marketing: inout AttributeWriter) {
        marketing.member("consent", state.word)
        marketing.member("consent_timestamp", state.said)
    }
}

extension ConsentState {
    /// Klaviyo's word. Whoever was asked to confirm and has not is not subscribed.
    var word: String {
        switch status {
        case .subscribed: "SUBSCRIBED"
        case .unsubscribed: "UNSUBSCRIBED"
        case .neverSubscribed, .pending: "NEVER_SUBSCRIBED"
        }
    }

    /// When the person said it; `nil` where nothing was said.
    var said: Instant? { status == .subscribed || status == .unsubscribed ? Instant(secondsSince1970: Int64(statusSeconds)) : nil }

    /// When anything changed last.
    var changed: Instant? {
        let seconds = max(statusSeconds, suppressionSeconds)
        return seconds == 0 ? nil : Instant(secondsSince1970: Int64(seconds))
    }

    /// When marketing was last forbidden, the latest of ``reasons``, seconds of UTC since 1970; 0 where nothing forbids it.
    var forbiddenSeconds: UInt32 { max(status == .unsubscribed ? statusSeconds : 0, suppressionSeconds) }

    /// Why marketing must not be sent, in Klaviyo's words, with since when.
    var reasons: [(reason: String, since: Instant)] {
        var reasons: [(String, Instant)] = []
        if status == .unsubscribed { reasons.append(("UNSUBSCRIBE", Instant(secondsSince1970: Int64(statusSeconds)))) }
        for (suppression, reason) in Self.words where suppressions.contains(suppression) {
            reasons.append((reason, Instant(secondsSince1970: Int64(seconds(of: suppression)))))
        }
        return reasons
    }

    private static let words: [(Suppressions, String)] = [
        (.hardBounce, "HARD_BOUNCE"), (.invalidAddress, "INVALID_EMAIL"), (.spamComplaint, "SPAM_COMPLAINT"), (.user, "USER_SUPPRESSED"),
    ]
}
