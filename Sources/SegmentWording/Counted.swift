import Wording

/// How many a definition means and what they are worth, as lines with a label each.
extension SegmentWords {
    /// How many are meant, of how many profiles.
    public func members(_ count: Int, of profiles: Int, share: Double) -> (label: String, text: String) {
        let (number, part) = (format.number(count), format.percent(share, decimals: 1))
        let all = words.count(profiles, .ofProfiles)
        return (
            say(en: "Members", fr: "Membres", pl: "Osoby"),
            say(en: "\(number) (\(part) of \(all))", fr: "\(number) (\(part) de \(all))", pl: "\(number) (\(part) z \(all))")
        )
    }

    /// How many of them ordered.
    public func customers(_ count: Int) -> (label: String, text: String) {
        (say(en: "Customers", fr: "Clients", pl: "Klienci"), format.number(count))
    }

    /// What they spent.
    public func historicCLV(_ minorUnits: Int64) -> (label: String, text: String) {
        (say(en: "Historic CLV", fr: "CLV historique", pl: "Historyczna CLV"), format.money(minorUnits, names.currency))
    }

    /// What they will probably spend, and for how many of them that is known.
    public func predictedCLV(_ minorUnits: Int64, withPredictions: Int) -> (label: String, text: String) {
        let label = say(en: "Predicted CLV", fr: "CLV prévue", pl: "Przewidywana CLV")
        guard withPredictions > 0 else { return (label, noPredictions) }
        let (amount, count) = (format.wholeMoney(minorUnits, names.currency), format.number(withPredictions))
        return (
            label,
            say(
                en: "\(amount), of \(count) with predictions", fr: "\(amount), prévisions disponibles : \(count)",
                pl: "\(amount), osoby z prognozą: \(count)")
        )
    }

    /// That a definition asks for predictions where there are none.
    public var lacksPredictions: String {
        say(
            en: "It asks for predictions, of which there are none.", fr: "Cette définition demande des prévisions, et il n'y en a pas.",
            pl: "Ta definicja wymaga prognoz, których nie ma.")
    }
}
