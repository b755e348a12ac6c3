import Facts
import Foundation
import JSON
public import Journal
import Synchronization

/// Writes scheduled exports when they are due, into a folder that whoever runs the shop names: never one that comes through the API.
///
/// What was due while the shop was closed is written once, at the start.
public final class ScheduledExports: Sendable {
    private struct State {
        var folder: String?
        var onFault: (@Sendable (_ schedule: String, _ reason: String) -> Void)?
        /// For when each schedule was last taken up; `nil` before the jobs were looked through.
        var taken: [UInt64: Instant]?
    }

    private let state = Mutex(State())

    /// Where files are written; `nil` where nothing is.
    public var folder: String? {
        get { state.withLock { $0.folder } }
        set { state.withLock { $0.folder = newValue } }
    }

    /// Is told of each schedule whose file could not be written, and why.
    public var onFault: (@Sendable (_ schedule: String, _ reason: String) -> Void)? {
        get { state.withLock { $0.onFault } }
        set { state.withLock { $0.onFault = newValue } }
    }

    /// The last time that a schedule was taken up, as a job that may still be under way.
    public func lastJob(of schedule: UInt64, _ shop: Shop) throws(JournalError) -> JobRow? {
        var before = UInt64.max
        while true {
            let jobs = try shop.journal.jobs(kind: JobKind.scheduledExportName, before: before, limit: 200)
            if let found = jobs.first(where: { $0.schedule == schedule }) { return found }
            guard let last = jobs.last else { return nil }
            before = last.number
        }
    }

    /// Takes up what is due.
    func look(_ shop: Shop, _ now: Instant) {
        guard folder != nil else { return }
        let schedules = shop.definitions.exportSchedules
        guard !schedules.isEmpty, let taken = lastTaken(schedules, shop) else { return }
        let zone = shop.settings.timeZone
        for schedule in schedules {
            let due = schedule.lastDue(upTo: now, in: zone)
            // One that was changed is not due for what lies before the change.
            guard due > max(taken[schedule.number] ?? schedule.created, schedule.updated) else { continue }
            // What cannot be taken in now is tried again at the next look.
            guard (try? shop.jobs.submitAndWait(schedule, due: due, to: shop)) != nil else { continue }
            state.withLock { $0.taken?[schedule.number] = due }
        }
    }

    private func lastTaken(_ schedules: [ExportSchedule], _ shop: Shop) -> [UInt64: Instant]? {
        if let taken = state.withLock({ $0.taken }) { return taken }
        var taken: [UInt64: Instant] = [:]
        for schedule in schedules {
            guard let job = try? lastJob(of: schedule.number, shop) else { continue }
            taken[schedule.number] = job.due
        }
        state.withLock { $0.taken = taken }
        return taken
    }
}

extension JobRunner {
    /// Takes in the export of a schedule.
    fileprivate func submitAndWait(_ schedule: ExportSchedule, due: Instant, to shop: Shop) throws(IntakeError) {
        var json = JSONWriter()
        json.object { json in
            json.member("schedule", schedule.number)
            json.member("due", due.secondsSince1970)
        }
        try submitAndWait(
            JobKind.scheduledExportName, payload: json.bytes, total: 0, detail: json.text, who: "schedule \(schedule.name)", to: shop)
    }
}

extension Shop {
    /// Takes up the scheduled exports that are due.
    func exportWhatIsDue(_ now: Instant) { scheduledExports.look(self, now) }
}

extension JobRow {
    /// The schedule that a scheduled export is of.
    fileprivate var schedule: UInt64? { (try? JSONDocument(detail))?.root["schedule"]?.uint64 }
    /// For when it was due.
    fileprivate var due: Instant? { (try? JSONDocument(detail))?.root["due"]?.int.map { Instant(secondsSince1970: $0) } }
}

extension JobKind {
    /// The name of exports that are written by a schedule.
    public static let scheduledExportName = "scheduled-export"

    /// Writes the file of a schedule: `NAME-2026-01-31.csv`, of the day for which it was due.
    static let scheduledExport = JobKind(name: scheduledExportName) { _ in
        []
    } read: { _, _, _ in
        .refused([])
    } afterwards: { shop, payload, job throws(JournalError) in
        do throws(ExportFile.Failure) {
            guard let folder = shop.scheduledExports.folder else {
                throw ExportFile.Failure(.noFolder, "The server has no folder for exports.")
            }
            guard let schedule = payload["schedule"]?.uint64.flatMap({ shop.definitions.exportSchedule($0) }), let due = job.due else {
                throw ExportFile.Failure(.scheduleGone, "The schedule is not there any more.")
            }
            let day = shop.settings.timeZone.day(of: due)
            let result = try shop.export(schedule.order, to: "\(folder)/\(schedule.name)-\(day).csv", isZipped: false)
            removeOld(schedule, folder)
            job.take(result)
            try audit(result, of: job, shop)
        } catch {
            job.fail(error)
            let schedule = payload["schedule"]?.uint64.flatMap { shop.definitions.exportSchedule($0) }
            shop.scheduledExports.onFault?(schedule?.name ?? job.who, error.detail)
        }
    }

    /// Removes files of a schedule but for the newest: those whose names are its own and a day.
    private static func removeOld(_ schedule: ExportSchedule, _ folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let own = names.filter { name in
            name.hasPrefix(schedule.name + "-") && name.hasSuffix(".csv")
                && ShopDay(name.dropFirst(schedule.name.utf8.count + 1).dropLast(4)) != nil
        }
        for name in own.sorted().dropLast(schedule.keeps) { unlink(folder + "/" + name) }
    }
}
