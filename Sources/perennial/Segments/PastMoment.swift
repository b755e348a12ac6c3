import ArgumentParser
import Facts
import Journal
import Shop

/// A moment up to which facts count, as `--as-of` gives it: not one to come, of which nobody knows anything.
enum PastMoment {
    /// Ends a command where the text is no moment, or one to come.
    static func check(_ text: String?, now: Instant = .now) throws {
        guard let text else { return }
        guard let moment = Timestamp.parse(text) else {
            throw ValidationError("--as-of \(text) is no date and time such as 2025-01-01T00:00:00Z.")
        }
        // The first moment that is not known yet may be the next second.
        guard moment.secondsSince1970 <= now.secondsSince1970 + 1 else { throw ValidationError(inFuture("--as-of \(text)", now)) }
    }

    static func inFuture(_ what: String, _ now: Instant) -> String {
        "\(what) lies in the future: it is \(Timestamp.text(now)), and what has not happened is not known. "
            + "Give an earlier moment, or leave the flag out for now."
    }
}

/// When something was known, as `--known-on` gives it: the end of a day, or a moment.
enum Known {
    case day(ShopDay)
    case moment(Instant)

    init?(_ text: String) {
        if let day = ShopDay(text) {
            self = .day(day)
        } else if let moment = Timestamp.parse(text) {
            self = .moment(moment)
        } else {
            return nil
        }
    }

    /// Ends a command where the text is neither, or a moment to come. Of a day the shop's zone must be known: see ``require(in:)``.
    static func check(_ text: String?, now: Instant = .now) throws {
        guard let text else { return }
        switch Known(text) {
        case nil: throw ValidationError("--known-on \(text) is no day such as 2026-03-01, and no moment such as 2026-03-01T12:00:00Z.")
        case .moment(let moment) where moment.secondsSince1970 > now.secondsSince1970 + 1:
            throw ValidationError(PastMoment.inFuture("--known-on \(text)", now))
        case .moment, .day: return
        }
    }

    /// Ends a command where it is a day that has not begun in a shop's zone.
    func require(in folder: String, now: Instant = .now) throws {
        guard case .day(let day) = self else { return }
        let zone: ShopTimeZone
        do throws(JournalError) {
            zone = try ShopSettings.stored(inFolder: folder).timeZone
        } catch {
            throw error.exit
        }
        let today = zone.day(of: now)
        guard day <= today else {
            throw failure(
                .usage,
                "--known-on \(day) lies in the future: today is \(today) in the shop's zone, \(zone.identifier). Give today or an earlier day."
            )
        }
    }
}
