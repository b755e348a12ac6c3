public import Charts

extension Node {
    /// A bar that is filled up to a share, beside a number that says the same: it is not read aloud.
    ///
    /// - Parameter share: from 0 to 1; anything else is held within.
    public static func bar(_ share: Double, _ color: ChartColor) -> Node {
        let held = share.isFinite ? min(1, max(0, share)) : 0
        // Thousandths: no more is seen, and the same share is always written alike.
        let filled = Int((held * 1000).rounded())
        return Node(
            .verbatim(
                "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">"
                    + "<rect class=\"bar-ground\" width=\"1000\" height=\"10\" rx=\"5\"/>"
                    + "<rect class=\"b-\(color.rawValue)\" width=\"\(filled)\" height=\"10\" rx=\"5\"/></svg>"))
    }
}
