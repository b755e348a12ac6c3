public import Facts
public import Journal
public import Segments

// Ways to open a shop: to run it, or to look at it as it is, was dated or was known.
extension Shop {
    /// Opens the shop of a folder, which is made where there is none.
    ///
    /// - Parameters:
    ///   - folder: the data folder.
    ///   - settings: what the shop says of itself, where the journal does not know better; given values win over stored ones by ``apply(_:by:)``.
    ///   - keepsModels: whether customers are scored and models fitted; not where facts are only taken in, to be scored at the next start.
    ///   - clock: tells the time.
    ///   - progress: told in a word what is being done, and how far it is, 0 to 1.
    public static func open(
        folder: String, keepsModels: Bool = true, clock: @escaping @Sendable () -> Instant = { Instant.now },
        progress: (String, Double) -> Void = { _, _ in }
    ) throws(JournalError) -> Shop {
        let journal = try Journal.open(folder: folder)
        return try Shop(journal, isAlone: true, keepsModels: keepsModels, clock: clock, progress: progress)
    }

    /// Opens the shop of a folder that another process may have open, to look: nothing can be taken in, no model is fitted.
    ///
    /// - Parameter conditions: definitions that will be evaluated, of which properties of events must be known.
    public static func openBeside(
        folder: String, conditions: [Condition] = [], clock: @escaping @Sendable () -> Instant = { Instant.now },
        progress: (String, Double) -> Void = { _, _ in }
    ) throws(JournalError) -> Shop {
        let journal = try Journal.openBeside(folder: folder)
        return try Shop(journal, isAlone: false, keepsModels: true, conditions: conditions, clock: clock, progress: progress)
    }

    /// Opens the shop of a folder as of a moment, to look: with what is dated before it, whenever it was told, and a model fitted on that.
    ///
    /// - Parameter conditions: definitions that will be evaluated, of which properties of events must be known.
    public static func openAsOf(
        _ moment: Instant, folder: String, conditions: [Condition] = [], progress: (String, Double) -> Void = { _, _ in }
    ) throws(JournalError) -> Shop {
        let journal = try Journal.openBeside(folder: folder)
        let last = Instant(secondsSince1970: moment.secondsSince1970 - 1)
        let shop = try Shop(
            journal, isAlone: false, keepsModels: true, cut: .dated(before: moment), conditions: conditions, clock: { last },
            progress: progress)
        progress("Fitting a model", 0)
        shop.models.fitForLooking(shop)
        return shop
    }

    /// Opens the shop of a folder as it was known at a moment, to look: with the facts that had arrived before it, whatever they are dated, with
    /// the model and the RFM settings that were then in use, and numbers as of that day. Other settings, lists and metrics go by the names and
    /// meanings that they have now.
    ///
    /// - Parameter conditions: definitions that will be asked, of which properties of events must be known.
    public static func openAsKnown(
        before moment: Instant, folder: String, conditions: [Condition] = [], progress: (String, Double) -> Void = { _, _ in }
    ) throws(JournalError) -> Shop {
        try openAsKnown(try Journal.openBeside(folder: folder), before: moment, conditions, progress)
    }

    /// The same, as it was known at the end of a day of the shop; of a day that is not over, now.
    public static func openAsKnown(
        on day: ShopDay, folder: String, conditions: [Condition] = [], now: Instant = .now,
        progress: (String, Double) -> Void = { _, _ in }
    ) throws(JournalError) -> Shop {
        let journal = try Journal.openBeside(folder: folder)
        let zone = try ShopSettings.stored(in: journal).timeZone
        let end = min(zone.start(of: day.advanced(byDays: 1)), Instant(secondsSince1970: now.secondsSince1970 + 1))
        return try openAsKnown(journal, before: end, conditions, progress)
    }

    private static func openAsKnown(
        _ journal: Journal, before moment: Instant, _ conditions: [Condition], _ progress: (String, Double) -> Void
    ) throws(JournalError) -> Shop {
        let last = Instant(secondsSince1970: moment.secondsSince1970 - 1)
        return try Shop(
            journal, isAlone: false, keepsModels: true, cut: .arrived(before: moment), conditions: conditions, clock: { last },
            progress: progress)
    }

    /// Opens the shop of a folder to find out whether it can be built: no file is changed; see ``Journal/openUnchanged(folder:)``.
    public static func openUnchanged(
        folder: String, clock: @escaping @Sendable () -> Instant = { Instant.now }, progress: (String, Double) -> Void = { _, _ in }
    ) throws(JournalError) -> Shop {
        let journal = try Journal.openUnchanged(folder: folder)
        return try Shop(journal, isAlone: false, keepsModels: true, clock: clock, progress: progress)
    }
}
