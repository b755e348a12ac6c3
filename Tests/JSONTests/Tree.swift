import JSON

/// A value of its own, to compare documents by. Texts are bytes: strings that only look alike differ.
indirect enum Tree: Equatable {
    case object([Member])
    case array([Tree])
    case string([UInt8])
    case whole(Int64)
    case large(UInt64)
    case fraction(UInt64)
    case bool(Bool)
    case null

    struct Member: Equatable {
        var key: [UInt8]
        var value: Tree
    }

    init(_ value: JSONValue) {
        switch value.kind {
        case .object:
            self = .object(value.pairs.map { Member(key: $0.key.withStringBytes { Array($0) } ?? [], value: Tree($0.value)) })
        case .array: self = .array(value.elements.map { Tree($0) })
        case .string: self = .string(value.withStringBytes { Array($0) } ?? [])
        case .number:
            if let double = value.double, double == 0, double.sign == .minus {
                self = .fraction(double.bitPattern)
            } else if let int = value.int {
                self = .whole(int)
            } else if let large = value.uint64 {
                self = .large(large)
            } else {
                self = .fraction((value.double ?? .nan).bitPattern)
            }
        case .bool: self = .bool(value.bool == true)
        case .null: self = .null
        }
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .object(let members):
            writer.object { writer in
                for member in members {
                    writer.key(String(decoding: member.key, as: UTF8.self))
                    member.value.write(to: &writer)
                }
            }
        case .array(let elements): writer.array { writer in for element in elements { element.write(to: &writer) } }
        case .string(let bytes): writer.string(String(decoding: bytes, as: UTF8.self))
        case .whole(let value): writer.int(value)
        case .large(let value): writer.int(value)
        case .fraction(let bits): writer.double(Double(bitPattern: bits))
        case .bool(let value): writer.bool(value)
        case .null: writer.null()
        }
    }
}
