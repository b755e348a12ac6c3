import Facts
import Foundation
import Journal
import Testing

@testable import Shop

@Suite("Files of exports", .serialized)
struct ExportFileTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    @Test("The newest stay, and none that is too old")
    func kept() throws {
        let shop = try open()
        defer { shop.close() }
        try shop.makeExportsFolder()
        for number in UInt64(1)...6 {
            let path = shop.exportFile(ofJob: number)
            #expect(FileManager.default.createFile(atPath: path, contents: Data("x".utf8)))
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: Double(number) * 1_000)], ofItemAtPath: path)
        }
        func left() -> [UInt64] { (UInt64(1)...6).filter { FileManager.default.fileExists(atPath: shop.exportFile(ofJob: $0)) } }
        shop.removeExports(before: 2_000, keeping: 100)
        #expect(left() == [2, 3, 4, 5, 6])
        shop.removeExports(before: .min, keeping: 2)
        #expect(left() == [5, 6])
        shop.removeExports(before: .max, keeping: 100)
        #expect(left().isEmpty)
    }

    @Test("What was due while the shop was closed is written once when it is open again")
    func caughtUp() async throws {
        let out = folder.path + "/out"
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let body = ExportSchedule.body(name: "daily", order: ExportOrder(source: .everybody), days: .daily, minutes: 0, keeps: 9)
        do {
            let shop = try open()
            try shop.writeAndWait { (intake) throws(IntakeError) in
                _ = try intake.event(order("1", of: "one@example.com", at: intake.now.secondsSince1970, value: 5))
                intake.define(.exportSchedule, 1, body, id: "daily", by: "test", isNew: true)
            }
            shop.close()
        }
        clock.advance(seconds: 3 * 86_400)
        for _ in 0..<2 {
            let shop = try open()
            shop.scheduledExports.folder = out
            try shop.jobs.start(shop)
            for _ in 0..<3 { shop.exportWhatIsDue(clock.now) }
            let job = try #require(try shop.scheduledExports.lastJob(of: 1, shop))
            #expect(try await shop.jobs.end(of: job.number, shop).status == .complete)
            #expect(try shop.journal.jobs(kind: JobKind.scheduledExportName, before: .max, limit: 10).count == 1)
            shop.close()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: out) == ["daily-2025-07-03.csv"])
    }
}

@Suite("Moments at which time changes something")
struct ChangeQueueTests {
    private func change(_ end: Int64, _ profile: UInt32) -> ChangeQueue.Change {
        ChangeQueue.Change(end: end, question: .init(profile: ProfileNumber(profile), segment: SegmentNumber(1)))
    }

    @Test("Those due come out, of each question that came by itself the earliest alone, and none that is too far away")
    func order() {
        var queue = ChangeQueue()
        for (end, profile) in [(50, 1), (20, 2), (30, 1), (40, 3), (60, 2), (10, 4), (90, 5)] {
            queue.add(change(Int64(end), UInt32(profile)))
        }
        #expect(queue.count == 5 && queue.earliest == 10)
        queue.add(contentsOf: [(70, 6), (5, 7), (25, 8)].map { change($0.0, $0.1) })
        #expect(queue.count == 8 && queue.earliest == 5)
        queue.add(contentsOf: [(6, 9)].map { change($0.0, $0.1) })
        queue.removeAll(after: 60)
        #expect(queue.count == 7)
        #expect(Set(queue.popDue(35).map(\.end)) == [5, 6, 10, 20, 25, 30])
        #expect(queue.popDue(39).isEmpty && queue.earliest == 40)
        #expect(queue.popDue(100).map(\.question.profile) == [ProfileNumber(3)])
        #expect(queue.popDue(100).isEmpty && queue.count == 0 && queue.earliest == nil)
    }
}
