import BuyTillYouDie
import Connectors
import CustomerValue
import Facts
import Foundation

/// The head of the JSON output: everything but the customers. Keys are snake case, as in CSV.
struct AnalysisDocument: Encodable {
    struct Condition: Encodable {
        var condition: String
        var found: Int
        var needed: Int
        var isMet: Bool
        var isRequired: Bool
        var missing: Int
    }
    struct EligibilityPart: Encodable {
        var isEligible: Bool
        var orderSource: String
        var conditions: [Condition]
        var predictionsMissingBecause: String?
    }
    struct Component: Encodable {
        var name: String
        var weight: Double
        var parameters: [String: Double]
        var standardErrors: [String: Double]?
        var logLikelihood: Double
        /// Mean log of the probability given to what came after earlier days, in nats.
        var logScore: Double?
        var converged: Bool
        var parametersAtBound: [String]
        var hessianUsable: Bool
    }
    struct Step: Encodable {
        var name: String
        var used: Bool
        var reason: String
        /// What was compared on earlier days; lower is better.
        var measure: String?
        var without: Double?
        var with: Double?
        var amount: Double?
    }
    struct ModelPart: Encodable {
        var name: String
        var timeUnit = "week"
        var parameters: [String: Double]?
        var standardErrors: [String: Double]?
        var logLikelihood: Double?
        var converged: Bool
        var candidates: [Component]
        var steps: [Step]?
        /// The earlier days that `auto` learnt from, and how far ahead of each.
        var triedOn: [String]?
        var triedHorizonDays: Int?
        var ordersPerPurchaseDay: Double
        var learnt: LearntPart?
        var sharedError: Double
        var rangesIncludeParameterError: Bool
        var note: String?
    }
    struct SpendPart: Encodable {
        var name = "gamma-gamma"
        var p: Double
        var q: Double
        var v: Double
        var fittedOn: String
        var customers: Int
        var converged: Bool
        var parametersAtBound: [String]
        var standardErrors: [String: Double]?
    }
    struct RFMPart: Encodable {
        var recencyDays: [Int]
        var frequencyOrders: [Int]?
        var monetaryValue: [Double]?
        var groups: [String: Int]
    }
    struct CategoriesPart: Encodable {
        var basisDays = 365
        var newUnderDays: Int
        var clvLowUnder: Double?
        var clvHighFrom: Double?
        var likelihoodLowUnder: Double?
        var likelihoodHighFrom: Double?
    }
    struct TotalsPart: Encodable {
        var customers: Int
        var orders: Int
        var revenue: Double
        var averageOrderValue: Double?
        var meanOfCustomersAverageOrderValues: Double?
        var averageHistoricClv: Double?
        var averageTotalClv: Double?
        var predictedClv: Double?
        var predictedClvLow: Double?
        var predictedClvHigh: Double?
        var predictedNumberOfOrders: Double?
        var averageChurnProbability: Double?
        var expectedReturningCustomers: Double?
        var sumOfProbabilityOfOrder: Double?
    }
    struct MonthPart: Encodable {
        var from: String
        var to: String
        var predictedNumberOfOrders: Double
        var predictedClv: Double
        var predictedClvLow: Double
        var predictedClvHigh: Double
    }
    /// What `auto` learnt and how much of it acts.
    struct LearntPart: Encodable {
        var orderRankerShare: Double
        var spendRankerShare: Double
        var activityPower: Double
        var orderFactor: Double
        var spendFactor: Double
        var shareAboveHigh: Double
    }
    struct InCurrency: Encodable {
        var currency: String
        var orders: Int
        var value: Double
    }
    struct CountedPart: Encodable {
        var purchases: Int
        var sameDayOrdersMerged: Int
        var ordersAfterAsOf: Int
        var ordersInFuture: Int
        var zeroValueOrders: Int
        var fullyRefundedOrders: Int
        var customersWithoutPurchase: Int
        var refundsMatchedByOrder: Int
        var refundsMatchedByCustomer: Int
        var refundsUnmatched: Int
        var refundsUnmatchedValue: Double
        var refundsAfterAsOf: Int
        var refundsOfUnknownCustomers: Int
        var refundsHeldAside: Int
        var refundedValue: Double
        var converted: [InCurrency]
        var heldAside: [InCurrency]
    }
    struct InputPart: Encodable {
        var read: IntakeReport
        var counted: CountedPart
    }

    var asOf: String
    var horizonDays: Int?
    var timeZone: String
    var currency: String
    var eligibility: EligibilityPart
    var input: InputPart
    var model: ModelPart?
    var spendModel: SpendPart?
    var rfm: RFMPart
    var categories: CategoriesPart?
    var totals: TotalsPart
    var months: [MonthPart]?

