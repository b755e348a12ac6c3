import CFaultVFS
import Facts
import Foundation
import JSON
import Journal
import Population
import Synchronization
import Testing

@testable import Shop

@Suite("A writer whose disk fails", .serialized)
struct WriterFaultTests {
    /// A shop's folder on a disk that fills up or fails when told to.
    private final class Disk: @unchecked Sendable {
        let folder: TemporaryFolder
        private let watch: OpaquePointer

        init() throws {
            fault_vfs_install()
            folder = try TemporaryFolder()
            watch = fault_folder_watch(folder.path)
        }

        deinit { fault_folder_forget(watch) }

        func open() throws -> Shop {
            let clock = SetClock("2025-06-30")
            return try Shop.open(folder: folder.path, clock: { clock.now })
        }

        var usedBytes: UInt64 {
            ["/perennial.db", "/perennial.db-wal"].reduce(0) { sum, name in
                let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path + name)
                return sum + ((attributes?[.size] as? NSNumber)?.uint64Value ?? 0)
            }
        }

        func limit(bytes: UInt64) { fault_folder_limit(watch, bytes) }
        func failSyncs(_ count: UInt64) { fault_folder_fail_syncs(watch, count) }
    }

    /// Tells many customers' orders at once, each in a write of its own: what became of each.
    private func tell(_ numbers: Range<Int>, to shop: Shop) async -> [Int: IntakeError?] {
        await withTaskGroup(of: (Int, IntakeError?).self) { group in
            for number in numbers {
                group.addTask {
                    var event = order("\(number)", of: "c\(number)@example.com", at: 1_740_000_000 + Int64(number), value: 1)
                    event.properties = Array(#"{"text":"\#(String(repeating: "x", count: 2_000))"}"#.utf8)
                    let told = event
                    do throws(IntakeError) {
                        _ = try await shop.write(weight: 2_000) { (intake) throws(IntakeError) in try intake.event(told) }
                        return (number, nil)
                    } catch {
                        return (number, error)
                    }
                }
            }
            var outcomes: [Int: IntakeError?] = [:]
            for await (number, error) in group { outcomes[number] = .some(error) }
            return outcomes
        }
    }

    private func expect(_ shop: Shop, hasExactly numbers: Set<Int>) {
        let found = shop.read { population in
            Set(numbers.filter { population.profile(.email, "c\($0)@example.com") != nil })
        }
        #expect(found == numbers)
        #expect(shop.read { $0.eventCount } == numbers.count)
        #expect(shop.read { $0.liveProfileCount } == numbers.count)
    }

    @Test("A full disk: every caller is told, nothing is half taken in, and with room again all goes on")
    func full() async throws {
        let disk = try Disk()
        let shop = try disk.open()
        _ = await tell(0..<10, to: shop)
        disk.limit(bytes: disk.usedBytes + 400_000)
        var outcomes = await tell(10..<800, to: shop)
        let refused = outcomes.filter { $0.value != nil }
        #expect(!refused.isEmpty)
        for case .some(let error) in refused.values {
            guard case .unavailable(let reason) = error else {
                Issue.record("\(error)")
                continue
            }
            #expect(reason.code == .diskFull)
        }
        let taken = Set(outcomes.filter { $0.value == nil }.keys).union(0..<10)
        expect(shop, hasExactly: taken)
        // Still full: reading goes on, and what is refused stays refused.
        outcomes = await tell(2_000..<2_200, to: shop)
        let taken2 = taken.union(outcomes.filter { $0.value == nil }.keys)
        expect(shop, hasExactly: taken2)
        disk.limit(bytes: 0)
        outcomes = await tell(0..<800, to: shop)
        #expect(outcomes.values.allSatisfy { $0 == nil })
        let all = taken2.union(0..<800)
        expect(shop, hasExactly: all)
        #expect(try shop.verifyDerived().isSound)
        // Groups are written in the background until the shop is closed; what it held stays readable.
        shop.close()
        let digest = shop.read { $0.digest }
        let again = try disk.open()
        #expect(again.read { $0.digest } == digest)
        again.close()
    }

    @Test("A sync that fails refuses all that shared it; told again, each counts once")
    func failingSync() async throws {
        let disk = try Disk()
        let shop = try disk.open()
        _ = await tell(0..<10, to: shop)
        // One may be met by what the shop does by itself.
        disk.failSyncs(2)
        let outcomes = await tell(10..<60, to: shop)
        #expect(outcomes.values.contains { $0 != nil })
        let taken = Set(outcomes.filter { $0.value == nil }.keys).union(0..<10)
        expect(shop, hasExactly: taken)
        // Where all shared one commit, or the shop did nothing by itself, a failure is left.
        disk.failSyncs(0)
        #expect(await tell(0..<60, to: shop).values.allSatisfy { $0 == nil })
        expect(shop, hasExactly: Set(0..<60))
        let digest = shop.read { $0.digest }
        shop.close()
        let again = try disk.open()
        #expect(again.read { $0.digest } == digest)
        again.close()
    }

    @Test("One that asks the journal for what cannot be is refused alone, not with those that share its commit")
    func innocent() async throws {
        let disk = try Disk()
        let shop = try disk.open()
        async let good = tell(0..<200, to: shop)
        var refused = 0
        for _ in 0..<20 {
            do throws(IntakeError) {
                try await shop.write { (intake) throws(IntakeError) in
                    _ = try intake.create(identities("bad@example.com"), change: [])
                    intake.write(.jobPayload(job: 4_711, bytes: [1]))
                }
            } catch {
                guard case .unavailable(let reason) = error else { throw error }
                #expect(reason.code == .contradiction)
                refused += 1
            }
        }
        #expect(refused == 20)
        #expect(await good.values.allSatisfy { $0 == nil })
        expect(shop, hasExactly: Set(0..<200))
        #expect(shop.read { $0.profile(.email, "bad@example.com") } == nil)
        shop.close()
    }

    @Test("A job on a full disk waits, and does every row once when there is room again")
    func job() async throws {
        let disk = try Disk()
        let shop = try disk.open()
        shop.jobs.register(
            JobKind(name: "test") { payload in
                Array(payload.elements)
            } read: { row, _, _ in
                let event = order(row.string ?? "", of: "\(row.string ?? "")@example.com", at: 1_740_000_000, value: 1)
                return .work { (intake) throws(IntakeError) in _ = try intake.event(event) }
            })
        try shop.jobs.start(shop)
        var payload = JSONWriter()
        payload.array { list in for number in 0..<3_000 { list.string("row\(number)") } }
        disk.limit(bytes: disk.usedBytes + 200_000)
        let job: JobRow
        do throws(IntakeError) {
            job = try await shop.jobs.submit("test", payload: payload.bytes, total: 3_000, who: "test", to: shop)
        } catch {
            // So full that not even the job was taken: nothing of it may be there.
            #expect(try shop.journal.jobs().isEmpty)
            shop.close()
            return
        }
        try await Task.sleep(for: .milliseconds(300))
        disk.limit(bytes: 0)
        let ended = try await shop.jobs.end(of: job.number, shop)
        #expect(ended.status == .complete)
        #expect(ended.completedCount == 3_000)
        #expect(shop.read { $0.eventCount } == 3_000)
        shop.close()
    }
}
