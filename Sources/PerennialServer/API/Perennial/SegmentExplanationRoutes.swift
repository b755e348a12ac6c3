import Facts
import HTTPTypes
import JSON
import Population
import SegmentWording
import Segments
import Shop
import Wording

/// GET /api/perennial/segments/{id}/explanations/{profile_id}: why somebody is in a segment or is not, condition by condition.
struct SegmentExplanationRoutes: RouteGroup {
    let shop: Shop

    private static let attributes: [Schema.Property] = [
        .init("holds", .bool), .init("member_since", .nullable(.string(format: .instant))), .init("as_of", .string(format: .instant)),
        .init("model_fitted_at", .nullable(.string(format: .instant))), .init("asks_for_predictions", .bool),
        .init("may_change_at", .nullable(.string(format: .instant))), .init("language", .oneOf(SegmentText.languages)),
        .init("sentence", .text), .init("outline", .array(of: SegmentText.line)), .init("conditions", .array(of: condition)),
    ]

    private static let condition = Schema.object([
        .init("place", .text), .init("depth", .integer(least: 0)), .init("kind", .oneOf(["all", "any", "not", "test"])),
        .init("text", .text), .init("holds", .bool), .init("observed", .anyObject), .init("observed_text", .nullable(.text)),
        .init("may_change_at", .nullable(.string(format: .instant))),
    ])

    var routes: [Route] {
        [
            Route(
                .get, "/api/perennial/segments/{id}/explanations/{profile_id}", "Get Explanation for Segment and Profile",
                access: .key(.perennialRead, and: [.profilesRead, .segmentsRead]), rate: .large,
                query: QueryRules(
                    fields: ["segment-explanation": ["id"] + Self.attributes.map(\.name)],
                    parameters: [
                        .init(
                            name: "language", schema: .oneOf(SegmentText.languages),
                            description: "The language of the texts; by default the shop's.")
                    ]),
                answers: [.document(.ok, .resource("segment-explanation", id: true, attributes: Self.attributes))], handler: explain)
        ]
    }

    private func explain(_ request: APIRequest) async throws -> APIResponse {
        let segment = try shop.segment(request.parameters["id"])
        let id = request.parameters["profile_id"]
        guard let profile = shop.ids.profile(id), shop.read({ $0.isLive(profile) }) else { throw APIError.notFound("profile", id: id) }
        await shop.settleScores(of: [profile])
        let explanation: SegmentExplanation?
        do throws(SegmentFaults) {
            explanation = try shop.explain(segment.condition, of: segment.number, profile)
        } catch {
            throw APIError.conflict(
                "The segment names what is not there any more: \(error.list.map(\.detail).joined(separator: " "))")
        }
        guard let explanation else { throw APIError.notFound("profile", id: id) }
        let text = SegmentText(segment.condition, shop, request.query["language"].flatMap { Language(rawValue: $0) })
        return request.document { document in document.one { write(explanation, segment, text, to: &$0) } }
    }

    private func write(
        _ explanation: SegmentExplanation, _ segment: SegmentDefinition, _ text: SegmentText, to resources: inout ResourceListWriter
    ) {
        let (segmentID, profileID) = (shop.ids.id(segment.number), shop.ids.id(explanation.profile))
        let path = "/api/perennial/segments/\(segmentID)/explanations/\(profileID)"
        let told = ExplanationJSON(words: text.words, ids: shop.ids, groupName: shop.groupName)
        resources.resource("segment-explanation", id: "\(segmentID).\(profileID)", path: path) { resource in
            resource.attributes { attributes in
                attributes.member("holds", explanation.condition.holds)
                attributes.member("member_since", explanation.memberSince)
                attributes.member("as_of", Instant(secondsSince1970: explanation.end - 1))
                attributes.member("model_fitted_at", explanation.fittedAt)
                attributes.member("asks_for_predictions", explanation.asksForPredictions)
                attributes.member("may_change_at", explanation.condition.mayChange)
                text.write(to: &attributes)
                attributes.value("conditions") { json in told.writeConditions(explanation.condition, to: &json) }
            }
            resource.relationship("segment", type: "segment", id: segmentID, links: .at("/api/segments/\(segmentID)"))
            resource.relationship("profile", type: "profile", id: profileID, links: .at("/api/profiles/\(profileID)"))
            resource.model(explanation.model.map { shop.ids.id(.model, UInt64($0)) })
        }
    }
}
