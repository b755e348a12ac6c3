public import Facts

extension Population {
    /// When somebody gave a sign of life last: came to be known, did something of some kinds, or said whether to be written to.
    ///
    /// - Parameter metrics: the kinds of events that count; `nil` for all.
    public func lastSignOfLife(_ profile: ProfileNumber, metrics: [MetricNumber]?) -> Instant {
        var seconds = profiles.createdSeconds[profile.index]
        if let metrics {
            for metric in metrics where metric.index < events.count {
                seconds = max(seconds, events[metric.index].span(profile)?.last ?? 0)
            }
        } else {
            seconds = max(seconds, profiles.lastEventSeconds[profile.index])
        }
        for channel in Channel.allCases { seconds = max(seconds, consent(channel, of: profile).statusSeconds) }
        return Instant(secondsSince1970: Int64(seconds))
    }
}
