import Connectors
import Facts
import HTTPTypes
import Journal
import Markup
import Population
import Shop
import Wording

/// Exchange rates: everybody sees them, owners and managers add and replace them.
struct RatesRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/settings/rates", "Exchange rates", show),
            desk.page(.get, "/settings/rates/file", "Exchange rates as CSV", file),
            desk.page(.post, "/settings/rates", "Add an exchange rate", body: .bytes(mostBytes: 4_096), add),
            // Each character of a table may take three when it is sent.
            desk.page(.post, "/settings/rates/table", "Replace exchange rates", body: .bytes(mostBytes: 3 * RatesModel.mostBytes), replace),
        ]
    }

    private func model(_ form: RatesModel.Form? = nil) -> RatesModel {
        let shop = desk.shop
        let rates = shop.exchangeRates.all
        let newest = rates.sorted { ($1.day, $0.from.code, $0.to.code) < ($0.day, $1.from.code, $1.to.code) }.prefix(RatesModel.mostShown)
        let held = shop.ordersAside().byCurrency
        let today = shop.settings.timeZone.day(of: shop.clock())
        // A rate of today would leave waiting what was ordered before.
        let first = held.first { $0.currency != .none }
        let usual = RatesModel.Form(
            day: (first?.orders.firstDay ?? today).description, from: first?.currency.code ?? "", to: shop.settings.currency?.code ?? "")
        return RatesModel(
            count: rates.count, newest: newest.map { .init(day: $0.day, from: $0.from, to: $0.to, rate: $0.rate.text) },
            waiting: held.map { currency, orders in
                .init(held: .init(currency: currency, orders: orders.orders, minorUnits: orders.minorUnits), firstDay: orders.firstDay)
            },
            form: form ?? usual)
    }

    private func show(_ page: PageRequest) throws -> APIResponse {
        var model = model()
        model.isSaved = page.request.query.text[PagePaths.savedParameter] != nil
        return page.html(RatesView(frame: page.frame, model: model).html)
    }

    private func file(_ page: PageRequest) throws -> APIResponse {
        var text = "date,from,to,rate\n"
        for rate in desk.shop.exchangeRates.all { text += "\(rate.day),\(rate.from.code),\(rate.to.code),\(rate.rate.text)\n" }
        return page.download(text, name: "rates.csv")
    }

    private func add(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        let fields = try await page.form()
        func text(_ name: String) -> String { (fields[name] ?? "").filter { !$0.isWhitespace } }
        var form = RatesModel.Form(
            day: text(RatesModel.dayField), from: text(RatesModel.fromField).uppercased(), to: text(RatesModel.toField).uppercased(),
            rate: text(RatesModel.rateField))
        func currency(_ code: String) -> Currency? { Currency(code: code).flatMap { $0.isISO4217 ? $0 : nil } }
        let (day, from, to, rate) = (ShopDay(form.day), currency(form.from), currency(form.to), ExchangeRates.Rate(form.rate))
        guard let day, let from, let to, let rate, from != to else {
            if day == nil { form.problems[RatesModel.dayField] = Phrase.Rates.dayWrong }
            if from == nil { form.problems[RatesModel.fromField] = Phrase.Settings.currencyWrong }
            if to == nil { form.problems[RatesModel.toField] = Phrase.Settings.currencyWrong }
            if rate == nil { form.problems[RatesModel.rateField] = Phrase.Rates.rateWrong }
            if from != nil, from == to { form.problems[RatesModel.toField] = Phrase.Rates.same }
            return page.html(RatesView(frame: page.frame, model: model(form)).html, .unprocessableContent)
        }
        var rates = desk.shop.exchangeRates
        rates.add(rate, from: from, to: to, on: day)
        try await set(rates, by: user.email, page)
        return page.go(to: SettingsTab.rates.path.with(PagePaths.savedParameter, "1"))
    }

    private func replace(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        let table = (try await page.form())[RatesModel.tableField] ?? ""
        let rates: ExchangeRates
        do throws(ReadingError) {
            rates = try ExchangeRates.read(text: table)
        } catch {
            var model = model()
            model.table = String(table.prefix(10_000))
            model.tableProblem = .init(
                line: error.line, column: error.column, cause: error.cause, values: error.values, english: error.message)
            return page.html(RatesView(frame: page.frame, model: model).html, .unprocessableContent)
        }
        try await set(rates, by: user.email, page)
        return page.go(to: SettingsTab.rates.path.with(PagePaths.savedParameter, "1"))
    }

    private func set(_ rates: ExchangeRates, by who: String, _ page: PageRequest) async throws(APIError) {
        try await page.taking { () throws(IntakeError) in try await desk.shop.setExchangeRates(rates, by: who) }
    }
}

extension PageRequest {
    /// A text as a file to keep.
    func download(_ text: String, name: String) -> APIResponse {
        var response = APIResponse(.ok, text: text, mediaType: "text/csv; charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }
}
