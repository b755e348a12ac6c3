/// A JSON value as a plain enum, for looking at without the product's own reader.
indirect enum PlainValue: Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([PlainValue])
    case object([String: PlainValue])

    /// Texts in it need no escapes.
    var json: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let value): "\(value)"
        case .text(let text): "\"\(text)\""
        case .list(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.keys.sorted().map { "\"\($0)\":\((members[$0] ?? .null).json)" }.joined(separator: ",") + "}"
        }
    }
}
