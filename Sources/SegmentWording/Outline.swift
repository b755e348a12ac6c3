public import Segments
import Wording

/// A definition in words: a line for each test, under headings where several belong together.
public indirect enum Outline: Sendable, Equatable {
    /// One test.
    case line(String)
    /// What belongs together, under a heading that says how.
    case group(String, [Outline])

    /// The lines in order, each with how deep it stands.
    public var lines: [(depth: Int, text: String)] { lines(depth: 0) }

    private func lines(depth: Int) -> [(depth: Int, text: String)] {
        switch self {
        case .line(let text): [(depth, text)]
        case .group(let heading, let parts): [(depth, heading)] + parts.flatMap { $0.lines(depth: depth + 1) }
        }
    }

    /// As plain text, two spaces a level and a dash before what stands under a heading.
    public var text: String {
        lines.map { $0.depth == 0 ? $0.text : String(repeating: "  ", count: $0.depth - 1) + "- " + $0.text }.joined(separator: "\n")
    }
}

extension SegmentWords {
    /// A definition as an outline.
    public func outline(_ condition: Condition) -> Outline {
        switch condition.plain {
        case .all(let parts):
            if parts.isEmpty { return .line(everybody) }
            return .group(allHold, parts.map(outline))
        case .any(let parts):
            if parts.isEmpty { return .line(nobody) }
            return .group(anyHolds, parts.map(outline))
        case .not(let part):
            return .group(doesNotHold, [outline(part)])
        case .test(let test):
            if case .top(let top) = test, let among = top.among { return .group(topOfSome(top), [outline(among)]) }
            return .line(line(test))
        }
    }

    var everybody: String { say(en: "everybody", fr: "tout le monde", pl: "wszyscy") }
    var nobody: String { say(en: "nobody", fr: "personne", pl: "nikt") }
}

extension Condition {
    /// The same without groups of one, and without groups in groups of their own kind.
    var plain: Condition {
        switch self {
        case .all(let parts): Self.joined(parts.map(\.plain), Condition.all) { if case .all(let parts) = $0 { parts } else { nil } }
        case .any(let parts): Self.joined(parts.map(\.plain), Condition.any) { if case .any(let parts) = $0 { parts } else { nil } }
        case .not(let part):
            if case .not(let inner) = part.plain { inner } else { .not(part.plain) }
        case .test: self
        }
    }

    private static func joined(
        _ parts: [Condition], _ make: ([Condition]) -> Condition, _ inner: (Condition) -> [Condition]?
    ) -> Condition {
        // Of none is everybody, or nobody: that is no group that could be taken apart.
        let flat = parts.flatMap { part in inner(part).flatMap { $0.isEmpty ? nil : $0 } ?? [part] }
        return flat.count == 1 ? flat[0] : make(flat)
    }
}
