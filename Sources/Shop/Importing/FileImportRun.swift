import Connectors
import CustomerValue
import Facts
import Foundation
import JSON
import Journal
import Population
import Synchronization

/// One file that is being taken in, on the thread of jobs: in small commits, so that whoever else writes or reads waits for one at most.
final class FileImportRun: Sendable {
    private let shop: Shop
    private let file: FileToImport
    private let id: String
    private let job: UInt64
    /// The last time that it was written down how far it is.
    private let notedAt = Mutex<Instant?>(nil)
    /// What was taken in so far: whatever ends it, that stays.
    private let soFar = Mutex<FileImportResult?>(nil)

    /// Rows in one commit.
    static let batch = 4_000
    /// Seconds between two times that it is written down how far it is.
    private static let secondsBetweenNotes: Int64 = 2

    init(_ shop: Shop, _ file: FileToImport, _ id: String, _ job: UInt64) {
        self.shop = shop
        self.file = file
        self.id = id
        self.job = job
    }

    /// Why it ends before its end.
    private enum End: Error {
        case reading(ReadingError)
        case intake(IntakeError)
        case stopped
    }

    func perform(_ job: inout JobRow) throws(JournalError) {
        defer { shop.imports.note(nil, of: self.job) }
        var result = job.importResult
        // What was done before it was cut off was new then, and is known now.
        let isBegun = ((try? shop.journal.job(job.number)) ?? nil)?.status == .processing
        result.wasInterrupted = result.wasInterrupted || isBegun
        let before = result
        job.note(file, result)
        note(job)
        let spool = shop.imports.spool
        guard access(spool.path(id), R_OK) == 0 else {
            result.fault = "The file is not there any more."
            result.cause = .fileGone
            return end(&job, result, .cancelled)
        }
        do throws(End) {
            let row = job
            let counted = try shop.tellingOfPast { () throws(End) in try take(before, row) }
            result = counted
            end(&job, result, .complete)
            try audit("import.finish", by: job.who)
            spool.remove(id)
            shop.imports.forget(id)
            countAnew(result)
        } catch {
            result = soFar.withLock { $0 } ?? result
            switch error {
            case .stopped:
                result.wasStopped = true
                end(&job, result, .cancelled)
            case .reading(let fault):
                result.fault = fault.message
                (result.cause, result.values, result.wanted) = (fault.cause, fault.values, fault.wanted)
                result.line = fault.line
                result.column = fault.column
                result.isQuestion = fault.question != nil
                end(&job, result, .cancelled)
            case .intake(.unavailable(let error)): throw error
            case .intake(.full(let limit, _)):
                (result.fault, result.limit) = (limit.detail, limit)
                end(&job, result, .cancelled)
            case .intake(.invalid(_, let detail)), .intake(.conflict(let detail)), .intake(.notFound(let detail)):
                result.fault = detail
                end(&job, result, .cancelled)
            case .intake: throw JournalError(.closed, "The shop is busy or closing.")
            }
            // Best effort: what became of it stands in the job.
            if !result.wasStopped { try? audit("import.fail", by: job.who) }
        }
    }

    private func end(_ job: inout JobRow, _ result: FileImportResult, _ status: JobRow.Status) {
        job.note(file, result)
        job.status = status
    }

    /// New orders change what customers are worth: where many came, a model is fitted at once instead of when it is due.
    private func countAnew(_ result: FileImportResult) {
        guard file.kind != .profiles, result.taken + result.refunds > 0 else { return }
        let orders = shop.models.standing.history.map { $0.months.reduce(0) { $0 + $1.orders } } ?? 0
        if shop.models.standing.model == nil || result.taken * 50 > orders { shop.models.requestFit(adopts: true) }
    }

    private func audit(_ action: String, by who: String) throws(End) {
        let (id, name, kind) = (shop.ids.id(.job, job), file.name, file.kind.rawValue)
        do throws(IntakeError) {
            try shop.writeAndWait { (intake) throws(IntakeError) in
                intake.audit(action, "job", id, by: who, detail: Shop.importDetail(name, kind))
            }
        } catch {
            throw .intake(error)
        }
    }

