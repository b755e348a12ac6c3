/// How many custom properties a shop may have, and how much room their values.
///
/// Each name is a column in memory and each value stays in a dictionary; browsers can make both without a key.
struct PropertyLimits: Sendable, Equatable {
    /// Names that somebody has a value for.
    var names = 2_000
    /// Up to so many names browsers may make new ones: whoever has a key finds room also where browsers used theirs up.
    var namesForBrowsers = 1_000
    /// Bytes of a list that grows by appending, which makes it another value each time.
    var listBytes = 100 << 10
    /// Bytes of all different values together; the dictionary ends at 4 GiB, and what does not fit would be lost.
    var allBytes = 3 << 30

    static let standard = PropertyLimits()
}

extension Shop {
    /// How many custom properties a shop may have.
    public static var mostProperties: Int { PropertyLimits.standard.names }
}
