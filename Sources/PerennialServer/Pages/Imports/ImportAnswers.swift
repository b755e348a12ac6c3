import Connectors
import Facts
import Shop

/// What somebody said of a file, as it was sent.
enum ImportAnswers {
    /// What was written for a currency and is none.
    static func unknownCurrency(_ fields: QueryString) -> String? {
        guard let text = fields[FileToImportModel.currencyField]?.filter({ !$0.isWhitespace }), !text.isEmpty else { return nil }
        return Currency(code: text)?.isISO4217 == true ? nil : text
    }

    /// A file with what was said; what is not understood counts as not said.
    static func applied(_ fields: QueryString, to file: FileToImport) -> FileToImport {
        func text(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
        var answered = FileToImport(
            name: file.name, kind: text(ImportsModel.kindField).flatMap { FilePreview.Kind(rawValue: $0) } ?? file.kind)
        answered.dateOrder = text(FileToImportModel.dateField).flatMap { DateOrder(rawValue: $0) }
        answered.decimalMark = text(FileToImportModel.decimalField).flatMap { DecimalMark(rawValue: $0) }
        answered.encoding = text(FileToImportModel.encodingField).flatMap { FileToImportModel.encodings.contains($0) ? $0 : nil }
        answered.currency = text(FileToImportModel.currencyField).flatMap { Currency(code: $0) }.flatMap { $0.isISO4217 ? $0.code : nil }
        answered.valueBasis = text(FileToImportModel.valueField).flatMap { ValueBasis(rawValue: $0) } ?? .gross
        answered.consent = text(FileToImportModel.consentField).flatMap { FileConsent(rawValue: $0) }
        for column in OrderColumn.allCases {
            guard let name = text(FileToImportModel.columnField(column)), name.first == "#", let number = Int(name.dropFirst()),
                (1...2_000).contains(number)
            else { continue }
            answered.columns[column] = "#\(number)"
        }
        // Statuses that were said before stay: only those that are unknown are asked.
        answered.statuses = answered.kind == file.kind ? file.statuses : [:]
        for place in 0..<FileToImportModel.mostStatuses {
            guard let name = text(FileToImportModel.statusNameField(place)), name.utf8.count <= 800,
                let meaning = text(FileToImportModel.statusField(place)).flatMap({ OrderStatus(rawValue: $0) })
            else { continue }
            answered.statuses[name.lowercased()] = meaning
        }
        return answered
    }
}
