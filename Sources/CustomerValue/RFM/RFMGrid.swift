/// A map as a table for people: a row for each recency score, a column for each pair of frequency and monetary score, the highest first.
public struct RFMGrid: Sendable, Equatable {
    /// The scores of a column.
    public struct Column: Sendable, Equatable {
        /// The frequency score.
        public let frequency: Int
        /// The monetary score.
        public let monetary: Int
        /// Both, as they are written: `32`.
        public var text: String { "\(frequency)\(monetary)" }
    }

    /// A recency score with its groups.
    public struct Row: Sendable, Equatable {
        /// The recency score.
        public let recency: Int
        /// The group of each column.
        public let groups: [RFMGroup]
    }

    /// The columns, from the highest scores to the lowest.
    public let columns: [Column]
    /// The rows, from the highest score to the lowest.
    public let rows: [Row]

    /// The table of a map.
    public init(_ map: RFMGroupMap) {
        let scores = (1...map.levels.rawValue).reversed()
        let columns = scores.flatMap { frequency in scores.map { Column(frequency: frequency, monetary: $0) } }
        self.columns = columns
        rows = scores.map { recency in
            Row(
                recency: recency,
                groups: columns.map {
                    map.group(recency: UInt8(recency), frequency: UInt8($0.frequency), monetary: UInt8($0.monetary))
                })
        }
    }
}
