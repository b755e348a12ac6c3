extension DemoShop {
    /// The domains under which marketplaces hide a buyer's address: orders count, but nobody there may be written to.
    public static let maskedDomains = [
        "marketplace.amazon.fr", "marketplace.amazon.de", "marketplace.amazon.pl", "marketplace.amazon.nl", "marketplace.amazon.it",
        "marketplace.amazon.es", "members.ebay.fr", "members.ebay.de",
    ]
}

/// Makes addresses that belong to nobody (RFC 2606), each given once.
struct MailAddresses {
    private static let domains = ["example.com", "example.com", "example.com", "example.org", "example.net"]
    private var given: Set<String> = []

    /// An address that fits a name.
    mutating func next(first: String, last: String, birthYear: Int, number: Int, _ dice: inout Dice) -> String {
        let given = Self.plain(first)
        let family = Self.plain(last)
        let style = dice.below(10)
        let local =
            switch style {
            case 0...4: "\(given).\(family)"
            case 5, 6: "\(given.prefix(1)).\(family)"
            case 7: "\(given)\(family.prefix(1))"
            case 8: "\(family).\(given)"
            default: "\(given)_\(family)"
            }
        let domain = dice.pick(Self.domains)
        for candidate in [local, "\(local)\(birthYear % 100 / 10)\(birthYear % 10)", "\(local).\(number)"] {
            if self.given.insert("\(candidate)@\(domain)").inserted { return "\(candidate)@\(domain)" }
        }
        return "\(local).\(number).\(self.given.count)@\(domain)"
    }

    /// An address that a marketplace of a country made up.
    static func masked(country code: String, _ dice: inout Dice) -> String {
        let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz")
        let local = String((0..<14).map { _ in dice.pick(alphabet) })
        let domains = DemoShop.maskedDomains.filter { $0.hasSuffix(".\(code.lowercased())") }
        return "\(local)@\(dice.pick(domains.isEmpty ? DemoShop.maskedDomains : domains))"
    }

    /// A name in the letters that addresses are typed with: `Müller` as `mueller`, `Wójcik` as `wojcik`, `D'Angelo` as `dangelo`.
    static func plain(_ name: String) -> String {
        var result = ""
        for character in name.lowercased() {
            switch character {
            case "a"..."z", "-": result.append(character)
            case "ä": result += "ae"
            case "ö": result += "oe"
            case "ü": result += "ue"
            case "ß": result += "ss"
            case "à", "á", "â", "ą", "ã": result += "a"
            case "ç", "ć", "č": result += "c"
            case "è", "é", "ê", "ë", "ę": result += "e"
            case "í", "î", "ï", "ì", "ı": result += "i"
            case "ł": result += "l"
            case "ñ", "ń": result += "n"
            case "ó", "ô", "ò": result += "o"
            case "ś", "š": result += "s"
            case "ú", "û", "ù": result += "u"
            case "ź", "ż", "ž": result += "z"
            default: continue
            }
        }
        return result
    }
}
