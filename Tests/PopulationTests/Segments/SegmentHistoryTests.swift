import Facts
import SeededDice
import Testing

@testable import Population

@Suite("How many entered and left a segment, and how many were in")
struct SegmentHistoryTests {
    @Test("Moments in whatever order are counted as a plain list is", arguments: 1...20 as ClosedRange<UInt64>)
    func moments(seed: UInt64) {
        var dice = Dice(seed: seed)
        var moments = Moments()
        var plain: [UInt32] = []
        var clock = 1_000
        for _ in 0..<dice.whole(0...400) {
            // Mostly onwards, now and then back, once in a while far back.
            clock += dice.chance(90) ? dice.whole(0...20) : dice.chance(80) ? -dice.whole(0...50) : -dice.whole(0...2_000)
            clock = max(0, clock)
            moments.add(UInt32(clock))
            plain.append(UInt32(clock))
        }
        #expect(moments.count == plain.count)
        for _ in 0..<200 {
            let end = Int64(dice.whole(-10...5_000))
            #expect(moments.count(before: end) == plain.filter { Int64($0) < end }.count)
        }
    }

    /// What happened, written down plainly.
    private struct Plain {
        var members: [Int: Set<Int>] = [:]
        var changes: [(segment: Int, second: Int, step: Int)] = []
        var gone: Set<Int> = []

        mutating func note(_ segment: Int, _ second: Int, before: Int) {
            let step = (members[segment]?.count ?? 0) - before
            if step != 0 { changes.append((segment, second, step)) }
        }
    }

    @Test("Entries, exits, merges and erasures by chance, against a plain record", arguments: 1...40 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let population = Population(currency: try #require(Currency(code: "EUR")), timeZone: .utc)
        let people = 12
        var plain = Plain()
        func apply(_ fact: Fact) {
            population.apply(fact, sequence: population.sequence + 1, recordedAt: Instant(secondsSince1970: 0))
        }
        func number(_ person: Int) -> ProfileNumber { ProfileNumber(UInt32(person)) }
        for person in 0..<people {
            apply(.profile(ProfileFact(profile: number(person), isNew: true, seconds: 1, change: Array("{}".utf8)[...])))
        }
        var clock = 1_000
        for _ in 0..<200 {
            clock += dice.whole(0...30)
            let person = dice.whole(0...people - 1)
            switch dice.whole(0...99) {
            case 0..<94:
                let (segment, isIn) = (dice.whole(1...2), dice.chance(55))
                let second = clock - (dice.chance(10) ? dice.whole(0...60) : 0)
                if !plain.gone.contains(person) {
                    let before = plain.members[segment]?.count ?? 0
                    if isIn {
                        plain.members[segment, default: []].insert(person)
                    } else {
                        plain.members[segment]?.remove(person)
                    }
                    plain.note(segment, second, before: before)
                }
                apply(
                    .segment(
                        SegmentFact(
                            profile: number(person), segment: SegmentNumber(UInt32(segment)), isMember: isIn, seconds: UInt32(second),
                            cause: .fact)))
            case 94..<98:
                let into = dice.whole(0...people - 1)
                if into != person, !plain.gone.contains(person), !plain.gone.contains(into) {
                    plain.gone.insert(person)
                    for segment in [1, 2] {
                        let before = plain.members[segment]?.count ?? 0
                        if plain.members[segment]?.remove(person) != nil { plain.members[segment]?.insert(into) }
                        plain.note(segment, clock, before: before)
                    }
                }
                apply(.merge(MergeFact(from: number(person), into: number(into), seconds: UInt32(clock))))
            default:
                plain.gone.insert(person)
                for segment in [1, 2] {
                    let before = plain.members[segment]?.count ?? 0
                    plain.members[segment]?.remove(person)
                    plain.note(segment, clock, before: before)
                }
                apply(.erasure(ErasureFact(profile: number(person), seconds: UInt32(clock))))
            }
        }
        for segment in [1, 2] {
            let number = SegmentNumber(UInt32(segment))
            let changes = plain.changes.filter { $0.segment == segment }
            #expect(population.memberCount(of: number) == plain.members[segment]?.count ?? 0)
            #expect(population.memberCount(of: number, before: .max) == population.memberCount(of: number))
            for _ in 0..<60 {
                let (start, end) = (dice.whole(900...clock + 10), dice.whole(900...clock + 10))
                let within = changes.filter { $0.second >= start && $0.second < end }
                let found = population.changes(of: number, from: Int64(start), before: Int64(end))
                #expect(found.added == within.filter { $0.step > 0 }.count)
                #expect(found.removed == within.filter { $0.step < 0 }.count)
                #expect(found.net == within.reduce(0) { $0 + $1.step })
                let total = changes.filter { $0.second < end }.reduce(0) { $0 + $1.step }
                #expect(population.memberCount(of: number, before: Int64(end)) == max(0, total))
            }
        }
    }
}
