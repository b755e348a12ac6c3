import Facts

/// Which names a mistyped one may have meant or, where none is near, which there are. Names are cut where they are long.
public struct NearNames: Sendable, Equatable {
    /// Up to three, the nearest first.
    public var nearest: [String]
    /// Those that there are, the first of them; empty where some are near.
    public var known: [String]
    /// Whether there are more than those.
    public var isCut: Bool

    private static let longest = 64

    /// Looks for near names, which takes time.
    ///
    /// - Parameter mostKnown: how many of those that there are get told.
    public init(_ wanted: some StringProtocol, among names: [String], mostKnown: Int = 40) {
        nearest = NearestNames.of(wanted, among: names).map { String($0.prefix(Self.longest)) }
        known = nearest.isEmpty ? names.prefix(mostKnown).map { String($0.prefix(Self.longest)) } : []
        isCut = nearest.isEmpty && names.count > mostKnown
    }
}
