public import CustomerValue
public import Facts

/// What scores are made of, with whose each row is.
public struct RFMRows: Sendable {
    /// Whose, in the order of their numbers.
    public var profiles: [ProfileNumber] = []
    /// What they have.
    public var columns = RFMColumns(count: 0)

    /// Nobody's.
    public init() {}
}

extension Population {
    /// Adds what the scores of some profiles by orders are made of, as of the day of their scores; those without a purchase and those who
    /// objected are left out.
    public func addColumns(of rows: Range<Int>, to columns: inout RFMColumns) {
        forEachScored(rows) { row, days in add(row, days, to: &columns) }
    }

    /// The same, with whose they are.
    public func addRows(of rows: Range<Int>, to all: inout RFMRows) {
        forEachScored(rows) { row, days in
            all.profiles.append(ProfileNumber(UInt32(row)))
            add(row, days, to: &all.columns)
        }
    }

    @inline(__always)
    private func forEachScored(_ rows: Range<Int>, _ body: (_ row: Int, _ days: Int32) -> Void) {
        for row in rows.clamped(to: 0..<scores.count) { if let days = daysSinceLastOrder(row) { body(row, days) } }
    }

    @inline(__always)
    private func add(_ row: Int, _ days: Int32, to columns: inout RFMColumns) {
        columns.daysSinceLastOrder.append(days)
        columns.numberOfOrders.append(scores.numberOfOrders[row])
        columns.historicMinorUnits.append(scores.historicMinorUnits[row])
    }

    /// Puts some profiles into groups of the standard model by borders and a map, as of the day of their scores.
    public func group(_ rows: Range<Int>, by borders: RFMBorders, _ map: RFMGroupMap) {
        forEachScored(rows) { row, _ in
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
