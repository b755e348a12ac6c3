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

        /// How names are looked up.
        public init(
            list: @escaping @Sendable (GroupReference) -> ListNumber?, segment: @escaping @Sendable (GroupReference) -> SegmentNumber?,
            metric: @escaping @Sendable (String) -> MetricNumber?
        ) {
            self.list = list
            self.segment = segment
            self.metric = metric
        }
    }

    private let population: Population
    private let groups: Groups
    private var dependencies = SegmentDependencies()
    private var faults: [String] = []

    /// A compiler for a shop.
    public init(_ population: Population, groups: Groups) {
        self.population = population
        self.groups = groups
    }

    /// Makes a definition ready.
    ///
    /// - Throws: what it names that is not there.
    public mutating func plan(_ condition: Condition) throws(SegmentFaults) -> SegmentPlan {
        dependencies = SegmentDependencies()
        faults = []
        let root = node(condition)
        guard faults.isEmpty else { throw SegmentFaults(list: faults.map { SegmentFault(pointer: "", detail: $0) }) }
        return SegmentPlan(root: root.node, dependencies: dependencies)
    }

    /// Makes a definition ready to be explained: in the order in which it was written.
    ///
    /// - Throws: what it names that is not there.
    public mutating func explainer(_ condition: Condition) throws(SegmentFaults) -> SegmentExplainer {
        dependencies = SegmentDependencies()
        faults = []
        let root = explained(condition)
        guard faults.isEmpty else { throw SegmentFaults(list: faults.map { SegmentFault(pointer: "", detail: $0) }) }
        return SegmentExplainer(root: root, condition: condition, dependencies: dependencies)
    }

    private mutating func explained(_ condition: Condition) -> SegmentExplainer.Node {
        func nodes(_ parts: [Condition]) -> [SegmentExplainer.Node] {
            var nodes: [SegmentExplainer.Node] = []
            for part in parts { nodes.append(explained(part)) }
            return nodes
        }
        switch condition {
        case .all(let parts): return .all(nodes(parts))
        case .any(let parts): return .any(nodes(parts))
        case .not(let part): return .not(explained(part))
        case .test(let test):
            let made = SegmentExplainer.Node.test(test, make(test))
            // Who is at the top of some must be one of them: both are told.
            guard case .top(let top) = test, let among = top.among else { return made }
            return .all([made, explained(among)])
        }
    }

    private mutating func node(_ condition: Condition) -> (node: SegmentPlan.Node, cost: Double) {
        switch condition {
        case .all(let parts):
            let nodes = sorted(parts)
            return (.all(nodes.map(\.node)), nodes.reduce(0) { $0 + $1.cost })
        case .any(let parts):
            let nodes = sorted(parts)
            return (.any(nodes.map(\.node)), nodes.reduce(0) { $0 + $1.cost })
        case .not(let part):
            let (node, cost) = node(part)
            return (.not(node), cost)
        case .test(let test):
            let made = make(test)
            return (.test(made), made.cost)
        }
    }

    /// Cheap ones first: what they leave is asked the dearer ones.
    private mutating func sorted(_ parts: [Condition]) -> [(node: SegmentPlan.Node, cost: Double)] {
        var nodes: [(node: SegmentPlan.Node, cost: Double)] = []
        for part in parts { nodes.append(node(part)) }
        return nodes.sorted { $0.cost < $1.cost }
    }

    private mutating func make(_ test: Test) -> any SegmentTest {
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
        case .overdue(let value):
            note(predicted: true)
            return OverdueCustomer(value: value)
        case .top(let test):
            note(predicted: test.dimension.isPredicted)
            dependencies.isOfOthers = true
            var among: SegmentPlan.Node?
            if let condition = test.among { among = node(condition).node }
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

    private mutating func note(predicted: Bool) {
        dependencies.isOfScores = true
        if predicted { dependencies.isOfPredictions = true }
    }

    // MARK: Looking up

    private mutating func metric(_ reference: MetricReference) -> MetricNumber? {
        let found: MetricNumber?
        switch reference {
        case .id(let id): found = groups.metric(id)
        case .name(let name): found = population.metric(named: name)
        }
        guard let found, population.metric(found) != nil else {
            switch reference {
            case .id(let id): faults.append("There is no metric with the id \(id.prefix(64)).")
            case .name(let name):
                let names = population.allMetrics.map(\.name)
                faults.append("There is no metric named \"\(name.prefix(64))\".\(NearestNames.advice(name, among: names))")
            }
            return nil
        }
        dependencies.metrics.insert(found)
        return found
    }

    private mutating func events(_ test: MetricTest) -> any SegmentTest {
        guard let metric = metric(test.metric) else { return Nobody() }
        require(test.properties, of: metric)
        if test.timeFrame.isRelative { dependencies.isOfTime = true }
        // What is dated in the future comes when its time has come.
        dependencies.isOfTime = true
        return EventsOfProfile(metric: metric, test: test)
    }

    private mutating func funnel(_ test: FunnelTest) -> any SegmentTest {
        let metrics = test.steps.map { metric($0.metric) }
        dependencies.isOfTime = true
        guard metrics.allSatisfy({ $0 != nil }) else { return Nobody() }
        for (metric, step) in zip(metrics, test.steps) { if let metric { require(step.properties, of: metric) } }
        return FunnelOfProfile(metrics: metrics.compactMap { $0 }, test: test)
    }

    /// Refuses properties of events whose values did not all find room.
    private mutating func require(_ tests: [EventPropertyTest], of metric: MetricNumber) {
        for test in tests where population.isIncomplete(test.property, of: metric) {
            faults.append(
                "The property \"\(test.property.prefix(64))\" has more different values than segments can keep "
                    + "(\(population.eventValueByteLimit >> 20) MiB over all properties).")
        }
    }

    private mutating func property(_ test: PropertyTest) -> any SegmentTest {
        if test.filter.isRelative { dependencies.isOfTime = true }
        if case .custom(let names) = test.property, names.count == 1, let property = RFMProperty(name: names[0]) {
            dependencies.isOfRFM = true
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
        faults.append(
            count == 0
                ? "No places of postal codes are known of \(test.country.prefix(3)): perennial places load takes a file of them."
                : "The postal code \(test.postalCode.prefix(16)) is none of the \(count) that are known of \(country).")
        return Nobody()
    }

    private mutating func membership(_ test: MembershipTest) -> any SegmentTest {
        var lists: [ListNumber] = []
        var segments: [SegmentNumber] = []
        for reference in test.groups {
            if let list = groups.list(reference) {
                lists.append(list)
            } else if let segment = groups.segment(reference) {
                segments.append(segment)
            } else {
                switch reference {
                case .id(let id): faults.append("There is no list and no segment with the id \(id.prefix(64)).")
                case .name(let name): faults.append("There is no list and no segment named \"\(name.prefix(64))\".")
                }
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
