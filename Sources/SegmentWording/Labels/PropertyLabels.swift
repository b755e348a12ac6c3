public import Segments
import Wording

extension SegmentWords {
    /// What a property of a profile is called; feminine in Polish, and in French where it does not begin with "le".
    public func property(_ property: ProfileProperty) -> String {
        switch property {
        case .standard(let name): PropertyLabel.standard[name].map { words($0) } ?? self.property([name])
        case .custom(let names): self.property(names)
        }
    }

    /// A property that the shop gave, by the names that lead to it.
    func property(_ names: [String]) -> String {
        let name = quoted(names.map { $0.isEmpty ? "–" : $0 }.joined(separator: " › "))
        return say(en: "the property \(name)", fr: "la propriété \(name)", pl: "właściwość \(name)")
    }
}

enum PropertyLabel {
    /// By the names in ``ProfileProperty/standardNames``.
    static let standard: [String: Phrase] = [
        "email": Phrase(en: "the email address", fr: "l'adresse e-mail", pl: "wartość pola „adres e-mail”"),
        "phone_number": Phrase(en: "the phone number", fr: "le numéro de téléphone", pl: "wartość pola „numer telefonu”"),
        "external_id": Phrase(en: "the external id", fr: "la référence externe", pl: "wartość pola „zewnętrzny identyfikator”"),
        "anonymous_id": Phrase(en: "the browser's id", fr: "la référence du navigateur", pl: "wartość pola „identyfikator przeglądarki”"),
        "customer_id": Phrase(en: "the customer id", fr: "la référence client", pl: "wartość pola „identyfikator klienta”"),
        "first_name": Phrase(en: "the first name", fr: "le prénom", pl: "wartość pola „imię”"),
        "last_name": Phrase(en: "the last name", fr: "le nom", pl: "wartość pola „nazwisko”"),
        "organization": Phrase(en: "the organisation", fr: "l'organisation", pl: "organizacja"),
        "title": Phrase(en: "the title", fr: "la fonction", pl: "wartość pola „stanowisko”"),
        "locale": Phrase(en: "the language", fr: "la langue", pl: "wartość pola „język”"),
        "image": Phrase(en: "the picture", fr: "l'image", pl: "wartość pola „zdjęcie”"),
        "location.address1": Phrase(en: "the address", fr: "l'adresse", pl: "wartość pola „adres”"),
        "location.address2": Phrase(en: "the second line of the address", fr: "la deuxième ligne de l'adresse", pl: "druga linia adresu"),
        "location.city": Phrase(en: "the city", fr: "la ville", pl: "wartość pola „miasto”"),
        "location.country": Phrase(en: "the country", fr: "le pays", pl: "wartość pola „kraj”"),
        "location.region": Phrase(en: "the region", fr: "la région", pl: "wartość pola „region”"),
        "location.zip": Phrase(en: "the postal code", fr: "le code postal", pl: "wartość pola „kod pocztowy”"),
        "location.timezone": Phrase(en: "the time zone", fr: "le fuseau horaire", pl: "strefa czasowa"),
        "location.latitude": Phrase(en: "the latitude", fr: "la latitude", pl: "szerokość geograficzna"),
        "location.longitude": Phrase(en: "the longitude", fr: "la longitude", pl: "długość geograficzna"),
        "location.ip": Phrase(en: "the IP address", fr: "l'adresse IP", pl: "wartość pola „adres IP”"),
        "created": Phrase(en: "the date of the profile's creation", fr: "la date de création du profil", pl: "data utworzenia profilu"),
        "updated": Phrase(
            en: "the date of the profile's last change", fr: "la date de dernière modification du profil",
            pl: "data ostatniej zmiany profilu"),
        "last_event_date": Phrase(
            en: "the date of the last activity", fr: "la date de la dernière activité", pl: "data ostatniej aktywności"),
    ]
}
