public import Facts
import JSON
public import Journal
import Population

extension JobRow {
    /// The numbers of the facts that the job wrote, in order: from these it is known later whom it was about.
    var facts: [Range<UInt64>] {
        get {
            guard let spans = (try? JSONDocument(detail))?.root["facts"] else { return [] }
            return spans.elements.compactMap { span in
                guard let first = span[0]?.uint64, let end = span[1]?.uint64, first <= end else { return nil }
                return first..<end
            }
        }
        set {
            var writer = JSONWriter()
            writer.object { writer in
                if let document = try? JSONDocument(detail) {
                    for (name, value) in document.root.members where name != "facts" { writer.member(name, value) }
                }
                writer.array("facts") { writer in
                    for span in newValue {
                        writer.array { writer in
                            writer.int(span.lowerBound)
                            writer.int(span.upperBound)
                        }
                    }
                }
            }
            detail = writer.text
        }
    }
}

extension Shop {
    /// The profiles that a job was about so far, each once, in the order of its rows; whoever is no more is left out.
    ///
    /// They are read from the facts that the job wrote: its cost is theirs.
    public func profiles(of job: JobRow) throws(JournalError) -> [ProfileNumber] {
        var met: Set<ProfileNumber> = []
        var profiles: [ProfileNumber] = []
        for span in job.facts {
            var sequence = span.lowerBound
            while sequence < span.upperBound, let block = try journal.block(containing: sequence) {
                try FactReader.forEach(block) { number, fact in
                    guard span.contains(number), let profile = fact.subject, met.insert(profile).inserted else { return }
                    profiles.append(profile)
                }
                sequence = block.lastSequence + 1
            }
        }
        return read { population in profiles.filter { population.isLive($0) } }
    }
}

extension FactReader {
    /// Calls a function with every fact of a block and its number.
    fileprivate static func forEach(_ block: JournalBlock, _ body: (UInt64, Fact) -> Void) throws(JournalError) {
        var reader = FactReader(block.bytes)
        var sequence = block.firstSequence
        do throws(FactReader.Failure) {
            while let fact = try reader.next() {
                body(sequence, fact)
                sequence += 1
            }
        } catch {
            throw JournalError(.damaged, "Fact \(sequence) of the journal cannot be read: \(error).")
        }
    }
}

extension Fact {
    /// Whom it is about; `nil` where it is about nobody in particular.
    fileprivate var subject: ProfileNumber? {
        switch self {
        case .profile(let fact): fact.profile
        case .event(let fact): fact.profile
        case .consent(let fact): fact.profile
        case .membership(let fact): fact.profile
        case .erasure(let fact): fact.profile
        case .profiling(let fact): fact.profile
        case .merge(let fact): fact.into
        case .segment(let fact): fact.profile
        case .rfm(let fact): fact.profile
        case .metric, .model: nil
        }
    }
}
