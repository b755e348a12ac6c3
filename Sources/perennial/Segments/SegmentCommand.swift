import ArgumentParser

/// `perennial segment`: whom segments mean.
struct SegmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment", abstract: "List segments, show what they are worth, and find out whom definitions mean.",
        subcommands: [SegmentList.self, SegmentShow.self, SegmentEvaluate.self])
}
