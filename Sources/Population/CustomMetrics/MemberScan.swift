/// Finds members of a JSON object as bytes.
enum MemberScan {
    /// Where the values of some members stand in the bytes of a compact object; empty where there is none.
    ///
    /// - Returns: whether that can be told: not where a name is written with escapes or stands there twice, nor of anything but an object.
    static func find(_ names: [[UInt8]], in json: UnsafeRawBufferPointer, _ spans: inout [Range<Int>]) -> Bool {
        guard json.first == UInt8(ascii: "{"), json.last == UInt8(ascii: "}") else { return false }
        var place = 1
        while place < json.count, json[place] == UInt8(ascii: "\"") {
            guard let (name, isPlain) = string(json, at: place), isPlain else { return false }
            place = name.upperBound + 1
            guard place < json.count, json[place] == UInt8(ascii: ":"), let end = valueEnd(json, from: place + 1) else { return false }
            for (number, wanted) in names.enumerated() where wanted.count == name.count {
                guard json[name].elementsEqual(wanted) else { continue }
                if !spans[number].isEmpty { return false }
                spans[number] = place + 1..<end
            }
            place = end
            if json[place] == UInt8(ascii: ",") { place += 1 }
        }
        return place == json.count - 1
    }

    /// What stands between the quotes from a place on, and whether it has no escapes.
    @inline(__always)
    private static func string(_ json: UnsafeRawBufferPointer, at start: Int) -> (content: Range<Int>, isPlain: Bool)? {
        var place = start + 1
        var isPlain = true
        while place < json.count {
            switch json[place] {
            case UInt8(ascii: "\""): return (start + 1..<place, isPlain)
            case UInt8(ascii: "\\"):
                isPlain = false
                place += 2
            default: place += 1
            }
        }
        return nil
    }

    /// The place after a value: of the comma or bracket that ends it.
    @inline(__always)
    private static func valueEnd(_ json: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var depth = 0
        var place = start
        while place < json.count {
            switch json[place] {
            case UInt8(ascii: "\""):
                guard let (content, _) = string(json, at: place) else { return nil }
                place = content.upperBound + 1
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                place += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return place > start ? place : nil }
                depth -= 1
                place += 1
            case UInt8(ascii: ","):
                if depth == 0 { return place > start ? place : nil }
                place += 1
            default: place += 1
            }
        }
        return nil
    }
}
