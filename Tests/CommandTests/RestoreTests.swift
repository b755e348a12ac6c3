import Foundation
import Testing

@Suite("Backups are put back")
struct RestoreTests {
    @Test("People who were erased and keys that were revoked after a backup do not come back with it, unless that is asked for")
    func restore() throws {
        try Program.withShop { data, folder in
            let backup = folder.appendingPathComponent("backup.db").path
            _ = try Program.run(["key", "create", "--data", data])
            #expect(try Program.run(["backup", backup, "--data", data]).status == 0)
            #expect(try Program.run(["person", "erase", "c1", "--yes", "--data", data]).status == 0)
            #expect(try Program.run(["key", "revoke", "1", "--data", data]).status == 0)
            let asItWas = try Program.run(["restore", backup, "--as-it-was", "--data", data])
            #expect(asItWas.status == 0)
            #expect(asItWas.words.contains("Warning   1 person was erased after the backup and came back."), "\(asItWas.words)")
            #expect(try Program.run(["person", "export", "c1", "--data", data]).status == 0)
            let result = try Program.run(["restore", backup, "--data", data])
            #expect(result.status == 0)
            #expect(result.words.contains("Again     1 person was erased after the backup and erased again."), "\(result.words)")
            #expect(result.words.contains("1 key was revoked after the backup (1 \"API\") and revoked again."), "\(result.words)")
            #expect(try Program.run(["person", "export", "c1", "--data", data]).status == 66)
            #expect(try Program.run(["person", "export", "c2", "--data", data]).status == 0)
            #expect(try Program.run(["check", "--data", data]).status == 0)
        }
    }

    @Test("A damaged backup is refused in a few lines")
    func damaged() throws {
        try Program.withShop { data, folder in
            let backup = folder.appendingPathComponent("backup.db")
            #expect(try Program.run(["backup", backup.path, "--data", data]).status == 0)
            var bytes = try Data(contentsOf: backup)
            for place in stride(from: 8_192, to: bytes.count, by: 64) { bytes[place] ^= 0xFF }
            try bytes.write(to: backup)
            let result = try Program.run(["restore", backup.path, "--data", data])
            #expect(result.status == 74, "\(result.words)")
            #expect(result.words.split(separator: "\n").count <= 5, "\(result.words)")
        }
    }
}
