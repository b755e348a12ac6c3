import CustomerValue
public import Facts
import JSON
public import Journal
import RFMSpelling

extension ShopSettings {
    /// The setting under which the journal keeps them; its history is theirs.
    public static let settingKey = "shop"

    /// What a journal knows of its shop.
    static func stored(in journal: Journal) throws(JournalError) -> ShopSettings {
        try journal.setting(settingKey).map { ShopSettings(json: $0) } ?? ShopSettings()
    }

    /// The same, as it was before a moment.
    static func stored(in journal: Journal, before moment: Instant) throws(JournalError) -> ShopSettings {
        try journal.setting(settingKey, before: moment).map { ShopSettings(json: $0) } ?? ShopSettings()
    }

    /// What the shop of a folder says of itself; another process may have it open.
    public static func stored(inFolder folder: String) throws(JournalError) -> ShopSettings {
        let journal = try Journal.openBeside(folder: folder)
        let settings = try stored(in: journal)
        try journal.close()
        return settings
    }

    /// The change that stores these settings.
    public func written(by who: String, at now: Instant) -> JournalWrite {
        .setting(SettingChange(key: Self.settingKey, value: json, at: now, who: who))
    }

    /// The settings that a change stores; `nil` for other changes.
    init?(write: JournalWrite) {
        guard case .setting(let change) = write, change.key == Self.settingKey, let value = change.value else { return nil }
        self.init(json: value)
    }

    /// The RFM settings of stored settings.
    static func rfm(in json: String?) -> RFMSettings { json.map { ShopSettings(json: $0).rfm } ?? .standard }

    /// As a JSON object.
    public var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("name", name)
            writer.member("currency", currency?.code)
            writer.member("time_zone", timeZone.identifier)
            writer.member("horizon_days", horizonInDays)
            writer.member("minimum_customers", minimumCustomers)
            writer.member("contact_email", contactEmail)
            writer.member("website", website)
            writer.member("language", language)
            // A shop that never chose any has the standard ones, whatever they are to be.
            if rfm != .standard {
                writer.key("rfm")
                rfm.write(to: &writer)
            }
            if rfmModel != .standard { writer.member("rfm_model", Int(rfmModel.value)) }
        }
        return writer.text
    }

    private init(json: String) {
        self.init()
        guard let root = try? JSONDocument(json).root else { return }
        name = root["name"]?.string ?? name
        currency = root["currency"]?.string.flatMap { Currency(code: $0) }
        timeZone = root["time_zone"]?.string.flatMap { ShopTimeZone(identifier: $0) } ?? timeZone
        horizonInDays = root["horizon_days"]?.int.map { Int($0) } ?? horizonInDays
        minimumCustomers = root["minimum_customers"]?.int.map { Int($0) } ?? minimumCustomers
        contactEmail = root["contact_email"]?.string ?? contactEmail
        website = root["website"]?.string ?? website
        language = root["language"]?.string ?? language
        rfm = root["rfm"].flatMap { try? RFMSettings($0) } ?? rfm
        rfmModel = root["rfm_model"]?.uint64.flatMap { UInt32(exactly: $0) }.map { RFMModelNumber($0) } ?? rfmModel
    }
}
