extension Phrase {
    /// Files that leave the shop.
    public enum Exports {
        package static let title = Phrase(en: "Exports", fr: "Exports", pl: "Eksporty")
        package static let lead = Phrase(
            en: "People and what they are worth, as a file for another program.",
            fr: "Les personnes et leur valeur, dans un fichier pour un autre programme.",
            pl: "Osoby i ich wartość jako plik dla innego programu.")
        package static let new = Phrase(en: "Make a file", fr: "Créer un fichier", pl: "Utwórz plik")
        package static let files = Phrase(en: "Files", fr: "Fichiers", pl: "Pliki")
        package static let none = Phrase(en: "There are no files yet", fr: "Il n'y a pas encore de fichier", pl: "Nie ma jeszcze plików")
        package static let noneHelp = Phrase(
            en: "Choose below who, and for which program.", fr: "Choisissez ci-dessous qui, et pour quel programme.",
            pl: "Wybierz poniżej kogo i dla jakiego programu.")
        package static let source = Phrase(en: "Who", fr: "De qui", pl: "Kogo")
        package static let everybody = Phrase(en: "Everybody", fr: "Tout le monde", pl: "Wszyscy")
        package static let list = Phrase(en: "List", fr: "Liste", pl: "Lista")
        package static let segment = Phrase(en: "Segment", fr: "Segment", pl: "Segment")
        package static let gone = Phrase(en: "not there any more", fr: "n'existe plus", pl: "już nie istnieje")
        package static let program = Phrase(en: "For which program", fr: "Pour quel programme", pl: "Dla jakiego programu")
        package static let plain = Phrase(en: "Any program (CSV)", fr: "N'importe lequel (CSV)", pl: "Dowolny (CSV)")
        /// Name of a file of everybody.
        package static let people = Phrase(en: "Customers", fr: "Clients", pl: "Klienci")
        package static let excelEnglish = Phrase(en: "Excel (English)", fr: "Excel (anglais)", pl: "Excel (angielski)")
        package static let excelFrench = Phrase(en: "Excel (French)", fr: "Excel (français)", pl: "Excel (francuski)")
        package static let excelPolish = Phrase(en: "Excel (Polish)", fr: "Excel (polonais)", pl: "Excel (polski)")
        package static let klaviyo = Phrase(en: "Klaviyo", fr: "Klaviyo", pl: "Klaviyo")
        package static let mailchimp = Phrase(en: "Mailchimp", fr: "Mailchimp", pl: "Mailchimp")
        package static let brevo = Phrase(en: "Brevo", fr: "Brevo", pl: "Brevo")
        package static let columns = Phrase(en: "Choose the columns", fr: "Choisir les colonnes", pl: "Wybierz kolumny")
        package static let columnsHelp = Phrase(
            en: "Where none is ticked, the file has those that the program needs.",
            fr: "Si rien n'est coché, le fichier a celles dont le programme a besoin.",
            pl: "Gdy nic nie zaznaczono, plik ma te, których potrzebuje program.")
        package static let englishColumns = Phrase(
            en: "In the file, columns have English names, such as email and predicted_clv.",
            fr: "Dans le fichier, les colonnes portent des noms anglais, comme email et predicted_clv.",
            pl: "W pliku kolumny mają nazwy angielskie, np. email i predicted_clv.")
        package static let make = Phrase(en: "Make the file", fr: "Créer le fichier", pl: "Utwórz plik")
        package static let made = Phrase(
            en: "The file is being written; it stands at the top of the list.",
            fr: "Le fichier est en cours d'écriture ; il est en tête de liste.",
            pl: "Plik jest zapisywany; jest na początku listy.")
        package static let sourceWrong = Phrase(
            en: "Choose everybody, a list or a segment that is there.", fr: "Choisissez tout le monde, une liste ou un segment existant.",
            pl: "Wybierz wszystkich, istniejącą listę lub segment.")
        package static let rows = Phrase(en: "People", fr: "Personnes", pl: "Osoby")
        package static let download = Phrase(en: "Download", fr: "Télécharger", pl: "Pobierz")
        package static let written = Phrase(en: "being written", fr: "en cours d'écriture", pl: "zapisywany")
        package static let expired = Phrase(en: "taken away", fr: "supprimé", pl: "usunięty")
        package static let failed = Phrase(en: "could not be written", fr: "n'a pas pu être écrit", pl: "nie udało się zapisać")
        package static let notWritable = Phrase(
            en: "The disk is full, or the folder may not be written.",
            fr: "Le disque est plein, ou le dossier n'est pas accessible en écriture.",
            pl: "Dysk jest pełny albo w folderze nie wolno zapisywać.")
        package static let noFolderThen = Phrase(
            en: "The server had no folder for exports.", fr: "Le serveur n'avait pas de dossier d'exports.",
            pl: "Serwer nie miał folderu na eksporty.")
        package static let scheduleGone = Phrase(
            en: "It was no longer scheduled.", fr: "Il n'était plus planifié.", pl: "Nie był już zaplanowany.")
        package static let groupGone = Phrase(
            en: "The list or segment is not there any more.", fr: "La liste ou le segment n'existe plus.",
            pl: "Listy lub segmentu już nie ma.")
        package static let modelGone = Phrase(
            en: "The RFM model of some columns is not there any more.", fr: "Le modèle RFM de certaines colonnes n'existe plus.",
            pl: "Modelu RFM, z którego są niektóre kolumny, już nie ma.")
        package static let rowsMissing = Phrase(
            en: "Rows would have been missing. Ask for the file again.", fr: "Il aurait manqué des lignes. Demandez le fichier de nouveau.",
            pl: "Brakowałoby wierszy. Poproś o plik jeszcze raz.")
        package static let stillCounting = Phrase(
            en: "Who is in the segment was not known yet. Ask for the file again.",
            fr: "On ne savait pas encore qui est dans le segment. Demandez le fichier de nouveau.",
            pl: "Nie było jeszcze wiadomo, kto jest w segmencie. Poproś o plik jeszcze raz.")
        package static let orderUnreadable = Phrase(
            en: "It was asked for by another version of Perennial. Ask for it again.",
            fr: "Il a été demandé par une autre version de Perennial. Demandez-le de nouveau.",
            pl: "Poproszono o niego w innej wersji Perennial. Poproś jeszcze raz.")
        package static let notAudited = Phrase(
            en: "It could not be noted in the activity, and nothing leaves the shop without that.",
            fr: "Il n'a pas pu être noté dans l'activité ; sans cela, rien ne quitte la boutique.",
            pl: "Nie udało się tego odnotować w aktywności, a bez tego nic nie opuszcza sklepu.")
        package static let inFolder = Phrase(en: "in the folder of the server", fr: "dans le dossier du serveur", pl: "w folderze serwera")
        package static let schedules = Phrase(en: "Scheduled exports", fr: "Exports planifiés", pl: "Eksporty cykliczne")
        package static let noSchedules = Phrase(en: "Nothing is scheduled.", fr: "Rien n'est planifié.", pl: "Nic nie jest zaplanowane.")
        package static let noFolder = Phrase(
            en: "The server has no folder for scheduled exports. Whoever runs it names one: perennial serve --export-folder FOLDER",
            fr:
                "Le serveur n'a pas de dossier pour les exports planifiés. La personne qui l'exploite en indique un : perennial serve --export-folder DOSSIER",
            pl: "Serwer nie ma folderu na eksporty cykliczne. Wskazuje go osoba, która go uruchamia: perennial serve --export-folder FOLDER"
        )
        package static let schedule = Phrase(en: "Schedule an export", fr: "Planifier un export", pl: "Zaplanuj eksport")
        package static let name = Phrase(en: "Beginning of the file's name", fr: "Début du nom de fichier", pl: "Początek nazwy pliku")
        package static let nameWrong = Phrase(
            en: "1 to 60 letters without accents, digits, - or _ are needed, and no spaces.",
            fr: "Il faut 1 à 60 lettres sans accent, chiffres, - ou _, sans espace.",
            pl: "Potrzeba od 1 do 60 liter bez znaków diakrytycznych, cyfr, - lub _, bez spacji.")
        package static let nameTaken = Phrase(
            en: "There is one of this name already.", fr: "Ce nom existe déjà.", pl: "Taka nazwa już istnieje.")
        package static let often = Phrase(en: "How often", fr: "Fréquence", pl: "Jak często")
        package static let daily = Phrase(en: "every day", fr: "chaque jour", pl: "codziennie")
        package static let monthly = Phrase(
            en: "on the first of each month", fr: "le premier de chaque mois", pl: "pierwszego dnia miesiąca")
        package static let at = Phrase(en: "At", fr: "À", pl: "O godzinie")
        package static let atWrong = Phrase(
            en: "Write a time such as 06:30.", fr: "Écrivez une heure comme 06:30.", pl: "Wpisz godzinę, na przykład 06:30.")
        package static let keeps = Phrase(en: "Files kept", fr: "Fichiers gardés", pl: "Ile plików zachować")
        package static let keepsWrong = Phrase(
            en: "A whole number from 1 to 1,000 is needed.", fr: "Il faut un nombre entier de 1 à 1 000.",
            pl: "Potrzebna jest liczba całkowita od 1 do 1000.")
        package static let nextTime = Phrase(en: "Next", fr: "Prochain", pl: "Następny")
        package static let end = Phrase(en: "End…", fr: "Arrêter…", pl: "Zakończ…")
        package static let endTitle = Phrase(
            en: "End this scheduled export?", fr: "Arrêter cet export planifié ?", pl: "Zakończyć ten eksport cykliczny?")
        package static let endLead = Phrase(
            en: "No more files are written. Those that are there stay.", fr: "Plus aucun fichier n'est écrit. Ceux qui existent restent.",
            pl: "Nowe pliki nie będą zapisywane. Istniejące pozostaną.")
        package static let endButton = Phrase(en: "End it", fr: "Arrêter", pl: "Zakończ")
        package static let ended = Phrase(en: "It is ended.", fr: "C'est arrêté.", pl: "Zakończono.")
        package static let what = Phrase(en: "End", fr: "Fin", pl: "Koniec")
        package static let help = Phrase(
            en:
                "A file holds personal data: what was made and downloaded, and by whom, stands in the activity. Files are taken away after seven days, and at once when somebody is erased, for they might name that person.",
            fr:
                "Un fichier contient des données personnelles : ce qui a été créé et téléchargé, et par qui, figure dans l'activité. Les fichiers sont supprimés après sept jours, et aussitôt qu'une personne est effacée, car ils pourraient la nommer.",
            pl:
                "Plik zawiera dane osobowe: to, co utworzono i pobrano oraz kto to zrobił, jest w historii działań. Pliki są usuwane po siedmiu dniach, a od razu wtedy, gdy usuwane są dane jakiejś osoby, bo mogłyby ją wymieniać."
        )
    }
}

extension Words {
    /// A day of the week: "on Mondays".
    public func weekly(day: Int) -> String {
        let days: [(en: String, fr: String, pl: String)] = [
            ("on Mondays", "le lundi", "w poniedziałki"), ("on Tuesdays", "le mardi", "we wtorki"),
            ("on Wednesdays", "le mercredi", "w środy"),
            ("on Thursdays", "le jeudi", "w czwartki"), ("on Fridays", "le vendredi", "w piątki"),
            ("on Saturdays", "le samedi", "w soboty"),
            ("on Sundays", "le dimanche", "w niedziele"),
        ]
        let day = days[max(0, min(6, day - 1))]
        return text(en: day.en, fr: day.fr, pl: day.pl)
    }

    /// A day of each month.
    public func monthly(day: Int) -> String {
        let day = format.number(day)
        return text(en: "on day \(day) of each month", fr: "le \(day) de chaque mois", pl: "\(day). dnia miesiąca")
    }

    /// At a time of the day.
    public func at(_ time: String) -> String { text(en: "at \(time)", fr: "à \(time)", pl: "o \(time)") }
}
