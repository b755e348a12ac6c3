import Foundation
import Testing

@Suite("perennial import")
struct ImportTests {
    private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    private let orders = "customer_id,order_id,ordered_at,value,currency\nc1,1,2025-01-02,50.00,EUR\nc1,2,2025-01-03,20.00,EUR\n"

    @Test("Each kind says what is new and what was known, and a second time nothing is new")
    func allKinds() throws {
        try Program.withFolder { folder in
            let files = [
                ("orders", try write(orders, "o.csv", in: folder), "Taken in  2 orders.", "Taken in  0 orders; 2 were known already."),
                (
                    "refunds",
                    try write("customer_id,refund_id,refunded_at,value,currency,order_id\nc1,r1,2025-01-05,5,EUR,1\n", "r.csv", in: folder),
                    "Taken in  1 refund.", "Taken in  0 refunds; 1 was known already."
                ),
                (
                    "events", try write("customer_id,metric,occurred_at\nc1,Visit,2025-01-05\n", "e.csv", in: folder), "Taken in  1 event.",
                    "Taken in  0 events; 1 was known already."
                ),
                (
                    "profiles", try write("customer_id,email,list_news\nc2,a@x.com,yes\n", "p.csv", in: folder),
                    "Taken in  1 new profile.\n          1 joined a list, 1 list was made.",
                    "Taken in  0 new profiles; of 1 all was known already."
                ),
            ]
            let data = folder.appendingPathComponent("data").path
            for (kind, path, first, again) in files {
                for words in [first, again] {
                    let result = try Program.run(["import", kind, path, "--data", data, "--rejects", folder.path + "/rejects.csv"])
                    #expect(result.status == 0 && result.words.contains(words), "\(kind): \(result.words)")
                    #expect(result.output.isEmpty)
                }
            }
            let check = try Program.run(["check", "--data", data])
            #expect(check.status == 0 && check.words.contains("2 profiles, 4 events"), "\(check.words)")
        }
    }

    @Test("Rows that are not understood stand in the file of rejected rows; only bad rows are exit status 65")
    func rejects() throws {
        try Program.withFolder { folder in
            let data = folder.appendingPathComponent("data").path
            let rejects = folder.appendingPathComponent("rejects.csv")
            let mixed = try write("customer_id,metric,occurred_at\nc1,Visit,2025-01-05\nc1,Visit,soon\n", "mixed.csv", in: folder)
            let result = try Program.run(["import", "events", mixed, "--data", data, "--rejects", rejects.path])
            #expect(result.status == 0)
            #expect(result.words.contains("line 3, column occurred_at: the date is not understood"), "\(result.words)")
            #expect(try String(contentsOf: rejects, encoding: .utf8).contains("mixed.csv,3,occurred_at,the date is not understood"))
            let bad = try write("customer_id,metric,occurred_at\nc1,Visit,soon\n", "bad.csv", in: folder)
            #expect(try Program.run(["import", "events", bad, "--data", data, "--rejects", rejects.path]).status == 65)
        }
    }

    @Test("Wrong usage is 64, a missing file 66, a file that asks 65; none of them makes a folder or changes a shop")
    func failures() throws {
        try Program.withFolder { folder in
            let data = folder.appendingPathComponent("data").path
            #expect(try Program.run(["import", "orders", "--data", data]).status == 64)
            #expect(try Program.run(["import", "orders", folder.path + "/missing.csv", "--data", data]).status == 66)
            #expect(!FileManager.default.fileExists(atPath: data))
            let asks = try write("customer_id,order_id,ordered_at,value,currency\nc1,1,03/04/2025,50.00,EUR\n", "asks.csv", in: folder)
            let rejects = ["--rejects", folder.path + "/rejects.csv"]
            let asked = try Program.run(["import", "orders", asks, "--data", data] + rejects)
            #expect(asked.status == 65 && asked.words.contains("--date-format"), "\(asked.words)")
            let answered = try Program.run(["import", "orders", asks, "--data", data, "--date-format", "day-first"] + rejects)
            #expect(answered.status == 0 && answered.words.contains("Taken in  1 order."), "\(answered.words)")
        }
    }

    @Test("A folder that another process has open is exit status 75, with what to do instead")
    func folderInUse() throws {
        try Program.withFolder { folder in
            let data = folder.appendingPathComponent("data")
            let path = try write(orders, "o.csv", in: folder)
            try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
            let lock = open(data.appendingPathComponent("perennial.lock").path, O_RDWR | O_CREAT, 0o600)
            defer { close(lock) }
            #expect(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
            let result = try Program.run(["import", "orders", path, "--data", data.path, "--rejects", folder.path + "/rejects.csv"])
            #expect(result.status == 75 && result.words.contains("API"), "\(result.words)")
        }
    }

    @Test("Standard input and gzip are read as they are")
    func standardInput() throws {
        try Program.withFolder { folder in
            let data = folder.appendingPathComponent("data").path
            let result = try Program.run(
                ["import", "orders", "-", "--data", data, "--rejects", folder.path + "/rejects.csv"], input: Data(orders.utf8))
            #expect(result.status == 0 && result.words.contains("standard input: 2 rows"), "\(result.words)")
            let packed = try Program.run([
                "import", "orders", Program.example("online-retail/orders.csv.gz"), "--data", data, "--rejects",
                folder.path + "/rejects.csv",
            ])
            #expect(packed.status == 0 && packed.words.contains("gzip"), "\(packed.words)")
        }
    }
}
