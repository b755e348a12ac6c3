import CustomerValue
import Facts
import Foundation
import Journal
import Population
import Synchronization
import Testing

@testable import Shop

@Suite("What is derived equals a rebuild", .serialized)
struct DerivedStateTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open(_ name: String) throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.path + "/" + name, clock: { clock.now })
    }

    /// A shop whose keyed hashes are those of all others here, so that their facts can be compared.
    private func make(_ name: String) throws -> Shop {
        let journal = try Journal.open(folder: folder.path + "/" + name)
        let key = SettingChange(key: "id_key", value: #"["1","2"]"#, at: clock.now, who: "test")
        try journal.commit(JournalBatch(recordedAt: clock.now, writes: [.setting(key)]))
        try journal.close()
        return try open(name)
    }

    /// The first fact in which two journals differ, in words.
    private func difference(_ a: [UInt8], _ b: [UInt8]) throws -> String? {
        var (first, second) = (FactReader(a), FactReader(b))
        var number = 0
        while true {
            number += 1
            let (one, other) = (try first.next(), try second.next())
            if one == nil, other == nil { return nil }
            let words = [one, other].map { fact in fact.map { FactWords.of($0) } ?? "nothing" }
            if words[0] != words[1] { return "fact \(number): \(words[0]), not \(words[1])" }
        }
    }

    /// Tells a shop its life, so many steps to a commit.
    private func tell(_ steps: [LifeStep], to shop: Shop, atOnce: Int) throws {
        var part: [LifeStep] = []
        func write() throws {
            let steps = part
            part = []
            guard let first = steps.first else { return }
            try shop.writeAndWait(isAlone: first.isAlone) { (intake) throws(IntakeError) in
                for step in steps { step.perform(intake) }
            }
        }
        for step in steps {
            if step.isAlone || part.count == atOnce || part.first?.isAlone == true { try write() }
            part.append(step)
        }
        try write()
    }

    /// Waits until everybody whose orders changed was scored.
    private func settle(_ shop: Shop) throws {
        while shop.models.state.withLock({ !$0.waiting.isEmpty }) { Thread.sleep(forTimeInterval: 0.01) }
        // What was taken last from those who wait is scored before the next piece of work is taken.
        try shop.writeAndWait { (_) throws(IntakeError) in }
        while shop.models.groups.withLock({ !$0.isSettled }) { Thread.sleep(forTimeInterval: 0.01) }
    }

    private func scores(_ shop: Shop) -> [ProfileNumber: CustomerScore] {
        shop.read { population in
            var scores: [ProfileNumber: CustomerScore] = [:]
            for row in 0..<UInt32(population.profileCount) { scores[ProfileNumber(row)] = population.scores[ProfileNumber(row)] }
            return scores
        }
    }

    /// What every customer did, without what models and comparisons with others say.
    private func counted(_ shop: Shop) -> [ProfileNumber: CustomerScore] {
        scores(shop).mapValues { score in
            var score = score
            score.prediction = nil
            score.rfm = nil
            return score
        }
    }

    /// Every fact of the journal, block by block joined.
    private func facts(_ shop: Shop) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try shop.journal.forEachBlock(after: 0) { bytes += $0.bytes }
        return bytes
    }

    /// Profiles of which two shops say different things.
    private func differences(_ a: Shop, _ b: Shop) -> [Int] {
        let (first, second) = (a.read { $0.digests(of: 0..<$0.profileCount) }, b.read { $0.digests(of: 0..<$0.profileCount) })
        return (0..<max(first.count, second.count)).filter { row in
            row >= first.count || row >= second.count || first[row] != second[row]
        }
    }

    /// The facts of a shop but for those that tell of RFM groups, which are scored whenever there is time, and what they come to.
    private func withoutGroups(_ shop: Shop) throws -> (facts: [UInt8], digest: PopulationDigest) {
        var reader = FactReader(try facts(shop))
        var writer = FactWriter()
        let population = shop.read { Population(currency: $0.currency, timeZone: $0.timeZone) }
        population.set(mapping: shop.read { $0.mapping })
        while let fact = try reader.next() {
            if case .rfm = fact { continue }
            writer.append(fact)
            population.apply(fact, sequence: UInt64(writer.count), recordedAt: clock.now)
        }
        population.set(mapping: shop.read { $0.mapping })
        return (writer.bytes, population.digest)
    }

    /// Everything that can be made anew is, and says the same.
    private func expectRebuilt(_ shop: Shop, _ name: String, _ comment: Comment) throws {
        try settle(shop)
        let counted = counted(shop)
        shop.models.scoreAll(shop)
        try settle(shop)
        let (digest, scores, facts) = (shop.read { $0.digest }, scores(shop), try facts(shop))
        #expect(self.counted(shop) == counted, "scored one by one: \(comment)")
        let backup = folder.path + "/\(name).backup"
        _ = try shop.journal.backup(to: backup, at: clock.now)
        shop.close()

        let again = try open(name)
        #expect(again.read { $0.digest } == digest, "opened again: \(comment), profiles \(differences(again, shop))")
        #expect(self.scores(again) == scores, "opened again: \(comment)")
        while try again.journal.compact() {}
        #expect(try self.facts(again) == facts)
        again.close()

        let packed = try open(name)
        #expect(packed.read { $0.digest } == digest, "packed: \(comment)")
        #expect(self.scores(packed) == scores, "packed: \(comment)")
        try packed.forget(erased: packed.read { $0.erasedProfiles })
        packed.close()

        let blanked = try open(name)
        #expect(blanked.read { $0.digest } == digest, "blanked: \(comment), profiles \(differences(blanked, shop))")
        #expect(self.scores(blanked) == scores, "blanked: \(comment)")
        blanked.close()

        _ = try Journal.restore(from: backup, to: folder.path + "/\(name)-restored", at: clock.now)
        let restored = try open("\(name)-restored")
        #expect(restored.read { $0.digest } == digest, "restored: \(comment)")
        #expect(self.scores(restored) == scores, "restored: \(comment)")
        restored.close()
    }

    @Test("Whatever happened, in however many commits, a rebuild says the same", arguments: 1...3 as ClosedRange<UInt64>)
    func rebuild(seed: UInt64) throws {
        var life = RandomLife(seed: seed, until: clock.now.secondsSince1970)
        let steps = life.steps(300)
        var told: (facts: [UInt8], digest: PopulationDigest)?
        for atOnce in [300, 1, 7] {
            let name = "shop-\(atOnce)"
            let shop = try make(name)
            try tell(steps, to: shop, atOnce: atOnce)
            let (facts, digest) = try withoutGroups(shop)
            if let told {
                // Who somebody is was found alike, whatever was in the same commit.
                let difference = try difference(facts, told.facts)
                #expect(difference == nil, "\(atOnce) steps to a commit")
                #expect(digest == told.digest, "\(atOnce) steps to a commit")
            } else {
                #expect(digest.profileCount > 30)
                told = (facts, digest)
            }
            try expectRebuilt(shop, name, "seed \(seed), \(atOnce) steps to a commit")
        }
    }
}
