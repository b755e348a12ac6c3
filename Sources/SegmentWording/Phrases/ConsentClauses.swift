import Facts
public import Segments
import Wording

extension SegmentWords {
    /// Whether somebody may be written to, and what was said about it.
    func consent(_ test: ConsentTest) -> String {
        let channel = channel(test.channel)
        let may =
            test.canReceive
            ? say(
                en: "may receive marketing by \(channel)", fr: "peut recevoir du marketing par \(channel)",
                pl: "może otrzymywać marketing (\(channel))")
            : say(
                en: "may not receive marketing by \(channel)", fr: "ne peut pas recevoir de marketing par \(channel)",
                pl: "nie może otrzymywać marketingu (\(channel))")
        return ([may, subscription(test.subscription)].compactMap { $0 } + test.filters.map { filter($0) }).joined(separator: ", ")
    }

    private func channel(_ channel: Channel) -> String {
        switch channel {
        case .email: say(en: "email", fr: "e-mail", pl: "e-mail")
        case .sms: say(en: "SMS", fr: "SMS", pl: "SMS")
        case .push: say(en: "push", fr: "notification push", pl: "powiadomienia push")
        case .whatsapp: say(en: "WhatsApp", fr: "WhatsApp", pl: "WhatsApp")
        }
    }

    func subscription(_ subscription: ConsentTest.Subscription) -> String? {
        switch subscription {
        case .any: nil
        case .subscribed: say(en: "is subscribed", fr: "est abonnée", pl: "jest zapisana")
        case .unsubscribed: say(en: "is unsubscribed", fr: "est désabonnée", pl: "jest wypisana")
        case .neverSubscribed: say(en: "never subscribed", fr: "ne s'est jamais abonnée", pl: "bez zapisu do tej pory")
        }
    }

    private func filter(_ filter: ConsentTest.Filter) -> String {
        switch filter {
        case .moment(let which, let date): return moment(label(which), date)
        case .isDoubleOptIn(let isDoubleOptIn): return said(isDoubleOptIn: isDoubleOptIn)
        case .customSource(let source): return said(source: source)
        case .method(let method, let among):
            let text = said(method: method)
            return among.isEmpty ? text : "\(text) (\(quoted(among)))"
        }
    }

    func said(isDoubleOptIn: Bool) -> String {
        isDoubleOptIn
            ? say(en: "confirmed by double opt-in", fr: "avec confirmation (double opt-in)", pl: "z potwierdzeniem (double opt-in)")
            : say(en: "not confirmed by double opt-in", fr: "sans confirmation (double opt-in)", pl: "bez potwierdzenia (double opt-in)")
    }

    func said(source: String) -> String {
        say(en: "from the source \(quoted(source))", fr: "depuis la source \(quoted(source))", pl: "ze źródła \(quoted(source))")
    }

    /// What a way of giving or taking back consent is called.
    public func label(method: String) -> String { ConsentMethodLabel.all[method].map { words($0) } ?? quoted(method) }

    func said(method: String) -> String {
        let name = label(method: method)
        return say(en: "by way of: \(name)", fr: "par le moyen : \(name)", pl: "sposób: \(name)")
    }

    /// What a date of consent is called.
    public func label(_ moment: ConsentTest.Moment) -> String {
        switch moment {
        case .status: say(en: "the date of that", fr: "la date de ce choix", pl: "data tego wyboru")
        case .bounce: say(en: "the date of a hard bounce", fr: "la date d'un rejet définitif", pl: "data trwałego odrzucenia")
        case .manualSuppression:
            say(
                en: "the date of suppression by hand", fr: "la date d'une exclusion manuelle des envois",
                pl: "data ręcznego wykluczenia z wysyłki")
        case .invalidEmail:
            say(
                en: "the date on which the address proved invalid", fr: "la date du constat d'adresse invalide",
                pl: "data uznania adresu za błędny")
        }
    }
}

enum ConsentMethodLabel {
    /// By the names in ``ConsentTest/methods``, and by others that shops tell.
    static let all: [String: Phrase] = [
        "api": Phrase(en: "the API", fr: "l'API", pl: "interfejs API"),
        "back_in_stock": Phrase(en: "a back-in-stock form", fr: "une alerte de retour en stock", pl: "formularz powrotu towaru"),
        "bulk_remove": Phrase(en: "removal of many at once", fr: "un retrait en masse", pl: "zbiorcze usunięcie"),
        "carrier_deactivation": Phrase(
            en: "the phone company gave up the number", fr: "la désactivation par l'opérateur", pl: "dezaktywacja przez operatora"),
        "checkout": Phrase(en: "the checkout", fr: "le passage en caisse", pl: "finalizacja zamówienia"),
        "data_warehouse_import": Phrase(
            en: "import from a data warehouse", fr: "un import depuis un entrepôt de données", pl: "import z hurtowni danych"),
        "failed_age_gate": Phrase(en: "too young", fr: "l'âge insuffisant", pl: "zbyt niski wiek"),
        "form": Phrase(en: "a form", fr: "un formulaire", pl: "formularz"),
        "inbound_message": Phrase(en: "an incoming message", fr: "un message entrant", pl: "wiadomość przychodząca"),
        "integration": Phrase(en: "an integration", fr: "une intégration", pl: "integracja"),
        "mailbox_provider": Phrase(en: "the mailbox provider", fr: "le fournisseur de messagerie", pl: "dostawca poczty"),
        "manual_add": Phrase(en: "added by hand", fr: "un ajout manuel", pl: "dodanie ręczne"),
        "manual_import": Phrase(en: "import of a file", fr: "un import de fichier", pl: "import pliku"),
        "manual_remove": Phrase(en: "removed by hand", fr: "un retrait manuel", pl: "usunięcie ręczne"),
        "message_blocked": Phrase(en: "a blocked message", fr: "un message bloqué", pl: "zablokowana wiadomość"),
        "one_click_unsubscribe": Phrase(en: "one-click unsubscribe", fr: "le désabonnement en un clic", pl: "wypisanie jednym kliknięciem"),
        "point_of_sale": Phrase(en: "at the counter of a store", fr: "le passage en magasin", pl: "kasa w sklepie stacjonarnym"),
        "preference_page": Phrase(en: "the preference page", fr: "la page de préférences", pl: "strona preferencji"),
        "profile_modification": Phrase(en: "a change of the profile", fr: "une modification du profil", pl: "zmiana profilu"),
        "provided_landline": Phrase(en: "a landline number", fr: "un numéro fixe", pl: "numer stacjonarny"),
        "provided_no_age": Phrase(en: "no age given", fr: "l'âge non indiqué", pl: "brak podanego wieku"),
        "sftp": Phrase(en: "SFTP", fr: "le SFTP", pl: "przesłanie przez SFTP"),
        "spam_complaint": Phrase(en: "a spam complaint", fr: "une plainte pour spam", pl: "zgłoszenie spamu"),
    ]
}
