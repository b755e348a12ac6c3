import Facts
import Foundation
import JSON
import Journal
import Shop
import Testing

@testable import PerennialServer

@Suite("Signing in, over real sockets", .serialized)
struct SignInTests {
    private static let email = "ada@example.com"

    @Test("A body that cannot be read is 400, one that is too large 413, each on a page")
    func malformed() async throws {
        try await PagesOfAShop.run { pages in
            try await pages.letIn(Self.email)
            let browser = TestBrowser(pages, from: "203.0.113.1")
            for path in ["/sign-in", "/first-owner/once_x", "/set-password/once_x"] {
                for body in ["a=%zz", "email=%00", "a=%ff"] {
                    let answer = try await browser.post(path, body)
                    #expect(answer.status == 400, "\(path) \(body)")
                    #expect(answer.headers["content-type"]?.hasPrefix("text/html") == true)
                }
                for size in [10_000, 3_000_000] {
                    let answer = try await browser.post(path, "a=" + String(repeating: "x", count: size), ["Accept-Language: fr"])
                    #expect(answer.status == 413 && answer.text.contains("trop volumineux"), "\(path) \(size)")
                }
            }
        }
    }

    @Test("Wrong passwords lock their own network out of an address, and nobody else")
    func limits() async throws {
        try await PagesOfAShop.run { pages in
            try await pages.letIn(Self.email)
            let owner = TestBrowser(pages, from: "198.51.100.7")
            #expect(try await owner.signIn(Self.email).status == 303)
            let attacker = TestBrowser(pages, from: "203.0.113.9")
            for _ in 0..<SignInLimits.mostOfAddress { #expect(try await attacker.signIn(Self.email, "wrong wrong wrong").status == 422) }
            let locked = try await attacker.signIn(Self.email)
            #expect(locked.status == 429)
            #expect((1...900).contains(Int(locked.headers["retry-after"] ?? "") ?? 0))
            // From elsewhere, by the owner and by others, and by the owner's browser from the attacker's own network.
            #expect(try await TestBrowser(pages, from: "192.0.2.44").signIn(Self.email).status == 303)
            let traveller = owner.copy(keeping: [KnownDevice.cookie], from: "203.0.113.9")
            #expect(try await traveller.signIn(Self.email).status == 303)
            let fails = try pages.audit("sign-in.fail")
            #expect(fails.count == SignInLimits.mostOfAddress)
            #expect(fails.first?.who == Self.email && fails.first?.detail.contains("203.0.113.9") == true)
        }
    }

    @Test("After signing in nobody is led to what is no page to look at")
    func next() async throws {
        try await PagesOfAShop.run { pages in
            try await pages.letIn(Self.email)
            for (asked, shown) in [
                ("/sign-out", "/"), ("/sign-in?next=/sign-out", "/"), ("//evil.example", "/"), ("/first-owner/x", "/"),
                ("/api/events", "/"),
                ("/profiles?q=a", "/profiles?q=a"), ("/profiles/01X", "/profiles/01X"), ("/", "/"),
            ] {
                let answer = try await TestBrowser(pages, from: "192.0.2.1").signIn(Self.email, next: asked)
                #expect(answer.status == 303 && answer.headers["location"] == shown, "\(asked)")
            }
        }
    }

    @Test("A page that is not there is said in the reader's language, with the bar of whoever is signed in")
    func notFound() async throws {
        try await PagesOfAShop.run { pages in
            try await pages.letIn(Self.email)
            let browser = TestBrowser(pages, from: "192.0.2.1")
            let outside = try await browser.get("/nowhere?lang=pl")
            #expect(outside.status == 404 && outside.text.contains("Nie ma takiej strony") && outside.text.contains("href=\"/sign-in\""))
            _ = try await browser.signIn(Self.email)
            let inside = try await browser.get("/nowhere", ["Accept-Language: fr-FR"])
            #expect(inside.status == 404 && inside.text.contains("existe pas"))
            #expect(!inside.text.contains("href=\"/sign-in\"") && inside.text.contains("action=\"/sign-out\""))
        }
    }

    @Test("A link sets a password once; the old password and its sessions end")
    func passwordLink() async throws {
        try await PagesOfAShop.run { pages in
            try await pages.letIn(Self.email)
            let before = TestBrowser(pages, from: "192.0.2.1")
            _ = try await before.signIn(Self.email)
            #expect(try await before.get("/").status == 200)
            let user = try #require(try pages.shop.journal.user(email: Self.email))
            let link = PasswordLink(for: user, at: .now)
            try await pages.shop.write { (intake) throws(IntakeError) in intake.write(.oneTimeLink(link.row)) }
            #expect(link.path.hasPrefix("/set-password/once_"))
            let browser = TestBrowser(pages, from: "192.0.2.2")
            #expect(try await browser.submit(link.path, ["password": "short", "password_again": "short"]).status == 422)
            let new = "nine blue elephants walk"
            #expect(try await browser.submit(link.path, ["password": new, "password_again": new]).status == 303)
            #expect(try await browser.get("/").status == 200)
            #expect(try await before.get("/").status == 303)
            #expect(try await browser.get(link.path).status == 410)
            #expect(try await TestBrowser(pages, from: "192.0.2.3").signIn(Self.email).status == 422)
            #expect(try await TestBrowser(pages, from: "192.0.2.3").signIn(Self.email, new).status == 303)
            #expect(try pages.audit("user.password").count == 1)
        }
    }

    @Test("The first owner's link is no key by its looks")
    func ownerLink() async throws {
        try await PagesOfAShop.run { pages in
            let path = try await RawClient.blocking { try OwnerLink.path(pages.shop) }
            #expect(try #require(path).hasPrefix("/first-owner/once_"))
            #expect(try await TestBrowser(pages, from: "192.0.2.3").get(try #require(path)).status == 200)
        }
    }
}
