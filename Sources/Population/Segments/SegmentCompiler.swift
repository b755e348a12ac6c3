public import Facts
public import Segments

/// Looks up what a definition names in a shop, and says what is not there, with its place.
public struct SegmentCompiler {
    /// What the names of lists and segments mean.
    public struct Groups: Sendable {
        /// The list of an id or name.
        public var list: @Sendable (GroupReference) -> ListNumber?
        /// The segment of an id or name.
        public var segment: @Sendable (GroupReference) -> SegmentNumber?
        /// The metric of an id.
        public var metric: @Sendable (String) -> MetricNumber?
        /// All lists and segments, to say which one may be meant.
        public var all: @Sendable () -> [Named]

        /// A list or segment by its name and id.
        public struct Named: Sendable {
            var name: String
            var id: String

            /// Both.
            public init(name: String, id: String) {
                self.name = name
                self.id = id
            }
        }
        /// The custom metric of an id.
        public var customMetric: @Sendable (String) -> CustomMetricNumber?
        /// The RFM model of an id or name.
        public var rfmModel: @Sendable (String) -> RFMModelNumber?

        /// How names are looked up.
        public init(
            list: @escaping @Sendable (GroupReference) -> ListNumber?, segment: @escaping @Sendable (GroupReference) -> SegmentNumber?,
            metric: @escaping @Sendable (String) -> MetricNumber?,
            customMetric: @escaping @Sendable (String) -> CustomMetricNumber? = { _ in nil },
            rfmModel: @escaping @Sendable (String) -> RFMModelNumber? = { _ in nil },
            all: @escaping @Sendable () -> [Named] = { [] }
        ) {
            self.list = list
            self.segment = segment
            self.metric = metric
            self.customMetric = customMetric
            self.rfmModel = rfmModel
            self.all = all
        }
    }

    let population: Population
    let groups: Groups
    private var dependencies = SegmentDependencies()
    private var faults: [SegmentFault] = []
    /// Where the test that is being made ready stands: a JSON pointer.
    private var place = ""

    /// A compiler for a shop.
    public init(_ population: Population, groups: Groups) {
        self.population = population
        self.groups = groups
    }

    /// Makes a definition ready.
    ///
    /// - Parameter places: where its conditions stand; by default as it would be written.
    /// - Throws: what it names that is not there.
    public mutating func plan(_ condition: Condition, at places: Condition.Place? = nil) throws(SegmentFaults) -> SegmentPlan {
        dependencies = SegmentDependencies()
        faults = []
        let root = node(condition, places ?? condition.places)
        guard faults.isEmpty else { throw SegmentFaults(list: faults) }
        return SegmentPlan(root: root.node, dependencies: dependencies)
    }

    /// Makes a definition ready to be explained: in the order in which it was written.
    ///
    /// - Throws: what it names that is not there.
    public mutating func explainer(_ condition: Condition, at places: Condition.Place? = nil) throws(SegmentFaults) -> SegmentExplainer {
        dependencies = SegmentDependencies()
        faults = []
        let places = places ?? condition.places
        let root = explained(condition, places)
        guard faults.isEmpty else { throw SegmentFaults(list: faults) }
        return SegmentExplainer(root: root, places: places, dependencies: dependencies)
    }

    private mutating func explained(_ condition: Condition, _ place: Condition.Place) -> SegmentExplainer.Node {
        func nodes(_ parts: [Condition]) -> [SegmentExplainer.Node] {
            var nodes: [SegmentExplainer.Node] = []
            for (part, place) in zip(parts, place.parts) { nodes.append(explained(part, place)) }
            return nodes
        }
        switch condition {
        case .all(let parts): return .all(nodes(parts))
        case .any(let parts): return .any(nodes(parts))
        case .not(let part): return .not(explained(part, place.parts.first ?? place))
        case .test(let test):
            let made = SegmentExplainer.Node.test(test, make(test, place))
            // Who is at the top of some must be one of them: both are told.
            guard case .top(let top) = test, let among = top.among else { return made }
            return .all([made, explained(among, place.parts.last ?? place)])
        }
    }

    private mutating func node(_ condition: Condition, _ place: Condition.Place) -> (node: SegmentPlan.Node, cost: Double) {
        switch condition {
        case .all(let parts):
            let nodes = sorted(parts, place)
            return (.all(nodes.map(\.node)), nodes.reduce(0) { $0 + $1.cost })
        case .any(let parts):
            let nodes = sorted(parts, place)
            return (.any(nodes.map(\.node)), nodes.reduce(0) { $0 + $1.cost })
        case .not(let part):
            let (node, cost) = node(part, place.parts.first ?? place)
            return (.not(node), cost)
        case .test(let test):
            let made = make(test, place)
            return (.test(made), made.cost)
        }
    }

    /// Cheap ones first: what they leave is asked the dearer ones.
    private mutating func sorted(_ parts: [Condition], _ place: Condition.Place) -> [(node: SegmentPlan.Node, cost: Double)] {
        var nodes: [(node: SegmentPlan.Node, cost: Double)] = []
        for (part, place) in zip(parts, place.parts) { nodes.append(node(part, place)) }
        return nodes.sorted { $0.cost < $1.cost }
    }

