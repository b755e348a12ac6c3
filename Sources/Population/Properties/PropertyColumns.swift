/// Properties of profiles by name: a number per profile and property, which stands for a value in a dictionary that all share.
///
/// A value is kept as compact JSON, so its type is part of it and `1`, `"1"` and `true` are three values.
struct PropertyColumns: Sendable {
    private var places: [String: Int] = [:]
    private var columns: [SparseColumn<UInt32>] = []

    /// The names met so far, in that order.
    private(set) var names: [String] = []

    /// The number of a profile's value; 0 for none.
    func code(_ name: String, row: Int) -> UInt32 {
        places[name].map { columns[$0][row] } ?? 0
    }

    /// What a profile has: names in the order in which the shop met them.
    func all(row: Int) -> [(name: String, code: UInt32)] {
        names.indices.compactMap { place in
            let code = columns[place][row]
            return code == 0 ? nil : (names[place], code)
        }
    }

    /// Calls a function with the place of each name that a profile has a value for, and the value's number.
    func forEach(row: Int, _ body: (Int, UInt32) -> Void) {
        for place in columns.indices {
            let code = columns[place][row]
            if code != 0 { body(place, code) }
        }
    }

    /// Sets the number of a value, 0 to clear it.
    mutating func set(_ name: String, row: Int, code: UInt32) {
        if let place = places[name] {
            columns[place][row] = code
        } else if code != 0 {
            places[name] = names.count
            names.append(name)
            let column = SparseColumn<UInt32>(empty: 0)
            column[row] = code
            columns.append(column)
        }
    }

    /// Takes everything from a profile.
    mutating func clear(row: Int) {
        for place in columns.indices where columns[place][row] != 0 { columns[place][row] = 0 }
    }

    /// Gives what one profile has to another where that has nothing, and takes it from the first.
    mutating func merge(_ from: Int, into: Int) {
        for place in columns.indices where columns[place][from] != 0 {
            if columns[place][into] == 0 { columns[place][into] = columns[place][from] }
            columns[place][from] = 0
        }
    }
}
