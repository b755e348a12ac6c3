import Facts
public import Journal
public import Population
import Synchronization

/// Numbers of customers that changed, on their way to the journal: noted when somebody is scored anew, written together a moment later.
///
/// They are history for people to look at, and no fact: what is lost with the power is noted again with the customer's next order.
final class PredictionNotes: Sendable {
    /// Whose numbers, and at the end of which day.
    private struct Key: Hashable {
        var profile: ProfileNumber
        var day: ShopDay
    }

    private let waiting = Mutex<[Key: PredictionRecord]>([:])

    /// So many are kept while the journal takes none.
    private static let mostWaiting = 200_000

    /// Notes a customer's numbers; of two of one day the later count.
    func note(_ score: CustomerScore, of profile: ProfileNumber, model: UInt32?) {
        waiting.withLock { waiting in
            guard waiting.count < Self.mostWaiting else { return }
            waiting[Key(profile: profile, day: score.asOf)] = PredictionRecord(score, of: profile, model: model)
        }
    }

    /// Forgets what was noted of somebody.
    func forget(_ profile: ProfileNumber) {
        waiting.withLock { waiting in
            guard !waiting.isEmpty else { return }
            waiting = waiting.filter { $0.key.profile != profile }
        }
    }

    /// Takes what waits, day by day.
    func take() -> [(day: ShopDay, records: [PredictionRecord])] {
        let taken = waiting.withLock { waiting in
            defer { waiting = [:] }
            return waiting
        }
        return Dictionary(grouping: taken) { $0.key.day }
            .map { (day: $0.key, records: $0.value.map(\.value).sorted { $0.profile < $1.profile }) }
            .sorted { $0.day < $1.day }
    }
}

extension PredictionRecord {
    /// The numbers of a score as the journal keeps them.
    init(_ score: CustomerScore, of profile: ProfileNumber, model: UInt32?) {
        let prediction = score.prediction
        self.init(
            profile: profile, model: prediction == nil ? 0 : UInt64(model ?? 0), historicNumberOfOrders: Int(score.numberOfOrders),
            historicCLV: score.historicMinorUnits,
            forecast: prediction.map { Forecast($0) }, rfm: score.rfm.map { ($0.recency, $0.frequency, $0.monetary) } ?? (0, 0, 0),
            classes: prediction.map { (ClassCode.code($0.clvClass), ClassCode.code($0.likelihoodClass)) } ?? (0, 0))
    }
}

extension PredictionRecord.Forecast {
    /// A prediction as the journal keeps it.
    public init(_ prediction: CustomerScore.Prediction) {
        self.init(
            numberOfOrders: prediction.numberOfOrders, clv: prediction.clvMinorUnits, clvLow: prediction.clvLowMinorUnits,
            clvHigh: prediction.clvHighMinorUnits, churnProbability: prediction.churnProbability,
            probabilityOfOrder: prediction.probabilityOfOrder)
    }
}
