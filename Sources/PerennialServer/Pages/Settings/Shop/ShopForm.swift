import Facts
import Foundation
import Shop
import Wording

/// What is written in the form of the shop, as it was typed.
struct ShopForm: Sendable {
    /// A field of the form, by its name.
    enum Name: String, CaseIterable, Sendable {
        case name, currency, zone = "time_zone", language, contact = "contact_email", website
    }

    private(set) var texts: [Name: String]

    subscript(_ name: Name) -> String { texts[name] ?? "" }

    /// What the settings are.
    init(_ settings: ShopSettings) {
        texts = [
            .name: settings.name, .currency: settings.currency?.code ?? "", .zone: settings.timeZone.identifier,
            .language: settings.language, .contact: settings.contactEmail, .website: settings.website,
        ]
    }

    /// What was sent.
    init(_ fields: QueryString) {
        texts = Dictionary(uniqueKeysWithValues: Name.allCases.map { ($0, Self.trimmed(fields[$0.rawValue] ?? "")) })
    }

    /// The same with what was sent of some fields.
    func answered(_ fields: QueryString, _ names: [Name]) -> ShopForm {
        var form = self
        for name in names { form.texts[name] = Self.trimmed(fields[name.rawValue] ?? "") }
        return form
    }

    /// What is wrong.
    var problems: [Name: Phrase] {
        var problems: [Name: Phrase] = [:]
        if self[.name].isEmpty || self[.name].count > 200 { problems[.name] = Phrase.Settings.nameWrong }
        if !self[.currency].isEmpty, Currency(code: self[.currency])?.isISO4217 != true {
            problems[.currency] = Phrase.Settings.currencyWrong
        }
        if ShopTimeZone(identifier: self[.zone]) == nil { problems[.zone] = Phrase.Settings.zoneWrong }
        if Language(rawValue: self[.language]) == nil { problems[.language] = Phrase.Settings.languageWrong }
        if !self[.contact].isEmpty, !Self.fits(self[.contact], .email, 254) { problems[.contact] = Phrase.Owner.emailWrong }
        if !self[.website].isEmpty, !Self.fits(self[.website], .uri, 1_000) { problems[.website] = Phrase.Settings.websiteWrong }
        return problems
    }

    /// The settings that it asks for; what is not understood stays.
    func applied(to settings: ShopSettings) -> ShopSettings {
        var settings = settings
        settings.name = self[.name]
        settings.currency = Currency(code: self[.currency]) ?? settings.currency
        settings.timeZone = ShopTimeZone(identifier: self[.zone]) ?? settings.timeZone
        settings.language = self[.language]
        settings.contactEmail = self[.contact]
        settings.website = self[.website]
        return settings
    }

    private static func fits(_ text: String, _ format: Schema.Format, _ longest: Int) -> Bool {
        text.count <= longest && TextFormat.matches(text, format)
    }

    private static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Zones to choose from: those that this machine knows.
    static let zones: [String] =
        ["UTC"] + TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") && ShopTimeZone(identifier: $0) != nil }.sorted()
}
