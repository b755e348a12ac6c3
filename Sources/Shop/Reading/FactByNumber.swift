public import Facts
public import Journal

extension Journal {
    /// A fact by its number; `nil` for one that is not there.
    public func fact(_ sequence: UInt64) throws(JournalError) -> Fact? { try facts(CollectionOfOne(sequence))[sequence] }
}
