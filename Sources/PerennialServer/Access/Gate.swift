import Facts
import HTTPTypes
import Synchronization

/// Decides who may call an endpoint, and how often.
final class Gate: Sendable {
    private let keys: any KeyStore
    private let limiter: RateLimiter?
    /// The minute in which a key's use was last noted, so that a busy key does not write all the time.
    private let notedMinutes = Mutex<[UInt64: Int64]>([:])

    init(keys: any KeyStore, limiter: RateLimiter?) {
        self.keys = keys
        self.limiter = limiter
    }

    /// The key of a request to an endpoint; `nil` where none is needed.
    func key(for entry: RouteTable.Entry, _ headers: HTTPFields, now: Instant) throws(APIError) -> APIKey? {
        guard case .key = entry.route.access else { return nil }
        guard let header = headers[.authorization], let secret = Self.secret(header) else {
            throw .notAuthenticated("Missing or invalid authorization scheme. Please use Klaviyo-API-Key.")
        }
        let hash = KeyHash(secret: secret)
        guard let key = keys.key(hashedAs: hash), key.hash.isSame(as: hash) else {
            throw .notAuthenticated("Incorrect authentication credentials.")
        }
        guard key.scopes.isSuperset(of: entry.scope) else {
            throw .missingScope(entry.route.access.scopes.filter { !key.scopes.contains($0) })
        }
        noteUse(of: key, now)
        return key
    }

    /// Refuses a browser that names another shop.
    func checkCompany(_ query: QueryString) throws(APIError) {
        guard let id = query["company_id"], !id.isEmpty else { throw .invalid("The parameter is required.", parameter: "company_id") }
        guard keys.isCompany(id) else { throw .invalid("There is no shop with this public id.", parameter: "company_id") }
    }

    /// Counts a request. Callers without a key share one count.
    func count(_ entry: RouteTable.Entry, key: APIKey?, tier: RateTier, variant: Int = 0, atMilliseconds now: Int64) throws(APIError)
        -> RateLimiter.Verdict?
    {
        guard let limiter, tier != .none else { return nil }
        let caller = RateLimiter.Caller(key: key?.number ?? 0, route: entry.number * 2 + variant)
        let verdict = limiter.count(caller, tier: tier, atMilliseconds: now)
        if case .wait(let seconds) = verdict { throw .throttled(retryAfterInSeconds: seconds) }
        return verdict
    }

    private func noteUse(of key: APIKey, _ now: Instant) {
        let minute = now.secondsSince1970 / 60
        let isFirst = notedMinutes.withLock { noted in
            if noted[key.number] == minute { return false }
            // Keys come and go; their number is bounded by starting again.
            if noted.count > 10_000 { noted.removeAll() }
            noted[key.number] = minute
            return true
        }
        if isFirst { keys.noteUse(of: key, at: now) }
    }

    /// What follows `Klaviyo-API-Key` or `Bearer`.
    static func secret(_ header: String) -> Substring? {
        for scheme in ["Klaviyo-API-Key ", "Bearer "] {
            guard header.utf8.count > scheme.utf8.count else { continue }
            let isScheme = zip(header.utf8, scheme.utf8).allSatisfy { $0 == $1 || ($0 | 0x20) == ($1 | 0x20) && $0 >= 0x41 }
            guard isScheme else { continue }
            let secret = header[header.utf8.index(header.startIndex, offsetBy: scheme.utf8.count)...]
            return secret.utf8.count <= 200 ? secret : nil
        }
        return nil
    }
}
