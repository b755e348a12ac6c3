import ArgumentParser

/// `perennial order-value`: what an order is worth on average.
struct OrderValueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order-value", abstract: "Show the average order value over time, and enter what others have.",
        subcommands: [OrderValueShow.self, OrderValueBenchmarkCommand.self])
}
