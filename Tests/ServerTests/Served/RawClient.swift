import Dispatch
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A connection as bytes: it can send what no proper client would.
///
/// Calls block, so they run on threads of their own and never on those of tasks.
final class RawClient: @unchecked Sendable {
    private let socket: Int32

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    init(port: Int) throws {
        #if canImport(Glibc)
            socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard socket >= 0 else { throw Failed(description: "no socket: \(errno)") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard connected == 0 else {
            _ = closeSocket(socket)
            throw Failed(description: "no connection: \(errno)")
        }
        setTimeout(seconds: 300)
    }

    deinit { _ = closeSocket(socket) }

    /// How long a read waits.
    func setTimeout(seconds: Int = 0, microseconds: Int = 0) {
        var timeout = timeval(tv_sec: seconds, tv_usec: numericCast(microseconds))
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Runs blocking work away from the threads of tasks.
    static func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
        }
    }

    /// Sends bytes; false where the other side has closed.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { sendBytes(socket, $0.baseAddress, $0.count) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// What comes next, up to a size; empty at the end, nil when nothing comes in time.
    func receive(most: Int = 65_536) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: most)
        let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
        guard count >= 0 else { return errno == EAGAIN || errno == EWOULDBLOCK ? nil : [] }
        return Array(buffer[..<count])
    }

    /// Whether the other side closes, within the time of a read; what comes before is thrown away.
    func waitsForEnd() -> Bool {
        while let bytes = receive() {
            if bytes.isEmpty { return true }
        }
        return false
    }

    /// What came and belongs to later answers.
    private var rest: [UInt8] = []

    /// One answer.
    func answer(isHead: Bool = false) throws -> Answer {
        var scanned = 0
        while true {
            // A large body is not searched again with each part of it.
            if rest.count > scanned * 2, let answer = Answer(rest, isHead: isHead) {
                rest.removeFirst(answer.size)
                return answer
            }
            scanned = rest.count > 100_000 ? rest.count : 0
            guard let more = receive() else { throw Failed(description: "no answer in time, after \(rest.count) bytes") }
            guard !more.isEmpty else {
                if let answer = Answer(rest, isHead: isHead) { return answer }
                throw Failed(description: "closed after \(String(decoding: rest.prefix(500), as: UTF8.self))")
            }
            rest += more
        }
    }

    /// Answers to requests that were sent together.
    func answers(_ count: Int) throws -> [Answer] {
        try (0..<count).map { _ in try answer() }
    }
}

private func sendBytes(_ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        return Glibc.send(socket, bytes, count, Int32(MSG_NOSIGNAL))
    #else
        return Darwin.send(socket, bytes, count, 0)
    #endif
}

private func closeSocket(_ socket: Int32) -> Int32 {
    #if canImport(Glibc)
        return Glibc.close(socket)
    #else
        return Darwin.close(socket)
    #endif
}

/// An answer as it came.
struct Answer: Sendable {
    let status: Int
    let headers: [String: String]
    /// Of each header that sets a cookie, what it says.
    let cookies: [String]
    let body: [UInt8]
    /// Bytes that it took.
    let size: Int

    /// Nil until the answer is whole.
    init?(_ bytes: [UInt8], isHead: Bool = false) {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        guard let first = lines.first else { return nil }
        let words = first.split(separator: " ")
        guard words.count >= 2, let status = Int(words[1]) else { return nil }
        var headers: [String: String] = [:]
        var cookies: [String] = []
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers[line[..<colon].lowercased()] = value
            if line[..<colon].lowercased() == "set-cookie" { cookies.append(value) }
        }
        let length = isHead ? 0 : Int(headers["content-length"] ?? "0") ?? 0
        guard bytes.count - end.upperBound >= length else { return nil }
        self.status = status
        self.headers = headers
        self.cookies = cookies
        size = end.upperBound + length
        body = Array(bytes[end.upperBound..<size])
    }

    var text: String { String(decoding: body, as: UTF8.self) }
}
