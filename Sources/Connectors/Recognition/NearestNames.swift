/// Which names a mistyped one may have meant.
enum NearestNames {
    /// Up to three of the names, the nearest first: those within a third of the length, or that hold the wanted one.
    static func of(_ wanted: String, among names: [String]) -> [String] {
        let key = FoldedText.fold(wanted)
        guard !key.isEmpty else { return [] }
        var scored: [(name: String, distance: Int, place: Int)] = []
        for (place, name) in names.prefix(200).enumerated() {
            let other = FoldedText.fold(name)
            let isInside = key.count >= 3 && other.count >= 3 && (other.contains(key) || key.contains(other))
            let distance = isInside ? 1 : self.distance(key, other)
            if distance <= max(1, key.count / 3) { scored.append((name, distance, place)) }
        }
        scored.sort { ($0.distance, $0.place) < ($1.distance, $1.place) }
        return scored.prefix(3).map(\.name)
    }

    /// Insertions, deletions, substitutions and swaps of neighbours between two words (optimal string alignment), the first
    /// 64 characters of each.
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.unicodeScalars.prefix(64))
        let b = Array(b.unicodeScalars.prefix(64))
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            row.reserveCapacity(b.count + 1)
            for j in 1...b.count {
                let replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                var best = min(replaced, last[j] + 1, row[j - 1] + 1)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, beforeLast[j - 2] + 1) }
                row.append(best)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
