import Testing

@testable import Mail

@Suite("Mails as servers pass them on")
struct MailMessageTests {
    private func text(_ subject: String, _ text: String, name: String = "Brume & Grain") throws -> String {
        let from = try #require(MailAddress("shop@example.com", name: name))
        let to = try #require(MailAddress("ann@example.org"))
        let mail = MailMessage(from: from, to: to, subject: subject, text: text)
        return String(decoding: mail.rendered(date: "Fri, 27 Nov 2026 11:00:00 +0000", id: "abc"), as: UTF8.self)
    }

    @Test("A plain mail, byte for byte")
    func plain() throws {
        let lines = [
            "From: =?UTF-8?B?QnJ1bWUgJiBHcmFpbg==?=", " <shop@example.com>", "To: ann@example.org", "Subject: A new password",
            "Date: Fri, 27 Nov 2026 11:00:00 +0000", "Message-ID: <abc@example.com>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "Auto-Submitted: auto-generated", "",
            "Hello,", "=C5=BC=C3=B3=C5=82w 1=3D1 =20", "bye", "",
        ]
        #expect(try text("A new password", "Hello,\nżółw 1=1  \nbye") == lines.joined(separator: "\r\n"))
    }

    @Test("Nothing that is put into a header begins another")
    func headers() throws {
        let hostile = "Shop\r\nBcc: all@example.com\u{0}\u{85}\"<x>"
        let mail = try text("Hi\r\nBcc: all@example.com", "text", name: hostile)
        let head = try #require(mail.firstRange(of: "\r\n\r\n")).lowerBound
        let names = mail[..<head].split(separator: "\r\n").filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
                "Auto-Submitted",
            ])
        #expect(!mail[..<head].contains("Bcc"))
    }

    @Test("Lines have 76 characters at most, whatever is written", arguments: 0..<60)
    func lines(length: Int) throws {
        let long = String(repeating: "ż", count: length) + String(repeating: "a=", count: length * 3) + "👩‍👩‍👧 "
        let mail = try text(long, long + "\n" + String(repeating: ".", count: length), name: String(long.prefix(90)))
        #expect(mail.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 < 0x80 } })
        #expect(!mail.replacing("\r\n", with: "").contains("\n"))
    }

    @Test("Addresses that could do harm are none")
    func addresses() {
        for text in [
            "", "ann", "@example.com", "ann@", "a@b@c", "ann@exa mple.com", "ann@example.com\r\nBcc: x@y.z", "<ann@example.com>",
            "ann@-example.com", "ann@example..com", "zażółć@example.com", "a,b@example.com",
            String(repeating: "a", count: 65) + "@example.com", "ann@" + String(repeating: "a.", count: 130) + "com",
        ] { #expect(MailAddress(text) == nil, "\(text)") }
        #expect(MailAddress(parsing: "Brume & Grain <shop@example.com>")?.name == "Brume & Grain")
        #expect(MailAddress(parsing: " \"Brume\" <shop@example.com>")?.name == "Brume")
        #expect(MailAddress(parsing: "shop@example.com ")?.address == "shop@example.com")
        #expect(MailAddress(parsing: "Brume <shop>") == nil && MailAddress(parsing: "<>") == nil)
    }
}

@Suite("Where mail is handed in")
struct MailServerTests {
    @Test("The address of a server")
    func addresses() throws {
        let plain = try MailServer("smtp://post%40shop.example@mail.shop.example", password: "secret")
        #expect(plain.user == "post@shop.example" && plain.password == "secret" && plain.port == 587)
        #expect(plain.security == .startTLS && plain.url == "smtp://mail.shop.example:587")
        let encrypted = try MailServer("SMTPS://mail.shop.example:4650/", password: "")
        #expect(encrypted.security == .encrypted && encrypted.port == 4650 && encrypted.user == nil && encrypted.password == nil)
        #expect(try MailServer("smtp://localhost:25", password: nil).security == .local)
        #expect(try MailServer("smtp://[::1]:25", password: nil).port == 25)
        #expect(try MailServer("smtp://localhost.example.com:25", password: nil).security == .startTLS)
        for (text, fault) in [
            ("http://mail", MailServer.Fault.scheme), ("mail.example.com", .scheme), ("smtp://", .host), ("smtp://a b", .host),
            ("smtp://mail:0", .port), ("smtp://mail:99999", .port), ("smtp://mail:x", .port), ("smtp://user:secret@mail", .password),
            ("smtp://mail/path", .host), ("smtp://mail\r\n", .host),
        ] { #expect(throws: fault) { try MailServer(text, password: nil) } }
    }

    @Test("Nobody there: said as such, at once")
    func unreachable() throws {
        let address = try #require(MailAddress("ann@example.com"))
        let server = try MailServer("smtp://127.0.0.1:1", password: nil)
        let mail = MailMessage(from: address, to: address, subject: "x", text: "y")
        do {
            try server.handIn(mail, date: "Fri, 27 Nov 2026 11:00:00 +0000", id: "abc")
            Issue.record("taken by nobody")
        } catch {
            let isUnreachable = if case .unreachable = error { true } else { false }
            #expect(isUnreachable, "\(error)")
        }
    }
}
