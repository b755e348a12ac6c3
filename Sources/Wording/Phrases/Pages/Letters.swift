extension Phrase {
    /// Asking for a new password by mail.
    public enum ForgottenPassword {
        package static let link = Phrase(en: "Forgot your password?", fr: "Mot de passe oublié ?", pl: "Nie pamiętasz hasła?")
        package static let title = Phrase(en: "A new password", fr: "Un nouveau mot de passe", pl: "Nowe hasło")
        package static let lead = Phrase(
            en: "Write the address with which you sign in. You get a link by mail that sets a new password.",
            fr:
                "Indiquez l'adresse avec laquelle vous vous connectez. Vous recevrez par e-mail un lien pour définir un nouveau mot de passe.",
            pl: "Podaj adres, którym się logujesz. Dostaniesz e-mailem link do ustawienia nowego hasła.")
        package static let button = Phrase(en: "Send the link", fr: "Envoyer le lien", pl: "Wyślij link")
        package static let sent = Phrase(
            en:
                "If somebody signs in with this address, a mail is on its way. Its link works once, for a day. Look into the spam folder too.",
            fr:
                "Si quelqu'un se connecte avec cette adresse, un e-mail est en route. Son lien fonctionne une fois, pendant un jour. Regardez aussi dans les indésirables.",
            pl:
                "Jeśli ktoś loguje się tym adresem, e-mail jest już w drodze. Link działa raz, przez dobę. Zajrzyj też do spamu.")
        package static let withoutMail = Phrase(
            en:
                "This server sends no mail. An owner of the shop can make you a link, or whoever runs Perennial: perennial user reset-password.",
            fr:
                "Ce serveur n'envoie pas d'e-mails. Un propriétaire de la boutique peut vous créer un lien, ou la personne qui exploite Perennial : perennial user reset-password.",
            pl:
                "Ten serwer nie wysyła e-maili. Link może utworzyć właściciel sklepu albo osoba prowadząca Perennial: perennial user reset-password."
        )
    }
}

extension Words {
    /// What the mail to somebody who is let in is about.
    public func invitationSubject(shop: String) -> String {
        text(en: "\(shop): you are let in", fr: "\(shop) : un accès pour vous", pl: "\(shop): dostęp dla Ciebie")
    }

    /// The mail to somebody who is let in.
    public func invitation(shop: String, by who: String, link: String) -> String {
        text(
            en: """
                \(who) lets you in to the customer value pages of \(shop).

                Set your password here. The link works once, for a day:
                \(link)

                If you do not expect this mail, you can leave it be.
                """,
            fr: """
                \(who) vous donne accès aux pages de valeur client de \(shop).

                Définissez votre mot de passe ici. Le lien fonctionne une fois, pendant un jour :
                \(link)

                Si vous n'attendez pas ce message, vous pouvez l'ignorer.
                """,
            pl: """
                \(who) daje Ci dostęp do stron o wartości klientów sklepu \(shop).

                Tutaj ustawisz hasło. Link działa raz, przez dobę:
                \(link)

                Jeśli nie spodziewasz się tej wiadomości, możesz ją zignorować.
                """)
    }

    /// What the mail with a link for a new password is about.
    public func newPasswordSubject(shop: String) -> String {
        text(en: "\(shop): a new password", fr: "\(shop) : nouveau mot de passe", pl: "\(shop): nowe hasło")
    }

    /// The mail with a link for a new password.
    ///
    /// - Parameter isAskedFor: whether somebody asked for it on the page for signing in; else an owner took the old one away.
    public func newPassword(shop: String, link: String, isAskedFor: Bool) -> String {
        let why =
            isAskedFor
            ? text(
                en: "Somebody asked for a new password for your account at \(shop). Your old one works until a new one is set.",
                fr: "Quelqu'un a demandé un nouveau mot de passe pour votre accès à \(shop). L'ancien reste valable jusque-là.",
                pl: "Ktoś poprosił o nowe hasło do Twojego konta w \(shop). Stare działa, dopóki nie ustawisz nowego.")
            : text(
                en: "An owner of \(shop) asks you to set a new password. The old one no longer works.",
                fr: "Un propriétaire de \(shop) vous demande de définir un nouveau mot de passe. L'ancien ne fonctionne plus.",
                pl: "Właściciel \(shop) prosi o ustawienie nowego hasła. Stare już nie działa.")
        return text(
            en: "\(why)\n\nSet it here. The link works once, for a day:\n\(link)\n\nIf it was not you, you can leave this mail be.",
            fr:
                "\(why)\n\nDéfinissez-le ici. Le lien fonctionne une fois, pendant un jour :\n\(link)\n\nSi ce n'était pas vous, vous pouvez ignorer ce message.",
            pl: "\(why)\n\nUstaw je tutaj. Link działa raz, przez dobę:\n\(link)\n\nJeśli to nie Ty, możesz zignorować tę wiadomość.")
    }
}
