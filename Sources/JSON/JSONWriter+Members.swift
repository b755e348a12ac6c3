extension JSONWriter {
    /// A member; `null` without a value.
    public mutating func member(_ key: String, _ value: String?) {
        self.key(key)
        if let value { string(value) } else { null() }
    }

    /// A member; `null` without a value.
    @inlinable
    public mutating func member<I: BinaryInteger>(_ key: String, _ value: I?) {
        self.key(key)
        if let value { int(value) } else { null() }
    }

    /// A member; `null` without a value.
    public mutating func member(_ key: String, _ value: Double?) {
        self.key(key)
        if let value { double(value) } else { null() }
    }

    /// A member; `null` without a value.
    public mutating func member(_ key: String, _ value: Bool?) {
        self.key(key)
        if let value { bool(value) } else { null() }
    }

    /// A member; `null` without a value.
    public mutating func member(_ key: String, _ value: JSONValue?) {
        self.key(key)
        if let value { self.value(value) } else { null() }
    }
}

extension JSONValue {
    /// The value as JSON without white space, with its members in their order.
    public var compactBytes: [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }
}
