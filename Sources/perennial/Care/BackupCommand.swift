import ArgumentParser
import Facts
import Journal
import Shop

/// `perennial backup`: a copy that can be restored, also while the server runs.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a copy of the shop's data to a file, also while the server runs.")

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: "The file to write. It must not be there yet.")
    var file: String

    func run() throws {
        try folder.requireShop()
        let progress = Progress()
        progress.stage("Copying")
        do throws(JournalError) {
            let journal = try Journal.openBeside(folder: folder.path)
            let report = try journal.backup(to: file, at: .now)
            try journal.close()
            progress.end()
            say("Written   \(file): \(counted(report.lastSequence, "fact", "facts")), \(grouped(report.byteCount)) bytes, verified.")
        } catch {
            progress.end()
            throw error.exit
        }
    }
}
