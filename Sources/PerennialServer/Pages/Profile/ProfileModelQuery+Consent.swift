import Facts
import JSON
import Journal
import Population
import Shop

extension ProfileModelQuery {
    func consent(_ read: Columns) throws -> [ChannelConsent] {
        try read.consent.map { channel, state in
            let proof = try state.proofSequence > 0 ? Self.proof(shop.journal.fact(UInt64(state.proofSequence))) : nil
            var reasons: [(reason: ChannelConsent.Suppression, since: Instant)] = []
            for (suppression, reason) in Self.reasons where state.suppressions.contains(suppression) {
                reasons.append((reason, Instant(secondsSince1970: Int64(state.seconds(of: suppression)))))
            }
            return ChannelConsent(
                channel: channel, state: Self.state(state.status),
                since: state.statusSeconds > 0 ? Instant(secondsSince1970: Int64(state.statusSeconds)) : nil, proof: proof,
                suppressions: reasons)
        }
    }

    fileprivate static let reasons: [(ConsentState.Suppressions, ChannelConsent.Suppression)] = [
        (.user, .byHand), (.hardBounce, .hardBounced), (.spamComplaint, .spamComplaint), (.invalidAddress, .invalidAddress),
    ]

    fileprivate static func state(_ status: ConsentState.Status) -> ChannelConsent.State {
        switch status {
        case .neverSubscribed: .never
        case .subscribed: .subscribed
        case .unsubscribed: .unsubscribed
        case .pending: .pending
        }
    }

    fileprivate static func proof(_ fact: Fact?) -> ChannelConsent.Proof? {
        guard case .consent(let consent) = fact, let root = try? JSONDocument(consent.proof).root else { return nil }
        return ChannelConsent.Proof(
            method: root["method"]?.string, place: root["method_detail"]?.string ?? root["custom_source"]?.string,
            wording: root["wording"]?.string, importName: root["import"]?.string)
    }
}