    private mutating func make(_ test: Test, _ place: Condition.Place) -> any SegmentTest {
        self.place = place.pointer
        switch test {
        case .metric(let test): return events(test)
        case .funnel(let test): return funnel(test)
        case .property(let test): return property(test)
        case .number(let dimension, let filter):
            note(predicted: dimension.isPredicted)
            return NumberOfCustomer(dimension: dimension, filter: filter)
        case .moment(let dimension, let filter):
            if filter.isRelative { dependencies.isOfTime = true }
            if dimension == .rfmGroupChanged {
                dependencies.isOfRFM = true
                return RFMChangeOfProfile(filter: .date(filter))
            }
            note(predicted: dimension.isPredicted)
            return MomentOfCustomer(dimension: dimension, filter: filter)
        case .word(let dimension, let filter):
            if dimension.isOfRFM {
                dependencies.isOfRFM = true
                return RFMGroupOfProfile(dimension == .rfmGroup ? .current : .previous) { word in
                    var word = word
                    return word.withUTF8 { filter.holds(UnsafeRawBufferPointer($0)) }
                }
            }
            note(predicted: dimension.isPredicted)
            return WordOfCustomer(dimension: dimension, filter: filter)
        case .model(let test): return ofModel(test)
        case .overdue(let value):
            note(predicted: true)
            return OverdueCustomer(value: value)
        case .top(let test):
            note(predicted: test.dimension.isPredicted)
            dependencies.isOfOthers = true
            var among: SegmentPlan.Node?
            if let condition = test.among { among = node(condition, place.parts.last ?? place).node }
            return TopCustomers(test: test, among: among)
        case .membership(let test): return membership(test)
        case .consent(let test): return consent(test)
        case .region(let region, let isIn):
            dependencies.isOfProfile = true
            return InRegion(region: region, isIn: isIn)
        case .distance(let test): return distance(test)
        case .sample(let percent, let seed): return Sample(percent: percent, seed: seed)
        }
    }

    private mutating func ofModel(_ test: RFMModelTest) -> any SegmentTest {
        guard let model = groups.rfmModel(test.model) else {
            fault(at: "model", .name(.noRFMModel(test.model)))
            return Nobody()
        }
        dependencies.isOfRFM = true
        switch test.question {
        case .score(let dimension, let filter):
            note(predicted: false)
            return RFMScoreOfProfile(dimension: dimension, filter: filter, model: model)
        case .changed(let filter):
            if filter.isRelative { dependencies.isOfTime = true }
            return RFMChangeOfProfile(filter: .date(filter), model: model)
        case .group(let dimension, let filter):
            return RFMGroupOfProfile(dimension == .rfmGroup ? .current : .previous, by: model) { word in
                var word = word
                return word.withUTF8 { filter.holds(UnsafeRawBufferPointer($0)) }
            }
        }
    }

    private mutating func note(predicted: Bool) {
        dependencies.isOfScores = true
        if predicted { dependencies.isOfPredictions = true }
    }

    // MARK: Looking up

    /// Whether another fault is noted. To be asked before it is put into words: near names take time to find.
    private var hasRoom: Bool { faults.count < DefinitionLimits.faults }

    /// Notes what is wrong with a member of the test that is being made ready.
    private mutating func fault(at member: String, _ reason: SegmentFault.Reason) {
        let fault = SegmentFault(pointer: "\(place)/\(member)", reason)
        // Who is at the top of some is asked for twice where it is explained.
        if hasRoom, !faults.contains(fault) { faults.append(fault) }
    }

    /// The custom metric that is named, by its id or, where no metric is called so, by its name.
    private func custom(_ reference: MetricReference) -> CustomMetric? {
        switch reference {
        case .id(let id): groups.customMetric(id).flatMap { population.customMetric($0) }
        case .name(let name): population.metric(named: name) == nil ? population.customMetric(named: name) : nil
        }
    }

    private mutating func metric(_ reference: MetricReference, in part: String = "") -> MetricNumber? {
        let found: MetricNumber?
        switch reference {
        case .id(let id): found = groups.metric(id)
        case .name(let name): found = population.metric(named: name)
        }
        guard let found, population.metric(found) != nil else {
            if hasRoom { fault(at: part + (reference.isName ? "metric_name" : "metric_id"), .metric(unknown(reference))) }
            return nil
        }
        dependencies.metrics.insert(found)
        return found
    }

    private mutating func events(_ test: MetricTest) -> any SegmentTest {
        if let custom = custom(test.metric) { return events(custom, test) }
        guard let metric = metric(test.metric) else { return Nobody() }
        require(test.properties, of: metric, in: "")
        if test.timeFrame.isRelative { dependencies.isOfTime = true }
        // What is dated in the future comes when its time has come.
        dependencies.isOfTime = true
        return EventsOfProfile(metric: metric, test: test)
    }

