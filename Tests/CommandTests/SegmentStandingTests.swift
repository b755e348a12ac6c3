import Facts
import Foundation
import Segments
import Shop
import Testing

@Suite("perennial segment list, show, export: beside what is not found out yet")
struct SegmentStandingTests {
    private func everybody() -> Condition { .test(.property(PropertyTest(property: .standard("email"), filter: .isSet(true)))) }

    @Test("A segment of which it is not found out who is in says so, and once it is, how many")
    func notYet() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = folder.path + "/data"
        let orders = folder.path + "/orders.csv"
        try Data("email,order_id,ordered_at,value,currency\na@x.com,1,2025-01-02,50.00,EUR\n".utf8).write(to: URL(fileURLWithPath: orders))
        #expect(try Program.run(["import", "orders", orders, "--data", data]).status == 0)
        func run(_ arguments: [String]) throws -> Program.Result { try Program.run(arguments + ["--data", data]) }

        // A server that was killed right after it made one.
        let made = try Shop.open(folder: data, keepsModels: false)
        _ = try await made.write(isAlone: true) { (intake) throws(IntakeError) in
            try made.newSegment(named: "With e-mail", everybody(), intake, by: "test")
        }
        made.close()
        let list = try run(["segment", "list"])
        #expect(list.status == 0 && list.output.contains("not yet  With e-mail") && list.words.contains("running server"), "\(list)")
        let show = try run(["segment", "show", "With e-mail"])
        #expect(show.status == 0 && show.output.contains("not found out yet") && !show.output.contains("members"), "\(show.output)")
        let json = try run(["segment", "show", "With e-mail", "--format", "json"])
        #expect(json.output.contains(#""is_processing":true"#), "\(json.output)")
        let both = try run(["segment", "show", "With e-mail", "--compare", "With e-mail", "--language", "pl"])
        #expect(both.output.contains("nie wiadomo jeszcze") && !both.output.contains("przychód"), "\(both.output)")
        let export = try run(["export", "profiles", "--segment", "With e-mail"])
        #expect(export.status == 66 && export.output.isEmpty && export.words.contains("not found out yet"), "\(export)")

        // The next start finds it out.
        let kept = try Shop.open(folder: data)
        let number = try #require(kept.definitions.segments.first?.number)
        #expect(kept.segments.waitUntilFound(number, seconds: 120))
        kept.close()
        let found = try run(["segment", "list"])
        #expect(found.output.contains("1  With e-mail") && !found.words.contains("not yet"), "\(found)")
        #expect(try run(["segment", "show", "With e-mail", "--language", "fr"]).output.contains("chiffre d’affaires"))
        #expect(try run(["export", "profiles", "--segment", "With e-mail", "--columns", "email"]).output == "email\r\na@x.com\r\n")
    }

    @Test("One that means nobody is found out when it is made")
    func nobody() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let made = try Shop.open(folder: folder.path, keepsModels: false)
        _ = try await made.write(isAlone: true) { (intake) throws(IntakeError) in
            try made.newSegment(named: "Nobody", everybody(), intake, by: "test")
        }
        made.close()
        let list = try Program.run(["segment", "list", "--data", folder.path])
        #expect(list.output.contains("0  Nobody"), "\(list.output)")
    }
}
