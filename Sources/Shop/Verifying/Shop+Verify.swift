public import Facts
import Foundation
public import Journal
import Population

/// What came of building everything derived from the facts anew, and comparing it with what the shop works with.
public struct DerivedCheck: Sendable, Equatable {
    /// Facts that were read.
    public var factCount: UInt64 = 0
    /// Profiles that were compared.
    public var profileCount = 0
    /// How many of them are not what the facts say.
    public var differenceCount = 0
    /// The first of those.
    public var differing: [ProfileNumber] = []
    /// Whether metrics, what they mean, or the number of anything is not what the facts say.
    public var isShopDifferent = false

    /// Whether everything derived is what the facts say.
    public var isSound: Bool { differenceCount == 0 && !isShopDifferent }

    /// So many profiles are named.
    static let mostNamed = 100
}

extension Shop {
    /// Profiles that are compared before writers get their turn.
    private static let comparedAtOnce = 1_000

    /// Builds everything derived from the journal's facts anew, beside what the shop works with, and compares both, profile by profile.
    ///
    /// Taking in goes on meanwhile: every profile is compared as of one fact, not all as of the same. It needs as much memory again as the
    /// columns have.
    public func verifyDerived(progress: (String, Double) -> Void = { _, _ in }) throws(JournalError) -> DerivedCheck {
        let rebuilt = read { Population(currency: $0.currency, timeZone: $0.timeZone) }
        var check = DerivedCheck()
        rebuilt.set(customMetrics: read { $0.allCustomMetrics })
        let (metrics, shown) = read { ($0.rfmModels, $0.shownRFMModel) }
        rebuilt.set(rfmModels: metrics, shown: shown)
        rebuilt.set(mapping: read { $0.mapping })
        _ = try Replay.run(journal, into: rebuilt, progress: progress)
        var row = 0
        while true {
            let isDone = try compare(rebuilt) { live throws(JournalError) -> Bool in
                let rows = row..<min(row + Self.comparedAtOnce, live.profileCount)
                guard !rows.isEmpty else {
                    check.factCount = rebuilt.sequence
                    check.profileCount = live.profileCount
                    check.isShopDifferent = live.shopDigest != rebuilt.shopDigest
                    return true
                }
                let (digests, expected) = (live.digests(of: rows), rebuilt.digests(of: rows))
                for place in digests.indices where place >= expected.count || digests[place] != expected[place] {
                    check.differenceCount += 1
                    if check.differing.count < DerivedCheck.mostNamed {
                        check.differing.append(ProfileNumber(UInt32(rows.lowerBound + place)))
                    }
                }
                progress("Comparing profiles", Double(rows.upperBound) / Double(max(1, live.profileCount)))
                row = rows.upperBound
                return false
            }
            if isDone { return check }
        }
    }

    /// Reads the columns at a moment at which the rebuilt ones are as far as they.
    private func compare<Result>(
        _ rebuilt: Population, _ body: (Population) throws(JournalError) -> Result
    ) throws(JournalError) -> Result {
        while true {
            // Most of what came meanwhile is taken up before writers are kept waiting.
            _ = try Replay.run(journal, into: rebuilt)
            let result = try read { live throws(JournalError) -> Result? in
                // The journal may have what the columns are about to take up.
                guard live.sequence >= rebuilt.sequence else { return nil }
                _ = try Replay.run(journal, into: rebuilt, through: live.sequence)
                rebuilt.set(currency: live.currency, timeZone: live.timeZone)
                rebuilt.set(mapping: live.mapping)
                return try body(live)
            }
            if let result { return result }
            Thread.sleep(forTimeInterval: 0.001)
        }
    }
}
