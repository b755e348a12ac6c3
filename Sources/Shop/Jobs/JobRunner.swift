import Facts
import Foundation
import JSON
public import Journal
import Synchronization

/// Does jobs one after another on a thread of its own. How far a job has come is in the same commit as what it did, so that one that was cut
/// off goes on where it was, and no row is done twice.
public final class JobRunner: Sendable {
    private struct State {
        var kinds: [String: JobKind] = [:]
        var waiting: [UInt64] = []
        /// Jobs whose end could not be reached, and why: tried again after a while.
        var later: [UInt64: JournalError] = [:]
        var cancelled: Set<UInt64> = []
        var isStopping = false
        var hasStarted = false
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// Rows in one commit.
    private static let rowsAtOnce = 1_000

    /// Makes a kind of job known. To be done before ``start(_:)``.
    public func register(_ kind: JobKind) { state.withLock { $0.kinds[kind.name] = kind } }

    /// Begins with the jobs that were cut off or waited when the shop was closed.
    public func start(_ shop: Shop) throws(JournalError) {
        let unfinished = try shop.journal.unfinishedJobs().map(\.number)
        state.withLock { state in
            state.waiting = unfinished
            state.hasStarted = true
        }
        let thread = Thread { [self, unowned shop] in run(shop) }
        thread.name = "jobs"
        thread.stackSize = 8 << 20
        thread.start()
        wake.signal()
    }

    func stop() {
        let mustWait = state.withLock { state in
            defer { state.isStopping = true }
            return state.hasStarted && !state.isStopping
        }
        guard mustWait else { return }
        wake.signal()
        ended.wait()
    }

    /// Takes a job in: it is on the disk when this returns, and will be done.
    ///
    /// - Parameters:
    ///   - kind: the name of a kind that was registered.
    ///   - payload: JSON whose rows the kind knows.
    ///   - total: how many rows there are.
    ///   - detail: what else there is to know, as a JSON object.
    ///   - who: who asked for it, for people to read.
    public func submit(
        _ kind: String, payload: [UInt8], total: Int, detail: String = "{}", who: String, to shop: Shop
    ) async throws(IntakeError) -> JobRow {
        let number = shop.journal.nextNumber(.job)
        let row = try await shop.write(weight: payload.count) { (intake) throws(IntakeError) in
            intake.job(number, kind, payload: payload, total: total, detail: detail, who: who)
        }
        line(up: number)
        return row
    }

    /// The same for threads that may wait.
    func submitAndWait(
        _ kind: String, payload: [UInt8], total: Int, detail: String, who: String, to shop: Shop
    ) throws(IntakeError) {
        let number = shop.journal.nextNumber(.job)
        _ = try shop.writeAndWait(weight: payload.count) { (intake) throws(IntakeError) in
            intake.job(number, kind, payload: payload, total: total, detail: detail, who: who)
        }
        line(up: number)
    }

    private func line(up number: UInt64) {
        state.withLock { $0.waiting.append(number) }
        wake.signal()
    }

    /// Whether the shop is being closed.
    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Whether it was asked for a job not to be done any further.
    func isCancelled(_ number: UInt64) -> Bool { state.withLock { $0.cancelled.contains(number) } }

    /// Asks for a job not to be done any further.
    public func cancel(_ number: UInt64) { state.withLock { _ = $0.cancelled.insert(number) } }

    /// Takes up jobs again whose end could not be reached.
    func retry() {
        let hasSome = state.withLock { state in
            state.waiting += state.later.keys.sorted()
            defer { state.later = [:] }
            return !state.later.isEmpty
        }
        if hasSome { wake.signal() }
    }

