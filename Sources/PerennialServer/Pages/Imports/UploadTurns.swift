import Synchronization

/// How many files may come at once: each writes to the disk, and a few are enough.
final class UploadTurns: Sendable {
    private let inUse = Mutex(0)
    private let most: Int

    init(most: Int) { self.most = most }

    /// A turn, to be given back; `nil` while there is none.
    func enter() -> Turn? {
        let isFree = inUse.withLock { inUse -> Bool in
            guard inUse < most else { return false }
            inUse += 1
            return true
        }
        return isFree ? Turn(turns: self) : nil
    }

    /// One that may send.
    struct Turn: Sendable {
        fileprivate let turns: UploadTurns

        /// Gives it back.
        func leave() { turns.inUse.withLock { $0 -= 1 } }
    }
}
