public import ArgumentParser
public import CustomerValue
import Facts
import JSON
import Shop
import Wording

extension LaterValues.Dimension: ExpressibleByArgument {}

/// The flags of `perennial later-value` beyond those that say how files are read.
struct LaterValueFlags: ParsableArguments {
    @Option(help: "What first orders have in common: product, discount_code, month or channel; by default each of them.")
    var by: LaterValues.Dimension?

    @Option(help: ArgumentHelp("The last day that counts; by default the day of the last order.", valueName: "YYYY-MM-DD"))
    var asOf: ShopDay?

    @Option(help: "table, csv or json.")
    var format = OutputFormat.table

    @Option(help: "The language of the table: en, fr or pl.")
    var language = Language.en

    @Flag(help: "Write names in CSV as they are, without the apostrophe that keeps spreadsheets from running them as formulas.")
    var raw = false

    /// What is told, in this order.
    var dimensions: [LaterValues.Dimension] { by.map { [$0] } ?? LaterValues.Dimension.allCases }

    /// Writes the figures to standard output.
    func write(_ values: LaterValues) throws {
        switch format {
        case .table: print(LaterValueText(values, words: Words(language)).text(of: dimensions))
        case .json:
            var json = JSONWriter()
            json.object { json in
                for part in LaterValues.Part.allCases {
                    json.key(part.rawValue)
                    values.write(part, of: dimensions, to: &json)
                }
            }
            print(json.text)
        case .csv:
            let buffer = ByteBuffer(capacity: 1 << 14)
            LaterValueRows(values: values, isRaw: raw).write(dimensions, to: buffer)
            try OutputFile.writing(Progress()) { try OutputFile().write(buffer) }
        }
    }
}
