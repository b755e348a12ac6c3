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
    private let rfm: RFMScores

    /// Kept, since `allCases` makes an array each time.
    private static let columns = CustomerColumn.allCases

    init(analysis: Analysis, isRaw: Bool) {
        self.analysis = analysis
        self.isRaw = isRaw
        summaries = analysis.summaries
        rfm = analysis.rfm
        predictions = analysis.predictions
        decimals = summaries.currency.decimals
    }

    /// A row of CSV.
    func appendCSV(_ customer: Int, to buffer: ByteBuffer) {
        let prediction = predictions?[customer]
        // Written out, not looped over: with the column known the switch below is decided when this is compiled, a third of the cost.
        @inline(__always) func next(_ column: CustomerColumn) {
            buffer.append(UInt8(ascii: ","))
            append(column, customer, prediction, to: buffer)
        }
        summaries.customers.withBytes(of: UInt32(customer)) { buffer.append(csvText: $0, isRaw: isRaw) }
        next(.firstOrderAt)
        next(.lastOrderAt)
        next(.historicNumberOfOrders)
        next(.historicCLV)
        next(.averageOrderValue)
        next(.averageDaysBetweenOrders)
        next(.predictedNumberOfOrders)
        next(.predictedCLV)
        next(.predictedCLVLow)
        next(.predictedCLVHigh)
        next(.totalCLV)
        next(.churnProbability)
        next(.probabilityOfOrder)
        next(.expectedDateOfNextOrder)
        next(.clvCategory)
        next(.purchaseLikelihood)
        next(.rfmRecency)
        next(.rfmFrequency)
        next(.rfmMonetary)
        next(.rfmGroup)
        next(.overdue)
        buffer.append(10)
    }

    /// An object of JSON: the same cells under their names, `null` where CSV is empty.
    ///
    /// - Parameter reason: why the prediction is what it is, in words; `nil` without a prediction.
    func appendJSON(_ customer: Int, reason: String?, to buffer: ByteBuffer) {
        let prediction = predictions?[customer]
        let quote = UInt8(ascii: "\"")
        buffer.append("{\"customer_id\":")
        summaries.customers.withBytes(of: UInt32(customer)) { buffer.append(jsonText: $0) }
        for column in Self.columns where column != .customerID {
            buffer.append(",\"")
            buffer.append(column.rawValue)
            buffer.append("\":")
            let start = buffer.count
            if column.isText { buffer.append(quote) }
            let cell = buffer.count
            append(column, customer, prediction, to: buffer)
            if buffer.count == cell {
                buffer.removeLast(cell - start)
                buffer.append("null")
            } else if column.isText {
                buffer.append(quote)
            }
        }
        buffer.append(",\"reason\":")
        if let reason {
            let bytes = Array(reason.utf8)
            bytes.withUnsafeBytes { buffer.append(jsonText: $0) }
        } else {
            buffer.append("null")
        }
        if prediction == nil {
            buffer.append(",\"no_prediction_because\":")
            let reason = Array(analysis.reasonWithoutPrediction(customer).utf8)
            reason.withUnsafeBytes { buffer.append(jsonText: $0) }
        }
        buffer.append("}")
    }

    /// One cell; nothing where it is undefined. Texts of cells need no escaping: they are dates and words of ours.
    @inline(__always)
    private func append(_ column: CustomerColumn, _ customer: Int, _ prediction: Predictions.Row?, to buffer: ByteBuffer) {
        let hasPurchase = summaries.hasPurchase(customer)
        switch column {
        case .customerID: break
        case .firstOrderAt: if hasPurchase { append(seconds: summaries.firstOrderSeconds[customer], to: buffer) }
        case .lastOrderAt: if hasPurchase { append(seconds: summaries.lastOrderSeconds[customer], to: buffer) }
        case .historicNumberOfOrders: buffer.append(integer: Int64(summaries.numberOfOrders[customer]))
        case .historicCLV: buffer.append(scaled: summaries.historicMinorUnits[customer], decimals: decimals)
        case .averageOrderValue:
            if let average = summaries.averageOrderMinorUnits(customer) {
                buffer.append(scaled: Int64(average.rounded()), decimals: decimals)
            }
        case .averageDaysBetweenOrders: if let gap = summaries.averageDaysBetweenOrders(customer) { buffer.append(sixDecimals: gap) }
        case .rfmRecency: if hasPurchase { buffer.append(48 + rfm.recency[customer]) }
        case .rfmFrequency: if hasPurchase { buffer.append(48 + rfm.frequency[customer]) }
        case .rfmMonetary: if hasPurchase { buffer.append(48 + rfm.monetary[customer]) }
        case .rfmGroup: if let group = rfm.group(customer) { buffer.append(group.rawValue) }
        default: if let prediction { append(column, customer, prediction, to: buffer) }
        }
    }

    /// One cell of a prediction.
    @inline(__always)
    private func append(_ column: CustomerColumn, _ customer: Int, _ row: Predictions.Row, to buffer: ByteBuffer) {
        switch column {
        case .predictedNumberOfOrders: buffer.append(sixDecimals: row.numberOfOrders)
        case .predictedCLV: buffer.append(scaled: row.clvMinorUnits, decimals: decimals)
        case .predictedCLVLow: buffer.append(scaled: row.clvLowMinorUnits, decimals: decimals)
        case .predictedCLVHigh: buffer.append(scaled: row.clvHighMinorUnits, decimals: decimals)
        case .totalCLV:
            buffer.append(scaled: summaries.historicMinorUnits[customer].saturatingAdding(row.clvMinorUnits), decimals: decimals)
        case .churnProbability: buffer.append(sixDecimals: row.churnProbability)
        case .probabilityOfOrder: buffer.append(sixDecimals: row.probabilityOfOrder)
        case .expectedDateOfNextOrder: buffer.append(day: row.expectedDateOfNextOrder)
        case .clvCategory: buffer.append(row.clvClass.rawValue)
        case .purchaseLikelihood: buffer.append(row.likelihoodClass.rawValue)
        case .overdue: buffer.append(row.isOverdue ? "true" : "false")
        default: break
        }
    }

    private func append(seconds: UInt32, to buffer: ByteBuffer) {
        if summaries.isDateOnly {
            buffer.append(day: summaries.timeZone.day(of: Instant(secondsSince1970: Int64(seconds))))
        } else {
            buffer.append(secondsSince1970: seconds)
        }
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
