import Foundation
import Testing

@testable import PerennialServer

@Suite struct GzipTests {
    @Test func largerTextsAreSentSmaller() async throws {
        try await TestServer.run { server in
            let plain = try await server.request("GET", "/openapi.json", key: nil)
            let small = try await server.request("GET", "/openapi.json", key: nil, headers: ["Accept-Encoding: br, gzip"])
            #expect(plain.headers["content-encoding"] == nil)
            #expect(plain.headers["vary"] == "Accept-Encoding")
            #expect(small.headers["content-encoding"] == "gzip")
            #expect(small.body.count * 3 < plain.body.count)
            #expect(try gunzip(small.body) == plain.body)
            let health = try await server.request("GET", "/health", key: nil, headers: ["Accept-Encoding: gzip"])
            #expect(health.headers["content-encoding"] == nil)
        }
    }

    @Test(arguments: [
        ("gzip", true), ("br, GZIP;q=0.5", true), ("*", true), ("gzip;q=0", false), ("br", false), ("", false), ("xgzip", false),
    ])
    func whatIsAccepted(_ header: String, _ accepts: Bool) {
        #expect(Gzip.accepts(header) == accepts)
    }

    /// By the system's own program.
    private func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-\(UUID().uuidString).gz")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let result = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(result)
    }
}
