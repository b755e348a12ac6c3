import Eventually
import Foundation
import Synchronization
import Testing

@testable import PerennialServer

/// Clients that are slow, many, rude or gone.
@Suite(.serialized) struct ConnectionTests {
    private static let thing = #"{"data":{"type":"thing","attributes":{"name":"A"}}}"#

    private static func head(_ length: Int, _ more: String = "") -> String {
        "POST /api/things HTTP/1.1\r\nHost: a\r\nAuthorization: Klaviyo-API-Key \(TestServer.fullKey)\r\n"
            + "Content-Type: application/json\r\nContent-Length: \(length)\r\n\(more)\r\n"
    }

    /// Options without limits of rates; times that a test is about are made short, others stay long enough for a busy machine.
    private static func options(_ change: (inout ServerOptions) -> Void = { _ in }) -> ServerOptions {
        var options = ServerOptions()
        options.limitsRates = false
        change(&options)
        return options
    }

    @Test func aHeadThatTricklesInIsNotWaitedFor() async throws {
        try await TestServer.run(Self.options { $0.headTimeoutInSeconds = 0.3 }) { server in
            try await RawClient.blocking {
                let client = try RawClient(port: server.port)
                var sent = 0
                client.setTimeout(microseconds: 1_000)
                client.send("GET /")
                while sent < 500, client.send("a"), client.receive() == nil {
                    usleep(20_000)
                    sent += 1
                }
                // Not at once, and not at the end of patience.
                #expect(sent > 2 && sent < 500)
            }
        }
    }

    @Test func whoWorksLongKnowsThatTheClientIsGone() async throws {
        try await TestServer.run(Self.options()) { server in
            let (begun, before) = (ThingRoutes.begun.withLock { $0 }, ThingRoutes.left.withLock { $0.count })
            try await RawClient.blocking {
                let client = try RawClient(port: server.port)
                client.send("GET /api/patient HTTP/1.1\r\nHost: a\r\n\r\n")
                for _ in 0..<6_000 where ThingRoutes.begun.withLock({ $0 }) == begun { usleep(20_000) }
            }
            try await eventually { ThingRoutes.left.withLock { $0.count } != before }
            #expect(ThingRoutes.left.withLock { $0.dropFirst(before) } == [true])
        }
    }

    @Test func aBodyThatTricklesInIsAnswered408() async throws {
        try await TestServer.run(Self.options { $0.bodyTimeoutInSeconds = 0.4 }) { server in
            try await RawClient.blocking {
                let client = try RawClient(port: server.port)
                client.send(Self.head(500))
                DispatchQueue.global().async {
                    for _ in 0..<200 {
                        guard client.send(" ") else { return }
                        usleep(20_000)
                    }
                }
                let answer = try client.answer()
                #expect(answer.status == 408)
                #expect(answer.text.contains("request_timeout"))
                #expect(client.waitsForEnd())
            }
        }
    }

    @Test func aConnectionServesManyRequestsAndIsClosedWhenIdle() async throws {
        try await TestServer.run(Self.options { $0.idleTimeoutInSeconds = 5 }) { server in
            try await RawClient.blocking {
                let client = try RawClient(port: server.port)
                for _ in 0..<5 {
                    client.send(Self.head(Self.thing.utf8.count) + Self.thing)
                    #expect(try client.answer().status == 201)
                    usleep(100_000)
                }
                #expect(client.waitsForEnd())
            }
        }
    }

    @Test func requestsInOneGoAreAllAnsweredInOrder() async throws {
        try await TestServer.run(Self.options()) { server in
            try await RawClient.blocking {
                let client = try RawClient(port: server.port)
                let one = Self.head(Self.thing.utf8.count) + Self.thing
                client.send(one + "GET /api/none HTTP/1.1\r\nHost: a\r\n\r\n" + one)
                #expect(try client.answers(3).map(\.status) == [201, 404, 201])
            }
        }
    }

