/// A path of the same server, with parameters: the only thing that a page can lead to, fetch from or send to.
///
/// It is kept as parts and written with everything encoded but letters, digits and `-._~`, so it begins with exactly one slash and can
/// name neither another server nor a scheme, whatever the parts are.
public struct PagePath: Hashable, Sendable, CustomStringConvertible {
    private struct Parameter: Hashable, Sendable {
        var name: String
        var value: String
    }

    private var parts: [String]
    private var parameters: [Parameter] = []
    private var anchor: String?

    /// The first page.
    public static let root = PagePath()

    /// A path of parts: `PagePath("profiles", id)` is `/profiles/…`. Parts that are empty, `.` or `..` are left out.
    public init(_ parts: String...) {
        self.parts = parts.filter(Self.isKept)
    }

    /// A path that somebody sent, such as the page to show after signing in; `nil` for what is no path of this server.
    public init?(requested: String) {
        guard requested.utf8.count <= Self.longest, requested.utf8.first == UInt8(ascii: "/") else { return nil }
        let withoutAnchor = requested.prefix { $0 != "#" }
        let path = withoutAnchor.prefix { $0 != "?" }
        parts = []
        for part in path.split(separator: "/") {
            guard let decoded = Self.decoded(part) else { return nil }
            if Self.isKept(decoded) { parts.append(decoded) }
        }
        for pair in withoutAnchor.dropFirst(path.count + 1).split(separator: "&") {
            let name = pair.prefix { $0 != "=" }
            guard let decodedName = Self.decoded(name, plusIsSpace: true),
                let value = Self.decoded(pair.dropFirst(name.count + 1), plusIsSpace: true)
            else { return nil }
            parameters.append(Parameter(name: decodedName, value: value))
        }
    }

    /// The most bytes of a path that is taken from a request.
    private static let longest = 2_000

    /// The path one part further.
    public func appending(_ part: String) -> PagePath {
        var path = self
        if Self.isKept(part) { path.parts.append(part) }
        return path
    }

    /// Whether it is a path or one below it. Below the root is nothing but the root itself.
    public func isWithin(_ other: PagePath) -> Bool { parts.starts(with: other.parts) && (!other.parts.isEmpty || parts.isEmpty) }

    /// The path with a parameter set, instead of one of the same name.
    public func with(_ name: String, _ value: String) -> PagePath {
        var path = without(name)
        path.parameters.append(Parameter(name: name, value: value))
        return path
    }

    /// The path without a parameter.
    public func without(_ name: String) -> PagePath {
        var path = self
        path.parameters.removeAll { $0.name == name }
        return path
    }

    /// A place of the page.
    public func at(_ anchor: String) -> PagePath {
        var path = self
        path.anchor = anchor
        return path
    }

    /// As written in a link and in a `Location` header: ASCII only.
    public var text: String {
        var text = parts.isEmpty ? "/" : ""
        for part in parts { text += "/" + Self.encoded(part) }
        for (place, parameter) in parameters.enumerated() {
            text += (place == 0 ? "?" : "&") + Self.encoded(parameter.name) + "=" + Self.encoded(parameter.value)
        }
        return anchor.map { text + "#" + Self.encoded($0) } ?? text
    }

    /// The same as ``text``.
    public var description: String { text }

    /// Browsers take dots as the way up, even where they are encoded.
    private static func isKept(_ part: String) -> Bool { !part.isEmpty && part != "." && part != ".." }

    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (byte < 16 ? "0" : "") + digits
            }
        }
        return result
    }

    private static func decoded(_ text: Substring, plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else { return nil }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
