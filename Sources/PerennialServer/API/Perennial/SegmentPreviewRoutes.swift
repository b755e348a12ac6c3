import Facts
import HTTPTypes
import JSON
import SegmentWording
import Segments
import Shop
import Wording

/// POST /api/perennial/segment-previews: how many a definition means, what they are worth, and what it says in words, before it is kept.
struct SegmentPreviewRoutes: RouteGroup {
    let shop: Shop

    private static let answers: [Schema.Property] = [
        .init("count", .integer(least: 0)), .init("share", .number(least: 0, most: 1)), .init("profiles", .integer(least: 0)),
        .init("customers", .integer(least: 0)), .init("with_predictions", .integer(least: 0)), .init("historic_clv", .number()),
        .init("predicted_clv", .nullable(.number())), .init("lacks_predictions", .bool), .init("language", .oneOf(SegmentText.languages)),
        .init("sentence", .text), .init("outline", .array(of: SegmentText.line)), .init("as_of", .string(format: .instant)),
        .init("duration_ms", .number(least: 0)),
    ]

    var routes: [Route] {
        let asked: [Schema.Property] = [
            .init("definition", .anyObject, isRequired: true), .init("language", .nullable(.oneOf(SegmentText.languages))),
        ]
        return [
            Route(
                .post, "/api/perennial/segment-previews", "Create Segment Preview", access: .key(.perennialRead, and: [.segmentsRead]),
                rate: .small, query: QueryRules(fields: ["segment-preview": ["id"] + Self.answers.map(\.name)]),
                body: .json(.document(.resource("segment-preview", attributes: asked)), mostBytes: ChangeSegments.mostBytes),
                answers: [.document(.ok, .resource("segment-preview", id: true, attributes: Self.answers))], handler: preview)
        ]
    }

    private func preview(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "segment-preview")
        body.attributes.allow(only: ["definition", "language"])
        let definition = body.attributes.object("definition", isRequired: true)
        let language = body.attributes.oneOf("language", as: Language.self)
        try body.check()
        guard let definition else { throw APIError.invalid("A definition is needed.", pointer: "/data/attributes/definition") }
        let condition = try definition.condition()
        let now = shop.clock()
        let preview: SegmentPreview?
        let connection = try await request.connection()
        do throws(SegmentFaults) {
            preview = try await shop.preview(
                condition, at: condition.places(in: definition.value), unless: { connection.isOver })
        } catch {
            throw APIError(error, in: definition.pointer)
        }
        // Nobody reads it.
        guard let preview else { throw APIError.unavailable("The connection was closed before everybody was counted.") }
        let text = SegmentText(condition, shop, language)
        let units = Double((shop.settings.currency ?? .none).minorUnitsPerMajor)
        return request.document { document in
            document.one { resources in
                // Nothing is kept: it has no address of its own.
                resources.resource("segment-preview", id: "preview") { resource in
                    resource.attributes { attributes in
                        attributes.member("count", preview.count)
                        attributes.member("share", preview.share)
                        attributes.member("profiles", preview.profiles)
                        attributes.member("customers", preview.customers)
                        attributes.member("with_predictions", preview.withPredictions)
                        attributes.member("historic_clv", Double(preview.historicMinorUnits) / units)
                        let predicted = preview.withPredictions == 0 ? nil : Double(preview.predictedMinorUnits) / units
                        attributes.member("predicted_clv", predicted)
                        attributes.member("lacks_predictions", preview.lacksPredictions)
                        text.write(to: &attributes)
                        attributes.member("as_of", now)
                        attributes.member("duration_ms", (preview.milliseconds * 1_000).rounded() / 1_000)
                    }
                }
            }
        }
    }
}

/// A definition in words, as answers show it.
struct SegmentText {
    static let languages = Language.allCases.map(\.rawValue)
    static let line = Schema.object([.init("depth", .integer(least: 0)), .init("text", .text)])

    let words: SegmentWords
    private let condition: Condition

    /// In a language; by default the shop's.
    init(_ condition: Condition, _ shop: Shop, _ language: Language?) {
        words = SegmentWords(language ?? Language(rawValue: shop.settings.language) ?? .en, names: shop.segmentNames)
        self.condition = condition
    }

    func write(to attributes: inout AttributeWriter) {
        attributes.member("language", words.words.language.rawValue)
        attributes.member("sentence", words.sentence(condition))
        attributes.value("outline") { json in
            json.array { json in
                for line in words.outline(condition).lines {
                    json.object { json in
                        json.member("depth", line.depth)
                        json.member("text", line.text)
                    }
                }
            }
        }
    }
}
