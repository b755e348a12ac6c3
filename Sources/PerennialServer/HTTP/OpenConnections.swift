import Synchronization

/// Counts connections over all event loops.
final class OpenConnections: Sendable {
    private let open = Atomic<Int>(0)
    private let turnedAway = Atomic<Int>(0)
    let most: Int

    init(most: Int) { self.most = most }

    /// Counts one more; false where it is one too many, which is counted all the same until it closes.
    func add() -> Bool {
        let (_, now) = open.add(1, ordering: .relaxed)
        guard now > most else { return true }
        turnedAway.add(1, ordering: .relaxed)
        return false
    }

    func remove() { open.subtract(1, ordering: .relaxed) }

    var count: Int { open.load(ordering: .relaxed) }
    /// Connections that were answered 503.
    var turnedAwayCount: Int { turnedAway.load(ordering: .relaxed) }
}
