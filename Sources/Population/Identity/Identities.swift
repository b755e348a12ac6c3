public import Facts

/// Who somebody is said to be: any of the identities, in their normal form.
public struct Identities: Sendable, Equatable {
    /// By kind; `nil` where it is not said.
    private var texts: [String?] = Array(repeating: nil, count: IdentityKind.allCases.count)

    /// Nobody.
    public init() {}

    /// The identity of a kind, in its normal form.
    ///
    /// E-mail addresses are trimmed and case-folded, other ids are trimmed. What is empty then is none.
    public subscript(kind: IdentityKind) -> String? {
        get { texts[Int(kind.rawValue)] }
        set { texts[Int(kind.rawValue)] = newValue.flatMap { Self.normal($0, kind) } }
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { texts.allSatisfy { $0 == nil } }

    /// What is said, kind by kind.
    public var given: [(kind: IdentityKind, text: String)] {
        IdentityKind.allCases.compactMap { kind in self[kind].map { (kind, $0) } }
    }

    /// The normal form of an identity; `nil` where nothing is left.
    public static func normal(_ text: String, _ kind: IdentityKind) -> String? {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { return nil }
        return kind == .email ? trimmed.lowercased() : trimmed
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last,
            first.properties.isWhitespace || last.properties.isWhitespace
        else { return self }
        let start = unicodeScalars.drop { $0.properties.isWhitespace }
        let end = start.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
