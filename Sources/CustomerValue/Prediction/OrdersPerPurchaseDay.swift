/// How many orders a customer places on a purchase day, shrunken towards the shop's mean.
///
/// Models count purchase days; people count orders. Orders beyond the first of a day are taken as Poisson with a rate per purchase day
/// that varies between customers as a gamma distribution; the posterior mean of that rate is
/// `(shape + extra orders) / (shape / mean + purchase days)`. The shape comes from the method of moments for a gamma-Poisson with
/// exposure: E[(e - m d)^2 - m d] = (m^2 / shape) d^2.
public struct OrdersPerPurchaseDay: Sendable {
    /// Extra orders per purchase day in the shop.
    public let meanExtra: Double
    /// The shape of the gamma distribution; infinite where customers do not differ.
    public let shape: Double

    init(meanExtra: Double, shape: Double) {
        self.meanExtra = meanExtra
        self.shape = shape
    }

    /// Learns from all customers, in the order of their numbers.
    public init(_ summaries: CustomerSummaries) {
        var orders = 0
        var days = 0
        for customer in 0..<summaries.count where summaries.hasPurchase(customer) {
            orders += Int(summaries.numberOfOrders[customer])
            days += Int(summaries.frequency[customer]) + 1
        }
        let mean = days > 0 ? Double(orders - days) / Double(days) : 0
        meanExtra = mean
        guard mean > 0 else {
            shape = .infinity
            return
        }
        var excess = 0.0
        var exposure = 0.0
        for customer in 0..<summaries.count where summaries.hasPurchase(customer) {
            let days = Double(summaries.frequency[customer]) + 1
            let extra = Double(summaries.numberOfOrders[customer]) - days
            let deviation = extra - mean * days
            excess += deviation * deviation - mean * days
            exposure += days * days
        }
        let overdispersion = excess / (mean * mean * exposure)
        shape = overdispersion > 1e-9 ? 1 / overdispersion : .infinity
    }

    /// Orders per purchase day of a customer, at least 1.
    public func callAsFunction(orders: Int32, purchaseDays: Int32) -> Double {
        guard meanExtra > 0 else { return 1 }
        guard shape.isFinite else { return 1 + meanExtra }
        let extra = Double(orders - purchaseDays)
        return 1 + (shape + extra) / (shape / meanExtra + Double(purchaseDays))
    }
}
