import ArgumentParser
import Connectors
import Facts
import Foundation
import Journal
import Shop

/// What every import is told: the files, the folder, where rejected rows go, and how text is understood.
struct ImportFlags: ParsableArguments {
    @Argument(help: "The files: CSV, plain or gzip; - reads standard input.")
    var files: [String]

    @OptionGroup var folder: DataFolderFlag

    @Option(
        help: ArgumentHelp(
            "Where rejected rows are written with line, column and reason; by default rejected-KIND.csv in the current folder.",
            valueName: "file"))
    var rejects: String?

    @Option(help: ArgumentHelp("The zone of times without one; by default the shop's. A new shop takes it as its own.", valueName: "zone"))
    var timeZone: String?

    @OptionGroup var text: TextFlags

    /// Where rejected rows go.
    func rejectsPath(_ kind: String) -> String { rejects ?? "rejected-\(kind).csv" }

    /// Checks the names of the files.
    func check(_ kind: String) throws {
        try FileNames.check(read: files, written: [("--rejects", rejectsPath(kind))])
    }

    /// The file of rejected rows. One that nobody asked for appears only where a row is rejected.
    func rejectSink(_ kind: String) throws -> RejectSink {
        do throws(ReadingError) {
            return try RejectSink(path: rejectsPath(kind), isKeptEmpty: rejects != nil)
        } catch {
            var error = error
            if rejects == nil { error.advice = "Name another place with --rejects FILE." }
            throw error.exit
        }
    }

    /// Opens the shop, does the work, and closes the shop, whatever comes of it.
    func withShop(_ progress: Progress, _ work: (Shop, ReadingOptions) throws -> Void) throws {
        for file in files {
            if let error = ReadingError.ofUnreadable(path: file) { throw error.exit }
        }
        var options = ReadingOptions()
        try text.add(to: &options)
        let zone = try timeZone.map { try TextFlags.zone($0) }
        progress.stage("Opening the shop")
        let shop: Shop
        do throws(JournalError) {
            shop = try Shop.open(folder: folder.path, keepsModels: false)
        } catch {
            progress.end()
            guard error.code == .inUse else { throw error.exit }
            throw failure(.inUse, error.message + " A running server takes the same through its API.")
        }
        // A shop is closed also where reading ends in a question: nothing was taken in then, or all that was is on the disk.
        defer {
            progress.end()
            shop.close()
        }
        do {
            try shop.adopt(currency: nil, timeZone: zone, by: "import")
            options.timeZone = zone ?? shop.settings.timeZone
            try work(shop, options)
        } catch let error as ReadingError {
            progress.end()
            throw error.exit
        } catch let error as IntakeError {
            progress.end()
            throw error.exit
        }
    }
}
