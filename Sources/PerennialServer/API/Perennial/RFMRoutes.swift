import CustomerValue
import Facts
import HTTPTypes
import JSON
import Reports
import Shop
import Wording

/// What customers are grouped by, and how groups changed between two days: GET /api/perennial/rfm and /api/perennial/rfm-report.
struct RFMRoutes: RouteGroup {
    let shop: Shop

    private static let path = "/api/perennial/rfm"
    private static let reportPath = "/api/perennial/rfm-report"
    private static let oddPairs = "odd_pairs"

    private static let schema = Schema.resource(
        "rfm", id: true,
        attributes: RFMInUse.Part.allCases.map { part in
            let schema: Schema =
                switch part {
                case .computedAt: .string(format: .instant)
                case .bordersSettledAt: .nullable(.string(format: .instant))
                case .asOf, .bordersSettledAsOf: .nullable(.text)
                case .isProcessing: .bool
                case .currency, .model: .text
                case .groups, .settings, .grid: .anyObject
                case .borders: .nullable(.anyObject)
                }
            return .init(part.rawValue, schema)
        } + [.init(oddPairs, .array(of: .anyObject))])

    private static let report = Schema.resource(
        "rfm-report", id: true,
        attributes: RFMShopReport.Part.allCases.map { part in
            let schema: Schema =
                switch part {
                case .computedAt: .string(format: .instant)
                case .bordersSettledAt: .nullable(.string(format: .instant))
                case .isProcessing: .bool
                case .start, .end, .currency, .model: .text
                case .groups, .movement: .array(of: .anyObject)
                case .borders: .nullable(.anyObject)
                }
            return .init(part.rawValue, schema)
        })

    private static func day(_ name: String, _ what: String) -> QueryRules.Parameter {
        .init(name: name, schema: .string(longest: 10, shortest: 10), description: what)
    }

    var routes: [Route] {
        [
            Route(
                .get, Self.path, "Get RFM", access: .key(.perennialRead, and: [.profilesRead]), rate: .medium,
                query: QueryRules(
                    fields: ["rfm": ["id", Self.oddPairs] + RFMInUse.Part.allCases.map(\.rawValue)],
                    parameters: [
                        .rfmModel,
                        .init(
                            name: "language", schema: .oneOf(Language.allCases.map(\.rawValue)),
                            description: "Of explanations; without it, Accept-Language and then the shop's."),
                    ]),
                answers: [.document(.ok, Self.schema)]
            ) { try answer($0) },
            Route(
                .get, Self.reportPath, "Get RFM Report", access: .key(.perennialRead, and: [.profilesRead]), rate: .small,
                query: QueryRules(
                    fields: ["rfm-report": ["id"] + RFMShopReport.Part.allCases.map(\.rawValue)],
                    parameters: [
                        .rfmModel,
                        Self.day("start", "The day that is compared with, 2026-01-31, at its end; by default 30 days before the end."),
                        Self.day("end", "The later day, at its end; by default today, as of now."),
                        .init(
                            name: "medians", schema: .oneOf(["true", "false"]),
                            description: "Whether medians are worked out, by default true: all orders are read for them."),
                    ]),
                answers: [.document(.ok, Self.report)], handler: compare),
        ]
    }

    private func answer(_ request: APIRequest) throws -> APIResponse {
        let inUse = shop.rfmInUse(by: try shop.rfmModel(request))
        let words = Words(language(request))
        return request.document { document in
            document.one { resources in
                resources.resource("rfm", id: "shop", path: Self.path) { resource in
                    resource.attributes { attributes in
                        for part in RFMInUse.Part.allCases { attributes.value(part.rawValue) { inUse.write(part, to: &$0) } }
                        attributes.value(Self.oddPairs) { Self.write(inUse.settings.map, words, to: &$0) }
                    }
                }
            }
        }
    }

    /// Where a higher score gives a worse group, in words too.
    private static func write(_ map: RFMGroupMap, _ words: Words, to json: inout JSONWriter) {
        json.array { json in
            for pair in map.oddPairs {
                json.object { json in
                    json.member("lower", pair.lower)
                    json.member("group_of_lower", pair.groupOfLower.rawValue)
                    json.member("higher", pair.higher)
                    json.member("group_of_higher", pair.groupOfHigher.rawValue)
                    let said = RFMWarning.oddPair(pair).text(words)
                    json.member("explanation", map == .standard ? "\(said) \(words.standardMapIsKept())" : said)
                }
            }
        }
    }

    private func language(_ request: APIRequest) -> Language {
        if let asked = request.query["language"].flatMap({ Language(rawValue: $0) }) { return asked }
        return Language(acceptable: request.headers[.acceptLanguage] ?? "") ?? Language(rawValue: shop.settings.language) ?? .en
    }

    private func compare(_ request: APIRequest) async throws -> APIResponse {
        let end = try Self.day("end", request, shop) ?? shop.today
        let start = try Self.day("start", request, shop) ?? end.advanced(byDays: -Shop.usualRFMDays)
        let hasMedians = request.query["medians"] != "false"
        let model = try shop.rfmModel(request)
        guard let report = shop.rfmReport(from: start, to: end, by: model, hasMedians: hasMedians) else {
            throw APIError.invalid("'start' (\(start)) must lie before 'end' (\(end)).", parameter: "start")
        }
        return request.document { document in
            document.one { resources in
                let path = "\(Self.reportPath)?start=\(start)&end=\(end)"
                resources.resource("rfm-report", id: "\(start).\(end)", path: path) { resource in
                    resource.attributes { attributes in
                        for part in RFMShopReport.Part.allCases { attributes.value(part.rawValue) { report.write(part, to: &$0) } }
                    }
                }
            }
        }
    }

    private static let years = 1970...2100

    /// A day that a parameter names; `nil` without one.
    static func day(_ name: String, _ request: APIRequest, _ shop: Shop) throws(APIError) -> ShopDay? {
        guard let text = request.query[name] else { return nil }
        guard let day = ShopDay(text), years.contains(day.civil.year) else {
            throw .invalid("'\(name)' must be a day such as 2026-01-31, of the years 1970 to 2100.", parameter: name)
        }
        guard day <= shop.today else {
            throw .invalid("\(day) is still to come: today is \(shop.today) in the shop's zone.", parameter: name)
        }
        return day
    }
}
