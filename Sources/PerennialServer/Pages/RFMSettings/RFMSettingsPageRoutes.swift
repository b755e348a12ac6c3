import CustomerValue
import HTTPTypes
import Journal
import Markup
import Population
import Segments
import Shop
import Wording

/// Setting up RFM groups: what a change would do, saving it, and the models side by side. Owners and managers do it.
struct RFMSettingsPageRoutes: RouteGroup {
    let desk: PageDesk

    /// A map of five levels has 125 fields.
    private static let mostBytes = 16_384
    private var shop: Shop { desk.shop }
    private var query: RFMSettingsQuery { RFMSettingsQuery(shop: shop) }

    var routes: [Route] {
        let body = Route.Body.bytes(mostBytes: Self.mostBytes)
        return [
            desk.page(.get, "/rfm/settings", "RFM settings", show),
            desk.page(.post, "/rfm/settings", "RFM settings", body: body, change),
            desk.page(.post, "/rfm/models", "New RFM model", body: body, make),
            desk.page(.post, "/rfm/models/default", "Default RFM model", body: body, makeDefault),
            desk.page(.get, "/rfm/models/delete", "Delete RFM model", ask),
            desk.page(.post, "/rfm/models/delete", "Delete RFM model", body: body, delete),
        ]
    }

    private func html(_ page: PageRequest, _ model: RFMSettingsModel) -> APIResponse {
        let isRefused = !model.form.problems.isEmpty || model.newNameProblem != nil
        return page.html(RFMSettingsView(frame: page.frame, model: model).html, isRefused ? .unprocessableContent : .ok)
    }

    private func show(_ page: PageRequest) throws -> APIResponse {
        _ = try page.editor()
        let text = page.request.query.text
        var model = try query.model(try query.entry(text[RFMQuestion.modelParameter]), token: desk.visits.token(page.visit))
        model.isMade = text[PagePaths.savedParameter] != nil
        return html(page, model)
    }

    // MARK: Changing

    private func change(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let fields = try await page.form(mostFields: RFMForm.mostFields)
        let entry = try query.entry(fields[RFMQuestion.modelParameter])
        let (token, madeOf) = (desk.visits.token(page.visit), fields[FormState.field])
        var form = RFMForm(fields)
        if entry.isStandard { form.metric = RFMSettingsQuery.orders }
        if fields[RFMForm.actionField] == RFMForm.Action.levels.rawValue {
            // Borders and map of other levels are others: the fields are laid out anew.
            form.problems = [:]
            let borders = fields.pairs.count {
                $0.name.hasPrefix("\(RFMDimension.recency.rawValue)-") && $0.name != RFMForm.methodField(.recency)
            }
            if borders != form.levels.borders { form = RFMForm(RFMSettings(levels: form.levels), name: form.name, metric: form.metric) }
            return html(page, try query.model(entry, form: form, madeOf: madeOf, token: token))
        }
        let metric = query.metric(form.metric)
        if metric == nil { form.problems[RFMForm.metricField] = .noSuchMetric }
        form.problems[RFMForm.nameField] = nameProblem(form.name, of: entry)
        guard let settings = form.settings(), let metric else {
            return html(page, try query.model(entry, form: form, madeOf: madeOf, token: token))
        }
        guard fields[RFMForm.actionField] == RFMForm.Action.save.rawValue else {
            var model = try query.model(entry, form: form, madeOf: madeOf, token: token)
            model.preview = shop.preview(settings, of: entry, goingBy: metric)
            return html(page, model)
        }
        if query.state(entry).isNewer(than: fields), settings != entry.settings || metric != entry.metric || form.name != entry.name {
            let view = ConflictView(
                frame: page.frame, section: .rfm, conflict: try conflict(entry, form, settings, metric, fields, page),
                action: PagePaths.rfmSettings, newer: PagePaths.rfmSettings.with(RFMQuestion.modelParameter, shop.ids.id(entry.number)),
                actionField: RFMForm.actionField, saves: RFMForm.Action.save.rawValue, showsAgain: RFMForm.Action.preview.rawValue,
                token: token)
            return page.html(view.html, .conflict)
        }
        do throws(IntakeError) {
            try await shop.changeRFMModel(
                entry.number, name: form.name, metric: entry.isStandard ? nil : metric, settings: settings, by: user.email)
        } catch {
            try page.rethrow(error)
            form.problems[RFMForm.actionField] = .refused
            return html(page, try query.model(entry, form: form, madeOf: madeOf, token: token))
        }
        await page.settle { !shop.rfmInUse(by: entry).isProcessing }
        return page.go(to: saved(entry))
    }

