import Facts

/// The numbers that changed on one day, of 1,024 profiles that lie side by side.
///
/// Reading one profile's history reads the rows of one shelf; writing a day of a large shop touches as many rows as there are shelves. About 30 bytes
/// a record: its place on the shelf, its length, then whole numbers as LEB128.
struct PredictionShelf {
    /// So many profiles share a shelf.
    static let width: UInt32 = 1024

    /// The records' bytes by their place on the shelf.
    private(set) var records: [UInt32: [UInt8]] = [:]

    init() {}

    /// A shelf as it was written; `nil` for bytes that are none.
    init?(_ bytes: [UInt8]) {
        var reader = CompactReader(bytes)
        while !reader.isAtEnd {
            guard let place = reader.next(), place < UInt64(Self.width), let count = reader.next(), let record = reader.nextBytes(count)
            else {
                return nil
            }
            records[UInt32(place)] = record
        }
    }

    /// The shelf's bytes, by place.
    var encoded: [UInt8] {
        var writer = CompactWriter()
        for (place, record) in records.sorted(by: { $0.key < $1.key }) {
            writer.append(UInt64(place))
            writer.append(UInt64(record.count))
            writer.append(bytes: record)
        }
        return writer.bytes
    }

    mutating func put(_ record: PredictionRecord) { records[record.profile.row % Self.width] = record.encoded }

    /// Takes a profile's record off; false where it had none.
    mutating func remove(_ profile: ProfileNumber) -> Bool { records.removeValue(forKey: profile.row % Self.width) != nil }

    /// A profile's record among a shelf's bytes, found without reading the others; `nil` where its numbers did not change that day.
    static func record(_ profile: ProfileNumber, in bytes: [UInt8]) -> PredictionRecord? {
        var reader = CompactReader(bytes)
        while let place = reader.next(), let count = reader.next() {
            guard place >= UInt64(profile.row % width) else {
                guard reader.skip(count) else { return nil }
                continue
            }
            guard place == UInt64(profile.row % width), let record = reader.nextBytes(count) else { return nil }
            return PredictionRecord(record, profile: profile)
        }
        return nil
    }
}

extension PredictionRecord {
    private static let decimals = 1_000_000.0

    /// The record without its profile.
    var encoded: [UInt8] {
        var writer = CompactWriter()
        writer.append(model)
        writer.append(UInt64(clamping: historicNumberOfOrders))
        writer.append(signed: historicCLV)
        writer.append(packedScores)
        writer.append(UInt64(classes.clv & 15) | UInt64(classes.likelihood & 15) << 4)
        guard let forecast else { return writer.bytes }
        writer.append(Self.millionths(forecast.numberOfOrders))
        writer.append(signed: forecast.clv)
        // The ends of the range lie near the middle: their distances are short.
        writer.append(signed: forecast.clv &- forecast.clvLow)
        writer.append(signed: forecast.clvHigh &- forecast.clv)
        writer.append(Self.millionths(forecast.churnProbability))
        writer.append(Self.millionths(forecast.probabilityOfOrder))
        return writer.bytes
    }

    /// A profile's record as it was written; `nil` for bytes that are none.
    init?(_ bytes: [UInt8], profile: ProfileNumber) {
        var reader = CompactReader(bytes)
        guard let model = reader.next(), let orders = reader.next(), let historic = reader.nextSigned(), let scores = reader.next(),
            let classes = reader.next()
        else { return nil }
        self.init(
            profile: profile, model: model, historicNumberOfOrders: Int(clamping: orders), historicCLV: historic, forecast: nil,
            rfm: (Self.score(0, of: scores), Self.score(1, of: scores), Self.score(2, of: scores)),
            classes: (UInt8(classes & 15), UInt8(classes >> 4 & 15)))
        guard !reader.isAtEnd else { return }
        guard let number = reader.next(), let clv = reader.nextSigned(), let below = reader.nextSigned(), let above = reader.nextSigned(),
            let churn = reader.next(), let order = reader.next()
        else { return nil }
        forecast = Forecast(
            numberOfOrders: Double(number) / Self.decimals, clv: clv, clvLow: clv &- below, clvHigh: clv &+ above,
            churnProbability: Double(churn) / Self.decimals, probabilityOfOrder: Double(order) / Self.decimals)
    }

    /// Two bits of each score, as there were when scores went up to 3, then the third bit of each.
    private var packedScores: UInt64 {
        var packed: UInt64 = 0
        for (place, score) in [rfm.recency, rfm.frequency, rfm.monetary].enumerated() {
            packed |= UInt64(score & 3) << (2 * place) | UInt64(score >> 2 & 1) << (6 + place)
        }
        return packed
    }

    private static func score(_ place: Int, of packed: UInt64) -> UInt8 {
        UInt8(packed >> (2 * place) & 3) | UInt8(packed >> (6 + place) & 1) << 2
    }

    /// A number that is not negative, in millionths; what is no number counts as 0.
    private static func millionths(_ value: Double) -> UInt64 {
        guard value > 0 else { return 0 }
        return UInt64(min((value * decimals).rounded(), 1e18))
    }
}
