import ArgumentParser

/// `perennial segment`: whom segments mean.
struct SegmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment", abstract: "List segments, and find out whom definitions mean.",
        subcommands: [SegmentList.self, SegmentEvaluate.self])
}
