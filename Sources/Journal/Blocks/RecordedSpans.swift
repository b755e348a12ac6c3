import Facts

/// When the facts of a block were taken in: runs of facts that share a moment, in order.
///
/// As bytes, per run: how many facts, and the seconds since the run before (the first run counts from the block's own moment), both LEB128,
/// the seconds with their sign in the lowest bit, since clocks are set back now and then.
struct RecordedSpans: Sendable, Equatable {
    struct Run: Sendable, Equatable {
        var count: Int
        var instant: Instant
    }

    private(set) var runs: [Run]

    /// All facts at one moment.
    init(count: Int, at instant: Instant) { runs = [Run(count: count, instant: instant)] }

    private init(runs: [Run]) { self.runs = runs }

    /// The moment of the fact at a place from 0.
    func instant(of place: Int) -> Instant {
        var rest = place
        for run in runs {
            if rest < run.count { return run.instant }
            rest -= run.count
        }
        return runs.last?.instant ?? Instant(secondsSince1970: 0)
    }

    /// Adds the facts of the block that follows.
    mutating func append(_ next: RecordedSpans) {
        for run in next.runs {
            if runs.last?.instant == run.instant { runs[runs.count - 1].count += run.count } else { runs.append(run) }
        }
    }

    /// Without the first facts.
    func dropping(_ count: Int) -> RecordedSpans {
        var rest = count
        var left: [Run] = []
        for run in runs {
            let dropped = min(rest, run.count)
            rest -= dropped
            if run.count > dropped { left.append(Run(count: run.count - dropped, instant: run.instant)) }
        }
        return RecordedSpans(runs: left)
    }
}

extension RecordedSpans {
    /// As bytes; `nil` where the block's own count and moment say it all.
    var encoded: [UInt8]? {
        guard runs.count > 1, let first = runs.first else { return nil }
        var writer = CompactWriter()
        var before = first.instant.secondsSince1970
        for run in runs {
            writer.append(UInt64(run.count))
            writer.append(signed: run.instant.secondsSince1970 - before)
            before = run.instant.secondsSince1970
        }
        return writer.bytes
    }

    /// Of a block with so many facts; `nil` for bytes that do not fit it.
    init?(_ bytes: [UInt8], count: Int, recordedAt: Instant) {
        var reader = CompactReader(bytes)
        var runs: [Run] = []
        var seconds = recordedAt.secondsSince1970
        var total = 0
        while !reader.isAtEnd {
            guard let facts = reader.next(), let difference = reader.nextSigned(), facts > 0, facts <= UInt64(count) else { return nil }
            seconds &+= difference
            total += Int(facts)
            guard total <= count else { return nil }
            runs.append(Run(count: Int(facts), instant: Instant(secondsSince1970: seconds)))
        }
        guard total == count else { return nil }
        self.init(runs: runs)
    }
}
