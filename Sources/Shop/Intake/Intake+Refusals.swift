import Facts
import Journal

extension Intake {
    /// How far ahead an event may be dated: a year, as the interface for programs takes it.
    public static let mostSecondsAhead: Int64 = 366 * 86_400

    /// Whether a moment lies further ahead than an event may be dated.
    func isTooFarAhead(_ seconds: UInt32) -> Bool { Int64(seconds) > now.secondsSince1970 + Self.mostSecondsAhead }

    /// Says to whoever keeps the shop that rows of a file were not taken in; nothing where there are none.
    func refuse(_ rows: Int, _ code: String, _ detail: String) {
        guard rows > 0 else { return }
        write(
            .refusal(
                RefusedFact(at: now, door: FactSource.importFile.door, code: code, detail: detail, rowCount: rows, original: nil)))
    }
}
