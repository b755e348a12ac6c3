import Connectors
import CustomerValue
import Facts
import Foundation
import Reports
import Wording

/// Writes the results in one of the three forms, in blocks: nothing is held in memory whole.
struct ResultWriter {
    let analysis: Analysis
    let intake: IntakeReport
    let isRaw: Bool
    /// The words of reasons in JSON.
    let words: Words

    private static let blockSize = 1 << 20

    func write(_ format: OutputFormat, to file: OutputFile) throws {
        switch format {
        case .csv: try writeCSV(to: file)
        case .json: try writeJSON(to: file)
        case .table:
            let buffer = ByteBuffer(capacity: 1 << 14)
            buffer.append(CustomerTable(analysis: analysis).text)
            try file.write(buffer)
        }
    }

    private func writeCSV(to file: OutputFile) throws(OutputFile.Failure) {
        let buffer = ByteBuffer(capacity: Self.blockSize + 4_096)
        buffer.append(CustomerColumn.allCases.map(\.rawValue).joined(separator: ","))
        buffer.append(10)
        let row = CustomerRow(analysis: analysis, isRaw: isRaw)
        for customer in 0..<analysis.summaries.count where analysis.summaries.isListed(customer) {
            row.appendCSV(customer, to: buffer)
            if buffer.count >= Self.blockSize { try file.write(buffer) }
        }
        try file.write(buffer)
    }

    private func writeJSON(to file: OutputFile) throws {
        let buffer = ByteBuffer(capacity: Self.blockSize + 4_096)
        let head = try AnalysisDocument(analysis: analysis, intake: intake).json()
        // The head is an object; customers are put before its closing brace.
        buffer.append(String(head.dropLast()))
        buffer.append(",\"customers\":[")
        let row = CustomerRow(analysis: analysis, isRaw: isRaw)
        let reasons = Reasons(analysis)
        var texts = ReasonTexts(words)
        var isFirst = true
        for customer in 0..<analysis.summaries.count where analysis.summaries.isListed(customer) {
            buffer.append(isFirst ? "\n" : ",\n")
            isFirst = false
            row.appendJSON(customer, reason: reasons[customer].map { texts.text($0) }, to: buffer)
            if buffer.count >= Self.blockSize { try file.write(buffer) }
        }
        buffer.append("\n]}\n")
        try file.write(buffer)
    }
}
