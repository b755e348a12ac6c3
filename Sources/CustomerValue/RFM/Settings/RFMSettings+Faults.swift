extension RFMDimension {
    /// The key of fixed values in the JSON of settings.
    public var valuesKey: String {
        switch self {
        case .recency: "days"
        case .frequency: "orders"
        case .monetary: "value"
        }
    }

    /// The numbers that a border may be.
    public var possibleValues: ClosedRange<Int> {
        switch self {
        case .recency: 0...36_500
        case .frequency: 0...1_000_000
        case .monetary: 0...1_000_000_000
        }
    }
}

extension RFMSettings {
    /// The key of percentiles in the JSON of settings.
    public static let percentilesKey = "percentiles"

    /// Everything that keeps these settings from being used, with the places as in their JSON; empty where nothing does.
    public var faults: [RFMFault] {
        var faults: [RFMFault] = []
        for dimension in RFMDimension.allCases { faults += Self.faults(of: self[dimension], dimension, levels: levels) }
        if map.levels != levels {
            faults.append(
                RFMFault(pointer: "/map", found: "a map of \(map.levels.rawValue) levels", expected: "one of \(levels.rawValue) levels"))
        }
        return faults
    }

    private static func faults(of scale: RFMScale, _ dimension: RFMDimension, levels: RFMLevels) -> [RFMFault] {
        switch scale {
        case .equalParts: []
        case .values(let list):
            faults(
                of: list, at: "/\(dimension.rawValue)/\(dimension.valuesKey)", within: dimension.possibleValues, levels: levels,
                rises: dimension == .recency)
        case .percentiles(let list):
            faults(of: list, at: "/\(dimension.rawValue)/\(percentilesKey)", within: 1...100, levels: levels, rises: false)
        }
    }

    /// - Parameter rises: whether a lower score has a larger number, as days have.
    private static func faults(
        of list: [Int], at pointer: String, within range: ClosedRange<Int>, levels: RFMLevels, rises: Bool
    ) -> [RFMFault] {
        guard list.count == levels.borders else {
            let expected = "\(levels.borders) numbers for \(levels.rawValue) levels, that of the highest score first"
            return [RFMFault(pointer: pointer, found: list.count == 1 ? "1 number" : "\(list.count) numbers", expected: expected)]
        }
        var faults: [RFMFault] = []
        for (place, value) in list.enumerated() {
            if !range.contains(value) {
                faults.append(
                    RFMFault(
                        pointer: "\(pointer)/\(place)", found: "\(value)",
                        expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
            } else if place > 0, rises ? value <= list[place - 1] : value >= list[place - 1] {
                // A score with borders that cross, or are one, is nobody's.
                faults.append(
                    RFMFault(
                        pointer: "\(pointer)/\(place)", found: "\(value) after \(list[place - 1])",
                        expected: "\(rises ? "more" : "less") than the \(list[place - 1]) of the next higher score"))
            }
        }
        return faults
    }
}
