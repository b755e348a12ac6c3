/// What a field of a CSV file says, without its quotes.
enum FieldText {
    /// The text of a field: outer white space and quotes removed, doubled quotes halved, what follows the closing quote kept.
    static func plain(_ field: some Collection<UInt8>) -> [UInt8] {
        var bytes = Array(field)
        trim(&bytes)
        guard bytes.first == 0x22 else { return bytes }
        var result: [UInt8] = []
        var place = 1
        var isQuoted = true
        while place < bytes.count {
            let byte = bytes[place]
            if isQuoted, byte == 0x22 {
                if place + 1 < bytes.count, bytes[place + 1] == 0x22 {
                    result.append(byte)
                    place += 2
                    continue
                }
                isQuoted = false
            } else {
                result.append(byte)
            }
            place += 1
        }
        trim(&result)
        return result
    }

    private static func trim(_ bytes: inout [UInt8]) {
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        let leading = bytes.prefix { $0 <= 0x20 }.count
        if leading > 0 { bytes.removeFirst(leading) }
    }
}
