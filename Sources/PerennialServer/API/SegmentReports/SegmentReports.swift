import Facts
import HTTPTypes
import JSON
import Population
import Shop

/// POST /api/segment-values-reports and /api/segment-series-reports: how many entered and left segments, and how many were in.
///
/// What happened since a segment was made is known, and counted from columns of moments in memory, not from the journal.
struct SegmentReports: RouteGroup {
    let shop: Shop

    private static let values = "segment-values-report"
    private static let series = "segment-series-report"

    var routes: [Route] {
        let row: [Schema.Property] = [.init("groupings", .anyObject, isRequired: true), .init("statistics", .anyObject, isRequired: true)]
        let rows = Schema.array(of: .object(row))
        // Klaviyo's rates of reports.
        let rate = RateTier.custom(burst: 1, steady: 2)
        return [
            Route(
                .post, "/api/segment-values-reports", "Query Segment Values", access: .key(.segmentsRead), rate: rate,
                query: QueryRules(fields: [Self.values: ["id", "results"]]),
                body: .json(SegmentReportQuestion.schema(Self.values, isSeries: false)),
                answers: [.document(.ok, .resource(Self.values, id: true, attributes: [.init("results", rows)]))], handler: answerValues),
            Route(
                .post, "/api/segment-series-reports", "Query Segment Series", access: .key(.segmentsRead), rate: rate,
                query: QueryRules(fields: [Self.series: ["date_times", "id", "results"]]),
                body: .json(SegmentReportQuestion.schema(Self.series, isSeries: true)),
                answers: [
                    .document(
                        .ok,
                        .resource(
                            Self.series, id: true,
                            attributes: [.init("results", rows), .init("date_times", .array(of: .string(format: .instant)))]))
                ], handler: answerSeries),
        ]
    }

    /// How many entered and left a segment in a part of the time, and how many were in at its end.
    private struct Counts {
        var changes: SegmentChanges
        var total: Int

        func value(_ statistic: SegmentReportQuestion.Statistic) -> Int {
            switch statistic {
            case .membersAdded: changes.added
            case .membersRemoved: changes.removed
            case .netMembersChanged: changes.net
            case .totalMembers: total
            }
        }
    }

    private func answerValues(_ request: APIRequest) async throws -> APIResponse {
        let (question, frame) = try await question(request, type: Self.values)
        let rows = segments(question).map { (id: shop.ids.id($0), counts: counts(of: $0, [frame.from..<frame.until])) }
        return request.document { document in
            document.one { resources in
                resources.resource(Self.values, id: "shop", path: "/api/segment-values-reports") { resource in
                    resource.attributes { attributes in
                        attributes.value("results") { json in
                            Self.write(rows, question, to: &json) { name, values, json in json.member(name, values.first) }
                        }
                    }
                }
            }
        }
    }

    private func answerSeries(_ request: APIRequest) async throws -> APIResponse {
        let (question, frame) = try await question(request, type: Self.series)
        let buckets = TimeBuckets(
            from: Instant(secondsSince1970: frame.from), until: Instant(secondsSince1970: frame.until),
            by: (question.interval ?? .daily).buckets, in: shop.settings.timeZone)
        // The first part may begin before the time that is asked for, and the last end after it.
        let parts = buckets.starts.indices.map { place in
            let end = place + 1 < buckets.starts.count ? buckets.starts[place + 1] : frame.until
            return max(buckets.starts[place], frame.from)..<min(end, frame.until)
        }
        let rows = segments(question).map { (id: shop.ids.id($0), counts: counts(of: $0, parts)) }
        return request.document { document in
            document.one { resources in
                resources.resource(Self.series, id: "shop", path: "/api/segment-series-reports") { resource in
                    resource.attributes { attributes in
                        attributes.value("results") { json in
                            Self.write(rows, question, to: &json) { name, values, json in
                                json.array(name) { json in for value in values { json.int(value) } }
                            }
                        }
                        attributes.value("date_times") { json in
                            json.array { json in for date in buckets.dates { json.string(date) } }
                        }
                    }
                }
            }
        }
    }

    private func question(_ request: APIRequest, type: String) async throws -> (SegmentReportQuestion, ReportTimeFrame) {
        let body = try await request.resource(type: type)
        let question = SegmentReportQuestion(
            body.attributes, isSeries: type == Self.series, today: shop.today, now: shop.clock(), in: shop.settings.timeZone)
        try body.check()
        guard let frame = question.frame else { throw APIError.invalid("'timeframe' is required.", pointer: "/data/attributes/timeframe") }
        return (question, frame)
    }

    /// The segments that are asked for and live, by number.
    private func segments(_ question: SegmentReportQuestion) -> [SegmentNumber] {
        let all = shop.definitions.segments.map(\.number)
        guard let ids = question.segmentIDs else { return all }
        return all.filter { ids.contains(shop.ids.id($0)) }
    }

    private func counts(of segment: SegmentNumber, _ parts: [Range<Int64>]) -> [Counts] {
        shop.read { population in
            parts.map { part in
                Counts(
                    changes: population.changes(of: segment, from: part.lowerBound, before: part.upperBound),
                    total: population.memberCount(of: segment, before: part.upperBound))
            }
        }
    }

    private static func write(
        _ rows: [(id: String, counts: [Counts])], _ question: SegmentReportQuestion, to json: inout JSONWriter,
        _ writeStatistic: (String, [Int], inout JSONWriter) -> Void
    ) {
        json.array { json in
            for row in rows {
                json.object { json in
                    json.object("groupings") { $0.member("segment_id", row.id) }
                    json.object("statistics") { json in
                        for statistic in question.statistics {
                            writeStatistic(statistic.rawValue, row.counts.map { $0.value(statistic) }, &json)
                        }
                    }
                }
            }
        }
    }
}
