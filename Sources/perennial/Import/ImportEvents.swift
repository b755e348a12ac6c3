import ArgumentParser
import Connectors
import Shop

/// `perennial import events`.
struct ImportEvents: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Take in what people did: opened mails, visits, anything with a time.",
        discussion: """
            The form is customer_id,metric,occurred_at,value,unique_id,properties; the last three may be missing, properties are a JSON \
            object. email may stand for customer_id or beside it. Metrics are taken as they are named. An event counts once: by its \
            unique id, else one of a customer, metric and second.
            """)

    @OptionGroup var flags: ImportFlags

    func validate() throws { try flags.check("events") }

    func run() throws {
        let progress = Progress()
        try flags.withShop(progress) { shop, options in
            progress.stage("Taking in")
            var reader = EventReader(options: options, rejects: try flags.rejectSink("events"))
            reader.progress = progress.whileReading
            reader.limitMetrics(known: shop.metricNames, most: Shop.mostMetrics)
            let events = EventImport(shop)
            let line = BatchLine<EventBatch> { (batch) throws(IntakeError) in try events.take(batch) }
            do {
                for path in flags.files { try reader.readEvents(path: path) { try line.add($0) } }
            } catch {
                // What was handed over is taken in all the same: reading it again changes nothing.
                try line.finish()
                throw error
            }
            let report = try reader.finish()
            try line.finish()
            progress.end()
            say(ImportText(report, events.counts, rejects: flags.rejectsPath("events")).text)
            try ImportText.checkNotAllRejected(rows: report.rows, rejected: report.rejectedRows)
            if let timings = progress.timings { say(timings) }
        }
    }
}
