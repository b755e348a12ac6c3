public import Segments
public import Wording

/// Says definitions of segments in words.
///
/// Each test is a clause whose subject, the person, is left out: "is in the list “Newsletter”". What somebody typed stands in quotes, as it was
/// typed, cut where it is long.
public struct SegmentWords: Sendable {
    /// The language, its numbers and dates.
    public let words: Words
    /// What ids stand for.
    public let names: SegmentNames

    /// The words of a language for a shop.
    public init(_ language: Language, names: SegmentNames) {
        words = Words(language)
        self.names = names
    }

    var format: LocalizedFormat { words.format }

    func say(en: @autoclosure () -> String, fr: @autoclosure () -> FrenchText, pl: @autoclosure () -> String) -> String {
        words.say(en: en(), fr: fr(), pl: pl())
    }

    /// One test as a clause.
    public func line(_ test: Test) -> String {
        switch test {
        case .metric(let test): metric(test)
        case .funnel(let test): funnel(test)
        case .property(let test): value(property(test.property), test.filter)
        case .number(let dimension, let filter): number(dimension, filter)
        case .moment(let dimension, let filter): moment(label(dimension), filter)
        case .word(let dimension, let filter): word(dimension, filter)
        case .model(let test): model(test)
        case .overdue(let isOverdue): overdue(isOverdue)
        case .top(let test): top(test)
        case .membership(let test): membership(test)
        case .consent(let test): consent(test)
        case .region(let region, let isIn): self.region(region, isIn)
        case .distance(let test): distance(test)
        case .sample(let percent, let seed): sample(percent, seed)
        }
    }

    /// What one property of an event must say, as a clause.
    public func clause(_ test: EventPropertyTest) -> String { value(property([test.property]), test.filter) }

    private func model(_ test: RFMModelTest) -> String {
        let (line, name) = (line(test.ofShown), quoted(names.rfmModel(test.model)))
        return say(
            en: "\(line) (by the RFM model \(name))", fr: "\(line) (selon le modèle RFM \(name))",
            pl: "\(line) (według modelu RFM \(name))")
    }

    private func overdue(_ isOverdue: Bool) -> String {
        isOverdue
            ? say(en: "is overdue by their own rhythm", fr: "est en retard sur son rythme", pl: "jest po przewidywanym terminie zamówienia")
            : say(
                en: "is not overdue by their own rhythm", fr: "n'est pas en retard sur son rythme",
                pl: "nie jest po przewidywanym terminie zamówienia")
    }

    private func region(_ region: Region, _ isIn: Bool) -> String {
        switch (region, isIn) {
        case (.europeanUnion, true):
            say(en: "lives in the European Union", fr: "réside dans l'Union européenne", pl: "mieszka w Unii Europejskiej")
        case (.europeanUnion, false):
            say(en: "lives outside the European Union", fr: "réside hors de l'Union européenne", pl: "mieszka poza Unią Europejską")
        case (.unitedStates, true):
            say(en: "lives in the United States", fr: "réside aux États-Unis", pl: "mieszka w Stanach Zjednoczonych")
        case (.unitedStates, false):
            say(en: "lives outside the United States", fr: "réside hors des États-Unis", pl: "mieszka poza Stanami Zjednoczonymi")
        }
    }

    private func distance(_ test: DistanceTest) -> String {
        // What was written in miles is said in miles, without what converting added in the last places.
        let length = test.isInMiles ? (test.kilometers / 1.609_344 * 1e9).rounded() / 1e9 : test.kilometers
        let number = format.exact(length)
        let far = test.isInMiles ? say(en: "\(number) miles", fr: "\(number) miles", pl: "\(number) mil") : "\(number)\(Space.noBreak)km"
        let place = "\(cut(test.postalCode)) (\(cut(test.country)))"
        return test.isFarther
            ? say(
                en: "lives more than \(far) from the postal code \(place)", fr: "réside à plus de \(far) du code postal \(place)",
                pl: "mieszka dalej niż \(far) od kodu pocztowego \(place)")
            : say(
                en: "lives less than \(far) from the postal code \(place)", fr: "réside à moins de \(far) du code postal \(place)",
                pl: "mieszka bliżej niż \(far) od kodu pocztowego \(place)")
    }

    private func sample(_ percent: Double, _ seed: UInt64) -> String {
        let share = format.exactPercent(percent / 100)
        return say(
            en: "is in a random sample of \(share) of all profiles (number \(String(seed)))",
            fr: "fait partie d'un échantillon aléatoire de \(share) de tous les profils (numéro \(String(seed)))",
            pl: "należy do losowej próby \(share) wszystkich profili (numer \(String(seed)))")
    }
}
