import Facts
import Markup
import Wording

/// What a person agreed to, for each channel, since when, and how that can be shown.
struct ConsentView {
    let setting: PageSetting
    let consent: [ChannelConsent]

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.Consent.title), id: "consent", width: 12) {
            Node.make(.ul, [.css("channels")]) {
                for channel in asked {
                    Node.make(.li, [.css(channel.mayBeWrittenTo ? "met" : channel.isForbidden ? "unmet" : "not-yet")]) { entry(channel) }
                }
                if !neverAsked.isEmpty {
                    Node.make(.li, [.css("not-yet")]) {
                        Node.element(.span, [.css("what")], [.text(words.list(neverAsked.map { words($0.channel.phrase) }))])
                        Node.element(.span, [.css("has")], [.text(words(Phrase.Consent.never))])
                        Node.small(words(Phrase.Consent.hasNotAgreed))
                    }
                }
            }
        }
    }

    /// Of whom nothing is known, and nothing forbids messages: said once for all of them.
    private var neverAsked: [ChannelConsent] { consent.filter { $0.state == .never && $0.suppressions.isEmpty } }
    private var asked: [ChannelConsent] { consent.filter { $0.state != .never || !$0.suppressions.isEmpty } }

    private func entry(_ entry: ChannelConsent) -> [Node] {
        [
            .make(.span, [.css("what")]) { Node.text(words(entry.channel.phrase)) },
            .make(.span, [.css("has")]) {
                Node.text(words(entry.standing))
            },
            .make(.small) {
                Node.text(words(entry.state.phrase))
                if let since = entry.since { Node.text(" " + words.since(setting.date(since))) }
            },
            .group(
                entry.suppressions.map { suppression in
                    .small("\(words(suppression.reason.phrase)), \(words.since(setting.date(suppression.since)))")
                }),
            proof(entry),
        ]
    }

    private func proof(_ entry: ChannelConsent) -> Node {
        guard entry.since != nil else { return .nothing }
        guard let proof = entry.proof, !proof.isEmpty else { return .small(words(Phrase.Consent.noProof)) }
        let parts: [(Phrase, String?)] = [
            (Phrase.Consent.method, proof.method), (Phrase.Consent.place, proof.place), (Phrase.Consent.wording, proof.wording),
            (Phrase.Consent.importName, proof.importName),
        ]
        return .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.Consent.proof)) }
            Node.make(.dl, [.css("pairs stacked")]) {
                if let since = entry.since {
                    Node.make(.dt) { Node.text(words(Phrase.Consent.when)) }
                    Node.make(.dd) { setting.time(since) }
                }
                for (name, value) in parts {
                    if let value, !value.isEmpty {
                        Node.make(.dt) { Node.text(words(name)) }
                        Node.make(.dd) { Node.outside(value, longest: 400) }
                    }
                }
            }
        }
    }
}

extension Channel {
    /// Its name.
    var phrase: Phrase {
        switch self {
        case .email: Phrase.Consent.email
        case .sms: Phrase.Consent.sms
        case .push: Phrase.Consent.push
        case .whatsapp: Phrase.Consent.whatsapp
        }
    }
}

extension ChannelConsent {
    /// Whether the person may be written to, in words: not to have agreed is another thing than to have refused.
    var standing: Phrase {
        if mayBeWrittenTo { return Phrase.Consent.mayBeMailed }
        return isForbidden ? Phrase.Consent.mayNotBeMailed : Phrase.Consent.hasNotAgreed
    }
}

extension ChannelConsent.State {
    /// What it is called.
    var phrase: Phrase {
        switch self {
        case .never: Phrase.Consent.never
        case .pending: Phrase.Consent.pending
        case .subscribed: Phrase.Consent.subscribed
        case .unsubscribed: Phrase.Consent.unsubscribed
        }
    }
}

extension ChannelConsent.Suppression {
    /// What it is called.
    var phrase: Phrase {
        switch self {
        case .byHand: Phrase.Consent.suppressed
        case .hardBounced: Phrase.Consent.hardBounced
        case .spamComplaint: Phrase.Consent.spamComplaint
        case .invalidAddress: Phrase.Consent.invalidAddress
        }
    }
}
