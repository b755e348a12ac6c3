import Facts
import HTTPTypes
import Journal
import Markup
import Population
import Shop

/// What a person may ask for: the file of what is known, an objection to profiling, erasure. Owners and managers do it.
struct ProfileRightsRoutes: RouteGroup {
    let desk: PageDesk

    private static let mostBytes = 1_024

    var routes: [Route] {
        [
            desk.page(.post, "/profiles/{id}/file", "Access file", body: .bytes(mostBytes: Self.mostBytes), file),
            desk.page(.post, "/profiles/{id}/objection", "Objection", body: .bytes(mostBytes: Self.mostBytes), object),
            desk.page(.get, "/profiles/{id}/erase", "Erase", ask),
            desk.page(.post, "/profiles/{id}/erase", "Erase", body: .bytes(mostBytes: Self.mostBytes), erase),
        ]
    }

    /// Who asks, where they may change people, and whom it is about.
    private func allowed(_ page: PageRequest) throws(PageFailure) -> (user: UserRow, profile: ProfileNumber, id: String) {
        guard let user = page.visit.user, UserRole(stored: user.role).mayChangePeople else { throw .forbidden }
        let id = page.request.parameters["id"]
        guard let profile = desk.shop.ids.profile(id), desk.shop.read({ $0.isLive(profile) }) else { throw .notFound }
        return (user, profile, desk.shop.ids.id(profile))
    }

    private func file(_ page: PageRequest) async throws -> APIResponse {
        let (user, profile, id) = try allowed(page)
        _ = try await page.form()
        let shop = desk.shop
        let written = await desk.fileQueue.perform { () -> Result<[UInt8], any Error> in
            Result {
                guard let file = PersonFile(of: profile, in: shop) else { throw PageFailure.notFound }
                var bytes: [UInt8] = []
                try file.write(.text) { bytes += $0 }
                return bytes
            }
        }
        guard let written else { throw APIError.unavailable("Other files are being written.", retryAfterInSeconds: 30) }
        let bytes = try written.get()
        try await note("profile.file", id, by: user, page)
        var response = APIResponse(.ok, bytes: bytes, mediaType: "text/plain; charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"person-\(id).txt\""
        return response
    }

    private func note(_ action: String, _ id: String, by user: UserRow, _ page: PageRequest) async throws {
        let entry = AuditEntry(at: page.request.now, who: user.email, action: action, objectKind: "profile", objectID: id)
        try await desk.shop.write { (intake) throws(IntakeError) in intake.write(.audit(entry)) }
    }

    private func object(_ page: PageRequest) async throws -> APIResponse {
        let (user, profile, id) = try allowed(page)
        let fields = try await page.form()
        guard let answer = fields[ProfileRights.objectedField], ["yes", "no"].contains(answer) else { throw PageFailure.unreadable }
        try await desk.shop.setObjection(profile, answer == "yes", by: user.email)
        return page.go(to: PagePaths.profile(id).at("rights"))
    }

    private func ask(_ page: PageRequest) throws -> APIResponse {
        let (_, profile, id) = try allowed(page)
        let name = desk.shop.read { ProfileName(profile, $0, desk.shop.ids) }
        return page.html(EraseView(frame: page.frame, name: name, token: desk.visits.token(page.visit), id: id).html)
    }

    private func erase(_ page: PageRequest) async throws -> APIResponse {
        let (user, profile, _) = try allowed(page)
        _ = try await page.form()
        _ = try await desk.shop.erase(profile, by: user.email)
        return page.go(to: PagePaths.profiles.with(PagePaths.erasedParameter, "1"))
    }
}
