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
        let progress = Progress()
        progress.stage("Copying")
        do throws(JournalError) {
            let journal = try Journal.openBeside(folder: folder.path)
            let report = try journal.backup(to: file, at: .now)
            try journal.close()
            progress.end()
            say("Written   \(file): \(grouped(report.lastSequence)) facts, \(grouped(report.byteCount)) bytes, verified.")
        } catch {
            progress.end()
            throw error.exit
        }
    }
}

/// `perennial restore`: back to a backup.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Check a backup and put it in place of the data folder's; what was there is kept beside it.")

    @OptionGroup var folder: DataFolderFlag

    @Argument(help: "A file that perennial backup wrote.")
    var file: String

    func run() throws {
        let progress = Progress()
        progress.stage("Checking the backup")
        do throws(JournalError) {
            let report = try Journal.restore(from: file, to: folder.path, at: .now)
            progress.end()
            say("Restored  \(folder.path) from \(file): \(grouped(report.lastSequence)) facts.")
            if let aside = report.keptAside { say("Kept      what was there before: \(aside)") }
        } catch {
            progress.end()
            throw error.exit
        }
    }
}
