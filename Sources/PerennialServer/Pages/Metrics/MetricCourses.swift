import Facts
import Population
import Shop
import Synchronization

/// Courses of metrics in large shops, told for a minute: all events of a metric are looked at for one.
final class MetricCourses: Sendable {
    private struct Kept {
        var at: Int64
        var parts: [MetricPageModel.Part]
    }

    private let kept = Mutex<[String: Kept]>([:])
    private static let lastsSeconds: Int64 = 60
    /// Up to so many events they are looked at every time.
    private static let mostAtOnce = 1_000_000
    private static let mostKept = 200

    /// A course, found out now where it was not within the last minute.
    ///
    /// - Parameter name: of what, how and as of which day.
    func course(
        _ name: String, _ shop: Shop, find: () throws -> [MetricPageModel.Part]
    ) rethrows -> [MetricPageModel.Part] {
        guard shop.read({ $0.eventCount }) > Self.mostAtOnce else { return try find() }
        let now = shop.clock().secondsSince1970
        if let known = kept.withLock({ $0[name] }), (0..<Self.lastsSeconds).contains(now - known.at) { return known.parts }
        let parts = try find()
        kept.withLock { kept in
            if kept.count >= Self.mostKept { kept = [:] }
            kept[name] = Kept(at: now, parts: parts)
        }
        return parts
    }
}
