/// What a customer has bought at the end of a day, and until the next such state.
struct PurchaseState: Equatable {
    /// The day, by its number in ``ShopDays``.
    var day: Int32
    /// The last purchase day, by its number.
    var lastDay: Int32 = 0
    /// Orders that count as purchases.
    var orders: Int32 = 0
    /// Historic CLV, in minor units.
    var minorUnits: Int64 = 0

    /// Whether nothing but the day differs.
    func isSame(as other: PurchaseState) -> Bool {
        orders == other.orders && minorUnits == other.minorUnits && (lastDay == other.lastDay || orders == 0)
    }
}
