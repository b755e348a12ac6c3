/// A regular expression of RE2's syntax, written so that Java's engine finds a match in the same texts.
///
/// The two differ in what `.`, `$`, `\s`, `\b` and `\v` mean, in how classes and flags are spelled, and in that Java's classes can be cut with
/// each other. Characters that are no letters or digits are written by their number, so that none means anything to Java.
/// Java tries one way after another: an expression that RE2 finds out in linear time may take it long.
struct JavaPattern {
    /// The expression for Java.
    private(set) var source = ""
    private var rest: [Unicode.Scalar]
    private var place = 0
    private var flags = Flags()
    private var outer: [Flags] = []

    private struct Flags {
        var ignoresCase = false
        var isByLines = false
        var dotMeansAll = false
    }

    private struct Unknown: Error {}

    /// Writes an expression that RE2 has taken; `nil` for one with a byte of a character (`\C`), which Java has not.
    init?(_ pattern: String) {
        rest = Array(pattern.unicodeScalars)
        do { while place < rest.count { source += try piece() } } catch { return nil }
    }

    private var next: Unicode.Scalar? { place < rest.count ? rest[place] : nil }

    private mutating func take() throws -> Unicode.Scalar {
        guard let scalar = next else { throw Unknown() }
        place += 1
        return scalar
    }

    private mutating func skip(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard rest[place...].starts(with: scalars) else { return false }
        place += scalars.count
        return true
    }

    private mutating func piece() throws -> String {
        switch try take() {
        case "\\": return try escaped()
        case "[": return try characterClass()
        case "(": return try group()
        case ")":
            flags = outer.popLast() ?? Flags()
            return ")"
        case ".": return flags.dotMeansAll ? #"[\s\S]"# : #"[^\n]"#
        case "^": return flags.isByLines ? #"(?:\A|(?<=\n))"# : #"\A"#
        case "$": return flags.isByLines ? #"(?=\n|\z)"# : #"\z"#
        case let scalar where "|*+?".unicodeScalars.contains(scalar): return String(scalar)
        case "{": return repetition() ?? Self.literal("{")
        case let scalar: return Self.literal(scalar)
        }
    }

