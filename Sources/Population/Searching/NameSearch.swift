public import Facts
import JSON

/// Finds people by the beginning of a name, an address or another identity, whatever the case of its letters.
///
/// Everybody is looked at, so the first bytes decide where they can: texts are only put together for the few that remain, and of names,
/// which many share, each is compared once.
public struct NameSearch {
    private let text: String
    private let bytes: [UInt8]
    private let isASCII: Bool
    /// What is known of values by their numbers: 0 nothing yet, 1 no, 2 yes, 3 that what is searched for goes on after it.
    private var known: [UInt8] = []
    /// The numbering that ``known`` is of.
    private var numbering = -1
    private var firstNames: SparseColumn<UInt32>?
    private var lastNames: SparseColumn<UInt32>?
    /// Whose identities begin with the text, of those that were looked through: up to a key of a table.
    private var found = ProfileSet(capacity: 0)
    private var room = 0
    private var (table, key) = (0, 0)

    /// Identities that are looked through before writers get their turn.
    private static let keysAtOnce = 200_000

    /// A search; `nil` where there is nothing to search for.
    public init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { return nil }
        self.text = words.joined(separator: " ").lowercased()
        bytes = Array(self.text.utf8)
        isASCII = bytes.allSatisfy { $0 < 0x80 }
    }

    /// Looks through some more identities, in the order in which they were met: one after another in memory.
    ///
    /// - Returns: whether there are more. All must be looked through before somebody is asked about.
    public mutating func lookAtIdentities(of population: Population) -> Bool {
        guard table < population.identities.count else { return false }
        if found.isEmpty || population.profileCount > room { grow(population.profileCount) }
        let identities = population.identities[table]
        let end = min(identities.keyCount, key + Self.keysAtOnce)
        let owners = identities.owners(of: key..<end) { begins($0) }
        for owner in owners where Int(owner) < room { found.set(ProfileNumber(owner), true) }
        key = end
        if end == identities.keyCount { (table, key) = (table + 1, 0) }
        return table < population.identities.count
    }

    private mutating func grow(_ count: Int) {
        found = found.grown(to: count)
        room = count
    }

    /// Takes up the names as they are now: before people of one reading are asked about.
    public mutating func begin(_ population: Population) {
        if numbering != population.valueNumbering { known = [] }
        known += [UInt8](repeating: 0, count: max(0, population.values.count + 1 - known.count))
        numbering = population.valueNumbering
        firstNames = population.standard.column("first_name")
        lastNames = population.standard.column("last_name")
    }

    /// Whether a name or an identity of somebody begins with the text.
    public mutating func finds(_ profile: ProfileNumber, in population: Population) -> Bool {
        if profile.index < room, found.contains(profile) { return true }
        let first = firstNames.map { $0[profile.index] } ?? 0
        let last = lastNames.map { $0[profile.index] } ?? 0
        if last > 0, standing(last, population) == 2 { return true }
        guard first > 0 else { return false }
        switch standing(first, population) {
        case 2: return true
        case 3: return last > 0 && "\(Self.text(first, population)) \(Self.text(last, population))".lowercased().hasPrefix(text)
        default: return false
        }
    }

    private mutating func standing(_ code: UInt32, _ population: Population) -> UInt8 {
        let place = Int(code)
        if known[place] == 0 {
            let value = Self.text(code, population).lowercased()
            known[place] = value.hasPrefix(text) ? 2 : text.hasPrefix(value + " ") ? 3 : 1
        }
        return known[place]
    }

    /// A value that is text; empty for anything else.
    private static func text(_ code: UInt32, _ population: Population) -> String {
        let json = population.values.json(code)
        return (try? JSONDocument(json))?.root.string ?? ""
    }

    /// Whether a text begins with what is searched for. Only where letters beyond ASCII are met are texts compared as texts.
    private func begins(_ other: UnsafeRawBufferPointer) -> Bool {
        var place = 0
        while place < bytes.count, place < other.count {
            let (mine, its) = (bytes[place], other[place])
            guard mine < 0x80, its < 0x80 else {
                // Of ASCII alone nothing else begins.
                if isASCII || other.contains(where: { $0 >= 0x80 }) { return slowly(other) }
                return false
            }
            let folded = (65...90).contains(its) ? its | 0x20 : its
            if mine != folded {
                // A mark that follows may belong to the letter.
                if !isASCII, other.contains(where: { $0 >= 0x80 }) { return slowly(other) }
                return false
            }
            place += 1
        }
        guard place == bytes.count else { return !isASCII || other.contains(where: { $0 >= 0x80 }) ? slowly(other) : false }
        // What follows may belong to the last letter.
        return place == other.count || other[place] < 0x80 || slowly(other)
    }

    private func slowly(_ other: UnsafeRawBufferPointer) -> Bool {
        String(decoding: other, as: UTF8.self).lowercased().hasPrefix(text)
    }
}
