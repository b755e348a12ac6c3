import Facts
import Journal

extension Shop {
    /// Changes what the shop says of itself, and says so in the audit log. Where customers' numbers depend on it, all are counted anew and a
    /// model is fitted.
    ///
    /// - Parameters:
    ///   - who: who asks for it, for people to read.
    ///   - change: what becomes of the settings, as they are when its turn comes.
    /// - Returns: the settings from now on.
    @discardableResult
    public func changeSettings(
        by who: String, _ change: @escaping @Sendable (ShopSettings) -> ShopSettings
    ) async throws(IntakeError) -> ShopSettings {
        let (before, after) = try await write(isAlone: true) {
            [unowned self] (intake) throws(IntakeError) -> (ShopSettings, ShopSettings) in
            let before = settings
            let after = change(before)
            guard after != before else { return (before, after) }
            intake.write(after.written(by: who, at: intake.now))
            intake.audit("settings.update", "settings", "shop", by: who)
            return (before, after)
        }
        if before.changesNumbers(to: after) {
            models.requestRecount()
            // A model is of one currency, one horizon and one zone of days.
            models.requestFit(adopts: true)
        }
        return after
    }
}

extension ShopSettings {
    /// Whether customers' numbers depend on what changed.
    fileprivate func changesNumbers(to after: ShopSettings) -> Bool {
        currency != after.currency || timeZone != after.timeZone || horizonInDays != after.horizonInDays
            || minimumCustomers != after.minimumCustomers
    }
}
