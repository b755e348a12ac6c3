import Facts

/// What a person agreed to for one channel.
struct ChannelConsent: Sendable {
    /// What the person said last.
    enum State: Sendable {
        case never, pending, subscribed, unsubscribed
    }

    /// Why the person must not be written to, whatever was agreed.
    enum Suppression: Sendable {
        case byHand, hardBounced, spamComplaint, invalidAddress
    }

    /// How the state came about.
    struct Proof: Sendable {
        /// By which way: a form, the checkout, an import.
        var method: String?
        /// The page or place.
        var place: String?
        /// The words that were agreed to.
        var wording: String?
        /// The import that brought it.
        var importName: String?

        var isEmpty: Bool { [method, place, wording, importName].allSatisfy { $0?.isEmpty ?? true } }
    }

    var channel: Channel
    var state: State
    /// `nil` where nothing was ever said.
    var since: Instant?
    /// `nil` where none was given.
    var proof: Proof?
    var suppressions: [(reason: Suppression, since: Instant)]

    /// Whether messages may be sent.
    var mayBeWrittenTo: Bool { state == .subscribed && suppressions.isEmpty }

    /// Whether something forbids messages: a word of the person, or a suppression. Somebody who never agreed is not forbidden, and is not
    /// written to either.
    var isForbidden: Bool { state == .unsubscribed || !suppressions.isEmpty }
}
