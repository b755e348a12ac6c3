import BuyTillYouDie
import Connectors
import CustomerValue
import Facts
import Foundation

/// What is said about a result on standard error: what was read, what was left out, whether it is enough, and what it adds up to.
struct SummaryText {
    let analysis: Analysis
    let intake: IntakeReport
    let refundsGiven: Bool
    let today: ShopDay
    /// Whether the as-of day was chosen: then it may lie as far back as it likes.
    let isAsOfGiven: Bool

    /// Up to how many days the newest order may be old without a word.
    private static let freshDays = 30

    private var summaries: CustomerSummaries { analysis.summaries }
    private var currency: Currency { analysis.summaries.currency }

    var text: String {
        let lines = IntakeText(intake).lines + counted + ["", eligibility] + [""] + figures + predictionLines
        return lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }.map { wrapped(String($0)) }
            .joined(separator: "\n")
    }

    private func line(_ count: Int, _ one: String, _ many: String, of all: Int? = nil) -> String {
        "\(grouped(count))\(all.map { " of \(grouped($0))" } ?? "") \(count == 1 ? one : many)"
    }

    private var counted: [String] {
        let report = summaries.report
        var lines: [String] = []
        let zone = summaries.timeZone
        let span = [report.firstOrder, report.lastOrder].compactMap { $0.map { zone.day(of: $0).description } }.joined(separator: " to ")
        lines.append(
            "Counted   \(line(report.purchases, "order", "orders")) of \(line(summaries.customersWithPurchase, "customer", "customers"))\(span.isEmpty ? "" : ", \(span)"), in \(currencyWords); days of \(zone.identifier)."
        )
        if report.sameDayOrders > 0 {
            lines.append(
                "          \(line(report.sameDayOrders, "order", "orders")) came on a day with another of the same customer: one purchase day each."
            )
        }
        lines += LeftOutText(report).orders
        lines += refunds(report)
        if report.customersWithoutPurchase > 0 {
            let who = line(report.customersWithoutPurchase, "customer has", "customers have")
            lines.append("          \(who) no purchase left (refunded or free): listed without a prediction.")
        }
        if report.didOverflow { lines.append("          A sum was too large for 64 bits and was held at its end.") }
        return lines
    }

    private var currencyWords: String {
        currency == .none ? "no named currency (--currency CODE names it)" : "\(currency)"
    }

    private func refunds(_ report: SummaryReport) -> [String] {
        var lines: [String] = []
        let matched = report.refundsMatchedByOrder + report.refundsMatchedByCustomer
        if matched > 0 {
            var text = "Refunds   \(groupedMoney(report.refundedMinorUnits, currency)) taken off orders"
            text +=
                " (\(grouped(report.refundsMatchedByOrder)) by order id, \(grouped(report.refundsMatchedByCustomer)) off the newest earlier orders)"
            if report.fullyRefundedOrders > 0 {
                text += "; \(line(report.fullyRefundedOrders, "order was", "orders were")) given back in full"
            }
            lines.append(text + ".")
        }
        if report.refundsUnmatched > 0 {
            let sum = groupedMoney(report.unmatchedRefundMinorUnits, currency)
            lines.append(
                "          \(line(report.refundsUnmatched, "refund", "refunds")) could not be matched in full: \(sum) lowers historic CLV only."
            )
        }
        lines += LeftOutText(report).refunds
        if report.refundsOfUnknownCustomers > 0 {
            lines.append(
                "          \(line(report.refundsOfUnknownCustomers, "refund", "refunds")) of people without an order: not counted.")
        }
        if report.refundsHeldAside > 0 {
            lines.append("          \(line(report.refundsHeldAside, "refund", "refunds")) in another currency held aside: no rate.")
        }
        return lines
    }

    private var eligibility: String {
        let distance = summaries.asOf.days(until: today)
        let when =
            distance == 0 ? "today" : distance > 0 ? "\(line(distance, "day", "days")) ago" : "\(line(-distance, "day", "days")) ahead"
        var lines = ["As of     \(summaries.asOf), \(when)."]
        if !isAsOfGiven, distance > Self.freshDays {
            lines.append(
                "Warning   The newest order is \(grouped(distance)) days old: everything is said as of that day. Export a newer file before acting."
            )
        }
        for finding in analysis.eligibility.findings where !finding.isMet {
            lines.append("\(finding.isRequired ? "Missing  " : "Warning  ") \(finding.words)")
        }
        if !analysis.eligibility.isEligible {
            lines.append("          No predictions: what is known is written, what would be a guess is left empty.")
            let customers = summaries.customersWithPurchase
            if customers > 0 {
                lines.append(
                    "          --minimum-customers \(min(customers, 499)) predicts all the same; the fewer customers, the less it is worth."
                )
            }
        } else if analysis.eligibility.unmet.isEmpty {
            lines.append("Eligible  All conditions hold: \(analysis.eligibility.findings.map(\.shortWords).joined(separator: ", ")).")
        }
        if let failure = analysis.failure { lines.append("Warning   No predictions: \(failure.words).") }
        return lines.joined(separator: "\n")
    }

    private var figures: [String] {
        let totals = analysis.totals
        func money(_ value: Double?) -> String { value.map { groupedMoney(Int64(max(-9e18, min(9e18, $0)).rounded()), currency) } ?? "-" }
        var lines = [
            "Revenue   \(groupedMoney(totals.historicMinorUnits, currency)) from \(line(totals.orders, "order", "orders")); average order value \(money(totals.averageOrderMinorUnits)), average historic CLV \(money(totals.averageHistoricMinorUnits))."
        ]
        let groups = analysis.figuresByGroup.map { "\($0.group.rawValue) \(grouped($0.figures.customers))" }
        lines.append("Groups    \(groups.joined(separator: ", ")).")
        return lines
    }

    private var predictionLines: [String] {
        guard let predictions = analysis.predictions else { return [] }
        let totals = analysis.totals
        var lines: [String] = []
        if let range = totals.predictedRangeMinorUnits {
            let low = groupedMoney(range.lowerBound, currency, wholeUnits: true)
            let high = groupedMoney(range.upperBound, currency, wholeUnits: true)
            lines.append(
                "Expected  \(groupedMoney(totals.predictedMinorUnits, currency, wholeUnits: true)) in the next \(predictions.horizonInDays == 1 ? "day" : "\(grouped(predictions.horizonInDays)) days") (probably \(low) to \(high)) from \(line(Int(totals.predictedOrders.rounded()), "order", "orders")) of today's customers."
            )
        }
        if let returning = totals.expectedReturningCustomers, let churn = totals.meanChurnProbability {
            let still = line(Int(returning.rounded()), "is probably still a customer", "are probably still customers", of: totals.predicted)
            let ordering = line(Int(totals.sumOfProbabilityOfOrder.rounded()), "is expected to order", "are expected to order")
            lines.append(
                "          \(still) (mean churn probability \(Int((churn * 100).rounded())) %); \(ordering)."
            )
        }
        lines.append("Model     \(modelWords(predictions.model))")
        lines += learnt(predictions.model)
        let doubtful = predictions.model.components.filter { !$0.fit.didConverge || !$0.fit.boundaryParameters.isEmpty }
        if !doubtful.isEmpty {
            let names = doubtful.map(\.fit.name).joined(separator: " and ")
            lines.append("Warning   These orders do not determine all parameters of \(names): take the predictions as rough.")
        }
        if let note = predictions.model.choice.note { lines.append("          \(note)") }
        return lines
    }

    /// What `auto` did beyond averaging models, and what it left.
    private func learnt(_ model: PredictionModel) -> [String] {
        guard !model.steps.isEmpty else { return [] }
        let days = model.triedOn.count
        let from =
            days > 0
            ? "Learnt    from \(line(days, "earlier day", "earlier days")) of these orders, \(line(model.triedHorizonInDays, "day", "days")) ahead of each: "
            : "Learnt    from no earlier day, the orders do not go back far enough: "
        let used = model.steps.filter(\.isUsed).map(\.kind.rawValue)
        var left: [(reason: String, steps: [String])] = []
        for step in model.steps where !step.isUsed && step.reason != .nothingToDo {
            if let place = left.firstIndex(where: { $0.reason == step.reason.words }) {
                left[place].steps.append(step.kind.rawValue)
            } else {
                left.append((step.reason.words, [step.kind.rawValue]))
            }
        }
        var lines = [from + "used \(used.isEmpty ? "nothing" : used.joined(separator: ", "))."]
        if !left.isEmpty {
            let words = left.map { "\($0.steps.joined(separator: ", ")) (\($0.reason))" }
            lines.append("          Not used: \(words.joined(separator: "; ")).")
        }
        if let level = model.steps.first(where: { $0.kind == .season && $0.isUsed })?.amount {
            lines.append("          Totals were multiplied by \(short(level)): the season, or the level of the shop.")
        }
        if model.steps.contains(where: { $0.kind == .truncation && [.found, .measuredBySeason].contains($0.reason) }) {
            lines.append(
                "          These orders seem to begin in the middle of the shop's life: many customers of the first weeks were there before."
            )
        }
        return lines
    }

    private func modelWords(_ model: PredictionModel) -> String {
        let parts = model.components.map { component -> String in
            let fit = component.fit
            let parameters = fit.parameters.map { "\($0.name) \(short($0.value))" }.joined(separator: ", ")
            let weight = model.components.count > 1 ? "\(Int((component.weight * 100).rounded())) % " : ""
            let bound =
                fit.boundaryParameters.isEmpty ? "" : "; not identified by these orders: \(fit.boundaryParameters.joined(separator: ", "))"
            let state = fit.didConverge ? "" : "; the fit did not converge"
            return "\(weight)\(fit.name) (\(parameters); weeks; log-likelihood \(short(fit.logLikelihood))\(state)\(bound))"
        }
        let spend = model.spend
        return parts.joined(separator: " + ")
            + ", gamma-gamma on \(spend.basis.rawValue) (p \(short(spend.gammaGamma.p)), q \(short(spend.gammaGamma.q)), v \(short(spend.gammaGamma.v))\(state(of: spend)))."
    }

    /// What is wrong with the fit of spend, and what follows from it.
    private func state(of spend: SpendModel) -> String {
        let bounds = Set(spend.boundaryParameters)
        // A large q: customers do not differ. A large p too: a customer's purchases do not either.
        let customersAreEqual = bounds.contains("q") && spend.gammaGamma.q > 1
        if customersAreEqual, bounds.contains("p"), spend.gammaGamma.p > 1 {
            return "; all amounts are nearly equal: every purchase is expected to bring the same"
        }
        if customersAreEqual {
            return "; customers hardly differ in what they spend: every purchase is expected to bring about the same"
        }
        if !bounds.isEmpty { return "; not identified by these orders: \(spend.boundaryParameters.joined(separator: ", "))" }
        return spend.didConverge ? "" : "; the fit did not converge"
    }

    private func short(_ value: Double) -> String {
        abs(value) >= 1000 ? String(format: "%.2f", value) : String(format: "%.4g", value)
    }
}

