import CustomerValue
import Facts

/// Later value as CSV: a row for each group, and for what they are compared with.
struct LaterValueRows {
    let values: LaterValues
    let isRaw: Bool

    static let header =
        "by,kind,name,customers,returned_customers,returned_share,returned_share_low,returned_share_high,later_value,"
        + "later_value_per_customer,later_value_per_customer_low,later_value_per_customer_high,is_small"

    func write(_ dimensions: [LaterValues.Dimension], to buffer: ByteBuffer) {
        buffer.append(Self.header)
        buffer.append(10)
        for dimension in dimensions {
            guard let later = values[dimension] else { continue }
            for named in later.groups { row(dimension, "named", named.name, named.group, buffer) }
            row(dimension, "other", "", later.other, buffer)
            row(dimension, "without", "", later.without, buffer)
            row(dimension, "all", "", later.all, buffer)
        }
    }

    private func row(
        _ dimension: LaterValues.Dimension, _ kind: String, _ name: String, _ group: LaterValue.Group, _ buffer: ByteBuffer
    ) {
        buffer.append("\(dimension.rawValue),\(kind),")
        var name = name
        name.withUTF8 { buffer.append(csvText: UnsafeRawBufferPointer($0), isRaw: isRaw) }
        buffer.append(",\(group.customers),\(group.returnedCustomers)")
        let share = group.returnedShareRange
        for number in [group.returnedShare, share?.lowerBound, share?.upperBound] { append(number, buffer) }
        buffer.append(44)
        buffer.append(scaled: group.laterMinorUnits, decimals: values.currency.decimals)
        let range = group.laterMinorUnitsRange
        let perMajor = Double(values.currency.minorUnitsPerMajor)
        for amount in [group.laterMinorUnitsPerCustomer, range?.lowerBound, range?.upperBound] {
            append(amount.map { $0 / perMajor }, buffer)
        }
        buffer.append(",\(group.isSmall)\n")
    }

    private func append(_ number: Double?, _ buffer: ByteBuffer) {
        buffer.append(44)
        if let number { buffer.append(sixDecimals: number) }
    }
}
