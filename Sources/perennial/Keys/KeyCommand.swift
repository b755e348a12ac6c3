import ArgumentParser
import Facts
import Foundation
import Journal
import PerennialServer
import Shop

/// `perennial key`: the keys by which programs call the API.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make, list and revoke the keys by which programs call the API.",
        subcommands: [Create.self, List.self, Revoke.self])

    /// `perennial key create`.
    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key and print it, alone on standard output. It is shown this once: only its hash is kept.",
            discussion: """
                Works while the server runs, which takes the key within two seconds. A folder that is not there is made: keys may come before the \
                first start.
                """)

        @OptionGroup var folder: DataFolderFlag

        @Option(help: "What to call it.")
        var name = "API"

        @Option(
            parsing: .upToNextOption,
            help: ArgumentHelp("What it may do, such as profiles:read events:write; by default everything.", valueName: "scope"))
        var scope: [String] = []

        func run() throws {
            let scopes = scope.flatMap { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
            do throws(UnknownScope) {
                _ = try ScopeSet(names: scopes)
            } catch {
                throw ValidationError(error.description)
            }
            let secret = try beside(folder.path) { (journal) throws(JournalError) in
                try APIKey.make(name: name, scopes: Set(scopes), by: OpenShop.who, at: .now, in: journal)
            }
            print(secret)
        }
    }

    /// `perennial key list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the keys: what each may do, when it was made and last used.")

        @OptionGroup var folder: DataFolderFlag

        func run() throws {
            try folder.requireShop()
            try beside(folder.path) { (journal) throws(JournalError) in
                let keys = try journal.apiKeys()
                guard !keys.isEmpty else { return say("There are no keys. Make one: perennial key create --data \(folder.path)") }
                var rows = [["number", "name", "scopes", "created", "last used", "revoked"]]
                for key in keys {
                    rows.append([
                        "\(key.number)", visible(key.name), key.scopes.sorted().joined(separator: ","), key.createdAt.description,
                        key.lastUsedAt?.description ?? "never", key.revokedAt?.description ?? "",
                    ])
                }
                print(aligned(rows, leftLast: true))
            }
        }
    }

    /// `perennial key revoke`.
    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke a key by its number: a running server refuses it within two seconds.")

        @OptionGroup var folder: DataFolderFlag

        @Argument(help: "The key's number, from perennial key list.")
        var number: UInt64

        func run() throws {
            try folder.requireShop()
            try beside(folder.path) { (journal) throws(JournalError) in
                guard try journal.revokeKey(number, by: "command line", at: .now) else {
                    return say("The key \(number) is revoked already.")
                }
                say("The key \(number) is revoked.")
            }
        }
    }
}

/// Opens a journal beside a server that may be running, works on it, and closes it.
private func beside<Result>(_ folder: String, _ body: (Journal) throws(JournalError) -> Result) throws -> Result {
    do throws(JournalError) {
        let journal = try Journal.openBeside(folder: folder)
        let result = try body(journal)
        try journal.close()
        return result
    } catch {
        throw error.exit
    }
}
