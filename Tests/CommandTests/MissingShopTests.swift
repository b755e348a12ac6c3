import Foundation
import Testing

@Suite("Commands that work on a shop make none")
struct MissingShopTests {
    @Test(
        "A folder without a shop is 66, and stays away",
        arguments: [
            ["backup", "B"], ["check"], ["rebuild"], ["key", "list"], ["key", "revoke", "1"], ["user", "list"],
            ["user", "add", "a@example.com"],
            ["person", "export", "a@example.com"], ["retention", "show"], ["rates", "show"],
        ])
    func missing(arguments: [String]) throws {
        try Program.withFolder { folder in
            let data = folder.appendingPathComponent("nowhere").path
            let arguments = arguments.map { $0 == "B" ? folder.appendingPathComponent("backup.db").path : $0 }
            let result = try Program.run(arguments + ["--data", data])
            #expect(result.status == 66, "\(result.words)")
            #expect(result.words.contains("There is no shop in \(data)"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test("A key may come before the first start, and the audit log says what it may do")
    func keyFirst() throws {
        try Program.withFolder { folder in
            let data = folder.appendingPathComponent("new").path
            let made = try Program.run(["key", "create", "--data", data, "--name", "Plug-in", "--scope", "events:write", "profiles:read"])
            #expect(made.status == 0 && made.output.hasPrefix("pk_"))
            let bytes = try Data(contentsOf: URL(fileURLWithPath: data + "/perennial.db"))
            let detail = #"{"name":"Plug-in","scopes":["events:write","profiles:read"]}"#
            let log = (try? Data(contentsOf: URL(fileURLWithPath: data + "/perennial.db-wal"))) ?? Data()
            #expect((bytes + log).firstRange(of: Data(detail.utf8)) != nil)
        }
    }
}