    /// Writes down how far it is, for the page and for who starts again after a kill.
    private func note(_ job: JobRow) {
        // Best effort: only what the page says depends on it.
        try? shop.writeAndWait { (intake) throws(IntakeError) in intake.write(.job(job)) }
    }

    // MARK: Reading and taking in

    private func take(_ before: FileImportResult, _ row: JobRow) throws(End) -> FileImportResult {
        let options = file.options(shop.settings)
        let path = shop.imports.spool.path(id)
        let sink: RejectSink
        do throws(ReadingError) {
            sink = try RejectSink(path: shop.imports.spool.rejectsPath(id), isKeptEmpty: false)
        } catch {
            throw .reading(error)
        }
        shop.imports.note(.init(isReading: true, share: 0, rows: 0), of: job)
        switch file.kind {
        case .orders, .refunds: return try takeOrders(path, options, sink, before, row)
        case .events: return try takeEvents(path, options, sink, before, row)
        case .profiles: return try takeProfiles(path, options, sink, before, row)
        }
    }

    private func takeOrders(
        _ path: String, _ options: ReadingOptions, _ sink: consuming RejectSink, _ before: FileImportResult, _ row: JobRow
    ) throws(End) -> FileImportResult {
        let read: OrderIntake
        do throws(ReadingError) {
            var reader = OrderReader(options: options, rejects: sink)
            reader.progress = whileReading
            if file.kind == .refunds {
                reader.takeRefunds(of: shop.knownOrders)
                try reader.readRefunds(path: path)
            } else {
                try reader.readOrders(path: path)
            }
            read = try reader.finish()
        } catch {
            throw .reading(error)
        }
        do throws(IntakeError) {
            if file.kind == .orders {
                try shop.adopt(currency: options.currency ?? read.orders.usualCurrency, timeZone: nil, by: "import")
            }
            let (report, job) = (read.report, job)
            let progress: Shop.ImportProgress = { [self] done, all, counts throws(IntakeError) in
                shop.imports.note(.init(isReading: false, share: Double(done) / Double(max(1, all)), rows: done), of: job)
                try goOn(Self.result(report, counts, file.kind, before), row)
            }
            let counts =
                file.kind == .refunds
                ? try shop.importRefunds(read, batch: Self.batch, progress: progress)
                : try shop.importOrders(read, batch: Self.batch, progress: progress)
            return Self.result(report, counts, file.kind, before)
        } catch {
            throw shop.jobs.isCancelled(job) ? .stopped : .intake(error)
        }
    }

    private func takeEvents(
        _ path: String, _ options: ReadingOptions, _ sink: consuming RejectSink, _ before: FileImportResult, _ row: JobRow
    ) throws(End) -> FileImportResult {
        let events = EventImport(shop)
        var reader = EventReader(options: options, rejects: sink, batchLength: Self.batch)
        reader.progress = whileReading
        reader.limitMetrics(known: shop.metricNames, most: Shop.mostMetrics)
        let report: RowReport
        do {
            var done = 0
            try reader.readEvents(path: path) { batch in
                try events.take(batch)
                done += batch.rows.count
                let counts = events.counts
                var result = Self.result(
                    rows: done + batch.rejectedRows, rejected: batch.rejectedRows, counts.events, made: counts.profilesMade, before)
                result.refused = counts.tooFarAhead + counts.tooLarge
                try goOn(result, row)
            }
            report = try reader.finish()
        } catch {
            throw ended(by: error)
        }
        var result = Self.result(
            rows: report.rows, rejected: report.rejectedRows, events.counts.events, made: events.counts.profilesMade, before)
        result.refused = events.counts.tooFarAhead + events.counts.tooLarge
        return result
    }

