public import Facts

extension Condition {
    /// Whom it means, as a query that gives one row for each of them: `profile_id`.
    ///
    /// Tables and columns are those of docs/segments.md. Moments are in UTC, to the second.
    ///
    /// - Parameters:
    ///   - end: the first second that is not known yet.
    ///   - zone: in which days and months are those of the calendar.
    ///   - currency: of the shop; amounts in others are not added up.
    ///   - customMetrics: what the custom metrics mean that it asks for; any other metric is one of the events.
    /// - Throws: what cannot be said, with its place in the definition as it is written.
    public func sql(
        _ dialect: SQLDialect, before end: Instant, zone: ShopTimeZone, currency: Currency,
        customMetrics: [MetricReference: CustomMetricDefinition] = [:]
    ) throws(SegmentFaults) -> String {
        var writer = SQLWriter(
            dialect: dialect, end: end.secondsSince1970, zone: zone, currency: currency, customMetrics: customMetrics)
        let condition = writer.holds(self, places)
        guard writer.faults.isEmpty else { throw SegmentFaults(list: writer.faults) }
        return writer.query(condition).written(for: dialect) + "\n"
    }
}

/// Writes conditions as expressions that are true or false, never unknown, and gathers what must be joined for them.
struct SQLWriter {
    let dialect: SQLDialect
    let end: Int64
    let zone: ShopTimeZone
    let currency: Currency
    let customMetrics: [MetricReference: CustomMetricDefinition]
    private(set) var faults: [SegmentFault] = []
    private var parts: [(name: SQLText, query: SQLText)] = []
    private var joins: [SQLText] = []
    private var hasPredictions = false
    private var place = ""
    private var lambdas = 0

    init(
        dialect: SQLDialect, end: Int64, zone: ShopTimeZone, currency: Currency, customMetrics: [MetricReference: CustomMetricDefinition]
    ) {
        self.customMetrics = customMetrics
        self.dialect = dialect
        self.end = end
        self.zone = zone
        self.currency = currency
    }

    var endInstant: Instant { Instant(secondsSince1970: end) }

    /// The whole query.
    func query(_ condition: SQLText) -> SQLText {
        let with: SQLText =
            parts.isEmpty ? "" : "WITH \(SQLText.joined(parts.map { "\($0.name) AS (\n  \($0.query)\n)" }, by: ", "))\n"
        let joined: SQLText = joins.isEmpty ? "" : "\(SQLText.joined(joins, by: "\n"))\n"
        return "\(with)SELECT p.profile_id\nFROM profiles p\n\(joined)WHERE \(condition)"
    }

    mutating func holds(_ condition: Condition, _ place: Condition.Place) -> SQLText {
        switch condition {
        case .all(let parts): return joined(parts, place.parts, by: " AND ", none: "TRUE")
        case .any(let parts): return joined(parts, place.parts, by: " OR ", none: "FALSE")
        case .not(let part): return "NOT (\(holds(part, place.parts[0])))"
        case .test(let test):
            self.place = place.pointer
            return holds(test, place)
        }
    }

    private mutating func joined(_ parts: [Condition], _ places: [Condition.Place], by word: SQLText, none: SQLText) -> SQLText {
        guard !parts.isEmpty else { return none }
        var texts: [SQLText] = []
        for (part, place) in zip(parts, places) { texts.append(holds(part, place)) }
        return texts.count == 1 ? texts[0] : "(\(SQLText.joined(texts, by: word)))"
    }

    private mutating func holds(_ test: Test, _ place: Condition.Place) -> SQLText {
        switch test {
        case .metric(let test): return metric(test)
        case .funnel(let test): return funnel(test)
        case .property(let test): return property(test)
        case .number(let dimension, let filter): return known(number(predicted(Self.column(dimension)), filter))
        case .moment(let dimension, let filter): return known(date(moment(dimension), filter))
        case .word(let dimension, let filter): return word(dimension, filter)
        case .model(let test): return model(test)
        case .overdue(let isOverdue):
            let column = predicted("overdue")
            return isOverdue ? known(column) : known("NOT \(column)")
        case .top(let test): return top(test, among: test.among.map { profiles($0, place.parts.last ?? place) })
        case .membership(let test): return membership(test)
        case .consent(let test): return consent(test)
        case .region(let region, let isIn): return self.region(region, isIn)
        case .distance(let test): return distance(test)
        case .sample(let percent, let seed): return sample(percent, seed: seed)
        }
    }

    // MARK: For all kinds of tests

    /// False where what it is of is missing.
    func known(_ expression: SQLText) -> SQLText { "COALESCE(\(expression), FALSE)" }

    /// Notes what cannot be said.
    mutating func refuse(_ question: SegmentFault.Question) -> SQLText {
        faults.append(SegmentFault(pointer: place, .question(question)))
        return "FALSE"
    }

    /// A name for what a lambda is of, which no other has.
    mutating func lambdaName() -> SQLText {
        lambdas += 1
        return "v\(whole: lambdas)"
    }

    /// A query that is joined by `profile_id`; its name.
    mutating func join(_ query: SQLText) -> SQLText {
        let name = part(query)
        joins.append("LEFT JOIN \(name) ON \(name).profile_id = p.profile_id")
        return name
    }

    /// Those whom a condition means, as a query of its own, with what is joined for it alone; its name.
    private mutating func profiles(_ condition: Condition, _ place: Condition.Place) -> SQLText {
        let outer = (joins, hasPredictions, self.place)
        (joins, hasPredictions) = ([], false)
        let holds = holds(condition, place)
        let joined: SQLText = joins.isEmpty ? "" : " \(SQLText.joined(joins, by: " "))"
        (joins, hasPredictions, self.place) = outer
        return part("SELECT p.profile_id FROM profiles p\(joined) WHERE \(holds)")
    }

    /// A query that others ask; its name.
    mutating func part(_ query: SQLText) -> SQLText {
        let name: SQLText = "t\(whole: parts.count + 1)"
        parts.append((name, query))
        return name
    }

    /// A column of the predictions, which are joined once.
    mutating func predicted(_ column: SQLText) -> SQLText {
        if !hasPredictions {
            joins.append("LEFT JOIN predictions s ON s.profile_id = p.profile_id")
            hasPredictions = true
        }
        return "s.\(column)"
    }

    /// What a number must be.
    func number(_ expression: SQLText, _ filter: NumberFilter) -> SQLText {
        switch filter {
        case .equals(let value): "\(expression) = \(number: value)"
        case .notEquals(let value): "\(expression) <> \(number: value)"
        case .greaterThan(let value): "\(expression) > \(number: value)"
        case .greaterThanOrEqual(let value): "\(expression) >= \(number: value)"
        case .lessThan(let value): "\(expression) < \(number: value)"
        case .lessThanOrEqual(let value): "\(expression) <= \(number: value)"
        case .between(let low, let high): "\(expression) BETWEEN \(number: low) AND \(number: high)"
        }
    }
}
