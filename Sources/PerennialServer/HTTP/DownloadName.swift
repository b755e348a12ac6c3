import Foundation
import Markup

/// The name that a file is kept by where it is downloaded, made from a text that may hold anything (RFC 6266).
struct DownloadName: Equatable {
    /// The name: one that every system takes as a file's.
    let text: String

    /// Characters that some systems refuse in names of files, or read as a path.
    private static let refused = Set<Character>(#"/\:*?"<>|%"#)

    /// - Parameters:
    ///   - words: what the file is to be called; may hold anything.
    ///   - ending: such as `.csv`.
    init(_ words: String, ending: String) {
        let safe = OutsideText(words).shown.map { character -> Character in
            let isControl = character.unicodeScalars.contains { $0.value < 0x20 }
            return isControl || character == "\u{FFFD}" || Self.refused.contains(character) ? "-" : character
        }
        // A name that begins or ends with a dot or a space is hidden, or cut, by some systems.
        let stem = String(safe).trimmingCharacters(in: CharacterSet(charactersIn: " ."))
        text = (stem.isEmpty ? "export" : stem) + ending
    }

    /// The value of `Content-Disposition`: for old readers in ASCII, for all others as it is.
    var disposition: String {
        let plain = text.unicodeScalars.map { $0.isASCII ? Character($0) : "_" }
        return "attachment; filename=\"\(String(plain))\"; filename*=UTF-8''\(Self.encoded(text))"
    }

    /// Percent-encoded, all but what RFC 5987 takes as it is.
    private static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            let character = Character(Unicode.Scalar(byte))
            if character.isASCII, character.isLetter || character.isNumber || "-._~".contains(character) {
                bytes.append(byte)
            } else {
                bytes += Array("%".utf8) + Array((byte < 16 ? "0" : "").utf8) + Array(String(byte, radix: 16, uppercase: true).utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
