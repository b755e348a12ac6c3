public import Facts

// What is left of the identities of people who were erased: keyed hashes, so that what is told of them again is known.
extension Population {
    /// Whether anybody with an identity was erased.
    public var hasErasedIdentities: Bool { !erasedIdentities.isEmpty }

    /// The tombstones that an identity led to, by its keyed hash.
    public func erased(hash: UInt64) -> [ProfileNumber] { erasedIdentities[hash] ?? [] }

    /// The event that stands for an order's ``Fingerprint``: whose it is.
    public func profile(ofOrder order: UInt64) -> ProfileNumber? { book.place(order)?.profile }

    func noteErased(_ text: String, _ profile: ProfileNumber) {
        guard let hash = UInt64(text, radix: 16) else { return }
        erasedIdentities[hash, default: []].append(profile)
    }
}
