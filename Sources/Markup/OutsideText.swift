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
            let isHidden = scalar.steersText && !(scalar.joins && Self.isJoinable(scalars))
            scalars.append(isHidden ? "\u{FFFD}" : scalar)
        }
        shown = String(scalars) + (isCut ? "…" : "")
    }

    /// Whether a joiner may stand behind these. Behind all else it would only be invisible.
    private static func isJoinable(_ scalars: String.UnicodeScalarView) -> Bool {
        guard let last = scalars.last else { return false }
        // The sign that shows a character as a picture.
        guard last.value == 0xFE0F else { return last.isPicture || last.isOfJoiningScript }
        return scalars.dropLast().last?.isPicture == true
    }
}

extension Unicode.Scalar {
    /// Joiners, of which people of a family and letters of some scripts are made.
    fileprivate var joins: Bool { value == 0x200C || value == 0x200D }

    /// A picture; digits and signs that can be shown as one are none.
    fileprivate var isPicture: Bool { value >= 0x2000 && properties.isEmoji }

    /// A letter, or a mark of one, of scripts whose letters join: Arabic to Myanmar, Khmer and Mongolian, and the forms of Arabic.
    fileprivate var isOfJoiningScript: Bool {
        switch value {
        case 0x0600..<0x10A0, 0x1780..<0x18B0, 0xFB50..<0xFE00, 0xFE70..<0xFEFD, 0x11000..<0x12000:
            properties.isAlphabetic || [.nonspacingMark, .spacingMark].contains(properties.generalCategory)
        default: false
        }
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
