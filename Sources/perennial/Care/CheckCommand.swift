import ArgumentParser
import Facts
import Journal
import Population
import Shop

/// `perennial check`: is everything that was taken in still there and readable?
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the data folder: the store's integrity, every fact, and that the shop can be built from them.",
        discussion: "The server must be stopped. Nothing is changed, neither the store's file nor its log.")

    @OptionGroup var folder: DataFolderFlag

    func run() throws {
        try folder.requireShop()
        let progress = Progress()
        do throws(JournalError) {
            progress.stage("Checking the store")
            let journal = try Journal.openUnchanged(folder: folder.path)
            let findings = try journal.check().findings
            try journal.close()
            guard findings.isEmpty else {
                progress.end()
                for finding in findings { say("  \(finding)") }
                throw JournalError(
                    .damaged,
                    "The data folder \(folder.path) has \(counted(findings.count, "fault", "faults")), listed above. Restore a backup: perennial restore."
                )
            }
            progress.stage("Building the shop")
            let shop = try Shop.openUnchanged(folder: folder.path)
            let (facts, profiles, events) = shop.read { ($0.sequence, $0.liveProfileCount, $0.eventCount) }
            shop.close()
            progress.end()
            say(
                "The data folder \(folder.path) is sound: \(counted(facts, "fact", "facts")), \(counted(profiles, "profile", "profiles")), "
                    + "\(counted(events, "event", "events"))."
            )
        } catch {
            progress.end()
            throw error.exit
        }
    }
}
