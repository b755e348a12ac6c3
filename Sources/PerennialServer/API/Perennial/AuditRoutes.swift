import Facts
import HTTPTypes
import JSON
import Journal
import Shop

/// GET /api/perennial/audit: who did what, when, to what; the newest first.
struct AuditRoutes: RouteGroup {
    let shop: Shop

    private static let names = ["at", "who", "action", "object_kind", "object_id", "detail"]

    var routes: [Route] {
        [
            Route(
                .get, "/api/perennial/audit", "Get Audit Log", access: .key(.perennialRead), rate: .medium,
                query: QueryRules(fields: ["audit-entry": ["id"] + Self.names], page: .init(standard: 50, most: 200)),
                answers: [
                    .collection(
                        .resource(
                            "audit-entry", id: true,
                            attributes: [
                                .init("at", .string(format: .instant)), .init("who", .text), .init("action", .text),
                                .init("object_kind", .text), .init("object_id", .text), .init("detail", .anyObject),
                            ]))
                ], handler: page)
        ]
    }

    private func page(_ request: APIRequest) async throws -> APIResponse {
        let size = request.query.pageSize
        let found = try shop.journal.audit(before: request.query.cursor?.number(0) ?? .max, limit: size + 1)
        return request.document { document in
            document.many(request.pageLinks(next: found.count > size ? Cursor(.number(found[size - 1].id)) : nil)) { resources in
                for (id, entry) in found.prefix(size) {
                    resources.resource("audit-entry", id: String(id)) { resource in
                        resource.attributes { attributes in
                            attributes.member("at", entry.at)
                            attributes.member("who", entry.who)
                            attributes.member("action", entry.action)
                            attributes.member("object_kind", entry.objectKind)
                            attributes.member("object_id", entry.objectID)
                            attributes.value("detail") { json in
                                if let root = try? JSONDocument(entry.detail).root { json.value(root) } else { json.object { _ in } }
                            }
                        }
                    }
                }
            }
        }
    }
}