extension Eligibility.Finding {
    /// The condition with its figure and what is missing.
    var words: String {
        switch condition {
        case .customers:
            "\(grouped(found)) \(found == 1 ? "customer has" : "customers have") bought; \(grouped(needed)) are needed: \(grouped(missing)) more."
        case .orderSource: "No shop, file or interface has delivered orders."
        case .historyDays:
            "The orders go back \(grouped(found)) \(found == 1 ? "day" : "days"); \(needed) are needed: \(grouped(missing)) more."
        case .daysSinceLastOrder where found < 0: "There is no purchase."
        case .daysSinceLastOrder: "The last order is \(grouped(found)) \(found == 1 ? "day" : "days") old; at most \(needed) are allowed."
        case .customersWithThreeOrders: "Nobody has ordered three times yet; somebody must have."
        }
    }

    /// The figure alone.
    var shortWords: String {
        switch condition {
        case .customers: "\(grouped(found)) \(found == 1 ? "customer" : "customers")"
        case .orderSource: "orders from a known source"
        case .historyDays: "\(grouped(found)) \(found == 1 ? "day" : "days") of orders"
        case .daysSinceLastOrder: "last order \(found) \(found == 1 ? "day" : "days") before"
        case .customersWithThreeOrders: "\(grouped(found)) with three orders or more"
        }
    }
}

/// A line broken at spaces so that it fits a usual window; what follows is set in as far as the words after a label are.
func wrapped(_ line: String, width: Int = 118) -> String {
    let indent = String(repeating: " ", count: 10)
    var lines: [String] = []
    var current = ""
    var isFirst = true
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if current.count + 1 + word.count > width, current.contains(where: { $0 != " " }) {
            lines.append(current)
            current = indent + word
        } else {
            current += (isFirst ? "" : " ") + word
        }
        isFirst = false
    }
    lines.append(current)
    return lines.joined(separator: "\n")
}
