/// The identities of one kind that a profile has, the one that it shows first: as the columns have them, for what they do not know yet.
struct IdentityChain: Sendable, Equatable {
    private(set) var texts: [String] = []

    var isEmpty: Bool { texts.isEmpty }

    /// Adds an identity: in place of the one that is shown, or beside it.
    mutating func give(_ text: String, replacing: Bool) {
        guard texts.first != text else { return }
        if replacing {
            texts.removeAll { $0 == text }
            if !texts.isEmpty { texts.removeFirst() }
            texts.insert(text, at: 0)
        } else if !texts.contains(text) {
            texts.insert(text, at: min(1, texts.count))
        }
    }

    /// Takes over another's, but for what is shown.
    mutating func take(_ other: IdentityChain) { texts.insert(contentsOf: other.texts, at: min(1, texts.count)) }
}
