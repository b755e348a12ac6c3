/// Finds the columns of a header: named by hand first, then as the known export says, then by general names.
struct ColumnSearch {
    let header: Header
    let file: String
    let export: KnownExport
    /// Columns named by flags.
    let byHand: [OrderColumn: Int]

    init(header: Header, file: String, export: KnownExport, options: ReadingOptions) throws(ReadingError) {
        self.header = header
        self.file = file
        self.export = export
        byHand = try ColumnSearch.columnsByHand(header, file: file, options: options)
    }

    // MARK: - By hand

    /// The places of the columns that flags name.
    static func columnsByHand(_ header: Header, file: String, options: ReadingOptions) throws(ReadingError) -> [OrderColumn: Int] {
        var found: [OrderColumn: Int] = [:]
        // In the order of the flags, so that the same mistakes always give the same message.
        for column in OrderColumn.allCases {
            guard let name = options.columns[column] else { continue }
            found[column] = try index(of: name, for: column, header, file: file)
        }
        return found
    }

    /// A column by its exact name, by its folded name, or by its number from 1 as `#3`.
    private static func index(of name: String, for column: OrderColumn, _ header: Header, file: String) throws(ReadingError) -> Int {
        var matches = header.columns.filter { $0.text == name }.map(\.index)
        if matches.isEmpty { matches = header.columns.filter { $0.key == FoldedText.fold(name) && !$0.key.isEmpty }.map(\.index) }
        if matches.count == 1 { return matches[0] }
        if matches.count > 1 {
            throw ReadingError(
                .needsAnswer, file: file, line: 1,
                "\(matches.count) columns are called \(QuotedValue.quote(name)): \(places(matches)).",
                advice: "Name the column by its number: \(column.flag) '#\(matches[0] + 1)'.", question: .columns, because: .columnsAlike,
                values: [name], wanted: [column])
        }
        if name.hasPrefix("#"), let number = Int(name.dropFirst()), number >= 1, number <= header.columns.count { return number - 1 }
        let nearest = NearestColumns.of(name, among: header.columns.map(\.text).filter { !$0.isEmpty })
        let suggestion =
            nearest.isEmpty
            ? "The header has \(header.listing())."
            : "Did you mean \(nearest.map { "\(column.flag) \(quoteForShell($0))" }.joined(separator: " or "))?"
        throw ReadingError(
            .badData, file: file, line: 1, "There is no column \(QuotedValue.quote(name)), which \(column.flag) names.", advice: suggestion,
            question: .columns, because: .columnMissing, values: [name], wanted: [column])
    }

    // MARK: - By name

    /// The column of a role; `nil` where there is none or where several are equally good and the role can be done without.
    func optional(_ role: ColumnRole) -> Int? {
        let found = candidates(role)
        return found.count == 1 ? found[0] : nil
    }

    /// The column of a role; `nil` where there is none, a question where several are equally good.
    func unambiguous(_ role: ColumnRole) throws(ReadingError) -> Int? {
        let found = candidates(role)
        guard found.count > 1 else { return found.first }
        let flag = role.column?.flag ?? ""
        let names = found.map { QuotedValue.quote(header.columns[$0].text) }
        let isSameName = Set(names).count == 1
        let answers = found.map { isSameName ? "\(flag) '#\($0 + 1)'" : "\(flag) \(ColumnSearch.quoteForShell(header.columns[$0].text))" }
        throw ReadingError(
            .needsAnswer, file: file, line: 1,
            isSameName
                ? "\(found.count) columns are called \(names[0]) (\(ColumnSearch.places(found))); which of them holds \(role.meaning)?"
                : "\(names.joined(separator: " and ")) may each hold \(role.meaning).",
            advice: "Say which: \(answers.joined(separator: " or ")).", question: .columns, because: .columnsAlike,
            values: [Array(Set(found.map { header.columns[$0].text })).sorted().joined(separator: ", ")],
            wanted: role.column.map { [$0] } ?? [])
    }

    /// The equally good columns of a role, in the order of the file.
    private func candidates(_ role: ColumnRole) -> [Int] {
        if let column = role.column, let index = byHand[column] { return [index] }
        if export.withheld.contains(role) { return [] }
        for name in export.names[role] ?? [] {
            let found = free(header.columns(named: name))
            if !found.isEmpty { return found }
        }
        if export.isClosed { return [] }
        for tier in role.tiers {
            let found = free(tier.flatMap { header.columns(named: $0) })
            if !found.isEmpty { return Array(Set(found)).sorted() }
        }
        return []
    }

    /// Without the columns that flags give to another role.
    private func free(_ indices: [Int]) -> [Int] {
        if byHand.isEmpty { return indices }
        // A label may well be what another role reads as well: naming it by hand takes nothing away.
        return indices.filter { index in !byHand.contains { $0.value == index && $0.key != .product && $0.key != .discount } }
    }

    /// The columns that may hold a role, the most specific name first; never a question.
    func preferred(_ role: ColumnRole) -> [Int] {
        if let column = role.column, let index = byHand[column] { return [index] }
        if export.withheld.contains(role) { return [] }
        let names = (export.names[role] ?? []) + (export.isClosed ? [] : Array(role.tiers.joined()))
        var found: [Int] = []
        for name in names {
            for index in free(header.columns(named: name)) where !found.contains(index) { found.append(index) }
        }
        return found
    }

    // MARK: - Words

    static func places(_ indices: [Int]) -> String {
        "columns " + indices.map { String($0 + 1) }.joined(separator: " and ")
    }

    /// The name as an argument of a command.
    static func quoteForShell(_ name: String) -> String {
        let isPlain = !name.isEmpty && name.utf8.allSatisfy { $0 == 0x5F || $0 == 0x2D || $0 == 0x2E || isASCIIAlphanumeric($0) }
        return isPlain ? name : "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    private static func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
}

extension ColumnRole {
    /// What the role holds, for a sentence.
    var meaning: String {
        switch self {
        case .email: "the customer's e-mail"
        case .customerID: "the customer's number"
        case .orderID: "the order's number"
        case .orderedAt: "the date of the order"
        case .value: "what was paid"
        case .valueWithoutTax: "the total without tax"
        case .lineTotal: "the total of the line"
        case .quantity: "the quantity"
        case .unitPrice: "the price of one"
        case .currency: "the currency"
        case .status: "the order's status"
        case .cancelledAt: "the time of cancellation"
        case .test: "the mark of a test order"
        case .paymentMethod: "the way of payment"
        case .refunded: "what was given back"
        case .shipping: "the cost of shipping"
        case .shippingWithoutTax: "the cost of shipping without tax"
        case .tax: "the tax"
        case .source: "the source of the order"
        case .tags: "the tags"
        case .product: "the product"
        case .discount: "the discount code"
        case .refundID: "the refund's number"
        case .refundedAt: "the date of the refund"
        case .refundValue: "what was given back"
        }
    }
}
