import Connectors
import Facts
import Foundation
import HTTPTypes
import Journal
import Markup
import Shop
import Wording

/// Files that are brought in: everybody sees what was, owners and managers bring them.
struct ImportRoutes: RouteGroup {
    let desk: PageDesk

    private static let formBytes = 65_536

    var routes: [Route] {
        let form = Route.Body.bytes(mostBytes: Self.formBytes)
        return [
            desk.page(.get, "/imports", "Imports", list),
            desk.page(.post, "/imports", "Send a file", body: .bytes(mostBytes: ImportSpool.mostBytes + Self.formBytes), receive),
            desk.page(.get, "/imports/files/{id}", "A file before it is taken in", showFile),
            desk.page(.post, "/imports/files/{id}", "Say how a file is meant", body: form, answer),
            desk.page(.post, "/imports/files/{id}/import", "Take a file in", body: form, start),
            desk.page(.post, "/imports/files/{id}/discard", "Throw a file away", body: form, discard),
            desk.page(.get, "/imports/{id}", "An import", showJob),
            desk.page(.post, "/imports/{id}/stop", "Stop an import", body: form, stop),
            desk.page(.get, "/imports/{id}/rejects", "Rows that were not understood", rejects),
        ]
    }

    private var spool: ImportSpool { desk.shop.imports.spool }

    // MARK: All of them

    private func model(before id: String?) throws(JournalError) -> ImportsModel {
        let shop = desk.shop
        let before = id.flatMap { shop.ids.number(.job, $0) } ?? .max
        let jobs = try shop.journal.jobs(kind: JobKind.fileImportName, before: before, limit: ImportsModel.perPage + 1)
        let busy = Set(try shop.unfinishedImports().map(\.importResult.upload))
        return ImportsModel(
            entries: jobs.prefix(ImportsModel.perPage).compactMap(entry),
            older: jobs.count > ImportsModel.perPage ? shop.ids.id(.job, jobs[ImportsModel.perPage - 1].number) : nil, isLater: id != nil,
            waiting: spool.uploads().filter { !busy.contains($0.id) })
    }

    private func entry(_ job: JobRow) -> ImportsModel.Entry? {
        guard let file = job.importedFile else { return nil }
        return ImportsModel.Entry(
            id: desk.shop.ids.id(.job, job.number), name: file.name, kind: file.kind, who: job.who, at: job.createdAt,
            standing: ImportStanding(job, desk.shop.imports.progress(of: job.number)), result: job.importResult)
    }

    private func list(_ page: PageRequest) throws -> APIResponse {
        var model = try model(before: page.request.query.text[ImportsModel.beforeParameter])
        model.isDiscarded = page.request.query.text[ImportsModel.discardedParameter] != nil
        return page.html(ImportsView(frame: page.frame, model: model).html)
    }

    private func refused(_ problem: Phrase, _ page: PageRequest, _ status: HTTPResponse.Status = .unprocessableContent) throws
        -> APIResponse
    {
        var model = try model(before: nil)
        model.problem = problem
        return page.html(ImportsView(frame: page.frame, model: model).html, status)
    }

    // MARK: A file that comes

    private func receive(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        guard spool.uploads().count < ImportSpool.mostUploads else { return try await passing(Phrase.Imports.tooMany, page) }
        guard let turn = desk.uploads.enter() else {
            throw APIError.unavailable("Other files are being received.", retryAfterInSeconds: 30)
        }
        defer { turn.leave() }
        let received: ReceivedFile
        do {
            received = try await ReceivedFile(page, into: spool)
        } catch let failure as SpooledFile.Failure {
            switch failure {
            case .tooLarge: return try refused(Phrase.Imports.fileTooLarge, page, .contentTooLarge)
            case .noRoom: return try refused(Phrase.Imports.noRoom, page, .serviceUnavailable)
            }
        } catch is MultipartReader.Failure {
            throw PageFailure.unreadable
        }
        guard let spooled = received.file, spooled.size > 0 else {
            return try refused(received.name.isEmpty ? Phrase.Imports.fileMissing : Phrase.Imports.fileEmpty, page)
        }
        var file = FileToImport(name: received.name, kind: received.kind ?? .orders)
        if received.kind == nil,
            let preview = try? FilePreview.of(path: spool.path(spooled.id), kind: nil, options: file.options(desk.shop.settings))
        {
            file.kind = preview.kind
        }
        let upload: ImportSpool.Upload
        do throws(SpooledFile.Failure) {
            upload = try spooled.finish(file, by: user.email, at: page.request.now)
        } catch {
            return try refused(Phrase.Imports.noRoom, page, .serviceUnavailable)
        }
        return page.go(to: PagePaths.importFile(upload.id))
    }

    /// Says why a file is not taken, once the browser has sent what it would send anyway.
    private func passing(_ problem: Phrase, _ page: PageRequest) async throws -> APIResponse {
        try? await page.request.content.forEach { _ in }
        return try refused(problem, page)
    }

    // MARK: A file that waits

