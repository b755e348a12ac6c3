import JSON

/// Makes trees of every kind of value from a seed.
struct RandomTree {
    private var random: SeededRandom
    private let greatestFraction: Double

    init(seed: UInt64, greatestFraction: Double = .greatestFiniteMagnitude) {
        random = SeededRandom(seed: seed)
        self.greatestFraction = greatestFraction
    }

    mutating func tree(deepest: Int) -> Tree {
        switch Int.random(in: 0..<(deepest > 0 ? 11 : 8), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .whole(Int64.random(in: -1_000...1_000, using: &random))
        case 3: return .whole(Int64(bitPattern: random.next()))
        case 4: return .large(random.next() | 1 << 63)
        case 5, 6: return fraction()
        case 7: return .string(text())
        case 8: return .array((0..<Int.random(in: 0..<6, using: &random)).map { _ in tree(deepest: deepest - 1) })
        default: return object(deepest: deepest)
        }
    }

    private mutating func object(deepest: Int) -> Tree {
        var seen: Set<String> = []
        var members: [Tree.Member] = []
        for _ in 0..<Int.random(in: 0..<6, using: &random) {
            let key = text()
            guard seen.insert(String(decoding: key, as: UTF8.self)).inserted else { continue }
            members.append(Tree.Member(key: key, value: tree(deepest: deepest - 1)))
        }
        return .object(members)
    }

    /// A finite double that is not whole.
    private mutating func fraction() -> Tree {
        while true {
            let value = Double(bitPattern: random.next())
            let isWhole = value.magnitude <= 0x1p53 && value.rounded() == value
            if value.magnitude <= greatestFraction && !isWhole { return .fraction(value.bitPattern) }
        }
    }

    private mutating func text() -> [UInt8] {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "é", "e", "\u{301}", "ł", "€", "\u{2028}", "😀",
            "\u{10FFFF}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<20, using: &random) {
            text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
        }
        return Array(String(text).utf8)
    }
}
