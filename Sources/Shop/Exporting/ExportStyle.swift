/// How an export is written: for which program.
public struct ExportStyle: Sendable, Equatable {
    /// Programs that read it.
    public enum Preset: String, CaseIterable, Sendable {
        /// RFC 4180: comma, point, UTF-8.
        case plain
        /// Excel as it is set up where English is spoken: comma, point, a byte order mark.
        case excelEnglish = "excel-en"
        /// Excel as it is set up in France and in Poland: semicolon, decimal comma, a byte order mark.
        case excelFrench = "excel-fr"
        case excelPolish = "excel-pl"
        case klaviyo, mailchimp, brevo
    }

    /// What stands between cells.
    public var separator: UInt8
    /// What stands before the decimals of a number.
    public var decimalMark: UInt8
    /// Whether the file begins with a byte order mark, by which Excel knows UTF-8.
    public var hasByteOrderMark: Bool
    /// Whether moments are the shop's day and time, `2024-12-31 23:59:59`, which Excel takes as dates in all its languages: otherwise they are
    /// those of UTC, as ISO 8601 writes them, which it keeps as text.
    public var hasLocalMoments: Bool
    /// Whether texts stay as they are: otherwise one that a spreadsheet would run as a formula gets an apostrophe.
    public var isRaw: Bool
    /// What stands at the head of each column.
    public var heads: @Sendable (ExportColumn) -> String
    /// The columns where none are chosen.
    public var columns: [ExportColumn]

    /// The style of a preset.
    public init(_ preset: Preset, isRaw: Bool = false) {
        self.isRaw = isRaw
        separator = UInt8(ascii: ",")
        decimalMark = UInt8(ascii: ".")
        hasByteOrderMark = false
        hasLocalMoments = false
        heads = { $0.name }
        columns = ExportColumn.Standard.allCases.filter(\.isUsual).map { .standard($0) }
        switch preset {
        case .plain: break
        case .excelEnglish:
            hasByteOrderMark = true
            hasLocalMoments = true
        case .excelFrench, .excelPolish:
            separator = UInt8(ascii: ";")
            decimalMark = UInt8(ascii: ",")
            hasByteOrderMark = true
            hasLocalMoments = true
        case .klaviyo:
            hasByteOrderMark = true
            heads = { $0.klaviyoLabel }
        case .mailchimp:
            heads = { Self.mailchimp[$0] ?? $0.klaviyoLabel }
            columns = Self.address + Self.values
        case .brevo:
            separator = UInt8(ascii: ";")
            heads = { Self.brevo[$0] ?? $0.name.uppercased() }
            columns = Self.address + Self.values
        }
    }

    private static let address: [ExportColumn] = [
        .standard(.email), .standard(.firstName), .standard(.lastName), .standard(.phoneNumber), .standard(.country),
    ]
    private static let values: [ExportColumn] = [
        .standard(.historicCLV), .standard(.predictedCLV), .standard(.totalCLV), .standard(.churnProbability), .standard(.rfmGroup),
        .standard(.clvCategory), .standard(.purchaseLikelihood), .standard(.expectedDateOfNextOrder),
    ]
    private static let mailchimp: [ExportColumn: String] = [.standard(.email): "Email Address", .standard(.externalID): "External ID"]
    private static let brevo: [ExportColumn: String] = [
        .standard(.email): "EMAIL", .standard(.firstName): "FIRSTNAME", .standard(.lastName): "LASTNAME", .standard(.phoneNumber): "SMS",
        .standard(.externalID): "EXT_ID",
    ]

    /// Alike where they write alike.
    public static func == (a: ExportStyle, b: ExportStyle) -> Bool {
        a.separator == b.separator && a.decimalMark == b.decimalMark && a.hasByteOrderMark == b.hasByteOrderMark
            && a.hasLocalMoments == b.hasLocalMoments && a.isRaw == b.isRaw
            && a.columns == b.columns && a.columns.map(a.heads) == b.columns.map(b.heads)
    }
}
