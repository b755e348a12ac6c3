extension PurchaseHistories {
    /// At most `size` rows that stand for all: one every `totalWeight / size` customers along the sorted rows.
    ///
    /// Systematic sampling proportional to weight is stratified by frequency, age and recency, and always the same.
    func sample(size: Int) -> PurchaseHistories {
        guard size > 0, count > size, totalWeight > 0 else { return self }
        let step = totalWeight / Double(size)
        var rows: [Int] = []
        var weights: [Double] = []
        var passed = 0.0
        var next = step / 2
        for row in 0..<count {
            passed += weight[row]
            var taken = 0.0
            while next < passed, taken < Double(size) {
                taken += 1
                next += step
            }
            if taken > 0 {
                rows.append(row)
                weights.append(taken * step)
            }
        }
        return PurchaseHistories(
            sortedFrequency: rows.map { frequency[$0] }, recencyInWeeks: rows.map { recencyInWeeks[$0] },
            ageInWeeks: rows.map { ageInWeeks[$0] }, weight: weights, isUsable: isUsable)
    }
}
