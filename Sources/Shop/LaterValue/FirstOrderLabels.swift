import Connectors
import CustomerValue
import Facts
import JSON
import Journal

/// What the first orders of a shop's customers were labelled with, by the facts that told of them. Read from the journal, and kept so that only
/// what is new has to be read again.
struct FirstOrderLabels: Sendable {
    /// The dimensions that stand in events.
    static let dimensions: [LaterValues.Dimension] = [.product, .discountCode, .channel]

    /// The facts, in ascending order.
    private var sequences: [UInt32] = []
    /// For each of ``dimensions`` the texts, and each fact's number among them.
    private var texts = dimensions.map { _ in OrderLabels() }
    private var numbers = dimensions.map { _ in ContiguousArray<UInt32>() }

    /// More than so many facts are found by reading the journal from end to end.
    private static let fewFacts = 2_000

    /// None.
    init() {}

    /// The labels of some facts.
    ///
    /// - Parameters:
    ///   - wanted: the facts, in ascending order, each once.
    ///   - known: what was read before. What is no longer wanted is forgotten, its texts too.
    ///   - metricCount: how many metrics there are.
    init(of wanted: [UInt32], known: FirstOrderLabels, _ journal: Journal, metricCount: Int) throws(JournalError) {
        sequences = wanted
        numbers = Self.dimensions.map { _ in ContiguousArray(repeating: OrderLabels.none, count: wanted.count) }
        // Which texts found a place depends on what came first: everything is read again.
        let known = known.texts.contains { $0.textCount >= OrderLabels.mostTexts } ? FirstOrderLabels() : known
        let missing = take(from: known)
        guard let first = missing.first, let last = missing.last else { return }
        if missing.count <= Self.fewFacts {
            let facts = try journal.facts(missing.map { UInt64(wanted[$0]) })
            for place in missing {
                guard case .event(let event)? = facts[UInt64(wanted[place])] else { continue }
                event.properties.withUnsafeBytes { note($0, at: place) }
            }
            return
        }
        try read(missing, first: UInt64(wanted[first]), last: UInt64(wanted[last]), journal, metricCount: metricCount)
    }

    /// The texts of a dimension.
    subscript(dimension: Int) -> OrderLabels { texts[dimension] }

    /// The number of a fact's text in a dimension.
    func number(_ dimension: Int, of sequence: UInt32) -> UInt32 {
        var (low, high) = (0, sequences.count)
        while low < high {
            let middle = (low + high) / 2
            if sequences[middle] < sequence { low = middle + 1 } else { high = middle }
        }
        guard low < sequences.count, sequences[low] == sequence else { return OrderLabels.none }
        return numbers[dimension][low]
    }

    /// Takes what is known already, and gives the places of all else.
    private mutating func take(from known: FirstOrderLabels) -> [Int] {
        var missing: [Int] = []
        var renumbered = known.texts.map { [UInt32?](repeating: nil, count: $0.textCount + 1) }
        var place = 0
        for (new, sequence) in sequences.enumerated() {
            while place < known.sequences.count, known.sequences[place] < sequence { place += 1 }
            guard place < known.sequences.count, known.sequences[place] == sequence else {
                missing.append(new)
                continue
            }
            for dimension in Self.dimensions.indices {
                let old = known.numbers[dimension][place]
                guard old != OrderLabels.none else { continue }
                guard let text = known.texts[dimension].text(of: old) else {
                    numbers[dimension][new] = old
                    continue
                }
                let number = renumbered[dimension][Int(old)] ?? texts[dimension].number(of: text)
                renumbered[dimension][Int(old)] = number
                numbers[dimension][new] = number
            }
        }
        return missing
    }

    private mutating func read(
        _ missing: [Int], first: UInt64, last: UInt64, _ journal: Journal, metricCount: Int
    ) throws(JournalError) {
        let metrics = [Bool](repeating: true, count: metricCount)
        var rest = missing[...]
        do {
            try journal.forEachBlock(after: first - 1) { block in
                guard let next = rest.first, UInt64(sequences[next]) <= block.lastSequence, block.firstSequence <= last else { return }
                try block.forEachEvent(of: metrics) { event, sequence in
                    while let place = rest.first, UInt64(sequences[place]) < sequence { rest = rest.dropFirst() }
                    guard let place = rest.first, UInt64(sequences[place]) == sequence else { return }
                    note(event.properties, at: place)
                    rest = rest.dropFirst()
                }
            }
        } catch {
            throw (error as? JournalError) ?? JournalError(.damaged, "The journal cannot be read: \(error)")
        }
    }

    private mutating func note(_ properties: UnsafeRawBufferPointer, at place: Int) {
        guard !properties.isEmpty, let document = try? JSONDocument(Array(properties)), document.root.kind == .object else { return }
        let words = OrderWords(document.root)
        for (dimension, text) in [words.product, words.discountCode, words.channel].enumerated() {
            guard var text else { continue }
            numbers[dimension][place] = text.withUTF8 { texts[dimension].number(ofCell: UnsafeRawBufferPointer($0)) }
        }
    }
}
