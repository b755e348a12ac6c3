import Synchronization

/// Whether the server takes work, and if not, why.
final class Health: Sendable {
    private let isStopping = Atomic<Bool>(false)
    /// What the shop says: "the journal cannot be written: no space left".
    private let shopReasons: @Sendable () -> [String]

    init(shopReasons: @escaping @Sendable () -> [String]) { self.shopReasons = shopReasons }

    /// From now on no new work should be sent here.
    func stop() { isStopping.store(true, ordering: .relaxed) }

    /// Empty when ready.
    var reasonsNotReady: [String] {
        (isStopping.load(ordering: .relaxed) ? ["the server is stopping"] : []) + shopReasons()
    }
}
