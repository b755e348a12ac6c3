public import Facts

/// Some rows of files of profiles.
public struct ProfileBatch: Sendable {
    /// Somebody.
    public struct Row: Sendable {
        /// Where in ``ProfileBatch/identities`` those of this row end; they begin where those of the row before end. So for all ends.
        public var identitiesEnd = 0
        /// The same for ``ProfileBatch/values``.
        public var valuesEnd = 0
        /// The same for ``ProfileBatch/memberships``.
        public var listsEnd = 0
        /// The same for ``ProfileBatch/consents``.
        public var consentsEnd = 0
        /// When somebody was met first: a place in ``ProfileBatch/moments``; `nil` where the file does not say.
        public var created: Int?
    }

    /// Who somebody is.
    public struct Identity: Sendable, Equatable {
        /// What says so.
        public var kind: IdentityKind
        /// In normal form.
        public var text: String
    }

    /// What somebody is or has.
    public struct Value: Sendable {
        /// A place in ``ProfileBatch/fields``.
        public var field: Int
        /// Where its compact JSON ends in ``ProfileBatch/json``; it begins where that before ends.
        public var jsonEnd: Int
    }

    /// Somebody is in a list.
    public struct Membership: Sendable {
        /// A place in ``ProfileBatch/lists``.
        public var list: Int
        /// Since when: a place in ``ProfileBatch/moments``; `nil`: since now.
        public var joined: Int?
    }

    /// What somebody said about being written to.
    public struct Consent: Sendable {
        /// By which way.
        public var channel: Channel
        /// What.
        public var change: ConsentFact.Change
        /// When: a place in ``ProfileBatch/moments``; `nil` where the file does not say.
        public var moment: Int?
        /// The network address from which it was said; `nil` where the file does not say.
        public var address: String?
    }

    /// The file.
    public internal(set) var file = ""
    /// Where values go.
    public internal(set) var fields: [ProfileField] = []
    /// Names of lists.
    public internal(set) var lists: [String] = []
    /// The people, in the order of the file.
    public internal(set) var rows: [Row] = []
    /// Who they are, row after row.
    public internal(set) var identities: [Identity] = []
    /// What is said of them, row after row.
    public internal(set) var values: [Value] = []
    /// Which lists they are in, row after row.
    public internal(set) var memberships: [Membership] = []
    /// What they agreed to, row after row.
    public internal(set) var consents: [Consent] = []
    /// Moments, seconds of UTC since 1970.
    public internal(set) var moments: [UInt32] = []
    /// Compact JSON, value after value.
    public internal(set) var json: [UInt8] = []
    /// Rows that were not understood, of all that were read by now.
    public internal(set) var rejectedRows = 0

    init() {}

    /// The row before, which says where the parts of this one begin.
    private func before(_ place: Int) -> Row { place == 0 ? Row() : rows[place - 1] }

    /// Who the person of a row is.
    public func identities(of place: Int) -> ArraySlice<Identity> {
        identities[before(place).identitiesEnd..<rows[place].identitiesEnd]
    }

    /// What the person of a row is or has: places in ``values``.
    public func values(of place: Int) -> Range<Int> { before(place).valuesEnd..<rows[place].valuesEnd }

    /// The compact JSON of a value.
    public func json(of value: Int) -> ArraySlice<UInt8> { json[(value == 0 ? 0 : values[value - 1].jsonEnd)..<values[value].jsonEnd] }

    /// The lists that the person of a row is in.
    public func memberships(of place: Int) -> ArraySlice<Membership> { memberships[before(place).listsEnd..<rows[place].listsEnd] }

    /// What the person of a row said about being written to.
    public func consents(of place: Int) -> ArraySlice<Consent> { consents[before(place).consentsEnd..<rows[place].consentsEnd] }

    /// A moment.
    public func seconds(_ moment: Int?) -> UInt32? { moment.map { moments[$0] } }
}
