import Facts
import HTTPTypes
import Journal
import Markup
import Population
import SegmentWording
import Segments
import Shop
import Wording

/// Custom metrics, made, changed and deleted on pages. Owners and managers do it.
struct CustomMetricPageRoutes: RouteGroup {
    let desk: PageDesk

    /// Twenty groups with ten filters each, of which some have hundreds of values.
    private static let mostBytes = 1_000_000
    private static let mostMetrics = 500
    private var shop: Shop { desk.shop }
    private var zone: ShopTimeZone { shop.settings.timeZone }

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
            metrics: metrics.inAlphabet(by: \.name).prefix(Self.mostMetrics).map { ("id:" + shop.ids.id($0.number), $0.name) },
            isOfOrders: isOfOrders,
            token: desk.visits.token(page.visit))
    }

    /// Whether decimals stand after a comma where the reader lives.
    private func comma(_ page: PageRequest) -> Bool { page.language != .en }

    private func html(_ page: PageRequest, _ model: CustomMetricFormModel) -> APIResponse {
        let isRefused = !model.form.problems.isEmpty || model.refusal != nil
        return page.html(CustomMetricFormView(frame: page.frame, model: model).html, isRefused ? .unprocessableContent : .ok)
    }

    private func show(_ page: PageRequest, _ entry: CustomMetricEntry?) throws -> APIResponse {
        _ = try page.editor()
        guard let entry else { return html(page, model(CustomMetricForm(), nil, page)) }
        let form = CustomMetricForm(entry.definition, named: entry.name, comma: comma(page), zone: zone)
        return html(page, model(form, entry, page))
    }

    private func change(_ page: PageRequest, _ entry: CustomMetricEntry?) async throws -> APIResponse {
        let user = try page.editor()
        let fields = try await page.form(mostFields: SegmentDraft.mostFields)
        var form = CustomMetricForm(fields)
        let action = SegmentDraft.action(fields)
        switch action {
        case .add, .remove, .raise:
            let first = form.draft.perform(action, of: CustomMetricForm.kinds)
            var model = model(form, entry, page, madeOf: fields[FormState.field])
            model.first = first
            return html(page, model)
        case .save, .preview: break
        }
        form.problems.name = nameProblem(form.draft.name, of: entry)
        let definition = definition(of: &form, entry, page)
        var model = model(form, entry, page, madeOf: fields[FormState.field])
        guard let definition, form.problems.isEmpty else { return html(page, model) }
        do throws(IntakeError) {
            if action == .preview {
                if model.isOfOrders, let entry {
                    model.effect = try await shop.preview(.changed(entry.number, definition, nil)).flatMap { OrdersEffect($0, shop) }
                }
                return html(page, model)
            }
            let number: CustomMetricNumber
            if let entry {
                if FormState(entry).isNewer(than: fields), entry.name != form.draft.name || entry.definition != definition {
                    return conflict(entry, form.draft.name, definition, fields, page)
                }
                try await shop.changeCustomMetric(entry.number, name: form.draft.name, definition, by: user.email)
                number = entry.number
            } else {
                number = try await shop.makeCustomMetric(named: form.draft.name, definition, by: user.email)
            }
            return page.go(to: PagePaths.metric(shop.ids.id(number)).with(PagePaths.savedParameter, "1"))
        } catch {
            try page.rethrow(error)
            model.refusal = .init(error)
            return html(page, model)
        }
    }

    /// What a form asks for, where the shop has all that it names; what is wrong is noted in it.
    private func definition(of form: inout CustomMetricForm, _ entry: CustomMetricEntry?, _ page: PageRequest) -> CustomMetricDefinition? {
        guard let read = form.definition(comma: comma(page), zone: zone) else { return nil }
        do throws(SegmentFaults) {
            return try shop.checked(read, of: entry?.number)
        } catch {
            form.note(error)
            return nil
        }
    }

    /// The custom metric was saved while somebody filled in its form.
    private func conflict(
        _ entry: CustomMetricEntry, _ name: String, _ definition: CustomMetricDefinition, _ fields: QueryString, _ page: PageRequest
    ) -> APIResponse {
        let id = shop.ids.id(entry.number)
        let said = SegmentWords(page.language, names: shop.segmentNames)
        let words = said.words
        let metrics = Dictionary(shop.read { $0.allMetrics }.map { (shop.ids.id($0.number), $0.name) }) { first, _ in first }
        func lines(_ definition: CustomMetricDefinition) -> [EditConflict.Line] { said.lines(definition) { metrics[$0] } }
        let conflict = EditConflict(
            name: entry.name, last: EditConflict.lastChange(of: DefinitionKind.customMetric.rawValue, id, shop),
            facts: [
                .init(words(Phrase.PagePart.name), newer: entry.name, mine: name),
                .init(words(Phrase.MetricsPage.madeOf), newer: lines(entry.definition), mine: lines(definition)),
            ], state: FormState(entry), fields: fields.pairs)
        let path = PagePaths.editCustomMetric(id)
        let view = ConflictView(
            frame: page.frame, section: .metrics, conflict: conflict, action: path, newer: path,
            actionField: SegmentDraft.actionField, saves: "save", showsAgain: "preview", token: page.token)
        return page.html(view.html, .conflict)
    }

    private func nameProblem(_ name: String, of entry: CustomMetricEntry?) -> Phrase? {
        if name.isEmpty { return Phrase.RFMSetup.nameMissing }
        if name.utf8.count > Shop.longestCustomMetricName { return Phrase.RFMSetup.nameTooLong }
        let isMetric = shop.read { $0.metric(named: name) != nil }
        return isMetric || shop.definitions.customMetrics.contains { $0.number != entry?.number && $0.name == name }
            ? Phrase.MetricsPage.nameTaken : nil
    }

    // MARK: Deleting

    private func ask(_ page: PageRequest) throws -> APIResponse {
        _ = try page.editor()
        let entry = try entry(page)
        guard shop.uses(of: entry.number).isEmpty else { return page.go(to: inUse(entry)) }
        let id = shop.ids.id(entry.number)
        let words = page.frame.setting.words
        let view = ConfirmView(
            frame: page.frame, section: .metrics, title: words(Phrase.MetricsPage.deleteTitle), what: entry.name,
            lead: [words(Phrase.MetricsPage.deleteLead)], button: words(Phrase.RFMSetup.deleteNow),
            action: PagePaths.deleteCustomMetric(id),
            back: PagePaths.metric(id), token: desk.visits.token(page.visit))
        return page.html(view.html)
    }

    private func inUse(_ entry: CustomMetricEntry) -> PagePath {
        PagePaths.metric(shop.ids.id(entry.number)).with(MetricPageModel.inUseParameter, "1").at("made-of")
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
            return page.go(to: inUse(entry))
        }
        return page.go(to: PagePaths.metrics.with(PagePaths.savedParameter, MetricsModel.Notice.deleted.rawValue))
    }
}
