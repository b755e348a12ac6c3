public import Facts
import Foundation
public import Journal
import Population
public import Segments
import Synchronization

/// Why something that was known on a past day cannot be told.
public enum PastFault: Error {
    /// Somebody else is being told: one at a time.
    case isBusy
    /// The definition names what was not there.
    case unknown(SegmentFaults)
    /// The journal cannot be read.
    case unreadable(JournalError)
}

/// Lets one look at the past at a time: each builds the shop anew, beside the one that runs.
final class PastLook: Sendable {
    private let isTaken = Mutex(false)

    /// Takes the turn; `false` where somebody has it.
    func take() -> Bool {
        isTaken.withLock { isTaken in
            defer { isTaken = true }
            return !isTaken
        }
    }

    func leave() { isTaken.withLock { $0 = false } }
}

extension Shop {
    /// Why somebody was meant by a definition, or was not, as it was known at a moment: see ``openAsKnown(before:folder:conditions:progress:)``.
    ///
    /// The journal is read up to that moment, and everybody who was there then is kept in memory for as long: it takes what a start takes. So it is
    /// done on a thread of its own, and one at a time.
    ///
    /// - Parameters:
    ///   - segment: the segment that it is the definition of.
    ///   - moment: the first that was not known yet.
    /// - Returns: `nil` for somebody who was not there.
    public func explainAsKnown(
        before moment: Instant, _ condition: Condition, of segment: SegmentNumber? = nil, _ profile: ProfileNumber
    ) async throws(PastFault) -> SegmentExplanation? {
        guard pastLook.take() else { throw .isBusy }
        defer { pastLook.leave() }
        let folder = journal.folder
        let told: Result<SegmentExplanation?, PastFault> = await withCheckedContinuation { continuation in
            let thread = Thread {
                continuation.resume(returning: Self.look(folder, before: moment, condition, segment, profile))
            }
            thread.name = "past"
            thread.stackSize = 16 << 20
            thread.start()
        }
        return try told.get()
    }

    private static func look(
        _ folder: String, before moment: Instant, _ condition: Condition, _ segment: SegmentNumber?, _ profile: ProfileNumber
    ) -> Result<SegmentExplanation?, PastFault> {
        let past: Shop
        do throws(JournalError) {
            past = try openAsKnown(before: moment, folder: folder, conditions: [condition])
        } catch {
            return .failure(.unreadable(error))
        }
        defer { past.close() }
        // Of somebody who was not there nothing can be told, whatever was known by name.
        guard past.read({ $0.isLive(profile) }) else { return .success(nil) }
        do throws(SegmentFaults) {
            return .success(try past.explain(condition, of: segment, profile))
        } catch {
            return .failure(.unknown(error))
        }
    }
}
