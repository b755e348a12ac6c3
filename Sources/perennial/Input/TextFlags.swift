public import ArgumentParser
public import Connectors
import Facts

/// The flags that say how the text of files is to be understood where they do not say it themselves.
struct TextFlags: ParsableArguments {
    @Option(help: "The order of day and month in dates such as 03/04/2024.")
    var dateFormat: DateOrder?

    @Option(help: "What 1,234 means: point (a thousand) or comma (one and a bit).")
    var decimal: DecimalMark?

    @Option(help: ArgumentHelp("The files' encoding, such as windows-1250; by default it is found out.", valueName: "name"))
    var encoding: String?

    @Option(
        help: ArgumentHelp("The character between columns: comma, semicolon, tab or |; by default it is found out.", valueName: "character")
    )
    var separator: String?

    /// Adds what the flags say to what a reader is told.
    func add(to options: inout ReadingOptions) throws {
        options.dateOrder = dateFormat
        options.decimalMark = decimal
        options.encoding = encoding
        options.separator = try separatorByte()
    }

    /// The zone that a flag names.
    static func zone(_ name: String) throws -> ShopTimeZone {
        guard let zone = ShopTimeZone(identifier: name) else {
            throw ValidationError("--time-zone: no zone is called '\(name)'. Give an IANA name such as Europe/Warsaw or UTC.")
        }
        return zone
    }

    /// The currency that a flag names.
    static func currency(_ code: String) throws -> Currency {
        guard let currency = Currency(code: code) else {
            throw ValidationError("--currency: '\(code)' is no ISO 4217 code. Give three letters such as EUR.")
        }
        return currency
    }

    /// Characters that can stand between columns: none that a value or a line is made of.
    private static let separators = Set(",;\t|:^~!#".utf8)

    private func separatorByte() throws -> UInt8? {
        guard let separator else { return nil }
        let names = ["comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|"]
        let character = names[separator.lowercased()] ?? separator
        guard character.utf8.count == 1, let byte = character.utf8.first, Self.separators.contains(byte) else {
            throw ValidationError("--separator is one character, or comma, semicolon, tab or pipe; not '\(separator)'.")
        }
        return byte
    }
}

extension DateOrder: ExpressibleByArgument {}
extension DecimalMark: ExpressibleByArgument {}
