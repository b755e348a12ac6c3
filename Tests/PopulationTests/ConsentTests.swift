import Facts
import Testing

@testable import Population

@Suite("What forbids a channel, and what lifts it")
struct ConsentTests {
    private func state(_ told: (ConsentFact.Change, seconds: UInt32)...) -> ConsentState {
        var state = ConsentState()
        for (place, (change, seconds)) in told.enumerated() {
            let fact = ConsentFact(profile: ProfileNumber(0), channel: .email, change: change, seconds: seconds, proof: [])
            state.apply(fact, sequence: UInt32(place + 1))
        }
        return state
    }

    @Test("Whoever subscribes anew may be written to after a complaint, a suppression by hand, an unsubscription")
    func subscribing() {
        let state = state((.subscribed, 10), (.spamComplaint, 20), (.suppressed, 21), (.unsubscribed, 22), (.subscribed, 30))
        #expect(state.canReceiveMarketing && state.suppressions.isEmpty && state.suppressionSeconds == 0)
    }

    @Test("A dead address stays dead, whatever is said", arguments: [ConsentFact.Change.hardBounced, .invalidAddress])
    func deadAddress(_ change: ConsentFact.Change) {
        let state = state((change, 20), (.spamComplaint, 25), (.subscribed, 30), (.unsuppressed, 40))
        #expect(!state.canReceiveMarketing && state.status == .subscribed)
        #expect(state.suppressions == (change == .hardBounced ? .hardBounce : .invalidAddress) && state.suppressionSeconds == 20)
    }

    @Test("A consent that was given before the complaint and is told after it lifts nothing, nor does a question")
    func told() {
        #expect(state((.spamComplaint, 20), (.subscribed, 10)).suppressions == .spamComplaint)
        #expect(state((.suppressed, 20), (.subscribed, 10)).suppressions == .user)
        #expect(state((.spamComplaint, 20), (.pending, 30)).suppressions == .spamComplaint)
        #expect(state((.spamComplaint, 20), (.subscribed, 20)).suppressions.isEmpty)
        // A bounce that came later is no reason to keep the complaint.
        #expect(state((.spamComplaint, 20), (.hardBounced, 40), (.subscribed, 30)).suppressions == .hardBounce)
    }

    @Test("Lifting by hand lifts what was suppressed by hand, and nothing else")
    func lifting() {
        #expect(state((.suppressed, 20), (.unsuppressed, 30)).suppressions.isEmpty)
        let state = state((.spamComplaint, 10), (.suppressed, 20), (.hardBounced, 25), (.unsubscribed, 26), (.unsuppressed, 30))
        #expect(state.suppressions == [.spamComplaint, .hardBounce] && state.status == .unsubscribed)
    }

    @Test("Of two people who are one every reason stays, with the later moment of each kind")
    func merging() {
        var one = state((.spamComplaint, 20), (.hardBounced, 30))
        one.merge(state((.suppressed, 25), (.invalidAddress, 10)))
        #expect(one.suppressions == [.spamComplaint, .hardBounce, .user, .invalidAddress])
        #expect(one.seconds(of: .user) == 25 && one.seconds(of: .hardBounce) == 30)
    }

    @Test("A way is kept as long as somebody has it, and once however many do")
    func ways() {
        let population = Population(currency: .none, timeZone: .utc)
        var sequence: UInt64 = 0
        func tell(_ fact: Fact) {
            sequence += 1
            population.apply(fact, sequence: sequence, recordedAt: Instant(secondsSince1970: 1))
        }
        func consent(_ row: UInt32, _ change: ConsentFact.Change, at seconds: UInt32, _ source: String) {
            let proof = Array("{\"method\":\"FORM\",\"custom_source\":\"\(source)\"}".utf8)
            tell(.consent(ConsentFact(profile: ProfileNumber(row), channel: .email, change: change, seconds: seconds, proof: proof[...])))
        }
        for row in 0..<4 as Range<UInt32> { tell(.profile(ProfileFact(profile: ProfileNumber(row), isNew: true, seconds: 1, change: []))) }
        for row in 0..<4 as Range<UInt32> { consent(row, .subscribed, at: 10, "Fair") }
        #expect(population.consentWays.count == 1)
        consent(0, .unsubscribed, at: 20, "Link")
        // Told too late to count: nothing is kept of it.
        consent(1, .unsubscribed, at: 5, "Late")
        consent(0, .hardBounced, at: 30, "")
        #expect(population.consentWays.count == 2)
        tell(.merge(MergeFact(from: ProfileNumber(0), into: ProfileNumber(1), seconds: 40)))
        #expect(population.consentWays[population.consents[0][1].way]?.customSource == "Link")
        for row in 2..<4 as Range<UInt32> { tell(.erasure(ErasureFact(profile: ProfileNumber(row), seconds: 50))) }
        #expect(population.consentWays.count == 1)
        tell(.erasure(ErasureFact(profile: ProfileNumber(1), seconds: 60)))
        #expect(population.consentWays.count == 0)
    }
}
