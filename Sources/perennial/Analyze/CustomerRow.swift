import CustomerValue
import Facts

/// The columns of `perennial analyze`, in their order. Outside programs rely on the names and the order.
enum CustomerColumn: String, CaseIterable {
    case customerID = "customer_id"
    case firstOrderAt = "first_order_at"
    case lastOrderAt = "last_order_at"
    case historicNumberOfOrders = "historic_number_of_orders"
    case historicCLV = "historic_clv"
    case averageOrderValue = "average_order_value"
    case averageDaysBetweenOrders = "average_days_between_orders"
    case predictedNumberOfOrders = "predicted_number_of_orders"
    case predictedCLV = "predicted_clv"
    case predictedCLVLow = "predicted_clv_low"
    case predictedCLVHigh = "predicted_clv_high"
    case totalCLV = "total_clv"
    case churnProbability = "churn_probability"
    case probabilityOfOrder = "probability_of_order"
    case expectedDateOfNextOrder = "expected_date_of_next_order"
    case clvCategory = "clv_category"
    case purchaseLikelihood = "purchase_likelihood"
    case rfmRecency = "rfm_recency"
    case rfmFrequency = "rfm_frequency"
    case rfmMonetary = "rfm_monetary"
    case rfmGroup = "rfm_group"
    case overdue
}

/// Writes the cells of one customer; what is undefined is left empty.
struct CustomerRow {
    private let analysis: Analysis
    private let predictions: Predictions?
    private let isRaw: Bool
    private let decimals: Int
    private let summaries: CustomerSummaries

    init(analysis: Analysis, isRaw: Bool) {
        self.analysis = analysis
        self.isRaw = isRaw
        summaries = analysis.summaries
        predictions = analysis.predictions
        decimals = summaries.currency.decimals
    }

    /// A row of CSV.
    func appendCSV(_ customer: Int, to buffer: ByteBuffer) {
        let comma = UInt8(ascii: ",")
        summaries.customers.withBytes(of: UInt32(customer)) { buffer.append(csvText: $0, isRaw: isRaw) }
        let hasPurchase = summaries.hasPurchase(customer)
        buffer.append(comma)
        if hasPurchase { append(seconds: summaries.firstOrderSeconds[customer], to: buffer) }
        buffer.append(comma)
        if hasPurchase { append(seconds: summaries.lastOrderSeconds[customer], to: buffer) }
        buffer.append(comma)
        buffer.append(integer: Int64(summaries.numberOfOrders[customer]))
        buffer.append(comma)
        buffer.append(scaled: summaries.historicMinorUnits[customer], decimals: decimals)
        buffer.append(comma)
        if let average = summaries.averageOrderMinorUnits(customer) {
            buffer.append(scaled: Int64(average.rounded()), decimals: decimals)
        }
        buffer.append(comma)
        if let gap = summaries.averageDaysBetweenOrders(customer) { buffer.append(sixDecimals: gap) }
        buffer.append(comma)
        appendPrediction(customer, to: buffer)
        buffer.append(comma)
        appendScores(customer, to: buffer)
        buffer.append(comma)
        if let row = predictions?[customer] { buffer.append(row.isOverdue ? "true" : "false") }
        buffer.append(10)
    }

    private func appendPrediction(_ customer: Int, to buffer: ByteBuffer) {
        guard let row = predictions?[customer] else {
            buffer.append(",,,,,,,,,")
            return
        }
        let comma = UInt8(ascii: ",")
        buffer.append(sixDecimals: row.numberOfOrders)
        buffer.append(comma)
        buffer.append(scaled: row.clvMinorUnits, decimals: decimals)
        buffer.append(comma)
        buffer.append(scaled: row.clvLowMinorUnits, decimals: decimals)
        buffer.append(comma)
        buffer.append(scaled: row.clvHighMinorUnits, decimals: decimals)
        buffer.append(comma)
        buffer.append(scaled: summaries.historicMinorUnits[customer] + row.clvMinorUnits, decimals: decimals)
        buffer.append(comma)
        buffer.append(sixDecimals: row.churnProbability)
        buffer.append(comma)
        buffer.append(sixDecimals: row.probabilityOfOrder)
        buffer.append(comma)
        buffer.append(day: row.expectedDateOfNextOrder)
        buffer.append(comma)
        buffer.append(row.clvClass.rawValue)
        buffer.append(comma)
        buffer.append(row.likelihoodClass.rawValue)
    }

