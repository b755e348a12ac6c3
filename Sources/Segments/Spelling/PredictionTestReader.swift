import Facts
import JSON

/// Reads what is asked of numbers, moments and words that are known or predicted of a customer.
enum PredictionTestReader {
    private static let refused: [String: SegmentFault.Question] = ["predicted_gender": .gender, "channel_affinity": .channelAffinity]

    private static let dimensions =
        NumberDimension.allCases.map(\.rawValue) + MomentDimension.allCases.map(\.rawValue) + WordDimension.allCases.map(\.rawValue)
        + ["overdue"]

    static func read(_ reader: DefinitionReader) -> Test? {
        guard let model = reader.value["model"], !model.isNull else { return ofShown(reader) }
        guard let name = model.string, !name.isEmpty, name.utf8.count <= RFMModelTest.longestName else {
            reader.fault(.value(.noModelName), at: "model")
            return nil
        }
        guard let test = ofShown(reader) else { return nil }
        if let test = test.of(model: name) { return test }
        reader.fault(.question(.notOfModels(all: Self.ofModels)), at: "model")
        return nil
    }

    private static let ofModels =
        NumberDimension.allCases.filter(\.isOfRFM).map(\.rawValue) + WordDimension.allCases.filter(\.isOfRFM).map(\.rawValue)
        + [MomentDimension.rfmGroupChanged.rawValue]

    private static func ofShown(_ reader: DefinitionReader) -> Test? {
        if let name = reader.value["dimension"]?.string, let reason = refused[name] {
            reader.fault(.question(reason), at: "dimension")
            return nil
        }
        reader.allow(only: ["type", "dimension", "filter", "model"])
        let name = reader.word("dimension", dimensions)
        guard let filter = reader.object("filter"), let name else { return nil }
        if let dimension = NumberDimension(rawValue: name) { return filter.numberFilter().map { .number(dimension, $0) } }
        if let dimension = MomentDimension(rawValue: name) {
            return filter.dateFilter(DefinitionReader.propertyDates).map { .moment(dimension, $0) }
        }
        if let dimension = WordDimension(rawValue: name) { return word(dimension, filter) }
        return filter.boolFilter().map { .overdue($0) }
    }

    private static func word(_ dimension: WordDimension, _ reader: DefinitionReader) -> Test? {
        guard let filter = reader.textFilter() else { return nil }
        let asked: [String]
        switch filter {
        case .equals(let word), .notEquals(let word): asked = [word]
        case .among(let words), .notAmong(let words): asked = words
        default:
            reader.fault(.value(.noOperatorOfWords), at: "operator")
            return nil
        }
        for word in asked where !dimension.words.contains(word) {
            reader.fault(.value(.unknownWord(word, NearNames(word, among: dimension.words))), at: "value")
            return nil
        }
        return .word(dimension, filter)
    }

    static func top(_ reader: DefinitionReader, depth: Int) -> Test? {
        reader.allow(only: ["type", "dimension", "count", "percent", "order", "among"])
        let dimension = reader.oneOf("dimension", NumberDimension.self)
        let order = reader.word("order", ["greatest", "least"], isRequired: false)
        var size: TopTest.Size?
        switch (reader.value["count"] == nil, reader.value["percent"] == nil) {
        case (false, true): size = reader.whole("count", 1...1_000_000_000).map { .count($0) }
        case (true, false):
            if let percent = reader.number("percent") {
                if percent > 0, percent <= 100 {
                    size = .percent(percent)
                } else {
                    reader.fault(.value(.noPercentage), at: "percent")
                }
            }
        default: reader.fault(.shape(.oneOf("count", "percent")))
        }
        let isAmongSome = reader.value["among"].map { !$0.isNull } ?? false
        let among = isAmongSome ? reader.object("among")?.condition(depth: depth + 1) : nil
        guard let dimension, let size, !isAmongSome || among != nil else { return nil }
        return .top(TopTest(dimension: dimension, size: size, isBottom: order == "least", among: among))
    }
}
