import Dispatch
import Synchronization

/// Takes batches in, one after another and on a thread of its own, while the next is being read.
public final class BatchLine<Batch: Sendable>: Sendable {
    private let take: @Sendable (Batch) throws(IntakeError) -> Void
    private let queue = DispatchQueue(label: "import")
    /// One batch is being taken in and one waits: no more is ever held.
    private let room = DispatchSemaphore(value: 2)
    private let failure = Mutex<IntakeError?>(nil)

    /// A line at whose end something takes batches in.
    public init(_ take: @escaping @Sendable (Batch) throws(IntakeError) -> Void) { self.take = take }

    /// Puts a batch in the line; waits while there is no room. After a failure nothing more is taken in, and the failure is thrown.
    public func add(_ batch: Batch) throws(IntakeError) {
        room.wait()
        if let failure = failure.withLock({ $0 }) {
            room.signal()
            throw failure
        }
        queue.async { [self] in
            defer { room.signal() }
            guard failure.withLock({ $0 }) == nil else { return }
            do throws(IntakeError) {
                try take(batch)
            } catch {
                failure.withLock { $0 = error }
            }
        }
    }

    /// Returns when everything is taken in.
    public func finish() throws(IntakeError) {
        queue.sync {}
        if let failure = failure.withLock({ $0 }) { throw failure }
    }
}
