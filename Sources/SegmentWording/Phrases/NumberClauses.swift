import Facts
import Segments
import Wording

/// What a number counts, so that it is said with its unit.
enum NumberUnit {
    /// Nothing: the label says it.
    case plain
    /// Whole units of the shop's currency.
    case money
    /// A share, 0 to 1.
    case share
    case days
}

extension SegmentWords {
    /// What a number must be, after what it is of: "predicted CLV is at most €5.00".
    func number(_ label: String, _ filter: NumberFilter, _ unit: NumberUnit = .plain) -> String {
        func said(_ value: Double) -> String { self.said(value, unit) }
        switch filter {
        case .equals(let value):
            return say(en: "\(label) is \(said(value))", fr: "\(label) est de \(said(value))", pl: "\(label) wynosi \(said(value))")
        case .notEquals(let value):
            return say(
                en: "\(label) is not \(said(value))", fr: "\(label) n'est pas de \(said(value))", pl: "\(label) nie wynosi \(said(value))")
        case .greaterThan(let value):
            return say(
                en: "\(label) is more than \(said(value))", fr: "\(label) dépasse \(said(value))",
                pl: "\(label) wynosi więcej niż \(said(value))")
        case .greaterThanOrEqual(let value):
            return say(
                en: "\(label) is at least \(said(value))", fr: "\(label) est d'au moins \(said(value))",
                pl: "\(label) wynosi co najmniej \(said(value))")
        case .lessThan(let value):
            return say(
                en: "\(label) is less than \(said(value))", fr: "\(label) est de moins de \(said(value))",
                pl: "\(label) wynosi mniej niż \(said(value))")
        case .lessThanOrEqual(let value):
            return say(
                en: "\(label) is at most \(said(value))", fr: "\(label) est d'au plus \(said(value))",
                pl: "\(label) wynosi co najwyżej \(said(value))")
        case .between(let low, let high):
            let (from, to) = (said(low), said(high))
            return say(
                en: "\(label) is from \(from) to \(to)", fr: "\(label) se situe entre \(from) et \(to)",
                pl: "\(label) wynosi od \(self.said(low, unit, isGenitive: true)) do \(self.said(high, unit, isGenitive: true))")
        }
    }

    /// A number with its unit.
    func said(_ value: Double, _ unit: NumberUnit, isGenitive: Bool = false) -> String {
        switch unit {
        case .plain: format.exact(value)
        case .money: format.exactMoney(value, names.currency)
        case .share: format.exactPercent(value)
        case .days: counted(value, isGenitive ? .ofDays : .days)
        }
    }

    /// A number, whole or not, with its noun.
    func counted(_ value: Double, _ noun: CountedNoun) -> String {
        if let whole = Int(exactly: value) { return words.count(whole, noun) }
        let category = PluralCategory(value, decimals: 1, words.language)
        return "\(format.exact(value))\(Space.noBreak)\(noun.form(category, words.language))"
    }

    /// What a number of a customer must be.
    func number(_ dimension: NumberDimension, _ filter: NumberFilter) -> String { number(label(dimension), filter, Self.unit(dimension)) }

    static func unit(_ dimension: NumberDimension) -> NumberUnit {
        switch dimension {
        case .averageDaysBetweenOrders: .days
        case .averageOrderValue, .historicCLV, .predictedCLV, .totalCLV, .predictedCLVLow, .predictedCLVHigh, .moneyAtStake: .money
        case .churnProbability, .probabilityOfOrder: .share
        case .historicNumberOfOrders, .predictedNumberOfOrders, .rfmRecency, .rfmFrequency, .rfmMonetary: .plain
        }
    }

    /// Being among those with the greatest, or least, of a number.
    func top(_ test: TopTest) -> String {
        guard let among = test.among else { return topOfAll(test) }
        let (place, those) = (topOfSome(test), sentenceOfPerson(among))
        return say(en: "\(place): (\(those))", fr: "\(place) : (\(those))", pl: "\(place): (\(those))")
    }

    /// The same without who they are that it is among.
    func topOfSome(_ test: TopTest) -> String {
        let place = topOfAll(test)
        return say(
            en: "\(place), of the profiles for which", fr: "\(place), parmi les profils pour lesquels",
            pl: "\(place), spośród profili, dla których")
    }

    private func topOfAll(_ test: TopTest) -> String {
        let label = label(test.dimension)
        let english = test.isBottom ? "lowest" : "highest"
        let polish = test.isBottom ? "z najniższą wartością" : "z najwyższą wartością"
        switch test.size {
        case .count(1):
            return say(
                en: "has the \(english) \(label)", fr: "est au \(test.isBottom ? "dernier" : "premier") rang selon \(label)",
                pl: "ma \(test.isBottom ? "najniższą" : "najwyższą") wartość: \(label)")
        case .count(let count):
            let number = format.number(count)
            let french = "\(test.isBottom ? "derniers" : "premiers") \(words.noun(.profiles, after: count))"
            return say(
                en: "is among the \(number) with the \(english) \(label)",
                fr: "figure parmi les \(number) \(french) selon \(label)",
                pl: "należy do \(words.count(count, .ofProfiles)) \(polish): \(label)")
        case .percent(let percent):
            let share = format.exactPercent(percent / 100)
            return say(
                en: "is among the \(share) with the \(english) \(label)",
                fr: "figure parmi les \(share) de profils \(test.isBottom ? "en queue" : "en tête") selon \(label)",
                pl: "należy do \(share) profili \(polish): \(label)")
        }
    }
}
