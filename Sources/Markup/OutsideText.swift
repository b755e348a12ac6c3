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
            let isHidden = scalar.steersText && !(scalar.joins && scalars.last?.isJoinable == true)
            scalars.append(isHidden ? "\u{FFFD}" : scalar)
        }
        shown = String(scalars) + (isCut ? "…" : "")
    }
}

extension Unicode.Scalar {
    /// Joiners, of which people of a family and letters of some scripts are made.
    fileprivate var joins: Bool { value == 0x200C || value == 0x200D }

    /// What a joiner may stand behind: pictures, and letters of scripts whose letters join. Behind all others it would only be invisible.
    fileprivate var isJoinable: Bool {
        if value == 0xFE0F || properties.isEmojiPresentation || properties.isEmojiModifier { return true }
        return value >= 0x600 && (properties.isAlphabetic || properties.isEmoji || properties.generalCategory == .nonspacingMark)
    }

    /// Control characters, direction marks, and marks that stay invisible.
    fileprivate var steersText: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xE0000...0xE0FFF: true
        default: false
        }
    }
}
