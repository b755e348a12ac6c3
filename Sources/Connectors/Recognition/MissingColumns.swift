import Facts

/// What to say where no column can be the customer, the date or the value.
struct MissingColumns {
    private let search: ColumnSearch
    private var roles: [ColumnRole] = []

    init(_ search: ColumnSearch, hasCustomer: Bool, hasDate: Bool, hasValue: Bool) {
        self.search = search
        if !hasCustomer { roles.append(.customerID) }
        if !hasDate { roles.append(.orderedAt) }
        if !hasValue { roles.append(.value) }
    }

    /// What was looked for, what the header has, which flags name the columns.
    var error: ReadingError {
        if let cell = search.header.columns.first(where: { MissingColumns.isData($0.text) }) {
            return ReadingError(
                .badData, file: search.file, line: 1,
                "The first line is data, not the names of columns: it holds \(QuotedValue.quote(cell.text)).",
                advice: "Put a line with the names first, such as customer_id,order_id,ordered_at,value,currency.", because: .headerIsData,
                values: [cell.text])
        }
        let looked = roles.map { "\(MissingColumns.name($0)) (\(MissingColumns.examples($0)))" }.joined(separator: "; ")
        let flags = roles.map { suggestion($0) }.joined(separator: " ")
        return ReadingError(
            .badData, file: search.file, line: 1,
            "No column was found for \(looked). The header has \(search.header.listing()).", advice: "Name the columns by hand: \(flags)",
            question: .columns, because: .columnsMissing, wanted: roles.compactMap(\.column))
    }

    /// The flag with the column that the name of a known one was perhaps meant to be.
    private func suggestion(_ role: ColumnRole) -> String {
        let flag = role.column?.flag ?? ""
        let known = role == .customerID ? ColumnRole.email.tiers + role.tiers : role.tiers
        var best: (name: String, distance: Int)?
        for column in search.header.columns where column.key.count >= 4 {
            for name in known.joined() where abs(name.count - column.key.count) <= 2 {
                let distance = NearestNames.distance(name, column.key)
                if distance <= 2, distance < best?.distance ?? 3 { best = (column.text, distance) }
            }
        }
        return "\(flag) \(best.map { ColumnSearch.quoteForShell($0.name) } ?? "NAME")"
    }

    private static func name(_ role: ColumnRole) -> String {
        switch role {
        case .customerID: "the customer's e-mail or number"
        default: role.meaning
        }
    }

    private static func examples(_ role: ColumnRole) -> String {
        switch role {
        case .customerID: "email, customer_id, adresse e-mail, id klienta"
        case .orderedAt: "order_date, created_at, date de commande, data zamówienia"
        default: "total, value, montant, kwota, wartość, or quantity and unit price"
        }
    }

    /// An e-mail, or a name of digits and their separators only: no column is called that.
    private static func isData(_ text: String) -> Bool {
        guard text.utf8.count >= 3 else { return false }
        if let at = text.firstIndex(of: "@"), text[at...].contains(".") { return true }
        return text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x3A || $0 == 0x2D || $0 == 0x2E || $0 == 0x2F || $0 == 0x20 }
    }
}
