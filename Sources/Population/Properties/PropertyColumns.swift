/// Properties of profiles by name: a number per profile and property, which stands for a value in a dictionary that all share.
///
/// A value is kept as compact JSON, so its type is part of it and `1`, `"1"` and `true` are three values. A name that nobody has a
/// value for any more is forgotten, and its place goes to the next new name.
struct PropertyColumns: Sendable {
    private var places: [String: Int] = [:]
    private var columns: [SparseColumn<UInt32>] = []
    /// How many profiles have a value, by place.
    private var holders: [Int] = []
    private var free: [Int] = []

    /// The name of each place; empty for a place that is free.
    private(set) var names: [String] = []

    /// How many names somebody has a value for.
    var count: Int { places.count }

    /// Whether somebody has a value for a name.
    func contains(_ name: String) -> Bool { places[name] != nil }

    /// The names that somebody has a value for, in no order.
    var used: some Collection<String> { places.keys }

    /// The number of a profile's value; 0 for none.
    func code(_ name: String, row: Int) -> UInt32 {
        places[name].map { columns[$0][row] } ?? 0
    }

    /// The column of a name; `nil` where nobody ever had it.
    func column(_ name: String) -> SparseColumn<UInt32>? { places[name].map { columns[$0] } }

    /// What a profile has: names in the order of their places.
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
            write(code, at: place, row)
        } else if code != 0 {
            write(code, at: makePlace(name), row)
        }
    }

    /// Takes everything from a profile.
    mutating func clear(row: Int) {
        for place in columns.indices { write(0, at: place, row) }
    }

    /// Gives what one profile has to another where that has nothing, and takes it from the first.
    mutating func merge(_ from: Int, into: Int) {
        for place in columns.indices {
            let code = columns[place][from]
            guard code != 0 else { continue }
            if columns[place][into] == 0 { write(code, at: place, into) }
            write(0, at: place, from)
        }
    }

    /// Gives every value another number, never 0.
    func renumber(_ number: (UInt32) -> UInt32) {
        for column in columns { column.replaceEach(number) }
    }

    private mutating func makePlace(_ name: String) -> Int {
        let place: Int
        if let unused = free.popLast() {
            place = unused
            names[place] = name
        } else {
            place = names.count
            names.append(name)
            columns.append(SparseColumn<UInt32>(empty: 0))
            holders.append(0)
        }
        places[name] = place
        return place
    }

    private mutating func write(_ code: UInt32, at place: Int, _ row: Int) {
        let before = columns[place][row]
        guard before != code else { return }
        columns[place][row] = code
        if before == 0 { holders[place] += 1 }
        guard code == 0 else { return }
        holders[place] -= 1
        guard holders[place] == 0 else { return }
        places[names[place]] = nil
        names[place] = ""
        columns[place] = SparseColumn<UInt32>(empty: 0)
        free.append(place)
    }
}