    private mutating func events(_ custom: CustomMetric, _ test: MetricTest) -> any SegmentTest {
        if custom.method == .count, test.measurement != .count {
            fault(
                at: "measurement",
                .metric(.measureOfCount(name: custom.name, measurement: test.measurement)))
        }
        dependencies.metrics.formUnion(custom.metrics)
        dependencies.customMetrics.insert(custom.number)
        // What is dated in the future comes when its time has come.
        dependencies.isOfTime = true
        for metric in custom.metrics { require(test.properties, of: metric, in: "") }
        return CustomEventsOfProfile(custom, test: test)
    }

    private mutating func funnel(_ test: FunnelTest) -> any SegmentTest {
        var metrics: [MetricNumber?] = []
        for (number, step) in test.steps.enumerated() {
            guard let custom = custom(step.metric) else {
                metrics.append(metric(step.metric, in: "steps/\(number)/"))
                continue
            }
            fault(
                at: "steps/\(number)/\(step.metric.isName ? "metric_name" : "metric_id")",
                .metric(.stepOfCustomMetric(custom.name)))
            metrics.append(nil)
        }
        dependencies.isOfTime = true
        guard metrics.allSatisfy({ $0 != nil }) else { return Nobody() }
        for (number, step) in test.steps.enumerated() {
            if let metric = metrics[number] { require(step.properties, of: metric, in: "steps/\(number)/") }
        }
        return FunnelOfProfile(metrics: metrics.compactMap { $0 }, test: test)
    }

    /// Refuses properties of events whose values did not all find room.
    private mutating func require(_ tests: [EventPropertyTest], of metric: MetricNumber, in part: String) {
        for (number, test) in tests.enumerated() where population.isIncomplete(test.property, of: metric) {
            fault(
                at: "\(part)metric_filters/\(number)/property",
                .question(.tooManyValues(property: test.property, mebibytes: population.eventValueByteLimit >> 20)))
        }
    }

    /// Notes a group that is none: nobody would be meant, and nobody would be told.
    private mutating func requireGroups(_ filter: ValueFilter, _ property: RFMProperty) {
        guard case .text(let filter) = filter, property != .lastChanged else { return }
        let asked: [String]
        switch filter {
        case .equals(let word), .notEquals(let word): asked = [word]
        case .among(let words), .notAmong(let words): asked = words
        default: return
        }
        let words = WordDimension.previousRFMGroup.words
        guard let wrong = asked.first(where: { !words.contains($0) }), hasRoom else { return }
        fault(at: "filter/value", .value(.noRFMGroup(wrong, NearNames(wrong, among: words))))
    }

    private mutating func property(_ test: PropertyTest) -> any SegmentTest {
        if test.filter.isRelative { dependencies.isOfTime = true }
        if case .custom(let names) = test.property, names.count == 1, let property = RFMProperty(name: names[0]) {
            dependencies.isOfRFM = true
            requireGroups(test.filter, property)
            return property.test(test.filter)
        }
        dependencies.isOfProfile = true
        switch test.property {
        case .standard(let name):
            if let kind = IdentityKind(attributeName: name) { return IdentityOfProfile(kind: kind, filter: test.filter) }
            if let moment = MomentOfProfile.Which(rawValue: name) {
                if moment == .lastEvent {
                    dependencies.isOfAllEvents = true
                    dependencies.isOfTime = true
                }
                return MomentOfProfile(which: moment, filter: test.filter)
            }
            return ValueOfProfile(column: .standard(name), path: [], filter: test.filter)
        case .custom(let names): return ValueOfProfile(column: .custom(names[0]), path: Array(names.dropFirst()), filter: test.filter)
        }
    }

    private mutating func distance(_ test: DistanceTest) -> any SegmentTest {
        dependencies.isOfProfile = true
        let country = Countries.code(test.country)
        if let center = population.places.place(test.postalCode, in: country) { return DistanceOfProfile(center: center, test: test) }
        let count = population.places.count(of: country)
        fault(
            at: count == 0 ? "country_code" : "postal_code",
            .name(
                count == 0
                    ? .noPostalCodes(country: test.country) : .noPostalCode(test.postalCode, country: country, known: count)))
        return Nobody()
    }

    private mutating func membership(_ test: MembershipTest) -> any SegmentTest {
        var lists: [ListNumber] = []
        var segments: [SegmentNumber] = []
        for (number, reference) in test.groups.enumerated() {
            if let list = groups.list(reference) {
                lists.append(list)
            } else if let segment = groups.segment(reference) {
                segments.append(segment)
            } else {
                guard hasRoom else { continue }
                fault(at: (reference.isName ? "group_names/" : "group_ids/") + "\(number)", .name(unknown(reference)))
            }
        }
        dependencies.lists.formUnion(lists)
        dependencies.segments.formUnion(segments)
        if test.joined?.isRelative == true { dependencies.isOfTime = true }
        return MemberOfGroups(lists: lists, segments: segments, isMember: test.isMember, joined: test.joined)
    }

    private mutating func consent(_ test: ConsentTest) -> any SegmentTest {
        dependencies.isOfConsent = true
        for filter in test.filters {
            switch filter {
            case .moment(_, let date): if date.isRelative { dependencies.isOfTime = true }
            case .isDoubleOptIn, .customSource, .method: break
            }
        }
        return ConsentOfProfile(test: test)
    }
}