    /// The model was saved while somebody filled in its form.
    private func conflict(
        _ entry: RFMModelEntry, _ form: RFMForm, _ settings: RFMSettings, _ metric: RFMMetric, _ fields: QueryString, _ page: PageRequest
    ) throws -> EditConflict {
        let (words, metrics) = (page.frame.setting.words, query.metricNames)
        func name(_ metric: RFMMetric) -> String { metrics[query.value(metric)] ?? words(Phrase.RFMSetup.goesByOrders) }
        let changes = [
            try shop.lastChangeOfRFMSettings(of: entry.number),
            EditConflict.lastChange(of: DefinitionKind.rfmModel.rawValue, shop.ids.id(entry.number), shop),
        ]
        return EditConflict(
            name: entry.name, last: changes.compactMap { $0 }.max { $0.at < $1.at },
            facts: [
                .init(words(Phrase.PagePart.name), newer: entry.name, mine: form.name),
                .init(words(Phrase.RFMSetup.metric), newer: name(entry.metric), mine: name(metric)),
            ] + words.differences(entry.settings, settings), state: query.state(entry), fields: fields.pairs)
    }

    /// The page of the groups, which says that it was saved.
    private func saved(_ entry: RFMModelEntry) -> PagePath {
        let path =
            entry.number == shop.shownRFMModel.number
            ? PagePaths.rfm : PagePaths.rfm.with(RFMQuestion.modelParameter, shop.ids.id(entry.number))
        return path.with(PagePaths.savedParameter, "1")
    }

    /// - Parameter entry: whose name it is to be; `nil`: of a new one.
    private func nameProblem(_ name: String, of entry: RFMModelEntry?) -> RFMForm.Problem? {
        if name.isEmpty { return .nameMissing }
        if name.utf8.count > RFMModelTest.longestName { return .nameTooLong }
        return shop.rfmModels.contains { $0.number != entry?.number && $0.name == name } ? .nameTaken : nil
    }

    // MARK: Models

    private func make(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let fields = try await page.form()
        let name = String((fields["new"] ?? "").split(separator: " ").joined(separator: " ").prefix(300))
        var problem = nameProblem(name, of: nil)
        if problem == nil {
            do throws(IntakeError) {
                let made = try await shop.makeRFMModel(named: name, by: user.email)
                return page.go(
                    to: PagePaths.rfmSettings.with(RFMQuestion.modelParameter, shop.ids.id(made.model.number))
                        .with(PagePaths.savedParameter, "1"))
            } catch {
                try page.rethrow(error)
                problem = .refused
            }
        }
        var model = try query.model(try query.entry(nil), token: desk.visits.token(page.visit))
        (model.newName, model.newNameProblem) = (name, problem)
        return html(page, model)
    }

    private func makeDefault(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let entry = try query.entry(try await page.form()[RFMQuestion.modelParameter])
        do throws(IntakeError) {
            try await shop.changeRFMModel(entry.number, isShown: true, by: user.email)
        } catch {
            try page.rethrow(error)
            throw PageFailure.notFound
        }
        return page.go(to: PagePaths.rfm.with(PagePaths.savedParameter, "1"))
    }

    private func ask(_ page: PageRequest) throws -> APIResponse {
        _ = try page.editor()
        guard let id = page.request.query.text[RFMQuestion.modelParameter] else { throw PageFailure.notFound }
        let entry = try query.entry(id)
        let words = page.frame.setting.words
        let view = ConfirmView(
            frame: page.frame, section: .rfm, title: words(Phrase.RFMSetup.deleteTitle), what: entry.name,
            lead: [words(Phrase.RFMSetup.deleteLead)], button: words(Phrase.RFMSetup.deleteNow),
            action: PagePaths.rfmDelete.with(RFMQuestion.modelParameter, id), back: PagePaths.rfmSettings,
            token: desk.visits.token(page.visit))
        return page.html(view.html)
    }

    private func delete(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        _ = try await page.form()
        guard let id = page.request.query.text[RFMQuestion.modelParameter] else { throw PageFailure.notFound }
        let entry = try query.entry(id)
        do throws(IntakeError) {
            try await shop.deleteRFMModel(entry.number, by: user.email)
        } catch {
            try page.rethrow(error)
            // Something goes by it since the question was asked: the page says what.
            return page.go(to: PagePaths.rfmSettings)
        }
        return page.go(to: PagePaths.rfmSettings.with(PagePaths.savedParameter, "1"))
    }
}
