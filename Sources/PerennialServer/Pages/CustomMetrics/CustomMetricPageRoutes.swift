import HTTPTypes
import Journal
import Markup
import Population
import Segments
import Shop
import Wording

/// Custom metrics, made, changed and deleted on pages. Owners and managers do it.
struct CustomMetricPageRoutes: RouteGroup {
    let desk: PageDesk

    private static let mostBytes = 300_000
    private static let mostMetrics = 500
    private static let mostSpare = 5
    private var shop: Shop { desk.shop }

    var routes: [Route] {
        let body = Route.Body.bytes(mostBytes: Self.mostBytes)
        return [
            desk.page(.get, "/shop-metrics/custom/new", "New custom metric") { try show($0, nil) },
            desk.page(.post, "/shop-metrics/custom/new", "New custom metric", body: body) { try await change($0, nil) },
            desk.page(.get, "/shop-metrics/custom/{id}/edit", "Custom metric") { try show($0, try entry($0)) },
            desk.page(.post, "/shop-metrics/custom/{id}/edit", "Custom metric", body: body) { try await change($0, try entry($0)) },
            desk.page(.get, "/shop-metrics/custom/{id}/delete", "Delete custom metric", ask),
            desk.page(.post, "/shop-metrics/custom/{id}/delete", "Delete custom metric", body: .bytes(mostBytes: 1_024), delete),
        ]
    }

    private func entry(_ page: PageRequest) throws(PageFailure) -> CustomMetricEntry {
        guard let number = shop.ids.customMetric(page.request.parameters["id"]), let entry = shop.definitions.customMetric(number) else {
            throw .notFound
        }
        return entry
    }

    private func model(
        _ form: CustomMetricForm, _ entry: CustomMetricEntry?, _ page: PageRequest, madeOf: String? = nil
    ) -> CustomMetricFormModel {
        let (metrics, mapping) = shop.read { ($0.allMetrics, $0.mapping) }
        let isOfOrders = entry.map { entry in mapping.custom.contains { $0.key.isOfOrders && $0.value.number == entry.number } } ?? false
        return CustomMetricFormModel(
            form: form, madeOf: madeOf ?? entry.map { FormState($0).mark } ?? "", id: entry.map { shop.ids.id($0.number) },
            metrics: metrics.prefix(Self.mostMetrics).map { .init(id: shop.ids.id($0.number), name: $0.name) }, isOfOrders: isOfOrders,
            token: desk.visits.token(page.visit))
    }

    private func html(_ page: PageRequest, _ model: CustomMetricFormModel) -> APIResponse {
        let isRefused = !model.form.problems.isEmpty || model.refusal != nil
        return page.html(CustomMetricFormView(frame: page.frame, model: model).html, isRefused ? .unprocessableContent : .ok)
    }

    private func show(_ page: PageRequest, _ entry: CustomMetricEntry?) throws -> APIResponse {
        _ = try page.editor()
        guard let entry else { return html(page, model(CustomMetricForm(), nil, page)) }
        // What the form cannot hold would be lost.
        guard let form = CustomMetricForm(entry) else { throw PageFailure.notFound }
        return html(page, model(form, entry, page))
    }

