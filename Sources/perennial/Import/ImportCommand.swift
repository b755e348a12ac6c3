import ArgumentParser

/// `perennial import`: files into the shop.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take orders, refunds, events or profiles from files into the shop.",
        discussion: """
            Nothing counts twice: a file can be imported again, and what it holds may have come by the API before.
            Rows that are not understood are written to a file with their line, their column and the reason.
            """,
        subcommands: [ImportOrders.self, ImportRefunds.self, ImportEvents.self, ImportProfiles.self])
}
