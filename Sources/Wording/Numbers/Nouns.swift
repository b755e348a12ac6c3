extension CountedNoun {
    /// Customers, as subject or object.
    public static let customers = CountedNoun(
        en: ("customer", "customers"), fr: ("client", "clients"), pl: ("klient", "klientów", "klientów", "klienta"))
    /// Customers after a preposition that takes the genitive in Polish ("z 5 klientów", "od 1 klienta").
    public static let ofCustomers = CountedNoun(
        en: ("customer", "customers"), fr: ("client", "clients"), pl: ("klienta", "klientów", "klientów", "klienta"))
    /// Orders, as subject or object.
    public static let orders = CountedNoun(
        en: ("order", "orders"), fr: ("commande", "commandes"), pl: ("zamówienie", "zamówienia", "zamówień", "zamówienia"))
    /// Orders in the genitive.
    public static let ofOrders = CountedNoun(
        en: ("order", "orders"), fr: ("commande", "commandes"), pl: ("zamówienia", "zamówień", "zamówień", "zamówienia"))
    /// Days, as subject or object.
    public static let days = CountedNoun(en: ("day", "days"), fr: ("jour", "jours"), pl: ("dzień", "dni", "dni", "dnia"))
    /// Days in the genitive ("od 95 dni", "w ciągu 1 dnia").
    public static let ofDays = CountedNoun(en: ("day", "days"), fr: ("jour", "jours"), pl: ("dnia", "dni", "dni", "dnia"))
    /// Weeks.
    public static let weeks = CountedNoun(
        en: ("week", "weeks"), fr: ("semaine", "semaines"), pl: ("tydzień", "tygodnie", "tygodni", "tygodnia"))
    /// Months.
    public static let months = CountedNoun(
        en: ("month", "months"), fr: ("mois", "mois"), pl: ("miesiąc", "miesiące", "miesięcy", "miesiąca"))
    /// Rows of a file.
    public static let rows = CountedNoun(en: ("row", "rows"), fr: ("ligne", "lignes"), pl: ("wiersz", "wiersze", "wierszy", "wiersza"))
    /// Refunds.
    public static let refunds = CountedNoun(
        en: ("refund", "refunds"), fr: ("remboursement", "remboursements"), pl: ("zwrot", "zwroty", "zwrotów", "zwrotu"))
    /// Earlier days from which a forecast was made and compared with what came.
    public static let trials = CountedNoun(
        en: ("earlier day", "earlier days"), fr: ("date passée", "dates passées"),
        pl: ("wcześniejszy dzień", "wcześniejsze dni", "wcześniejszych dni", "wcześniejszego dnia"))
    /// Times that something was said or met.
    public static let times = CountedNoun(en: ("time", "times"), fr: ("fois", "fois"), pl: ("raz", "razy", "razy", "raza"))
}

extension CountedNoun {
    /// Days after a preposition that takes the locative in Polish ("po 1 dniu", "po 95 dniach").
    public static let afterDays = CountedNoun(en: ("day", "days"), fr: ("jour", "jours"), pl: ("dniu", "dniach", "dniach", "dnia"))
}

extension CountedNoun {
    /// Points of a percentage.
    public static let percentagePoints = CountedNoun(
        en: ("percentage point", "percentage points"), fr: ("point de pourcentage", "points de pourcentage"),
        pl: ("punkt procentowy", "punkty procentowe", "punktów procentowych", "punktu procentowego"))
}

extension CountedNoun {
    /// Weeks in the locative ("po 26 tygodniach").
    public static let afterWeeks = CountedNoun(
        en: ("week", "weeks"), fr: ("semaine", "semaines"), pl: ("tygodniu", "tygodniach", "tygodniach", "tygodnia"))
}

extension CountedNoun {
    /// Characters of a password.
    public static let characters = CountedNoun(
        en: ("character", "characters"), fr: ("caractère", "caractères"), pl: ("znak", "znaki", "znaków", "znaku"))
    /// Minutes after a preposition that takes the accusative in Polish ("za 1 minutę", "za 5 minut").
    public static let minutes = CountedNoun(
        en: ("minute", "minutes"), fr: ("minute", "minutes"), pl: ("minutę", "minuty", "minut", "minuty"))
    /// Profiles.
    public static let profiles = CountedNoun(
        en: ("profile", "profiles"), fr: ("profil", "profils"), pl: ("profil", "profile", "profili", "profilu"))
    /// Events of a profile.
    public static let events = CountedNoun(
        en: ("event", "events"), fr: ("événement", "événements"), pl: ("zdarzenie", "zdarzenia", "zdarzeń", "zdarzenia"))
    /// Facts that were taken in.
    public static let entries = CountedNoun(
        en: ("entry", "entries"), fr: ("entrée", "entrées"), pl: ("wpis", "wpisy", "wpisów", "wpisu"))
}

extension CountedNoun {
    /// Hours.
    public static let hours = CountedNoun(
        en: ("hour", "hours"), fr: ("heure", "heures"), pl: ("godzina", "godziny", "godzin", "godziny"))
    /// Hours in the accusative ("za 1 godzinę", "1 godzinę temu").
    public static let hoursAgo = CountedNoun(
        en: ("hour", "hours"), fr: ("heure", "heures"), pl: ("godzinę", "godziny", "godzin", "godziny"))
    /// Hours in the genitive ("w ciągu 24 godzin").
    public static let ofHours = CountedNoun(
        en: ("hour", "hours"), fr: ("heure", "heures"), pl: ("godziny", "godzin", "godzin", "godziny"))
    /// Weeks in the genitive ("w ciągu 2 tygodni").
    public static let ofWeeks = CountedNoun(
        en: ("week", "weeks"), fr: ("semaine", "semaines"), pl: ("tygodnia", "tygodni", "tygodni", "tygodnia"))
    /// Times in the genitive ("od 2 do 5 razy").
    public static let ofTimes = CountedNoun(en: ("time", "times"), fr: ("fois", "fois"), pl: ("razu", "razy", "razy", "raza"))
    /// Profiles in the genitive ("do 100 profili").
    public static let ofProfiles = CountedNoun(
        en: ("profile", "profiles"), fr: ("profil", "profils"), pl: ("profilu", "profili", "profili", "profilu"))
}
