import CustomerValue
import Facts

/// Every change of every customer's group as CSV, in blocks: nothing is held in memory whole.
struct RFMHistoryFile {
    let history: RFMHistory
    let isRaw: Bool

    static let header = "customer_id,day,rfm_group,previous_rfm_group,cause,rfm_recency,rfm_frequency,rfm_monetary"

    private static let blockSize = 1 << 20

    func write(to file: OutputFile) throws(OutputFile.Failure) {
        let buffer = ByteBuffer(capacity: Self.blockSize + 4_096)
        buffer.append(Self.header)
        buffer.append(10)
        for customer in 0..<history.count {
            var previous: RFMGroup?
            for change in history.changes(of: customer) {
                append(change, of: UInt32(customer), previous: previous, to: buffer)
                previous = change.group ?? previous
            }
            if buffer.count >= Self.blockSize { try file.write(buffer) }
        }
        try file.write(buffer)
    }

    private func append(_ change: RFMHistory.Change, of customer: UInt32, previous: RFMGroup?, to buffer: ByteBuffer) {
        history.customers.withBytes(of: customer) { buffer.append(csvText: $0, isRaw: isRaw) }
        buffer.append(44)
        buffer.append(day: change.day)
        buffer.append(44)
        if let group = change.group { buffer.append(group.rawValue) }
        buffer.append(44)
        if let previous { buffer.append(previous.rawValue) }
        buffer.append(44)
        buffer.append(change.cause.name)
        for score in [change.recency, change.frequency, change.monetary] {
            buffer.append(44)
            // A group has scores; no group has none.
            if change.group != nil { buffer.append(48 + score) }
        }
        buffer.append(10)
    }
}
