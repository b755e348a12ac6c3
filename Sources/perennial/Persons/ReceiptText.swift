import Foundation
import Journal
import Shop

/// What was erased, in words.
enum ReceiptText {
    static func of(_ job: JobRow) -> String {
        var lines = ["Erased    \(grouped(job.completedCount)) \(job.completedCount == 1 ? "person" : "people")."]
        guard let receipt = ErasureReceipt(json: job.detail) else { return lines[0] }
        lines.append(
            "          Blanked: \(counted(receipt.blankedFacts, "fact", "facts")) and "
                + "\(counted(receipt.redactedPlaces, "other place", "other places")).")
        if receipt.remains > 0 {
            lines.append(
                "Note      \(grouped(receipt.remains)) identities are still named by events of others, by settings or by work that waits.")
        }
        for backup in receipt.backups {
            let isThere = FileManager.default.fileExists(atPath: backup.path)
            lines.append("Backup    \(backup.path) of \(backup.at) holds them\(isThere ? "" : " (it is not there any more)").")
        }
        for path in receipt.keptAside { lines.append("Kept      \(path) may hold them; it was set aside by a restore.") }
        return lines.joined(separator: "\n")
    }
}
