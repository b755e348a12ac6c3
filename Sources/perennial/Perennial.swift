import ArgumentParser
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program. Each command is a file of its own.
@main
struct Perennial: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "perennial",
        abstract: "Customer value for shops: who will come back, and what they will be worth.",
        discussion: "Start with a file of orders: perennial analyze orders.csv",
        version: Version.text,
        subcommands: [
            Analyze.self, BacktestCommand.self, RFMCommand.self, RFMSettingsCommand.self, RFMModelsCommand.self,
            ServeCommand.self, DemoCommand.self,
            KeyCommand.self, UserCommand.self,
            CheckCommand.self, RebuildCommand.self,
            ImportCommand.self, BackupCommand.self, RestoreCommand.self, PersonCommand.self, RetentionCommand.self, SegmentCommand.self,
            MetricCommand.self, OrderValueCommand.self, LaterValueCommand.self,
            ExportCommand.self,
            RatesCommand.self, PlacesCommand.self,
            Version.self,
        ])

    static func main() async {
        // A reader who closes a pipe (`| head`) is met as an error of write(2), not by a signal that kills.
        signal(SIGPIPE, SIG_IGN)
        await main(nil)
    }
}