    private func appendScores(_ customer: Int, to buffer: ByteBuffer) {
        guard let group = analysis.rfm.group(customer) else {
            buffer.append(",,,")
            return
        }
        let comma = UInt8(ascii: ",")
        buffer.append(48 + analysis.rfm.recency[customer])
        buffer.append(comma)
        buffer.append(48 + analysis.rfm.frequency[customer])
        buffer.append(comma)
        buffer.append(48 + analysis.rfm.monetary[customer])
        buffer.append(comma)
        buffer.append(group.rawValue)
    }

    private func append(seconds: UInt32, to buffer: ByteBuffer) {
        if summaries.isDateOnly {
            buffer.append(day: summaries.timeZone.day(of: Instant(secondsSince1970: Int64(seconds))))
        } else {
            buffer.append(secondsSince1970: seconds)
        }
    }

    /// An object of JSON, with the cells of ``appendCSV(_:to:)`` under their names.
    func appendJSON(_ customer: Int, to buffer: ByteBuffer) {
        let cells = ByteBuffer(capacity: 256)
        appendCSV(customer, to: cells)
        // The first cell may hold commas and quotes; all others hold neither, so they can be cut at commas from the end.
        var parts: [ArraySlice<UInt8>] = []
        var rest = ArraySlice(Array(cells.bytes.dropLast()))
        for _ in 1..<CustomerColumn.allCases.count {
            guard let comma = rest.lastIndex(of: UInt8(ascii: ",")) else { break }
            parts.append(rest[(comma + 1)...])
            rest = rest[..<comma]
        }
        buffer.append("{\"customer_id\":")
        summaries.customers.withBytes(of: UInt32(customer)) { buffer.append(jsonText: $0) }
        for (column, cell) in zip(CustomerColumn.allCases.dropFirst(), parts.reversed()) {
            buffer.append(",\"")
            buffer.append(column.rawValue)
            buffer.append("\":")
            if cell.isEmpty {
                buffer.append("null")
            } else if column.isText {
                cell.withUnsafeBytes { buffer.append(jsonText: $0) }
            } else {
                cell.withUnsafeBytes { buffer.append($0) }
            }
        }
        if predictions?[customer] == nil {
            buffer.append(",\"no_prediction_because\":")
            let reason = Array(analysis.reasonWithoutPrediction(customer).utf8)
            reason.withUnsafeBytes { buffer.append(jsonText: $0) }
        }
        buffer.append("}")
    }
}

extension CustomerColumn {
    /// Whether the value is text or a date, to be quoted in JSON.
    var isText: Bool {
        switch self {
        case .customerID, .firstOrderAt, .lastOrderAt, .expectedDateOfNextOrder, .clvCategory, .purchaseLikelihood, .rfmGroup: true
        default: false
        }
    }
}

extension Analysis {
    /// Why a customer has no prediction, in a sentence.
    func reasonWithoutPrediction(_ customer: Int) -> String {
        if !summaries.hasPurchase(customer) { return "no purchase is left: every order was refunded or free" }
        if !eligibility.isEligible { return "the shop is not eligible for predictions yet: see eligibility" }
        return failure?.words ?? "no prediction"
    }
}

extension PredictionFailure {
    /// The failure in a sentence.
    var words: String {
        switch self {
        case .noPurchases: "nobody has a purchase"
        case .noFit(let reason): "no model could be fitted: \(reason)"
        case .noSpend: "every order has the value zero, so that spend cannot be predicted"
        }
    }
}
