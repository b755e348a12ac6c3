import Foundation

/// The program as it was built, run as a user runs it.
struct Program {
    struct Result {
        var status: Int32
        var output: String
        var words: String

        /// Rows of CSV without quotes, the header first.
        var rows: [[String]] {
            output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        }

        /// The cells of a column by customer.
        func column(_ name: String) -> [String: String] {
            guard let header = rows.first, let place = header.firstIndex(of: name) else { return [:] }
            return Dictionary(rows.dropFirst().map { ($0[0], $0[place]) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The program beside the bundle of tests, or the one that PERENNIAL_PROGRAM names, such as the release build.
    static let path: URL = {
        if let named = ProcessInfo.processInfo.environment["PERENNIAL_PROGRAM"], !named.isEmpty {
            return URL(fileURLWithPath: named, relativeTo: repository)
        }
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let folder =
            bundle?.bundleURL.deletingLastPathComponent() ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return folder.appendingPathComponent("perennial")
    }()

    /// The root of the repository.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// An example file of the repository.
    static func example(_ name: String) -> String { repository.appendingPathComponent("Examples/\(name)").path }

    static func run(_ arguments: [String], input: Data = Data(), environment: [String: String] = [:]) throws -> Result {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files instead of pipes: no reader must keep up, whatever the size.
        let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
        try input.write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
            words: try String(contentsOf: files[2], encoding: .utf8))
    }

    /// Runs with a temporary folder for files.
    static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// Runs with a folder that holds a small shop.
    static func withShop(_ body: (_ data: String, _ folder: URL) throws -> Void) throws {
        try withFolder { folder in
            let orders = folder.appendingPathComponent("orders.csv")
            try smallShop(customers: 5).write(to: orders, atomically: true, encoding: .utf8)
            let data = folder.appendingPathComponent("data").path
            let result = try run(["import", "orders", orders.path, "--data", data])
            guard result.status == 0 else { throw CocoaError(.fileWriteUnknown, userInfo: ["words": result.words]) }
            try body(data, folder)
        }
    }
}

/// A shop with a seeded history: `customers` people who buy at random over two years.
func smallShop(customers: Int, currency: String = "EUR") -> String {
    var state: UInt64 = 42
    func random(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
    var rows: [String] = ["customer_id,order_id,ordered_at,value,currency"]
    var order = 0
    for customer in 0..<customers {
        var day = random(500)
        for _ in 0..<(1 + random(3) * random(3)) {
            order += 1
            let date = Date(timeIntervalSince1970: Double(19_000 + day) * 86_400)
            let parts = Calendar(identifier: .gregorian).dateComponents(in: TimeZone(secondsFromGMT: 0) ?? .current, from: date)
            let text = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            rows.append("c\(customer),o\(order),\(text),\(5 + random(60)).\(10 + random(90)),\(currency)")
            day += 1 + random(90)
        }
    }
    return rows.joined(separator: "\n") + "\n"
}
