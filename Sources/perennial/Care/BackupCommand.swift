import ArgumentParser
import Journal

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
            try journal.backup(to: file)
            try journal.close()
        } catch {
            progress.end()
            throw error.exit
        }
        progress.end()
        say("Written   \(file)")
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
            try Journal.restore(from: file, to: folder.path)
        } catch {
            progress.end()
            throw error.exit
        }
        progress.end()
        say("Restored  \(folder.path) from \(file)")
    }
}
