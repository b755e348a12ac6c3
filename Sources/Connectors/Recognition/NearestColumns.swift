import Facts

/// Which column a mistyped one may have meant: as ``NearestNames``, of names folded as headers are.
enum NearestColumns {
    /// Up to three of the names, the nearest first: those within a third of the length, or that hold the wanted one.
    static func of(_ wanted: String, among names: [String]) -> [String] {
        let key = FoldedText.fold(wanted)
        guard !key.isEmpty else { return [] }
        var scored: [(name: String, distance: Int, place: Int)] = []
        for (place, name) in names.prefix(200).enumerated() {
            let other = FoldedText.fold(name)
            let isInside = key.count >= 3 && other.count >= 3 && (other.contains(key) || key.contains(other))
            let distance = isInside ? 1 : NearestNames.distance(key, other)
            if distance <= max(1, key.count / 3) { scored.append((name, distance, place)) }
        }
        scored.sort { ($0.distance, $0.place) < ($1.distance, $1.place) }
        return scored.prefix(3).map(\.name)
    }
}