    private func change(_ page: PageRequest, _ entry: CustomMetricEntry?) async throws -> APIResponse {
        let user = try page.editor()
        let fields = try await page.form(mostFields: CustomMetricForm.mostFields)
        var form = CustomMetricForm(fields)
        let action = fields[CustomMetricForm.actionField]
        if action == "more" {
            var model = model(form, entry, page, madeOf: fields[FormState.field])
            model.spare = min(Self.mostSpare, 3)
            return html(page, model)
        }
        form.problems[CustomMetricForm.nameField] = nameProblem(form.name, of: entry)
        let metrics = Set(shop.read { $0.allMetrics }.map { shop.ids.id($0.number) })
        guard let read = form.definition(metrics.contains) else {
            return html(page, model(form, entry, page, madeOf: fields[FormState.field]))
        }
        var model = model(form, entry, page, madeOf: fields[FormState.field])
        do throws(IntakeError) {
            let definition: CustomMetricDefinition
            do throws(SegmentFaults) {
                definition = try shop.checked(read, of: entry?.number)
            } catch {
                model.refusal = .made(error.list.map(\.reason))
                return html(page, model)
            }
            if action == "preview", let entry {
                model.effect = try await shop.preview(.changed(entry.number, definition, nil)).flatMap { OrdersEffect($0, shop) }
                return html(page, model)
            }
            let number: CustomMetricNumber
            if let entry {
                if FormState(entry).isNewer(than: fields), entry.name != form.name || entry.definition != definition {
                    return conflict(entry, form.name, definition, fields, page)
                }
                try await shop.changeCustomMetric(entry.number, name: form.name, definition, by: user.email)
                number = entry.number
            } else {
                number = try await shop.makeCustomMetric(named: form.name, definition, by: user.email)
            }
            return page.go(to: PagePaths.metric(shop.ids.id(number)).with(PagePaths.savedParameter, "1"))
        } catch {
            try page.rethrow(error)
            model.refusal = .init(error)
            return html(page, model)
        }
    }

    /// The custom metric was saved while somebody filled in its form.
    private func conflict(
        _ entry: CustomMetricEntry, _ name: String, _ definition: CustomMetricDefinition, _ fields: QueryString, _ page: PageRequest
    ) -> APIResponse {
        let (words, id) = (page.frame.setting.words, shop.ids.id(entry.number))
        let metrics = Dictionary(shop.read { $0.allMetrics }.map { (shop.ids.id($0.number), $0.name) }) { first, _ in first }
        func lines(_ definition: CustomMetricDefinition) -> [EditConflict.Line] { words.lines(definition) { metrics[$0] } }
        let conflict = EditConflict(
            name: entry.name, last: EditConflict.lastChange(of: DefinitionKind.customMetric.rawValue, id, shop),
            facts: [
                .init(words(Phrase.PagePart.name), newer: entry.name, mine: name),
                .init(words(Phrase.MetricsPage.madeOf), newer: lines(entry.definition), mine: lines(definition)),
            ], state: FormState(entry), fields: fields.pairs)
        let path = PagePaths.editCustomMetric(id)
        let view = ConflictView(
            frame: page.frame, section: .metrics, conflict: conflict, action: path, newer: path,
            actionField: CustomMetricForm.actionField, saves: "save", showsAgain: "more", token: page.token)
        return page.html(view.html, .conflict)
    }

    private func nameProblem(_ name: String, of entry: CustomMetricEntry?) -> CustomMetricForm.Problem? {
        if name.isEmpty { return .nameMissing }
        if name.utf8.count > Shop.longestCustomMetricName { return .nameTooLong }
        let isMetric = shop.read { $0.metric(named: name) != nil }
        return isMetric || shop.definitions.customMetrics.contains { $0.number != entry?.number && $0.name == name } ? .nameTaken : nil
    }

    // MARK: Deleting

    private func ask(_ page: PageRequest) throws -> APIResponse {
        _ = try page.editor()
        let entry = try entry(page)
        let id = shop.ids.id(entry.number)
        let words = page.frame.setting.words
        let view = ConfirmView(
            frame: page.frame, section: .metrics, title: words(Phrase.MetricsPage.deleteTitle), what: entry.name,
            lead: [words(Phrase.MetricsPage.deleteLead)], button: words(Phrase.RFMSetup.deleteNow),
            action: PagePaths.deleteCustomMetric(id),
            back: PagePaths.metric(id), token: desk.visits.token(page.visit))
        return page.html(view.html)
    }

    private func delete(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let entry = try entry(page)
        _ = try await page.form()
        do throws(IntakeError) {
            try await shop.deleteCustomMetric(entry.number, by: user.email)
        } catch {
            try page.rethrow(error)
            // Something goes by it since the question was asked: its page says what.
            return page.go(to: PagePaths.metric(shop.ids.id(entry.number)))
        }
        return page.go(to: PagePaths.metrics.with(PagePaths.savedParameter, MetricsModel.Notice.deleted.rawValue))
    }
}
