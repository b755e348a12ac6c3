import Facts
import JSON
public import Journal
import Population

/// The kinds of things that people define.
public enum DefinitionKind: String, CaseIterable, Sendable {
    case list
    case tag
    case tagGroup = "tag-group"
    case mappedMetric = "mapped-metric"
    case customMetric = "custom-metric"
    case segment
    case exportSchedule = "export-schedule"
    case rfmModel = "rfm-model"
}

/// What people defined, as it is now: lists, tags, which metric means what.
public struct DefinitionTable: Sendable {
    private var byKind: [String: [UInt64: Definition]] = [:]

    /// The definitions of a kind that live, by number.
    public func all(_ kind: DefinitionKind) -> [Definition] {
        (byKind[kind.rawValue] ?? [:]).values.sorted { $0.number < $1.number }
    }

    /// A definition that lives.
    public subscript(kind: DefinitionKind, number: UInt64) -> Definition? { byKind[kind.rawValue]?[number] }

    /// How many of a kind there are.
    public func count(_ kind: DefinitionKind) -> Int { byKind[kind.rawValue]?.count ?? 0 }

    static func stored(in journal: Journal) throws(JournalError) -> DefinitionTable {
        var table = DefinitionTable()
        for kind in DefinitionKind.allCases {
            for definition in try journal.definitions(kind.rawValue) {
                table.byKind[kind.rawValue, default: [:]][definition.number] = definition
            }
        }
        return table
    }

    /// Takes up a change that the journal has.
    mutating func take(_ write: JournalWrite) {
        guard case .definition(let change) = write else { return }
        guard let body = change.body else {
            byKind[change.kind]?[change.number] = nil
            return
        }
        let created = byKind[change.kind]?[change.number]?.createdAt ?? change.at
        byKind[change.kind, default: [:]][change.number] = Definition(
            kind: change.kind, number: change.number, body: body, createdAt: created, updatedAt: change.at, deletedAt: nil)
    }

    /// Which metric means what: as chosen, else the one of the usual name. The population must know the custom metrics.
    func mapping(_ population: Population) -> MetricMapping {
        var mapping = MetricMapping()
        for meaning in MetricMapping.Meaning.allCases { mapping[meaning] = population.metric(named: meaning.usualName) }
        for definition in all(.mappedMetric) {
            guard let root = try? JSONDocument(definition.body).root, let meaning = root["meaning"]?.string,
                let known = MetricMapping.Meaning(rawValue: meaning)
            else { continue }
            if let custom = root["custom_metric"]?.uint64 {
                if let metric = population.customMetric(CustomMetricNumber(UInt32(clamping: custom))) { mapping.set(metric, for: known) }
            } else {
                mapping[known] = root["metric"]?.int.map { MetricNumber(UInt32(clamping: $0)) }
            }
        }
        return mapping
    }
}