    @Test func connectionsBeyondTheLimitAreTurnedAway() async throws {
        try await TestServer.run(
            Self.options { $0.mostConnections = 16 }
        ) { server in
            try await RawClient.blocking {
                let held = try (0..<16).map { _ in try RawClient(port: server.port) }
                usleep(200_000)
                let late = try RawClient(port: server.port)
                let answer = try late.answer()
                #expect(answer.status == 503)
                #expect(answer.headers["retry-after"] == "5")
                #expect(late.waitsForEnd())
                held[3].send("GET /api/none HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try held[3].answer().status == 404)
            }
            // Those go now, and there is room again.
            try await eventually { (try? await server.request("GET", "/api/things").status) == 200 }
        }
    }

    @Test func anAnswerThatIsNotReadIsGivenUp() async throws {
        try await TestServer.run(Self.options { $0.writeTimeoutInSeconds = 0.4 }) { server in
            try await RawClient.blocking {
                let client = try RawClient(port: server.port)
                client.send("GET /api/large HTTP/1.1\r\nHost: a\r\n\r\n")
                usleep(1_500_000)
                var received = 0
                while let bytes = client.receive(), !bytes.isEmpty { received += bytes.count }
                #expect(received < 8 << 20)
            }
        }
    }

    @Test func aLargeAnswerArrivesWhole() async throws {
        try await TestServer.run { server in
            let answer = try await server.request("GET", "/api/large")
            #expect(answer.body.count == 8 << 20)
        }
    }

    @Test func aBodyThatIsTooLargeIsRefusedBeforeItIsRead() async throws {
        try await TestServer.run(Self.options { $0.writeTimeoutInSeconds = 1 }) { server in
            try await RawClient.blocking {
                let announced = try RawClient(port: server.port)
                announced.send(Self.head(100_000_000))
                #expect(try announced.answer().status == 413)
                #expect(announced.waitsForEnd())
                let expecting = try RawClient(port: server.port)
                expecting.send(Self.head(100_000_000, "Expect: 100-continue\r\n"))
                #expect(try expecting.answer().status == 413)
                // Without a length the limit is met while reading; the client goes on sending, and may read the answer all the same.
                let chunked = try RawClient(port: server.port)
                chunked.send(
                    "POST /api/things HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(TestServer.fullKey)\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n")
                for _ in 0..<20 { chunked.send("400\r\n" + String(repeating: " ", count: 1_024) + "\r\n") }
                #expect(try chunked.answer().status == 413)
            }
        }
    }

    @Test func whoWaitsToSendABodyIsToldToGoOn() async throws {
        try await TestServer.run(Self.options()) { server in
            try await RawClient.blocking {
                let client = try RawClient(port: server.port)
                client.send(Self.head(Self.thing.utf8.count, "Expect: 100-continue\r\n"))
                #expect(try client.answer().status == 100)
                client.send(Self.thing)
                #expect(try client.answer().status == 201)
            }
        }
    }

    @Test func bodiesInMemoryAreBounded() async throws {
        try await TestServer.run(Self.options { $0.mostBodyBytes = 100 }) { server in
            let answer = try await server.request("POST", "/api/things", body: Self.thing + String(repeating: " ", count: 300))
            #expect(answer.status == 503)
            #expect(answer.headers["retry-after"] == "1")
            // What was reserved is given back.
            #expect(try await server.request("POST", "/api/things", body: Self.thing).status == 201)
        }
    }

    enum Malformed: CaseIterable {
        case noRequest, unknownVersion, twoSpaces, noColon, negativeLength, twoLengths, lengthAndChunks, wrongChunk, controlCharacters
        case longTarget, longHeader, manyHeaders, nextVersion

        var text: String {
            let start = "GET / HTTP/1.1\r\nHost: a\r\n"
            return switch self {
            case .noRequest: "GARBAGE\r\n\r\n"
            case .unknownVersion: "GET / HTTP/9.9\r\n\r\n"
            case .twoSpaces: "GET  /  HTTP/1.1\r\n\r\n"
            case .noColon: start + "No colon\r\n\r\n"
            case .negativeLength: start + "Content-Length: -1\r\n\r\n"
            case .twoLengths: start + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n"
            case .lengthAndChunks: start + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc"
            case .wrongChunk: start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
            case .controlCharacters: "\u{0}\u{1}\u{2}\u{16}\u{3}\u{1}\r\n\r\n"
            case .longTarget: "GET /" + String(repeating: "a", count: 70_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"
            case .longHeader: start + "X: " + String(repeating: "a", count: 70_000) + "\r\n\r\n"
            case .manyHeaders: start + String(repeating: "X: a\r\n", count: 300) + "\r\n"
            case .nextVersion: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            }
        }
    }

    @Test(arguments: Malformed.allCases)
    func whatIsNoHTTPIsRefusedAndTheServerGoesOn(_ request: Malformed) async throws {
        try await TestServer.run(
            Self.options {
                // Some are taken for requests, and their connections stay open.
                $0.headTimeoutInSeconds = 1
                $0.idleTimeoutInSeconds = 1
            }
        ) { server in
            try await RawClient.blocking {
                let client = try RawClient(port: server.port)
                client.send(request.text)
                var bytes: [UInt8] = []
                while let more = client.receive(), !more.isEmpty { bytes += more }
                let answer = String(decoding: bytes, as: UTF8.self)
                #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4") || answer.hasPrefix("HTTP/1.1 5"), "\(answer.prefix(200))")
            }
            #expect(try await server.request("GET", "/api/things").status == 200)
        }
    }

    @Test func aRequestNamesOneHost() async throws {
        try await TestServer.run(Self.options()) { server in
            try await RawClient.blocking {
                for hosts in ["", "Host: a\r\nHost: b\r\n", "Host: a\r\nHost: a\r\n"] {
                    let client = try RawClient(port: server.port)
                    client.send("GET /health HTTP/1.1\r\n\(hosts)\r\n")
                    #expect(try client.answer().status == 400, "\(hosts)")
                    #expect(client.waitsForEnd())
                }
            }
        }
    }

    @Test func aConnectionOfTheFirstVersionEndsWithItsAnswerUnlessItIsToBeKept() async throws {
        try await TestServer.run(Self.options()) { server in
            try await RawClient.blocking {
                for hosts in ["", "Host: a\r\n"] {
                    let client = try RawClient(port: server.port)
                    client.setTimeout(seconds: 60)
                    client.send("GET /health HTTP/1.0\r\n\(hosts)\r\n")
                    #expect(try client.answer().status == 200)
                    #expect(client.waitsForEnd())
                }
                let kept = try RawClient(port: server.port)
                for _ in 0..<2 {
                    kept.send("GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                    #expect(try kept.answer().status == 200)
                }
            }
        }
    }

    @Test func randomBytesNeverStopTheServer() async throws {
        try await TestServer.run(Self.options()) { server in
            try await RawClient.blocking {
                var random = SeededRandom(seed: 9)
                let right = Array((Self.head(Self.thing.utf8.count) + Self.thing).utf8)
                for _ in 0..<150 {
                    let client = try RawClient(port: server.port)
                    var bytes = right
                    for _ in 0..<Int.random(in: 1...6, using: &random) {
                        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                    }
                    client.send(Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random))))
                }
            }
            #expect(try await server.request("GET", "/api/things").status == 200)
        }
    }

