import Facts

/// Whose an identity of one kind is, and which identity a profile shows.
///
/// A profile may have several identities of a kind (it was met under both); it shows the one it was told last by an update, else the first.
struct IdentityTable: Sendable {
    private static let none = UInt32.max

    private var keys = CustomerKeys()
    /// Whose each identity is.
    private var owners: ContiguousArray<UInt32> = []
    /// The next identity of the same profile.
    private var next: ContiguousArray<UInt32> = []
    /// The identity that each profile shows: the head of its chain.
    private let shown = SparseColumn<UInt32>(empty: .max)

    /// Whose an identity is; `nil` for one that was never met or was taken away.
    func owner(of text: String) -> ProfileNumber? {
        var text = text
        guard let key = text.withUTF8({ keys.existingIndex(of: UnsafeRawBufferPointer($0)) }) else { return nil }
        let owner = owners[Int(key)]
        return owner == Self.none ? nil : ProfileNumber(owner)
    }

    /// Whether a profile has an identity of this kind.
    @inline(__always)
    func hasShown(_ profile: ProfileNumber) -> Bool { shown[profile.index] != Self.none }

    /// The identity that a profile shows.
    func shown(_ profile: ProfileNumber) -> String? {
        let key = shown[profile.index]
        return key == Self.none ? nil : keys.text(of: key)
    }

    /// Calls a function with the bytes of the identity that a profile shows; none where it shows nothing.
    @inline(__always)
    func withShownBytes<Result>(_ profile: ProfileNumber, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let key = shown[profile.index]
        return key == Self.none ? body(UnsafeRawBufferPointer(start: nil, count: 0)) : keys.withBytes(of: key, body)
    }

    /// How many identities were ever met.
    var keyCount: Int { owners.count }

    /// Whose those of some identities are whose bytes meet something.
    func owners(of range: Range<Int>, where meets: (UnsafeRawBufferPointer) -> Bool) -> [UInt32] {
        range.compactMap { key in
            let owner = owners[key]
            return owner != Self.none && keys.withBytes(of: UInt32(key), meets) ? owner : nil
        }
    }

    /// Every identity of a profile, the one that is shown first.
    func all(_ profile: ProfileNumber) -> [String] {
        var texts: [String] = []
        var key = shown[profile.index]
        while key != Self.none {
            texts.append(keys.text(of: key))
            key = next[Int(key)]
        }
        return texts
    }

    /// Gives an identity to a profile; it is shown where nothing is shown yet, or where it replaces what is.
    mutating func give(_ text: String, to profile: ProfileNumber, replacing: Bool) {
        var text = text
        guard let key = text.withUTF8({ keys.index(of: UnsafeRawBufferPointer($0)) }) else { return }
        if Int(key) == owners.count {
            owners.append(Self.none)
            next.append(Self.none)
        }
        let head = shown[profile.index]
        if owners[Int(key)] != Self.none {
            guard owners[Int(key)] != profile.row || replacing && head != key else { return }
            unlink(key)
        }
        // What is replaced is nobody's any more: somebody else may have it.
        if replacing, shown[profile.index] != Self.none { unlink(shown[profile.index]) }
        owners[Int(key)] = profile.row
        let first = shown[profile.index]
        if first == Self.none || replacing {
            next[Int(key)] = first
            shown[profile.index] = key
        } else {
            next[Int(key)] = next[Int(first)]
            next[Int(first)] = key
        }
    }

    /// Takes every identity from a profile: what is cleared does not show another one in its place.
    mutating func clear(_ profile: ProfileNumber) {
        while shown[profile.index] != Self.none { unlink(shown[profile.index]) }
    }

    /// Hands all identities of one profile to another, whose own stays shown.
    mutating func merge(_ from: ProfileNumber, into: ProfileNumber) {
        let head = shown[from.index]
        guard head != Self.none else { return }
        var last = head
        while true {
            owners[Int(last)] = into.row
            guard next[Int(last)] != Self.none else { break }
            last = next[Int(last)]
        }
        shown[from.index] = Self.none
        let first = shown[into.index]
        if first == Self.none {
            shown[into.index] = head
        } else {
            next[Int(last)] = next[Int(first)]
            next[Int(first)] = head
        }
    }

    /// Forgets every identity of a profile, bytes and all.
    mutating func erase(_ profile: ProfileNumber) {
        while shown[profile.index] != Self.none {
            let key = shown[profile.index]
            unlink(key)
            keys.blank(key)
        }
    }

    /// Takes an identity out of its owner's chain.
    private mutating func unlink(_ key: UInt32) {
        let owner = Int(owners[Int(key)])
        owners[Int(key)] = Self.none
        let after = next[Int(key)]
        next[Int(key)] = Self.none
        if shown[owner] == key {
            shown[owner] = after
            return
        }
        var place = shown[owner]
        while place != Self.none {
            if next[Int(place)] == key {
                next[Int(place)] = after
                return
            }
            place = next[Int(place)]
        }
    }
}
