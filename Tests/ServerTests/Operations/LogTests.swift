import Facts
import JSON
import Logging
import Synchronization
import Testing

@testable import PerennialServer

@Suite struct LogTests {
    private final class Lines: Sendable {
        let kept = Mutex<[String]>([])
        var last: String { kept.withLock { $0.last ?? "" } }
    }

    private func log(isJSON: Bool, _ lines: Lines) -> Logger {
        let clock = ServerClock(now: { Instant(secondsSince1970: 0) }, uptimeInNanoseconds: { 0 })
        return Logger(label: "server") { label in
            ServerLog(label: label, level: .info, isJSON: isJSON, clock: clock) { bytes in
                lines.kept.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
            }
        }
    }

    @Test func aRecordIsOneObjectOnOneLine() throws {
        let lines = Lines()
        log(isJSON: true, lines).warning("it \"broke\"\nhere", metadata: ["request_id": "7", "status": "500"])
        #expect(lines.last.hasSuffix("}\n"))
        #expect(lines.last.filter { $0 == "\n" }.count == 1)
        let root = try JSONDocument(lines.last).root
        #expect(root["time"]?.string == "1970-01-01T00:00:00Z")
        #expect(root["level"]?.string == "warning")
        #expect(root["message"]?.string == "it \"broke\"\nhere")
        #expect(root["request_id"]?.string == "7")
    }

    @Test func wordsStayOnOneLineToo() {
        let lines = Lines()
        log(isJSON: false, lines).info("two\nlines \u{1B}[31m", metadata: ["a": "b\rc"])
        #expect(lines.last == "1970-01-01T00:00:00Z info server: two\\nlines \\u{1B}[31m a=b\\rc\n")
    }

    @Test func secretsAndPeopleAreTakenOut() {
        let lines = Lines()
        log(isJSON: true, lines).error(
            "key pk_abcdefghijklmnop of ada.lovelace+x@example.com, (bob@example.org)",
            metadata: ["authorization": "Bearer x", "email": "carol", "detail": "dave@example.net failed", "route": "/api/{id}"])
        for secret in ["abcdefgh", "ada", "bob", "carol", "dave", "Bearer"] { #expect(!lines.last.contains(secret), "\(secret)") }
        #expect(lines.last.contains("key [key] of [e-mail], ([e-mail])"))
    }

    @Test func quietLevelsAreNotWritten() {
        let lines = Lines()
        log(isJSON: true, lines).debug("nothing")
        #expect(lines.last.isEmpty)
    }
}
