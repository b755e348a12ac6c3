/// Which names a mistyped one may have meant.
public enum NearestNames {
    /// Up to three of the names, the nearest first: those within a third of the length, or that hold the wanted one.
    public static func of(_ wanted: some StringProtocol, among names: [String]) -> [String] {
        let key = wanted.prefix(64).lowercased()
        guard !key.isEmpty else { return [] }
        var scored: [(name: String, distance: Int, place: Int)] = []
        for (place, name) in names.prefix(400).enumerated() {
            let other = name.lowercased()
            let isInside = key.utf8.count >= 3 && other.utf8.count >= 3 && (other.contains(key) || key.contains(other))
            let distance = isInside ? 1 : self.distance(key, other)
            if distance <= max(1, key.utf8.count / 3) { scored.append((name, distance, place)) }
        }
        scored.sort { ($0.distance, $0.place) < ($1.distance, $1.place) }
        return scored.prefix(3).map(\.name)
    }

    /// "; did you mean a, b?", or what is allowed where nothing is near.
    public static func advice(_ wanted: some StringProtocol, among names: [String]) -> String {
        let nearest = of(wanted, among: names)
        if !nearest.isEmpty { return " Did you mean \(nearest.joined(separator: ", "))?" }
        if names.isEmpty { return " There are none." }
        let shown = names.prefix(40).joined(separator: ", ")
        return " Allowed: \(shown)\(names.count > 40 ? ", ..." : "")."
    }

    /// Insertions, deletions, substitutions and swaps of neighbours between two words (optimal string alignment), the first
    /// 64 bytes of each.
    public static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.utf8.prefix(64))
        let b = Array(b.utf8.prefix(64))
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