    private func upload(_ page: PageRequest) throws -> ImportSpool.Upload {
        guard let upload = spool.upload(String(page.request.parameters["id"])) else { throw PageFailure.notFound }
        return upload
    }

    private func showFile(_ page: PageRequest) async throws -> APIResponse {
        _ = try page.user { $0.mayChangeShop }
        return page.html(FileToImportView(frame: page.frame, model: try await look(upload(page))).html)
    }

    private func look(_ upload: ImportSpool.Upload) async throws -> FileToImportModel {
        let (shop, path) = (desk.shop, spool.path(upload.id))
        let looked = await desk.fileLookQueue.perform { () -> FileToImportModel in
            let preview = try? FilePreview.of(path: path, kind: upload.file.kind, options: upload.file.options(shop.settings))
            return FileToImportModel(upload: upload, preview: preview, check: shop.imports.check(upload, in: shop))
        }
        guard let model = looked else { throw APIError.unavailable("Other files are being looked at.", retryAfterInSeconds: 10) }
        return model
    }

    private func answer(_ page: PageRequest) async throws -> APIResponse {
        _ = try page.user { $0.mayChangeShop }
        let fields = try await page.form()
        var upload = try upload(page)
        upload.file = ImportAnswers.applied(fields, to: upload.file)
        // No such currency: nothing would be counted rightly by it.
        if let code = ImportAnswers.unknownCurrency(fields) {
            var model = try await look(upload)
            model.unknownCurrency = code
            return page.html(FileToImportView(frame: page.frame, model: model).html, .unprocessableContent)
        }
        guard spool.keep(upload) else { return try refused(Phrase.Imports.noRoom, page, .serviceUnavailable) }
        return page.go(to: PagePaths.importFile(upload.id))
    }

    private func start(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        _ = try await page.form()
        let upload = try upload(page)
        // Sent twice: it is taken in once, and would have no second effect.
        if let running = try desk.shop.unfinishedImports().first(where: { $0.importResult.upload == upload.id }) {
            return page.go(to: PagePaths.importJob(desk.shop.ids.id(.job, running.number)).with(ImportsModel.followParameter, "1"))
        }
        let job = try await page.taking { () throws(IntakeError) in try await desk.shop.importFile(upload, by: user.email) }
        return page.go(to: PagePaths.importJob(desk.shop.ids.id(.job, job.number)).with(ImportsModel.followParameter, "1"))
    }

    private func discard(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        _ = try await page.form()
        let upload = try upload(page)
        guard try !desk.shop.unfinishedImports().contains(where: { $0.importResult.upload == upload.id }) else {
            return page.go(to: PagePaths.imports)
        }
        spool.remove(upload.id)
        desk.shop.imports.forget(upload.id)
        try await desk.shop.take { (intake) throws(IntakeError) in
            intake.audit("import.discard", "file", upload.id, by: user.email)
        }
        return page.go(to: PagePaths.imports.with(ImportsModel.discardedParameter, "1"))
    }

    // MARK: An import

    private func job(_ page: PageRequest) throws -> JobRow {
        guard let number = desk.shop.ids.number(.job, page.request.parameters["id"]), let job = try desk.shop.journal.job(number),
            job.kind == JobKind.fileImportName
        else { throw PageFailure.notFound }
        return job
    }

    private func showJob(_ page: PageRequest) throws -> APIResponse {
        let job = try job(page)
        guard let entry = entry(job) else { throw PageFailure.notFound }
        let isFollowed = page.request.query.text[ImportsModel.followParameter] != nil && entry.standing.isUnderWay
        let upload = entry.result.upload
        var model = ImportJobModel(
            entry: entry, isFollowed: isFollowed,
            hasRejects: ImportSpool.isID(upload) && FileManager.default.fileExists(atPath: spool.rejectsPath(upload)),
            hasFile: !entry.standing.isUnderWay && spool.upload(upload) != nil)
        if entry.standing.isUnderWay { model.tell(of: try desk.shop.journal.unfinishedJobs(), besides: job.number) }
        var response = page.html(ImportJobView(frame: page.frame, model: model).html)
        if isFollowed, let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "3" }
        return response
    }

    private func stop(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        _ = try await page.form()
        let job = try job(page)
        let id = desk.shop.ids.id(.job, job.number)
        if job.status.isUnfinished {
            desk.shop.jobs.cancel(job.number)
            try await desk.shop.take { (intake) throws(IntakeError) in
                intake.audit("import.cancel", "job", id, by: user.email, detail: Shop.importDetail(job))
            }
        }
        return page.go(to: PagePaths.importJob(id).with(ImportsModel.followParameter, "1"))
    }

    private func rejects(_ page: PageRequest) throws -> APIResponse {
        _ = try page.user { $0.mayChangeShop }
        let upload = try job(page).importResult.upload
        guard ImportSpool.isID(upload),
            let response = FileResponse.response(
                spool.rejectsPath(upload), mediaType: "text/csv; charset=utf-8", name: DownloadName("rejected-rows", ending: ".csv"))
        else { throw PageFailure.notFound }
        return response
    }
}
