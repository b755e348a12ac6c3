import Facts
import Shop

/// What a report of segments is asked for.
struct SegmentReportQuestion {
    /// What can be counted.
    enum Statistic: String, CaseIterable, Sendable {
        case membersAdded = "members_added"
        case membersRemoved = "members_removed"
        case netMembersChanged = "net_members_changed"
        case totalMembers = "total_members"
    }

    /// How a series is cut.
    enum Interval: String, CaseIterable, Sendable {
        case daily, hourly, monthly, weekly

        /// The parts that it makes.
        var buckets: TimeBuckets.Interval {
            switch self {
            case .hourly: .hour
            case .daily: .day
            case .weekly: .week
            case .monthly: .month
            }
        }

        /// The longest time that it can be asked for, in days, and in words.
        var most: (days: Int64, words: String) {
            switch self {
            case .hourly: (7, "7 days")
            case .daily: (60, "60 days")
            case .monthly: (364, "52 weeks")
            case .weekly: (SegmentReportQuestion.longestInDays, "a year")
            }
        }
    }

    static let longestInDays: Int64 = 366
    /// Klaviyo has no data of before.
    private static let firstLocalSecond = Int64(ShopDay.daysSince1970(year: 2023, month: 6, day: 1)) * 86_400
    private static let mostSegments = 100
    private static let filterRules = FilterRules(.init("segment_id", .text, .any, .equals))
    private static let names = ["statistics", "timeframe", "filter"]

    /// What is counted, in the order in which it was asked for.
    private(set) var statistics: [Statistic] = []
    /// The time; `nil` where it could not be read.
    private(set) var frame: ReportTimeFrame?
    /// How it is cut; of a series alone.
    private(set) var interval: Interval?
    /// The ids of the segments; `nil`: all.
    private(set) var segmentIDs: Set<String>?

    /// What a body may be.
    static func schema(_ type: String, isSeries: Bool) -> Schema {
        var attributes: [Schema.Property] = [
            .init(
                "statistics", .array(of: .oneOf(Statistic.allCases.map(\.rawValue)), most: Statistic.allCases.count, least: 1),
                isRequired: true),
            .init(
                "timeframe",
                .object([
                    .init("key", .oneOf(ReportTimeFrame.Key.allCases.map(\.rawValue))), .init("start", .string(format: .instant)),
                    .init("end", .string(format: .instant)),
                ]), isRequired: true),
            .init("filter", .nullable(.text)),
        ]
        if isSeries { attributes.append(.init("interval", .oneOf(Interval.allCases.map(\.rawValue)), isRequired: true)) }
        return .document(.resource(type, attributes: attributes))
    }

    /// Reads the attributes of a body; what is wrong is noted there.
    init(_ attributes: BodyReader, isSeries: Bool, today: ShopDay, now: Instant, in zone: ShopTimeZone) {
        attributes.allow(only: isSeries ? Self.names + ["interval"] : Self.names)
        for element in attributes.array("statistics", isRequired: true, least: 1, most: Statistic.allCases.count) ?? [] {
            guard let name = element.ownString() else { continue }
            if let statistic = Statistic(rawValue: name) {
                if !statistics.contains(statistic) { statistics.append(statistic) }
            } else {
                element.fault(
                    "There is no statistic \"\(name.prefix(60))\".\(NearestNames.advice(name, among: Statistic.allCases.map(\.rawValue)))")
            }
        }
        if isSeries { interval = attributes.oneOf("interval", as: Interval.self, isRequired: true) }
        if let reader = attributes.object("timeframe", isRequired: true) { readFrame(reader, today, now, zone) }
        readFilter(attributes)
    }

    private mutating func readFrame(_ reader: BodyReader, _ today: ShopDay, _ now: Instant, _ zone: ShopTimeZone) {
        reader.allow(only: ["key", "start", "end"])
        let isGiven = ["key", "start", "end"].map { reader.given($0) == .value }
        guard isGiven.contains(true) else { return reader.fault("A time frame is a 'key', or a 'start' and an 'end'.") }
        guard !isGiven[0] else {
            if isGiven[1] || isGiven[2] { reader.fault("A time frame is a 'key', or a 'start' and an 'end', not both.") }
            guard let key = reader.oneOf("key", as: ReportTimeFrame.Key.self, isRequired: true) else { return }
            return take(ReportTimeFrame(key, today: today, in: zone), reader, now)
        }
        guard let start = Self.onClocks(reader, "start"), let end = Self.onClocks(reader, "end") else { return }
        guard start >= Self.firstLocalSecond else {
            return reader.fault("There are no data of before 2023-06-01. The time frame must not begin earlier.", at: "start")
        }
        guard start < end else { return reader.fault("The time frame ends before it begins.", at: "end") }
        take(ReportTimeFrame(localFrom: start, localUntil: end, in: zone), reader, now)
    }

    private mutating func take(_ found: ReportTimeFrame, _ reader: BodyReader, _ now: Instant) {
        guard found.secondsOnClocks <= Self.longestInDays * 86_400 else { return reader.fault("A time frame has at most a year.") }
        guard found.from <= now.secondsSince1970 else { return reader.fault("The time frame lies in the future.") }
        // A year with a name may be told by months, although it is a day longer than 52 weeks.
        if let interval, !(interval == .monthly && found.isNamed), found.secondsOnClocks > interval.most.days * 86_400 {
            return reader.fault("A time frame told by '\(interval.rawValue)' has at most \(interval.most.words).")
        }
        var frame = found
        // What is to come is not known.
        frame.until = min(frame.until, now.secondsSince1970 + 1)
        self.frame = frame
    }

    /// A time as the shop's clocks show it, whatever offset is written with it.
    private static func onClocks(_ reader: BodyReader, _ name: String) -> Int64? {
        guard let text = reader.string(name, isRequired: true, longest: 40) else { return nil }
        // A date has ten bytes; a sign after that is of an offset.
        let time = text.utf8.dropFirst(10)
        let signs: Set<UInt8> = [UInt8(ascii: "+"), UInt8(ascii: "-")]
        let end = time.firstIndex { signs.contains($0) } ?? time.endIndex
        guard Timestamp.parse(text) != nil, let local = Timestamp.parse(text[..<end]) else {
            reader.fault("'\(name)' must be \(TextFormat.wanted(.instant)).", at: name)
            return nil
        }
        return local.secondsSince1970
    }

    private mutating func readFilter(_ attributes: BodyReader) {
        guard let text = attributes.string("filter", longest: FilterRules.longest), !text.isEmpty else { return }
        do throws(APIError) {
            guard case .term(let term) = try Self.filterRules.parse(text) else {
                return attributes.fault("Only one condition on segment_id can be used.", at: "filter")
            }
            let ids = Set(term.value.texts)
            guard ids.count <= Self.mostSegments else {
                return attributes.fault("At most \(Self.mostSegments) segments can be named in any(...).", at: "filter")
            }
            segmentIDs = ids
        } catch {
            attributes.fault(error.errors.first?.detail ?? "The filter cannot be read.", at: "filter")
        }
    }
}
