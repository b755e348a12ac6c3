/// The spaces and apostrophes that French printing asks for, so that no line begins with a colon and phrases can be typed plainly.
enum FrenchTypography {
    /// A text with a no-break space before `:` and inside guillemets, a narrow one before `;`, `?`, `!` and `%`, and curled apostrophes.
    static func applied(to text: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let next = place + 1 < scalars.count ? scalars[place + 1] : nil
            switch (scalar, next) {
            case (" ", ":"), (" ", "»"): result.append("\u{A0}")
            case (" ", ";"), (" ", "?"), (" ", "!"), (" ", "%"): result.append("\u{202F}")
            case (" ", _) where place > 0 && scalars[place - 1] == "«": result.append("\u{A0}")
            case ("'", _): result.append("’")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

/// A French text with values in it, whose own words get the spaces and apostrophes of French printing while the values stay as they are:
/// what somebody typed is shown as it was typed.
package struct FrenchText: ExpressibleByStringInterpolation, Sendable {
    /// The text.
    package let text: String

    package init(stringLiteral value: String) { text = FrenchTypography.applied(to: value) }
    package init(stringInterpolation: Pieces) { text = stringInterpolation.text }

    package struct Pieces: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }
        package mutating func appendLiteral(_ literal: String) { text += FrenchTypography.applied(to: literal) }
        package mutating func appendInterpolation(_ value: String) { text += value }
    }
}

extension Words {
    /// One of three texts around values that must stay as they are.
    package func say(en: @autoclosure () -> String, fr: @autoclosure () -> FrenchText, pl: @autoclosure () -> String) -> String {
        switch language {
        case .en: en()
        case .fr: fr().text
        case .pl: pl()
        }
    }
}