    /// Waits for a job to be complete or cancelled. Where its end cannot be reached the reason is thrown; it is tried again all the same.
    public func end(of number: UInt64, _ shop: Shop) async throws(JournalError) -> JobRow {
        while true {
            if let error = state.withLock({ $0.later[number] }) { throw error }
            guard let row = try shop.journal.job(number) else { throw JournalError(.missing, "There is no job with the number \(number).") }
            if !row.status.isUnfinished { return row }
            // Whoever is cancelled while waiting waits no longer for the next look.
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    private func run(_ shop: Shop) {
        defer { ended.signal() }
        while true {
            wake.wait()
            while let number = state.withLock({ state in
                state.isStopping || state.waiting.isEmpty ? nil : state.waiting.removeFirst()
            }) {
                perform(number, shop)
            }
            if state.withLock({ $0.isStopping }) { return }
        }
    }

    private func perform(_ number: UInt64, _ shop: Shop) {
        guard var job = (try? shop.journal.job(number)) ?? nil, job.status.isUnfinished else { return }
        guard let kind = state.withLock({ $0.kinds[job.kind] }) else { return }
        guard let payload = (try? shop.journal.jobPayload(number)) ?? nil,
            let document = try? JSONDocument(payload, limits: JSONLimits(size: payload.count))
        else { return end(&job, .cancelled, shop) }
        let rows = kind.rows(document.root)
        job.totalCount = rows.count
        job.status = .processing
        job.startedAt = job.startedAt ?? shop.clock()
        var next = job.completedCount + job.failedCount
        while next < rows.count {
            let (isStopping, isCancelled) = state.withLock { ($0.isStopping, $0.cancelled.contains(number)) }
            if isStopping { return }
            if isCancelled { return end(&job, .cancelled, shop) }
            let range = next..<min(rows.count, next + Self.rowsAtOnce)
            guard perform(range, of: rows, kind, document.root, &job, shop) else { return }
            next = range.upperBound
        }
        do throws(JournalError) {
            try kind.afterwards(shop, document.root, &job)
            end(&job, job.status == .cancelled ? .cancelled : .complete, shop)
        } catch {
            tryLater(number, error)
        }
    }

    /// Does some rows in one commit; `false` where the shop takes nothing any more.
    private func perform(
        _ range: Range<Int>, of rows: [JSONValue], _ kind: JobKind, _ payload: JSONValue, _ job: inout JobRow, _ shop: Shop
    ) -> Bool {
        let read = range.map { kind.read(rows[$0], $0, payload) }
        let before = job
        while true {
            do throws(IntakeError) {
                job = try shop.writeAndWait(weight: 64 * range.count, isAlone: kind.isAlone) { (intake) throws(IntakeError) -> JobRow in
                    var job = before
                    var errors: [JobError] = []
                    let first = intake.nextSequence
                    for (offset, row) in read.enumerated() {
                        let number = range.lowerBound + offset
                        switch row {
                        case .refused(let refusals):
                            errors += refusals
                            job.failedCount += 1
                        case .work(let work):
                            do throws(IntakeError) {
                                try intake.nested(work)
                                job.completedCount += 1
                            } catch {
                                errors.append(JobError(error, row: number, refused: rows[number]))
                                job.failedCount += 1
                            }
                        }
                    }
                    if !errors.isEmpty { intake.write(.jobErrors(job: job.number, errors)) }
                    if intake.nextSequence > first { job.facts.append(first..<intake.nextSequence) }
                    intake.write(.job(job))
                    return job
                }
                return true
            } catch {
                switch error {
                case .closing: return false
                default:
                    // A full disk, or too much in line: the job waits, nothing of it is lost.
                    if state.withLock({ $0.isStopping }) { return false }
                    Thread.sleep(forTimeInterval: 1)
                }
            }
        }
    }

    private func end(_ job: inout JobRow, _ status: JobRow.Status, _ shop: Shop) {
        job.status = status
        job.completedAt = shop.clock()
        let row = job
        do throws(IntakeError) {
            try shop.writeAndWait { (intake) throws(IntakeError) in
                intake.write(.job(row))
                intake.write(.dropJobPayload(job: row.number))
            }
        } catch {
            if case .unavailable(let error) = error {
                tryLater(row.number, error)
            } else {
                tryLater(row.number, JournalError(.closed, "The shop is busy or closing."))
            }
        }
    }

    private func tryLater(_ number: UInt64, _ error: JournalError) { state.withLock { $0.later[number] = error } }
}

extension Intake {
    /// Writes a job that is new.
    fileprivate func job(_ number: UInt64, _ kind: String, payload: [UInt8], total: Int, detail: String, who: String) -> JobRow {
        let row = JobRow(number: number, kind: kind, who: who, createdAt: now, totalCount: total, detail: detail)
        write(.job(row))
        write(.jobPayload(job: number, bytes: payload))
        return row
    }
}
