public import Facts
import JSON
import Segments

/// What values of a property mean for a test, each looked at once, however many events have it.
struct ValueVerdicts {
    let test: EventPropertyTest
    /// By the value's number: 0 not looked at yet, 1 no, 2 yes.
    private var verdicts: ContiguousArray<UInt8>

    init(_ test: EventPropertyTest, _ view: SegmentView) {
        self.test = test
        verdicts = ContiguousArray(repeating: 0, count: view.population.eventValues.count + 1)
    }

    /// Whether one event of a profile meets the test.
    mutating func hold(_ columns: EventColumns, _ profile: ProfileNumber, at place: Int, _ view: SegmentView) -> Bool {
        guard let code = columns.code(of: test.property, profile, at: place) else { return false }
        // What an event is worth is no value of a property.
        if code == 0, EventSayings.isBeside(test.property) { return columns.holds(test, profile, at: place, view) }
        if verdicts[Int(code)] == 0 { verdicts[Int(code)] = columns.holds(test, profile, at: place, view) ? 2 : 1 }
        return verdicts[Int(code)] == 2
    }
}

extension EventColumns {
    /// Whether one event of a profile meets a test of what it says. Its property must be kept; see ``keep(_:)``.
    func holds(_ test: EventPropertyTest, _ profile: ProfileNumber, at place: Int, _ view: SegmentView) -> Bool {
        guard let code = code(of: test.property, profile, at: place) else { return false }
        guard code == 0, EventSayings.isBeside(test.property) else {
            return test.filter.holds(view.population.eventValue(code), before: view.end, in: view.zone)
        }
        let event = event(profile, at: place)
        let currency = event.currency == 0 ? nil : view.population.currency(event.currency)
        return EventSayings(nil, value: event.amount, currency: currency).meets([test])
    }

    /// When what a profile's events say may meet some tests in another way, as time goes by; see ``SegmentPlan/nextChange(_:in:after:)``.
    func nextChange(_ tests: [EventPropertyTest], _ profile: ProfileNumber, _ view: SegmentView) -> Int64? {
        var next: Int64?
        for test in tests where test.filter.isRelative {
            for place in 0..<count(profile) {
                guard let code = code(of: test.property, profile, at: place),
                    let change = test.filter.nextChange(view.population.eventValue(code), after: view.end, in: view.zone)
                else { continue }
                if next.map({ change < $0 }) ?? true { next = change }
            }
        }
        return next
    }
}

extension Population {
    /// What events say, by its number; `nil` for nothing.
    fileprivate func eventValue(_ code: UInt32) -> JSONValue? {
        code == 0 ? nil : (try? JSONDocument(eventValues.json(code)))?.root
    }

    /// Keeps a property of a metric's events from now on, so that segments can ask for it; `false` where it is kept already. Those that came
    /// before are told by ``fill(_:of:sequence:)``.
    public func keep(_ property: String, of metric: MetricNumber) -> Bool { columns(metric)?.keep(property) ?? false }

    /// The most properties of events, over all metrics, that segments of a shop may ask for: each takes four bytes an event of its metric.
    public static let mostKeptProperties = 200

    /// Keeps no more properties of events than some metrics' segments ask for.
    public func keepOnly(_ needed: [MetricNumber: Set<String>]) {
        for (number, columns) in events.enumerated() {
            let names = needed[MetricNumber(UInt32(number))] ?? []
            for property in columns.kept where !names.contains(property.name) { columns.release(property.name) }
        }
    }

    /// The most bytes that different values of properties of events may take, over all metrics.
    public static let mostEventValueBytes = 1 << 30

    /// Whether not all values of a kept property are there.
    func isIncomplete(_ property: String, of metric: MetricNumber) -> Bool {
        columns(metric)?.kept.contains { $0.name == property && $0.isIncomplete } ?? false
    }

    /// Whether a property of a metric's events is kept.
    public func keeps(_ property: String, of metric: MetricNumber) -> Bool {
        columns(metric)?.kept.contains { $0.name == property } ?? false
    }

    /// Says which properties are to be kept of metrics that are not met yet.
    public func want(_ properties: (byName: [String: Set<String>], byNumber: [MetricNumber: Set<String>])) { wanted = properties }

    /// Keeps what is wanted of a metric that is met.
    func keepWanted(_ metric: MetricFact) {
        let properties = (wanted.byName[metric.name] ?? []).union(wanted.byNumber[metric.metric] ?? [])
        for property in properties.sorted() { _ = keep(property, of: metric.metric) }
    }

    /// Takes up what an event says in the properties that are kept.
    func takeUp(_ properties: ArraySlice<UInt8>, _ profile: ProfileNumber, _ metric: MetricNumber, at place: Int) {
        let columns = events[metric.index]
        guard !columns.kept.isEmpty, !properties.isEmpty, let document = try? JSONDocument(properties) else { return }
        takeUp(document, profile, columns, at: place)
    }

    /// Takes up all that an event says of what segments and custom metrics ask.
    func takeUp(_ fact: EventFact, at place: Int) {
        let columns = events[fact.metric.index]
        let isMarked = columns.hasMarks
        guard isMarked || !columns.kept.isEmpty else { return }
        let document = fact.properties.isEmpty ? nil : try? JSONDocument(fact.properties)
        if let document { takeUp(document, fact.profile, columns, at: place) }
        if isMarked {
            let sayings = EventSayings(document?.root, value: fact.value, currency: fact.currency)
            columns.mark(sayings, fact.profile, at: place)
        }
    }

    private func takeUp(_ document: JSONDocument, _ profile: ProfileNumber, _ columns: EventColumns, at place: Int) {
        for (number, property) in columns.kept.enumerated() {
            guard let value = Self.value(property.name, document.root), !value.isNull else { continue }
            let code = eventValues.byteCount < eventValueByteLimit ? eventValues.code(value.compactBytes) : 0
            if code != 0 {
                columns.set(code: code, kept: number, profile, at: place)
            } else if !property.isIncomplete {
                columns.noteMissing(kept: number)
                incompleteProperties += 1
            }
        }
    }

    /// Tells of an event that came before its properties were kept.
    public func fill(_ fact: EventFact, sequence: UInt64) {
        var profile = fact.profile
        if case .merged(let into) = standing(profile) { profile = into }
        guard profiles.isLive(profile), let columns = columns(fact.metric), !columns.kept.isEmpty,
            let place = columns.place(profile, sequence: UInt32(clamping: sequence))
        else { return }
        takeUp(fact.properties, profile, fact.metric, at: place)
    }

    /// A property by its name, else by dots that lead into objects.
    static func value(_ name: String, _ root: JSONValue) -> JSONValue? {
        guard root.kind == .object else { return nil }
        if let value = root[name] { return value }
        guard name.contains(".") else { return nil }
        var value: JSONValue? = root
        for part in name.split(separator: ".", omittingEmptySubsequences: false) {
            value = value.flatMap { $0.kind == .object ? $0[String(part)] : nil }
        }
        return value
    }
}
