public import ArgumentParser
import Facts
import Foundation
import Journal
public import PerennialServer
import Shop

/// `perennial user`: the people who sign in to the pages.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "List who signs in to the pages, let somebody in, give out a new password link, shut somebody out.",
        discussion: "All of it works while the server runs, and at once.",
        subcommands: [List.self, Add.self, ResetPassword.self, Remove.self])

    /// `perennial user list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List who may sign in, and who was removed.")

        @OptionGroup var folder: DataFolderFlag

        func run() throws {
            try UserCommand.beside(folder) { (journal) throws(JournalError) in
                let users = try journal.users()
                guard !users.isEmpty else { return say("There are no users. The first owner's link is printed when the server starts.") }
                var rows = [["number", "role", "since", "password", "removed", "e-mail"]]
                for user in users {
                    rows.append([
                        "\(user.number)", visible(user.role), user.createdAt.description, user.password == nil ? "none yet" : "set",
                        user.disabledAt?.description ?? "", visible(user.email),
                    ])
                }
                print(aligned(rows, leftLast: true))
            }
        }
    }

    /// Who is meant, and where the pages are.
    struct Who: ParsableArguments {
        @OptionGroup var folder: DataFolderFlag

        @Option(
            help: ArgumentHelp(
                "Where people reach the server, for the link (http://localhost:8080). Environment: PERENNIAL_PUBLIC_URL.", valueName: "url")
        )
        var publicURL: String?

        @Argument(help: "The e-mail address by which the person signs in.")
        var email: String

        func validate() throws {
            guard UserCommand.isAddress(folded) else { throw ValidationError("\"\(visible(email))\" is no e-mail address.") }
        }

        /// As it is kept.
        var folded: String { email.lowercased().filter { !$0.isWhitespace } }

        /// Prints a link in full, alone on standard output.
        func tell(_ link: PasswordLink) {
            let url = publicURL ?? ProcessInfo.processInfo.environment["PERENNIAL_PUBLIC_URL"].flatMap { $0.isEmpty ? nil : $0 }
            let base = url ?? "http://localhost:8080"
            print((base.hasSuffix("/") ? String(base.dropLast()) : base) + link.path)
            if url == nil { say("Where the server is reached by another address, begin the link with that, or give --public-url.") }
        }
    }

    /// `perennial user add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let somebody in, and print the link by which they set a password. It works once, for a day.",
            discussion: "Whoever was removed is let in again.")

        @OptionGroup var who: Who

        @Option(help: "The name that pages show.")
        var name: String?

        @Option(
            help: ArgumentHelp(
                "owner, manager: everything that concerns customers; analyst: reads only. Without it the first is an owner, others managers.",
                valueName: "role"))
        var role: UserRole?

        func run() throws {
            try UserCommand.beside(who.folder) { (journal) throws(JournalError) in
                let users = try journal.users()
                let change: UserChange
                do throws(UserChange.Refusal) {
                    change = try UserChange.letIn(
                        who.folded, name: name, role: role, among: users, number: journal.nextNumber(.user), by: OpenShop.who, at: .now)
                } catch {
                    throw JournalError(
                        .cannotCreate, "\(who.folded) is let in already. For a new link: perennial user reset-password \(who.folded)")
                }
                try UserCommand.write(change, journal)
                if let link = change.link { who.tell(link) }
            }
        }
    }

    /// `perennial user reset-password`.
    struct ResetPassword: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset-password",
            abstract: "Take somebody's password away, and print the link by which they set another, alone on standard output.",
            discussion: "The old password and all sessions end at once. The link works once, for a day.")

        @OptionGroup var who: Who

        func run() throws {
            try UserCommand.beside(who.folder) { (journal) throws(JournalError) in
                let change = UserChange.newPassword(of: try UserCommand.user(who.folded, journal), by: OpenShop.who, at: .now)
                try UserCommand.write(change, journal)
                if let link = change.link { who.tell(link) }
            }
        }
    }

    /// `perennial user remove`.
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shut somebody out: the password and all sessions end at once.")

        @OptionGroup var who: Who

        func run() throws {
            try UserCommand.beside(who.folder) { (journal) throws(JournalError) in
                let user = try UserCommand.user(who.folded, journal)
                try UserCommand.write(.remove(user, by: OpenShop.who, at: .now), journal)
                say("\(user.email) may not sign in any more.")
                let left = try journal.users().filter { $0.disabledAt == nil }
                if left.isEmpty {
                    say("Nobody may sign in now. Let somebody in: perennial user add ADDRESS --data \(who.folder.path)")
                } else if !left.contains(where: { UserRole(stored: $0.role) == .owner }) {
                    say(
                        "No owner is left, who alone sees people and keys: perennial user add ADDRESS --role owner --data \(who.folder.path)"
                    )
                }
            }
        }
    }

    private static func user(_ email: String, _ journal: Journal) throws(JournalError) -> UserRow {
        guard let user = try journal.user(email: email), user.disabledAt == nil else {
            throw JournalError(.missing, "Nobody signs in as \(email). See perennial user list.")
        }
        return user
    }

    private static func write(_ change: UserChange, _ journal: Journal) throws(JournalError) {
        try journal.commit(JournalBatch(recordedAt: .now, writes: change.writes))
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && text.utf8.count <= 254 && visible(text) == text
    }

    /// Opens the journal of a shop beside a server that may be running, works on it, and closes it.
    private static func beside(_ folder: DataFolderFlag, _ body: (Journal) throws(JournalError) -> Void) throws {
        try folder.requireShop()
        do throws(JournalError) {
            let journal = try Journal.openBeside(folder: folder.path)
            try body(journal)
            try journal.close()
        } catch {
            throw error.exit
        }
    }
}

extension UserRole: ExpressibleByArgument {}
