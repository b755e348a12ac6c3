extension Phrase {
    /// Files that are brought in.
    public enum Imports {
        package static let title = Phrase(en: "Imports", fr: "Imports", pl: "Importy")
        package static let lead = Phrase(
            en: "Bring in orders, refunds, events or people from a file. Nothing counts twice, however often a file is brought.",
            fr:
                "Importez des commandes, remboursements, événements ou personnes depuis un fichier. Rien n'est compté deux fois, même si un fichier revient.",
            pl: "Wczytaj z pliku zamówienia, zwroty, zdarzenia lub osoby. Nic nie liczy się dwa razy, nawet jeśli plik wczytasz ponownie.")
        package static let file = Phrase(en: "CSV file", fr: "Fichier CSV", pl: "Plik CSV")
        package static let fileHint = Phrase(
            en:
                "Choose it, or drag it here. The exports of Shopify, WooCommerce, PrestaShop, Adobe Commerce, BigCommerce, Shoper, BaseLinker, Klaviyo and Mailchimp are understood as they are; also packed with gzip, up to 1 GB.",
            fr:
                "Choisissez-le ou glissez-le ici. Les exports de Shopify, WooCommerce, PrestaShop, Adobe Commerce, BigCommerce, Shoper, BaseLinker, Klaviyo et Mailchimp sont compris tels quels ; aussi compressés en gzip, jusqu'à 1 Go.",
            pl:
                "Wybierz go albo przeciągnij tutaj. Eksporty z Shopify, WooCommerce, PrestaShop, Adobe Commerce, BigCommerce, Shoper, BaseLinker, Klaviyo i Mailchimp są rozumiane bez zmian; także spakowane gzip, do 1 GB."
        )
        package static let kind = Phrase(en: "What is in it", fr: "Ce qu'il contient", pl: "Co zawiera")
        package static let kindFound = Phrase(en: "Detect automatically", fr: "Détecter automatiquement", pl: "Rozpoznaj")
        package static let orders = Phrase(en: "Orders", fr: "Commandes", pl: "Zamówienia")
        package static let refunds = Phrase(en: "Refunds", fr: "Remboursements", pl: "Zwroty")
        package static let events = Phrase(en: "Events", fr: "Événements", pl: "Zdarzenia")
        package static let people = Phrase(en: "People", fr: "Personnes", pl: "Osoby")
        package static let upload = Phrase(en: "Preview", fr: "Aperçu", pl: "Podgląd")
        package static let nothingYet = Phrase(
            en: "Nothing is counted yet: you see first how the file is understood.",
            fr: "Rien n'est encore compté : vous voyez d'abord comment le fichier est compris.",
            pl: "Nic nie jest jeszcze liczone: najpierw zobaczysz, jak plik został zrozumiany.")
        package static let history = Phrase(en: "What was imported", fr: "Ce qui a été importé", pl: "Co zaimportowano")
        package static let noHistory = Phrase(
            en: "Nothing was imported yet", fr: "Rien n'a encore été importé", pl: "Jeszcze nic nie zaimportowano")
        package static let noHistoryHelp = Phrase(
            en: "Begin with the orders of the last two years: from 500 customers on, future orders are predicted.",
            fr: "Commencez par les commandes des deux dernières années : dès 500 clients, les commandes futures sont prévues.",
            pl: "Zacznij od zamówień z ostatnich dwóch lat: od 500 klientów prognozowane są przyszłe zamówienia.")
        package static let waiting = Phrase(en: "Files that wait", fr: "Fichiers en attente", pl: "Pliki, które czekają")
        package static let waitingHelp = Phrase(
            en: "They were sent and not taken in. After a day they are discarded.",
            fr: "Ils ont été envoyés mais pas importés. Ils sont supprimés après un jour.",
            pl: "Przesłano je, ale nie zaimportowano. Po dobie są usuwane.")
        package static let status = Phrase(en: "Status", fr: "État", pl: "Stan")
        package static let size = Phrase(en: "Size", fr: "Taille", pl: "Rozmiar")
        package static let new = Phrase(en: "New", fr: "Nouveaux", pl: "Nowe")
        package static let known = Phrase(en: "Known already", fr: "Déjà connus", pl: "Już znane")
        package static let rejected = Phrase(en: "Not understood", fr: "Non compris", pl: "Niezrozumiane")

        package static let queued = Phrase(en: "waits for its turn", fr: "attend son tour", pl: "czeka na swoją kolej")
        package static let reading = Phrase(en: "is being read", fr: "en cours de lecture", pl: "jest czytany")
        package static let taking = Phrase(en: "is being taken in", fr: "en cours d'import", pl: "jest wczytywany")
        package static let done = Phrase(en: "done", fr: "terminé", pl: "gotowe")
        package static let stopped = Phrase(en: "stopped", fr: "arrêté", pl: "zatrzymany")
        package static let failed = Phrase(en: "could not be taken in", fr: "n'a pas pu être importé", pl: "nie udało się wczytać")
        package static let asks = Phrase(en: "has a question", fr: "pose une question", pl: "ma pytanie")

        package static let fileMissing = Phrase(en: "Choose a file.", fr: "Choisissez un fichier.", pl: "Wybierz plik.")
        package static let fileEmpty = Phrase(en: "The file is empty.", fr: "Le fichier est vide.", pl: "Plik jest pusty.")
        package static let fileTooLarge = Phrase(
            en: "The file is larger than 1 GB. Pack it with gzip, or export it in parts.",
            fr: "Le fichier dépasse 1 Go. Compressez-le en gzip, ou exportez-le en plusieurs parties.",
            pl: "Plik ma ponad 1 GB. Spakuj go gzipem albo wyeksportuj w częściach.")
        package static let noRoom = Phrase(
            en: "The disk of the server has no room for this file.", fr: "Le disque du serveur n'a pas de place pour ce fichier.",
            pl: "Na dysku serwera nie ma miejsca na ten plik.")
        package static let tooMany = Phrase(
            en: "Too many files wait. Import or discard some of them first.",
            fr: "Trop de fichiers attendent. Importez-en ou supprimez-en d'abord quelques-uns.",
            pl: "Czeka zbyt wiele plików. Najpierw wczytaj lub usuń niektóre z nich.")

        package static let preview = Phrase(
            en: "How the file is understood", fr: "Comment le fichier est compris", pl: "Jak plik został zrozumiany")
        package static let firstRows = Phrase(en: "The first rows", fr: "Les premières lignes", pl: "Pierwsze wiersze")
        package static let answers = Phrase(en: "Change how it is read", fr: "Préciser", pl: "Zmień sposób odczytu")
        package static let answersLead = Phrase(
            en: "What is left as found is found out from the file.", fr: "Ce qui reste « comme trouvé » est déduit du fichier.",
            pl: "To, co pozostaje bez zmian, jest ustalane na podstawie pliku.")
        package static let asFound = Phrase(en: "As found", fr: "Comme trouvé", pl: "Jak znaleziono")
        package static let notThere = Phrase(en: "not in the file", fr: "absent du fichier", pl: "brak w pliku")
        package static let columns = Phrase(en: "Which column is what", fr: "Quelle colonne est quoi", pl: "Która kolumna co oznacza")
        package static let lookAgain = Phrase(en: "Look again", fr: "Réexaminer", pl: "Obejrzyj ponownie")
        package static let takeIn = Phrase(en: "Import", fr: "Importer", pl: "Importuj")
        package static let discard = Phrase(en: "Discard", fr: "Abandonner", pl: "Odrzuć")
        package static let discarded = Phrase(
            en: "The file was discarded.", fr: "Le fichier a été abandonné.", pl: "Plik został odrzucony.")
        package static let dateOrder = Phrase(en: "Dates such as 03/04/2024", fr: "Dates comme 03/04/2024", pl: "Daty takie jak 03/04/2024")
        package static let dayFirst = Phrase(en: "day first (3 April)", fr: "jour d'abord (3 avril)", pl: "najpierw dzień (3 kwietnia)")
        package static let monthFirst = Phrase(en: "month first (4 March)", fr: "mois d'abord (4 mars)", pl: "najpierw miesiąc (4 marca)")
        package static let decimal = Phrase(en: "Amounts such as 1,234", fr: "Montants comme 1,234", pl: "Kwoty takie jak 1,234")
        package static let comma = Phrase(
            en: "the comma is before decimals", fr: "la virgule précède les décimales", pl: "przecinek stoi przed ułamkiem")
        package static let point = Phrase(
            en: "the point is before decimals", fr: "le point précède les décimales", pl: "kropka stoi przed ułamkiem")
        package static let encoding = Phrase(en: "Character set", fr: "Jeu de caractères", pl: "Zestaw znaków")
        package static let currency = Phrase(
            en: "Currency of rows without one", fr: "Devise des lignes qui n'en ont pas", pl: "Waluta wierszy, które jej nie podają")
        package static let basis = Phrase(
            en: "What counts of an order", fr: "Ce qui compte d'une commande", pl: "Co z zamówienia się liczy")
        package static let gross = Phrase(en: "all that was paid", fr: "tout ce qui a été payé", pl: "wszystko, co zapłacono")
        package static let net = Phrase(en: "without tax and shipping", fr: "hors taxes et livraison", pl: "bez podatku i dostawy")
        package static let noShipping = Phrase(en: "without shipping", fr: "hors livraison", pl: "bez dostawy")
        package static let consent = Phrase(
            en: "Did these people agree to get mail?", fr: "Ces personnes ont-elles accepté de recevoir des e-mails ?",
            pl: "Czy te osoby zgodziły się na e-maile?")
        package static let consentYes = Phrase(en: "yes, they subscribed", fr: "oui, elles se sont inscrites", pl: "tak, zapisały się")
        package static let consentNo = Phrase(en: "no, or it is not known", fr: "non, ou on ne sait pas", pl: "nie albo nie wiadomo")
        package static let statusMeans = Phrase(
            en: "What these statuses mean", fr: "Ce que signifient ces statuts", pl: "Co oznaczają te statusy")
        package static let paid = Phrase(en: "paid", fr: "payée", pl: "opłacone")
        package static let cancelled = Phrase(en: "cancelled", fr: "annulée", pl: "anulowane")
        package static let refunded = Phrase(en: "paid and given back", fr: "payée puis remboursée", pl: "opłacone i zwrócone")
        package static let ignored = Phrase(en: "not an order", fr: "pas une commande", pl: "nie jest zamówieniem")

        package static let questionDate = Phrase(
            en: "Is the day or the month first in its dates? No date of the file shows it.",
            fr: "Le jour ou le mois vient-il d'abord dans ses dates ? Aucune date du fichier ne le montre.",
            pl: "Czy w datach najpierw stoi dzień, czy miesiąc? Żadna data w pliku tego nie pokazuje.")
        package static let questionDecimal = Phrase(
            en: "Does the mark in its amounts stand before decimals or before thousands? No amount shows it.",
            fr: "Le signe dans ses montants précède-t-il les décimales ou les milliers ? Aucun montant ne le montre.",
            pl: "Czy znak w kwotach stoi przed ułamkiem, czy przed tysiącami? Żadna kwota tego nie pokazuje.")
        package static let questionEncoding = Phrase(
            en: "In which character set is it written? The letters do not show it.",
            fr: "Dans quel jeu de caractères est-il écrit ? Les lettres ne le montrent pas.",
            pl: "W jakim zestawie znaków jest zapisany? Litery tego nie pokazują.")
        package static let questionStatuses = Phrase(
            en: "It has statuses that are not understood. Say below what they mean.",
            fr: "Il contient des statuts qui ne sont pas compris. Précisez ci-dessous leur sens.",
            pl: "Zawiera statusy, które nie są zrozumiałe. Określ poniżej, co oznaczają.")
        package static let questionConsent = Phrase(
            en: "Mailchimp writes people who subscribed and people who never did in the same form: which are these?",
            fr: "Mailchimp écrit de la même façon les inscrits et les non-inscrits : de qui s'agit-il ici ?",
            pl: "Mailchimp zapisuje tak samo osoby zapisane i niezapisane: które to są?")
        package static let questionColumns = Phrase(
            en: "It is not clear which column holds what. Choose below.",
            fr: "On ne sait pas quelle colonne contient quoi. Choisissez ci-dessous.",
            pl: "Nie wiadomo, która kolumna co zawiera. Wybierz poniżej.")
        package static let cannotRead = Phrase(
            en: "The file cannot be taken in as it is.", fr: "Le fichier ne peut pas être importé tel quel.",
            pl: "Pliku nie można wczytać w tej postaci.")

        package static let usableOrders = Phrase(en: "Orders", fr: "Commandes", pl: "Zamówienia")
        package static let period = Phrase(en: "From – to", fr: "Du – au", pl: "Od – do")
        package static let together = Phrase(en: "Together", fr: "Total", pl: "Razem")
        package static let rows = Phrase(en: "Rows", fr: "Lignes", pl: "Wiersze")
        package static let setAside = Phrase(en: "No order of their own", fr: "Pas une commande à part", pl: "Nie są osobnym zamówieniem")
        package static let setAsideHelp = Phrase(
            en: "further lines of an order, cancelled, not paid", fr: "lignes suivantes d'une commande, annulées, non payées",
            pl: "dalsze pozycje zamówienia, anulowane, nieopłacone")
        package static let beginningOnly = Phrase(
            en:
                "The file is larger than 64 MB: only its first 16 MB were looked at, and the counts below are of these. All of it is taken in; rows that are not understood are told afterwards.",
            fr:
                "Le fichier dépasse 64 Mo : seuls ses 16 premiers Mo ont été examinés, et les nombres ci-dessous ne valent que pour eux. Tout sera importé ; les lignes non comprises seront indiquées ensuite.",
            pl:
                "Plik ma ponad 64 MB: sprawdzono tylko jego pierwsze 16 MB i poniższe liczby dotyczą tylko ich. Wczytany zostanie cały; o niezrozumiałych wierszach dowiesz się po wczytaniu."
        )
        package static let packedUnseen = Phrase(
            en: "The file is packed and larger than 64 MB: its rows are not looked at before. They are told of once it is taken in.",
            fr:
                "Le fichier est compressé et dépasse 64 Mo : ses lignes ne sont pas examinées avant. Le résultat est indiqué après l'import.",
            pl: "Plik jest spakowany i ma ponad 64 MB: jego wiersze nie są wcześniej sprawdzane. O wyniku dowiesz się po wczytaniu.")
        package static let guessed = Phrase(
            en: "The names of its columns are not known here. What stands in them lets us guess: check the columns below, and look again.",
            fr:
                "Les noms de ses colonnes ne sont pas connus ici. Leur contenu permet de deviner : vérifiez les colonnes ci-dessous, puis réexaminez.",
            pl: "Nazwy jego kolumn nie są tu znane. Ich zawartość pozwala zgadywać: sprawdź kolumny poniżej i obejrzyj plik ponownie.")
        package static let guessedHelp = Phrase(
            en: "Chosen by what stands in the columns. Nothing of it counts until you look again.",
            fr: "Choix d'après le contenu des colonnes. Rien ne compte avant que vous ne réexaminiez.",
            pl: "Wybrano na podstawie zawartości kolumn. Nic się nie liczy, dopóki nie obejrzysz pliku ponownie.")
        package static let waitsFor = Phrase(
            en: "Jobs are done one after another. Before this one", fr: "Les tâches se font l'une après l'autre. Avant celle-ci",
            pl: "Zadania są wykonywane jedno po drugim. Przed tym")
        package static let otherJob = Phrase(
            en: "another job (an export or a deletion)", fr: "une autre tâche (export ou suppression)",
            pl: "inne zadanie (eksport lub usunięcie)")
        package static let notesTitle = Phrase(en: "Good to know", fr: "À savoir", pl: "Warto wiedzieć")
        package static let examples = Phrase(en: "For example", fr: "Par exemple", pl: "Na przykład")
        package static let line = Phrase(en: "Line", fr: "Ligne", pl: "Wiersz")
        package static let column = Phrase(en: "Column", fr: "Colonne", pl: "Kolumna")
        package static let reason = Phrase(en: "Reason", fr: "Raison", pl: "Powód")
        package static let form = Phrase(en: "Form", fr: "Forme", pl: "Forma")

        package static let follow = Phrase(
            en: "This page shows itself again every few seconds.", fr: "Cette page se réaffiche toutes les quelques secondes.",
            pl: "Ta strona odświeża się co kilka sekund.")
        package static let stopFollowing = Phrase(en: "Stop updating this page", fr: "Ne plus réafficher", pl: "Nie odświeżaj")
        package static let lookNow = Phrase(en: "Show how far it is", fr: "Voir l'avancement", pl: "Pokaż postęp")
        package static let mayLeave = Phrase(
            en: "You can leave this page: the import goes on, also when the server is started again.",
            fr: "Vous pouvez quitter cette page : l'import continue, même si le serveur est redémarré.",
            pl: "Możesz opuścić tę stronę: import trwa dalej, także po ponownym uruchomieniu serwera.")
        package static let stop = Phrase(en: "Stop it", fr: "Arrêter", pl: "Zatrzymaj")
        package static let stoppedHelp = Phrase(
            en: "What was taken in before stays. The same file can be imported again; nothing counts twice.",
            fr: "Ce qui a été importé avant reste. Le même fichier peut être importé de nouveau ; rien n'est compté deux fois.",
            pl: "To, co wczytano wcześniej, pozostaje. Ten sam plik można wczytać ponownie; nic nie liczy się dwa razy.")
        package static let interrupted = Phrase(
            en:
                "The server was stopped meanwhile, and the import began again by itself. Some rows of the first try may be counted as known.",
            fr:
                "Le serveur a été arrêté entre-temps, et l'import a repris de lui-même. Quelques lignes du premier essai peuvent compter comme connues.",
            pl:
                "W międzyczasie serwer został zatrzymany, a import zaczął się ponownie sam. Część wierszy z pierwszej próby może być policzona jako znane."
        )
        package static let onceMore = Phrase(en: "Import again", fr: "Importer de nouveau", pl: "Importuj ponownie")
        package static let again = Phrase(
            en: "Answer, and import again", fr: "Répondre et importer de nouveau", pl: "Odpowiedz i importuj ponownie")
        package static let rejects = Phrase(
            en: "Download the rows that were not understood", fr: "Télécharger les lignes non comprises",
            pl: "Pobierz wiersze, których nie zrozumiano")
        package static let rejectsGone = Phrase(
            en: "The rows that were not understood are kept for seven days, and no longer than until somebody is erased.",
            fr: "Les lignes non comprises sont conservées sept jours, et au plus jusqu'à l'effacement d'une personne.",
            pl: "Niezrozumiane wiersze są przechowywane siedem dni, najdłużej do usunięcia danych którejś osoby.")
        package static let newPeople = Phrase(en: "New people", fr: "Nouvelles personnes", pl: "Nowe osoby")
        package static let changedPeople = Phrase(en: "People changed", fr: "Personnes modifiées", pl: "Zmienione osoby")
        package static let toldOtherwise = Phrase(
            en: "Told otherwise than known: what was known stays", fr: "Autrement que connu : le connu reste",
            pl: "Inaczej niż znane: znane pozostaje")
        package static let refused = Phrase(
            en: "Refused: impossible date or amount", fr: "Refusés : date ou montant impossible", pl: "Odrzucone: niemożliwa data lub kwota"
        )
        package static let next = Phrase(en: "Go to Home", fr: "Vers l'accueil", pl: "Do strony głównej")
        package static let help = Phrase(
            en:
                "An order is known by its number, a refund and an event by theirs, a person by e-mail, phone or number. What is known already has no second effect, so give whole exports again whenever there are newer ones.",
            fr:
                "Une commande est reconnue à son numéro, un remboursement et un événement au leur, une personne à son e-mail, téléphone ou numéro. Ce qui est déjà connu n'a pas de second effet : redonnez des exports complets dès qu'il y en a de plus récents.",
            pl:
                "Zamówienie rozpoznaje się po numerze, zwrot i zdarzenie po swoim, osobę po e-mailu, telefonie lub numerze. To, co już znane, nie ma drugiego skutku, więc podawaj całe eksporty ponownie, gdy tylko są nowsze."
        )
        package static let helpRows = Phrase(
            en:
                "Rows that are not understood are never guessed. They come back as a file with line, column and reason: mend them and import that file.",
            fr:
                "Les lignes non comprises ne sont jamais devinées. Elles reviennent dans un fichier avec ligne, colonne et raison : corrigez-les et importez-le.",
            pl: "Niezrozumiałe wiersze nigdy nie są zgadywane. Wracają w pliku z wierszem, kolumną i powodem: popraw je i wczytaj ten plik."
        )
    }
}

