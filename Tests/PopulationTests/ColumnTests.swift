import BuyTillYouDie
import Facts
import Testing

@testable import Population

@Suite("Columns hold what was put into them")
struct ColumnTests {
    @Test("A sparse column is a dictionary with a default", arguments: 1...5 as ClosedRange<UInt64>)
    func sparse(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let column = SparseColumn<Int>(empty: 0)
        var expected: [Int: Int] = [:]
        for _ in 0..<5_000 {
            let row = Int.random(in: 0..<20_000, using: &random)
            let value = Int.random(in: 0..<4, using: &random)
            column[row] = value
            expected[row] = value
        }
        for row in 0..<20_100 { #expect(column[row] == expected[row] ?? 0) }
        var listed: [Int: Int] = [:]
        var last = -1
        column.forEach { row, value in
            #expect(row > last)
            last = row
            listed[row] = value
        }
        #expect(listed == expected.filter { $0.value != 0 })
    }

    @Test("A set of fingerprints is a set")
    func fingerprints() {
        var random = SeededGenerator(seed: 7)
        var set = FingerprintSet()
        var expected: Set<UInt64> = []
        for _ in 0..<60_000 {
            // Few upper bytes and few lower ones: many meet in one part and one slot.
            let value = UInt64.random(in: 0..<4, using: &random) << 56 | UInt64.random(in: 0..<30_000, using: &random)
            #expect(set.insert(value) == (value != 0 && expected.insert(value).inserted))
        }
        expected.remove(0)
        #expect(set.count == expected.count)
        for value in expected { #expect(set.contains(value)) }
        for value in (0..<1_000).map({ UInt64($0) << 40 | 0xFF }) { #expect(set.contains(value) == expected.contains(value)) }
        #expect(!set.contains(0))
    }

    @Test("Events of a metric are each profile's list in order of time", arguments: 1...6 as ClosedRange<UInt64>)
    func events(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let columns = EventColumns()
        var expected: [UInt32: [EventColumns.Event]] = [:]
        for sequence in 1...4_000 as ClosedRange<UInt32> {
            let profile = UInt32.random(in: 0..<60, using: &random)
            switch Int.random(in: 0..<200, using: &random) {
            case 0:
                columns.remove(ProfileNumber(profile))
                expected[profile] = nil
            case 1:
                let into = (profile + 1) % 60
                columns.merge(ProfileNumber(profile), into: ProfileNumber(into))
                expected[into, default: []] += expected.removeValue(forKey: profile) ?? []
            default:
                let event = EventColumns.Event(
                    seconds: UInt32.random(in: 0..<500, using: &random), sequence: sequence,
                    value: Bool.random(using: &random) ? 0 : Double(Int.random(in: -500...500, using: &random)) / 4,
                    order: seed > 3 ? UInt64.random(in: 0..<3, using: &random) : 0, currency: seed > 4 ? 1 : 0)
                columns.add(event, to: ProfileNumber(profile))
                expected[profile, default: []].append(event)
            }
        }
        #expect(columns.count == expected.values.reduce(0) { $0 + $1.count })
        for profile in 0..<60 as Range<UInt32> {
            let wanted = (expected[profile] ?? []).sorted { ($0.seconds, $0.sequence) < ($1.seconds, $1.sequence) }
            var found: [EventColumns.Event] = []
            columns.forEach(ProfileNumber(profile)) { found.append($0) }
            #expect(found.map(\.sequence) == wanted.map(\.sequence))
            #expect(found.map(\.value) == wanted.map(\.value))
            #expect(found.map(\.order) == wanted.map(\.order))
            #expect(columns.count(ProfileNumber(profile)) == wanted.count)
            #expect(columns.sum(ProfileNumber(profile)) == wanted.reduce(0) { $0 + $1.value })
            #expect(columns.span(ProfileNumber(profile))?.first == wanted.first?.seconds)
            #expect(columns.span(ProfileNumber(profile))?.last == wanted.last?.seconds)
        }
    }

    @Test("An identity has one owner, and a profile shows one of its identities", arguments: 1...6 as ClosedRange<UInt64>)
    func identities(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var table = IdentityTable()
        var owners: [String: UInt32] = [:]
        for _ in 0..<1_500 {
            let profile = UInt32.random(in: 0..<30, using: &random)
            let text = "id\(Int.random(in: 0..<50, using: &random))"
            switch Int.random(in: 0..<12, using: &random) {
            case 0:
                for (text, owner) in owners where owner == profile { owners[text] = nil }
                table.clear(ProfileNumber(profile))
            case 1:
                let into = (profile + 1) % 30
                table.merge(ProfileNumber(profile), into: ProfileNumber(into))
                for (text, owner) in owners where owner == profile { owners[text] = into }
            case 2:
                if let shown = table.shown(ProfileNumber(profile)), owners[text] != profile || shown != text { owners[shown] = nil }
                table.give(text, to: ProfileNumber(profile), replacing: true)
                owners[text] = profile
                #expect(table.shown(ProfileNumber(profile)) == text)
            case 3:
                table.erase(ProfileNumber(profile))
                for (text, owner) in owners where owner == profile { owners[text] = nil }
            default:
                table.give(text, to: ProfileNumber(profile), replacing: false)
                owners[text] = profile
            }
            for text in owners.keys { #expect(table.owner(of: text)?.row == owners[text]) }
        }
        for profile in 0..<30 as Range<UInt32> {
            let mine = Set(owners.filter { $0.value == profile }.keys)
            let all = table.all(ProfileNumber(profile))
            #expect(Set(all) == mine)
            #expect(all.count == mine.count)
            #expect(table.shown(ProfileNumber(profile)) == all.first)
        }
        for text in (0..<50).map({ "id\($0)" }) { #expect(table.owner(of: text)?.row == owners[text]) }
    }
}
