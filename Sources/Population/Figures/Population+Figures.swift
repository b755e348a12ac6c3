public import CustomerValue
public import Facts

extension Population {
    /// The members of a list.
    public func memberSet(of list: ListNumber) -> ProfileSet {
        var set = ProfileSet(capacity: profileCount)
        lists[list]?.forEach { profile, _ in set.set(profile, true) }
        return set
    }

    /// The figures of some profiles, in one pass over their rows.
    ///
    /// - Parameter sharedError: the error that all customers share, of the model that predicts (`PredictionModel.sharedErrorOfGroups`).
    public func figures(of some: ProfileSet, sharedError: Double) -> ProfileFigures {
        // Looked up once: the columns stay where they are while somebody reads.
        let (scores, shown) = (scores, shownRFMModel)
        var figures = ProfileFigures(sharedError: sharedError)
        some.forEachRow { row in figures.add(row, scores, in: shownGroup(row, scores, shown)) }
        return figures
    }

    /// The figures of each RFM group in one pass over everybody.
    ///
    /// - Parameters:
    ///   - model: by which model; `nil`: the one that is shown.
    ///   - sharedError: as of ``figures(of:sharedError:)``.
    public func figuresByRFMGroup(by model: RFMModelNumber? = nil, sharedError: Double) -> [(group: RFMGroup, figures: ProfileFigures)] {
        let (scores, shown) = (scores, model ?? shownRFMModel)
        let groups = RFMGroup.allCases
        var figures = groups.map { _ in ProfileFigures(sharedError: sharedError) }
        everybody.forEachRow { row in
            guard let group = shownGroup(row, scores, shown) else { return }
            figures[group.place].add(row, scores, in: group)
        }
        return groups.map { ($0, figures[$0.place]) }
    }

    private func shownGroup(_ row: Int, _ scores: ScoreColumns, _ shown: RFMModelNumber) -> RFMGroup? {
        shown == .standard
            ? scores.hasScore(row) ? scores.rfm(row)?.group : nil
            : rfmScores(of: ProfileNumber(UInt32(row)), by: shown)?.group
    }
}

extension ProfileFigures {
    fileprivate mutating func add(_ row: Int, _ scores: ScoreColumns, in group: RFMGroup?) {
        members += 1
        if let group { mix.add(group) }
        guard scores.hasScore(row) else { return }
        addHistory(row, scores)
        guard !scores.predictedOrders[row].isNaN else { return }
        addPrediction(row, scores)
    }

    fileprivate mutating func addHistory(_ row: Int, _ scores: ScoreColumns) {
        let (historic, orders) = (scores.historicMinorUnits[row], scores.numberOfOrders[row])
        withHistory += 1
        historicMinorUnits.add(historic)
        guard orders > 0 else { return }
        customers += 1
        self.orders += Int(orders)
        sumOfAverages += Double(historic) / Double(orders)
    }

    fileprivate mutating func addPrediction(_ row: Int, _ scores: ScoreColumns) {
        let (clv, churn) = (scores.predictedMinorUnits[row], scores.churnProbability[row])
        predicted += 1
        predictedMinorUnits.add(clv)
        totalMinorUnits.add(scores.historicMinorUnits[row].saturatingAdding(clv))
        predictedOrders += scores.predictedOrders[row]
        sumOfProbabilityOfOrder += scores.probabilityOfOrder[row]
        sumOfChurn += churn
        variance += scores.spendVariance[row]
        atStakeMinorUnits += churn * Double(clv)
        if scores.isOverdueWord(row) { overdue += 1 }
        mix.add(churnProbability: churn)
        mix.add(clv: scores.clvClass(row), likelihood: scores.likelihoodClass(row))
    }
}
