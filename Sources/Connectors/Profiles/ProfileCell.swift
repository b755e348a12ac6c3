import Facts
import JSON

/// What a cell of a property says, as JSON: a number, true or false, a list or an object, a moment, or text.
enum ProfileCell {
    /// The compact JSON of a cell that is not empty; `nil` for one that is no UTF-8.
    static func appendJSON(_ cell: UnsafeRawBufferPointer, to json: inout [UInt8]) -> Bool {
        if isPlainNumber(cell) {
            json.append(contentsOf: cell)
            return true
        }
        guard TextEncoding.isUTF8(cell) else { return false }
        switch cell[0] {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            if let document = try? JSONDocument(cell) {
                json.append(contentsOf: document.root.compactBytes)
                return true
            }
        case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
            if let truth = truth(cell) {
                json.append(contentsOf: (truth ? "true" : "false").utf8)
                return true
            }
        default: break
        }
        appendText(cell, to: &json)
        return true
    }

    /// The cell as a JSON text.
    static func appendText(_ cell: UnsafeRawBufferPointer, to json: inout [UInt8]) {
        // Most texts need no escape: between quotation marks they are JSON as they stand.
        if cell.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
            json.append(0x22)
            json.append(contentsOf: cell)
            json.append(0x22)
        } else {
            var writer = JSONWriter()
            writer.string(String(decoding: cell, as: UTF8.self))
            json.append(contentsOf: writer.bytes)
        }
    }

    /// A moment as a JSON text.
    static func append(_ moment: Instant, to json: inout [UInt8]) {
        json.append(0x22)
        json.append(contentsOf: moment.description.utf8)
        json.append(0x22)
    }

    /// The texts between commas, some of them in quotation marks, as a JSON list.
    static func appendTags(_ cell: UnsafeRawBufferPointer, to json: inout [UInt8]) {
        if let document = try? JSONDocument([0x5B] + Array(cell) + [0x5D]) {
            json.append(contentsOf: document.root.compactBytes)
            return
        }
        var writer = JSONWriter()
        writer.array { writer in
            for tag in String(decoding: cell, as: UTF8.self).split(separator: ",") {
                let text = tag.drop { $0 == " " || $0 == "\"" }
                let end = text.lastIndex { $0 != " " && $0 != "\"" }
                if let end { writer.string(String(text[...end])) }
            }
        }
        json.append(contentsOf: writer.bytes)
    }

    /// Digits with at most one point and a minus before. With a zero before other digits, or too long to be exact, it is text: a code.
    private static func isPlainNumber(_ cell: UnsafeRawBufferPointer) -> Bool {
        var place = 0
        if cell[0] == UInt8(ascii: "-") { place = 1 }
        guard cell.count > place, cell.count - place <= 15 else { return false }
        let first = place
        var point = -1
        while place < cell.count {
            if cell[place] == UInt8(ascii: ".") {
                guard point < 0, place > first else { return false }
                point = place
            } else if cell[place] &- 48 > 9 {
                return false
            }
            place += 1
        }
        let digitsBefore = (point < 0 ? cell.count : point) - first
        if cell[first] == UInt8(ascii: "0"), digitsBefore > 1 { return false }
        return point != cell.count - 1
    }

    /// Whether a cell says yes or no in one word; `nil` where it says something else.
    private static func truth(_ cell: UnsafeRawBufferPointer) -> Bool? {
        guard cell.count == 4 || cell.count == 5 else { return nil }
        let lower = cell.map { $0 | 0x20 }
        if lower.elementsEqual("true".utf8) { return true }
        return lower.elementsEqual("false".utf8) ? false : nil
    }

    /// What a cell of a list says.
    enum Membership {
        case member, noMember
        /// Something else: a date, perhaps.
        case other
    }

    /// Whether a cell says that somebody is in a list.
    static func membership(_ cell: UnsafeRawBufferPointer) -> Membership {
        guard cell.count <= 5 else { return .other }
        switch String(decoding: cell, as: UTF8.self).lowercased() {
        case "true", "yes", "y", "1", "x", "oui", "tak": return .member
        case "", "false", "no", "n", "0", "non", "nie": return .noMember
        default: return .other
        }
    }

    /// A phone number in international form, `+48601234567`; `nil` for any other.
    static func phone(_ cell: UnsafeRawBufferPointer) -> String? {
        var digits: [UInt8] = []
        var hasPlus = false
        for (place, byte) in cell.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "+") where digits.isEmpty && !hasPlus: hasPlus = true
            // Spreadsheets are kept from calculating with it by an apostrophe.
            case UInt8(ascii: "'") where place == 0: break
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."): break
            default: return nil
            }
        }
        guard hasPlus, (7...15).contains(digits.count), digits[0] != UInt8(ascii: "0") else { return nil }
        return "+" + String(decoding: digits, as: UTF8.self)
    }

    /// What a word of consent means.
    enum Consent {
        case subscribed, unsubscribed, nothing
        case unknown
    }

    /// What a cell of consent says: Klaviyo's words in either spelling.
    static func consent(_ cell: UnsafeRawBufferPointer) -> Consent {
        switch FoldedText.fold(String(decoding: cell.prefix(100), as: UTF8.self)) {
        case "subscribed", "subscribe": .subscribed
        case "unsubscribed", "unsubscribe": .unsubscribed
        case "", "never subscribed", "not subscribed": .nothing
        default: .unknown
        }
    }

    /// What a cell of suppressions says, word by word; `nil` where a word is not known.
    static func suppressions(_ cell: UnsafeRawBufferPointer) -> [SuppressionWord]? {
        let words = String(decoding: cell.prefix(2_000), as: UTF8.self).uppercased()
            .split { !($0.isLetter || $0 == "_") }
        var found: [SuppressionWord] = []
        for word in words {
            guard let known = SuppressionWord(rawValue: String(word)) else { return nil }
            found.append(known)
        }
        return found
    }
}

/// Klaviyo's reasons why an address must not be written to.
enum SuppressionWord: String {
    case userSuppressed = "USER_SUPPRESSED"
    case hardBounce = "HARD_BOUNCE"
    case invalidEmail = "INVALID_EMAIL"
    case spamComplaint = "SPAM_COMPLAINT"
    case unsubscribe = "UNSUBSCRIBE"
    case unsubscribed = "UNSUBSCRIBED"
}
