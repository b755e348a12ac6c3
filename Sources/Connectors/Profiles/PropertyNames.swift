/// The custom properties of a shop while rows are read that may bring more.
struct PropertyNames: Sendable {
    private var known: Set<String>
    private let most: Int
    /// Those that the row brings which is being read.
    private var new: [String] = []

    /// Names that are known, and how many there may be.
    init(known: Set<String> = [], most: Int = .max) {
        self.known = known
        self.most = most
    }

    /// Takes up the name of a field, or refuses the row.
    mutating func note(_ field: ProfileField, column: Int) throws(RowFault) {
        guard case .property(let name) = field, !known.contains(name) else { return }
        guard known.count < most else { throw RowFault(.tooManyProperties, column: column, detail: "\(most) are the most") }
        known.insert(name)
        new.append(name)
    }

    /// The row is taken: its names are known.
    mutating func keep() { if !new.isEmpty { new = [] } }

    /// The row is refused: what it alone brought is not known.
    mutating func takeBack() {
        for name in new { known.remove(name) }
        new = []
    }
}
