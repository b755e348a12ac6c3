import Facts
import JSON
import Journal
import Shop

/// The jobs that note or withdraw the consent of many.
enum SubscriptionJobs {
    static let subscribing = "profile-subscription-bulk-create"
    static let unsubscribing = "profile-subscription-bulk-delete"

    /// What a request says of all its rows; kept with them until the job is done.
    struct Settings: Sendable {
        var source: ConsentSource
        var rules: ConsentRequest.Rules

        init(source: ConsentSource, rules: ConsentRequest.Rules) {
            self.source = source
            self.rules = rules
        }

        /// What the shop keeps until the job is done.
        func payload(rows: JSONValue) -> [UInt8] {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("method", source.method)
                writer.member("method_detail", source.methodDetail)
                writer.member("custom_source", source.customSource)
                writer.member("list", source.list?.value)
                writer.member("list_id", source.listID)
                writer.member("is_pending", source.isPending)
                writer.member("is_historical", source.isHistorical)
                writer.member("consent", rules.consent)
                writer.member("now", rules.now.secondsSince1970)
                writer.member("profiles", rows)
            }
            return writer.bytes
        }

        /// Reads what ``payload(rows:)`` wrote.
        init(_ payload: JSONValue) {
            source = ConsentSource(method: payload["method"]?.string ?? "API", methodDetail: payload["method_detail"]?.string ?? "")
            source.customSource = payload["custom_source"]?.string
            source.list = payload["list"]?.int.flatMap { UInt32(exactly: $0) }.map { ListNumber($0) }
            source.listID = payload["list_id"]?.string
            source.isPending = payload["is_pending"]?.bool ?? false
            source.isHistorical = payload["is_historical"]?.bool ?? false
            rules = ConsentRequest.Rules(
                consent: payload["consent"]?.string ?? "", isHistorical: source.isHistorical,
                now: Instant(secondsSince1970: payload["now"]?.int ?? 0))
        }
    }

    static func jobs(_ ids: PublicIDs) -> [JobKind] {
        [
            job(subscribing, ids) { (intake, row, source) throws(IntakeError) in
                try intake.subscribe(row, as: try intake.profile(of: row), source)
            },
            job(unsubscribing, ids) { (intake, row, source) throws(IntakeError) in
                try intake.unsubscribe(row, as: try intake.profile(of: row), source)
            },
        ]
    }

    private static func job(
        _ name: String, _ ids: PublicIDs,
        _ work: @escaping @Sendable (Intake, SubscriptionRow, ConsentSource) throws(IntakeError) -> Void
    ) -> JobKind {
        JobKind(name: name) { payload in
            payload["profiles"].map { Array($0.elements) } ?? []
        } read: { row, number, payload in
            let settings = Settings(payload)
            do throws(APIError) {
                // It was checked when it was taken in; what it says is read again as it was then.
                let reader = BodyReader(root: row)
                let row = try SubscriptionRow(reader, settings.rules, ids: ids)
                try reader.check()
                return .work { (intake) throws(IntakeError) in try work(intake, row, settings.source) }
            } catch {
                return .refused(JobError.errors(error, row: number, refused: row))
            }
        }
    }
}
