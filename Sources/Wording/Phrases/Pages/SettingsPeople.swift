extension Phrase {
    /// The people who sign in, and one's own account.
    public enum People {
        package static let person = Phrase(en: "Person", fr: "Personne", pl: "Osoba")
        package static let role = Phrase(en: "Role", fr: "Rôle", pl: "Rola")
        package static let since = Phrase(en: "Added", fr: "Accès depuis", pl: "Dostęp od")
        package static let standing = Phrase(en: "Status", fr: "État", pl: "Stan")
        package static let signsIn = Phrase(en: "active", fr: "peut se connecter", pl: "może się logować")
        package static let noPassword = Phrase(
            en: "no password yet: the link waits", fr: "pas encore de mot de passe : le lien attend", pl: "jeszcze bez hasła: link czeka")
        package static let you = Phrase(en: "you", fr: "vous", pl: "Ty")
        package static let changeColumn = Phrase(en: "Change", fr: "Modifier", pl: "Zmiana")
        package static let change = Phrase(en: "Change…", fr: "Modifier…", pl: "Zmień…")
        package static let invite = Phrase(en: "Invite someone", fr: "Donner accès à quelqu'un", pl: "Zaproś osobę")
        package static let inviteLead = Phrase(
            en: "You get a link to pass on. It works once, for a day; whoever opens it sets a password.",
            fr:
                "Vous obtenez un lien à transmettre. Il fonctionne une fois, pendant un jour ; la personne qui l'ouvre choisit un mot de passe.",
            pl: "Otrzymasz link do przekazania. Działa raz, przez dobę; kto go otworzy, ustawia hasło.")
        package static let name = Phrase(en: "Name", fr: "Nom", pl: "Imię i nazwisko")
        package static let inviteByMail = Phrase(
            en: "They get a mail with a link. It works once, for a day; whoever opens it sets a password.",
            fr: "La personne reçoit un e-mail avec un lien. Il fonctionne une fois, pendant un jour ; qui l'ouvre définit un mot de passe.",
            pl: "Ta osoba dostanie e-mail z linkiem. Działa raz, przez dobę; kto go otworzy, ustawia hasło.")
        package static let mailButton = Phrase(en: "Send the invitation", fr: "Envoyer l'invitation", pl: "Wyślij zaproszenie")
        package static let mailed = Phrase(
            en: "The link, which works once, for a day, went by mail to:",
            fr: "Le lien, valable une fois pendant un jour, a été envoyé à :",
            pl: "Link, który działa raz przez dobę, wysłano na adres:")
        package static let mailFailed = Phrase(
            en: "The mail could not be sent; the server's log says why. Pass the link on yourself.",
            fr: "L'e-mail n'a pas pu être envoyé ; le journal du serveur dit pourquoi. Transmettez le lien vous-même.",
            pl: "Nie udało się wysłać e-maila; powód jest w dzienniku serwera. Przekaż link samodzielnie.")
        package static let inviteButton = Phrase(en: "Make the link", fr: "Créer le lien", pl: "Utwórz link")
        package static let alreadyIn = Phrase(
            en: "Somebody signs in with this address already. For a new password open the person above.",
            fr: "Quelqu'un se connecte déjà avec cette adresse. Pour un nouveau mot de passe, ouvrez la personne ci-dessus.",
            pl: "Ktoś już loguje się tym adresem. Aby ustawić nowe hasło, otwórz osobę powyżej.")
        package static let roleWrong = Phrase(en: "Choose one of the roles.", fr: "Choisissez l'un des rôles.", pl: "Wybierz jedną z ról.")
        package static let link = Phrase(
            en: "Copy this link now, it is shown only once, and send it to this person only.",
            fr: "Copiez ce lien maintenant : il n'est affiché qu'une fois. Envoyez-le à cette personne seulement.",
            pl: "Skopiuj link teraz: jest pokazywany tylko raz. Wyślij go wyłącznie tej osobie.")
        package static let linkGone = Phrase(
            en: "It was shown already. If it was not copied, make a new one for the person.",
            fr: "Il a déjà été affiché. S'il n'a pas été copié, créez-en un nouveau pour la personne.",
            pl: "Został już pokazany. Jeśli nie został skopiowany, utwórz nowy dla tej osoby.")
        package static let roleTitle = Phrase(en: "What may they do?", fr: "Que peut faire cette personne ?", pl: "Co może ta osoba?")
        package static let resetTitle = Phrase(en: "Password forgotten", fr: "Mot de passe oublié", pl: "Zapomniane hasło")
        package static let resetLead = Phrase(
            en: "The old password and all sessions end at once, and you get a link to pass on by which a new one is set.",
            fr:
                "L'ancien mot de passe et toutes les sessions prennent fin aussitôt, et vous obtenez un lien à transmettre pour en choisir un nouveau.",
            pl: "Stare hasło i wszystkie sesje kończą się od razu, a Ty otrzymasz link do przekazania, którym ustawia się nowe.")
        package static let resetButton = Phrase(en: "Make a link", fr: "Créer un lien", pl: "Utwórz link")
        package static let removeTitle = Phrase(en: "Take away the access", fr: "Retirer l'accès", pl: "Odbierz dostęp")
        package static let removeLead = Phrase(
            en: "The password and all sessions end at once. What the person did stays in the activity.",
            fr: "Le mot de passe et toutes les sessions prennent fin aussitôt. Ce que la personne a fait reste dans l'activité.",
            pl: "Hasło i wszystkie sesje kończą się od razu. To, co osoba zrobiła, pozostaje w historii działań.")
        package static let remove = Phrase(en: "Remove…", fr: "Retirer…", pl: "Usuń…")
        package static let removeAsk = Phrase(
            en: "Take away this person's access?", fr: "Retirer l'accès à cette personne ?", pl: "Odebrać tej osobie dostęp?")
        package static let removeButton = Phrase(en: "Take it away", fr: "Retirer", pl: "Odbierz")
        package static let removed = Phrase(en: "The access is taken away.", fr: "L'accès est retiré.", pl: "Dostęp odebrano.")
        package static let lastOwner = Phrase(
            en: "This is the last owner: without one nobody could let people in. Make somebody else an owner first.",
            fr: "C'est le dernier propriétaire : sans lui, personne ne pourrait donner accès. Nommez d'abord un autre propriétaire.",
            pl: "To ostatni właściciel: bez niego nikt nie mógłby wpuszczać innych. Najpierw mianuj innego właściciela.")
        package static let roles = Phrase(en: "What each role may do", fr: "Ce que permet chaque rôle", pl: "Co może każda z ról")
        package static let ownerMay = Phrase(
            en: "Everything, also let people in and make keys.", fr: "Tout, y compris donner accès et créer des clés.",
            pl: "Wszystko, także wpuszczać osoby i tworzyć klucze.")
        package static let managerMay = Phrase(
            en: "See everything; change customers, segments, imports, exports and the shop's settings.",
            fr: "Tout voir ; modifier clients, segments, imports, exports et paramètres de la boutique.",
            pl: "Widzieć wszystko; zmieniać klientów, segmenty, importy, eksporty i ustawienia sklepu.")
        package static let analystMay = Phrase(
            en: "See everything, change nothing but their own account.", fr: "Tout voir, ne rien modifier hormis son propre compte.",
            pl: "Widzieć wszystko, nie zmieniać niczego poza własnym kontem.")
        package static let help = Phrase(
            en: "An access is a person's own: give nobody yours, so that the activity says who did what.",
            fr: "Un accès est personnel : ne prêtez pas le vôtre, afin que l'activité dise qui a fait quoi.",
            pl: "Dostęp jest osobisty: nie udostępniaj swojego, aby historia mówiła, kto co zrobił.")
    }

    /// One's own account.
    public enum Account {
        package static let you = Phrase(en: "You", fr: "Vous", pl: "Ty")
        package static let language = Phrase(en: "Language of the pages", fr: "Langue des pages", pl: "Język stron")
        package static let browsers = Phrase(en: "As the browser says", fr: "Celle du navigateur", pl: "Taki jak w przeglądarce")
        package static let password = Phrase(en: "Change the password", fr: "Changer le mot de passe", pl: "Zmień hasło")
        package static let passwordLead = Phrase(
            en: "All other sessions end: whoever else is signed in with the old one has to sign in anew.",
            fr: "Toutes les autres sessions prennent fin : quiconque utilise l'ancien devra se reconnecter.",
            pl: "Wszystkie inne sesje się kończą: kto używa starego, musi zalogować się od nowa.")
        package static let current = Phrase(en: "Current password", fr: "Mot de passe actuel", pl: "Obecne hasło")
        package static let new = Phrase(en: "New password", fr: "Nouveau mot de passe", pl: "Nowe hasło")
        package static let currentWrong = Phrase(
            en: "This is not the current password.", fr: "Ce n'est pas le mot de passe actuel.", pl: "To nie jest obecne hasło.")
        package static let changed = Phrase(
            en: "The password is changed. All other sessions have ended.",
            fr: "Le mot de passe est changé. Toutes les autres sessions ont pris fin.",
            pl: "Hasło zmieniono. Wszystkie inne sesje zostały zakończone.")
        package static let sessions = Phrase(en: "Active sessions", fr: "Sessions actives", pl: "Aktywne sesje")
        package static let here = Phrase(en: "this browser", fr: "ce navigateur", pl: "ta przeglądarka")
        package static let elsewhere = Phrase(en: "another browser", fr: "un autre navigateur", pl: "inna przeglądarka")
        package static let browser = Phrase(en: "Browser", fr: "Navigateur", pl: "Przeglądarka")
        package static let since = Phrase(en: "Signed in", fr: "Connecté", pl: "Zalogowano")
        package static let until = Phrase(en: "Until", fr: "Jusqu'au", pl: "Do")
        package static let endOthers = Phrase(
            en: "Sign out everywhere else", fr: "Se déconnecter partout ailleurs", pl: "Wyloguj wszędzie indziej")
        package static let ended = Phrase(
            en: "All other sessions have ended.", fr: "Toutes les autres sessions ont pris fin.",
            pl: "Wszystkie inne sesje zostały zakończone.")
    }
}
