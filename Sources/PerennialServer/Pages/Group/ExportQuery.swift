import Facts
import Foundation
import JSON
import Journal
import Population
import Shop
import Wording

/// Fills the page on which a list or segment becomes a file.
struct ExportQuery {
    let shop: Shop
    let kind: ProfileGroup
    let id: String

    /// Exports of the shop that are looked through.
    private static let lookedAt = 100
    private static let shown = 10

    func model(language: Language) throws -> ExportModel {
        let group = try GroupModelQuery(shop: shop, kind: kind, id: id, language: language).group
        let source = source(group)
        let preset: ExportStyle.Preset =
            switch language {
            case .en: .plain
            case .fr: .excelFrench
            case .pl: .excelPolish
            }
        return ExportModel(
            kind: kind, id: id, name: group.name, members: shop.read { source.members($0).count }, columns: ExportTheme.usual,
            preset: preset, jobs: try jobs(source))
    }

    /// Of whom a file is written.
    func source(_ group: GroupModelQuery.Found) -> ExportSource {
        switch group.figured {
        case .everybody: .everybody
        case .list(let list): .list(list)
        case .segment(let segment): .segment(segment)
        }
    }

    private func jobs(_ source: ExportSource) throws -> [ExportModel.Job] {
        try shop.journal.jobs(kind: JobKind.exportName, limit: Self.lookedAt).compactMap { job in
            guard let order = (try? JSONDocument(job.detail)).flatMap({ ExportOrder($0.root) }), order.source == source else { return nil }
            return ExportModel.Job(
                id: shop.ids.id(.job, job.number), at: job.createdAt, who: job.who, rows: job.completedCount,
                columns: order.style.columns.count, preset: order.preset, state: state(job), fault: job.exportNotes.fault)
        }.prefix(Self.shown).map { $0 }
    }

    private func state(_ job: JobRow) -> ExportModel.Job.State {
        switch job.status {
        case .queued, .processing: .waiting
        case .cancelled: .failed
        case .complete: FileManager.default.fileExists(atPath: shop.exportFile(ofJob: job.number)) ? .ready : .gone
        }
    }
}
