import Facts
import Foundation
import Journal
import Population
import Synchronization

/// The one thread that writes: takes what has come in since it last looked, and makes one commit of it.
///
/// While a commit waits for the disk, the next batch collects. So each fact costs a part of a sync, and a lone fact waits for one alone.
final class WriterThread: Sendable {
    /// A piece of work.
    struct Item: Sendable {
        /// About how much memory it holds while it waits, in bytes.
        var weight: Int
        /// Whether it must not share a commit, as it looks at what others in the same commit may be changing.
        var isAlone: Bool
        /// Does the work; what it returns is called once its commit has succeeded or failed.
        var run: @Sendable (Intake) -> @Sendable (IntakeError?) -> Void
        /// Is called instead where the shop closes before its turn.
        var abandon: @Sendable (IntakeError) -> Void
    }

    private struct Queue {
        var items: [Item] = []
        var weight = 0
        var isClosing = false
    }

    private let queue = Mutex(Queue())
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let work: @Sendable ([Item]) -> Void
    private let idle: @Sendable () -> Bool

    /// Bytes that may wait.
    private static let mostWaiting = 256 << 20
    /// Pieces of work in one commit.
    private static let mostInCommit = 4_096

    /// - Parameters:
    ///   - work: makes one commit of some pieces of work.
    ///   - idle: does a little of what can wait, and says whether there is more of it.
    init(work: @escaping @Sendable ([Item]) -> Void, idle: @escaping @Sendable () -> Bool) {
        self.work = work
        self.idle = idle
    }

    func start() {
        let thread = Thread { [self] in run() }
        thread.name = "writer"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Puts a piece of work in line.
    func submit(_ item: Item) {
        let refusal: IntakeError? = queue.withLock { queue in
            if queue.isClosing { return .closing }
            if queue.weight + item.weight > Self.mostWaiting { return .overloaded }
            queue.items.append(item)
            queue.weight += item.weight
            return nil
        }
        if let refusal { item.abandon(refusal) } else { wake.signal() }
    }

    /// Lets the thread look whether something waits that can wait.
    func look() { wake.signal() }

    /// Whether nothing is in line.
    var isIdle: Bool { queue.withLock { $0.items.isEmpty } }

    /// Finishes what is in line, and returns once the thread has ended.
    func close() {
        let isFirst = queue.withLock { queue in
            defer { queue.isClosing = true }
            return !queue.isClosing
        }
        guard isFirst else { return }
        wake.signal()
        ended.wait()
    }

    private func run() {
        defer { ended.signal() }
        var hasMore = false
        while true {
            if hasMore {
                // Something waits that can wait; what comes in goes first.
                _ = wake.wait(timeout: .now())
            } else {
                wake.wait()
            }
            let (items, isClosing) = queue.withLock { queue -> ([Item], Bool) in
                let items = Self.next(&queue.items)
                queue.weight -= items.reduce(0) { $0 + $1.weight }
                return (items, queue.isClosing)
            }
            if !items.isEmpty {
                work(items)
                wake.signal()
            } else if isClosing {
                return
            }
            hasMore = idle()
        }
    }

    /// The pieces that go into the next commit: one alone, or those before the next that must be.
    private static func next(_ items: inout [Item]) -> [Item] {
        guard let first = items.first else { return [] }
        var count = 1
        if !first.isAlone {
            while count < items.count, count < mostInCommit, !items[count].isAlone { count += 1 }
        }
        let taken = Array(items[..<count])
        items.removeSubrange(..<count)
        return taken
    }
}
