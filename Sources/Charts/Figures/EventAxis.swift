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
        /// From 0 to 1: how high it stands.
        public var level: Double
        /// Its position and level in words.
        public var label: String
        /// What the level means, as a colour.
        public var color: ChartColor

        /// A stretch with its name.
        public init(position: Double, level: Double, label: String, color: ChartColor) {
            self.position = position
            self.level = level
            self.label = label
            self.color = color
        }
    }

    /// A course of probabilities, drawn as columns side by side.
    public struct Course: Sendable {
        /// What it shows: `Churn risk`.
        public var title: String
        /// The words for no and for full height: `0 %` and `100 %`.
        public var ends: (low: String, high: String)
        /// What its colours mean, in words.
        public var meanings: [(color: ChartColor, text: String)]
        /// In order; of more than one for every four pixels every so manieth is drawn.
        public var steps: [Step]

        /// A course with its words.
        public init(
            title: String, ends: (low: String, high: String), meanings: [(color: ChartColor, text: String)], steps: [Step]
        ) {
            self.title = title
            self.ends = ends
            self.meanings = meanings
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
    /// Pixels for each step of the course.
    static let pixelsPerStep = 4.0

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
