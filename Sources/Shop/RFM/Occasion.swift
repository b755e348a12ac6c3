import CustomerValue
import Facts

/// Why all customers are scored, or their groups compared with what facts tell: whoever asks for it says so.
enum Occasion: Sendable, Hashable {
    /// Orders came, or were taken back.
    case orders
    /// The shop's day turned.
    case day
    /// The shop was opened: days may have turned, and orders have come of which no group was told.
    case opening
    /// Borders were settled anew over everybody, as with a model that comes into use.
    case borders
    /// Other settings, or another model's, were taken into use.
    case settings
    /// Other events are orders than before, or they are worth other amounts: a metric was mapped or changed, the zone, currency or rates.
    case counting
}

/// That everybody's group is to be compared with what facts tell, and why groups may be others.
struct GroupsDue: Sendable {
    /// What happened since that was done last.
    var occasions: Set<Occasion>
    /// How customers were scored until then, where it is otherwise now.
    var before: RFMScoring?
    /// Whose orders changed.
    var ordered: Set<ProfileNumber> = []
    /// What happened to models beside the standard one.
    var models: [RFMModelNumber: OfModel] = [:]

    init(occasions: Set<Occasion>) { self.occasions = occasions }

    /// What happened in the meantime comes to what is due already; what was used before that stays what is compared with.
    mutating func add(_ later: GroupsDue) {
        occasions.formUnion(later.occasions)
        ordered.formUnion(later.ordered)
        if before == nil { before = later.before }
        for (model, own) in later.models { models[model, default: OfModel()].add(own) }
    }
}

extension GroupsDue {
    /// One customer whose group is another than facts tell.
    struct Change {
        /// The group that facts tell.
        var told: RFMGroup?
        /// The group now.
        var now: RFMGroup?
        /// The cause of the last change that was told.
        var lastCause: RFMFact.Cause?
        /// Whether the person objects to being profiled.
        var hasObjected: Bool
        /// Whether the customer's orders changed since.
        var hasOrdered: Bool
    }

    /// Why a group changed.
    ///
    /// - Parameter byBefore: the group by what was used before, `.some(nil)` for none, asked for where several causes are possible; `nil`
    ///   where that is not known.
    func cause(of change: Change, byBefore: () -> RFMGroup??) -> RFMFact.Cause {
        if change.hasObjected || change.told == nil && change.lastCause == .profiling { return .profiling }
        if occasions.contains(.counting) { return .settings }
        if change.hasOrdered { return .order }
        if change.told == nil || change.now == nil {
            // Who had a group by what a model went by before may have none now.
            guard occasions.contains(.settings), let before = byBefore(), before == change.told else { return .order }
            return .settings
        }
        let possible: RFMFact.Cause
        if occasions.contains(.settings) {
            possible = .settings
        } else if occasions.contains(.borders) {
            possible = .borders
        } else {
            return occasions.isDisjoint(with: [.day, .opening]) && occasions.contains(.orders) ? .order : .time
        }
        guard !occasions.isDisjoint(with: [.day, .opening]) else { return possible }
        // By what was used before the group would be the old one still.
        guard let before = byBefore(), before == change.told else { return .time }
        return possible
    }
}