    @Test func aThousandConnectionsAreHeldAndServed() async throws {
        try await TestServer.run(Self.options { $0.headTimeoutInSeconds = 30 }) { server in
            try await RawClient.blocking {
                _ = FileLimit.raise()
                let clients = try (0..<1_000).map { _ in try RawClient(port: server.port) }
                for client in clients { client.send(Self.head(Self.thing.utf8.count) + Self.thing) }
                var created = 0
                for client in clients where try client.answer().status == 201 { created += 1 }
                #expect(created == 1_000)
            }
        }
    }

    @Test func aStopFinishesWhatIsInFlightAndThenClosesTheShop() async throws {
        try await TestServer.run { server in
            let before = ThingRoutes.begun.withLock { $0 }
            async let slow = server.request("GET", "/api/slow")
            try await eventually { ThingRoutes.begun.withLock { $0 } > before }
            #expect(!server.closed.value)
            await server.triggerStop()
            #expect(try await slow.status == 204)
            try await eventually { server.closed.value }
            #expect(server.log.text.contains("notice stopping"))
            await #expect(throws: (any Error).self) { try await server.request("GET", "/api/things") }
        }
    }

    @Test func aStopDoesNotWaitForEver() async throws {
        var options = ServerOptions()
        options.stopTimeoutInSeconds = 0.3
        try await TestServer.run(options) { server in
            let before = ThingRoutes.begun.withLock { $0 }
            async let endless = server.request("GET", "/api/endless")
            try await eventually { ThingRoutes.begun.withLock { $0 } > before }
            let start = ContinuousClock.now
            await server.triggerStop()
            try await eventually { server.closed.value }
            // Much later than asked for, and before the twenty seconds that are usual.
            #expect(start.duration(to: .now) < .seconds(15))
            _ = try? await endless
        }
    }

    @Test func aStopLetsALargeAnswerArriveWhole() async throws {
        try await TestServer.run { server in
            let received = try await RawClient.blocking {
                let client = try RawClient(port: server.port)
                client.send("GET /api/large HTTP/1.1\r\nHost: a\r\n\r\n")
                var received = client.receive(most: 1_000)?.count ?? 0
                let stop = DispatchSemaphore(value: 0)
                Task {
                    await server.triggerStop()
                    stop.signal()
                }
                stop.wait()
                usleep(300_000)
                while let bytes = client.receive(), !bytes.isEmpty { received += bytes.count }
                return received
            }
            #expect(received > 8 << 20)
        }
    }
}
