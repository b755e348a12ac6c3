import Facts

extension SQLWriter {
    /// How often, or for how much, somebody did something within a time.
    mutating func metric(_ test: MetricTest) -> SQLText {
        let custom = customMetrics[test.metric]
        let which = custom.map { self.which($0) } ?? which(test.metric)
        let worth = custom.map { self.worth($0) } ?? "e.value"
        let when = eventDate("e.occurred_at", test.timeFrame)
        let says = says(test.properties)
        // Amounts are added up as whole ten-thousandths, exactly; those in other currencies are not.
        let isAdded: SQLText = "(e.currency IS NULL OR e.currency IN ('', \(text: currency.code)))"
        let amount: SQLText = "CAST(ROUND(COALESCE(\(worth), 0e0) * 10000) AS BIGINT)"
        let counted: SQLText
        switch test.measurement {
        case .count: counted = "COUNT(*) AS n"
        case .sum, .average:
            counted =
                "SUM(CASE WHEN \(isAdded) THEN \(amount) ELSE 0 END) / 10000e0 AS total, SUM(CASE WHEN \(isAdded) THEN 1 ELSE 0 END) AS added"
        }
        let table = join("SELECT e.profile_id, \(counted) FROM events e WHERE \(which) AND \(when)\(says) GROUP BY e.profile_id")
        switch test.measurement {
        case .count: return number("COALESCE(\(table).n, 0)", test.filter)
        case .sum: return number("COALESCE(\(table).total, 0e0)", test.filter)
        case .average: return known("\(table).added > 0 AND \(number("\(table).total / \(table).added", test.filter))")
        }
    }

    func which(_ metric: MetricReference) -> SQLText {
        switch metric {
        case .id(let id): "e.metric_id = \(text: id)"
        case .name(let name): "e.metric = \(text: name)"
        }
    }

    /// Which events count by what they say.
    private mutating func says(_ tests: [EventPropertyTest]) -> SQLText {
        var parts: SQLText = ""
        for test in tests {
            if Self.isBeside(test.property) {
                parts = "\(parts) AND \(says(test))"
                continue
            }
            let value = eventProperty(test.property)
            parts = "\(parts) AND \(known(self.value(value, test.filter)))"
        }
        return parts
    }

    /// A property by its name, else by dots that lead into objects.
    private mutating func eventProperty(_ name: String) -> SQLText {
        let whole = member(of: "e.properties", [name])
        guard name.contains(".") else { return whole }
        let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return "COALESCE(\(whole), \(member(of: "e.properties", path)))"
    }

    /// Whether one thing came after another, or did not: from each first step on, what must happen at the earliest moment it can.
    mutating func funnel(_ test: FunnelTest) -> SQLText {
        var steps: [SQLText] = []
        for step in test.steps {
            steps.append("\(which(step.metric))\(says(step.properties))")
        }
        let when = eventDate("e.occurred_at", test.timeFrame)
        let last: SQLText =
            test.completionSeconds.map {
                "LEAST(\(endInstant), c.start_at + INTERVAL \(whole: $0 + 1) SECOND)"
            } ?? "\(endInstant)"
        var chain = part(
            "SELECT DISTINCT e.profile_id, e.occurred_at AS start_at, e.occurred_at AS reached FROM events e WHERE \(steps[0]) AND \(when)")
        var place = 1
        while place < steps.count {
            let forbidden = place
            while place < steps.count, !test.steps[place].hasHappened { place += 1 }
            let after = chain
            if place < steps.count {
                chain = part(
                    "SELECT c.profile_id, c.start_at, c.reached AS previous, MIN(e.occurred_at) AS reached FROM \(after) c JOIN events e ON e.profile_id = c.profile_id AND \(steps[place]) AND e.occurred_at > c.reached AND e.occurred_at < \(last) GROUP BY c.profile_id, c.start_at, c.reached"
                )
            }
            for step in forbidden..<place {
                let (since, until): (SQLText, SQLText) = place < steps.count ? ("c.previous", "c.reached") : ("c.reached", last)
                let keeps: SQLText = place < steps.count ? "c.previous, c.reached" : "c.reached"
                let bad = part(
                    "SELECT DISTINCT c.profile_id, c.start_at, \(keeps) FROM \(chain) c JOIN events e ON e.profile_id = c.profile_id AND \(steps[step]) AND e.occurred_at > \(since) AND e.occurred_at < \(until)"
                )
                chain = part(
                    "SELECT c.* FROM \(chain) c LEFT JOIN \(bad) b ON b.profile_id = c.profile_id AND b.start_at = c.start_at AND b.reached = c.reached WHERE b.profile_id IS NULL"
                )
            }
            place += 1
        }
        let table = join("SELECT DISTINCT c.profile_id FROM \(chain) c")
        return "\(table).profile_id IS NOT NULL"
    }
}
