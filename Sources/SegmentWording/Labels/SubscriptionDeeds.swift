import Wording

extension KnownDeed {
    /// What is done with lists, consent and text messages.
    var ofOthers: Phrases? {
        switch self {
        case .subscribedToEmail:
            (
                Phrase(
                    en: "subscribed to email marketing", fr: "s'est abonnée au marketing par e-mail",
                    pl: "zapisano się na marketing e-mailowy"),
                Phrase(
                    en: "has not subscribed to email marketing", fr: "ne s'est pas abonnée au marketing par e-mail",
                    pl: "nie zapisano się na marketing e-mailowy"),
                Phrase(
                    en: "subscriptions to email marketing", fr: "des abonnements au marketing par e-mail",
                    pl: "zapisów na marketing e-mailowy")
            )
        case .unsubscribedFromEmail:
            (
                Phrase(
                    en: "unsubscribed from email marketing", fr: "s'est désabonnée du marketing par e-mail",
                    pl: "wypisano się z marketingu e-mailowego"),
                Phrase(
                    en: "has not unsubscribed from email marketing", fr: "ne s'est pas désabonnée du marketing par e-mail",
                    pl: "nie wypisano się z marketingu e-mailowego"),
                Phrase(
                    en: "unsubscriptions from email marketing", fr: "des désabonnements du marketing par e-mail",
                    pl: "wypisów z marketingu e-mailowego")
            )
        case .subscribedToList:
            (
                Phrase(en: "subscribed to a list", fr: "s'est abonnée à une liste", pl: "zapisano się na listę"),
                Phrase(en: "has not subscribed to a list", fr: "ne s'est pas abonnée à une liste", pl: "nie zapisano się na listę"),
                Phrase(en: "subscriptions to lists", fr: "des abonnements à des listes", pl: "zapisów na listy")
            )
        case .unsubscribedFromList:
            (
                Phrase(en: "unsubscribed from a list", fr: "s'est désabonnée d'une liste", pl: "wypisano się z listy"),
                Phrase(en: "has not unsubscribed from a list", fr: "ne s'est pas désabonnée d'une liste", pl: "nie wypisano się z listy"),
                Phrase(en: "unsubscriptions from lists", fr: "des désabonnements de listes", pl: "wypisów z list")
            )
        case .receivedSMS:
            (
                Phrase(en: "received an SMS", fr: "a reçu un SMS", pl: "dostarczono SMS"),
                Phrase(en: "has not received an SMS", fr: "n'a pas reçu de SMS", pl: "nie dostarczono SMS-a"),
                Phrase(en: "SMS received", fr: "des SMS reçus", pl: "dostarczonych | SMS-ów")
            )
        case .clickedSMS:
            (
                Phrase(en: "clicked in an SMS", fr: "a cliqué dans un SMS", pl: "kliknięto w SMS-ie"),
                Phrase(en: "has not clicked in an SMS", fr: "n'a pas cliqué dans un SMS", pl: "nie kliknięto w SMS-ie"),
                Phrase(en: "clicks in SMS", fr: "des clics dans des SMS", pl: "kliknięć w SMS-ach")
            )
        case .subscribedToSMS:
            (
                Phrase(
                    en: "subscribed to SMS marketing", fr: "s'est abonnée au marketing par SMS", pl: "zapisano się na marketing SMS-owy"),
                Phrase(
                    en: "has not subscribed to SMS marketing", fr: "ne s'est pas abonnée au marketing par SMS",
                    pl: "nie zapisano się na marketing SMS-owy"),
                Phrase(en: "subscriptions to SMS marketing", fr: "des abonnements au marketing par SMS", pl: "zapisów na marketing SMS-owy")
            )
        case .unsubscribedFromSMS:
            (
                Phrase(
                    en: "unsubscribed from SMS marketing", fr: "s'est désabonnée du marketing par SMS",
                    pl: "wypisano się z marketingu SMS-owego"),
                Phrase(
                    en: "has not unsubscribed from SMS marketing", fr: "ne s'est pas désabonnée du marketing par SMS",
                    pl: "nie wypisano się z marketingu SMS-owego"),
                Phrase(
                    en: "unsubscriptions from SMS marketing", fr: "des désabonnements du marketing par SMS",
                    pl: "wypisów z marketingu SMS-owego")
            )
        default: nil
        }
    }
}