    init(analysis: Analysis, intake: IntakeReport) {
        let summaries = analysis.summaries
        let scale = Double(summaries.currency.minorUnitsPerMajor)
        func major(_ minorUnits: Int64) -> Double { Double(minorUnits) / scale }
        asOf = summaries.asOf.description
        horizonDays = analysis.predictions?.horizonInDays
        timeZone = summaries.timeZone.identifier
        currency = summaries.currency.code
        eligibility = EligibilityPart(
            isEligible: analysis.eligibility.isEligible, orderSource: analysis.eligibility.orderSource,
            conditions: analysis.eligibility.findings.map {
                Condition(
                    condition: $0.condition.rawValue, found: $0.found, needed: $0.needed, isMet: $0.isMet, isRequired: $0.isRequired,
                    missing: $0.missing)
            }, predictionsMissingBecause: analysis.failure?.words)
        let report = summaries.report
        func lines(_ parts: [SummaryReport.InCurrency]) -> [InCurrency] {
            parts.map {
                InCurrency(
                    currency: $0.currency.code, orders: $0.orders, value: Double($0.minorUnits) / Double($0.currency.minorUnitsPerMajor))
            }
        }
        input = InputPart(
            read: intake,
            counted: CountedPart(
                purchases: report.purchases, sameDayOrdersMerged: report.sameDayOrders, ordersAfterAsOf: report.ordersAfterAsOf,
                ordersInFuture: report.ordersInFuture, zeroValueOrders: report.zeroValueOrders,
                fullyRefundedOrders: report.fullyRefundedOrders, customersWithoutPurchase: report.customersWithoutPurchase,
                refundsMatchedByOrder: report.refundsMatchedByOrder, refundsMatchedByCustomer: report.refundsMatchedByCustomer,
                refundsUnmatched: report.refundsUnmatched, refundsUnmatchedValue: major(report.unmatchedRefundMinorUnits),
                refundsAfterAsOf: report.refundsAfterAsOf, refundsOfUnknownCustomers: report.refundsOfUnknownCustomers,
                refundsHeldAside: report.refundsHeldAside, refundedValue: major(report.refundedMinorUnits),
                converted: lines(report.converted), heldAside: lines(report.heldAside)))
        var groups: [String: Int] = [:]
        for (group, figures) in analysis.figuresByGroup { groups[group.rawValue] = figures.customers }
        let thresholds = analysis.rfm.thresholds
        rfm = RFMPart(
            recencyDays: [thresholds.recentDays, thresholds.lapsedDays],
            frequencyOrders: thresholds.orders.map { [Int($0.0), Int($0.1)] },
            monetaryValue: thresholds.historicMinorUnits.map { [major($0.0), major($0.1)] }, groups: groups)
        let figures = analysis.totals
        let range = figures.predictedRangeMinorUnits
        let isPredicted = analysis.predictions != nil
        totals = TotalsPart(
            customers: figures.customers, orders: figures.orders, revenue: major(figures.historicMinorUnits),
            averageOrderValue: figures.averageOrderMinorUnits.map { $0 / scale },
            meanOfCustomersAverageOrderValues: figures.meanOfAverageOrderMinorUnits.map { $0 / scale },
            averageHistoricClv: figures.averageHistoricMinorUnits.map { $0 / scale },
            averageTotalClv: figures.averageTotalMinorUnits.map { $0 / scale },
            predictedClv: isPredicted ? major(figures.predictedMinorUnits) : nil, predictedClvLow: range.map { major($0.lowerBound) },
            predictedClvHigh: range.map { major($0.upperBound) }, predictedNumberOfOrders: isPredicted ? figures.predictedOrders : nil,
            averageChurnProbability: figures.meanChurnProbability, expectedReturningCustomers: figures.expectedReturningCustomers,
            sumOfProbabilityOfOrder: isPredicted ? figures.sumOfProbabilityOfOrder : nil)
        guard let predictions = analysis.predictions else { return }
        months = analysis.months.map { month in
            MonthPart(
                from: month.firstDay.description, to: month.lastDay.description, predictedNumberOfOrders: month.expectedOrders,
                predictedClv: month.expectedMinorUnits / scale, predictedClvLow: major(month.rangeMinorUnits.lowerBound),
                predictedClvHigh: major(month.rangeMinorUnits.upperBound))
        }
        model = ModelPart(predictions.model, sharedError: analysis.totals.sharedError)
        spendModel = SpendPart(predictions.model.spend)
        let classes = predictions.thresholds
        categories = CategoriesPart(
            newUnderDays: classes.newUnderDays, clvLowUnder: classes.clvLowUnder.map { $0 / scale },
            clvHighFrom: classes.clvHighFrom.map { $0 / scale }, likelihoodLowUnder: classes.likelihoodLowUnder,
            likelihoodHighFrom: classes.likelihoodHighFrom)
    }

    /// The object as one line of JSON.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
