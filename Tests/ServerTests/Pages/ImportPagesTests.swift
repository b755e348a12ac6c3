import Eventually
import Facts
import Foundation
import Journal
import Population
import Shop
import Testing

@testable import PerennialServer

@Suite("Files that are brought by a page", .serialized)
struct ImportPagesTests {
    private static let email = "ada@example.com"
    private static let header = "customer_id,order_id,ordered_at,value,currency\n"

    private static func rows(_ range: Range<Int>) -> String {
        range.map { "c\($0 % 50),o\($0),2025-0\(1 + $0 % 9)-1\($0 % 10),\(10 + $0 % 90).50,EUR\n" }.joined()
    }

    /// Sends a file as a browser does.
    private static func send(
        _ browser: TestBrowser, _ content: String, name: String = "orders.csv", kind: String = "", token: String? = nil
    ) async throws -> Answer {
        let page = try await browser.get("/imports").text
        let start = page.firstRange(of: "name=\"csrf_token\" value=\"")
        let own = start.map { String(page[$0.upperBound...].prefix { $0 != "\"" }) } ?? ""
        let boundary = "----x7q"
        func part(_ name: String, _ value: String) -> String {
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let body =
            part("csrf_token", token ?? own)
            + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n\(content)\r\n"
            + part("kind", kind) + "--\(boundary)--\r\n"
        return try await browser.post("/imports", body, type: "multipart/form-data; boundary=\(boundary)")
    }

    private static func signedIn(_ pages: PagesOfAShop, as role: UserRole = .manager) async throws -> TestBrowser {
        let address = role == .analyst ? "eve@example.com" : email
        try await pages.letIn(address, as: role)
        let browser = TestBrowser(pages, from: role == .analyst ? "203.0.113.8" : "203.0.113.7")
        #expect(try await browser.signIn(address).status == 303)
        return browser
    }

    private static func ended(_ pages: PagesOfAShop) async throws -> JobRow {
        var job: JobRow?
        try await eventually {
            job = try pages.shop.journal.jobs(kind: JobKind.fileImportName).first
            return job?.status.isUnfinished == false
        }
        return try #require(job)
    }

    @Test("A file is looked at, taken in, and counts once however often it comes")
    func orders() async throws {
        try await PagesOfAShop.run { pages in
            try pages.shop.jobs.start(pages.shop)
            let browser = try await Self.signedIn(pages)
            for round in 0..<2 {
                let sent = try await Self.send(browser, Self.header + Self.rows(0..<9_000) + "c1,,not-a-day,5,EUR\n")
                #expect(sent.status == 303)
                let place = try #require(sent.headers["location"])
                let page = try await browser.get(place + "?lang=en").text
                #expect(page.contains("9,000") && page.contains("9,001") && page.contains("the date is not understood"))
                #expect(Int(pages.shop.read { $0.eventCount }) == round * 9_000)
                let begun = try await browser.submit(place, [:], to: place + "/import")
                #expect(begun.status == 303)
                let job = try await Self.ended(pages)
                #expect(job.status == .complete)
                let result = job.importResult
                #expect((result.taken, result.known, result.rejected) == (round == 0 ? 9_000 : 0, round == 0 ? 0 : 9_000, 1))
                #expect(Int(pages.shop.read { $0.eventCount }) == 9_000)
                let done = try await browser.get(begun.headers["location"] ?? "").text
                #expect(done.contains(place) == false)
                let rejects = try await browser.get("/imports/\(pages.shop.ids.id(.job, job.number))/rejects")
                #expect(rejects.text.hasPrefix("file,line,column,reason,row\norders.csv,9002,"))
                #expect(pages.shop.imports.spool.uploads().isEmpty)
            }
            #expect(try pages.audit("import.finish").map(\.who) == [Self.email, Self.email])
            #expect(pages.shop.settings.currency?.code == "EUR")
        }
    }

    @Test("A question is asked in words, answered by a form, and then the file is taken in")
    func question() async throws {
        try await PagesOfAShop.run { pages in
            try pages.shop.jobs.start(pages.shop)
            let browser = try await Self.signedIn(pages)
            let sent = try await Self.send(
                browser, "email,total,order date,order id\na@example.com,10.00,03/04/2025,1\nb@example.com,11.00,05/06/2025,2\n")
            let place = try #require(sent.headers["location"])
            let asked = try await browser.get(place + "?lang=en").text
            #expect(asked.contains("Is the day or the month first in its dates?") && !asked.contains(place + "/import"))
            #expect(try await browser.submit(place, ["kind": "orders", "date_order": "day-first", "currency": "PLN"]).status == 303)
            let answered = try await browser.get(place + "?lang=en").text.replacing("\u{A0}", with: " ")
            #expect(answered.contains(place + "/import") && answered.contains("3 Apr 2025"))
            #expect(try await browser.submit(place, [:], to: place + "/import").status == 303)
            #expect(try await Self.ended(pages).status == .complete)
            #expect(Int(pages.shop.read { $0.eventCount }) == 2)
        }
    }

    @Test("Rows with a metric that the shop has no room for are rejected one by one, before and after; all else is taken in")
    func noRoom() async throws {
        try await PagesOfAShop.run { pages in
            try pages.shop.jobs.start(pages.shop)
            let browser = try await Self.signedIn(pages)
            let events = (0..<6_000).map { row in
                let name = row < 4_000 ? "Opened Email" : "Kind <\(row)>"
                return "p\(row % 50)@example.com,\(name),2025-03-01T10:00:0\(row % 10)Z,e\(row)\n"
            }
            let sent = try await Self.send(browser, "email,metric,occurred_at,unique_id\n" + events.joined(), kind: "events")
            let place = try #require(sent.headers["location"])
            let said = [
                "en": "a metric more than the shop may have", "fr": "un indicateur de plus", "pl": "o jedną metrykę za dużo",
            ]
            for (language, words) in said {
                #expect(try await browser.get("\(place)?lang=\(language)").text.contains(words), "\(language)")
            }
            #expect(try await browser.submit(place, [:], to: place + "/import").status == 303)
            let job = try await Self.ended(pages)
            let result = job.importResult
            #expect(job.status == .complete && result.taken == 5_999 && result.rejected == 1, "\(job.status) \(result)")
            let rejects = try await browser.get("/imports/\(pages.shop.ids.id(.job, job.number))/rejects").text
            #expect(rejects.contains(",6001,metric,a metric more") && rejects.contains("Kind <5999>"), "\(rejects)")
        }
    }

    @Test("Without the token, the role or a file nothing is kept; a name is never a path")
    func refused() async throws {
        try await PagesOfAShop.run { pages in
            let browser = try await Self.signedIn(pages)
            let reader = try await Self.signedIn(pages, as: .analyst)
            let text = Self.header + Self.rows(0..<3)
            #expect(try await Self.send(browser, text, token: "x").status == 403)
            #expect(try await Self.send(reader, text).status == 403)
            #expect(try await Self.send(browser, "", name: "empty.csv").status == 422)
            #expect(try await Self.send(browser, text, name: "").status == 422)
            #expect(try await browser.post("/imports", "csrf_token=x", type: "multipart/form-data").status == 400)
            let files = (try? FileManager.default.contentsOfDirectory(atPath: pages.shop.imports.spool.folder)) ?? []
            #expect(files.isEmpty)
            let sent = try await Self.send(browser, text, name: "../../../etc/\u{202E}passwd<b>.csv")
            let place = try #require(sent.headers["location"])
            #expect(try await browser.get(place).text.contains("passwd&lt;b&gt;.csv"))
            let kept = try FileManager.default.contentsOfDirectory(atPath: pages.shop.imports.spool.folder)
            #expect(kept.count == 2 && kept.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." } })
            #expect(try await reader.get(place).status == 403)
            #expect(try await reader.get("/imports/files/..%2F..%2Fperennial").status == 403)
            #expect(try await browser.get("/imports/files/..%2F..%2Fperennial").status == 404)
            #expect(try await browser.submit(place, [:], to: place + "/discard").status == 303)
            #expect(try FileManager.default.contentsOfDirectory(atPath: pages.shop.imports.spool.folder).isEmpty)
        }
    }

    @Test("Chunks cut wherever they may: the same parts come out", arguments: 1..<40)
    func chunks(size: Int) throws {
        let content = "a\r\n--not-the-mark\r\nb\r\n--x7"
        let text =
            "--x7q\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\n\(content)\r\n--x7q\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n\r\n1,2\r\n\r\n--x7q--\r\n"
        var reader = try #require(MultipartReader(contentType: "multipart/form-data; boundary=x7q"))
        var found: [String: [UInt8]] = [:]
        var names: [String?] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { chunk in
                try reader.feed(chunk) {
                    names.append($0.fileName)
                } bytes: { part, bytes in
                    found[part.name, default: []] += bytes
                }
            }
        }
        #expect(reader.isDone && names == [nil, "a.csv"])
        #expect(found["t"] == Array(content.utf8) && found["file"] == Array("\r\n1,2\r\n".utf8))
    }
}
