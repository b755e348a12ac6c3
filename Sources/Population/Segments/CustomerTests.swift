import CustomerValue
import Facts
import Segments

/// A number of a customer.
struct NumberOfCustomer: SegmentTest {
    let dimension: NumberDimension
    let filter: NumberFilter
    var cost: Double { 3 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        view.population.number(dimension, row: row, minorUnits: view.minorUnits).map { filter.holds($0) } ?? false
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed {
        .number(view.population.number(dimension, row: row, minorUnits: view.minorUnits))
    }

    func filter(_ some: ProfileSet, _ view: SegmentView) -> ProfileSet {
        view.population.withNumbers(of: dimension, minorUnits: view.minorUnits) { number in
            some.filtered { row in number(row).map { filter.holds($0) } ?? false }
        }
    }
}

/// A moment of a customer.
struct MomentOfCustomer: SegmentTest {
    let dimension: MomentDimension
    let filter: DateFilter
    var cost: Double { 10 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        moment(row, view).map { filter.holds($0, before: view.end, in: view.zone) } ?? false
    }

    var timing: SegmentTiming { filter.isRelative ? .anybody : .never }

    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? {
        moment(row, view).flatMap { filter.nextChange($0, after: view.end, in: view.zone) }
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed { .moment(moment(row, view).map { Instant(secondsSince1970: $0) }) }

    private func moment(_ row: Int, _ view: SegmentView) -> Int64? {
        let scores = view.population.scores
        guard scores.hasScore(row), scores.numberOfOrders[row] > 0 else { return nil }
        switch dimension {
        case .firstOrder: return Int64(scores.firstOrderSeconds[row])
        case .lastOrder: return Int64(scores.lastOrderSeconds[row])
        case .expectedDateOfNextPurchase:
            guard !scores.predictedOrders[row].isNaN else { return nil }
            return view.zone.start(of: ShopDay(daysSince1970: scores.nextOrderDay[row])).secondsSince1970
        case .rfmGroupChanged: return nil
        }
    }
}

/// A word that a customer is described by.
struct WordOfCustomer: SegmentTest {
    let dimension: WordDimension
    private let accepted: Set<String>
    var cost: Double { 12 }

    init(dimension: WordDimension, filter: TextFilter) {
        self.dimension = dimension
        // There are few words: which of them are meant is known at once.
        accepted = Set(
            dimension.words.filter { word in
                var word = word
                return word.withUTF8 { filter.holds(UnsafeRawBufferPointer($0)) }
            })
    }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        view.population.scores.word(dimension, row: row).map { accepted.contains($0) } ?? false
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed { .word(view.population.scores.word(dimension, row: row)) }
}

/// Whether a customer is silent for longer than is usual for them.
struct OverdueCustomer: SegmentTest {
    let value: Bool
    var cost: Double { 3 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool { view.population.scores.isOverdue(row) == value }
    func observed(_ row: Int, _ view: SegmentView) -> Observed { .overdue(view.population.scores.isOverdue(row)) }
}

/// Those with the greatest, or least, of a number.
struct TopCustomers: SegmentTest {
    let test: TopTest
    /// Whom they are compared with; `nil`: everybody.
    let among: SegmentPlan.Node?

    /// Who is in changes with others, without anything being asked of those that change.
    var timing: SegmentTiming { among.map { $0.isStill } ?? true ? .withOthers : .anybody }
    // Everybody's number is looked at, whomever it is asked of.
    var cost: Double { 1_000 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        guard let border = border(view), let number = number(row, view), number >= border else { return false }
        return among.map { SegmentPlan.holds(row, $0, view) } ?? true
    }

    func filter(_ some: ProfileSet, _ view: SegmentView) -> ProfileSet {
        guard let border = border(view) else { return ProfileSet(capacity: some.capacity) }
        let sign: Double = test.isBottom ? -1 : 1
        let high = view.population.withNumbers(of: test.dimension, minorUnits: view.minorUnits) { number in
            some.filtered { row in number(row).map { $0 * sign >= border } ?? false }
        }
        return among.map { SegmentPlan.filter(high, $0, view) } ?? high
    }

    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? { among.flatMap { SegmentPlan.nextChange(row, $0, view) } }

    func observed(_ row: Int, _ view: SegmentView) -> Observed {
        let sign: Double = test.isBottom ? -1 : 1
        return .ranked(number: number(row, view).map { $0 * sign }, border: border(view).map { $0 * sign })
    }

    private func number(_ row: Int, _ view: SegmentView) -> Double? {
        view.population.number(test.dimension, row: row, minorUnits: view.minorUnits).map { test.isBottom ? -$0 : $0 }
    }

    /// The number of the last who is in; found out once for a view.
    private func border(_ view: SegmentView) -> Double? {
        if let known = view.borders.known.first(where: { $0.test == test }) { return known.border }
        let border = findBorder(view)
        view.borders.known.append((test, border))
        return border
    }

    /// Finds the border, so that it is known from then on.
    func prepare(_ view: SegmentView) { _ = border(view) }

    private func findBorder(_ view: SegmentView) -> Double? {
        var numbers = numbers(view.everybody, view)
        return border(of: &numbers)
    }

    /// The numbers that are compared, of some.
    func numbers(_ some: ProfileSet, _ view: SegmentView) -> [Double] {
        var numbers: [Double] = []
        let some = among.map { SegmentPlan.filter(some, $0, view) } ?? some
        numbers.reserveCapacity(some.count)
        let sign: Double = test.isBottom ? -1 : 1
        view.population.withNumbers(of: test.dimension, minorUnits: view.minorUnits) { number in
            some.forEachRow { row in if let number = number(row) { numbers.append(number * sign) } }
        }
        return numbers
    }

    /// The number of the last who is in, of all numbers, whose order is lost; `nil` where there are none.
    func border(of numbers: inout [Double]) -> Double? {
        guard !numbers.isEmpty else { return nil }
        let size: Int
        switch test.size {
        case .count(let count): size = min(count, numbers.count)
        // Rounded up from what is meant, not from what binary fractions make of it.
        case .percent(let percent): size = max(1, min(numbers.count, Int((Double(numbers.count) * percent / 100 - 1e-9).rounded(.up))))
        }
        return Self.element(numbers.count - size, of: &numbers)
    }

    /// The element that would stand at a place if they were sorted. Hoare's selection, with the middle of three as pivot.
    private static func element(_ place: Int, of numbers: inout [Double]) -> Double {
        var low = 0
        var high = numbers.count - 1
        while low < high {
            let middle = low + (high - low) / 2
            let (a, b, c) = (numbers[low], numbers[middle], numbers[high])
            let pivot = max(min(a, b), min(max(a, b), c))
            var left = low
            var right = high
            while left <= right {
                while numbers[left] < pivot { left += 1 }
                while numbers[right] > pivot { right -= 1 }
                if left <= right {
                    numbers.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if place <= right { high = right } else if place >= left { low = left } else { return numbers[place] }
        }
        return numbers[place]
    }
}
