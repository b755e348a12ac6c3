/// What became of the content of files: facts that are new, and facts that were known already.
public struct ImportCounts: Sendable, Equatable {
    /// New and known facts of one kind.
    public struct Pair: Sendable, Equatable {
        /// Taken in.
        public var taken = 0
        /// Taken in before: without a second effect.
        public var known = 0

        /// None.
        public init() {}

        mutating func count(isNew: Bool) {
            if isNew { taken += 1 } else { known += 1 }
        }

        static func += (a: inout Pair, b: Pair) {
            a.taken += b.taken
            a.known += b.known
        }
    }

    /// Orders.
    public var orders = Pair()
    /// Known orders that the files tell with another amount or of another customer: the first telling stays.
    public var ordersToldOtherwise = 0
    /// Orders and events dated more than a year ahead, which are not taken in.
    public var tooFarAhead = 0
    /// Events of orders and refunds whose value is more than an order may be worth, which are not taken in.
    public var tooLarge = 0
    /// Money given back.
    public var refunds = Pair()
    /// Events of other kinds.
    public var events = Pair()
    /// People who were not there before.
    public var profilesMade = 0

    /// Nothing.
    public init() {}

    static func += (a: inout ImportCounts, b: ImportCounts) {
        a.orders += b.orders
        a.ordersToldOtherwise += b.ordersToldOtherwise
        a.tooFarAhead += b.tooFarAhead
        a.tooLarge += b.tooLarge
        a.refunds += b.refunds
        a.events += b.events
        a.profilesMade += b.profilesMade
    }
}
