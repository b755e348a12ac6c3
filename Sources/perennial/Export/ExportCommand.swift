import ArgumentParser

/// `perennial export`: what a shop knows, as files for other programs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write profiles with their numbers, or all tables, as CSV.",
        subcommands: [ExportProfiles.self, ExportTables.self])
}
