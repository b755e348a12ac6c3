public import Segments
public import Wording

extension Words {
    /// What is wrong with a definition, in the reader's language. Names of members and operators stay as JSON has them.
    public func fault(_ reason: SegmentFault.Reason) -> String {
        switch reason {
        case .shape(let shape): fault(shape)
        case .value(let value): fault(value)
        case .name(let name): fault(name)
        case .metric(let metric): fault(metric)
        case .question(let question): fault(question)
        }
    }

    /// What may be meant, or what there is.
    func advice(_ near: NearNames) -> String {
        let names = near.nearest.isEmpty ? near.known : near.nearest
        guard !names.isEmpty else { return say(en: "There are none.", fr: "Il n'y en a pas.", pl: "Nie ma żadnych.") }
        let listed = names.map { Words.cut($0) }.joined(separator: ", ") + (near.isCut ? ", …" : near.nearest.isEmpty ? "." : "")
        return near.nearest.isEmpty
            ? say(en: "There are: \(listed)", fr: "Il y a : \(listed)", pl: "Są: \(listed)")
            : meant(listed)
    }

    func meant(_ listed: String) -> String {
        say(en: "Did you mean \(listed)?", fr: "Vouliez-vous dire \(listed) ?", pl: "Czy chodzi o: \(listed)?")
    }
}
