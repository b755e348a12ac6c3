import CustomerValue
import Facts
import JSON
import Segments

/// The RFM group that a profile is in, or was in before.
struct RFMGroupOfProfile: SegmentTest {
    enum Which: Sendable {
        case current, previous
    }

    let which: Which
    /// By which model; `nil`: the one that is shown.
    private let model: RFMModelNumber?
    /// Whether each group is meant, by its place; the last is ``RFMStanding/unknown``.
    private let accepted: [Bool]
    /// Whether those are meant who have no group.
    private let acceptsNone: Bool
    var cost: Double { which == .current ? 6 : 20 }

    /// - Parameters:
    ///   - model: by which model; `nil`: the one that is shown.
    ///   - acceptsNone: whether those are meant who have no group.
    ///   - isMeant: whether a group is meant, by its name.
    init(_ which: Which, by model: RFMModelNumber? = nil, acceptsNone: Bool = false, where isMeant: (String) -> Bool) {
        self.which = which
        self.model = model
        self.acceptsNone = acceptsNone
        accepted = (RFMGroup.allCases.map(\.rawValue) + [RFMStanding.unknown]).map(isMeant)
    }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        place(row, log(view)).map { accepted[$0] } ?? acceptsNone
    }

    func filter(_ some: ProfileSet, _ view: SegmentView) -> ProfileSet {
        let log = log(view)
        return some.filtered { row in place(row, log).map { accepted[$0] } ?? acceptsNone }
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed {
        .word(place(row, log(view)).map { RFMGroup(place: $0)?.rawValue ?? RFMStanding.unknown })
    }

    private func log(_ view: SegmentView) -> RFMLog? { view.population.rfmLogs[model ?? view.population.shownRFMModel] }

    @inline(__always)
    private func place(_ row: Int, _ log: RFMLog?) -> Int? {
        guard let log else { return nil }
        switch which {
        case .current: return log.current(row).map { Int($0.group) }
        case .previous: return log.standing(row).map { Int($0.previous ?? UInt8(RFMGroup.allCases.count)) }
        }
    }
}

/// A score of a profile by an RFM model.
struct RFMScoreOfProfile: SegmentTest {
    let dimension: NumberDimension
    let filter: NumberFilter
    let model: RFMModelNumber
    var cost: Double { 4 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool { number(row, view).map { filter.holds($0) } ?? false }

    func observed(_ row: Int, _ view: SegmentView) -> Observed { .number(number(row, view)) }

    private func number(_ row: Int, _ view: SegmentView) -> Double? {
        view.population.number(dimension, row: row, minorUnits: view.minorUnits, by: model)
    }
}

/// Since when a profile is in its RFM group, where it was in another before.
struct RFMChangeOfProfile: SegmentTest {
    let filter: ValueFilter
    /// By which model; `nil`: the one that is shown.
    var model: RFMModelNumber?
    var cost: Double { 25 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        let moment = moment(row, view)
        switch filter {
        case .date(let filter): return moment.map { filter.holds($0, before: view.end, in: view.zone) } ?? false
        case .isSet(let isSet): return (moment != nil) == isSet
        default: return false
        }
    }

    var timing: SegmentTiming { filter.isRelative ? .anybody : .never }

    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? {
        guard case .date(let filter) = filter, let moment = moment(row, view) else { return nil }
        return filter.nextChange(moment, after: view.end, in: view.zone)
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed { .moment(moment(row, view).map { Instant(secondsSince1970: $0) }) }

    private func moment(_ row: Int, _ view: SegmentView) -> Int64? {
        view.population.rfmLogs[model ?? view.population.shownRFMModel]?.standing(row)?.changed.map { Int64($0) }
    }
}

extension RFMProperty {
    /// What a definition asks of it.
    func test(_ filter: ValueFilter) -> any SegmentTest {
        let which: RFMGroupOfProfile.Which
        switch self {
        case .lastChanged: return RFMChangeOfProfile(filter: filter)
        case .current: which = .current
        case .previous: which = .previous
        }
        let zone = ShopTimeZone.utc
        return RFMGroupOfProfile(which, acceptsNone: filter.holds(nil, before: 0, in: zone)) { name in
            var json = JSONWriter()
            json.string(name)
            return (try? JSONDocument(json.bytes)).map { filter.holds($0.root, before: 0, in: zone) } ?? false
        }
    }
}
