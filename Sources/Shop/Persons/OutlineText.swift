import JSON

/// Writes JSON as an outline that people read: names with spaces, an indent for each level, a dash for each item.
struct OutlineText {
    var bytes: [UInt8] = []
    /// Whether the list that is being written has no item yet.
    private var isEmptyList = false

    /// The title of a section.
    mutating func title(_ name: String) {
        if !bytes.isEmpty || isPastFirst { append("\n") }
        isPastFirst = true
        append(Self.words(name).uppercased() + "\n")
        isEmptyList = true
    }

    private var isPastFirst = false

    /// The section's only value.
    mutating func value(_ value: JSONValue) {
        isEmptyList = false
        write(value, indent: 1, startsLine: true)
    }

    /// An item of the section's list.
    mutating func item(_ value: JSONValue) {
        isEmptyList = false
        write(item: value, indent: 1)
    }

    /// The end of the section's list.
    mutating func endList() {
        if isEmptyList { append("  none\n") }
        isEmptyList = false
    }

    private mutating func write(item value: JSONValue, indent: Int) {
        append(Self.space(indent) + "- ")
        write(value, indent: indent + 1, startsLine: false)
    }

    /// - Parameter startsLine: whether the cursor stands at the beginning of a line, or after the dash of an item.
    private mutating func write(_ value: JSONValue, indent: Int, startsLine: Bool) {
        switch value.kind {
        case .object where value.count > 0:
            var isFirst = !startsLine
            for (name, member) in value.members {
                append((isFirst ? "" : Self.space(indent)) + Self.visible(Self.words(name)) + ":")
                isFirst = false
                write(member: member, indent: indent)
            }
        case .array where value.count > 0:
            if !startsLine { append("\n") }
            for element in value.elements { write(item: element, indent: indent) }
        default: append((startsLine ? Self.space(indent) : "") + Self.plain(value) + "\n")
        }
    }

    private mutating func write(member value: JSONValue, indent: Int) {
        switch value.kind {
        case .object where value.count > 0, .array where value.count > 0:
            append("\n")
            write(value, indent: indent + 1, startsLine: true)
        default: append(" " + Self.plain(value) + "\n")
        }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private static func plain(_ value: JSONValue) -> String {
        switch value.kind {
        case .null: "none"
        case .bool: value.bool == true ? "yes" : "no"
        case .string: visible(value.string ?? "")
        case .object, .array: "none"
        case .number: String(decoding: value.compactBytes, as: UTF8.self)
        }
    }

    /// Text from outside in one line, with nothing that could steer a terminal.
    private static func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x09, 0x0A, 0x0D: " "
                    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }

    private static func words(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }

    private static func space(_ indent: Int) -> String { String(repeating: "  ", count: indent) }
}
