// What a shop has no room for, and what to do.
extension Words {
    /// One metric more than there may be.
    public func noRoomForMetric(_ name: String, most: Int) -> String {
        let count = format.number(most)
        return say(
            en:
                "There are \(count) metrics, the most that a shop may have, and “\(name)” would be another. Events of one kind share a name.",
            fr:
                "Il y a \(count) indicateurs, le maximum pour une boutique, et « \(name) » en serait un de plus. Les événements d'un même type portent le même nom.",
            pl:
                "Jest już \(count) metryk – to maksimum dla jednego sklepu – a „\(name)” byłaby kolejną. Zdarzenia jednego rodzaju mają wspólną nazwę."
        )
    }

    /// One profile more than there may be.
    public var noRoomForProfile: String {
        say(
            en: "The shop has as many profiles as it may have: there is no room for another.",
            fr: "La boutique a atteint le nombre maximal de profils : il n'y a plus de place.",
            pl: "Sklep ma już największą dopuszczalną liczbę profili: na kolejny nie ma miejsca.")
    }

    /// One custom property more than there may be.
    public func noRoomForProperty(_ name: String, most: Int) -> String {
        let count = format.number(most)
        return say(
            en: "There are \(count) custom properties, the most that a shop may have, and “\(name)” would be another.",
            fr: "Il y a \(count) propriétés personnalisées, le maximum pour une boutique, et « \(name) » en serait une de plus.",
            pl: "Jest już \(count) właściwości niestandardowych – to maksimum dla jednego sklepu – a „\(name)” byłaby kolejną.")
    }

    /// One custom property more than may be made without a key.
    public func noRoomForBrowsersProperty(_ name: String, most: Int) -> String {
        let count = format.number(most)
        return say(
            en: "There are \(count) custom properties: only with a key can more be made, and “\(name)” would be another.",
            fr: "Il y a \(count) propriétés personnalisées : d'autres ne se créent qu'avec une clé, et « \(name) » en serait une.",
            pl: "Jest już \(count) właściwości niestandardowych: kolejne można utworzyć tylko z kluczem, a „\(name)” byłaby kolejną.")
    }

    /// Values of properties that would take more than they may.
    public func noRoomForValues(mostBytes: Int) -> String {
        let count = format.number(mostBytes)
        return say(
            en:
                "The different values of all people's properties take \(count) bytes, the most that a shop may have. Leave out columns that are not needed.",
            fr:
                "Les différentes valeurs des propriétés de toutes les personnes occupent \(count) octets, le maximum pour une boutique. Retirez les colonnes inutiles.",
            pl: "Różne wartości właściwości wszystkich osób zajmują \(count) bajtów – to maksimum dla jednego sklepu. Usuń zbędne kolumny.")
    }

    /// A list that would be longer than it may be.
    public func noRoomInList(bytes: Int, mostBytes: Int) -> String {
        let (length, most) = (format.number(bytes), format.number(mostBytes))
        return say(
            en: "Somebody's list of values would have \(length) bytes; at most \(most) are kept.",
            fr: "La liste de valeurs d'une personne aurait \(length) octets ; \(most) au plus sont conservés.",
            pl: "Lista wartości jednej osoby miałaby \(length) bajtów; przechowuje się najwyżej \(most).")
    }
}
