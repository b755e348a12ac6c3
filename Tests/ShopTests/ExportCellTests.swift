import Facts
import SeededDice
import Testing

@testable import Shop

@Suite("Cells of exports")
struct ExportCellTests {
    private static let pieces = [
        "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\r\n", "a", "1", " ", "\"", ",", ";", "'", "é", "＜", "🦊", "\u{FEFF}",
    ]

    /// The cells of one row, as RFC 4180 reads them.
    private func read(_ bytes: [UInt8], separator: UInt8) -> [String] {
        var cells: [[UInt8]] = [[]]
        var (isQuoted, place) = (false, 0)
        while place < bytes.count {
            let byte = bytes[place]
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    cells[cells.count - 1].append(byte)
                } else if place + 1 < bytes.count, bytes[place + 1] == byte {
                    cells[cells.count - 1].append(byte)
                    place += 1
                } else {
                    isQuoted = false
                }
            } else if byte == UInt8(ascii: "\""), cells[cells.count - 1].isEmpty {
                isQuoted = true
            } else if byte == separator {
                cells.append([])
            } else {
                cells[cells.count - 1].append(byte)
            }
            place += 1
        }
        return cells.map { String(decoding: $0, as: UTF8.self) }
    }

    /// What a spreadsheet would run: a sign, also of full width, at the front, whatever white space it passes over.
    private func isRun(_ text: String) -> Bool {
        let first = text.unicodeScalars.first { !["\t", "\r", "\n"].contains($0) }
        return first.map { ["=", "+", "-", "@", "＝", "＋", "－", "＠"].contains($0) } ?? false
    }

    @Test("Whatever is in a text: no cell is run, nothing else changes, raw ones stay as they are", arguments: 1...8 as ClosedRange<UInt64>)
    func texts(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<400 {
            let texts = dice.many(1...4) { dice in dice.many(0...5) { $0.pick(Self.pieces) }.joined() }
            for preset in [ExportStyle.Preset.plain, .excelFrench] {
                for isRaw in [true, false] {
                    let style = ExportStyle(preset, isRaw: isRaw)
                    var writer = CellWriter(style)
                    for text in texts { writer.text(text.utf8) }
                    writer.endRow()
                    let cells = read(Array(writer.bytes.dropLast(2)), separator: style.separator)
                    #expect(cells.count == texts.count)
                    for (cell, text) in zip(cells, texts) {
                        if isRaw {
                            #expect(cell == text)
                        } else {
                            #expect(!isRun(cell), "\(cell.debugDescription)")
                            #expect(cell == text || cell == "'" + text)
                            // What is harmless stays: an apostrophe is no part of a name.
                            let isBlankFirst = text.unicodeScalars.first.map { ["\t", "\r", "\n"].contains($0) } ?? false
                            if !isBlankFirst, !isRun(text) { #expect(cell == text) }
                        }
                    }
                }
            }
        }
    }

    @Test("For Excel a moment is the shop's day and time, in summer and in winter; for all others it is that of UTC")
    func moments() throws {
        let warsaw = try #require(ShopTimeZone(identifier: "Europe/Warsaw"))
        let (winter, summer) = (Instant(secondsSince1970: 1_735_687_800), Instant(secondsSince1970: 1_751_320_799))
        for preset in ExportStyle.Preset.allCases {
            let style = ExportStyle(preset)
            var writer = CellWriter(style, timeZone: warsaw)
            writer.instant(winter)
            writer.instant(summer)
            let isExcel = [.excelEnglish, .excelFrench, .excelPolish].contains(preset)
            let expected = isExcel ? ["2025-01-01 00:30:00", "2025-06-30 23:59:59"] : ["2024-12-31T23:30:00Z", "2025-06-30T21:59:59Z"]
            #expect(read(writer.bytes, separator: style.separator) == expected)
        }
    }
}
