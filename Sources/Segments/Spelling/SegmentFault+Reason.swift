public import Facts

extension SegmentFault {
    /// What can be wrong: closed, so that whoever puts it into words, in whatever language, leaves nothing out. Texts in it are from outside.
    public enum Reason: Sendable, Equatable {
        /// How the JSON is built.
        case shape(Shape)
        /// A value that cannot be.
        case value(Value)
        /// What is named is not there.
        case name(Name)
        /// Metrics that are not there, or that cannot be counted so.
        case metric(Metric)
        /// What cannot be asked.
        case question(Question)
    }

    /// How the JSON is built.
    public enum Shape: Sendable, Equatable {
        case noDefinition, noObject, noArray, noText, noNumber, noBool, noTextOrNumber
        /// Neither a text nor short enough.
        case noShortText(mostBytes: Int)
        case noWhole(ClosedRange<Int>)
        case longerThan(bytes: Int)
        case missing(String)
        case meansNothing(String, NearNames)
        case elements(Int, taken: ClosedRange<Int>)
        case tooManyConditions(most: Int)
        case tooDeep(most: Int)
        /// Two members, of which one is needed and no more.
        case oneOf(String, String)
    }

    /// A value that cannot be.
    public enum Value: Sendable, Equatable {
        case unknownWord(String, NearNames)
        case noMoment(String)
        case outsideYears(String)
        case endBeforeStart(end: Instant, start: Instant)
        case endBelowStart(end: Double, start: Double)
        /// Of a time that is counted back from now.
        case endNearerThanStart(end: Int, start: Int)
        case noPercentage
        case noDistance
        case badPattern(PatternFault)
        case noCountry(String)
        case noRFMGroup(String, NearNames)
        /// An operator that words cannot be compared by.
        case noOperatorOfWords
        case emptyPropertyName
        /// The property that says what an event is worth.
        case emptyWorthName
        case noModelName
    }

    /// What is named is not there.
    public enum Name: Sendable, Equatable {
        case noProfileProperty(String, NearNames)
        case noRFMModel(String)
        case noGroup(named: String, NearNames)
        /// - Parameter idOfName: the id of the list or segment that has it as its name.
        case noGroupID(String, idOfName: String?)
        case severalGroups(named: String, count: Int, ids: [String])
        case noPostalCodes(country: String)
        case noPostalCode(String, country: String, known: Int)
    }

    /// Metrics that are not there, or that cannot be counted so.
    public enum Metric: Sendable, Equatable {
        case none(named: String, NearNames)
        /// - Parameter isName: whether a metric has it as its name.
        case noID(String, isName: Bool)
        /// Of the groups of a custom metric: with those that may be meant.
        case noneOfGroup(String, isID: Bool, near: [NamedID])
        case ofItself
        case ofCustomMetric(String)
        case stepOfCustomMetric(String)
        /// Of two groups that say the same, the place of the first.
        case sameGroup(Int)
        case worthOfCount
        /// Dates, by which what an event counts for would change.
        case dates
        case measureOfCount(name: String, measurement: MetricTest.Measurement)
    }

    /// What cannot be asked, and why.
    public enum Question: Sendable, Equatable {
        case customObjects, whatsApp, rcs, gender, channelAffinity
        /// The first step of a funnel did not happen.
        case firstStepMissing
        case timeOfNoMembers
        /// With the properties of profiles that belong to a model.
        case notOfModels(all: [String])
        /// The values of a property need more room than there is.
        case tooManyValues(property: String, mebibytes: Int)
        /// Segments would ask for too many properties of events.
        case tooManyProperties(most: Int, asked: Int, more: Int, example: String)
        /// A column that exports do not have.
        case noColumn(String)
        /// A regular expression that Java has no words for.
        case notInJava
    }

    /// Something that people call by name.
    public struct NamedID: Sendable, Equatable {
        /// What people call it.
        public var name: String
        /// Its id in the API.
        public var id: String

        /// Something by its name and id.
        public init(name: String, id: String) {
            self.name = name
            self.id = id
        }
    }
}
