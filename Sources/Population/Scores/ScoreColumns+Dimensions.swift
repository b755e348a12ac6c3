import CustomerValue
import Facts
import Segments

extension ScoreColumns {
    /// Whether a row has a score.
    @inline(__always)
    func hasScore(_ row: Int) -> Bool { row < count && asOfDay[row] != Self.noScore }

    /// A number of a customer as segments ask for it, money in whole units; `nil` where there is none.
    ///
    /// - Parameter minorUnits: how many minor units a unit of the currency has.
    @inline(__always)
    func number(_ dimension: NumberDimension, row: Int, minorUnits: Double) -> Double? {
        guard hasScore(row) else { return nil }
        var isPredicted: Bool { !predictedOrders[row].isNaN }
        let number: Double?
        switch dimension {
        case .historicNumberOfOrders: number = Double(numberOfOrders[row])
        case .historicCLV: number = Double(historicMinorUnits[row]) / minorUnits
        case .averageOrderValue:
            number = numberOfOrders[row] > 0 ? Double(historicMinorUnits[row]) / Double(numberOfOrders[row]) / minorUnits : nil
        case .averageDaysBetweenOrders: number = daysBetweenOrders[row].isNaN ? nil : daysBetweenOrders[row]
        case .predictedNumberOfOrders: number = isPredicted ? predictedOrders[row] : nil
        case .predictedCLV: number = isPredicted ? Double(predictedMinorUnits[row]) / minorUnits : nil
        case .predictedCLVLow: number = isPredicted ? Double(lowMinorUnits[row]) / minorUnits : nil
        case .predictedCLVHigh: number = isPredicted ? Double(highMinorUnits[row]) / minorUnits : nil
        case .totalCLV: number = isPredicted ? Double(historicMinorUnits[row] &+ predictedMinorUnits[row]) / minorUnits : nil
        case .churnProbability: number = isPredicted ? churnProbability[row] : nil
        case .probabilityOfOrder: number = isPredicted ? probabilityOfOrder[row] : nil
        case .moneyAtStake: number = isPredicted ? churnProbability[row] * Double(predictedMinorUnits[row]) / minorUnits : nil
        case .rfmRecency: number = rfm(row).map { Double($0.recency) }
        case .rfmFrequency: number = rfm(row).map { Double($0.frequency) }
        case .rfmMonetary: number = rfm(row).map { Double($0.monetary) }
        }
        return number
    }

    /// Calls a function with what gives the number of a row: for many rows, which number it is is asked once.
    @inline(__always)
    func withNumbers<Result>(of dimension: NumberDimension, minorUnits: Double, _ body: ((Int) -> Double?) -> Result) -> Result {
        switch dimension {
        case .historicNumberOfOrders: body { number(.historicNumberOfOrders, row: $0, minorUnits: minorUnits) }
        case .historicCLV: body { number(.historicCLV, row: $0, minorUnits: minorUnits) }
        case .averageOrderValue: body { number(.averageOrderValue, row: $0, minorUnits: minorUnits) }
        case .averageDaysBetweenOrders: body { number(.averageDaysBetweenOrders, row: $0, minorUnits: minorUnits) }
        case .predictedNumberOfOrders: body { number(.predictedNumberOfOrders, row: $0, minorUnits: minorUnits) }
        case .predictedCLV: body { number(.predictedCLV, row: $0, minorUnits: minorUnits) }
        case .churnProbability: body { number(.churnProbability, row: $0, minorUnits: minorUnits) }
        case .probabilityOfOrder: body { number(.probabilityOfOrder, row: $0, minorUnits: minorUnits) }
        default: body { number(dimension, row: $0, minorUnits: minorUnits) }
        }
    }

    /// A word that is predicted of a customer; `nil` where there is none.
    func word(_ dimension: WordDimension, row: Int) -> String? {
        guard hasScore(row), dimension.isPredicted else { return nil }
        guard !predictedOrders[row].isNaN else { return nil }
        return (dimension == .clvCategory ? clvClass(row) : likelihoodClass(row)).rawValue
    }

    /// Whether a customer is overdue; `nil` without a prediction.
    func isOverdue(_ row: Int) -> Bool? { hasScore(row) && !predictedOrders[row].isNaN ? isOverdueWord(row) : nil }
}
