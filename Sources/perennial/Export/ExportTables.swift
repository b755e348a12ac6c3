import ArgumentParser
import Facts
import Foundation
import Journal
import Shop

/// `perennial export tables`.
struct ExportTables: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables", abstract: "Write the shop as the tables that perennial segment sql asks.",
        discussion: """
            Works while the server runs. The folder gets a file of CSV for each table, and duckdb.sql and spark.sql, which read them. Nobody but you \
            may read the files: they hold everything that is known of everybody.

            Examples:
              perennial export tables ./tables --data FOLDER
              cd tables && duckdb shop.duckdb < duckdb.sql
            """)

    @OptionGroup var folder: DataFolderFlag

    @Argument(
        help: ArgumentHelp("The folder to write to; made where it is missing. Files of an earlier time are replaced.", valueName: "folder"))
    var output: String

    func run() async throws {
        try folder.requireShop()
        do {
            try FileManager.default.createDirectory(
                atPath: output, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw failure(.cannotCreate, "The folder \(visible(output)) cannot be made: \(error.localizedDescription)")
        }
        let progress = Progress()
        try await OpenShop.with(folder, beside: true, progress) { shop in
            let moment = "\(shop.clock())"
            let export = TableExport(shop)
            var lines: [String] = []
            for table in SQLTable.allCases {
                progress.stage("Writing \(table.fileName)")
                lines.append("Written   \(table.fileName): \(counted(try write(table, of: export, progress), "row", "rows"))")
            }
            for (name, isForSpark) in [("duckdb.sql", false), ("spark.sql", true)] {
                try write(Array(TableExport.statements(isForSpark: isForSpark).utf8), to: name)
            }
            progress.end()
            for line in lines { say(line) }
            say("Written   duckdb.sql and spark.sql, which read them. Ask of this moment: perennial segment sql FILE --as-of \(moment)")
        }
    }

    private func write(_ table: SQLTable, of export: TableExport, _ progress: Progress) throws -> Int {
        do {
            let file = try OutputFile(path: output + "/" + table.fileName, isPrivate: true)
            let buffer = ByteBuffer(capacity: 1 << 20)
            let rows = try export.write(table) { bytes in
                bytes.withUnsafeBytes { buffer.append($0) }
                try file.write(buffer)
            }
            try file.finish()
            return rows
        } catch let error as OutputFile.Failure {
            progress.end()
            throw error.exit
        } catch let error as JournalError {
            progress.end()
            throw error.exit
        }
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        do throws(OutputFile.Failure) {
            let file = try OutputFile(path: output + "/" + name)
            let buffer = ByteBuffer(capacity: bytes.count)
            bytes.withUnsafeBytes { buffer.append($0) }
            try file.write(buffer)
            try file.finish()
        } catch {
            throw error.exit
        }
    }
}
