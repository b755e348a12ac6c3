import ArgumentParser
import Facts
import Journal
import Segments
import Shop

/// A shop that is opened for one command.
enum OpenShop {
    /// Opens the shop of a folder, which must be there, works on it, and closes it.
    ///
    /// - Parameters:
    ///   - beside: whether a server may have it open: then nothing can be changed.
    ///   - keepsModels: whether, where none has, customers are scored and it is found out who is in segments.
    static func with<Result>(
        _ folder: DataFolderFlag, beside: Bool = false, keepsModels: Bool = false, _ progress: Progress,
        _ body: (Shop) async throws -> Result
    ) async throws -> Result {
        try folder.requireShop()
        let shop: Shop
        do throws(JournalError) {
            shop =
                try beside
                ? Shop.openBeside(folder: folder.path, progress: { stage, _ in progress.stage(stage) })
                : Shop.open(folder: folder.path, keepsModels: keepsModels, progress: { stage, _ in progress.stage(stage) })
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

    /// Opens the shop of a folder to look at definitions, now or as it was known; a server may have it open.
    static func toLook(_ folder: DataFolderFlag, known: Known?, conditions: [Condition], _ progress: Progress) throws -> Shop {
        try known?.require(in: folder.path)
        let told: (String, Double) -> Void = { stage, _ in progress.stage(stage) }
        let path = folder.path
        do throws(JournalError) {
            switch known {
            case nil: return try Shop.openBeside(folder: path, conditions: conditions, progress: told)
            case .moment(let moment): return try Shop.openAsKnown(before: moment, folder: path, conditions: conditions, progress: told)
            case .day(let day): return try Shop.openAsKnown(on: day, folder: path, conditions: conditions, progress: told)
            }
        } catch {
            progress.end()
            throw error.exit
        }
    }

    /// Who a command is done for, in the audit log.
    static let who = "command line"
}
