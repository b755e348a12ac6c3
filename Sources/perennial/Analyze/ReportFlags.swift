public import ArgumentParser
import Connectors
import CustomerValue
import Facts
import Foundation
import Reports
public import Wording

/// The flags of the report.
struct ReportFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write a report for people to this file: one page of HTML that needs nothing but itself.", valueName: "file.html"))
    var report: String?

    @Option(help: "The language of the report and of the reasons in JSON: en, fr or pl.")
    var language = Language.en

    @Flag(help: "Name customers in the report. Without it no identifier or address is in it, so that it can be passed on.")
    var showCustomers = false

    func validate() throws {
        guard let report else {
            if showCustomers { throw ValidationError("--show-customers is about the report: give --report FILE.html too.") }
            return
        }
        guard report != "-" else { throw ValidationError("--report takes the name of a file, not -.") }
    }

    /// Opens the place of the report before any work is done.
    func open() throws -> OutputFile? {
        guard let report else { return nil }
        do {
            return try OutputFile(path: report)
        } catch {
            throw error.exit
        }
    }

    /// Puts the report together and makes it appear at its place.
    func write(_ analysis: Analysis, today: ShopDay, intake: IntakeReport, value: ValueBasis, to file: OutputFile) throws(OutputFile
        .Failure)
    {
        let report = Report(
            analysis, today: today, reading: ReadingFacts(intake), language: language, showsCustomers: showCustomers,
            countedValue: value.counted,
            version: Version.text)
        let html = report.html
        let buffer = ByteBuffer(capacity: html.utf8.count)
        buffer.append(html)
        try file.write(buffer)
        try file.finish()
    }
}

extension Language: ExpressibleByArgument {}
