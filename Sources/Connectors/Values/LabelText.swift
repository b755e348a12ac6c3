import Facts

/// Names of products and discount codes, made fit to be shown: from outside, and of no importance to any order.
package enum LabelText {
    /// The text of a cell on one line: control characters and runs of white space become a space, characters that turn the direction
    /// of writing or cannot be seen go, broken UTF-8 is replaced. What is longer than any label is cut just beyond its length.
    package static func clean(_ cell: UnsafeRawBufferPointer) -> [UInt8] {
        var result: [UInt8] = []
        var needsSpace = false
        for scalar in String(decoding: cell, as: UTF8.self).unicodeScalars {
            if isInvisible(scalar) { continue }
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                needsSpace = !result.isEmpty
                continue
            }
            if needsSpace { result.append(0x20) }
            needsSpace = false
            result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            if result.count > OrderLabels.longestText { break }
        }
        return saysNothing(result) ? [] : result
    }

    /// Marks of direction, byte order marks and other characters without a shape; those that join letters or emoji stay.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    /// What programs write for an empty cell.
    private static let nothing = Set(["-", "n/a", "none", "null", "nan"].map { Array($0.utf8) })

    private static func saysNothing(_ text: [UInt8]) -> Bool {
        guard text.count <= 4 else { return false }
        return nothing.contains(text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
    }
}

extension OrderLabels {
    /// The number of a cell's text. Texts seen before are found as they stand: what was cleaned once is clean.
    package mutating func number(ofCell cell: UnsafeRawBufferPointer) -> UInt32 {
        if cell.isEmpty { return OrderLabels.none }
        if cell.count <= OrderLabels.longestText, let known = existingNumber(of: cell) { return known }
        return LabelText.clean(cell).withUnsafeBytes { number(of: $0) }
    }
}
