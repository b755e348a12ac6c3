import ArgumentParser
import Facts
import Foundation
import Journal
import Population
import Shop

/// `perennial person`: what people may ask of a shop that knows them.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract:
            "Give one person's data out, show what was predicted and their group, erase a person, note an objection to being profiled.",
        subcommands: [Export.self, Predictions.self, RFM.self, Erase.self, Object.self, Unobject.self])

    /// Who is meant, and where.
    struct Who: ParsableArguments {
        @OptionGroup var folder: DataFolderFlag

        @Argument(help: "An e-mail address, a profile's id, or any other identity of the person.")
        var person: String

        func find(in shop: Shop) throws -> ProfileNumber {
            guard let profile = shop.findPerson(person) else {
                throw failure(.noInput, "There is nobody known as \(person).")
            }
            return profile
        }
    }

    /// `perennial person export`.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write everything that is known of a person to a file, for that person.",
            discussion: """
                Works while the server runs. The file holds identities, attributes, consent with its proofs, lists, every event, orders, numbers \
                and predictions with their model, and what was done to the profile. Only its owner can read it.
                """)

        enum Form: String, CaseIterable, ExpressibleByArgument { case json, text }

        @OptionGroup var who: Who

        @Option(help: ArgumentHelp("The file to write; by default standard output.", valueName: "file"))
        var output: String?

        @Option(help: "json: one object, for programs. text: an outline, for people.")
        var format = Form.json

        func run() async throws {
            let progress = Progress()
            try await OpenShop.with(who.folder, beside: true, progress) { shop in
                guard let file = PersonFile(of: try who.find(in: shop), in: shop) else {
                    throw failure(.noInput, "There is nobody known as \(who.person).")
                }
                progress.stage("Writing")
                do throws(OutputFile.Failure) {
                    try write(file)
                } catch {
                    progress.end()
                    throw error.exit
                }
                progress.end()
                if let output { say("Written   \(output)") }
            }
        }

        private func write(_ file: PersonFile) throws(OutputFile.Failure) {
            let out = try output.map { (path) throws(OutputFile.Failure) in try OutputFile(path: path, isPrivate: true) } ?? OutputFile()
            let buffer = ByteBuffer(capacity: 1 << 16)
            do {
                try file.write(format == .json ? .json : .text) { bytes in
                    bytes.withUnsafeBytes { buffer.append($0) }
                    try out.write(buffer)
                }
            } catch {
                throw error as? OutputFile.Failure ?? .failed("\(error)")
            }
            try out.finish()
        }
    }

    /// `perennial person erase`.
    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase a person: from the profile to the last copy within the data folder. It cannot be taken back.",
            discussion: """
                The server must be stopped; while it runs, its API erases people. What stays is when something happened and keyed hashes, so that \
                the same order told again has no effect. Backups are not touched: those that hold the person are named.
                """)

        @OptionGroup var who: Who

        @Flag(help: "Do not ask.")
        var yes = false

        func run() async throws {
            let progress = Progress()
            try await OpenShop.with(who.folder, progress) { shop in
                let profile = try who.find(in: shop)
                progress.end()
                guard yes || Confirmation.isGiven("Erase \(who.person) for good?") else {
                    throw failure(.usage, "Nobody was erased. Say --yes, or answer yes on a terminal.")
                }
                try shop.jobs.start(shop)
                let job = try await shop.erase(profile, by: OpenShop.who)
                progress.stage("Erasing")
                let ended = try await shop.jobs.end(of: job.number, shop)
                progress.end()
                say(ReceiptText.of(ended))
            }
        }
    }

    /// `perennial person object`.
    struct Object: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that a person objects to being profiled: no predictions, no RFM scores. Orders still count as revenue.")

        @OptionGroup var who: Who

        func run() async throws { try await PersonCommand.setObjection(who, true) }
    }

    /// `perennial person unobject`.
    struct Unobject: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Note that a person objects no more.")

        @OptionGroup var who: Who

        func run() async throws { try await PersonCommand.setObjection(who, false) }
    }

    private static func setObjection(_ who: Who, _ isObjected: Bool) async throws {
        let progress = Progress()
        try await OpenShop.with(who.folder, progress) { shop in
            try await shop.setObjection(try who.find(in: shop), isObjected, by: OpenShop.who)
            progress.end()
            say("\(who.person) is \(isObjected ? "not profiled any more" : "profiled again").")
        }
    }
}
