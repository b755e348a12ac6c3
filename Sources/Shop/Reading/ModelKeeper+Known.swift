import CustomerValue
import Dispatch
public import Facts
import Journal
import Synchronization

/// How customers moved between groups lately, as it was found out at a moment.
public struct RFMMoves: Sendable {
    /// When.
    public var at: Instant
    /// The two days and what changed between them.
    public var report: RFMShopReport
}

// What takes long is found out in the background: whoever reads gets what is known already, and asks for what is not.
extension ModelKeeper {
    /// Seconds for which moves between groups are told before they are counted anew.
    private static let movesLast: Int64 = 900

    /// Kept forecasts beside what came, as found out today; `nil` until then.
    public func knownDrift(_ shop: Shop) -> DriftReport? {
        let today = shop.today
        if let known = checked.withLock({ $0 }), known.day == today { return known }
        ask { (shop) throws(JournalError) in _ = try self.check(shop, today) }
        return nil
    }

    /// How customers moved between groups within ``Shop/usualRFMDays`` days; `nil` until it was counted once.
    public func knownMoves(_ shop: Shop) -> RFMMoves? {
        let (now, today) = (shop.clock(), shop.today)
        let known = moves.withLock { $0 }
        if let known, known.report.report.end == today, now.secondsSince1970 - known.at.secondsSince1970 < Self.movesLast { return known }
        ask { (shop) throws(JournalError) in
            let start = today.advanced(byDays: -Shop.usualRFMDays)
            guard let report = shop.rfmReport(from: start, to: today, hasMedians: false) else { return }
            self.moves.withLock { $0 = RFMMoves(at: now, report: report) }
        }
        return known
    }

    /// What is known of the models now. Where orders changed since all customers were counted together, that is asked for: whoever reads next
    /// finds it.
    public func knownStanding() -> Standing {
        let (standing, isDue) = state.withLock { state -> (Standing, Bool) in
            let now = DispatchTime.now().uptimeNanoseconds
            let isDue =
                state.standing.isOvertaken && state.hasThread && now >= state.countedAgainAt.uptimeNanoseconds && !state.isScoringAsked
            return (state.standing, isDue)
        }
        if isDue { requestScoring() }
        return standing
    }

    /// Whether nobody waits to be scored: neither one by one nor with all others.
    public var isEverybodyScored: Bool {
        state.withLock { state in
            guard state.hasThread else { return true }
            return state.unscored.isEmpty && state.modelsWaiting.isEmpty && state.touchedSince == nil && !state.isCounting
                && !state.isScoringAsked
        }
    }

    /// Asks for a piece of work, one such at a time.
    private func ask(_ work: @escaping @Sendable (Shop) throws(JournalError) -> Void) {
        guard
            isAsked.withLock({ isAsked in
                defer { isAsked = true }
                return !isAsked
            })
        else { return }
        requestWork { shop in
            // What fails is asked for again by whoever reads next.
            if let shop { try? work(shop) }
            self.isAsked.withLock { $0 = false }
        }
    }
}

extension ModelKeeper.State {
    /// Whether a scoring of all is in line.
    fileprivate var isScoringAsked: Bool {
        requests.contains { request in
            switch request {
            case .score: true
            case .fit(let adopts, _, _): adopts
            case .work: false
            }
        }
    }
}
