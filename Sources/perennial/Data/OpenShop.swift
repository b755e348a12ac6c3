import ArgumentParser
import Facts
import Journal
import Shop

/// A shop that is opened for one command.
enum OpenShop {
    /// Opens the shop of a folder, which must be there, works on it, and closes it.
    ///
    /// - Parameter beside: whether a server may have it open: then nothing can be changed.
    static func with<Result>(
        _ folder: DataFolderFlag, beside: Bool = false, _ progress: Progress, _ body: (Shop) async throws -> Result
    ) async throws -> Result {
        try folder.requireShop()
        let shop: Shop
        do throws(JournalError) {
            shop =
                try beside
                ? Shop.openBeside(folder: folder.path, progress: { stage, _ in progress.stage(stage) })
                : Shop.open(folder: folder.path, keepsModels: false, progress: { stage, _ in progress.stage(stage) })
        } catch {
            progress.end()
            throw error.exit
        }
        defer {
            shop.close()
            progress.end()
        }
        do {
            return try await body(shop)
        } catch let error as IntakeError {
            progress.end()
            throw error.exit
        } catch let error as JournalError {
            progress.end()
            throw error.exit
        }
    }

    /// Who a command is done for, in the audit log.
    static let who = "command line"
}
