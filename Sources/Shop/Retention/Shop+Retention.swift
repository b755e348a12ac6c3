import Facts
import JSON
public import Journal
import Population

extension Shop {
    private static let retentionKey = "retention"

    /// Profiles that are looked at before writers get their turn.
    private static let lookedAtOnce = 50_000

    /// The rule by which people are to be erased; `nil` where there is none.
    public func retentionRule() throws(JournalError) -> RetentionRule? {
        try journal.setting(Self.retentionKey).flatMap { RetentionRule(json: $0) }
    }

    /// Who changed the rule, when and how, oldest first.
    public func retentionHistory() throws(JournalError) -> [HistoryEntry] { try journal.settingHistory(Self.retentionKey) }

    /// Sets the rule, or takes it away. Nobody is erased by this: see ``applyRetention(_:by:)``.
    public func setRetention(_ rule: RetentionRule?, by who: String) async throws(IntakeError) {
        if let rule { try validate(rule) }
        try await write { (intake) throws(IntakeError) in
            intake.write(.setting(SettingChange(key: Self.retentionKey, value: rule?.json, at: intake.now, who: who)))
            intake.write(
                .audit(
                    AuditEntry(
                        at: intake.now, who: who, action: "retention.set", objectKind: "setting", objectID: Self.retentionKey,
                        detail: rule?.json ?? "{}")))
        }
    }

    /// Whom a rule would erase today.
    public func previewRetention(_ rule: RetentionRule) throws(IntakeError) -> RetentionPreview {
        let (cutoff, metrics) = (cutoff(rule), try validate(rule))
        var preview = RetentionPreview(firstDayKept: firstDayKept(rule), profileCount: 0, profiles: [])
        var row = 0
        while true {
            let isDone = read { population in
                let rows = row..<max(row, min(row + Self.lookedAtOnce, population.profileCount))
                for row in rows {
                    let profile = ProfileNumber(UInt32(row))
                    guard population.isLive(profile) else { continue }
                    preview.profileCount += 1
                    if population.lastSignOfLife(profile, metrics: metrics) < cutoff { preview.profiles.append(profile) }
                }
                row = rows.upperBound
                return row >= population.profileCount
            }
            if isDone { return preview }
        }
    }

    /// Erases whom a rule names today, by a job; `nil` where that is nobody. Whoever gives a sign of life before being erased is kept.
    public func applyRetention(_ rule: RetentionRule, by who: String) async throws(IntakeError) -> JobRow? {
        let (preview, cutoff, metrics) = (try previewRetention(rule), cutoff(rule), try validate(rule))
        guard !preview.profiles.isEmpty else { return nil }
        var payload = JSONWriter(capacity: 8 * preview.profiles.count)
        payload.object { payload in
            payload.member("who", who)
            payload.member("reason", "retention: \(rule.days) days")
            payload.member("before", cutoff.secondsSince1970)
            if let metrics { payload.array("metrics") { list in for metric in metrics { list.int(metric.value) } } }
            payload.array("profiles") { list in for profile in preview.profiles { list.int(profile.row) } }
        }
        return try await jobs.submit("retention", payload: payload.bytes, total: preview.profiles.count, who: who, to: self)
    }

    private func firstDayKept(_ rule: RetentionRule) -> ShopDay {
        today.advanced(byDays: -rule.days)
    }

    private func cutoff(_ rule: RetentionRule) -> Instant {
        settings.timeZone.start(of: firstDayKept(rule))
    }

    /// The metrics that count; `nil` for all.
    @discardableResult
    private func validate(_ rule: RetentionRule) throws(IntakeError) -> [MetricNumber]? {
        guard rule.days >= RetentionRule.fewestDays, rule.days <= 36_500 else {
            throw .invalid(pointer: "/data/attributes/days", detail: "A rule keeps people for \(RetentionRule.fewestDays) to 36,500 days.")
        }
        guard !rule.metrics.isEmpty else { return nil }
        var numbers: [MetricNumber] = []
        for name in rule.metrics {
            // A name that is misspelt would erase people who did give signs of life.
            guard let number = read({ $0.metric(named: name) }) else {
                throw .invalid(pointer: "/data/attributes/metrics", detail: "There is no metric \"\(name)\".")
            }
            numbers.append(number)
        }
        return numbers
    }
}

extension JobKind {
    /// Erases people of whom nothing was heard, unless something was meanwhile.
    static func retention(_ ids: PublicIDs) -> JobKind {
        JobKind(name: "retention", isAlone: true) { payload in
            payload["profiles"].map { Array($0.elements) } ?? []
        } read: { row, _, payload in
            guard let number = row.int.flatMap({ UInt32(exactly: $0) }), let before = payload["before"]?.int else { return .refused([]) }
            let metrics = payload["metrics"].map { $0.elements.compactMap { $0.int }.map { MetricNumber(UInt32(clamping: $0)) } }
            let request = ErasureRequest(payload)
            return .work { (intake) throws(IntakeError) in
                guard let profile = intake.canonical(ProfileNumber(number)),
                    intake.population.lastSignOfLife(profile, metrics: metrics).secondsSince1970 < before
                else { return }
                intake.erase(profile, request, ids)
            }
        } afterwards: { shop, payload, job throws(JournalError) in
            let profiles = payload["profiles"].map { $0.elements.compactMap { $0.int.flatMap { UInt32(exactly: $0) } } } ?? []
            let receipt = try shop.forget(erased: shop.tombstones(profiles.map { ProfileNumber($0) }))
            shop.models.requestScoring(because: [.orders])
            job.detail = receipt.json
        }
    }
}
