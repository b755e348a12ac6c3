import ArgumentParser
import Facts
import PerennialServer
import Population
import Segments
import Shop
import Wording

/// `perennial segment create`.
struct SegmentCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Take a segment that is offered ready; its id is printed.",
        discussion: """
            The server must be stopped. While it runs, its API takes segments: POST /api/segments.
            """)

    @OptionGroup var folder: DataFolderFlag

    @Option(help: ArgumentHelp("Which: see perennial segment ready-made.", valueName: "id"))
    var readyMade: String

    @Option(help: ArgumentHelp("What to call it; by default as it is offered.", valueName: "name"))
    var name: String?

    @Option(help: "Of the name that it is offered under: en, fr or pl.")
    var language = Language.en

    func validate() throws {
        if let fault = name.flatMap({ SegmentDefinition.faultOf(name: $0) }) { throw ValidationError("--name \(fault).") }
    }

    func run() async throws {
        guard let segment = ReadyMadeSegment(rawValue: readyMade) else {
            let ids = ReadyMadeSegment.allCases.map(\.rawValue)
            throw failure(
                .usage,
                "No segment is offered as \(visible(readyMade)).\(NearestNames.advice(readyMade, among: ids)) perennial segment ready-made lists them."
            )
        }
        let words = Words(language)
        let progress = Progress()
        // What is proposed needs everybody's numbers, which only a look at the shop has; making a segment needs none.
        let condition = try await OpenShop.with(folder, beside: true, progress) { shop in
            let proposals = shop.segmentProposals
            guard let condition = segment.condition(proposals) else {
                let lacks = proposals.missing(for: segment).map { Words(.en)($0.lack) }
                progress.end()
                throw failure(.badData, "\(segment.rawValue) cannot be made. \(lacks.joined(separator: " "))")
            }
            return condition
        }
        let name = name ?? words(segment.title)
        try await OpenShop.with(folder, keepsModels: true, progress) { shop in
            let number = try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
                try shop.newSegment(named: name, condition, intake, by: OpenShop.who)
            }
            progress.stage("Finding out who is in")
            let isFound = shop.segments.waitUntilFound(number)
            progress.end()
            print(shop.ids.id(number))
            let members = grouped(shop.read { $0.memberSet(of: number).count })
            say("Made      \(visible(name)). \(isFound ? "In it: \(members)" : "Who is in is found out when the server starts").")
        }
    }
}
