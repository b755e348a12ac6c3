import ArgumentParser
import Foundation
import Journal

/// The flag of every command that works on a shop's data.
struct DataFolderFlag: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the shop's data. Environment: PERENNIAL_DATA.", valueName: "folder"))
    var data: String?

    /// Where the data are: the flag, the environment, or a folder here.
    var path: String {
        data ?? ProcessInfo.processInfo.environment["PERENNIAL_DATA"].flatMap { $0.isEmpty ? nil : $0 } ?? "./perennial-data"
    }

    /// Ends a command that works on a shop where there is none, before anything is made.
    func requireShop() throws {
        guard Journal.exists(in: path) else {
            throw failure(.noInput, "There is no shop in \(path). Name the folder by --data.")
        }
    }
}
