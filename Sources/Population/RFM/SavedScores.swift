import CustomerValue
public import Facts
import Segments

/// Everybody's scores by RFM models other than the standard one, two bytes a profile; those by the standard one stand with all other scores.
extension Population {
    /// Scores and group of a profile now; `nil` without one.
    ///
    /// - Parameter model: by which model; `nil`: the one that is shown.
    public func rfmScores(of profile: ProfileNumber, by model: RFMModelNumber? = nil) -> CustomerScore.RFM? {
        let model = model ?? shownRFMModel
        guard model != .standard else { return scores.rfm(of: profile) }
        guard let column = savedScores[model], profile.index < column.count else { return nil }
        return Self.scores(packed: column[profile.index])
    }

    /// Sets the scores of a profile by a model other than the standard one.
    public func set(rfm: CustomerScore.RFM?, of profile: ProfileNumber, by model: RFMModelNumber) {
        guard rfmModels[model] != nil else { return }
        var column = savedScores.removeValue(forKey: model) ?? []
        if profile.index >= column.count {
            column.append(contentsOf: repeatElement(0, count: max(profile.index + 1, profileCount) - column.count))
        }
        column[profile.index] = Self.packed(rfm)
        savedScores[model] = column
    }

    /// Sets those of some profiles in a row, as far as they are not left out.
    ///
    /// - Parameter packed: see ``packed(_:)``, by row.
    public func set(
        packed: ContiguousArray<UInt16>, _ rows: Range<Int>, by model: RFMModelNumber, leavingOut others: Set<ProfileNumber>
    ) {
        guard rfmModels[model] != nil else { return }
        var column = savedScores.removeValue(forKey: model) ?? []
        if column.count < profileCount { column.append(contentsOf: repeatElement(0, count: profileCount - column.count)) }
        for row in rows.clamped(to: 0..<min(packed.count, column.count)) {
            let profile = ProfileNumber(UInt32(row))
            guard profiles.isLive(profile) else { continue }
            if others.isEmpty || !others.contains(profile) { column[row] = packed[row] }
        }
        savedScores[model] = column
    }

    /// Forgets the scores of somebody who is gone.
    func forgetSavedScores(_ row: Int) {
        for model in savedScores.keys where row < savedScores[model]?.count ?? 0 { savedScores[model]?[row] = 0 }
    }

    /// Scores and group in 16 bits; 0 for none.
    public static func packed(_ rfm: CustomerScore.RFM?) -> UInt16 {
        guard let rfm else { return 0 }
        let scores = UInt16(rfm.recency & 7) | UInt16(rfm.frequency & 7) << 3 | UInt16(rfm.monetary & 7) << 6
        return scores | UInt16(rfm.group.place) << 9
    }

    private static func scores(packed bits: UInt16) -> CustomerScore.RFM? {
        bits == 0 ? nil : RFMFact.standing(packed: bits).flatMap { CustomerScore.RFM($0) }
    }

    /// A number of a customer as segments ask for it; RFM scores are those of the model that is shown.
    @inline(__always)
    func number(_ dimension: NumberDimension, row: Int, minorUnits: Double, by model: RFMModelNumber? = nil) -> Double? {
        guard dimension.isOfRFM, model ?? shownRFMModel != .standard else {
            return scores.number(dimension, row: row, minorUnits: minorUnits)
        }
        let rfm = rfmScores(of: ProfileNumber(UInt32(row)), by: model)
        switch dimension {
        case .rfmRecency: return rfm.map { Double($0.recency) }
        case .rfmFrequency: return rfm.map { Double($0.frequency) }
        default: return rfm.map { Double($0.monetary) }
        }
    }

    /// See ``ScoreColumns``: calls a function with what gives the number of a row.
    @inline(__always)
    func withNumbers<Result>(of dimension: NumberDimension, minorUnits: Double, _ body: ((Int) -> Double?) -> Result) -> Result {
        guard dimension.isOfRFM, shownRFMModel != .standard else {
            return scores.withNumbers(of: dimension, minorUnits: minorUnits, body)
        }
        return body { number(dimension, row: $0, minorUnits: minorUnits) }
    }
}
