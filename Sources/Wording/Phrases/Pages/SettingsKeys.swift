extension Phrase {
    /// The keys by which programs call the API.
    public enum Keys {
        package static let lead = Phrase(
            en: "A key lets a program of yours send or read data. It is shown once, when it is made; what is kept is a fingerprint.",
            fr:
                "Une clé permet à l'un de vos programmes d'envoyer ou de lire des données. Elle n'est affichée qu'à sa création ; seule son empreinte est conservée.",
            pl:
                "Klucz pozwala Twojemu programowi wysyłać lub czytać dane. Jest pokazywany raz, przy utworzeniu; przechowywany jest tylko jego odcisk."
        )
        package static let none = Phrase(en: "There are no keys yet", fr: "Il n'y a pas encore de clé", pl: "Nie ma jeszcze kluczy")
        package static let name = Phrase(en: "Name", fr: "Nom", pl: "Nazwa")
        package static let nameHint = Phrase(
            en: "For which program it is: Shop plug-in", fr: "Pour quel programme : module de la boutique",
            pl: "Do którego programu: wtyczka sklepu")
        package static let nameWrong = Phrase(
            en: "A name of 1 to 100 characters is needed.", fr: "Il faut un nom de 1 à 100 caractères.",
            pl: "Potrzebna jest nazwa o długości od 1 do 100 znaków.")
        package static let may = Phrase(en: "What it may do", fr: "Ce qu'elle permet", pl: "Co może")
        package static let everything = Phrase(en: "Everything", fr: "Tout", pl: "Wszystko")
        package static let sends = Phrase(
            en: "Send data of a shop: events, profiles, lists, consent",
            fr: "Envoyer les données d'une boutique : événements, profils, listes, consentements",
            pl: "Wysyłać dane sklepu: zdarzenia, profile, listy, zgody")
        package static let reads = Phrase(
            en: "Read everything, change nothing", fr: "Tout lire, ne rien modifier", pl: "Czytać wszystko, niczego nie zmieniać")
        package static let chosen = Phrase(
            en: "Only what is ticked below", fr: "Seulement ce qui est coché ci-dessous", pl: "Tylko to, co zaznaczono poniżej")
        package static let single = Phrase(en: "Choose one by one", fr: "Choisir une à une", pl: "Wybierz pojedynczo")
        package static let noneTicked = Phrase(
            en: "Tick at least one, or choose one of the other answers.", fr: "Cochez au moins une case, ou choisissez une autre réponse.",
            pl: "Zaznacz co najmniej jedną pozycję albo wybierz inną odpowiedź.")
        package static let make = Phrase(en: "Make a key", fr: "Créer une clé", pl: "Utwórz klucz")
        package static let made = Phrase(
            en: "This is the key. It is shown this once: copy it now.",
            fr: "Voici la clé. Elle n'est affichée qu'une fois : copiez-la maintenant.",
            pl: "To jest klucz. Jest pokazywany tylko raz: skopiuj go teraz.")
        package static let gone = Phrase(
            en: "It was shown already. If it was not copied, revoke the key and make another.",
            fr: "Elle a déjà été affichée. Si elle n'a pas été copiée, révoquez la clé et créez-en une autre.",
            pl: "Został już pokazany. Jeśli nie został skopiowany, unieważnij klucz i utwórz nowy.")
        package static let createdAt = Phrase(en: "Made", fr: "Créée", pl: "Utworzono")
        package static let lastUsed = Phrase(en: "Last used", fr: "Dernière utilisation", pl: "Ostatnio użyty")
        package static let never = Phrase(en: "never", fr: "jamais", pl: "nigdy")
        package static let revoke = Phrase(en: "Revoke…", fr: "Révoquer…", pl: "Unieważnij…")
        package static let revoked = Phrase(en: "Revoked", fr: "Révoquée", pl: "Unieważniony")
        package static let revokedNow = Phrase(en: "The key is revoked.", fr: "La clé est révoquée.", pl: "Klucz jest unieważniony.")
        package static let revokeTitle = Phrase(en: "Revoke this key?", fr: "Révoquer cette clé ?", pl: "Unieważnić ten klucz?")
        package static let revokeLead = Phrase(
            en: "Programs that use it are refused within two seconds. It cannot be taken back.",
            fr: "Les programmes qui l'utilisent seront refusés dans les deux secondes. C'est irréversible.",
            pl: "Programy, które go używają, będą odrzucane w ciągu dwóch sekund. Tego nie można cofnąć.")
        package static let revokeButton = Phrase(en: "Revoke", fr: "Révoquer", pl: "Unieważnij")
        package static let old = Phrase(en: "Revoked keys", fr: "Clés révoquées", pl: "Unieważnione klucze")
        package static let help = Phrase(
            en:
                "Whoever holds a key can do what it may, from anywhere. Give each program a key of its own with no more than it needs, and revoke it when the program goes.",
            fr:
                "Quiconque détient une clé peut faire ce qu'elle permet, de n'importe où. Donnez à chaque programme sa propre clé, limitée au nécessaire, et révoquez-la quand le programme disparaît.",
            pl:
                "Kto ma klucz, może zrobić wszystko, na co klucz pozwala, z dowolnego miejsca. Daj każdemu programowi własny klucz, który pozwala tylko na to, co konieczne, i unieważnij go, gdy program nie jest już potrzebny."
        )
    }
}
