import ArgumentParser

/// `perennial metric`: kinds of events, and custom metrics that are made of them.
struct MetricCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metric",
        abstract: "List metrics, make custom metrics of them, choose which are orders, and see what that changed for whom.",
        subcommands: [
            MetricList.self, MetricShow.self, MetricCreate.self, MetricDelete.self, MetricMap.self, MetricPreview.self,
            MetricChanges.self,
        ])
}
