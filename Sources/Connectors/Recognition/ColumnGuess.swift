import Facts

/// What the columns of a file may hold, judging by what stands in them: for files whose names of columns nobody knows. A guess is only
/// offered; whoever brings the file says whether it is right.
struct ColumnGuess {
    /// The column of each meaning that was found.
    private(set) var columns: [OrderColumn: Int] = [:]

    /// Whether the rows look like orders: each has a day and an amount.
    var looksLikeOrders: Bool { columns[.orderedAt] != nil && columns[.value] != nil }
    /// Whether somebody is named.
    var namesPeople: Bool { columns[.email] != nil || columns[.customer] != nil }

    /// Of those cells that hold anything, how many must be of a kind for the column to count as that: four of five.
    private static let share = 0.8
    /// Rows that are looked at.
    static let mostRows = 200

    /// Guesses from a header and the first rows.
    init(header: Header, rows: [[String]]) {
        guard !rows.isEmpty else { return }
        let kinds = header.columns.map { column in
            Contents(rows.compactMap { row in column.index < row.count ? row[column.index] : nil })
        }
        func best(_ column: OrderColumn, _ isOne: (Contents) -> Double) {
            let taken = Set(columns.values)
            let found = kinds.indices.filter { !taken.contains($0) && kinds[$0].filled > 0 && isOne(kinds[$0]) >= Self.share }
            // Of several, the one whose name speaks for it, else the first.
            if let place = found.first(where: { Self.names(column, header.columns[$0].key) }) ?? found.first { columns[column] = place }
        }
        best(.email) { $0.emails }
        best(.orderedAt) { $0.dates }
        best(.currency) { $0.currencies }
        best(.value) { $0.decimals }
        let numbers = kinds.indices.filter { !columns.values.contains($0) && kinds[$0].ids >= Self.share }
        // Every order has a number of its own; customers come again.
        if let order = numbers.first(where: { Self.names(.orderID, header.columns[$0].key) })
            ?? numbers.first(where: { kinds[$0].isDistinct })
        {
            columns[.orderID] = order
        }
        if columns[.value] == nil { best(.value) { $0.amounts } }
        let left = numbers.filter { !columns.values.contains($0) }
        if let customer = left.first(where: { Self.names(.customer, header.columns[$0].key) })
            ?? (columns[.email] == nil ? left.first : nil)
        {
            columns[.customer] = customer
        }
    }

    /// Whether a name holds a word that is said of such columns, in the languages of many shops.
    private static func names(_ column: OrderColumn, _ key: String) -> Bool { words[column]?.contains { key.contains($0) } ?? false }

    private static let words: [OrderColumn: [String]] = [
        .orderedAt: ["dat", "fecha", "dag", "tag", "time", "jour", "dzien", "zeit"],
        .value: [
            "total", "sum", "amount", "betrag", "umsatz", "preis", "brutto", "montant", "prix", "kwot", "wartos", "razem", "importe",
            "importo",
            "totale", "precio", "prezzo", "bedrag", "totaal", "prijs", "gesamt", "valor", "valore", "waarde",
        ],
        .orderID: [
            "order", "bestell", "auftrag", "rechnung", "commande", "zamow", "pedido", "ordine", "bestelling", "bestel", "factur", "fattura",
            "invoice", "beleg", "transa",
        ],
        .customer: [
            "kund", "custom", "client", "klient", "cliente", "klant", "user", "buyer", "acheteur", "kaufer", "comprador", "member",
        ],
    ]

    /// What stands in one column.
    private struct Contents {
        private(set) var filled = 0
        private var counts = (emails: 0, dates: 0, currencies: 0, amounts: 0, decimals: 0, ids: 0)
        private(set) var isDistinct = false

        init(_ cells: [String]) {
            var dates = DateParser(order: nil)
            var seen: Set<String> = []
            for cell in cells where !cell.isEmpty {
                filled += 1
                seen.insert(cell)
                if Self.isEmail(cell) { counts.emails += 1 }
                if Self.isDate(cell, &dates) { counts.dates += 1 }
                if let currency = Currency(code: cell), currency.isISO4217 { counts.currencies += 1 }
                if Self.isAmount(cell) {
                    counts.amounts += 1
                    if cell.contains(where: { $0 == "." || $0 == "," }) { counts.decimals += 1 }
                }
                if Self.isID(cell) { counts.ids += 1 }
            }
            isDistinct = seen.count == filled && filled > 1
        }

        private func share(_ count: Int) -> Double { filled == 0 ? 0 : Double(count) / Double(filled) }
        var emails: Double { share(counts.emails) }
        var dates: Double { share(counts.dates) }
        var currencies: Double { share(counts.currencies) }
        var amounts: Double { share(counts.amounts) }
        /// A whole column of amounts may hold some round ones: one in five with decimals is enough.
        var decimals: Double { share(counts.decimals) >= 0.2 ? amounts : 0 }
        var ids: Double { share(counts.ids) }

        private static func isEmail(_ cell: String) -> Bool {
            guard let at = cell.firstIndex(of: "@"), at != cell.startIndex else { return false }
            return cell[at...].contains(".") && !cell.contains(" ")
        }

        private static func isDate(_ cell: String, _ dates: inout DateParser) -> Bool {
            // A bare number may be read as seconds since 1970; as the content of a column it is a number.
            guard cell.contains(where: { !$0.isNumber }) else { return false }
            var cell = cell
            return cell.withUTF8 { bytes in
                switch dates.parse(UnsafeRawBufferPointer(bytes)) {
                case .moment, .ambiguous: true
                case .rejected, .empty: false
                }
            }
        }

        private static func isAmount(_ cell: String) -> Bool {
            guard cell.contains(where: \.isNumber) else { return false }
            var parser = AmountParser(mark: nil)
            var cell = cell
            return cell.withUTF8 { bytes in
                switch parser.parse(UnsafeRawBufferPointer(bytes), decimals: 2, limit: OrderRecord.largestMinorUnits) {
                case .amount, .ambiguous: true
                case .rejected, .empty: false
                }
            }
        }

        /// A number or a code: no spaces, and a digit in it.
        private static func isID(_ cell: String) -> Bool {
            cell.utf8.count <= 64 && cell.contains(where: \.isNumber) && !cell.contains(where: \.isWhitespace) && !cell.contains("@")
        }
    }
}
