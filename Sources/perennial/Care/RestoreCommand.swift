import ArgumentParser
import Facts
import Journal
import Shop

/// `perennial restore`: back to a backup.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Check a backup and put it in place of the data folder's; what was there is kept beside it.",
        discussion: """
            A backup knows nothing of what was done after it. Whoever was erased since is erased again, keys that were revoked since are revoked \
            again, removed users stay removed and passwords stay as they are, objections and withdrawn consent hold: as far as what was there \
            before can be read. Everybody signs in again.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Flag(help: "Leave everything as it is in the backup, people who were erased since among it; it is only said what came back.")
    var asItWas = false

    @Argument(help: "A file that perennial backup wrote.")
    var file: String

    func run() async throws {
        let progress = Progress()
        progress.stage("Checking the backup")
        let undone: UndoneByRestore
        do throws(JournalError) {
            let report = try Journal.restore(from: file, to: folder.path, at: .now)
            progress.end()
            say("Restored  \(folder.path) from \(file): \(counted(report.lastSequence, "fact", "facts")).")
            if let aside = report.keptAside { say("Kept      what was there before: \(aside)") }
            progress.stage("Looking for what was done after the backup")
            undone = try UndoneByRestore(folder: folder.path)
        } catch {
            progress.end()
            throw error.exit
        }
        progress.end()
        RestoreText.warnings(undone).forEach { say($0) }
        guard !undone.isEmpty else { return }
        try await OpenShop.with(folder, progress) { shop in
            let people = shop.comeBack(undone)
            let lines = RestoreText.lines(undone, people: people.count, isDoneAgain: !asItWas)
            if asItWas {
                progress.end()
                return lines.forEach { say($0) }
            }
            try await shop.doAgain(undone, by: OpenShop.who)
            if !people.isEmpty {
                progress.stage("Erasing")
                try shop.jobs.start(shop)
                let job = try await shop.erase(people, by: OpenShop.who, reason: "erased before the restore")
                _ = try await shop.jobs.end(of: job.number, shop)
            }
            progress.end()
            lines.forEach { say($0) }
        }
    }
}