    private func takeProfiles(
        _ path: String, _ options: ReadingOptions, _ sink: consuming RejectSink, _ before: FileImportResult, _ row: JobRow
    ) throws(End) -> FileImportResult {
        let report: RowReport
        let profiles: ProfileImport
        do {
            profiles = try ProfileImport(shop, list: nil)
            var reader = ProfileReader(options: options, consent: file.consent, rejects: sink, batchLength: Self.batch)
            reader.progress = whileReading
            reader.limitProperties(known: shop.read { $0.propertyNames }, most: Shop.mostProperties)
            var done = 0
            try reader.readProfiles(path: path) { batch in
                try profiles.take(batch)
                done += batch.rows.count
                let rejected = batch.rejectedRows
                try goOn(Self.result(rows: done + rejected, rejected: rejected, profiles.counts, before), row)
            }
            report = try reader.finish()
        } catch {
            throw ended(by: error)
        }
        return Self.result(rows: report.rows, rejected: report.rejectedRows, profiles.counts, before)
    }

    private func ended(by error: any Error) -> End {
        if shop.jobs.isCancelled(job) { return .stopped }
        if let error = error as? ReadingError { return .reading(error) }
        return .intake(error as? IntakeError ?? .closing)
    }

    private var whileReading: @Sendable (ReadingProgress) -> Void {
        let (shop, job) = (shop, job)
        return { progress in
            let share = progress.totalBytes.map { Double(progress.bytesRead) / Double(max(1, $0)) }
            shop.imports.note(.init(isReading: true, share: share, rows: progress.rows), of: job)
        }
    }

    /// After each commit: ends where the shop closes or somebody stopped it, and notes how far it is now and then.
    private func goOn(_ result: FileImportResult, _ row: JobRow) throws(IntakeError) {
        soFar.withLock { $0 = result }
        if shop.jobs.isStopping || shop.jobs.isCancelled(job) { throw .closing }
        let now = shop.clock()
        let isDue = notedAt.withLock { last -> Bool in
            if let last, now.secondsSince1970 - last.secondsSince1970 < Self.secondsBetweenNotes { return false }
            last = now
            return true
        }
        guard isDue else { return }
        var row = row
        row.note(file, result)
        note(row)
    }

    // MARK: Counts

    /// Counts after a beginning that was cut off: what was new then is known now.
    private static func counted(_ pair: ImportCounts.Pair, _ before: FileImportResult) -> (taken: Int, known: Int) {
        (before.taken + pair.taken, max(0, pair.known - before.taken))
    }

    private static func result(
        _ report: IntakeReport, _ counts: ImportCounts, _ kind: FilePreview.Kind, _ before: FileImportResult
    ) -> FileImportResult {
        var result = before
        result.rows = report.rows + report.refundRows
        result.rejected = report.rejectedRows.values.reduce(0, +) + report.rejectedRefundRows.values.reduce(0, +)
        (result.taken, result.known) = counted(kind == .refunds ? counts.refunds : counts.orders, before)
        if kind == .orders { result.refunds = before.refunds + counts.refunds.taken }
        result.refused = counts.tooFarAhead + counts.tooLarge
        result.profilesMade = before.profilesMade + counts.profilesMade
        result.toldOtherwise = counts.ordersToldOtherwise
        return result
    }

    private static func result(
        rows: Int, rejected: Int, _ pair: ImportCounts.Pair, made: Int, _ before: FileImportResult
    ) -> FileImportResult {
        var result = before
        result.rows = max(before.rows, rows)
        result.rejected = rejected
        (result.taken, result.known) = counted(pair, before)
        result.profilesMade = before.profilesMade + made
        return result
    }

    private static func result(rows: Int, rejected: Int, _ counts: ProfileCounts, _ before: FileImportResult) -> FileImportResult {
        var result = before
        result.rows = max(before.rows, rows)
        result.rejected = rejected
        result.taken = before.taken + counts.made
        result.changed = before.changed + counts.changed
        result.known = max(0, counts.known - before.taken - before.changed)
        result.profilesMade = result.taken
        return result
    }
}
