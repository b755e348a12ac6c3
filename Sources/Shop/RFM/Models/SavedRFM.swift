import CustomerValue
import Facts

/// How customers are scored by an RFM model beside the standard one.
struct SavedRFM: Sendable {
    /// What the model is.
    var entry: RFMModelEntry
    /// Borders that were settled and are kept.
    var kept: KeptBorders?
    /// The borders by which customers are scored; `nil` before they were.
    var borders: RFMBorders?
    /// Whether other events count than before, which facts do not tell yet.
    var isRecounted = false

    init(entry: RFMModelEntry, kept: KeptBorders? = nil) {
        self.entry = entry
        self.kept = kept
        if let kept, kept.settings == entry.settings, kept.borders.isSettled { borders = kept.borders }
    }

    /// Settings and borders.
    var scoring: RFMScoring { RFMScoring(settings: entry.settings, borders: borders) }

    /// The borders that hold until the next fit; `nil` where they are settled whenever all are scored.
    ///
    /// - Parameter model: the number of the fitted model in use, if there is one.
    func heldBorders(_ model: UInt32?) -> RFMBorders? {
        guard let model, let kept, kept.model == model, kept.settings == entry.settings, kept.borders.isSettled else { return nil }
        return kept.borders
    }
}

extension GroupsDue {
    /// What is due of one model beside the standard one.
    struct OfModel: Sendable {
        /// What happened to this model alone.
        var occasions: Set<Occasion> = []
        /// The place of everybody's group by what was used before, by row; empty where nothing else was.
        var byBefore: ContiguousArray<UInt8> = []

        mutating func add(_ later: OfModel) {
            occasions.formUnion(later.occasions)
            if byBefore.isEmpty { byBefore = later.byBefore }
        }
    }

    /// As it is for one model: borders and settings of the standard one say nothing of others.
    func of(_ model: RFMModelNumber) -> GroupsDue {
        guard model != .standard else { return self }
        var due = self
        due.before = nil
        due.occasions.subtract([.borders, .settings])
        due.occasions.formUnion(models[model]?.occasions ?? [])
        return due
    }

    /// Somebody's group by what a model beside the standard one used before, `.some(nil)` for none; `nil` where that is not known.
    func groupBefore(_ profile: ProfileNumber, by model: RFMModelNumber) -> RFMGroup?? {
        guard let places = models[model]?.byBefore, profile.index < places.count else { return nil }
        return .some(RFMGroup(place: Int(places[profile.index])))
    }
}
