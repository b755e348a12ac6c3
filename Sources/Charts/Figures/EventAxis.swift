/// Moments along time: marks for what happened, a line for now, a diamond for what is expected next, and below them a course of
/// probabilities as colours.
///
/// Positions are numbers on one scale, such as days; the caller names the ticks.
public struct EventAxis: Figure {
    /// A moment with its name.
    public struct Moment: Sendable {
        /// Where it stands.
        public var position: Double
        /// What it is: its date, its value.
        public var label: String

        /// A moment with its name.
        public init(position: Double, label: String) {
            self.position = position
            self.label = label
        }
    }

    /// A stretch of the course, from its position to that of the next.
    public struct Step: Sendable {
        /// Where it begins.
        public var position: Double
        /// From 0 to 1: how strong its colour is.
        public var level: Double
        /// Its position and level in words.
        public var label: String

        /// A stretch with its name.
        public init(position: Double, level: Double, label: String) {
            self.position = position
            self.level = level
            self.label = label
        }
    }

    /// A course of probabilities.
    public struct Course: Sendable {
        /// What it shows, and what its weak end means: `Churn risk: low`.
        public var lowText: String
        /// What its strong end means.
        public var highText: String
        /// In order; of more than 400 every so manieth is drawn.
        public var steps: [Step]

        /// A course with its words.
        public init(lowText: String, highText: String, steps: [Step]) {
            self.lowText = lowText
            self.highText = highText
            self.steps = steps
        }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// What the marks are: `Orders`.
    public var markTitle: String
    /// What happened; of more than 2,000 the last are drawn.
    public var marks: [Moment]
    /// Where now is.
    public var now: Moment
    /// What is expected next.
    public var next: Moment?
    /// Where the axis has its ticks.
    public var ticks: [Moment]
    /// A course below the marks; it ends at now.
    public var course: Course?

    /// An axis from plain values.
    public init(
        words: FigureWords, markTitle: String, marks: [Moment], now: Moment, next: Moment?, ticks: [Moment], course: Course? = nil
    ) {
        self.words = words
        self.markTitle = markTitle
        self.marks = marks
        self.now = now
        self.next = next
        self.ticks = ticks
        self.course = course
    }

    static let mostMarks = 2_000
    static let mostSteps = 400

    /// The numbers behind the drawing, as texts.
    public var table: ChartTable {
        let moments = marks + [now] + (next.map { [$0] } ?? [])
        return ChartTable(caption: words.title, header: [markTitle], rows: moments.map { [$0.label] })
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        let isEmpty = !marks.contains(where: \.position.isDrawable)
        return Drawing.figure(words, id: id, width: width, isEmpty: isEmpty, isShortened: marks.count > Self.mostMarks) { drawing in
            EventLayout(self, width: drawing.width).draw(on: &drawing)
        }
    }
}
