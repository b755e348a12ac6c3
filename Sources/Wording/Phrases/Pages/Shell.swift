extension Phrase {
    /// What stands around every page of the server.
    public enum Shell {
        package static let home = Phrase(en: "Home", fr: "Accueil", pl: "Strona główna")
        package static let profiles = Phrase(en: "Profiles", fr: "Profils", pl: "Profile")
        package static let audience = Phrase(en: "Audience", fr: "Audience", pl: "Odbiorcy")
        package static let allContacts = Phrase(en: "All contacts", fr: "Tous les contacts", pl: "Wszystkie kontakty")
        package static let shop = Phrase(en: "Shop", fr: "Boutique", pl: "Sklep")
        package static let menu = Phrase(en: "Menu", fr: "Menu", pl: "Menu")
        package static let sections = Phrase(en: "Sections", fr: "Rubriques", pl: "Działy")
        package static let language = Phrase(en: "Language", fr: "Langue", pl: "Język")
        package static let account = Phrase(en: "Account", fr: "Compte", pl: "Konto")
        package static let signOut = Phrase(en: "Sign out", fr: "Se déconnecter", pl: "Wyloguj się")
        package static let search = Phrase(en: "Search", fr: "Rechercher", pl: "Szukaj")
        package static let searchHint = Phrase(
            en: "Name, e-mail or id", fr: "Nom, e-mail ou identifiant", pl: "Nazwisko, e-mail, ID")
        package static let previous = Phrase(en: "Previous", fr: "Précédent", pl: "Poprzednie")
        package static let next = Phrase(en: "Next", fr: "Suivant", pl: "Następne")
        package static let pages = Phrase(en: "Pages", fr: "Pages", pl: "Strony")
        package static let mostProbablyNothing = Phrase(
            en: "most probably nothing", fr: "très probablement rien", pl: "najprawdopodobniej nic")
    }
}

extension Words {
    /// The last line of every page.
    public func runsHere(version: String) -> String {
        text(
            en: "Perennial \(version). Runs where your data is: nothing is sent anywhere.",
            fr: "Perennial \(version). Fonctionne là où sont vos données : rien n'est envoyé nulle part.",
            pl: "Perennial \(version). Działa tam, gdzie są Twoje dane: nic nie jest nigdzie wysyłane.")
    }

    /// Until when the figures of a page reach, and in which currency.
    public func asOf(_ moment: String, zone: String, currency: String?) -> String {
        let until = text(en: "As of \(moment) (\(zone))", fr: "Au \(moment) (\(zone))", pl: "Stan na \(moment) (\(zone))")
        let unit =
            currency.map { text(en: "amounts in \($0)", fr: "montants en \($0)", pl: "kwoty w \($0)") }
            ?? text(en: "amounts without a named currency", fr: "montants sans devise indiquée", pl: "kwoty bez podanej waluty")
        return "\(until) · \(unit)"
    }

    /// A name and what it stands for: "Why: silent for 95 days", with the space that French puts before the colon.
    public func labelled(_ name: String, _ text: String) -> String {
        self.text(en: "\(name): \(text)", fr: "\(name) : \(text)", pl: "\(name): \(text)")
    }

    /// So many days before today.
    public func ago(days: Int) -> String {
        if days <= 0 { return text(en: "today", fr: "aujourd'hui", pl: "dzisiaj") }
        return text(en: "\(self.days(days)) ago", fr: "il y a \(self.days(days))", pl: "\(self.days(days)) temu")
    }

    /// Something that began at a moment.
    public func since(_ moment: String) -> String { text(en: "since \(moment)", fr: "depuis le \(moment)", pl: "od \(moment)") }

    /// Which rows of all are on the page.
    public func rowsShown(first: Int, last: Int, all: Int) -> String {
        let range = first == last ? format.number(first) : "\(format.number(first))–\(format.number(last))"
        let all = format.number(all)
        return text(en: "\(range) of \(all)", fr: "\(range) sur \(all)", pl: "\(range) z \(all)")
    }
}
