public import CustomerValue
import Facts

extension Population {
    /// Adds what the scores of some profiles are made of, as of the day of their scores; those without a purchase and those who objected are
    /// left out.
    public func addColumns(of rows: Range<Int>, to columns: inout RFMColumns) {
        for row in rows.clamped(to: 0..<scores.count) {
            guard let days = daysSinceLastOrder(row) else { continue }
            columns.daysSinceLastOrder.append(days)
            columns.numberOfOrders.append(scores.numberOfOrders[row])
            columns.historicMinorUnits.append(scores.historicMinorUnits[row])
        }
    }

    /// Puts some profiles into groups by borders and a map, as of the day of their scores.
    public func group(_ rows: Range<Int>, by borders: RFMBorders, _ map: RFMGroupMap) {
        for row in rows.clamped(to: 0..<scores.count) where daysSinceLastOrder(row) != nil {
            let profile = ProfileNumber(UInt32(row))
            scores.set(rfm: scores.rfm(of: profile, by: borders, map, in: timeZone), of: profile)
        }
    }

    /// Days since the last order of somebody who is scored.
    private func daysSinceLastOrder(_ row: Int) -> Int32? {
        let profile = ProfileNumber(UInt32(row))
        guard scores.asOfDay[row] != ScoreColumns.noScore, scores.numberOfOrders[row] > 0, isLive(profile), !hasObjected(profile) else {
            return nil
        }
        return scores.asOfDay[row] - timeZone.day(of: Instant(secondsSince1970: Int64(scores.lastOrderSeconds[row]))).daysSince1970
    }
}
