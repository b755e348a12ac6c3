import JSON

/// Puts the sections of a person's file together, in either form.
struct PersonDocument {
    private let format: PersonFile.Format
    private let sink: ([UInt8]) throws -> Void
    private var writer = JSONWriter()
    private var text = OutlineText()

    private static let bytesAtOnce = 1 << 16

    init(_ format: PersonFile.Format, _ sink: @escaping ([UInt8]) throws -> Void) {
        self.format = format
        self.sink = sink
    }

    mutating func begin() throws {
        if format == .json { writer.beginObject() }
    }

    /// A section that is one value.
    mutating func section(_ name: String, _ json: [UInt8]) throws {
        guard let value = try? JSONDocument(json, limits: JSONLimits(size: json.count)).root else { return }
        switch format {
        case .json: writer.member(name, value)
        case .text:
            text.title(name)
            text.value(value)
        }
        try flush(ifOver: Self.bytesAtOnce)
    }

    /// A section that is a list.
    mutating func list(_ name: String, _ items: [[UInt8]]) throws {
        try beginList(name)
        for item in items { try self.item(item) }
        try endList()
    }

    /// A list whose items come one by one.
    mutating func beginList(_ name: String) throws {
        switch format {
        case .json:
            writer.key(name)
            writer.beginArray()
        case .text: text.title(name)
        }
    }

    mutating func item(_ json: [UInt8]) throws {
        guard let value = try? JSONDocument(json, limits: JSONLimits(size: json.count)).root else { return }
        switch format {
        case .json: writer.value(value)
        case .text: text.item(value)
        }
        try flush(ifOver: Self.bytesAtOnce)
    }

    mutating func endList() throws {
        if format == .json { writer.endArray() } else { text.endList() }
    }

    mutating func end() throws {
        if format == .json {
            writer.endObject()
            writer.endLine()
        }
        try flush(ifOver: 0)
    }

    private mutating func flush(ifOver limit: Int) throws {
        if writer.bytes.count > limit {
            try sink(writer.bytes)
            writer.bytes.removeAll(keepingCapacity: true)
        }
        if text.bytes.count > limit {
            try sink(text.bytes)
            text.bytes.removeAll(keepingCapacity: true)
        }
    }
}
