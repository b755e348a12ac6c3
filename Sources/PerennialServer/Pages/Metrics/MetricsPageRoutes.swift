import Facts
import HTTPTypes
import Journal
import Markup
import Population
import Shop
import Wording

/// The pages of metrics, and which of them tell of orders.
struct MetricsPageRoutes: RouteGroup {
    let desk: PageDesk

    private static let mostBytes = 2_048
    private var shop: Shop { desk.shop }

    var routes: [Route] {
        [
            desk.page(.get, "/shop-metrics", "Metrics") { page in
                var model = try MetricsQuery(desk: desk).model()
                model.notice = page.request.query.text[PagePaths.savedParameter].flatMap(MetricsModel.Notice.init(rawValue:))
                return page.html(MetricsView(frame: page.frame, model: model).html)
            },
            desk.page(.get, "/shop-metrics/{id}", "Metric") { page in
                let text = page.request.query.text
                let interval = text["by"].flatMap(MetricPageModel.Interval.init(rawValue:)) ?? .day
                var model = try MetricPageQuery(desk: desk).model(page.request.parameters["id"], by: interval)
                model.isSaved = text[PagePaths.savedParameter] != nil
                model.isInUse = text[MetricPageModel.inUseParameter] != nil && model.custom?.uses.isEmpty == false
                return page.html(MetricPageView(frame: page.frame, model: model).html)
            },
            desk.page(.get, "/shop-metrics/mapping/{meaning}", "Mapped metric", ask),
            desk.page(.post, "/shop-metrics/mapping/{meaning}", "Mapped metric", body: .bytes(mostBytes: Self.mostBytes), choose),
        ]
    }

    private func meaning(_ page: PageRequest) throws(PageFailure) -> MetricMapping.Meaning {
        guard let meaning = MetricMapping.Meaning(rawValue: page.request.parameters["meaning"]), meaning.isOfOrders else {
            throw .notFound
        }
        return meaning
    }

    private func model(_ meaning: MetricMapping.Meaning, chosen: String?, _ page: PageRequest) -> MappingModel {
        let mapping = MetricsQuery(desk: desk).mapping(meaning)
        let query = RFMSettingsQuery(shop: shop)
        let custom = shop.definitions.customMetrics.inAlphabet(by: \.name).map {
            MappingModel.Choice(value: query.value(.custom($0.number)), name: $0.name, isCustom: true)
        }
        let metrics = shop.read { $0.allMetrics }.inAlphabet(by: \.name).map {
            MappingModel.Choice(value: query.value(.metric($0.number)), name: $0.name, isCustom: false)
        }
        let mapped = shop.mapped(meaning)
        let now = mapped.custom.map { query.value(.custom($0.number)) } ?? mapped.metric.map { query.value(.metric($0.number)) }
        return MappingModel(
            mapping: mapping, choices: custom + metrics, chosen: chosen ?? now ?? MappingModel.usual, current: now ?? MappingModel.usual,
            madeOf: FormState(now ?? MappingModel.usual).mark, token: desk.visits.token(page.visit))
    }

    private func ask(_ page: PageRequest) throws -> APIResponse {
        _ = try page.editor()
        return page.html(MappingView(frame: page.frame, model: model(try meaning(page), chosen: nil, page)).html)
    }

    private func choose(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let meaning = try meaning(page)
        let fields = try await page.form()
        let chosen = String((fields[MappingModel.field] ?? "").prefix(100))
        guard let mapped = mapped(chosen) else { throw PageFailure.notFound }
        var model = model(meaning, chosen: chosen, page)
        let state = FormState(model.current)
        if fields[MappingModel.actionField] == "save", state.isNewer(than: fields), chosen != model.current {
            return conflict(model, state, fields, page)
        }
        model.madeOf = fields[FormState.field] ?? model.madeOf
        do throws(IntakeError) {
            if fields[MappingModel.actionField] == "save" {
                try await shop.map(meaning, to: mapped, by: user.email)
                await page.settle { shop.models.isEverybodyScored }
                return page.go(to: PagePaths.metrics.with(PagePaths.savedParameter, MetricsModel.Notice.mapped.rawValue))
            }
            model.effect = try await shop.preview(.mapped(meaning, mapped)).flatMap { OrdersEffect($0, shop) }
        } catch {
            try page.rethrow(error)
            model.refusal = .init(error)
        }
        return page.html(MappingView(frame: page.frame, model: model).html, model.refusal == nil ? .ok : .unprocessableContent)
    }

    /// Something else was chosen meanwhile.
    private func conflict(_ model: MappingModel, _ state: FormState, _ fields: QueryString, _ page: PageRequest) -> APIResponse {
        let (words, meaning) = (page.frame.setting.words, model.mapping.meaning)
        func name(_ value: String) -> String {
            guard value != MappingModel.usual else { return words.usualMetric(meaning.usualName) }
            return model.choices.first { $0.value == value }.map { $0.isCustom ? words.customMetric($0.name) : $0.name } ?? value
        }
        let conflict = EditConflict(
            name: words.whatCountsAs(words(meaning.phrase)),
            last: EditConflict.lastChange(of: DefinitionKind.mappedMetric.rawValue, meaning.rawValue, shop),
            facts: [.init(words(Phrase.MetricsPage.isSaidBy), newer: name(model.current), mine: name(model.chosen))], state: state,
            fields: fields.pairs)
        let path = PagePaths.mapping(meaning.rawValue)
        let view = ConflictView(
            frame: page.frame, section: .metrics, conflict: conflict, action: path, newer: path, actionField: MappingModel.actionField,
            saves: "save", showsAgain: "preview", token: page.token)
        return page.html(view.html, .conflict)
    }

    private func mapped(_ value: String) -> Shop.Mapped? {
        if value == MappingModel.usual { return .usual }
        switch RFMSettingsQuery(shop: shop).metric(value) {
        case .metric(let number): return .metric(number)
        case .custom(let number): return .custom(number)
        case .orders, nil: return nil
        }
    }
}
