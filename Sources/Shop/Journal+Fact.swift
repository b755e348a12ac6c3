public import Facts
public import Journal

extension Journal {
    /// A fact by its number; `nil` for one that is not there.
    public func fact(_ sequence: UInt64) throws(JournalError) -> Fact? {
        guard let block = try block(containing: sequence) else { return nil }
        var reader = FactReader(block.bytes)
        var number = block.firstSequence
        do throws(FactReader.Failure) {
            while let fact = try reader.next() {
                if number == sequence { return fact }
                number += 1
            }
        } catch {
            throw JournalError(.damaged, "Fact \(number) of the journal cannot be read: \(error)")
        }
        return nil
    }
}
