public import Facts
import Population

extension Shop {
    /// Takes over a currency and a time zone, where the shop has not got its own.
    ///
    /// - Parameters:
    ///   - currency: kept where the shop has no currency yet.
    ///   - timeZone: kept where nothing has ever happened in the shop.
    ///   - who: who says so, for the history.
    public func adopt(currency: Currency?, timeZone: ShopTimeZone?, by who: String) throws(IntakeError) {
        var settings = settings
        if let currency, settings.currency == nil { settings.currency = currency }
        if let timeZone, read({ $0.eventCount == 0 }) { settings.timeZone = timeZone }
        guard settings != self.settings else { return }
        let adopted = settings
        try writeAndWait(isAlone: true) { (intake) throws(IntakeError) in intake.write(adopted.written(by: who, at: intake.now)) }
    }
}

extension OrderTable {
    /// The currency of most orders; `nil` where most name none.
    public var usualCurrency: Currency? {
        var counts = [Int](repeating: 0, count: 256)
        for block in blocks { for order in block { counts[Int(order.currency)] += 1 } }
        guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most), currencies.indices.contains(place) else {
            return nil
        }
        return currencies[place] == .none ? nil : currencies[place]
    }
}
