import ArgumentParser
import Facts
import Foundation
import JSON
import Journal
import Population
import Segments
import Shop

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `perennial segment evaluate`.
struct SegmentEvaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Count whom definitions mean, and say what counting costs.",
        discussion: """
            Each file holds a definition as the API takes it, alone or in an object with a name. Nothing is kept, and it works while the server \
            runs. As of a moment, everything dated before it counts, whenever it was told, with a model fitted on that.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: ArgumentHelp("Files of definitions.", valueName: "file"))
    var files: [String]

    @Option(
        help: ArgumentHelp("The first moment that is not known yet, such as 2025-01-01T00:00:00Z; by default now.", valueName: "instant"))
    var asOf: String?

    @Option(name: .customLong("repeat"), help: "How often to evaluate each; the cost said is the median.")
    var times = 1

    @Option(help: "As words and tables, or as JSON.")
    var format = WordsOrJSON.table

    func validate() throws {
        guard (1...1_000).contains(times) else { throw ValidationError("--repeat is from 1 to 1000.") }
        try PastMoment.check(asOf)
    }

    func run() async throws {
        let definitions = try files.map { try NamedDefinition(file: $0) }
        let progress = Progress()
        let moment = asOf.flatMap { Timestamp.parse($0) } ?? Instant(secondsSince1970: Instant.now.secondsSince1970 + 1)
        try folder.requireShop()
        let shop: Shop
        do throws(JournalError) {
            shop = try Shop.openAsOf(moment, folder: folder.path, conditions: definitions.map(\.condition)) { stage, _ in
                progress.stage(stage)
            }
        } catch {
            progress.end()
            throw error.exit
        }
        defer { shop.close() }
        progress.end()
        var results: [(name: String, count: Int, cpuMilliseconds: Double)] = []
        for definition in definitions {
            let plan: SegmentPlan
            do throws(SegmentFaults) {
                plan = try shop.plan(definition.condition, at: definition.places)
            } catch {
                throw definition.fault(error)
            }
            var costs: [Double] = []
            var count = 0
            for _ in 0..<times {
                let start = Self.cpuSeconds
                count = shop.read { plan.members(of: $0, before: moment.secondsSince1970).count }
                costs.append((Self.cpuSeconds - start) * 1_000)
            }
            costs.sort()
            results.append((definition.name, count, costs[costs.count / 2]))
        }
        print(format == .json ? Self.json(results) : Self.table(results))
    }

    private static func json(_ results: [(name: String, count: Int, cpuMilliseconds: Double)]) -> String {
        var json = JSONWriter()
        json.array { json in
            for result in results {
                json.object { json in
                    json.member("name", result.name)
                    json.member("count", result.count)
                    json.member("cpu_ms", (result.cpuMilliseconds * 1_000).rounded() / 1_000)
                }
            }
        }
        return json.text
    }

    private static func table(_ results: [(name: String, count: Int, cpuMilliseconds: Double)]) -> String {
        var rows = [["members", "cpu ms", "name"]]
        for result in results {
            rows.append([grouped(result.count), String(format: "%.1f", result.cpuMilliseconds), visible(result.name)])
        }
        return aligned(rows, leftLast: true)
    }

    /// What the process has cost so far, all of its threads together.
    private static var cpuSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
