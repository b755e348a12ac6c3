public import Facts
import JSON
import Journal
import Population

/// Everything that a shop knows of one person, as a file that is given to that person: the right of access.
///
/// What is shown of the person now comes from the columns; how it came about, with every event and the proof of every consent, from the
/// journal, which is read once from end to end.
public struct PersonFile: Sendable {
    /// In which form it is written.
    public enum Format: Sendable {
        /// One JSON object.
        case json
        /// An outline that people read.
        case text
    }

    let shop: Shop
    let profile: ProfileNumber
    /// The profile, and those that went into it.
    let profiles: [ProfileNumber]

    /// The file of a profile; `nil` where nobody is it.
    public init?(of profile: ProfileNumber, in shop: Shop) {
        guard let merged = shop.read({ $0.isLive(profile) ? $0.merged(into: profile) : nil }) else { return nil }
        self.shop = shop
        self.profile = profile
        profiles = [profile] + merged.sorted()
    }

    /// Writes the file.
    ///
    /// - Parameter sink: takes the bytes piece by piece. Its errors come through as they are, as do those of the journal.
    public func write(_ format: Format, to sink: @escaping ([UInt8]) throws -> Void) throws {
        var document = PersonDocument(format, sink)
        try document.begin()
        for (name, json) in sections() { try document.section(name, json) }
        try document.list("orders", orders())
        var facts = PersonFacts(self)
        try document.beginList("events")
        try facts.read { event in try document.item(event) }
        try document.endList()
        try document.list("consent_history", facts.consents)
        try document.list("list_history", facts.memberships)
        try document.list("changes", facts.changes)
        try document.list("prediction_history", predictionHistory())
        try document.list("rfm_history", rfmHistory())
        try document.list("audit", audit())
        try document.end()
    }

    var id: String { shop.ids.id(.profile, UInt64(profile.row)) }
}
