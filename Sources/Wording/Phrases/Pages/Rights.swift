extension Phrase {
    /// What a person may ask for, and what is done about it.
    public enum Rights {
        package static let title = Phrase(en: "Rights of this person", fr: "Droits de cette personne", pl: "Prawa tej osoby")
        package static let file = Phrase(en: "Access", fr: "Accès", pl: "Dostęp")
        package static let fileHelp = Phrase(
            en: "Everything that is known of this person, as a file to hand over.",
            fr: "Tout ce qui est connu de cette personne, dans un fichier à lui remettre.",
            pl: "Wszystko, co wiadomo o tej osobie, w pliku do przekazania.")
        package static let download = Phrase(en: "Download", fr: "Télécharger", pl: "Pobierz")
        package static let objection = Phrase(
            en: "Objection to profiling", fr: "Opposition au profilage", pl: "Sprzeciw wobec profilowania")
        package static let objectionHelp = Phrase(
            en: "Nothing is predicted any more, and no predictive segment takes them in. It can be taken back.",
            fr: "Plus rien n'est prévu, et aucun segment prédictif ne l'inclut. L'opposition peut être levée.",
            pl: "Nic nie będzie już prognozowane i nie obejmie jej żaden segment predykcyjny. Sprzeciw można cofnąć.")
        package static let hasObjected = Phrase(
            en: "This person objected: nothing is predicted.", fr: "Cette personne s'est opposée : rien n'est prévu.",
            pl: "Ta osoba zgłosiła sprzeciw: nic nie jest prognozowane.")
        package static let object = Phrase(en: "Note the objection", fr: "Noter l'opposition", pl: "Odnotuj sprzeciw")
        package static let takeBack = Phrase(en: "Take it back", fr: "Lever l'opposition", pl: "Cofnij sprzeciw")
        package static let erasure = Phrase(en: "Erasure", fr: "Effacement", pl: "Usunięcie danych")
        package static let erasureHelp = Phrase(
            en: "Everything about this person is erased for good.", fr: "Tout ce qui concerne cette personne est effacé définitivement.",
            pl: "Wszystko, co dotyczy tej osoby, zostanie usunięte na zawsze.")
        package static let erase = Phrase(en: "Erase…", fr: "Effacer…", pl: "Usuń…")
        package static let eraseTitle = Phrase(
            en: "Erase this person for good?", fr: "Effacer définitivement cette personne ?", pl: "Usunąć na zawsze dane tej osoby?")
        package static let eraseLead = Phrase(
            en:
                "Identities, properties, consent, events, orders and predictions go, from the profile to the last copy within the data folder. The shop's figures, of past days too, no longer count this person. What stays is that something happened and when, and keyed hashes, so that nothing is taken in a second time. It cannot be taken back.",
            fr:
                "Identités, propriétés, consentement, événements, commandes et prévisions disparaissent, du profil à la dernière copie du dossier de données. Les chiffres de la boutique, jours passés compris, ne comptent plus cette personne. Restent seulement la date des faits et des empreintes chiffrées, pour que rien ne soit repris une seconde fois. C'est irréversible.",
            pl:
                "Znikną tożsamości, właściwości, zgody, zdarzenia, zamówienia i prognozy, od profilu po ostatnią kopię w folderze danych. Liczby sklepu, także z minionych dni, nie obejmą już tej osoby. Zostaje tylko to, że coś się wydarzyło i kiedy, oraz skróty z kluczem, aby nic nie zostało przyjęte po raz drugi. Tego nie można cofnąć."
        )
        package static let eraseBackups = Phrase(
            en: "Backups are not touched. If the person is still in the shop, its next order makes a new profile.",
            fr: "Les sauvegardes ne sont pas modifiées. Si la personne achète encore, sa prochaine commande crée un nouveau profil.",
            pl: "Kopie zapasowe pozostają bez zmian. Jeśli osoba nadal kupuje, jej następne zamówienie utworzy nowy profil.")
        package static let eraseNow = Phrase(en: "Erase for good", fr: "Effacer définitivement", pl: "Usuń na zawsze")
        package static let keep = Phrase(en: "Keep", fr: "Conserver", pl: "Zachowaj")
        package static let erased = Phrase(
            en: "The person was erased. The last traces are being removed in the background.",
            fr: "La personne a été effacée. Les dernières traces sont retirées en arrière-plan.",
            pl: "Dane osoby usunięto. Ostatnie ślady są usuwane w tle.")
        package static let readsOnly = Phrase(
            en: "Your role reads only: an owner or manager does this.",
            fr: "Votre rôle est en lecture seule : un propriétaire ou gestionnaire s'en charge.",
            pl: "Twoja rola pozwala tylko na odczyt: zrobi to właściciel lub menedżer.")
    }
}
