import CustomerValue
import Facts
import Population

/// Settings of an RFM model as they are filled in: texts until they are read.
struct RFMForm: Sendable {
    /// How a dimension is scored.
    enum Method: String, CaseIterable, Sendable {
        case values, percentiles
        case parts = "equal"
    }

    /// What a button asks for.
    enum Action: String, Sendable {
        case preview, save, levels
    }

    /// Which scores make which group.
    enum MapChoice: String, CaseIterable, Sendable {
        case standard, corrected, own
    }

    /// How one dimension is scored, with its borders from the highest score down.
    struct Scale: Sendable {
        var method: Method
        var borders: [String]
    }

    /// What is wrong with a field.
    enum Problem: Sendable, Equatable {
        case noWholeNumber
        case outside(Int, Int)
        /// A border that crosses the one of the next higher score, or is the same.
        case notMore(than: Int)
        case notLess(than: Int)
        case nameMissing, nameTooLong, nameTaken
        case noSuchMetric
        case mapHasHoles
        /// It is refused by what is there: another one changed it meanwhile.
        case refused
    }

    var name: String
    /// As in the choice of metrics: `orders`, or a kind with an id.
    var metric: String
    var levels: RFMLevels
    var scales: [RFMDimension: Scale]
    var mapChoice: MapChoice
    /// The map in the cells, whichever map was chosen.
    var cells: RFMGroupMap
    /// By the names of fields.
    var problems: [String: Problem] = [:]

    static let nameField = "name"
    static let metricField = "metric"
    static let levelsField = "levels"
    static let mapField = "map"
    static let actionField = "action"
    /// More fields than a map of five levels and all the others have.
    static let mostFields = 200

    static func methodField(_ dimension: RFMDimension) -> String { "\(dimension.rawValue)-by" }
    static func borderField(_ dimension: RFMDimension, _ place: Int) -> String { "\(dimension.rawValue)-\(place)" }
    static func cellField(_ score: Int) -> String { "m-\(score)" }

    /// The settings of a model as they are.
    init(_ settings: RFMSettings, name: String, metric: String) {
        self.name = name
        self.metric = metric
        levels = settings.levels
        scales = Dictionary(
            uniqueKeysWithValues: RFMDimension.allCases.map { dimension in
                let scale =
                    switch settings[dimension] {
                    case .values(let list): Scale(method: .values, borders: list.map { "\($0)" })
                    case .percentiles(let list): Scale(method: .percentiles, borders: list.map { "\($0)" })
                    case .equalParts:
                        Scale(method: .parts, borders: [String](repeating: "", count: settings.levels.borders))
                    }
                return (dimension, scale)
            })
        cells = settings.map
        mapChoice =
            settings.map == .standard(of: settings.levels) ? .standard : settings.map == .corrected ? .corrected : .own
    }

    /// What was filled in; what cannot be chosen counts as the first choice, and a hole in the map is a problem.
    init(_ fields: QueryString) {
        let levels = fields[Self.levelsField].flatMap(Int.init).flatMap(RFMLevels.init(rawValue:)) ?? .three
        self.init(RFMSettings(levels: levels), name: "", metric: "orders")
        name = String((fields[Self.nameField] ?? "").split(separator: " ").joined(separator: " ").prefix(300))
        metric = String((fields[Self.metricField] ?? "orders").prefix(100))
        mapChoice = fields[Self.mapField].flatMap(MapChoice.init(rawValue:)) ?? .standard
        if mapChoice == .corrected, levels != .three { mapChoice = .standard }
        for dimension in RFMDimension.allCases {
            let method = fields[Self.methodField(dimension)].flatMap(Method.init(rawValue:)) ?? .values
            let borders = (0..<levels.borders).map { place in
                String((fields[Self.borderField(dimension, place)] ?? "").prefix(20))
            }
            scales[dimension] = Scale(method: method, borders: borders)
        }
        readCells(fields)
    }

    private mutating func readCells(_ fields: QueryString) {
        var given: [(group: RFMGroup, score: Int, pointer: String)] = []
        for pair in fields.pairs where pair.name.hasPrefix("m-") {
            guard let score = Int(pair.name.dropFirst(2)), let group = RFMGroup(slug: pair.value) else { continue }
            given.append((group, score, ""))
            cells = cells.moving(score, to: group)
        }
        guard mapChoice == .own else { return }
        do throws(RFMFaults) {
            cells = try RFMGroupMap(levels: levels, cells: given, pointer: "")
        } catch {
            problems[Self.mapField] = .mapHasHoles
        }
    }

    // MARK: Reading

    /// The settings that were filled in; `nil` where something is wrong, which is noted.
    mutating func settings() -> RFMSettings? {
        var settings = RFMSettings(levels: levels)
        for dimension in RFMDimension.allCases {
            if let scale = scale(dimension) { settings[dimension] = scale }
        }
        switch mapChoice {
        case .standard: settings.map = .standard(of: levels)
        case .corrected: settings.map = .corrected
        case .own: settings.map = cells
        }
        guard problems.isEmpty, settings.faults.isEmpty else { return nil }
        return settings
    }

    private mutating func scale(_ dimension: RFMDimension) -> RFMScale? {
        guard let scale = scales[dimension], scale.method != .parts else { return .equalParts }
        let range = scale.method == .values ? dimension.possibleValues : 1...100
        // More days are worse, more of anything else is better.
        let rises = scale.method == .values && dimension == .recency
        var numbers: [Int] = []
        for (place, text) in scale.borders.enumerated() {
            let field = Self.borderField(dimension, place)
            guard let number = Int(text.filter { !$0.isWhitespace }) else {
                problems[field] = .noWholeNumber
                continue
            }
            if !range.contains(number) {
                problems[field] = .outside(range.lowerBound, range.upperBound)
            } else if let before = numbers.last, place == numbers.count, rises ? number <= before : number >= before {
                problems[field] = rises ? .notMore(than: before) : .notLess(than: before)
            }
            numbers.append(number)
        }
        return scale.method == .values ? .values(numbers) : .percentiles(numbers)
    }
}
