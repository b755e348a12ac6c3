public import Connectors
import Facts
public import JSON

/// A file that somebody wants taken in: what it is called, what it holds, and what was said about it.
public struct FileToImport: Sendable, Equatable {
    /// What it is called. It names nothing on the disk.
    public var name: String
    /// What it holds.
    public var kind: FilePreview.Kind
    /// Whether day or month comes first, where that was said.
    public var dateOrder: DateOrder?
    /// The mark before the decimals, where that was said.
    public var decimalMark: DecimalMark?
    /// The character set, where that was said.
    public var encoding: String?
    /// The currency of rows without one, where that was said.
    public var currency: String?
    /// Which part of an order counts.
    public var valueBasis = ValueBasis.gross
    /// Columns that were named, each by its number from 1: `#3`.
    public var columns: [OrderColumn: String] = [:]
    /// What statuses mean.
    public var statuses: [String: OrderStatus] = [:]
    /// Whether the people of the file agreed to get mail, where that was said.
    public var consent: FileConsent?

    /// A file of which nothing was said yet.
    public init(name: String, kind: FilePreview.Kind) {
        self.name = name
        self.kind = kind
    }

    /// What a reader is told of it.
    public func options(_ settings: ShopSettings) -> ReadingOptions {
        var options = ReadingOptions()
        options.timeZone = settings.timeZone
        options.currency = currency.flatMap { Currency(code: $0) } ?? settings.currency
        options.dateOrder = dateOrder
        options.decimalMark = decimalMark
        options.encoding = encoding
        options.valueBasis = valueBasis
        options.columns = columns
        options.statuses = statuses
        options.keepsOrderIDs = kind == .orders
        options.fileName = name
        return options
    }

    /// What was written down by ``write(to:)``; `nil` for anything else.
    public init?(_ json: JSONValue) {
        guard let name = json["name"]?.string, let kind = json["kind"]?.string.flatMap({ FilePreview.Kind(rawValue: $0) }) else {
            return nil
        }
        self.init(name: name, kind: kind)
        dateOrder = json["date_order"]?.string.flatMap { DateOrder(rawValue: $0) }
        decimalMark = json["decimal_mark"]?.string.flatMap { DecimalMark(rawValue: $0) }
        encoding = json["encoding"]?.string
        currency = json["currency"]?.string
        valueBasis = json["value"]?.string.flatMap { ValueBasis(rawValue: $0) } ?? .gross
        consent = json["consent"]?.string.flatMap { FileConsent(rawValue: $0) }
        if let named = json["columns"] {
            for (name, value) in named.members {
                if let column = OrderColumn(rawValue: name), let text = value.string { columns[column] = text }
            }
        }
        if let said = json["statuses"] {
            for (name, value) in said.members {
                if let status = value.string.flatMap({ OrderStatus(rawValue: $0) }) { statuses[name] = status }
            }
        }
    }

    /// Writes it down as members of an object.
    public func write(to json: inout JSONWriter) {
        json.member("name", name)
        json.member("kind", kind.rawValue)
        if let dateOrder { json.member("date_order", dateOrder.rawValue) }
        if let decimalMark { json.member("decimal_mark", decimalMark.rawValue) }
        if let encoding { json.member("encoding", encoding) }
        if let currency { json.member("currency", currency) }
        if valueBasis != .gross { json.member("value", valueBasis.rawValue) }
        if let consent { json.member("consent", consent.rawValue) }
        if !columns.isEmpty {
            json.object("columns") { json in
                for (column, name) in columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { json.member(column.rawValue, name) }
            }
        }
        if !statuses.isEmpty {
            json.object("statuses") { json in
                for (name, status) in statuses.sorted(by: { $0.key < $1.key }) { json.member(name, status.rawValue) }
            }
        }
    }
}
