extension Phrase {
    /// What a person agreed to.
    public enum Consent {
        package static let title = Phrase(en: "Consent", fr: "Consentement", pl: "Zgody")
        package static let email = Phrase(en: "E-mail", fr: "E-mail", pl: "E-mail")
        package static let sms = Phrase(en: "SMS", fr: "SMS", pl: "SMS")
        package static let push = Phrase(en: "Push", fr: "Push", pl: "Push")
        package static let whatsapp = Phrase(en: "WhatsApp", fr: "WhatsApp", pl: "WhatsApp")
        package static let subscribed = Phrase(en: "subscribed", fr: "inscrit", pl: "zapisany")
        package static let unsubscribed = Phrase(en: "unsubscribed", fr: "désinscrit", pl: "wypisany")
        package static let never = Phrase(en: "never asked", fr: "jamais demandé", pl: "nigdy nie pytano")
        package static let pending = Phrase(
            en: "not confirmed yet", fr: "pas encore confirmé", pl: "jeszcze niepotwierdzony"
        )
        package static let suppressed = Phrase(
            en: "suppressed by hand", fr: "exclu des envois à la main", pl: "ręcznie wykluczony z wysyłki")
        package static let hardBounced = Phrase(
            en: "suppressed: the address bounced for good", fr: "exclu des envois : adresse définitivement en erreur",
            pl: "wykluczony z wysyłki: adres trwale odrzuca wiadomości")
        package static let spamComplaint = Phrase(
            en: "suppressed: reported as spam", fr: "exclu des envois : signalé comme spam", pl: "wykluczony z wysyłki: zgłoszono spam")
        package static let invalidAddress = Phrase(
            en: "suppressed: no valid address", fr: "exclu des envois : adresse non valide", pl: "wykluczony z wysyłki: nieprawidłowy adres"
        )
        package static let proof = Phrase(en: "Proof", fr: "Preuve", pl: "Dowód")
        package static let when = Phrase(en: "When", fr: "Quand", pl: "Kiedy")
        package static let method = Phrase(en: "How", fr: "Comment", pl: "Jak")
        package static let place = Phrase(en: "Where", fr: "Où", pl: "Gdzie")
        package static let wording = Phrase(en: "Wording", fr: "Texte accepté", pl: "Treść zgody")
        package static let importName = Phrase(en: "By import", fr: "Par import", pl: "Przez import")
        package static let noProof = Phrase(
            en: "no proof was given", fr: "aucune preuve fournie", pl: "nie podano dowodu")
        package static let mayBeMailed = Phrase(en: "may be written to", fr: "peut recevoir des messages", pl: "można pisać")
        package static let hasNotAgreed = Phrase(
            en: "has not agreed: nothing forbids messages, but none are sent without consent",
            fr: "n'a pas donné son accord : rien n'interdit les messages, mais aucun n'est envoyé sans consentement",
            pl: "nie wyraził zgody: nic nie zabrania wiadomości, ale bez zgody nie są wysyłane")
        package static let mayNotBeMailed = Phrase(
            en: "must not be written to", fr: "ne doit pas recevoir de messages", pl: "nie wolno pisać")
    }
}
