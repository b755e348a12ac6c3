import Markup
import Population
import Shop
import Wording

/// Why a metric cannot mean what was chosen, or cannot be what was filled in.
struct RefusalView {
    let setting: PageSetting
    let refusal: MappingModel.Refusal
    /// What was not done.
    let title: Phrase

    var node: Node {
        .make(.aside, [.css("notice refused"), Attribute(name: .role, value: "alert")]) {
            Node.p(setting.words(title))
            Node.make(.p) { Node.outside(line, longest: 600) }
        }
    }

    private var line: String {
        switch refusal {
        case .metric(let refusal): setting.words.refusal(refusal)
        case .gone: setting.words(Phrase.MetricsPage.chosenGone)
        }
    }
}

extension MappingModel.Refusal {
    /// What is said of an error that follows from what was filled in.
    init(_ error: IntakeError) {
        if case .metric(let refusal, _) = error { self = .metric(refusal) } else { self = .gone }
    }
}

extension Words {
    /// Why a metric cannot be as it is asked to be.
    func refusal(_ refusal: MetricRefusal) -> String {
        switch refusal {
        case .onlyCounts(let name): onlyCounts(name)
        case .twoMeanings(let metric, let one, let other): twoMeanings(metric, self(one.phrase), self(other.phrase))
        case .worthless(let name, let events): worthless(name, events: events)
        case .stillAsked(let name, wouldOnlyCount: true, let uses): askedForWorth(name, by: list(uses))
        case .stillAsked(let name, wouldOnlyCount: false, let uses): askedByName(name, by: list(uses))
        case .inUse(let name, let uses): metricInUse(name, by: list(uses))
        case .tooMany(let most): mostCustomMetrics(most)
        case .unseenName: self(Phrase.PagePart.nameUnreadable)
        case .longName: self(Phrase.PagePart.nameTooLong)
        case .nameOfMetric, .nameTaken: self(Phrase.MetricsPage.nameTaken)
        }
    }

    private func list(_ uses: [CustomMetricUse]) -> String {
        let named = uses.prefix(5).map { use in
            switch use.kind {
            case .segment: theSegment(use.name)
            case .rfmModel: theModel(use.name)
            case .mappedMetric: MetricMapping.Meaning(rawValue: use.id).map { self($0.phrase) } ?? use.id
            }
        }
        return named.joined(separator: ", ") + (uses.count > 5 ? ", …" : "")
    }
}
