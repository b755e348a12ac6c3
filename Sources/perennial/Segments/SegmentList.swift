import ArgumentParser
import Facts
import Population
import Shop

/// `perennial segment list`.
struct SegmentList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the segments: id, name and how many are in.", discussion: "Works while the server runs.")

    @OptionGroup var folder: DataFolderFlag

    func run() async throws {
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            progress.end()
            let segments = shop.definitions.segments
            guard !segments.isEmpty else {
                return say(
                    "There are no segments. Take one that is offered (perennial segment ready-made), or make your own: POST /api/segments.")
            }
            var rows = [["id", "members", "name"]]
            var isWaiting = false
            for segment in segments {
                let isProcessing = shop.isProcessing(segment)
                let count = isProcessing ? "not yet" : grouped(shop.read { $0.memberCount(of: segment.number) })
                rows.append([shop.ids.id(segment.number), count, visible(segment.name)])
                isWaiting = isWaiting || isProcessing
            }
            print(aligned(rows, leftLast: true))
            if isWaiting { say("not yet: who is in is found out by a running server, once the segment was made or changed.") }
        }
    }
}
