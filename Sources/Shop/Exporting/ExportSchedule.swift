public import Facts
import JSON
public import Journal

/// An export that is written again and again.
public struct ExportSchedule: Sendable, Equatable {
    /// On which days.
    public enum Days: Sendable, Hashable {
        /// Every day.
        case daily
        /// Once a week: 1 is Monday, 7 Sunday.
        case weekly(day: Int)
        /// Once a month, on a day that every month has: 1 to 28.
        case monthly(day: Int)
    }

    /// Its number.
    public var number: UInt64
    /// The beginning of its files' names.
    public var name: String
    /// What is written.
    public var order: ExportOrder
    /// On which days.
    public var days: Days
    /// Minutes after midnight in the shop's zone.
    public var minutes: Int
    /// How many files are kept; older ones are removed.
    public var keeps: Int
    /// When it was made.
    public var created: Instant
    /// When it was changed last.
    public var updated: Instant

    /// Schedules that a shop may have.
    public static let most = 100

    /// Whether a name can begin the name of a file anywhere: letters, digits, `-` and `_`.
    public static func isName(_ name: String) -> Bool {
        (1...60).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
                default: false
                }
            }
    }

    /// The last moment up to now at which it is to be written.
    public func lastDue(upTo now: Instant, in zone: ShopTimeZone) -> Instant {
        var day = zone.day(of: now)
        if due(on: day, zone) > now { day = day.advanced(byDays: -1) }
        while !falls(on: day) { day = day.advanced(byDays: -1) }
        return due(on: day, zone)
    }

    /// The next moment after now at which it is to be written.
    public func nextDue(after now: Instant, in zone: ShopTimeZone) -> Instant {
        var day = zone.day(of: now)
        if due(on: day, zone) <= now { day = day.advanced(byDays: 1) }
        while !falls(on: day) { day = day.advanced(byDays: 1) }
        return due(on: day, zone)
    }

    private func due(on day: ShopDay, _ zone: ShopTimeZone) -> Instant {
        zone.instant(localSecondsSince1970: Int64(day.daysSince1970) * 86_400 + Int64(minutes) * 60)
    }

    private func falls(on day: ShopDay) -> Bool {
        switch days {
        case .daily: true
        // 1970-01-01 was a Thursday.
        case .weekly(let weekday): (Int(day.daysSince1970) % 7 + 7 + 3) % 7 + 1 == weekday
        case .monthly(let dayOfMonth): day.civil.day == dayOfMonth
        }
    }
}

extension ExportSchedule {
    /// The schedule of a stored definition; `nil` for one that cannot be read.
    public init?(_ definition: Definition) {
        guard let root = try? JSONDocument(definition.body).root, let name = root["name"]?.string, Self.isName(name),
            let order = root["order"].flatMap({ ExportOrder($0) }), let minutes = root["minutes"]?.int, let keeps = root["keeps"]?.int
        else { return nil }
        let day = Int(root["day"]?.int ?? 1)
        switch root["every"]?.string {
        case "day": days = .daily
        case "week" where (1...7).contains(day): days = .weekly(day: day)
        case "month" where (1...28).contains(day): days = .monthly(day: day)
        default: return nil
        }
        number = definition.number
        self.name = name
        self.order = order
        self.minutes = max(0, min(1_439, Int(minutes)))
        self.keeps = max(1, Int(keeps))
        created = definition.createdAt
        updated = definition.updatedAt
    }

    /// The body of a definition.
    public static func body(name: String, order: ExportOrder, days: Days, minutes: Int, keeps: Int) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("name", name)
            json.object("order") { order.write(to: &$0) }
            switch days {
            case .daily: json.member("every", "day")
            case .weekly(let day):
                json.member("every", "week")
                json.member("day", day)
            case .monthly(let day):
                json.member("every", "month")
                json.member("day", day)
            }
            json.member("minutes", minutes)
            json.member("keeps", keeps)
        }
        return json.text
    }
}

extension DefinitionTable {
    /// The schedules that live, by number.
    public var exportSchedules: [ExportSchedule] { all(.exportSchedule).compactMap { ExportSchedule($0) } }

    /// A schedule that lives.
    public func exportSchedule(_ number: UInt64) -> ExportSchedule? { self[.exportSchedule, number].flatMap { ExportSchedule($0) } }
}
