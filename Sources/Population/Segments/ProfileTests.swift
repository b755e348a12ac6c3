import Facts
import JSON
import Segments

/// An e-mail address, phone number or id of a profile: the one that it shows.
struct IdentityOfProfile: SegmentTest {
    let kind: IdentityKind
    let filter: ValueFilter
    var cost: Double {
        if case .isSet = filter { 4 } else { 120 }
    }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        let table = view.population.identities[Int(kind.rawValue)]
        let profile = ProfileNumber(UInt32(row))
        switch filter {
        case .isSet(let isSet): return table.hasShown(profile) == isSet
        case .text(let filter):
            guard var text = table.shown(profile) else { return false }
            return text.withUTF8 { filter.holds(UnsafeRawBufferPointer($0)) }
        case .list(let filter):
            guard let text = table.shown(profile) else { return false }
            return filter.holds(text)
        default: return false
        }
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed {
        let text = view.population.identities[Int(kind.rawValue)].shown(ProfileNumber(UInt32(row)))
        return .value(
            text.map { text in
                var json = JSONWriter()
                json.string(text)
                return json.text
            })
    }
}

/// When something of a profile happened.
struct MomentOfProfile: SegmentTest {
    enum Which: String {
        case created, updated
        case lastEvent = "last_event_date"
    }

    let which: Which
    let filter: ValueFilter
    var cost: Double { 8 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        let moment = moment(row, view)
        switch filter {
        case .date(let filter): return moment.map { filter.holds($0, before: view.end, in: view.zone) } ?? false
        case .isSet(let isSet): return (moment != nil) == isSet
        default: return false
        }
    }

    var timing: SegmentTiming { which == .lastEvent || filter.isRelative ? .anybody : .never }

    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? {
        var next: Int64?
        if which == .lastEvent { next = view.population.nextEvent(ProfileNumber(UInt32(row)), from: view.end).map { $0 + 1 } }
        guard case .date(let filter) = filter, let moment = moment(row, view) else { return next }
        return .earlier(next, filter.nextChange(moment, after: view.end, in: view.zone))
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed { .moment(moment(row, view).map { Instant(secondsSince1970: $0) }) }

    private func moment(_ row: Int, _ view: SegmentView) -> Int64? {
        let profiles = view.population.profiles
        let seconds: Int64
        switch which {
        case .created: seconds = Int64(profiles.createdSeconds[row])
        case .updated: seconds = Int64(profiles.updatedSeconds[row])
        // What is dated in the future comes when its time has come.
        case .lastEvent:
            let last = view.population.lastEvent(ProfileNumber(UInt32(row)), through: Instant(secondsSince1970: view.end - 1))
            seconds = last?.secondsSince1970 ?? 0
        }
        return seconds == 0 ? nil : seconds
    }
}

/// An attribute or property that stands in the dictionary of values.
struct ValueOfProfile: SegmentTest {
    enum Column: Sendable {
        case standard(String)
        case custom(String)
    }

    let column: Column
    /// The names that lead into an object.
    let path: [String]
    let filter: ValueFilter
    var cost: Double { 15 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool { holds(code: code(row, view), view) }

    func filter(_ some: ProfileSet, _ view: SegmentView) -> ProfileSet {
        guard let column = sparse(view) else {
            // Nobody has it.
            return holds(code: 0, view) ? some : ProfileSet(capacity: some.capacity)
        }
        // Each value is looked at once, however many have it: 0 not yet, 1 no, 2 yes.
        var verdicts = ContiguousArray<UInt8>(repeating: 0, count: view.population.values.count + 1)
        return some.filtered { row in
            let code = column[row]
            if verdicts[Int(code)] == 0 { verdicts[Int(code)] = holds(code: code, view) ? 2 : 1 }
            return verdicts[Int(code)] == 2
        }
    }

    var timing: SegmentTiming { filter.isRelative ? .anybody : .never }

    func nextChange(_ row: Int, _ view: SegmentView) -> Int64? {
        guard filter.isRelative else { return nil }
        return withValue(code(row, view), view) { filter.nextChange($0, after: view.end, in: view.zone) }
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed {
        withValue(code(row, view), view) { value in .value(value.map { String(decoding: $0.compactBytes, as: UTF8.self) }) }
    }

    private func sparse(_ view: SegmentView) -> SparseColumn<UInt32>? {
        switch column {
        case .standard(let name): view.population.standard.column(name)
        case .custom(let name): view.population.custom.column(name)
        }
    }

    private func code(_ row: Int, _ view: SegmentView) -> UInt32 { sparse(view)?[row] ?? 0 }

    private func holds(code: UInt32, _ view: SegmentView) -> Bool {
        withValue(code, view) { filter.holds($0, before: view.end, in: view.zone) }
    }

    private func withValue<Result>(_ code: UInt32, _ view: SegmentView, _ body: (JSONValue?) -> Result) -> Result {
        guard code != 0, let document = try? JSONDocument(view.population.values.json(code)) else { return body(nil) }
        var value: JSONValue? = document.root
        for name in path { value = value.flatMap { $0.kind == .object ? $0[name] : nil } }
        return body(value)
    }
}

/// A part of all profiles, drawn by chance.
struct Sample: SegmentTest {
    let percent: Double
    let seed: UInt64
    var cost: Double { 2 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool { drawn(row) < percent / 100 }

    func observed(_ row: Int, _ view: SegmentView) -> Observed { .drawn(drawn(row) * 100) }

    /// A number from 0 to 1 that is the same for ever.
    private func drawn(_ row: Int) -> Double {
        var state = UInt64(row) &+ (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15
        state = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ state >> 27) &* 0x94D0_49BB_1331_11EB
        state ^= state >> 31
        return Double(state >> 11) / Double(UInt64(1) << 53)
    }
}

/// Whether somebody lives in a part of the world, by the country of the address.
struct InRegion: SegmentTest {
    let region: Region
    let isIn: Bool
    var cost: Double { 15 }

    func holds(_ row: Int, _ view: SegmentView) -> Bool {
        guard let country = country(row, view) else { return false }
        return region.countries.contains(country) == isIn
    }

    func observed(_ row: Int, _ view: SegmentView) -> Observed { .country(country(row, view)) }

    private func country(_ row: Int, _ view: SegmentView) -> String? {
        let code = view.population.standard.code("location.country", row: row)
        guard code != 0, let text = (try? JSONDocument(view.population.values.json(code)))?.root.string, !text.isEmpty else { return nil }
        return Countries.code(text)
    }
}

/// What names something that is not there; such a definition is not used.
struct Nobody: SegmentTest {
    var cost: Double { 0 }
    func holds(_ row: Int, _ view: SegmentView) -> Bool { false }
    func observed(_ row: Int, _ view: SegmentView) -> Observed { .nothing }
}

extension Population {
    /// The moment of the first event of a profile, of any metric, from a second on.
    fileprivate func nextEvent(_ profile: ProfileNumber, from second: Int64) -> Int64? {
        guard Int64(profiles.lastEventSeconds[profile.index]) >= second else { return nil }
        return events.compactMap { columns in columns.seconds(profile).first { Int64($0) >= second }.map { Int64($0) } }.min()
    }
}
