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
                            description: "The language of the texts; by default the shop's."),
                        .init(
                            name: "known_on", schema: .string(longest: 40, shortest: 1),
                            description: "As it was known: at the end of a day of the shop, or before a moment. One at a time, else 503."),
                    ]),
                answers: [.document(.ok, .resource("segment-explanation", id: true, attributes: Self.attributes))],
                slowerRate: { $0["known_on"] == nil ? nil : .extraSmall }, handler: explain)
        ]
    }

    private func explain(_ request: APIRequest) async throws -> APIResponse {
        let segment = try shop.segment(request.parameters["id"])
        let id = request.parameters["profile_id"]
        guard let profile = shop.ids.profile(id), shop.read({ $0.isLive(profile) }) else { throw APIError.notFound("profile", id: id) }
        let explanation = try await explanation(segment, profile, request.query["known_on"])
        guard let explanation else { throw APIError.notFound("profile", id: id) }
        let text = SegmentText(segment.condition, shop, request.query["language"].flatMap { Language(rawValue: $0) })
        return request.document { document in document.one { write(explanation, segment, text, to: &$0) } }
    }

    private func explanation(
        _ segment: SegmentDefinition, _ profile: ProfileNumber, _ knownOn: String?
    ) async throws(APIError) -> SegmentExplanation? {
        if let knownOn { return try await asKnown(before: try moment(knownOn), segment, profile) }
        await shop.settleScores(of: [profile])
        do throws(SegmentFaults) {
            return try shop.explain(segment.condition, of: segment.number, profile)
        } catch {
            throw .conflict("The segment names what is not there any more: \(error.list.map(\.detail).joined(separator: " "))")
        }
    }

    /// The first moment that was not known yet: after a day of the shop, or as it is given. Of today, now.
    private func moment(_ knownOn: String) throws(APIError) -> Instant {
        let (now, zone) = (shop.clock(), shop.settings.timeZone)
        let next = Instant(secondsSince1970: now.secondsSince1970 + 1)
        if let day = ShopDay(knownOn) {
            let today = zone.day(of: now)
            guard day <= today else {
                throw .invalid(
                    "\(day) lies in the future: today is \(today) in the shop's zone, \(zone.identifier). Give today or an earlier day.",
                    parameter: "known_on")
            }
            return min(next, zone.start(of: day.advanced(byDays: 1)))
        }
        guard let moment = Timestamp.parse(knownOn) else {
            throw .invalid(
                "'\(knownOn)' is no day such as 2026-03-01, and no moment such as 2026-03-01T12:00:00Z.", parameter: "known_on")
        }
        guard moment <= next else {
            throw .invalid(
                "\(knownOn) lies in the future: it is \(Timestamp.text(now)), and what has not happened is not known. Give an earlier moment.",
                parameter: "known_on")
        }
        return moment
    }

    private func asKnown(
        before moment: Instant, _ segment: SegmentDefinition, _ profile: ProfileNumber
    ) async throws(APIError) -> SegmentExplanation? {
        let told: SegmentExplanation?
        do throws(PastFault) {
            told = try await shop.explainAsKnown(before: moment, segment.condition, of: segment.number, profile)
        } catch {
            switch error {
            case .isBusy: throw .unavailable("Somebody else looks at the past: one at a time.", retryAfterInSeconds: 10)
            case .unknown(let faults):
                throw .conflict("The segment names what was not there then: \(faults.list.map(\.detail).joined(separator: " "))")
            case .unreadable(let fault): throw .unavailable("The journal cannot be read: \(fault).")
            }
        }
        guard let told else {
            let id = shop.ids.id(profile)
            throw APIError(.notFound, [ErrorObject(.notFound, "Nobody was known by the id \(id) then.", at: .parameter("known_on"))])
        }
        return told
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