extension Words {
    /// How much a file holds: "1.4 MB".
    public func fileSize(_ bytes: Int) -> String {
        let (megabyte, kilobyte) = (1_000_000.0, 1_000.0)
        if Double(bytes) >= megabyte {
            let size = format.decimal(Double(bytes) / megabyte, decimals: 1)
            return text(en: "\(size) MB", fr: "\(size) Mo", pl: "\(size) MB")
        }
        let size = format.number(max(1, Int((Double(bytes) / kilobyte).rounded())))
        return text(en: "\(size) kB", fr: "\(size) ko", pl: "\(size) kB")
    }

    /// How far an import is.
    public func rowsSoFar(_ rows: Int, share: String?) -> String {
        let rows = count(rows, .rows)
        guard let share else { return rows }
        return text(en: "\(share) · \(rows)", fr: "\(share) · \(rows)", pl: "\(share) · \(rows)")
    }

    /// What was written for a currency and is none.
    public func noCurrency(_ code: String) -> String {
        text(
            en: "“\(code)” is no currency. Write three letters of ISO 4217, such as EUR, PLN or USD.",
            fr: "« \(code) » n'est pas une devise. Écrivez trois lettres de l'ISO 4217, comme EUR, PLN ou USD.",
            pl: "„\(code)” nie jest walutą. Wpisz trzy litery z ISO 4217, na przykład EUR, PLN lub USD.")
    }

    /// How many jobs wait for an import.
    public func jobsBehind(_ jobs: Int) -> String {
        let number = format.number(jobs)
        return text(
            en: "Jobs that wait until this import is done (other imports, exports, deletions): \(number).",
            fr: "Tâches qui attendent la fin de cet import (autres imports, exports, suppressions) : \(number).",
            pl: "Zadania, które czekają na koniec tego importu (inne importy, eksporty, usunięcia): \(number).")
    }

    /// A fault of a file, with its place.
    public func faultIn(line: Int?, column: String?) -> String? {
        let line = line.map { labelled(self(Phrase.Imports.line), format.number($0)) }
        let column = column.map { labelled(self(Phrase.Imports.column), $0) }
        let parts = [line, column].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
