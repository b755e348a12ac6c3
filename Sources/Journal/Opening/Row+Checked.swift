import Facts
import Foundation
import GRDB

extension Row {
    /// The value of a column, from 0. GRDB's subscript stops the program where the value is not of the type; a damaged file must not.
    func at<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws -> Value {
        try decode(Value.self, atIndex: column)
    }

    /// The value of a column that may be empty.
    func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws -> Value? {
        try decode(Value?.self, atIndex: column)
    }

    /// The moment in a column.
    func instant(_ column: Int) throws -> Instant { Instant(secondsSince1970: try at(column)) }

    /// The moment in a column that may be empty.
    func optionalInstant(_ column: Int) throws -> Instant? {
        let seconds: Int64? = try optional(column)
        return seconds.map { Instant(secondsSince1970: $0) }
    }

    /// The day in a column.
    func day(_ column: Int) throws -> ShopDay { ShopDay(daysSince1970: try at(column)) }

    /// The bytes in a column.
    func bytes(_ column: Int) throws -> [UInt8] { try withUnsafeData(atIndex: column) { [UInt8]($0 ?? Data()) } }

    /// The bytes in a column that may be empty.
    func optionalBytes(_ column: Int) throws -> [UInt8]? { try withUnsafeData(atIndex: column) { $0.map { [UInt8]($0) } } }
}
