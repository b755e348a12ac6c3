extension RFMGroupMap {
    /// A map from the combinations that each group is given, as they come from outside.
    ///
    /// - Parameters:
    ///   - cells: groups with their combinations, and the place where each combination stands.
    ///   - levels: how many scores there are in each dimension.
    ///   - pointer: the place of the map itself.
    /// - Throws: ``RFMFaults`` where a combination is none of these levels, stands twice, or is missing.
    public init(
        levels: RFMLevels, cells: [(group: RFMGroup, score: Int, pointer: String)], pointer: String
    ) throws(RFMFaults) {
        let empty = RFMGroupMap(levels: levels) { _, _, _ in .inactive }
        var taken = [RFMGroup?](repeating: nil, count: empty.groups.count)
        var faults: [RFMFault] = []
        for cell in cells {
            guard let place = empty.place(of: cell.score), cell.score < 1_000 else {
                faults.append(
                    RFMFault(
                        pointer: cell.pointer, found: "\(cell.score)",
                        expected: "three digits from 1 to \(levels.rawValue): recency, frequency, monetary"))
                continue
            }
            if let before = taken[place] {
                faults.append(
                    RFMFault(
                        pointer: cell.pointer, found: "\(cell.score) once more", expected: "\(cell.score) once: it is \(before.rawValue)"))
            }
            taken[place] = taken[place] ?? cell.group
        }
        let missing = taken.indices.filter { taken[$0] == nil }
        if !missing.isEmpty, faults.isEmpty {
            let shown = missing.prefix(9).map { "\(empty.score(at: $0))" }.joined(separator: ", ")
            let more = missing.count > 9 ? " and \(missing.count - 9) more" : ""
            faults.append(
                RFMFault(
                    pointer: pointer, found: "no group for \(shown)\(more)",
                    expected: "each of the \(taken.count) combinations in one group"))
        }
        guard faults.isEmpty else { throw RFMFaults(list: faults) }
        self.init(levels: levels, groups: taken.map { $0 ?? .inactive })
    }
}
