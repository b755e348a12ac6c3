import Facts
import Testing

@testable import PerennialServer

@Suite struct SignInLimitsTests {
    private let now = Instant(secondsSince1970: 1_000_000)

    private func stranger(_ number: Int) -> SignInLimits.Caller { .network(Network("198.18.\(number / 250).\(number % 250)")) }

    @Test func manyNetworksSlowEverybodyAndLockNobodyOut() {
        let limits = SignInLimits()
        limits.noteRight("owner@example.com", from: stranger(9_999), network: Network("192.0.2.7"), now: now)
        for number in 0..<2_000 { _ = limits.begin("owner@example.com", from: stranger(number), now: now) }
        // From where nothing was wrong yet: late, at most so much, and tried all the same.
        #expect(limits.begin("owner@example.com", from: stranger(5_000), now: now) == .late(milliseconds: SignInLimits.latest))
        // From where somebody signed in before, and by a browser that did: at once.
        #expect(limits.begin("owner@example.com", from: .network(Network("192.0.2.7")), now: now) == .go)
        #expect(limits.begin("owner@example.com", from: .device("d"), now: now) == .go)
        let later = Instant(secondsSince1970: now.secondsSince1970 + 901)
        #expect(limits.begin("owner@example.com", from: stranger(5_001), now: later) == .go)
    }

    @Test func anAddressWaitsForItsNetworkAndANetworkForAllAddresses() {
        let limits = SignInLimits()
        for _ in 0..<SignInLimits.mostOfAddress { #expect(limits.begin("a@example.com", from: stranger(1), now: now) == .go) }
        #expect(limits.begin("a@example.com", from: stranger(1), now: now) == .wait(seconds: 900))
        #expect(limits.begin("a@example.com", from: stranger(2), now: now) == .go)
        for number in 0..<SignInLimits.mostOfNetwork { _ = limits.begin("\(number)@example.com", from: stranger(3), now: now) }
        #expect(limits.begin("new@example.com", from: stranger(3), now: now) == .wait(seconds: 900))
    }

    @Test func whereNetworksAreNotKnownNobodyIsLockedOut() {
        let limits = SignInLimits()
        limits.noteRight("a@example.com", from: .network(.unknown), network: .unknown, now: now)
        for _ in 0..<500 { _ = limits.begin("a@example.com", from: .network(.unknown), now: now) }
        #expect(limits.begin("a@example.com", from: .network(.unknown), now: now) == .late(milliseconds: SignInLimits.latest))
        #expect(limits.begin("a@example.com", from: .device("d"), now: now) == .go)
        #expect(!limits.isKnown(.network(.unknown), now: now))
    }

    @Test func whoSignsInIsNotCounted() {
        let limits = SignInLimits()
        for _ in 0..<100 {
            #expect(limits.begin("a@example.com", from: stranger(1), now: now) == .go)
            limits.noteRight("a@example.com", from: stranger(1), network: Network("198.18.0.1"), now: now)
        }
    }

    @Test func whatIsWrittenDownIsBounded() {
        let limits = SignInLimits()
        let written = (0..<500).compactMap { _ in limits.noteWrong(now: now) }
        #expect(written == Array(repeating: 1, count: SignInLimits.mostWritten))
        #expect(limits.noteWrong(now: Instant(secondsSince1970: now.secondsSince1970 + 901)) == 481)
    }

    @Test(arguments: [
        ("203.0.113.5", "203.0.113.5"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:DB8::1", "2001:db8:0:0::/64"),
        ("::ffff:203.0.113.5", "203.0.113.5"), ("fe80::1%eth0", "fe80:0:0:0::/64"), ("::1", "0:0:0:0::/64"),
    ])
    func aNetworkIsWhatSomebodyHasForOneself(_ address: String, _ network: String) {
        #expect(Network(address).description == network)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("10.1.2.3", true), ("172.16.0.1", true), ("172.32.0.1", false), ("192.168.1.1", true), ("::1", true),
        ("fd00::1", true), ("::ffff:10.0.0.1", true), ("2001:db8::1", false), ("8.8.8.8", false), ("", false),
    ])
    func aProxyIsNearOrNot(_ address: String, _ isNear: Bool) { #expect(Peer.isNear(address) == isNear) }
}
