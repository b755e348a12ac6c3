import Facts
import Testing

@testable import Population

@Suite("Values that nobody has any more make room")
struct UnusedValuesTests {
    private let ann = ProfileNumber(0)
    private let ben = ProfileNumber(1)

    private func shop() -> Population {
        let population = Population(currency: .none, timeZone: .utc)
        for profile in [ann, ben] { tell(population, profile, "{}", isNew: true) }
        return population
    }

    private func tell(_ population: Population, _ profile: ProfileNumber, _ change: String, isNew: Bool = false) {
        let fact = ProfileFact(profile: profile, isNew: isNew, seconds: 1, change: Array(change.utf8)[...])
        population.apply(.profile(fact), sequence: population.sequence + 1, recordedAt: Instant(secondsSince1970: 1))
    }

    private func told(_ population: Population) -> [String] {
        [ann, ben].map { profile in
            (population.properties(of: profile) + population.attributes(of: profile)).map {
                "\($0.name)=\(String(decoding: $0.json, as: UTF8.self))"
            }
            .sorted().joined(separator: " ")
        }
    }

    @Test("Everybody keeps what they have, and what was replaced is gone")
    func unused() {
        let population = shop()
        for n in 0..<1_000 { tell(population, ann, #"{"first_name":"Ann","properties":{"seen":\#(n),"vip":true}}"#) }
        tell(population, ben, #"{"properties":{"vip":true,"gone":"x"}}"#)
        tell(population, ben, #"{"unset":["gone"],"properties":{"seen":7}}"#)
        let (before, digest) = (told(population), population.digests(of: 0..<2))
        let bytes = population.propertyValueBytes
        population.forgetUnusedValues()
        #expect(told(population) == before && population.digests(of: 0..<2) == digest)
        #expect(population.propertyValueBytes < bytes / 50 && population.values.count == 4)
        #expect(told(population) == ["first_name=\"Ann\" seen=999 vip=true", "seen=7 vip=true"])
        tell(population, ann, #"{"properties":{"seen":7,"more":"y"}}"#)
        #expect(told(population)[0] == "first_name=\"Ann\" more=\"y\" seen=7 vip=true")
    }

    @Test("They are looked for by themselves, and again only when there are many")
    func byItself() {
        let population = shop()
        population.valueBytesToTidy = 2_000
        for n in 0..<500 { tell(population, ann, #"{"properties":{"seen":"\#(n) is a number"}}"#) }
        #expect(population.valueBytesToTidy == Population.leastValueBytesToTidy)
        #expect(told(population)[0] == "seen=\"499 is a number\"")
        #expect(population.values.count < 500)
    }
}
