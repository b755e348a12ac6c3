import Foundation
import Testing

@Suite("perennial backtest")
struct BacktestTests {
    private static let shop = smallShop(customers: 120)
    private static let models = ["auto", "average", "bg-nbd", "mbg-nbd", "pareto-nbd", "naive-zero", "naive-rate", "naive-last-period"]
    private static let cutoff = "2023-02-15"

    private func run(_ arguments: [String], _ shop: String = BacktestTests.shop) throws -> Program.Result {
        try Program.run(["backtest", "-"] + arguments, input: Data(shop.utf8))
    }

    private func object(_ result: Program.Result) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    @Test("Table, CSV and JSON say the same; every model is there, and on one day the means are that day's scores")
    func formats() throws {
        let arguments = ["--horizon", "90", "--cutoff", Self.cutoff]
        let json = try run(arguments + ["--format", "json"])
        let csv = try run(arguments + ["--format", "csv"])
        let table = try run(arguments + ["--format", "table"])
        #expect(json.status == 0 && csv.status == 0 && table.status == 0, "\(json.words)")
        let document = try object(json)
        #expect(document["currency"] as? String == "EUR" && document["as_of"] is String)
        let folds = try #require(document["folds"] as? [[String: Any]])
        let fold = try #require(folds.first)
        #expect(folds.count == 1 && fold["cutoff"] as? String == Self.cutoff && fold["horizon_days"] as? Int == 90)
        let models = try #require(fold["models"] as? [[String: Any]])
        #expect(models.compactMap { $0["name"] as? String } == Self.models)
        let header = try #require(csv.rows.first)
        #expect(csv.rows.count == 1 + Self.models.count)
        let lines = table.output.split(separator: "\n").map(String.init)
        for (model, row) in zip(models, csv.rows.dropFirst()) {
            let name = try #require(model["name"] as? String)
            let scores = try #require(model["scores"] as? [String: Any])
            #expect(Array(row.prefix(3)) == [Self.cutoff, "90", name])
            for (title, cell) in zip(header, row).dropFirst(3) {
                guard let number = (scores[title] as? NSNumber)?.doubleValue else {
                    #expect(cell.isEmpty && scores[title] is NSNull, "\(name) \(title)")
                    continue
                }
                let printed = try #require(Double(cell), "\(name) \(title)")
                #expect(abs(printed - number) <= 1e-5 * max(1e-4, abs(number)), "\(name) \(title)")
            }
            let line = try #require(lines.first { $0.hasPrefix(name + " ") })
            let brier = try #require((scores["brier"] as? NSNumber)?.doubleValue)
            #expect(line.contains(String(format: "%.4f", brier)), "\(line)")
        }
        let means = try #require(document["means"] as? [[String: Any]])
        for (mean, model) in zip(means, models) {
            let one = (mean["scores"] as? [String: Any])?["logloss"] as? Double
            let other = (model["scores"] as? [String: Any])?["logloss"] as? Double
            #expect(one != nil && one == other)
        }
    }

    @Test("By default several days, ascending; a horizon that the orders do not reach is shortened, and that is said")
    func folds() throws {
        let result = try run(["--horizon", "60", "--format", "json"])
        let document = try object(result)
        let folds = try #require(document["folds"] as? [[String: Any]])
        let cutoffs = folds.compactMap { $0["cutoff"] as? String }
        #expect(cutoffs.count == 5 && cutoffs == Array(Set(cutoffs)).sorted())
        #expect(try #require(document["as_of"] as? String) > (cutoffs.last ?? "9"))
        for fold in folds {
            let bins = try #require(fold["calibration"] as? [[String: Any]])
            #expect(bins.reduce(0) { $0 + ($1["customers"] as? Int ?? 0) } == fold["customers"] as? Int)
        }
        #expect(cutoffs.allSatisfy { result.words.contains($0) })
        let long = try run(["--horizon", "900", "--format", "json", "--without", "ranker"])
        #expect(long.status == 0 && long.words.contains("900"))
        let shortened = try #require((try object(long)["folds"] as? [[String: Any]])?.first?["horizon_days"] as? Int)
        #expect(shortened < 900)
    }

    @Test("The same bytes in a second run, and with the rows of the file in another order")
    func sameBytes() throws {
        let arguments = ["--horizon", "60", "--cutoff", Self.cutoff, "--format", "json", "--customers", "100"]
        let once = try run(arguments)
        let sampled = try object(once)["sampled_customers"] as? Int
        #expect(once.status == 0 && sampled == 100)
        #expect(try run(arguments).output == once.output)
        var lines = Self.shop.split(separator: "\n").map(String.init)
        let header = lines.removeFirst()
        let turned = ([header] + lines.reversed()).joined(separator: "\n") + "\n"
        #expect(try run(arguments, turned).output == once.output)
    }

    @Test("A cutoff outside the log is 65, and the days of the log are named", arguments: ["2020-05-01", "2035-05-01"])
    func cutoffOutside(cutoff: String) throws {
        let result = try run(["--cutoff", cutoff])
        #expect(result.status == 65 && result.output.isEmpty)
        let days = result.words.matches(of: /20\d\d-\d\d-\d\d/).map { String($0.output) }
        #expect(Set(days).count >= 3 && days.contains(cutoff), "the cutoff, the first and the last day: \(result.words)")
    }

    @Test("Too short a log is 65, with the days that it has and the days that are needed")
    func tooShort() throws {
        var rows = ["customer_id,order_id,ordered_at,value,currency"]
        for number in 0..<60 { rows.append("c\(number % 20),o\(number),2024-0\(1 + number % 3)-1\(number % 10),10.00,EUR") }
        let result = try run([], rows.joined(separator: "\n") + "\n")
        #expect(result.status == 65 && result.output.isEmpty)
        #expect(result.words.contains("69 days") && result.words.contains("116"), "\(result.words)")
    }

    @Test("An unknown step is 64, and the steps that there are are named")
    func without() throws {
        let result = try run(["--without", "magic"])
        #expect(result.status == 64 && result.output.isEmpty)
        for step in ["weights", "prior", "season", "ranker", "calibration", "winsorize", "truncation"] {
            #expect(result.words.contains(step), "\(step): \(result.words)")
        }
    }

    @Test(
        "Out of range is 64", arguments: [["--horizon", "0"], ["--horizon", "4000"], ["--customers", "99"], ["--cutoff", "yesterday"]])
    func outOfRange(arguments: [String]) throws {
        #expect(try run(arguments).status == 64)
    }

    @Test("Without its corrections auto says what the average says")
    func plainAverage() throws {
        var arguments = ["--horizon", "60", "--cutoff", Self.cutoff, "--format", "json"]
        for step in ["season", "ranker", "calibration", "winsorize", "truncation"] { arguments += ["--without", step] }
        let document = try object(try run(arguments))
        let models = try #require((document["folds"] as? [[String: Any]])?.first?["models"] as? [[String: Any]])
        let scores = models.prefix(2).compactMap { $0["scores"] as? [String: Any] }
        #expect(scores.count == 2)
        for name in ["orders_rmse", "value_rmse", "brier", "logloss", "auc", "log_score"] {
            #expect(scores[0][name] as? Double == scores[1][name] as? Double, "\(name)")
        }
    }
}
