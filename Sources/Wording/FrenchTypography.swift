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
