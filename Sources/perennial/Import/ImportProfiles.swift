public import ArgumentParser
import Connectors
import Population
import Shop

/// `perennial import profiles`.
struct ImportProfiles: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles", abstract: "Take in people: who they are, which lists they are in, what they agreed to.",
        discussion: """
            The form is customer_id,email,country,list_NAME,created_at and more: columns that are named as attributes of a profile become \
            these, list_NAME fills the list NAME, every other column becomes a property. Exports of Klaviyo and Mailchimp are understood \
            as they are; consent keeps the name of the file as its proof. Empty cells change nothing.
            """)

    @OptionGroup var flags: ImportFlags

    @Option(help: ArgumentHelp("A list that everybody in the files joins; made where there is none of that name.", valueName: "name"))
    var list: String?

    @Option(help: "Whether the people of Mailchimp's files agreed to get mail, where the files' names do not say it.")
    var consent: FileConsent?

    func validate() throws {
        try flags.check("profiles")
        if let list, list.isEmpty { throw ValidationError("--list needs the name of a list.") }
    }

    func run() throws {
        let progress = Progress()
        try flags.withShop(progress) { shop, options in
            progress.stage("Taking in")
            var reader = ProfileReader(options: options, consent: consent, rejects: try flags.rejectSink("profiles"))
            reader.progress = progress.whileReading
            reader.limitProperties(known: shop.read { $0.propertyNames }, most: Shop.mostProperties)
            let profiles = try ProfileImport(shop, list: list)
            let line = BatchLine<ProfileBatch> { (batch) throws(IntakeError) in try profiles.take(batch) }
            do {
                for path in flags.files { try reader.readProfiles(path: path) { try line.add($0) } }
            } catch {
                // What was handed over is taken in all the same: reading it again changes nothing.
                try line.finish()
                throw error
            }
            let report = try reader.finish()
            try line.finish()
            progress.end()
            say(ImportText(report, profiles.counts, rejects: flags.rejectsPath("profiles")).text)
            try ImportText.checkNotAllRejected(rows: report.rows, rejected: report.rejectedRows)
            if let timings = progress.timings { say(timings) }
        }
    }
}

extension FileConsent: ExpressibleByArgument {}
