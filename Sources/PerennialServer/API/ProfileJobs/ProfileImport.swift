import Facts
import JSON
import Journal
import Shop

/// The job that creates and changes many profiles: what is kept of the request, and what is done with each row.
enum ProfileImport {
    static let kind = "profile-bulk-import"
    static let mostRows = 10_000
    static let mostLists = 100

    /// What the shop keeps until the job is done.
    static func payload(rows: JSONValue, lists: [ListNumber]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.array("lists") { writer in for list in lists { writer.int(list.value) } }
            writer.member("profiles", rows)
        }
        return writer.bytes
    }

    /// Which lists the job fills.
    static func detail(lists: [ListNumber]) -> String {
        var writer = JSONWriter()
        writer.object { writer in writer.array("lists") { writer in for list in lists { writer.int(list.value) } } }
        return writer.text
    }

    /// The lists of a payload or of a detail.
    static func lists(_ root: JSONValue?) -> [ListNumber] {
        (root?["lists"]?.elements).map { $0.compactMap { $0.int.flatMap { UInt32(exactly: $0) }.map { ListNumber($0) } } } ?? []
    }

    static func job(_ ids: PublicIDs) -> JobKind {
        JobKind(name: kind) { payload in
            payload["profiles"].map { Array($0.elements) } ?? []
        } read: { row, number, payload in
            let body: ProfileBody
            do throws(APIError) {
                body = try read(row, ids)
            } catch {
                return .refused(JobError.errors(error, row: number, refused: row))
            }
            let lists = lists(payload)
            return .work { (intake) throws(IntakeError) in
                let (profile, _) = try intake.upsert(body)
                for list in lists { intake.membership(profile, in: list, isMember: true) }
            }
        }
    }

    private static func read(_ row: JSONValue, _ ids: PublicIDs) throws(APIError) -> ProfileBody {
        let size = row.compactBytes.count
        guard size <= ProfileAttributes.mostBytes else {
            throw .invalid("The profile has \(size) bytes; at most \(ProfileAttributes.mostBytes) are taken.", pointer: "/data")
        }
        let reader = BodyReader(root: row)
        guard reader.isObject() else {
            try reader.check()
            throw .invalid("This must be an object.", pointer: "/data")
        }
        var body = try ProfileBody(reader, ids: ids)
        try reader.check()
        // A row that says nothing new was about somebody all the same.
        if body.change.isEmpty { body.change = Array("{}".utf8) }
        return body
    }
}

extension JobError {
    /// What is wrong with a row. Places are those of a document whose `data` is the row; the first error carries the row itself.
    static func errors(_ error: APIError, row: Int, refused: JSONValue) -> [JobError] {
        error.errors.enumerated().map { place, fault in
            var pointer = "/data"
            if case .pointer(let found) = fault.source, found.hasPrefix("/"), !found.hasPrefix("/data") { pointer += found }
            if fault.code == .notFound { pointer = "/data/id" }
            return JobError(
                row: row, code: fault.code.rawValue, title: fault.code.title, detail: fault.detail, pointer: pointer,
                refused: place == 0 ? refused.compactBytes : nil)
        }
    }
}
