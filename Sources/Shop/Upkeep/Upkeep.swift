import Dispatch
import Facts
import Foundation
import Journal
import Synchronization

/// Keeps the journal small and clean on a thread of its own: joins small blocks while nobody waits, forgets what has had its time, and takes up
/// jobs again whose end could not be reached.
final class Upkeep: Sendable {
    private struct State {
        var isStopping = false
        var lastCleaned: Instant?
        var lastRetried: Instant?
        var sequenceAtMerging: UInt64 = 0
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    private static let lookEvery: DispatchTimeInterval = .seconds(2)
    /// Bytes that are joined while a writer would have to wait.
    private static let bytesAtOnce = 256 << 10
    /// Facts after which blocks are joined even though the shop is never idle.
    private static let mostUnmerged: UInt64 = 20_000
    private static let cleanEverySeconds: Int64 = 6 * 3_600
    private static let retryEverySeconds: Int64 = 30
    /// A session or link that ended is kept for so long, so that "it has ended" can be said rather than "there is none".
    private static let expiredSeconds: Int64 = 7 * 86_400
    /// What was refused is kept for so long; the counts stay.
    private static let refusalSeconds: Int64 = 90 * 86_400

    func start(_ shop: Shop) {
        let thread = Thread { [self, unowned shop] in run(shop) }
        thread.name = "upkeep"
        thread.stackSize = 4 << 20
        thread.start()
    }

    func stop() {
        let isFirst = state.withLock { state in
            defer { state.isStopping = true }
            return !state.isStopping
        }
        guard isFirst else { return }
        wake.signal()
        ended.wait()
    }

    private func run(_ shop: Shop) {
        defer { ended.signal() }
        while true {
            _ = wake.wait(timeout: .now() + Self.lookEvery)
            if state.withLock({ $0.isStopping }) { return }
            look(shop)
        }
    }

    /// Does what is due.
    func look(_ shop: Shop) {
        let now = shop.clock()
        if isDue(\.lastRetried, every: Self.retryEverySeconds, now) { shop.jobs.retry() }
        shop.exportWhatIsDue(now)
        merge(shop)
        if isDue(\.lastCleaned, every: Self.cleanEverySeconds, now) { clean(shop, now) }
    }

    private func isDue(_ last: WritableKeyPath<State, Instant?>, every seconds: Int64, _ now: Instant) -> Bool {
        state.withLock { state in
            // A clock that was set back is no reason to wait until it has caught up.
            if let last = state[keyPath: last], (0..<seconds).contains(now.secondsSince1970 - last.secondsSince1970) { return false }
            state[keyPath: last] = now
            return true
        }
    }

    /// Joins blocks step by step, as long as nobody writes; one step at least where much has come in.
    private func merge(_ shop: Shop) {
        let last = shop.journal.lastSequence
        let isOverdue = state.withLock { last - min(last, $0.sequenceAtMerging) > Self.mostUnmerged }
        guard isOverdue || shop.isIdle else { return }
        var hasMore = true
        repeat {
            // What hinders merging hinders commits, which say so; the blocks stay as they are.
            hasMore = (try? shop.journal.compact(byteLimit: Self.bytesAtOnce)) ?? false
        } while hasMore && shop.isIdle && !state.withLock { $0.isStopping }
        if !hasMore { state.withLock { $0.sequenceAtMerging = last } }
    }

    private func clean(_ shop: Shop, _ now: Instant) {
        shop.removeExports(before: now.secondsSince1970 - JobKind.exportKeptForInSeconds, keeping: JobKind.mostExportsKept)
        let busy = (try? shop.unfinishedImports())?.map(\.importResult.upload)
        if let busy { shop.imports.spool.tidy(now, keeping: Set(busy)) }
        let expired = Instant(secondsSince1970: now.secondsSince1970 - Self.expiredSeconds)
        let refused = Instant(secondsSince1970: now.secondsSince1970 - Self.refusalSeconds)
        do throws(IntakeError) {
            try shop.writeAndWait { (intake) throws(IntakeError) in
                intake.write(.dropExpired(before: expired))
                intake.write(.dropRefusals(before: refused))
            }
        } catch {
            // As soon as there is room again.
            state.withLock { $0.lastCleaned = nil }
        }
    }
}
