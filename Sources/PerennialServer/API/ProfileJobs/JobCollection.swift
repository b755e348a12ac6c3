import Facts
import HTTPTypes
import Journal
import Shop

/// The jobs of one kind, as the interface lets them be found: one by its id, or page by page.
struct JobCollection: Sendable {
    let shop: Shop
    /// The name under which the shop keeps them.
    let kind: String

    /// How long a job can be asked for after it was taken in.
    static let keptForInSeconds: Int64 = 30 * 86_400

    /// The job that a path names. One of another kind, or one that is too old, is not there.
    func job(_ request: APIRequest) throws -> JobRow {
        let id = request.parameters["id"]
        guard let number = shop.ids.number(.job, id), let job = try shop.journal.job(number), job.kind == kind, isKept(job, request.now)
        else {
            throw APIError.notFound("job", id: id)
        }
        return job
    }

    private func isKept(_ job: JobRow, _ now: Instant) -> Bool {
        now.secondsSince1970 - job.createdAt.secondsSince1970 < Self.keptForInSeconds
    }

    /// A page of jobs, newest first unless another order is asked for.
    func page(_ request: APIRequest, size: Int, where holds: (JobRow) -> Bool) throws(JournalError) -> Page<JobRow> {
        let walk = PageWalk(request.query, size: size, isDescending: request.query.sort?.isDescending ?? true)
        let start = walk.cursor?.number(0).flatMap { UInt64(exactly: $0) }
        var found: [JobRow] = []
        var before = walk.isDescending ? start ?? .max : .max
        search: while true {
            let jobs = try shop.journal.jobs(kind: kind, before: before, limit: 100)
            for job in jobs {
                if !isKept(job, request.now) || !walk.isDescending && job.number <= start ?? 0 { break search }
                if holds(job) { found.append(job) }
                if walk.isDescending, found.count == walk.limit { break search }
            }
            guard let last = jobs.last else { break }
            before = last.number
        }
        // They come newest first; the other way round only all together tell which are the oldest.
        if !walk.isDescending { found.reverse() }
        return walk.page(Array(found.prefix(walk.limit))) { Cursor(.number(Int64(clamping: $0.number))) }
    }
}

extension JobRow.Status {
    /// Klaviyo's word.
    var word: String {
        switch self {
        case .queued: "queued"
        case .processing: "processing"
        case .complete: "complete"
        case .cancelled: "cancelled"
        }
    }

    /// Every word.
    static let words = allCases.map(\.word)
}

extension Filter? {
    /// Whether a job's status is as a filter says.
    func allows(_ status: JobRow.Status) -> Bool {
        for term in self?.terms ?? [] where term.field == "status" {
            guard term.value.texts.contains(status.word) else { return false }
        }
        return true
    }
}
