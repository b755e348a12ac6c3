extension Phrase {
    /// Pages that cannot be shown.
    public enum Failure {
        package static let unreadable = Phrase(
            en: "The request cannot be read", fr: "La requête est illisible", pl: "Nie można odczytać żądania")
        package static let unreadableHelp = Phrase(
            en: "Nothing was changed. Go back, load the page again and fill in the form once more.",
            fr: "Rien n'a été modifié. Revenez en arrière, rechargez la page et remplissez de nouveau le formulaire.",
            pl: "Niczego nie zmieniono. Wróć, wczytaj stronę ponownie i wypełnij formularz jeszcze raz.")
        package static let tooLarge = Phrase(
            en: "The form is too large", fr: "Le formulaire est trop volumineux", pl: "Formularz jest za duży")
        package static let tooLargeHelp = Phrase(
            en: "Nothing was changed. Go back and write less.", fr: "Rien n'a été modifié. Revenez en arrière et raccourcissez le texte.",
            pl: "Niczego nie zmieniono. Wróć i skróć tekst.")
        package static let notFound = Phrase(en: "There is no such page", fr: "Cette page n'existe pas", pl: "Nie ma takiej strony")
        package static let notFoundHelp = Phrase(
            en: "The address may be mistyped, or what stood here has been erased or joined with another profile.",
            fr: "L'adresse est peut-être mal saisie, ou ce qui s'y trouvait a été effacé ou fusionné avec un autre profil.",
            pl: "Adres może zawierać błąd albo to, co tu było, zostało usunięte lub połączone z innym profilem.")
        package static let forbidden = Phrase(
            en: "You may not see this page", fr: "Vous n'avez pas accès à cette page", pl: "Nie masz dostępu do tej strony")
        package static let forbiddenHelp = Phrase(
            en: "Your account lacks the right for it. The owner of the shop can give it to you.",
            fr: "Votre compte n'en a pas le droit. Le propriétaire de la boutique peut vous l'accorder.",
            pl: "Twoje konto nie ma do tego uprawnień. Może je nadać właściciel sklepu.")
        package static let formTooOld = Phrase(
            en: "The form was too old", fr: "Le formulaire était trop ancien", pl: "Formularz był zbyt stary")
        package static let formTooOldHelp = Phrase(
            en: "Nothing was changed. Go back, load the page again and send the form once more.",
            fr: "Rien n'a été modifié. Revenez en arrière, rechargez la page et renvoyez le formulaire.",
            pl: "Niczego nie zmieniono. Wróć, wczytaj stronę ponownie i wyślij formularz jeszcze raz.")
        package static let failed = Phrase(
            en: "Something went wrong on our side", fr: "Une erreur est survenue de notre côté", pl: "Coś poszło nie tak po naszej stronie")
        package static let failedHelp = Phrase(
            en:
                "What was acknowledged before is safe. Try again; if it happens again, look in the server's log for the request id below.",
            fr:
                "Ce qui a été confirmé auparavant est en sécurité. Réessayez ; si cela se reproduit, cherchez dans le journal du serveur l'identifiant de requête ci-dessous.",
            pl:
                "To, co zostało wcześniej potwierdzone, jest bezpieczne. Spróbuj ponownie; jeśli to się powtórzy, poszukaj w dzienniku serwera poniższego identyfikatora żądania."
        )
        package static let requestID = Phrase(en: "Request id", fr: "Identifiant de requête", pl: "Identyfikator żądania")
        package static let toHome = Phrase(en: "To the home page", fr: "Vers l'accueil", pl: "Do strony głównej")
        package static let toProfiles = Phrase(en: "Search profiles", fr: "Rechercher un profil", pl: "Szukaj profili")
    }
}