    /// `{2}`, `{2,}` or `{2,3}`; anything else in braces is text.
    private mutating func repetition() -> String? {
        guard let end = rest[place...].firstIndex(of: "}") else { return nil }
        let inside = String(String.UnicodeScalarView(rest[place..<end]))
        let parts = inside.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        let isNumber = { (part: Substring) in !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) } }
        guard isNumber(parts[0]), parts.count == 1 || parts[1].isEmpty || isNumber(parts[1]) else { return nil }
        place = end + 1
        return "{\(inside)}"
    }

    // MARK: Groups and flags

    private mutating func group() throws -> String {
        // Nothing is done with what a group holds, so that names are not needed.
        if skip("?P<") || skip("?<") {
            while try take() != ">" {}
            outer.append(flags)
            return "(?:"
        }
        guard skip("?") else {
            outer.append(flags)
            return "(?:"
        }
        let before = flags
        var isOn = true
        while true {
            switch try take() {
            case "-": isOn = false
            case "i": flags.ignoresCase = isOn
            case "m": flags.isByLines = isOn
            case "s": flags.dotMeansAll = isOn
            case "U": break  // Which of several matches is found does not matter.
            case ":":
                outer.append(before)
                return flags.ignoresCase ? "(?iu:" : "(?-iu:"
            case ")": return flags.ignoresCase ? "(?iu)" : "(?-iu)"
            default: throw Unknown()
            }
        }
    }

    // MARK: Escapes

    private static let word = "0-9A-Za-z_"
    private static let space = #"\t\n\x0C\r "#

    private mutating func escaped() throws -> String {
        switch try take() {
        case "A": return #"\A"#
        case "z": return #"\z"#
        case "b": return "(?:(?<=[\(Self.word)])(?![\(Self.word)])|(?<![\(Self.word)])(?=[\(Self.word)]))"
        case "B": return "(?:(?<=[\(Self.word)])(?=[\(Self.word)])|(?<![\(Self.word)])(?![\(Self.word)]))"
        case "Q":
            var text = ""
            while next != nil, !skip(#"\E"#) { text += Self.literal(try take()) }
            return text
        case "E": return ""
        case "C": throw Unknown()
        case let letter:
            if let members = try named(letter) { return "[\(members)]" }
            return Self.literal(try character(letter))
        }
    }

    /// What stands in a class for `\d`, `\pL` and their like; `nil` for what is one character.
    private mutating func named(_ letter: Unicode.Scalar) throws -> String? {
        switch letter {
        case "d": return "0-9"
        case "D": return "[^0-9]"
        case "w": return Self.word
        case "W": return "[^\(Self.word)]"
        case "s": return Self.space
        case "S": return "[^\(Self.space)]"
        case "p", "P":
            var name = ""
            if skip("{") { while next != "}" { name.unicodeScalars.append(try take()) } }
            if name.isEmpty { name = String(try take()) } else { _ = try take() }
            let isNot = (letter == "P") != name.hasPrefix("^")
            if name.hasPrefix("^") { name.removeFirst() }
            if name == "Any" { return isNot ? #"[^\x{0}-\x{10FFFF}]"# : #"\x{0}-\x{10FFFF}"# }
            // Longer names are those of scripts.
            return "\\\(isNot ? "P" : "p"){\(name.count > 2 ? "Is" : "")\(name)}"
        default: return nil
        }
    }

    /// The character that an escape means.
    private mutating func character(_ letter: Unicode.Scalar) throws -> Unicode.Scalar {
        switch letter {
        case "a": return "\u{7}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{B}"
        case "x":
            var digits = ""
            if skip("{") {
                while next != "}" { digits.unicodeScalars.append(try take()) }
                _ = try take()
            } else {
                for _ in 0..<2 { digits.unicodeScalars.append(try take()) }
            }
            guard let scalar = UInt32(digits, radix: 16).flatMap({ Unicode.Scalar($0) }) else { throw Unknown() }
            return scalar
        case "0"..."7":
            var digits = String(letter)
            while digits.utf8.count < 3, let digit = next, ("0"..."7").contains(digit) { digits.unicodeScalars.append(try take()) }
            guard let scalar = UInt32(digits, radix: 8).flatMap({ Unicode.Scalar($0) }) else { throw Unknown() }
            return scalar
        default: return letter
        }
    }

    // MARK: Classes

    private mutating func characterClass() throws -> String {
        let isNot = skip("^")
        var text = "["
        var isFirst = true
        while isFirst || next != "]" {
            isFirst = false
            if skip("[:") {
                text += try posix()
                continue
            }
            let scalar = try take()
            var low = scalar
            if scalar == "\\" {
                let letter = try take()
                if let members = try named(letter) {
                    text += members
                    continue
                }
                low = try character(letter)
            }
            text += Self.literal(low)
            // A hyphen at the end is a character of its own.
            if next == "-", place + 1 < rest.count, rest[place + 1] != "]" {
                place += 1
                var high = try take()
                if high == "\\" { high = try character(try take()) }
                text += "-" + Self.literal(high)
            }
        }
        place += 1
        // Versions of Java differ in what a class within a class means where not is said.
        return isNot ? "(?:(?!\(text)])[\\s\\S])" : text + "]"
    }

    private mutating func posix() throws -> String {
        var name = ""
        while !skip(":]") { name.unicodeScalars.append(try take()) }
        let isNot = name.hasPrefix("^")
        if isNot { name.removeFirst() }
        let members = [
            "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "ascii": #"\x00-\x7F"#, "blank": #"\t "#, "cntrl": #"\x00-\x1F\x7F"#, "digit": "0-9",
            "graph": #"\x21-\x7E"#, "lower": "a-z", "print": #"\x20-\x7E"#, "punct": #"\x21-\x2F\x3A-\x40\x5B-\x60\x7B-\x7E"#,
            "space": #"\t\n\x0B\x0C\r "#, "upper": "A-Z", "word": Self.word, "xdigit": "0-9A-Fa-f",
        ][name]
        guard let members else { throw Unknown() }
        return isNot ? "[^\(members)]" : members
    }

    /// One character that means itself.
    private static func literal(_ scalar: Unicode.Scalar) -> String {
        let isPlain = scalar.value < 128 && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        return isPlain ? String(scalar) : "\\x{\(String(scalar.value, radix: 16))}"
    }
}
