extension SegmentDefinition {
    /// The most bytes that a name has.
    public static let longestName = 255

    /// What is wrong with a name, as the end of a sentence that begins with what it is called; `nil` for a good one.
    public static func faultOf(name: String) -> String? {
        let size = name.utf8.count
        guard size <= longestName else { return "has \(size) bytes; at most \(longestName) are taken" }
        if let control = name.unicodeScalars.first(where: { $0.properties.generalCategory == .control }) {
            let code = String(control.value, radix: 16, uppercase: true)
            return "holds a control character, U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code); leave it out"
        }
        let isBlank = name.unicodeScalars.allSatisfy { scalar in
            // What stands for characters that cannot be shown is nothing to read either.
            scalar.properties.isWhitespace || scalar.properties.generalCategory == .format || scalar == "\u{FFFD}"
        }
        return isBlank ? "is blank; give it something that people can read" : nil
    }
}
