import Facts
import Journal
import Testing

@testable import PerennialServer

@Suite("Links for a new password")
struct PasswordRequestsTests {
    private func at(_ second: Int64) -> Instant { Instant(secondsSince1970: 1_800_000_000 + second) }

    @Test("An address gets three mails an hour, a network asks ten times, and an hour later all begin anew")
    func limits() {
        let requests = PasswordRequests()
        let (here, there) = (Network("203.0.113.9"), Network("203.0.113.10"))
        for _ in 0..<3 { #expect(requests.begin("ann@example.com", from: here, now: at(0)) == .go) }
        #expect(requests.begin("ann@example.com", from: here, now: at(1)) == .quiet)
        #expect(requests.begin("ann@example.com", from: there, now: at(1)) == .quiet)
        for place in 0..<6 { #expect(requests.begin("\(place)@example.com", from: here, now: at(2)) == .go) }
        #expect(requests.begin("late@example.com", from: here, now: at(600)) == .wait(seconds: 3_000))
        #expect(requests.begin("late@example.com", from: there, now: at(600)) == .go)
        #expect(requests.begin("ann@example.com", from: here, now: at(3_600)) == .go)
    }

    @Test("All together ask a hundred times an hour, from however many places")
    func all() {
        let requests = PasswordRequests()
        for place in 0..<PasswordRequests.mostOfAll {
            #expect(requests.begin("\(place)@example.com", from: Network("203.0.113.\(place)"), now: at(0)) == .go)
        }
        #expect(requests.begin("one@example.com", from: Network("198.51.100.1"), now: at(1)) == .wait(seconds: 3_599))
    }

    @Test("A link is for the password of its time: one that is set ends it")
    func current() throws {
        var user = UserRow(number: 7, email: "ann@example.com", name: "Ann", role: "owner", password: nil, createdAt: at(0))
        let invited = PasswordLink(for: user, at: at(0)).row
        #expect(PasswordLink.user(of: invited) == 7 && PasswordLink.isCurrent(invited, of: user))
        user.password = "one"
        let asked = PasswordLink(for: user, at: at(1)).row
        #expect(!PasswordLink.isCurrent(invited, of: user) && PasswordLink.isCurrent(asked, of: user))
        #expect(!asked.detail.contains("one"))
        user.password = "two"
        #expect(!PasswordLink.isCurrent(asked, of: user))
        user.password = nil
        #expect(!PasswordLink.isCurrent(asked, of: user))
    }
}
