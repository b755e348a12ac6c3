import Facts

extension SQLWriter {
    /// The column of a number.
    static func column(_ dimension: NumberDimension) -> SQLText {
        switch dimension {
        case .averageDaysBetweenOrders: "average_days_between_orders"
        case .averageOrderValue: "average_order_value"
        case .churnProbability: "churn_probability"
        case .historicCLV: "historic_clv"
        case .historicNumberOfOrders: "historic_number_of_orders"
        case .predictedCLV: "predicted_clv"
        case .predictedNumberOfOrders: "predicted_number_of_orders"
        case .totalCLV: "total_clv"
        case .predictedCLVLow: "predicted_clv_low"
        case .predictedCLVHigh: "predicted_clv_high"
        case .probabilityOfOrder: "probability_of_order"
        // The table's rows have a name of their own, so that both factors are theirs.
        case .moneyAtStake: "churn_probability * s.predicted_clv"
        case .rfmRecency: "rfm_recency"
        case .rfmFrequency: "rfm_frequency"
        case .rfmMonetary: "rfm_monetary"
        }
    }

    /// The moment of a customer.
    mutating func moment(_ dimension: MomentDimension) -> SQLText {
        switch dimension {
        case .firstOrder: predicted("first_order_at")
        case .lastOrder: predicted("last_order_at")
        case .rfmGroupChanged: predicted("rfm_group_changed_at")
        case .expectedDateOfNextPurchase: start(ofDay: predicted("expected_date_of_next_order"))
        }
    }

    /// What a customer is described by. There are few words: those that are meant are listed.
    mutating func word(_ dimension: WordDimension, _ filter: TextFilter) -> SQLText {
        word(predicted(Self.column(dimension)), dimension, filter)
    }

    private static func column(_ dimension: WordDimension) -> SQLText {
        switch dimension {
        case .rfmGroup: "rfm_group"
        case .previousRFMGroup: "previous_rfm_group"
        case .clvCategory: "clv_category"
        case .purchaseLikelihood: "purchase_likelihood"
        }
    }

    private func word(_ column: SQLText, _ dimension: WordDimension, _ filter: TextFilter) -> SQLText {
        let meant = dimension.words.filter { word in
            var word = word
            return word.withUTF8 { filter.holds(UnsafeRawBufferPointer($0)) }
        }
        return meant.isEmpty ? "FALSE" : known("\(column) IN (\(SQLText.list(meant)))")
    }

    /// Scores and groups by a model that is named, by its id or its name.
    mutating func model(_ test: RFMModelTest) -> SQLText {
        let name: SQLText = "\(text: test.model)"
        let table = join("SELECT r.* FROM rfm_models r WHERE r.model = \(name) OR r.model_name = \(name)")
        switch test.question {
        case .score(let dimension, let filter): return known(number("\(table).\(Self.column(dimension))", filter))
        case .group(let dimension, let filter): return word("\(table).\(Self.column(dimension))", dimension, filter)
        case .changed(let filter): return known(date("\(table).rfm_group_changed_at", filter))
        }
    }

    /// Those with the greatest or least of a number, and whoever ties with the last of them.
    ///
    /// - Parameter among: the query of those who are compared; `nil` for all.
    mutating func top(_ test: TopTest, among: SQLText?) -> SQLText {
        let compared: SQLText = among ?? "profiles"
        let number: SQLText = "s.\(Self.column(test.dimension))"
        let order: SQLText = test.isBottom ? "ASC" : "DESC"
        let size: SQLText =
            switch test.size {
            case .count(let count): "\(whole: count)"
            // Rounded up from what is meant, not from what binary fractions make of it.
            case .percent(let percent): "GREATEST(1, CEIL(r.everybody * \(number: percent) / 100e0 - 1e-9))"
            }
        let table = join(
            "SELECT r.profile_id FROM (SELECT s.profile_id, RANK() OVER (ORDER BY \(number) \(order)) AS place, COUNT(*) OVER () AS everybody FROM predictions s JOIN \(compared) q ON q.profile_id = s.profile_id WHERE \(number) IS NOT NULL) r WHERE r.place <= \(size)"
        )
        return "\(table).profile_id IS NOT NULL"
    }
}
