import Segments

// What was done, and one thing after another.
extension DraftReader {
    func done(_ test: MetricTest) -> ConditionDraft {
        var draft = ConditionDraft.new(.done)
        draft[.what] = Self.text(test.metric)
        switch (test.measurement, test.filter) {
        case (.count, .greaterThanOrEqual(1)): draft[.op] = ConditionDraft.DoneOperator.atLeastOnce
        case (.count, .equals(0)): draft[.op] = ConditionDraft.DoneOperator.never
        default:
            draft[.measure] = test.measurement.rawValue
            fill(&draft, test.filter, isShare: false)
        }
        fill(&draft, test.timeFrame)
        draft.parts = test.properties.map(event)
        return draft
    }

    func funnel(_ test: FunnelTest) -> ConditionDraft {
        var draft = ConditionDraft(.funnel)
        draft[.unit] = Span.Unit.day.rawValue
        fill(&draft, test.timeFrame)
        draft[.within] = FunnelTest.windows.first { $0.seconds == test.completionSeconds }?.name ?? ""
        draft.parts = test.steps.map(step)
        return draft
    }

    private func step(_ step: FunnelTest.Step) -> ConditionDraft {
        var draft = ConditionDraft.new(.step)
        draft[.what] = Self.text(step.metric)
        draft[.yes] = step.hasHappened ? "yes" : "no"
        draft.parts = step.properties.map(event)
        // Alone: after another, for the first must have happened.
        var (whole, first) = (ConditionDraft(.funnel), ConditionDraft.new(.step))
        first[.what] = "id:-"
        whole[.when] = "alltime"
        whole.parts = [first]
        let steps = [FunnelTest.Step(metric: .id("-"), hasHappened: true), step]
        let alone = Condition.test(.funnel(FunnelTest(steps: steps, timeFrame: .allTime, completionSeconds: nil)))
        return part(draft, alone: whole, alone, ["steps"])
    }

    /// What a property of the events must say.
    func event(_ test: EventPropertyTest) -> ConditionDraft {
        var draft = ConditionDraft.new(.event)
        draft[.text] = test.property
        fill(&draft, test.filter)
        var whole = ConditionDraft.new(.done)
        whole[.what] = "id:-"
        whole[.when] = "alltime"
        let alone = Condition.test(.metric(MetricTest(metric: .id("-"), filter: .greaterThanOrEqual(1), properties: [test])))
        return part(draft, alone: whole, alone, ["metric_filters"])
    }

    static func text(_ metric: MetricReference) -> String {
        switch metric {
        case .id(let id): "id:" + id
        case .name(let name): "name:" + name
        }
    }
}
