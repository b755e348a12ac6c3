import Facts
import JSON
import Journal
import Shop

/// How consent was given, as the facts in the journal hold it, by the number of the fact.
struct ConsentProofs: Sendable {
    /// How one consent was given.
    struct Proof: Sendable {
        /// By which way: `API`, `FORM`.
        var method: String?
        /// More of the way: the page, the form.
        var methodDetail: String?
        /// What the caller said of the source.
        var customSource: String?
        /// Whether the person confirmed.
        var isDoubleOptIn: Bool?

        init(_ json: ArraySlice<UInt8>) {
            guard let root = try? JSONDocument(json).root else { return }
            method = root["method"]?.string
            methodDetail = root["method_detail"]?.string
            customSource = root["custom_source"]?.string
            isDoubleOptIn = root["double_optin"]?.bool
        }
    }

    private var proofs: [UInt64: Proof] = [:]

    /// None.
    init() {}

    /// The proofs of some facts. Facts of one block are read together.
    init(_ sequences: some Sequence<UInt64>, _ journal: Journal) throws(JournalError) {
        var block: (first: UInt64, facts: [Fact])?
        for sequence in Set(sequences).sorted() {
            if block.map({ sequence >= $0.first + UInt64($0.facts.count) }) ?? true {
                block = try Self.read(journal, sequence)
            }
            guard let block, sequence >= block.first, case .consent(let fact) = block.facts[Int(sequence - block.first)] else { continue }
            proofs[sequence] = Proof(fact.proof)
        }
    }

    private static func read(_ journal: Journal, _ sequence: UInt64) throws(JournalError) -> (first: UInt64, facts: [Fact])? {
        guard let block = try journal.block(containing: sequence) else { return nil }
        var reader = FactReader(block.bytes)
        var facts: [Fact] = []
        while true {
            do throws(FactReader.Failure) {
                guard let fact = try reader.next() else { break }
                facts.append(fact)
            } catch {
                throw JournalError(.damaged, "A block of facts cannot be read: \(error).")
            }
        }
        return (block.firstSequence, facts)
    }

    subscript(_ sequence: UInt64) -> Proof? { proofs[sequence] }
}

extension [ProfileResource] {
    /// Adds how consent was given, where it is shown.
    mutating func addProofs(_ journal: Journal) throws(JournalError) {
        let sequences = flatMap { $0.subscriptions?.proofSequences ?? [] }
        guard !sequences.isEmpty else { return }
        let proofs = try ConsentProofs(sequences, journal)
        for place in indices { self[place].add(proofs) }
    }
}
