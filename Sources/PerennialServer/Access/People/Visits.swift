import Crypto
import Facts
import Foundation
import HTTPTypes
import Journal
import Markup
import Shop

/// Who looks at pages: sessions, their cookies, and the tokens that forms carry.
struct Visits: Sendable {
    let shop: Shop
    /// Whether cookies go over TLS alone.
    let isSecure: Bool

    /// A visit: somebody signed in, or not yet.
    struct Visit: Sendable {
        /// The secret of the visit's cookie.
        var secret: String
        /// Whether the browser had it already.
        var isKnown: Bool
        var user: UserRow?
    }

    private static let cookie = "perennial_visit"
    private static let daysOfSession: Int64 = 14

    /// The visit that a request belongs to; a new one where its cookie says nothing.
    func visit(_ headers: HTTPFields, now: Instant) -> Visit {
        guard let secret = Cookies.value(Self.cookie, headers), secret.utf8.count == 43 else {
            return Visit(secret: RandomText.new(), isKnown: false)
        }
        var visit = Visit(secret: secret, isKnown: true)
        guard let session = (try? shop.journal.session(hash: hash(secret))) ?? nil, session.expiresAt > now else { return visit }
        visit.user = (try? shop.journal.users())?.first { $0.number == session.user && $0.disabledAt == nil }
        return visit
    }

    /// Begins a session for somebody under a new secret: one from before signing in is never carried over.
    func begin(_ user: UserRow, now: Instant) async throws(IntakeError) -> Visit {
        let secret = RandomText.new()
        let row = SessionRow(
            hash: hash(secret), user: user.number, createdAt: now,
            expiresAt: Instant(secondsSince1970: now.secondsSince1970 + Self.daysOfSession * 86_400))
        let entry = AuditEntry(at: now, who: user.email, action: "sign-in", objectKind: "user", objectID: "\(user.number)")
        try await shop.write { (intake) throws(IntakeError) in
            intake.write(.session(row))
            intake.write(.audit(entry))
        }
        return Visit(secret: secret, isKnown: false, user: user)
    }

    /// Ends the session of a visit.
    func end(_ visit: Visit) async throws(IntakeError) {
        let hash = hash(visit.secret)
        try await shop.write { (intake) throws(IntakeError) in intake.write(.endSession(hash: hash)) }
    }

    /// The token of a visit's forms.
    func token(_ visit: Visit) -> FormToken {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("form".utf8), using: SymmetricKey(data: Data((shop.secret + visit.secret).utf8)))
        return FormToken(Base64URL.encode(Array(code)))
    }

    /// Whether a form carries the token of its visit.
    func isRight(_ token: String?, _ visit: Visit) -> Bool {
        guard let token, visit.isKnown else { return false }
        let expected = Array(self.token(visit).text.utf8)
        let found = Array(token.utf8)
        guard found.count == expected.count else { return false }
        var difference: UInt8 = 0
        for place in found.indices { difference |= found[place] ^ expected[place] }
        return difference == 0
    }

    /// The header that gives a browser its visit's cookie.
    func header(_ visit: Visit) -> String {
        "\(Self.cookie)=\(visit.secret); Path=/; Max-Age=\(Self.daysOfSession * 86_400); HttpOnly; SameSite=Lax"
            + (isSecure ? "; Secure" : "")
    }

    /// By what the session of a visit is kept.
    func hash(_ visit: Visit) -> [UInt8] { hash(visit.secret) }

    private func hash(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Data(secret.utf8))) }
}
