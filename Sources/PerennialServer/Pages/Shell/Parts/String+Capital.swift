extension String {
    /// With a capital letter: words that stand alone, such as the title of a column.
    var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
