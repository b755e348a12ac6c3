import ArgumentParser

/// `perennial segment`: whom segments mean.
struct SegmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment",
        abstract: "List and make segments, show what they are worth, find out whom definitions mean and why, and write them as SQL.",
        subcommands: [
            SegmentList.self, SegmentShow.self, SegmentReadyMade.self, SegmentCreate.self, SegmentCount.self, SegmentExplain.self,
            SegmentEvaluate.self, SegmentSQL.self,
        ])
}
