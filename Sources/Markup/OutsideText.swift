/// Text from outside in the form that is shown: on one line, without characters that steer the direction of text, and not endless.
public struct OutsideText: Sendable {
    /// The text as it is shown, before escaping.
    public let shown: String

    /// Characters of a name that are shown.
    public static let longest = 80

    /// Text of which at most so many characters are shown.
    public init(_ words: String, longest: Int = OutsideText.longest) {
        var scalars = String.UnicodeScalarView()
        var isCut = false
        for scalar in words.unicodeScalars {
            guard scalars.count < longest else {
                isCut = true
                break
            }
            scalars.append(scalar.steersText ? "\u{FFFD}" : scalar)
        }
        shown = String(scalars) + (isCut ? "…" : "")
    }
}

extension Unicode.Scalar {
    /// Control characters, direction marks, and marks that stay invisible.
    fileprivate var steersText: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xE0000...0xE0FFF: true
        default: false
        }
    }
}
