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
    /// Keys to the API.
    case apiKey
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
        found[.apiKey] = try UInt64.fetchOne(db, sql: "SELECT max(number) FROM api_key")
        found[.user] = try UInt64.fetchOne(db, sql: "SELECT max(number) FROM user")
        last = Mutex(found)
    }

    /// The next number, greater than one that is known to be taken.
    func next(_ space: NumberSpace, after taken: UInt64) -> UInt64 {
        last.withLock { last in
            let number = max(last[space, default: 0], taken) + 1
            last[space] = number
            return number
        }
    }
}

extension Journal {
    /// Takes the next number of a space. It is given to nobody else, also where the write that it was taken for fails.
    ///
    /// Keys and users may be made beside the process that has the folder: their numbers are looked up each time.
    public func nextNumber(_ space: NumberSpace) -> UInt64 { numbers.next(space, after: taken(space)) }

    private func taken(_ space: NumberSpace) -> UInt64 {
        let sql: String
        switch space {
        case .apiKey: sql = "SELECT max(number) FROM api_key"
        case .user: sql = "SELECT max(number) FROM user"
        case .definition, .job, .model: return 0
        }
        // A number that cannot be looked up is caught by the write, which never overwrites another key or user.
        return (try? reading { db in try UInt64.fetchOne(db, sql: sql) }) ?? nil ?? 0
    }
}
