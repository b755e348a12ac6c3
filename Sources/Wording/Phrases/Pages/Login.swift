extension Phrase {
    /// Signing in.
    public enum SignIn {
        package static let title = Phrase(en: "Sign in", fr: "Connexion", pl: "Logowanie")
        package static let email = Phrase(en: "E-mail", fr: "E-mail", pl: "E-mail")
        package static let password = Phrase(en: "Password", fr: "Mot de passe", pl: "Hasło")
        package static let button = Phrase(en: "Sign in", fr: "Se connecter", pl: "Zaloguj się")
        package static let wrong = Phrase(
            en: "E-mail or password is not right. Check both and try again.",
            fr: "L'e-mail ou le mot de passe est incorrect. Vérifiez les deux et réessayez.",
            pl: "E-mail lub hasło jest nieprawidłowe. Sprawdź oba i spróbuj ponownie.")
        package static let signedOut = Phrase(en: "You are signed out.", fr: "Déconnexion effectuée.", pl: "Wylogowano.")
        package static let noOwner = Phrase(
            en: "This shop has no owner yet", fr: "Cette boutique n'a pas encore de propriétaire",
            pl: "Ten sklep nie ma jeszcze właściciela")
        package static let noOwnerHelp = Phrase(
            en:
                "When Perennial starts, it prints a link that works once. Open that link to become the owner. If it has been lost, start Perennial again: as long as there is no owner, each start prints a new one.",
            fr:
                "À son démarrage, Perennial affiche un lien à usage unique. Ouvrez ce lien pour devenir propriétaire. S'il est perdu, redémarrez Perennial : tant qu'il n'y a pas de propriétaire, chaque démarrage en affiche un nouveau.",
            pl:
                "Przy uruchomieniu Perennial wypisuje jednorazowy link. Otwórz go, aby zostać właścicielem. Jeśli link przepadł, uruchom Perennial ponownie: dopóki nie ma właściciela, każde uruchomienie wypisuje nowy."
        )
    }

    /// The first owner of a shop.
    public enum Owner {
        package static let title = Phrase(
            en: "Become the owner of this shop", fr: "Devenir propriétaire de cette boutique", pl: "Zostań właścicielem tego sklepu")
        package static let lead = Phrase(
            en: "This link works once. The owner sees every page and can let others in.",
            fr: "Ce lien ne fonctionne qu'une fois. Le propriétaire voit toutes les pages et peut donner accès à d'autres.",
            pl: "Ten link działa tylko raz. Właściciel widzi wszystkie strony i może dać dostęp innym.")
        package static let name = Phrase(en: "Your name", fr: "Votre nom", pl: "Imię i nazwisko")
        package static let repeated = Phrase(en: "Password again", fr: "Mot de passe, encore une fois", pl: "Powtórz hasło")
        package static let button = Phrase(en: "Become the owner", fr: "Devenir propriétaire", pl: "Zostań właścicielem")
        package static let nameMissing = Phrase(en: "Write your name.", fr: "Indiquez votre nom.", pl: "Podaj imię i nazwisko.")
        package static let emailWrong = Phrase(
            en: "This is no e-mail address. It looks like name@example.com.",
            fr: "Ce n'est pas une adresse e-mail. Elle s'écrit comme nom@example.com.",
            pl: "To nie jest adres e-mail. Wygląda on tak: nazwa@example.com.")
        package static let passwordCommon = Phrase(
            en: "This password is among those that are tried first. Choose another.",
            fr: "Ce mot de passe est parmi les premiers essayés. Choisissez-en un autre.",
            pl: "To hasło jest jednym z tych, które sprawdza się najpierw. Wybierz inne.")
        package static let passwordsDiffer = Phrase(
            en: "The two passwords are not the same.", fr: "Les deux mots de passe ne sont pas identiques.", pl: "Hasła nie są takie same.")
        package static let linkUsed = Phrase(
            en: "This link no longer works", fr: "Ce lien ne fonctionne plus", pl: "Ten link już nie działa")
        package static let linkUsedHelp = Phrase(
            en:
                "It has been used, or it is too old. If you are the owner, sign in. If there is no owner yet, start Perennial again: it prints a new link.",
            fr:
                "Il a déjà servi, ou il est trop ancien. Si vous êtes propriétaire, connectez-vous. S'il n'y a pas encore de propriétaire, redémarrez Perennial : il affiche un nouveau lien.",
            pl:
                "Został już użyty albo jest za stary. Jeśli jesteś właścicielem, zaloguj się. Jeśli właściciela jeszcze nie ma, uruchom Perennial ponownie: wypisze nowy link."
        )
    }
}

extension Phrase {
    /// Somebody who was let in, or forgot a password, sets one.
    public enum SetPassword {
        package static let title = Phrase(en: "Set your password", fr: "Choisir votre mot de passe", pl: "Ustaw hasło")
        package static let lead = Phrase(
            en: "This link works once. With the password you sign in from now on.",
            fr: "Ce lien ne fonctionne qu'une fois. Ce mot de passe vous servira désormais à vous connecter.",
            pl: "Ten link działa tylko raz. Tym hasłem będziesz się odtąd logować.")
        package static let button = Phrase(en: "Set the password", fr: "Enregistrer le mot de passe", pl: "Ustaw hasło")
        package static let linkUsedHelp = Phrase(
            en: "It has been used, it is too old, or a password was set since. Sign in, or get a new one.",
            fr:
                "Il a déjà servi, il est trop ancien, ou un mot de passe a été défini depuis. Connectez-vous, ou demandez-en un nouveau.",
            pl:
                "Został już użyty, jest za stary albo ustawiono już hasło. Zaloguj się lub poproś o nowy."
        )
    }
}

extension Words {
    /// What a password must be.
    public func passwordHint(shortest: Int) -> String {
        let characters = count(shortest, .characters)
        return text(
            en: "At least \(characters). A few words in a row are easy to remember and hard to guess.",
            fr: "Au moins \(characters). Quelques mots à la suite se retiennent bien et se devinent mal.",
            pl: "Co najmniej \(characters). Kilka słów z rzędu łatwo zapamiętać, a trudno odgadnąć.")
    }

    /// A password of too few characters.
    public func passwordTooShort(shortest: Int) -> String {
        let characters = count(shortest, .characters)
        return text(
            en: "The password is too short: at least \(characters).", fr: "Le mot de passe est trop court : au moins \(characters).",
            pl: "Hasło jest za krótkie: co najmniej \(characters).")
    }

    /// Too many attempts to sign in.
    public func tooManyAttempts(waitSeconds: Int) -> String {
        let minutes = count(max(1, (waitSeconds + 59) / 60), .minutes)
        return text(
            en: "Too many attempts. Try again in \(minutes).", fr: "Trop de tentatives. Réessayez dans \(minutes).",
            pl: "Zbyt wiele prób. Spróbuj ponownie za \(minutes).")
    }
}
