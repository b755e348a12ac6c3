import Facts
import Testing
import Wording

@testable import CustomerValue
@testable import Reports

@Suite("What the sections are made of")
struct ModelTests {
    @Test("Money at stake is predicted CLV times churn probability of overdue customers, highest first")
    func slipping() throws {
        let analysis = try Shop.regular(customers: 300).analysis()
        let predictions = try #require(analysis.predictions)
        let slipping = try #require(SlippingCustomers(analysis, most: 20))
        let all = (0..<analysis.summaries.count).compactMap { predictions[$0] }.filter(\.isOverdue)
        #expect(slipping.figures.customers == all.count && !all.isEmpty)
        let stakes = all.map { Double($0.clvMinorUnits) * $0.churnProbability }
        #expect(abs(slipping.atStakeMinorUnits - stakes.reduce(0, +)) < 1e-6 * slipping.atStakeMinorUnits)
        #expect(slipping.top.map(\.atStakeMinorUnits) == Array(stakes.sorted(by: >).prefix(20)))
        let range = try #require(slipping.atStakeRangeMinorUnits)
        #expect(range.contains(slipping.atStakeMinorUnits))
    }

    @Test("Histograms hold everyone once, in bars of a round width")
    func histograms() throws {
        let values: [Int64] = [0, 50, 99, 100, 101, 2_500, 900_000]
        let histogram = try #require(ValueModel.histogram(values, minorUnitsPerMajor: 100))
        #expect(histogram.counts.reduce(0, +) == values.count)
        #expect([1, 2, 5].contains { histogram.stepMinorUnits == $0 || String(histogram.stepMinorUnits).hasPrefix("\($0)0") })
        #expect(ValueModel.histogram([0, 0], minorUnitsPerMajor: 100) == nil)
        #expect(ValueModel.histogram([], minorUnitsPerMajor: 100) == nil)
        let extreme = try #require(ValueModel.histogram([.min, 1, .max], minorUnitsPerMajor: 1))
        #expect(extreme.counts.reduce(0, +) == 3)
    }

    @Test("A number of customers has a range that holds it and never exceeds everyone")
    func countRanges() {
        var count = CountRange(sharedError: 0.2)
        for _ in 0..<100 { count.add(0.95) }
        #expect(abs(count.expected - 95) < 1e-9)
        #expect(count.range.contains(95) && count.range.upperBound == 100 && count.range.lowerBound < 77)
    }

    @Test("Calibration is averaged over folds by customers")
    func calibration() {
        let bin = { (customers: Int, predicted: Double, ordered: Double) in
            Backtest.CalibrationBin(customers: customers, predicted: predicted, ordered: ordered)
        }
        let fold = { (bins: [Backtest.CalibrationBin]) in
            Backtest.Fold(cutoff: ShopDay(daysSince1970: 0), horizonInDays: 90, customers: 1, candidates: [], calibration: bins)
        }
        let model = PooledCalibration(Backtest(folds: [fold([bin(100, 0.2, 0.1)]), fold([bin(300, 0.24, 0.3), bin(0, .nan, .nan)])]))
        #expect(model.bins.count == 1)
        #expect(abs((model.fullest?.predicted ?? 0) - 0.23) < 1e-12 && abs((model.fullest?.ordered ?? 0) - 0.25) < 1e-12)
        #expect(abs(model.missedBy - 0.02) < 1e-12)
        #expect(PooledCalibration(nil).fullest == nil)
    }

    @Test("The first screen counts customers by the same filters that it prints")
    func actions() throws {
        let analysis = try Shop.regular(customers: 300).analysis()
        let page = PageContext(
            analysis: analysis, today: analysis.summaries.asOf, language: .en, showsCustomers: false, countedValue: .gross, reading: nil)
        let summaries = analysis.summaries
        for action in AnswerModel(page).actions {
            switch action {
            case .winBack(let customers, let atStake): #expect(customers == 10 && atStake > 0)
            case .secondOrder(let customers, let from, let to):
                let counted = (0..<summaries.count).filter {
                    summaries.numberOfOrders[$0] == 1 && (from...to).contains(summaries.daysSinceLastOrder($0))
                }
                #expect(customers == counted.count)
            case .thankTheBest(let customers, let share):
                #expect(customers == (0..<summaries.count).filter { analysis.rfm.group($0) == .champions }.count)
                #expect((0...1).contains(share))
            case .saveOnTheLost(let customers, _):
                #expect(customers == (0..<summaries.count).filter { (analysis.predictions?[$0]?.churnProbability ?? 0) >= 0.9 }.count)
            case .saveOnInactive: Issue.record("the shop has predictions")
            }
        }
    }

    @Test("What rounds to nothing is not worth a letter")
    func nothingAtStake() throws {
        let analysis = try Shop.regular(customers: 300, minorUnits: 1).analysis()
        let page = PageContext(
            analysis: analysis, today: analysis.summaries.asOf, language: .en, showsCustomers: false, countedValue: .gross, reading: nil)
        let slipping = try #require(page.slipping)
        let first = slipping.top.prefix(AnswerModel.firstOfList).reduce(0) { $0 + $1.atStakeMinorUnits }
        #expect(first > 0 && first < 50)
        let isAsked = AnswerModel(page).actions.contains { if case .winBack = $0 { true } else { false } }
        #expect(!isAsked)
    }

    @Test("Days to a second order are whole only where customers have had a year")
    func fullYear() throws {
        let old = try Shop.regular(customers: 300).analysis()
        #expect(old.history.secondPurchase.isOfFullYear)
        var shop = Shop()
        for customer in 0..<100 {
            shop.order("c\(customer)", day: customer, 1_000)
            shop.order("c\(customer)", day: customer + 30 + customer % 40, 1_000)
        }
        let young = try shop.analysis()
        #expect(young.history.secondPurchase.thirdQuartileInDays != nil && !young.history.secondPurchase.isOfFullYear)
        let said = { (analysis: Analysis) in Report.page(analysis).contains("later returns cannot be seen yet") }
        #expect(said(young) && !said(old))
        #expect(!Report.page(young).contains("Write for the first time"))
    }
}
