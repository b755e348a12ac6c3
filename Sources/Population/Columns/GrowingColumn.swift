import CPrefetch

/// Values one after another in plain memory that grows at its end. Its owner lets go of the memory, by ``deallocate()``.
///
/// Writing a value does not change the column itself, so that an owner that is a class is not asked each time whether somebody else is at it.
struct GrowingColumn<Value: Sendable & BitwiseCopyable>: @unchecked Sendable {
    // Sendable unchecked: the memory is written by the one writer of a population while nobody reads, which its lock sees to.
    private var base: UnsafeMutablePointer<Value>
    private var capacity: Int
    private(set) var count = 0

    /// An empty column.
    init() {
        base = .allocate(capacity: 0)
        capacity = 0
    }

    var isEmpty: Bool { count == 0 }

    subscript(place: Int) -> Value {
        get {
            precondition(place >= 0 && place < count)
            return base[place]
        }
        nonmutating set {
            precondition(place >= 0 && place < count)
            base[place] = newValue
        }
    }

    /// The values of some places.
    func values(_ places: Range<Int>) -> UnsafeBufferPointer<Value> {
        precondition(places.lowerBound >= 0 && places.upperBound <= count)
        return UnsafeBufferPointer(start: base + places.lowerBound, count: places.count)
    }

    /// Adds a value so many times.
    mutating func extend(by places: Int, _ value: Value) {
        if count + places > capacity {
            capacity = max(count + places, 2 * capacity)
            let grown = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
            grown.initialize(from: base, count: count)
            base.deallocate()
            base = grown
        }
        (base + count).initialize(repeating: value, count: places)
        count += places
    }

    /// Copies values to other places, which may overlap.
    func copy(_ places: Range<Int>, to start: Int) {
        guard !places.isEmpty, !isEmpty else { return }
        precondition(places.lowerBound >= 0 && start >= 0 && max(places.upperBound, start + places.count) <= count)
        (base + start).update(from: base + places.lowerBound, count: places.count)
    }

    /// Lets a value be brought near; places that are not there do no harm.
    @inline(__always)
    func prefetch(_ place: Int) { CPrefetch.prefetch(base + place) }

    func deallocate() { base.deallocate() }
}
