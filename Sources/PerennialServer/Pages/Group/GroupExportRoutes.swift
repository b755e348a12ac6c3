import Facts
import HTTPTypes
import JSON
import Journal
import Markup
import Population
import Shop

/// A list or segment as a file: asked for on its page, written by the same job as the API's, fetched from there. Owners and managers do it.
struct GroupExportRoutes: RouteGroup {
    let desk: PageDesk

    static let columnField = "column"
    static let presetField = "preset"

    private static let mostBytes = 16_384
    /// How long the answer waits for a file that is written quickly.
    private static let patience = 20

    private var shop: Shop { desk.shop }

    var routes: [Route] {
        [ProfileGroup.segment, .list].flatMap { kind in
            let path = "/\(kind.rawValue)s/{id}/export"
            return [
                desk.page(.get, path, "Export") { page in try show(kind, page) },
                desk.page(.post, path, "Export", body: .bytes(mostBytes: Self.mostBytes)) { page in try await begin(kind, page) },
                desk.page(.get, path + "/{job}", "File") { page in try file(kind, page) },
            ]
        }
    }

    private func query(_ kind: ProfileGroup, _ page: PageRequest) -> ExportQuery {
        ExportQuery(shop: shop, kind: kind, id: page.request.parameters["id"])
    }

    private func show(_ kind: ProfileGroup, _ page: PageRequest) throws -> APIResponse {
        _ = try page.editor()
        let model = try query(kind, page).model(language: page.language)
        return page.html(ExportView(frame: page.frame, model: model, token: desk.visits.token(page.visit)).html)
    }

    private func begin(_ kind: ProfileGroup, _ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let fields = try await page.form()
        let query = query(kind, page)
        var model = try query.model(language: page.language)
        let columns = fields.pairs.filter { $0.name == Self.columnField }.compactMap { ExportColumn.Standard(rawValue: $0.value) }
        model.preset = fields[Self.presetField].flatMap { ExportStyle.Preset(rawValue: $0) } ?? model.preset
        guard !columns.isEmpty else {
            model.columns = []
            model.lacksColumns = true
            let view = ExportView(frame: page.frame, model: model, token: desk.visits.token(page.visit))
            return page.html(view.html, .unprocessableContent)
        }
        let group = try GroupModelQuery(shop: shop, kind: kind, id: model.id, language: page.language).group
        let order = ExportOrder(source: query.source(group), columns: columns.map { .standard($0) }, preset: model.preset)
        var json = JSONWriter()
        json.object { order.write(to: &$0) }
        let job = try await submit(order, json, who: user.email)
        for _ in 0..<Self.patience {
            guard let row = try shop.journal.job(job.number), row.status.isUnfinished else { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        return page.go(to: PagePaths.exporting(kind, model.id).at("files"))
    }

    private func submit(_ order: ExportOrder, _ json: JSONWriter, who: String) async throws(APIError) -> JobRow {
        let total = shop.read { order.source.members($0).count }
        do throws(IntakeError) {
            return try await shop.jobs.submit(
                JobKind.exportName, payload: json.bytes, total: total, detail: json.text, who: who, to: shop)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
    }

    /// The file, as its program reads it.
    private func file(_ kind: ProfileGroup, _ page: PageRequest) throws -> APIResponse {
        _ = try page.editor()
        let group = try GroupModelQuery(shop: shop, kind: kind, id: page.request.parameters["id"], language: page.language).group
        guard let number = shop.ids.number(.job, page.request.parameters["job"]), let job = try shop.journal.job(number),
            job.kind == JobKind.exportName, job.status == .complete,
            let order = (try? JSONDocument(job.detail)).flatMap({ ExportOrder($0.root) }), order.source == query(kind, page).source(group)
        else { throw PageFailure.notFound }
        guard let response = ExportDownload.response(job, of: group.name, in: shop, page) else { throw PageFailure.notFound }
        return response
    }
}
