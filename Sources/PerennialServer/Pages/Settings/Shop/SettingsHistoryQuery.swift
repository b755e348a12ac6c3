import JSON
import Journal
import Shop
import Wording

/// Finds out who changed which setting.
struct SettingsHistoryQuery {
    let shop: Shop

    func changes() throws(JournalError) -> [ShopSettingsModel.Change] {
        let entries = try shop.journal.settingHistory(ShopSettings.settingKey)
        let changes = entries.reversed().lazy.map { entry in
            ShopSettingsModel.Change(at: entry.at, who: entry.who, fields: Self.difference(entry.before, entry.after))
        }
        return Array(changes.filter { !$0.fields.isEmpty }.prefix(ShopSettingsModel.mostChanges))
    }

    private static func difference(_ before: String?, _ after: String?) -> [(name: Phrase, before: String, after: String)] {
        let old = before.flatMap { try? JSONDocument($0) }
        let new = after.flatMap { try? JSONDocument($0) }
        return names.compactMap { key, phrase in
            let (was, becomes) = (text(old?.root[key]), text(new?.root[key]))
            // RFM has a page of its own: that it was changed is enough.
            if key == "rfm" { return was == becomes ? nil : (phrase, "…", "…") }
            if key == "language" { return was == becomes ? nil : (phrase, languageName(was), languageName(becomes)) }
            return was == becomes ? nil : (phrase, was, becomes)
        }
    }

    private static func text(_ value: JSONValue?) -> String {
        guard let value, !value.isNull else { return "" }
        return value.string ?? String(decoding: value.compactBytes, as: UTF8.self)
    }

    private static func languageName(_ code: String) -> String { Language(rawValue: code)?.ownName ?? code }

    private static let names: [(key: String, phrase: Phrase)] = [
        ("name", Phrase.Settings.name), ("currency", Phrase.Settings.currency), ("time_zone", Phrase.Settings.zone),
        ("language", Phrase.Settings.language), ("contact_email", Phrase.Settings.contact), ("website", Phrase.Settings.website),
        ("horizon_days", Phrase.Settings.horizon), ("minimum_customers", Phrase.Settings.minimum), ("rfm", Phrase.Settings.rfm),
    ]
}
