public import Facts
public import Journal

extension Journal {
    /// Facts by their numbers, where there are such. Each block is read once, whatever the order of the numbers.
    public func facts(_ sequences: some Sequence<UInt64>) throws(JournalError) -> [UInt64: Fact] {
        var found: [UInt64: Fact] = [:]
        var wanted = Set(sequences).sorted()[...]
        while let first = wanted.first {
            guard let block = try block(containing: first) else {
                wanted = wanted.dropFirst()
                continue
            }
            var reader = FactReader(block.bytes)
            var sequence = block.firstSequence
            do throws(FactReader.Failure) {
                while let next = wanted.first, next <= block.lastSequence, let fact = try reader.next() {
                    if sequence == next {
                        found[sequence] = fact
                        wanted = wanted.dropFirst()
                    }
                    sequence += 1
                }
            } catch {
                throw JournalError(.damaged, "Fact \(sequence) of the journal cannot be read: \(error).")
            }
            wanted = wanted.drop { $0 <= block.lastSequence }
        }
        return found
    }
}
