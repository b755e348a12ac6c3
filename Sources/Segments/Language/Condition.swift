/// Who is meant: a tree of conditions on a profile.
///
/// Closed and bounded: every kind of test is a case of ``Test``, nothing is looked up by name at run time, and a definition is limited in
/// size and depth before it is taken.
public indirect enum Condition: Sendable, Equatable {
    /// All of them hold; of none: everybody.
    case all([Condition])
    /// At least one holds; of none: nobody.
    case any([Condition])
    /// It does not hold.
    case not(Condition)
    /// One thing is asked of a profile.
    case test(Test)

    /// Calls a function with each test in it, from left to right; those that say whom a part at the top is among come after it.
    public func forEachTest(_ body: (Test) -> Void) {
        switch self {
        case .all(let parts), .any(let parts): for part in parts { part.forEachTest(body) }
        case .not(let part): part.forEachTest(body)
        case .test(let test):
            body(test)
            if case .top(let top) = test { top.among?.forEachTest(body) }
        }
    }

    /// How many tests it holds.
    public var testCount: Int {
        var count = 0
        forEachTest { _ in count += 1 }
        return count
    }
}
