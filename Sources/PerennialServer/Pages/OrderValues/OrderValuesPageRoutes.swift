import Facts
import HTTPTypes
import Journal
import Markup
import Shop

/// The page of order values, and the benchmark that stands on it.
struct OrderValuesPageRoutes: RouteGroup {
    let desk: PageDesk

    private static let mostBytes = 4_096

    var routes: [Route] {
        [
            desk.page(.get, "/order-values", "Order values") { page in
                let text = page.request.query.text
                var model = try await OrderValuesQuery(desk: desk).model(
                    OrderValueQuestion { text[$0] }, token: desk.visits.token(page.visit))
                model.isSaved = text[PagePaths.savedParameter] != nil
                return page.html(OrderValuesView(frame: page.frame, model: model).html)
            },
            desk.page(.post, "/order-values/benchmark", "Benchmark", body: .bytes(mostBytes: Self.mostBytes), setBenchmark),
        ]
    }

    private func setBenchmark(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let fields = try await page.form()
        var form = BenchmarkForm()
        form.value = String((fields[BenchmarkForm.valueField] ?? "").prefix(40))
        form.source = (fields[BenchmarkForm.sourceField] ?? "").split(separator: " ").joined(separator: " ")
        let isRemoved = fields["action"] == "remove"
        let benchmark = isRemoved ? nil : form.benchmark(desk.shop.settings.currency ?? .none)
        guard isRemoved || benchmark != nil else {
            let model = try await OrderValuesQuery(desk: desk).model(
                OrderValueQuestion(), form: form, token: desk.visits.token(page.visit))
            return page.html(OrderValuesView(frame: page.frame, model: model).html, .unprocessableContent)
        }
        do throws(IntakeError) {
            try await desk.shop.setOrderValueBenchmark(benchmark, by: user.email)
        } catch {
            try page.rethrow(error)
            throw PageFailure.unreadable
        }
        return page.go(to: PagePaths.orderValues.with(PagePaths.savedParameter, "1"))
    }
}
