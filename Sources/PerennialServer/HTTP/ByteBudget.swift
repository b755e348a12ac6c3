import Synchronization

/// How many bytes of bodies may be in memory at once, over all requests.
final class ByteBudget: Sendable {
    private let inUse = Atomic<Int>(0)
    private let most: Int

    init(mostBytes: Int) { most = mostBytes }

    /// Reserves bytes; false where there is no room.
    func take(_ bytes: Int) -> Bool {
        let (_, after) = inUse.add(bytes, ordering: .relaxed)
        guard after <= most else {
            inUse.subtract(bytes, ordering: .relaxed)
            return false
        }
        return true
    }

    func giveBack(_ bytes: Int) { inUse.subtract(bytes, ordering: .relaxed) }

    /// Bytes that are reserved.
    var bytesInUse: Int { inUse.load(ordering: .relaxed) }
}
