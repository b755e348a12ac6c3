import Facts
import HTTPTypes
import JSON
import Journal
import Markup
import Population
import Shop
import Wording

/// Files that leave the shop: everybody sees what was written, owners and managers make and download them.
struct ExportsRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        let form = Route.Body.bytes(mostBytes: 16_384)
        return [
            desk.page(.get, "/exports", "Exports", show),
            desk.page(.post, "/exports", "Make an export", body: form, make),
            desk.page(.post, "/exports/{id}/file", "Download an export", body: form, file),
            desk.page(.post, "/exports/schedules", "Schedule an export", body: form, schedule),
            desk.page(.get, "/exports/schedules/{id}/end", "End a scheduled export", askToEnd),
            desk.page(.post, "/exports/schedules/{id}/end", "End a scheduled export", body: form, end),
        ]
    }

    private var query: ExportsQuery { ExportsQuery(shop: desk.shop) }

    private func show(_ page: PageRequest) throws -> APIResponse {
        var model = try query.model(before: page.request.query.text[ExportsModel.beforeParameter])
        switch page.request.query.text[PagePaths.savedParameter] {
        case "made": model.notice = Phrase.Exports.made
        case "ended": model.notice = Phrase.Exports.ended
        case .some: model.notice = Phrase.PagePart.saved
        case nil: break
        }
        return page.html(ExportsView(frame: page.frame, model: model).html)
    }

    private func done(_ what: String, _ page: PageRequest) -> APIResponse {
        page.go(to: PagePaths.exports.with(PagePaths.savedParameter, what))
    }

    private func refused(_ form: ExportsModel.Form, _ page: PageRequest) throws -> APIResponse {
        var model = try query.model(before: nil)
        model.form = form
        return page.html(ExportsView(frame: page.frame, model: model).html, .unprocessableContent)
    }

    /// What is asked for of whom; what is wrong is noted.
    private func order(_ fields: QueryString, _ form: inout ExportsModel.Form) -> ExportOrder? {
        form.source = fields[ExportsModel.sourceField] ?? ""
        let preset = fields[ExportsModel.presetField].flatMap { ExportStyle.Preset(rawValue: $0) } ?? .plain
        form.preset = preset.rawValue
        let ticked = Set(fields.pairs.filter { $0.name == ExportsModel.columnField }.map(\.value))
        let columns = ExportColumn.Standard.allCases.filter { ticked.contains($0.rawValue) }
        form.columns = Set(columns.map(\.rawValue))
        guard let source = query.source(form.source) else {
            form.problems[ExportsModel.sourceField] = Phrase.Exports.sourceWrong
            return nil
        }
        return ExportOrder(source: source, columns: columns.isEmpty ? nil : columns.map { .standard($0) }, preset: preset)
    }

    private func make(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        let fields = try await page.form()
        var form = ExportsModel.Form()
        guard let order = order(fields, &form) else { return try refused(form, page) }
        var json = JSONWriter()
        json.object { order.write(to: &$0) }
        let (bytes, text, shop) = (json.bytes, json.text, desk.shop)
        let total = shop.read { order.source.members($0).count }
        try await page.taking { () throws(IntakeError) in
            _ = try await shop.jobs.submit(JobKind.exportName, payload: bytes, total: total, detail: text, who: user.email, to: shop)
        }
        return done("made", page)
    }

    /// The file, noted with who took it: a form, so that no link of elsewhere brings it about.
    private func file(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        _ = try await page.form()
        let id = String(page.request.parameters["id"])
        let shop = desk.shop
        guard let number = shop.ids.number(.job, id), let job = try shop.journal.job(number), job.kind == JobKind.exportName,
            job.status == .complete, let response = ExportDownload.response(job, of: query.name(job, page.language), in: shop, page)
        else { throw PageFailure.notFound }
        try await shop.take { (intake) throws(IntakeError) in intake.audit("export.download", "job", id, by: user.email) }
        return response
    }

    private func schedule(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        let fields = try await page.form()
        var form = ExportsModel.Form()
        let order = order(fields, &form)
        form.name = (fields[ExportsModel.nameField] ?? "").filter { !$0.isWhitespace }
        form.often = fields[ExportsModel.oftenField] ?? ""
        form.at = (fields[ExportsModel.atField] ?? "").filter { !$0.isWhitespace }
        form.keeps = (fields[ExportsModel.keepsField] ?? "").filter { !$0.isWhitespace }
        let (minutes, keeps) = (Self.minutes(form.at), Int(form.keeps).flatMap { (1...1_000).contains($0) ? $0 : nil })
        if !ExportSchedule.isName(form.name) { form.problems[ExportsModel.nameField] = Phrase.Exports.nameWrong }
        if minutes == nil { form.problems[ExportsModel.atField] = Phrase.Exports.atWrong }
        if keeps == nil { form.problems[ExportsModel.keepsField] = Phrase.Exports.keepsWrong }
        guard desk.shop.scheduledExports.folder != nil else { throw PageFailure.unreadable }
        guard form.problems.isEmpty, let order, let minutes, let keeps else { return try refused(form, page) }
        do throws(IntakeError) {
            _ = try await desk.shop.addExportSchedule(
                name: form.name, order: order, days: Self.days(form.often), minutes: minutes, keeps: keeps, by: user.email)
        } catch {
            guard case .conflict = error else { throw APIError(error, ids: desk.shop.ids) }
            form.problems[ExportsModel.nameField] = Phrase.Exports.nameTaken
            return try refused(form, page)
        }
        return done("saved", page)
    }

    private static func days(_ often: String) -> ExportSchedule.Days {
        if often == "month" { return .monthly(day: 1) }
        if often.hasPrefix("week-"), let day = Int(often.dropFirst(5)), (1...7).contains(day) { return .weekly(day: day) }
        return .daily
    }

    /// `06:30` as minutes after midnight.
    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCII) }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    private func found(_ page: PageRequest) throws -> ExportSchedule {
        guard let number = desk.shop.ids.number(.exportSchedule, page.request.parameters["id"]),
            let schedule = desk.shop.definitions.exportSchedule(number)
        else { throw PageFailure.notFound }
        return schedule
    }

    private func askToEnd(_ page: PageRequest) throws -> APIResponse {
        _ = try page.user { $0.mayChangeShop }
        let schedule = try found(page)
        let words = page.frame.setting.words
        let view = ConfirmView(
            frame: page.frame, section: .exports, title: words(Phrase.Exports.endTitle), what: schedule.name,
            lead: [words(Phrase.Exports.endLead)], button: words(Phrase.Exports.endButton),
            action: ExportsView.ending(of: desk.shop.ids.id(.exportSchedule, schedule.number)), back: PagePaths.exports, token: page.token)
        return page.html(view.html)
    }

    private func end(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        _ = try await page.form()
        let schedule = try found(page)
        try await page.taking { () throws(IntakeError) in try await desk.shop.removeExportSchedule(schedule.number, by: user.email) }
        return done("ended", page)
    }
}
