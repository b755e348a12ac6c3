import Facts
import Segments

// Who may be written to.
extension DraftReader {
    func consent(_ test: ConsentTest) -> ConditionDraft? {
        var draft = ConditionDraft.new(.consent)
        switch test.channel {
        case .email: draft[.channel] = "email"
        case .sms: draft[.channel] = "sms"
        case .push: draft[.channel] = "push"
        default: return nil
        }
        draft[.yes] = test.canReceive ? "yes" : "no"
        draft[.status] = test.subscription.rawValue
        draft.parts = test.filters.map(proof)
        return draft
    }

    private func proof(_ filter: ConsentTest.Filter) -> ConditionDraft {
        var draft = ConditionDraft.new(.proof)
        switch filter {
        case .moment(let moment, let date):
            draft[.what] = moment.rawValue
            if date == .isKnown { draft[.when] = ConditionDraft.isKnown } else { fill(&draft, date) }
        case .isDoubleOptIn(let isConfirmed):
            draft[.what] = "is_double_opt_in"
            draft[.yes] = isConfirmed ? "yes" : "no"
        case .customSource(let source):
            draft[.what] = "custom_source"
            draft[.value] = source
        case .method(let method, let among):
            draft[.what] = "method"
            draft[.method] = method
            draft[.lines] = among.joined(separator: "\n")
        }
        let alone = Condition.test(.consent(ConsentTest(channel: .email, canReceive: true, subscription: .any, filters: [filter])))
        return part(draft, alone: .new(.consent), alone, ["consent", "consent_status", "filters"])
    }
}
