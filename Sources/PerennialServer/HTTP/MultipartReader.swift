#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads a form that carries files (`multipart/form-data`), as it comes: of what it holds no more than a few kilobytes are kept.
struct MultipartReader {
    /// What a part says of itself.
    struct Part: Equatable {
        var name: String
        /// What its file is called, where it is one. Never a path of ours.
        var fileName: String?
    }

    /// Why it cannot be read.
    struct Failure: Error {}

    private enum State {
        case before, headers, body, done
    }

    private let delimiter: [UInt8]
    private var state = State.before
    private var pending: [UInt8] = []
    private var current = Part(name: "")

    /// Bytes of the headers of a part.
    private static let mostHeaderBytes = 8_192

    /// A reader of a body of a type; `nil` for another type, or one without the mark that parts its parts.
    init?(contentType: String?) {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data"),
            let start = contentType.lowercased().firstRange(of: "boundary=")
        else { return nil }
        // Cases count in the mark: it is taken as it was sent.
        let rest = contentType.utf8.dropFirst(contentType.utf8.distance(from: contentType.startIndex, to: start.upperBound))
        var boundary = Array(rest.prefix { $0 != UInt8(ascii: ";") })
        if boundary.first == UInt8(ascii: "\""), boundary.last == UInt8(ascii: "\""), boundary.count >= 2 {
            boundary = Array(boundary.dropFirst().dropLast())
        }
        guard (1...70).contains(boundary.count) else { return nil }
        delimiter = Array("\r\n--".utf8) + boundary
        // The first one has no line before it.
        pending = [0x0D, 0x0A]
    }

    /// Whether the end has come.
    var isDone: Bool { state == .done }

    /// Takes what came. `part` is told of each part, `bytes` of what it holds.
    mutating func feed(
        _ chunk: UnsafeRawBufferPointer, part: (Part) throws -> Void, bytes: (Part, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        pending.append(contentsOf: chunk)
        while true {
            switch state {
            case .done:
                pending.removeAll()
                return
            case .before:
                guard let place = find(delimiter) else { return try keepTail() }
                guard try pass(place + delimiter.count) else { return }
            case .headers:
                guard let end = find(Array("\r\n\r\n".utf8)) else {
                    guard pending.count <= Self.mostHeaderBytes else { throw Failure() }
                    return
                }
                current = try Self.part(String(decoding: pending[..<end], as: UTF8.self))
                pending.removeFirst(end + 4)
                state = .body
                try part(current)
            case .body:
                if let place = find(delimiter) {
                    try give(place, bytes)
                    guard try pass(place + delimiter.count) else { return }
                } else {
                    let ready = max(0, pending.count - delimiter.count + 1)
                    try give(ready, bytes)
                    pending.removeFirst(ready)
                    return
                }
            }
        }
    }

    /// Goes behind a mark: to the headers of the next part, or to the end. `false` where it is not known yet which.
    private mutating func pass(_ place: Int) throws -> Bool {
        guard pending.count >= place + 2 else {
            // The mark stays for when the rest has come; what is before it was given.
            pending.removeFirst(place - delimiter.count)
            state = .before
            return false
        }
        let next = (pending[place], pending[place + 1])
        if next == (UInt8(ascii: "-"), UInt8(ascii: "-")) {
            state = .done
        } else if next == (0x0D, 0x0A) {
            pending.removeFirst(place + 2)
            state = .headers
        } else {
            throw Failure()
        }
        return true
    }

    private mutating func keepTail() throws {
        guard pending.count <= Self.mostHeaderBytes + delimiter.count else { throw Failure() }
    }

    private func give(_ count: Int, _ bytes: (Part, UnsafeRawBufferPointer) throws -> Void) throws {
        guard count > 0 else { return }
        try pending.withUnsafeBytes { try bytes(current, UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }

    private func find(_ needle: [UInt8]) -> Int? {
        pending.withUnsafeBytes { hay -> Int? in
            needle.withUnsafeBytes { needle -> Int? in
                guard let start = hay.baseAddress, let wanted = needle.baseAddress, hay.count >= needle.count else { return nil }
                let last = hay.count - needle.count
                var place = 0
                // Every mark begins with the end of a line: looked for by what the C library does fastest.
                while place <= last, let found = memchr(start + place, 0x0D, last - place + 1) {
                    place = UnsafeRawPointer(found) - start
                    if memcmp(start + place, wanted, needle.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
    }

    /// The name of a part, and of its file.
    private static func part(_ headers: String) throws(Failure) -> Part {
        for line in headers.split(separator: "\r\n") {
            let sides = line.split(separator: ":", maxSplits: 1)
            guard sides.count == 2, sides[0].lowercased() == "content-disposition" else { continue }
            guard let name = parameter("name", in: sides[1]) else { throw Failure() }
            return Part(name: name, fileName: parameter("filename", in: sides[1]))
        }
        throw Failure()
    }

    /// A value in quotation marks, with `%22` for one within, as browsers write it.
    private static func parameter(_ name: String, in text: Substring) -> String? {
        guard let start = text.firstRange(of: " \(name)=\"") ?? text.firstRange(of: ";\(name)=\"") else { return nil }
        let value = String(text[start.upperBound...].prefix { $0 != "\"" })
        return value.replacing("%22", with: "\"").replacing("%0D", with: "").replacing("%0A", with: "")
    }
}
