import Connectors
import Facts
import Foundation
import JSON
import Journal
import Population
import SeededDice
import Shop
import Testing

@Suite("A file that is taken in by a job")
struct FileImportJobTests {
    private static let header = "customer_id,order_id,ordered_at,value,currency\n"

    private static func text(_ rows: Int, seed: UInt64) -> String {
        var dice = Dice(seed: seed)
        var text = header
        for row in 0..<rows {
            let day = dice.whole(1...28)
            // Every so often a row that nobody can understand, and one that stands twice.
            if row % 97 == 0 { text += "c1,bad\(row),no day,1.00,EUR\n" }
            let line = "c\(dice.whole(0...299)),o\(row),2025-0\(1 + row % 9)-\(day < 10 ? "0" : "")\(day),\(row % 90).25,EUR\n"
            text += line
            if row % 101 == 0 { text += line }
        }
        return text
    }

    private static func folder() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("perennial-\(UUID().uuidString)").path
    }

    private static func spool(_ text: String, _ shop: Shop, kind: FilePreview.Kind = .orders) throws -> ImportSpool.Upload {
        let file = try SpooledFile(shop.imports.spool)
        let bytes = Array(text.utf8)
        try bytes.withUnsafeBytes { try file.write($0) }
        return try file.finish(FileToImport(name: "orders.csv", kind: kind), by: "ada", at: shop.clock())
    }

    private static func ended(_ number: UInt64, _ shop: Shop) async throws -> JobRow {
        try await shop.jobs.end(of: number, shop)
    }

    @Test("What looking at it says is what taking it in does, and a second time nothing is new", arguments: [3, 17, 4_441] as [UInt64])
    func check(seed: UInt64) async throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shop = try Shop.open(folder: folder)
        defer { shop.close() }
        try shop.jobs.start(shop)
        // Dated decades ahead: they can be read, and are not taken in.
        let far = (0..<Int(seed % 7 + 1)).map { "c1,far\($0),2090-01-0\($0 + 1),1.00,EUR\n" }.joined()
        let text = Self.text(Int(5_000 + seed), seed: seed) + far
        for round in 0..<2 {
            let upload = try Self.spool(text, shop)
            let check = shop.imports.check(upload, in: shop)
            #expect(check.fault == nil && check.usable == Int(5_000 + seed) && check.isWhole)
            let job = try await shop.importFile(upload, by: "ada")
            let result = try await Self.ended(job.number, shop).importResult
            #expect(result.rows == check.rows && result.rejected + result.refused == check.rejectedRows)
            #expect(result.refused == Int(seed % 7 + 1) && check.rejected.first { $0.code == "too-far-ahead" }?.rows == result.refused)
            #expect((result.taken, result.known) == (round == 0 ? check.usable : 0, round == 0 ? 0 : check.usable))
            #expect(shop.read { $0.eventCount } == check.usable)
            #expect(shop.imports.spool.upload(upload.id) == nil)
            let rejects = try String(contentsOfFile: shop.imports.spool.rejectsPath(upload.id), encoding: .utf8)
            #expect(rejects.split(separator: "\n").count == 1 + result.rejected)
        }
    }

    @Test("Cut off by a close, it begins again by itself, and every order counts once")
    func cutOff() async throws {
        let rows = 40_000
        // On a busy machine an import may be over before anybody closes the shop: then it is tried again, with another shop.
        var cut: (folder: String, shop: Shop, number: UInt64)?
        for _ in 0..<5 where cut == nil {
            let folder = Self.folder()
            let shop = try Shop.open(folder: folder)
            try shop.jobs.start(shop)
            let upload = try Self.spool(Self.text(rows, seed: 8), shop)
            let number = try await shop.importFile(upload, by: "ada").number
            while try shop.journal.job(number)?.status == .queued { try await Task.sleep(for: .milliseconds(1)) }
            shop.close()
            let between = try Shop.open(folder: folder)
            if between.read({ $0.eventCount }) < rows {
                cut = (folder, between, number)
            } else {
                between.close()
                try FileManager.default.removeItem(atPath: folder)
            }
        }
        let (folder, shop, number) = try #require(cut)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        defer { shop.close() }
        try shop.jobs.start(shop)
        let job = try await Self.ended(number, shop)
        #expect(job.status == .complete && job.importResult.wasInterrupted)
        #expect(shop.read { $0.eventCount } == rows)
        #expect(job.importResult.taken + job.importResult.known == rows)
    }

    @Test("Stopped, what was taken in stays, and the file waits to be taken in again")
    func stopped() async throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shop = try Shop.open(folder: folder)
        defer { shop.close() }
        let upload = try Self.spool(Self.text(6_000, seed: 5), shop)
        let first = try await shop.importFile(upload, by: "ada").number
        shop.jobs.cancel(first)
        try shop.jobs.start(shop)
        let job = try await Self.ended(first, shop)
        #expect(job.status == .cancelled && job.importResult.wasStopped)
        // It ends after a commit, and says how much is there.
        let there = shop.read { $0.eventCount }
        #expect(there > 0 && there < 6_000 && job.importResult.taken == there, "\(job.importResult)")
        #expect(shop.imports.spool.upload(upload.id) != nil)
        let again = try await Self.ended(try await shop.importFile(upload, by: "ada").number, shop)
        #expect(again.status == .complete && shop.read { $0.eventCount } == 6_000)
    }

    @Test("An import that fails stands in the audit log, with its file")
    func failed() async throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shop = try Shop.open(folder: folder)
        defer { shop.close() }
        try shop.jobs.start(shop)
        let text = "email,total,order date,order id\na@example.com,10.00,03/04/2025,1\nb@example.com,11.00,05/06/2025,2\n"
        let job = try await Self.ended(try await shop.importFile(try Self.spool(text, shop), by: "ada").number, shop)
        #expect(job.status == .cancelled && job.importResult.isQuestion)
        let entry = try #require(try shop.journal.audit().first { $0.entry.action == "import.fail" }).entry
        #expect(entry.who == "ada" && entry.detail.contains("orders.csv"))
    }

    @Test("An order of more than a thousand times the usual one is told of, and taken in all the same")
    func farAbove() throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shop = try Shop.open(folder: folder)
        defer { shop.close() }
        let rows = (0..<40).map { "c\($0),o\($0),2025-01-15,\($0 + 10).00,EUR\n" }.joined()
        func far(_ text: String) throws -> FileCheck.FarAbove? {
            let check = shop.imports.check(try Self.spool(Self.header + text, shop), in: shop)
            #expect(check.fault == nil && check.rejectedRows == 0)
            return check.farAbove
        }
        #expect(try far(rows) == nil)
        let found = try far(rows + "x,x1,2025-01-15,30001.00,EUR\nx,x2,2025-01-15,9000000.00,EUR\nx,x3,2025-01-15,5000000.00,PLN\n")
        #expect(found?.orders == 1 && found?.largest == 900_000_000 && found?.usual == 3_100 && found?.currency.code == "EUR")
    }

    @Test(
        "Ids that are no ids of files name nothing",
        arguments: ["../../../etc/passwd", "", "a", "..", "3kf9gza7ut53y3sh9mhjcs7ch/", "3kf9gza7ut53y3sh9mhjcs7ch."])
    func ids(id: String) throws {
        #expect(!ImportSpool.isID(id))
        for _ in 0..<100 { #expect(ImportSpool.isID(ImportSpool.newID())) }
    }

    @Test(
        "What a header holds is found out",
        arguments: [
            ("customer_id,order_id,ordered_at,value,currency", FilePreview.Kind.orders),
            ("Name,Email,Financial Status,Created at,Total,Lineitem name", .orders),
            ("customer_id,refund_id,refunded_at,value,currency,order_id", .refunds), ("email,metric,occurred_at,value", .events),
            ("Email,First Name,Last Name,Klaviyo ID", .profiles), ("email,country,list_News,created_at", .profiles),
            ("date de commande,montant,adresse e-mail", .orders),
        ])
    func kinds(header: String, kind: FilePreview.Kind) throws {
        let path = Self.folder() + ".csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try (header + "\n1,2,3,4,5,6\n").write(toFile: path, atomically: true, encoding: .utf8)
        let preview = try FilePreview.of(path: path, kind: nil, options: ReadingOptions())
        #expect(preview.kind == kind && preview.rows.count == 1 && preview.header == header.split(separator: ",").map(String.init))
    }

    @Test("What was said of a file comes back as it was written down")
    func written() throws {
        var file = FileToImport(name: "a\"b\\.csv", kind: .refunds)
        file.dateOrder = .monthFirst
        file.decimalMark = .comma
        file.encoding = "windows-1250"
        file.currency = "PLN"
        file.valueBasis = .net
        file.columns = [.value: "#3", .email: "#1"]
        file.statuses = ["wysłane": .paid, "x": .ignored]
        file.consent = .subscribed
        var json = JSONWriter()
        json.object { file.write(to: &$0) }
        #expect(FileToImport(try JSONDocument(json.text).root) == file)
    }
}
