import Facts
import Synchronization

/// The `Date` of answers, made once a second.
final class DateHeader: Sendable {
    private let last = Mutex<(instant: Instant, text: String)>((Instant(secondsSince1970: .min), ""))

    func text(_ now: Instant) -> String {
        last.withLock { last in
            if last.instant != now { last = (now, Self.write(now)) }
            return last.text
        }
    }

    /// RFC 9110: `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func write(_ instant: Instant) -> String {
        let days = floorDivide(instant.secondsSince1970, 86_400)
        let (year, month, day) = ShopDay(daysSince1970: Int32(clamping: days)).civil
        let second = Int(instant.secondsSince1970 - days * 86_400)
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][Int((days % 7 + 7) % 7)]
        let name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(weekday), \(two(day)) \(name) \(year) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)) GMT"
    }
}
