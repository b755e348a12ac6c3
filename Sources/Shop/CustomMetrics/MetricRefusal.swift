public import Population

/// Why a metric cannot mean something of orders, or a custom metric cannot be as it is asked to be. Texts in it are from outside.
public enum MetricRefusal: Sendable, Equatable {
    /// A custom metric that only counts, as what orders are.
    case onlyCounts(String)
    /// Events of a metric would mean two things of orders.
    case twoMeanings(metric: String, MetricMapping.Meaning, MetricMapping.Meaning)
    /// Of so many events none says what it is worth.
    case worthless(String, events: Int)
    /// Segments ask what could not be asked any more: a sum or average of what would only count, or, if not, the name that it had.
    case stillAsked(String, wouldOnlyCount: Bool, by: [CustomMetricUse])
    /// It cannot be deleted while these go by it.
    case inUse(String, by: [CustomMetricUse])
    case tooMany(most: Int)
    case unseenName
    case longName(mostBytes: Int)
    case nameOfMetric
    /// - Parameter id: that of the custom metric of this name.
    case nameTaken(id: String)

    /// In English, as the API and the commands say it.
    public var detail: String {
        switch self {
        case .onlyCounts(let name):
            return "\"\(name.prefix(64))\" only counts, and orders must be worth something: give it the aggregation_method \"value\"."
        case .twoMeanings(let metric, let one, let other):
            return "\"\(metric.prefix(64))\" would be \(one.rawValue) and \(other.rawValue), and an event means one of them: map one of "
                + "them to another metric first."
        case .worthless(let name, let events):
            return
                "None of \(events) events of \"\(name.prefix(64))\" says by a number what it is worth: nobody would have ordered anything. "
                + "Take a metric whose events have a value, or name the property that says it (value_property of a custom metric)."
        case .stillAsked(let name, let wouldOnlyCount, let uses):
            let why = wouldOnlyCount ? "only count, and have no sum or average" : "have another name"
            return "\"\(name.prefix(64))\" would \(why), and is asked for it by \(uses.text). Change or delete these first."
        case .inUse(let name, let uses):
            return "\"\(name.prefix(64))\" is used by \(uses.text). Change or delete what uses it first."
        case .tooMany(let most): return "There are \(most) custom metrics, the most that a shop may have."
        case .unseenName: return "A name has letters that can be seen, and no control characters."
        case .longName(let most): return "A name has at most \(most) bytes."
        case .nameOfMetric: return "There is a metric of this name: whoever names it means that one. Take another name."
        case .nameTaken(let id): return "There is a custom metric of this name already: \(id)."
        }
    }
}
