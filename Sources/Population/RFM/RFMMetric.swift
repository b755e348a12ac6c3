public import Facts

/// What an RFM model goes by.
public enum RFMMetric: Sendable, Hashable {
    /// Orders, as they are mapped: what is given back is taken off.
    case orders
    /// Each event of a metric, for its own value.
    case metric(MetricNumber)
    /// Each event that a custom metric counts, for what it counts for.
    case custom(CustomMetricNumber)
}

extension Population {
    /// Sets the RFM models that there are beside the standard one, and whose groups are shown under Klaviyo's names.
    ///
    /// What was kept of models that are no more is forgotten.
    public func set(rfmModels: [RFMModelNumber: RFMMetric], shown: RFMModelNumber) {
        self.rfmModels = rfmModels
        shownRFMModel = rfmModels[shown] == nil ? .standard : shown
        for model in rfmLogs.keys where model != .standard && rfmModels[model] == nil { rfmLogs[model] = nil }
        for model in savedScores.keys where rfmModels[model] == nil { savedScores[model] = nil }
        resolveRFMMetrics()
    }

    /// Looks up of which metrics events change what RFM models go by.
    func resolveRFMMetrics() {
        rfmMetrics = []
        for metric in rfmModels.values.flatMap({ metrics(of: $0) }) where metric.index < 1 << 24 {
            while rfmMetrics.count <= metric.index { rfmMetrics.append(false) }
            rfmMetrics[metric.index] = true
        }
    }

    /// The metrics of which some events count for a model that goes by none of orders.
    private func metrics(of metric: RFMMetric) -> [MetricNumber] {
        switch metric {
        case .orders: []
        case .metric(let number): [number]
        case .custom(let number): customMetric(number)?.metrics ?? []
        }
    }

    /// The events that count for a model, to be read; for one that goes by orders, every event that says something of them.
    func counted(_ metric: RFMMetric) -> [CountedEvents] {
        switch metric {
        case .orders: counted(.revenue) + counted(.refundedSales)
        case .metric(let number): number.index < events.count ? [CountedEvents(.all(number), events[number.index].look)] : []
        case .custom(let number): customMetric(number).map { counted($0) } ?? []
        }
    }

    /// Notes that an event came which counts for a model that goes by none of orders.
    @inline(__always)
    func noteRFM(_ fact: EventFact) {
        if fact.metric.index < rfmMetrics.count, rfmMetrics[fact.metric.index] { rfmTouched.append(fact.profile) }
    }

    /// Who did something, since this was asked last, that counts for a model that goes by none of orders; each once.
    public func takeRFMTouched() -> [ProfileNumber] {
        guard !rfmTouched.isEmpty else { return [] }
        defer { rfmTouched.removeAll(keepingCapacity: true) }
        return Array(Set(rfmTouched)).sorted()
    }

    /// How many events a model can go by, each of them counted or not.
    public func eventCount(_ metric: RFMMetric) -> Int {
        metric == .orders ? orderEventCount : metrics(of: metric).reduce(0) { $0 + eventCount($1) }
    }
}

extension Population {
    /// Adds what a profile did that counts for a model, each as if it were an order: without money given back, and worth nothing below zero.
    ///
    /// - Parameter counted: the events that count for the model.
    private func add(_ profile: ProfileNumber, _ counted: [CountedEvents], to result: inout OrdersOfShop) {
        let customer = UInt32(result.profiles.count)
        for events in counted {
            events.forEach(profile) { event in
                let currency = currency(event.currency)
                guard let number = result.orders.number(of: currency),
                    let minorUnits = Self.minorUnits(event.value, perMajor: Double(currency.minorUnitsPerMajor))
                else { return }
                if result.profiles.count == customer { withIdentifier(profile) { result.register(profile, identifier: $0) } }
                result.orders.append(
                    OrderRecord(
                        customer: customer, secondsSince1970: event.seconds, minorUnits: max(0, minorUnits), currency: number,
                        isDateOnly: false), orderID: 0)
            }
        }
    }

    /// Adds what some profiles did that counts for a model that goes by none of orders; who objected to being profiled is left out.
    public func addEvents(of rows: Range<Int>, by metric: RFMMetric, to result: inout OrdersOfShop) {
        let counted = counted(metric)
        for row in rows.clamped(to: 0..<profiles.count) {
            let profile = ProfileNumber(UInt32(row))
            if profiles.isLive(profile), !hasObjected(profile) { add(profile, counted, to: &result) }
        }
    }

    /// The first moment of what a profile did that counts for a model, in seconds since 1970; `nil` where there is nothing.
    public func firstMoment(of profile: ProfileNumber, by metric: RFMMetric) -> UInt32? {
        if metric == .orders {
            guard scores[profile]?.firstOrder != nil else { return nil }
            return scores.firstOrderSeconds[profile.index]
        }
        var first: UInt32?
        for events in counted(metric) { events.forEach(profile) { first = min(first ?? .max, $0.seconds) } }
        return first
    }

    /// The last moment, within a span of seconds, of what a profile did that counts for a model; `nil` without one.
    public func lastMoment(of profile: ProfileNumber, within span: Range<Int64>, by metric: RFMMetric) -> Int64? {
        if metric == .orders { return lastOrderMoment(of: profile, within: span) }
        var last: Int64?
        for events in counted(metric) {
            events.forEach(profile) { if span.contains(Int64($0.seconds)) { last = max(last ?? .min, Int64($0.seconds)) } }
        }
        return last
    }

    /// Whether something that counts for a model was told after the last change of anybody's group: nobody had looked yet.
    public func hasUntold(_ profile: ProfileNumber, by metric: RFMMetric) -> Bool {
        let metrics = metric == .orders ? orderMetrics : metrics(of: metric)
        return metrics.contains { metric in
            var isUntold = false
            columns(metric)?.forEach(profile) { event in isUntold = isUntold || UInt64(event.sequence) > lastToldGroup }
            return isUntold
        }
    }

    private var orderMetrics: [MetricNumber] {
        MetricMapping.Meaning.allCases.filter(\.isOfOrders).flatMap { mapping.metrics(of: $0) }
    }
}
