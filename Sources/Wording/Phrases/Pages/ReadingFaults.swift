extension Phrase {
    /// Why a file cannot be read, and what to do. `{0}` and so on stand for names of the file.
    public enum ReadingFaults {
        private static let saveAsCSV = (
            en:
                "Save the sheet as CSV: in Excel File > Save As > CSV UTF-8 (Comma delimited); in LibreOffice File > Save As > Text CSV, UTF-8; in Google Sheets File > Download > Comma-separated values.",
            fr:
                "Enregistrez la feuille en CSV : dans Excel Fichier > Enregistrer sous > CSV UTF-8 (délimité par des virgules) ; dans LibreOffice Fichier > Enregistrer sous > Texte CSV, UTF-8 ; dans Google Sheets Fichier > Télécharger > Valeurs séparées par des virgules.",
            pl:
                "Zapisz arkusz jako CSV: w Excelu Plik > Zapisz jako > CSV UTF-8 (rozdzielany przecinkami); w LibreOffice Plik > Zapisz jako > Tekst CSV, UTF-8; w Arkuszach Google Plik > Pobierz > Wartości rozdzielane przecinkami."
        )

        private static let all: [String: Phrase] = [
            "workbook": Phrase(
                en: "This is an Excel workbook (.xlsx) or a ZIP archive, not a CSV file. " + saveAsCSV.en
                    + " Unpack a ZIP archive with a CSV file inside.",
                fr: "C'est un classeur Excel (.xlsx) ou une archive ZIP, pas un fichier CSV. " + saveAsCSV.fr
                    + " Décompressez une archive ZIP qui contient un CSV.",
                pl: "To skoroszyt Excela (.xlsx) lub archiwum ZIP, a nie plik CSV. " + saveAsCSV.pl
                    + " Archiwum ZIP z plikiem CSV trzeba rozpakować."),
            "old-workbook": Phrase(
                en: "This is an old Excel workbook (.xls), not a CSV file. " + saveAsCSV.en,
                fr: "C'est un ancien classeur Excel (.xls), pas un fichier CSV. " + saveAsCSV.fr,
                pl: "To stary skoroszyt Excela (.xls), a nie plik CSV. " + saveAsCSV.pl),
            "pdf": Phrase(
                en: "This is a PDF document. Export the orders from the shop as CSV.",
                fr: "C'est un document PDF. Exportez les commandes de la boutique en CSV.",
                pl: "To dokument PDF. Wyeksportuj zamówienia ze sklepu jako CSV."),
            "picture": Phrase(
                en: "This is a picture. Numbers are not read from pictures: export the orders from the shop as CSV.",
                fr: "C'est une image. Les chiffres ne sont pas lus dans les images : exportez les commandes de la boutique en CSV.",
                pl: "To obraz. Liczb nie odczytuje się z obrazów: wyeksportuj zamówienia ze sklepu jako CSV."),
            "parquet": Phrase(
                en: "This is a Parquet file. Convert it to CSV first.", fr: "C'est un fichier Parquet. Convertissez-le d'abord en CSV.",
                pl: "To plik Parquet. Najpierw przekształć go w CSV."),
            "database": Phrase(
                en: "This is a database. Export the table of orders as CSV first.",
                fr: "C'est une base de données. Exportez d'abord la table des commandes en CSV.",
                pl: "To baza danych. Najpierw wyeksportuj tabelę zamówień jako CSV."),
            "packed": Phrase(
                en: "The file is packed in a way that is not read. Unpack it first; only gzip is read as it is.",
                fr: "Le fichier est compressé dans un format qui n'est pas lu. Décompressez-le d'abord ; seul gzip est lu tel quel.",
                pl: "Plik jest spakowany w sposób, którego nie odczytujemy. Najpierw go rozpakuj; bez zmian czytany jest tylko gzip."),
            "binary": Phrase(
                en: "The file is no text: it holds zero bytes. " + saveAsCSV.en,
                fr: "Le fichier n'est pas du texte : il contient des octets nuls. " + saveAsCSV.fr,
                pl: "Plik nie jest tekstem: zawiera bajty zerowe. " + saveAsCSV.pl),
            "empty": Phrase(en: "The file is empty.", fr: "Le fichier est vide.", pl: "Plik jest pusty."),
            "header-only": Phrase(
                en: "The file has a line with the names of columns, and no rows.",
                fr: "Le fichier a une ligne de noms de colonnes, mais aucune donnée.",
                pl: "Plik ma wiersz z nazwami kolumn i żadnych danych."),
            "header-quote": Phrase(
                en: "In the first line a quotation mark is never closed.", fr: "Dans la première ligne, un guillemet n'est jamais fermé.",
                pl: "W pierwszym wierszu cudzysłów nie jest zamknięty."),
            "header-too-long": Phrase(
                en: "The first line is longer than 1 MB: this is no table.",
                fr: "La première ligne dépasse 1 Mo : ce n'est pas un tableau.",
                pl: "Pierwszy wiersz ma ponad 1 MB: to nie jest tabela."),
            "too-many-columns": Phrase(
                en: "The file has {0} columns; at most {1} are read.", fr: "Le fichier a {0} colonnes ; {1} au plus sont lues.",
                pl: "Plik ma {0} kolumn; czytanych jest najwyżej {1}."),
            "zero-byte": Phrase(
                en: "The file is damaged: here it is no text. Export it again.",
                fr: "Le fichier est endommagé : ici, ce n'est plus du texte. Exportez-le de nouveau.",
                pl: "Plik jest uszkodzony: w tym miejscu nie jest tekstem. Wyeksportuj go ponownie."),
            "record-too-long": Phrase(
                en: "The row that begins here is longer than 1 MB. A quotation mark may be missing.",
                fr: "La ligne qui commence ici dépasse 1 Mo. Il manque peut-être un guillemet.",
                pl: "Wiersz, który się tu zaczyna, ma ponad 1 MB. Być może brakuje cudzysłowu."),
            "quote-open": Phrase(
                en: "The quotation mark that opens here is never closed: the file was cut off, or a mark is missing.",
                fr: "Le guillemet ouvert ici n'est jamais fermé : le fichier est tronqué, ou il manque un guillemet.",
                pl: "Otwarty tu cudzysłów nie jest zamknięty: plik jest ucięty albo brakuje znaku."),
            "gzip-damaged": Phrase(
                en: "The packed file is damaged. Export or download it again.",
                fr: "Le fichier compressé est endommagé. Exportez-le ou téléchargez-le de nouveau.",
                pl: "Spakowany plik jest uszkodzony. Wyeksportuj lub pobierz go ponownie."),
            "cut-off": Phrase(
                en: "The file was cut off. Export or download it again.",
                fr: "Le fichier est tronqué. Exportez-le ou téléchargez-le de nouveau.",
                pl: "Plik jest ucięty. Wyeksportuj lub pobierz go ponownie."),
            "unknown-encoding": Phrase(
                en: "The character set “{0}” is not known.", fr: "Le jeu de caractères « {0} » n'est pas connu.",
                pl: "Zestaw znaków „{0}” nie jest znany."),
            "events-need": Phrase(
                en: "A file of events needs columns that say who (customer_id or email), what (metric) and when (occurred_at).",
                fr: "Un fichier d'événements doit dire qui (customer_id ou email), quoi (metric) et quand (occurred_at).",
                pl: "Plik zdarzeń musi zawierać kolumny: kto (customer_id lub email), co (metric) i kiedy (occurred_at)."),
            "people-need": Phrase(
                en: "A file of people needs a column that says who somebody is: email, customer_id, external_id or phone_number.",
                fr: "Un fichier de personnes doit dire de qui il s'agit : email, customer_id, external_id ou phone_number.",
                pl: "Plik osób musi mieć kolumnę, która mówi, o kogo chodzi: email, customer_id, external_id lub phone_number."),
            "refunds-need": Phrase(
                en: "A file of refunds needs what was given back (refund_amount) and whose it was (customer_id, email or order_id).",
                fr:
                    "Un fichier de remboursements doit dire ce qui a été remboursé (refund_amount) et à qui (customer_id, email ou order_id).",
                pl: "Plik zwrotów musi zawierać zwróconą kwotę (refund_amount) i czyja była (customer_id, email lub order_id)."),
            "orders-as-refunds": Phrase(
                en: "This looks like a file of orders, not of refunds: as refunds, every order would be given back. Choose “Orders” below.",
                fr:
                    "Ceci ressemble à un fichier de commandes, pas de remboursements : toutes les commandes seraient remboursées. Choisissez « Commandes » ci-dessous.",
                pl:
                    "To wygląda na plik zamówień, a nie zwrotów: jako zwroty wszystkie zamówienia byłyby zwrócone. Wybierz poniżej „Zamówienia”."
            ),
            "refunds-undated": Phrase(
                en: "A file of refunds needs a date (refunded_at) or the number of the order (order_id).",
                fr: "Un fichier de remboursements doit avoir une date (refunded_at) ou le numéro de la commande (order_id).",
                pl: "Plik zwrotów musi mieć datę (refunded_at) albo numer zamówienia (order_id)."),
            "shopify-customers": Phrase(
                en: "This is Shopify's export of customers: it has no orders. Export these instead: Orders > Export > All orders > CSV.",
                fr:
                    "C'est l'export des clients de Shopify : il n'a pas de commandes. Exportez plutôt Commandes > Exporter > Toutes les commandes > CSV.",
                pl:
                    "To eksport klientów z Shopify: nie ma w nim zamówień. Wyeksportuj je tak: Zamówienia > Eksportuj > Wszystkie zamówienia > CSV."
            ),
            "woo-analytics": Phrase(
                en:
                    "This is the download of WooCommerce's Analytics > Orders: it has names only, and people of the same name cannot be told apart. Export the orders with the e-mail of the bill, for example with the plugin Advanced Order Export.",
                fr:
                    "C'est le téléchargement d'Analytique > Commandes de WooCommerce : il n'a que des noms, et les homonymes ne se distinguent pas. Exportez les commandes avec l'e-mail de facturation, par exemple avec l'extension Advanced Order Export.",
                pl:
                    "To plik z Analityka > Zamówienia w WooCommerce: zawiera tylko nazwiska, a osób o tym samym nazwisku nie da się odróżnić. Wyeksportuj zamówienia z e-mailem rozliczeniowym, na przykład wtyczką Advanced Order Export."
            ),
            "prestashop-list": Phrase(
                en:
                    "This is PrestaShop's list of orders: it has names only, and people of the same name cannot be told apart. The manual has a query for Advanced Parameters > Database > SQL Manager that gives the e-mail too.",
                fr:
                    "C'est la liste des commandes de PrestaShop : elle n'a que des noms, et les homonymes ne se distinguent pas. Le manuel donne une requête pour Paramètres avancés > Base de données > Gestionnaire SQL avec l'e-mail.",
                pl:
                    "To lista zamówień z PrestaShop: zawiera tylko nazwiska, a osób o tym samym nazwisku nie da się odróżnić. W podręczniku jest zapytanie do Zaawansowane > Baza danych > Menedżer SQL, które podaje też e-mail."
            ),
            "columns-missing": Phrase(
                en: "No column is known to hold: {0}.", fr: "Aucune colonne connue ne contient : {0}.",
                pl: "Żadna znana kolumna nie zawiera: {0}."),
            "header-is-data": Phrase(
                en: "The first line holds data (“{0}”), not the names of columns. Put a line with the names first.",
                fr: "La première ligne contient des données (« {0} »), pas les noms des colonnes. Ajoutez d'abord une ligne de noms.",
                pl: "Pierwszy wiersz zawiera dane („{0}”), a nie nazwy kolumn. Dodaj na początku wiersz z nazwami."),
            "column-missing": Phrase(
                en: "The file has no column {1}, which was chosen for: {0}.",
                fr: "Le fichier n'a pas de colonne {1}, choisie pour : {0}.", pl: "Plik nie ma kolumny {1}, wybranej jako: {0}."),
            "rates-none": Phrase(
                en: "There are no rates. Expected is the header date,from,to,rate and rows such as 2024-12-31,USD,EUR,0.9626.",
                fr: "Aucun taux. Attendu : l'en-tête date,from,to,rate et des lignes comme 2024-12-31,USD,EUR,0.9626.",
                pl: "Brak kursów. Oczekiwany jest nagłówek date,from,to,rate i wiersze takie jak 2024-12-31,USD,EUR,0.9626."),
            "rates-column": Phrase(
                en: "The column {0} is missing. Expected is the header date,from,to,rate.",
                fr: "La colonne {0} manque. L'en-tête attendu est date,from,to,rate.",
                pl: "Brakuje kolumny {0}. Oczekiwany nagłówek to date,from,to,rate."),
            "row-too-short": Phrase(
                en: "The row ends before the column {0}.", fr: "La ligne se termine avant la colonne {0}.",
                pl: "Wiersz kończy się przed kolumną {0}."),
            "rate-date": Phrase(
                en: "“{0}” is no date; dates are written as 2024-12-31.", fr: "« {0} » n'est pas une date ; elle s'écrit 2024-12-31.",
                pl: "„{0}” nie jest datą; datę zapisuje się tak: 2024-12-31."),
            "rate-currency": Phrase(
                en: "“{0}” is no currency; its code has three letters, such as EUR.",
                fr: "« {0} » n'est pas une devise ; son code a trois lettres, comme EUR.",
                pl: "„{0}” nie jest walutą; jej kod ma trzy litery, np. EUR."),
            "rate-same": Phrase(
                en: "Both currencies are {0}; a rate is between two.", fr: "Les deux devises sont {0} ; un taux en relie deux.",
                pl: "Obie waluty to {0}; kurs łączy dwie."),
            "rate-twice": Phrase(
                en: "“{0}” is another rate than a row before gives for the same day. Keep the right one.",
                fr: "« {0} » diffère du taux qu'une ligne précédente donne pour le même jour. Gardez le bon.",
                pl: "„{0}” różni się od kursu, który wcześniejszy wiersz podaje na ten sam dzień. Zostaw właściwy."),
            "rate-number": Phrase(
                en: "“{0}” is no rate; it is a number above zero of at most 18 digits, such as 0.9626.",
                fr: "« {0} » n'est pas un taux ; c'est un nombre positif d'au plus 18 chiffres, comme 0.9626.",
                pl: "„{0}” nie jest kursem; to liczba większa od zera, mająca najwyżej 18 cyfr, np. 0.9626."),
            "part-missing": Phrase(
                en: "What was chosen to count needs another column: {0}. Choose it below, or count all that was paid.",
                fr: "Ce qui doit compter exige une autre colonne : {0}. Choisissez-la ci-dessous, ou comptez tout ce qui a été payé.",
                pl: "To, co ma się liczyć, wymaga jeszcze kolumny: {0}. Wybierz ją poniżej albo licz wszystko, co zapłacono."),
            "columns-alike": Phrase(
                en: "More than one column may be meant: {1}. Choose below: {0}.",
                fr: "Plusieurs colonnes conviennent : {1}. Choisissez ci-dessous : {0}.",
                pl: "Może chodzić o więcej niż jedną kolumnę: {1}. Wybierz poniżej: {0}."),
            "customer-may-be-name": Phrase(
                en: "“{1}” may hold names, which do not tell people apart. If it holds numbers or e-mails, choose it below as: {0}.",
                fr:
                    "« {1} » contient peut-être des noms, qui ne distinguent pas les personnes. S'il contient des numéros ou des e-mails, choisissez-le ci-dessous comme : {0}.",
                pl:
                    "„{1}” może zawierać nazwiska, które nie odróżniają osób. Jeśli zawiera numery lub e-maile, wybierz ją poniżej jako: {0}."
            ),
            "only-without-tax": Phrase(
                en: "The only total in the file is without tax (“{1}”). Count without tax and shipping, or choose it below as: {0}.",
                fr:
                    "Le seul total du fichier est hors taxes (« {1} »). Comptez hors taxes et livraison, ou choisissez-le ci-dessous comme : {0}.",
                pl: "Jedyna suma w pliku jest bez podatku („{1}”). Licz bez podatku i dostawy albo wybierz ją poniżej jako: {0}."),
            "lines-or-orders": Phrase(
                en:
                    "Rows are lines of orders, and “{3}” may be the order's total or the line's. Choose it below as {0}, or choose {1} and {2}.",
                fr:
                    "Les lignes sont des articles de commandes, et « {3} » peut être le total de la commande ou de l'article. Choisissez-le comme {0}, ou choisissez {1} et {2}.",
                pl:
                    "Wiersze są pozycjami zamówień, a „{3}” może być sumą zamówienia albo pozycji. Wybierz ją poniżej jako {0} albo wybierz {1} i {2}."
            ),
            "lines-too-large": Phrase(
                en: "The lines of an order come to more than any order can. Say below which mark stands before decimals.",
                fr: "Les articles d'une commande dépassent tout montant possible. Précisez ci-dessous le signe décimal.",
                pl: "Pozycje zamówienia dają więcej, niż może wynosić zamówienie. Określ poniżej znak dziesiętny."),
            "date-order": Phrase(
                en: "For example, {0} can be read with the day or with the month first.",
                fr: "Par exemple, {0} peut se lire avec le jour ou le mois d'abord.",
                pl: "Na przykład {0} można odczytać z dniem albo z miesiącem na początku."),
            "decimal-mark": Phrase(
                en: "For example, {0} can be read with its mark before thousands or before decimals.",
                fr: "Par exemple, {0} peut se lire avec son signe avant les milliers ou avant les décimales.",
                pl: "Na przykład w {0} znak może stać przed tysiącami albo przed ułamkiem."),
            "encoding": Phrase(
                en: "Try the one that shows the letters below rightly.", fr: "Essayez celui qui montre bien les lettres ci-dessous.",
                pl: "Wypróbuj ten, przy którym litery poniżej są poprawne."),
            "statuses": Phrase(en: "Not understood: {0}.", fr: "Non compris : {0}.", pl: "Niezrozumiałe: {0}."),
            "consent": Phrase(
                en: "The file's name does not say it either.", fr: "Le nom du fichier ne le dit pas non plus.",
                pl: "Nazwa pliku też tego nie mówi."),
            "file-gone": Phrase(
                en: "The file is not there any more. Send it again.", fr: "Le fichier n'est plus là. Envoyez-le de nouveau.",
                pl: "Tego pliku już nie ma. Wyślij go ponownie."),
        ]

        /// The words of a reason; `nil` for one that has none yet.
        package static func of(_ code: String) -> Phrase? { all[code] }
    }
}
