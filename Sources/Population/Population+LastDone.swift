public import Facts

extension Population {
    /// How names of metrics begin that tell what was done to somebody, not by them: mail that was sent, money that was given back.
    private static let doneToPeople = [
        "Received ", "Bounced ", "Dropped ", "Failed to Deliver ", "Sent ", "Delivered ", "Skipped ", "Refunded ", "Cancelled ",
        "Canceled ", "Fulfilled ", "Shipped ", "Confirmed ",
    ]

    /// When somebody did something last: ordered, looked, opened, clicked; what is dated after a moment not counted. What was sent to them is
    /// nothing of theirs.
    public func lastDone(_ profile: ProfileNumber, through now: Instant) -> Instant? {
        guard isLive(profile) else { return nil }
        var last: UInt32 = 0
        for metric in metrics.all {
            guard metric.number.index < events.count, !Self.doneToPeople.contains(where: { metric.name.hasPrefix($0) }) else { continue }
            let moments = events[metric.number.index].seconds(profile)
            last = max(last, moments.last { Int64($0) <= now.secondsSince1970 } ?? 0)
        }
        return last > 0 ? Instant(secondsSince1970: Int64(last)) : nil
    }
}
