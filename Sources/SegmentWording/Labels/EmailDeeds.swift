import Wording

extension KnownDeed {
    /// What is done with emails.
    var ofEmail: Phrases? {
        switch self {
        case .receivedEmail:
            (
                Phrase(en: "received an email", fr: "a reçu un e-mail", pl: "dostarczono e-mail"),
                Phrase(en: "has not received an email", fr: "n'a pas reçu d'e-mail", pl: "nie dostarczono e-maila"),
                Phrase(en: "emails received", fr: "des e-mails reçus", pl: "dostarczonych | e-maili")
            )
        case .openedEmail:
            (
                Phrase(en: "opened an email", fr: "a ouvert un e-mail", pl: "otwarto e-mail"),
                Phrase(en: "has not opened an email", fr: "n'a pas ouvert d'e-mail", pl: "nie otwarto e-maila"),
                Phrase(en: "emails opened", fr: "des e-mails ouverts", pl: "otwartych | e-maili")
            )
        case .clickedEmail:
            (
                Phrase(en: "clicked in an email", fr: "a cliqué dans un e-mail", pl: "kliknięto w e-mailu"),
                Phrase(en: "has not clicked in an email", fr: "n'a pas cliqué dans un e-mail", pl: "nie kliknięto w e-mailu"),
                Phrase(en: "clicks in emails", fr: "des clics dans des e-mails", pl: "kliknięć w e-mailach")
            )
        case .bouncedEmail:
            (
                Phrase(en: "had an email bounce", fr: "a eu un e-mail rejeté", pl: "odrzucono e-mail"),
                Phrase(en: "has not had an email bounce", fr: "n'a pas eu d'e-mail rejeté", pl: "nie odrzucono e-maila"),
                Phrase(en: "emails bounced", fr: "des e-mails rejetés", pl: "odrzuconych | e-maili")
            )
        case .markedAsSpam:
            (
                Phrase(en: "marked an email as spam", fr: "a signalé un e-mail comme spam", pl: "oznaczono e-mail jako spam"),
                Phrase(
                    en: "has not marked an email as spam", fr: "n'a pas signalé d'e-mail comme spam", pl: "nie oznaczono e-maila jako spam"),
                Phrase(en: "emails marked as spam", fr: "des e-mails signalés comme spam", pl: "oznaczonych | jako spam e-maili")
            )
        case .droppedEmail:
            (
                Phrase(en: "had an email that could not be sent", fr: "a eu un e-mail non envoyé", pl: "nie udało się wysłać e-maila"),
                Phrase(
                    en: "has not had an email that could not be sent", fr: "n'a pas eu d'e-mail non envoyé",
                    pl: "nie odnotowano nieudanej wysyłki e-maila"),
                Phrase(en: "emails that could not be sent", fr: "des e-mails non envoyés", pl: "niewysłanych | e-maili")
            )
        default: nil
        }
    }
}
