import BuyTillYouDie
import Facts
import Testing

@Suite("Facts as bytes")
struct FactCodecTests {
    private func facts(_ random: inout SeededGenerator) -> [Fact] {
        func profile() -> ProfileNumber { ProfileNumber(UInt32.random(in: 0...(.max - 1), using: &random)) }
        func bytes() -> ArraySlice<UInt8> { ArraySlice((0..<Int.random(in: 0..<40, using: &random)).map { UInt8(truncatingIfNeeded: $0) }) }
        let seconds = UInt32.random(in: 0...(.max), using: &random)
        return [
            .profile(ProfileFact(profile: profile(), isNew: true, seconds: seconds, change: bytes())),
            .event(
                EventFact(
                    profile: profile(), metric: MetricNumber(UInt32.random(in: 0..<9_000, using: &random)), seconds: seconds,
                    value: Bool.random(using: &random) ? Double.random(in: -1e9...1e9, using: &random) : nil,
                    currency: Bool.random(using: &random) ? Currency(code: "PLN") : nil, identity: random.next(),
                    order: Bool.random(using: &random) ? random.next() : 0, isBackfill: Bool.random(using: &random), source: .webhook,
                    properties: bytes())),
            .merge(MergeFact(from: profile(), into: profile(), seconds: seconds)),
            .consent(ConsentFact(profile: profile(), channel: .sms, change: .hardBounced, seconds: seconds, proof: bytes())),
            .membership(MembershipFact(profile: profile(), list: ListNumber(300), isMember: true, seconds: seconds)),
            .erasure(ErasureFact(profile: profile(), seconds: seconds)),
            .profiling(ProfilingFact(profile: profile(), isObjected: true, seconds: seconds)),
            .metric(MetricFact(metric: MetricNumber(1), name: "Zażółć", integration: "API", seconds: seconds)),
            .model(ModelFact(model: 12, seconds: seconds)),
        ]
    }

    @Test("What is written is read again", arguments: 1...20 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var writer = FactWriter()
        let written = (0..<20).flatMap { _ in facts(&random) }
        for fact in written { writer.append(fact) }
        #expect(writer.count == written.count)
        var reader = FactReader(writer.bytes)
        for fact in written { #expect(String(describing: try reader.next()) == String(describing: Optional(fact))) }
        #expect(try reader.next() == nil)
    }

    @Test("Bytes that were damaged give an error, never a crash", arguments: 1...200 as ClosedRange<UInt64>)
    func damaged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var writer = FactWriter()
        for fact in facts(&random) { writer.append(fact) }
        var bytes = writer.bytes
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
        var reader = FactReader(bytes)
        do throws(FactReader.Failure) { while try reader.next() != nil {} } catch { #expect(error.offset <= bytes.count) }
    }

    @Test("Rewinding forgets what came after")
    func rewinds() throws {
        var random = SeededGenerator(seed: 1)
        var writer = FactWriter()
        for fact in facts(&random) { writer.append(fact) }
        let (mark, bytes) = (writer.mark, writer.bytes)
        for fact in facts(&random) { writer.append(fact) }
        writer.rewind(to: mark)
        #expect(writer.bytes == bytes)
        #expect(writer.count == mark.count)
    }
}
