import Facts
import Foundation
import JSON
import Journal
import Population
import Shop
import Wording

/// Finds the exports of a shop, and what can be exported.
struct ExportsQuery {
    let shop: Shop

    func model(before id: String?) throws(JournalError) -> ExportsModel {
        let before = id.flatMap { shop.ids.number(.job, $0) } ?? .max
        let most = ExportsModel.perPage
        // Both kinds in one order: of each as many as a page holds, and one more.
        var jobs: [JobRow] = []
        for kind in [JobKind.exportName, JobKind.scheduledExportName] {
            jobs += try shop.journal.jobs(kind: kind, before: before, limit: most + 1)
        }
        jobs.sort { $0.number > $1.number }
        let (now, zone) = (shop.clock(), shop.settings.timeZone)
        return ExportsModel(
            files: jobs.prefix(most).map(file), older: jobs.count > most ? shop.ids.id(.job, jobs[most - 1].number) : nil,
            isLater: id != nil,
            schedules: shop.definitions.exportSchedules.map { schedule in
                .init(
                    id: shop.ids.id(.exportSchedule, schedule.number), name: schedule.name, source: source(schedule.order.source),
                    preset: schedule.order.preset, days: schedule.days, minutes: schedule.minutes,
                    next: schedule.nextDue(after: now, in: zone))
            }, hasFolder: shop.scheduledExports.folder != nil,
            lists: shop.definitions.all(.list).compactMap { definition in
                ListResource(definition).map { ("list:\(definition.number)", $0.name) }
            }.inAlphabet(by: \.1),
            segments: shop.definitions.segments.inAlphabet(by: \.name).map { ("segment:\($0.number.value)", $0.name) })
    }

    private func file(_ job: JobRow) -> ExportsModel.File {
        let root = (try? JSONDocument(job.detail))?.root
        var order = root.flatMap { ExportOrder($0) }
        if job.kind == JobKind.scheduledExportName {
            order = root?["schedule"]?.uint64.flatMap { shop.definitions.exportSchedule($0) }?.order ?? order
        }
        return ExportsModel.File(
            id: shop.ids.id(.job, job.number), source: order.map { source($0.source) } ?? .gone, preset: order?.preset ?? .plain,
            who: job.who,
            at: job.createdAt, rows: job.completedCount, state: state(job))
    }

    /// Whom the file of a job is of, as people call them.
    func name(_ job: JobRow, _ language: Language) -> String {
        switch file(job).source {
        case .list(let name), .segment(let name): name
        case .everybody, .gone: Words(language)(Phrase.Exports.people)
        }
    }

    private func state(_ job: JobRow) -> ExportsModel.State {
        switch job.status {
        case .queued, .processing: return .written
        case .cancelled: return .failed(job.exportNotes.cause, detail: job.exportNotes.fault ?? "")
        case .complete:
            guard job.kind == JobKind.exportName else { return .inFolder }
            let attributes = try? FileManager.default.attributesOfItem(atPath: shop.exportFile(ofJob: job.number))
            return (attributes?[.size] as? Int).map { .ready(bytes: $0) } ?? .gone
        }
    }

    private func source(_ source: ExportSource) -> ExportsModel.Source {
        switch source {
        case .everybody: .everybody
        case .list(let list):
            shop.definitions[.list, UInt64(list.value)].flatMap { ListResource($0) }.map { .list($0.name) } ?? .gone
        case .segment(let segment): shop.definitions.segment(segment).map { .segment($0.name) } ?? .gone
        }
    }

    /// Of whom a chosen value is; `nil` for what is not there.
    func source(_ value: String) -> ExportSource? {
        if value.isEmpty { return .everybody }
        let parts = value.split(separator: ":")
        guard parts.count == 2, let number = UInt32(parts[1]) else { return nil }
        let source: ExportSource? =
            switch parts[0] {
            case "list": .list(ListNumber(number))
            case "segment": .segment(SegmentNumber(number))
            default: nil
            }
        return source.flatMap { $0.isDefined(in: shop.definitions) ? $0 : nil }
    }
}
