import GRDB
import Synchronization

/// What gets numbers of its own, from 1.
public enum NumberSpace: Hashable, Sendable {
    /// Definitions of a kind: `list`, `tag`, `segment`, …
    case definition(String)
    /// Jobs.
    case job
    /// Fitted models.
    case model
    /// People who may log in.
    case user
}

/// The last number that was given out in every space.
final class NumberSpaces: Sendable {
    private let last: Mutex<[NumberSpace: UInt64]>

    /// The numbers that stand in the journal.
    init(_ db: Database) throws {
        var found: [NumberSpace: UInt64] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT kind, max(number) FROM definition GROUP BY kind") {
            found[.definition(try row.at(0))] = try row.at(1) as UInt64
        }
        found[.job] = try UInt64.fetchOne(db, sql: "SELECT max(number) FROM job")
        found[.model] = try UInt64.fetchOne(db, sql: "SELECT max(number) FROM model")
        found[.user] = try UInt64.fetchOne(db, sql: "SELECT max(number) FROM user")
        last = Mutex(found)
    }

    func next(_ space: NumberSpace) -> UInt64 {
        last.withLock { last in
            let number = last[space, default: 0] + 1
            last[space] = number
            return number
        }
    }
}

extension Journal {
    /// Takes the next number of a space. It is given to nobody else, also where the write that it was taken for fails.
    ///
    /// For whoever has the folder: beside it another process may take the same. Keys are made there too, and get their numbers when they
    /// are written: ``createKey(hash:name:scopes:by:at:)``.
    public func nextNumber(_ space: NumberSpace) -> UInt64 { numbers.next(space) }
}
