import Facts
import Synchronization

/// Secrets that a page shows once, after the form that made them: until then in memory alone, for some minutes, and for the visit that asked.
final class ShownOnce: Sendable {
    private struct Entry {
        var ticket: String
        var text: String
        var visit: String
        var until: Int64
    }

    private let entries = Mutex<[Entry]>([])

    private static let secondsKept: Int64 = 300
    private static let mostKept = 200

    /// Keeps a secret. Gives what the page is asked for it with, which is worth nothing to other visits.
    func keep(_ text: String, for visit: Visits.Visit, now: Instant) -> String {
        let ticket = RandomText.new()
        entries.withLock { entries in
            entries.removeAll { $0.until < now.secondsSince1970 }
            if entries.count >= Self.mostKept { entries.removeFirst() }
            entries.append(Entry(ticket: ticket, text: text, visit: visit.secret, until: now.secondsSince1970 + Self.secondsKept))
        }
        return ticket
    }

    /// The secret, for the first who asks; `nil` ever after.
    func take(_ ticket: String, for visit: Visits.Visit, now: Instant) -> String? {
        entries.withLock { entries in
            entries.removeAll { $0.until < now.secondsSince1970 }
            guard let place = entries.firstIndex(where: { $0.ticket == ticket && $0.visit == visit.secret }) else { return nil }
            return entries.remove(at: place).text
        }
    }
}
