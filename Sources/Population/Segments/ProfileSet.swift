public import Facts

/// A set of profiles, a bit each.
public struct ProfileSet: Sendable, Equatable {
    /// 64 profiles a word, the lowest bit first.
    var words: ContiguousArray<UInt64>

    /// How many profiles it can tell of.
    public let capacity: Int

    /// Nobody of so many.
    public init(capacity: Int) {
        self.capacity = capacity
        words = ContiguousArray(repeating: 0, count: (capacity + 63) / 64)
    }

    /// How many are in.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether nobody is in.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Whether a row is in.
    subscript(row: Int) -> Bool {
        get { row < capacity && words[row >> 6] >> UInt64(row & 63) & 1 != 0 }
        set {
            guard row < capacity else { return }
            if newValue { words[row >> 6] |= 1 << UInt64(row & 63) } else { words[row >> 6] &= ~(1 << UInt64(row & 63)) }
        }
    }

    /// Whether a profile is in.
    public func contains(_ profile: ProfileNumber) -> Bool { self[profile.index] }

    /// Adds or takes away a profile.
    public mutating func set(_ profile: ProfileNumber, _ isIn: Bool) { self[profile.index] = isIn }

    /// The same set with room for more.
    public func grown(to capacity: Int) -> ProfileSet {
        guard capacity > self.capacity else { return self }
        var grown = ProfileSet(capacity: capacity)
        for place in words.indices { grown.words[place] = words[place] }
        return grown
    }

    /// Calls a function with each row that is in, in order.
    @inline(__always)
    func forEachRow(_ body: (Int) -> Void) {
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(place << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// Calls a function with each profile that is in, in order.
    public func forEach(_ body: (ProfileNumber) -> Void) { forEachRow { body(ProfileNumber(UInt32($0))) } }

    /// Those of the set of whom something holds.
    @inline(__always)
    func filtered(_ holds: (Int) -> Bool) -> ProfileSet {
        var result = self
        for place in words.indices where words[place] != 0 {
            var rest = words[place]
            var kept: UInt64 = 0
            while rest != 0 {
                let bit = rest.trailingZeroBitCount
                if holds(place << 6 + bit) { kept |= 1 << UInt64(bit) }
                rest &= rest - 1
            }
            result.words[place] = kept
        }
        return result
    }

    /// Those who are in, some at a time, in order.
    public func parts(of size: Int) -> [[ProfileNumber]] {
        var parts: [[ProfileNumber]] = []
        forEach { profile in
            if parts.last.map({ $0.count < size }) ?? false { parts[parts.count - 1].append(profile) } else { parts.append([profile]) }
        }
        return parts
    }

    mutating func subtract(_ other: ProfileSet) {
        for place in words.indices where place < other.words.count { words[place] &= ~other.words[place] }
    }

    func intersected(with other: ProfileSet) -> ProfileSet {
        var result = self
        for place in words.indices { result.words[place] &= place < other.words.count ? other.words[place] : 0 }
        return result
    }

    mutating func formUnion(_ other: ProfileSet) {
        for place in words.indices where place < other.words.count { words[place] |= other.words[place] }
    }

    /// Who is in both of two sets.
    public func intersection(_ other: ProfileSet) -> ProfileSet {
        var result = self
        for place in words.indices { result.words[place] &= place < other.words.count ? other.words[place] : 0 }
        return result
    }

    /// Who is in this set and not in another.
    public func subtracting(_ other: ProfileSet) -> ProfileSet {
        var result = self
        result.subtract(other)
        return result
    }

    /// Who is in one of two sets alone.
    public func difference(from other: ProfileSet) -> ProfileSet {
        var result = grown(to: other.capacity)
        for place in result.words.indices where place < other.words.count { result.words[place] ^= other.words[place] }
        return result
    }
}
