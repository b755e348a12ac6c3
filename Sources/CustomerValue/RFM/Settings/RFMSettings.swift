/// How a shop scores its customers: levels, the scale of each dimension, and the map of scores to groups.
///
///     var settings = RFMSettings.standard
///     settings.frequency = .values([4, 2])        // 3 from four orders on, 2 from two on
///     settings.faults                             // [] : can be used
public struct RFMSettings: Sendable, Equatable {
    /// How many scores each dimension has.
    public var levels: RFMLevels
    /// By days since the last order.
    public var recency: RFMScale
    /// By the number of orders.
    public var frequency: RFMScale
    /// By historic CLV.
    public var monetary: RFMScale
    /// Which scores make which group.
    public var map: RFMGroupMap

    /// Klaviyo's defaults: last order within 180 or 365 days; frequency and monetary by thirds of the customers; Klaviyo's map.
    public static let standard = RFMSettings()

    /// Settings; what is left out is ``standardRecency(of:)``, equal parts and the standard map of the levels.
    public init(
        levels: RFMLevels = .three, recency: RFMScale? = nil, frequency: RFMScale = .equalParts, monetary: RFMScale = .equalParts,
        map: RFMGroupMap? = nil
    ) {
        self.levels = levels
        self.recency = recency ?? Self.standardRecency(of: levels)
        self.frequency = frequency
        self.monetary = monetary
        self.map = map ?? .standard(of: levels)
    }

    /// Days within which the last order lies: 180 and 365 of three levels; 90, 180, 365 and 730 of five.
    public static func standardRecency(of levels: RFMLevels) -> RFMScale {
        switch levels {
        case .three: .values([180, 365])
        case .five: .values([90, 180, 365, 730])
        }
    }

    /// The scale of a dimension.
    public subscript(dimension: RFMDimension) -> RFMScale {
        get {
            switch dimension {
            case .recency: recency
            case .frequency: frequency
            case .monetary: monetary
            }
        }
        set {
            switch dimension {
            case .recency: recency = newValue
            case .frequency: frequency = newValue
            case .monetary: monetary = newValue
            }
        }
    }

    /// Whether any border follows from all customers.
    public var needsEverybody: Bool { RFMDimension.allCases.contains { self[$0].needsEverybody } }
}
