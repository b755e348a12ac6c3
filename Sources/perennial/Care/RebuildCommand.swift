import ArgumentParser
import CustomerValue
import Facts
import Journal
import Population
import Shop

/// `perennial rebuild`: everything derived, from the facts anew.
struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Build everything derived from the facts anew, and pack their blocks.",
        discussion:
            "Nothing derived is kept beside the facts, so every start is a rebuild. Models are facts: they are read again, not fitted again."
    )

    @OptionGroup var folder: DataFolderFlag

    func run() throws {
        try folder.requireShop()
        let progress = Progress()
        do throws(JournalError) {
            let shop = try Shop.open(folder: folder.path, progress: { stage, _ in progress.stage(stage) })
            progress.stage("Packing")
            while try shop.journal.compact() {}
            let (facts, profiles, events) = shop.read { ($0.sequence, $0.liveProfileCount, $0.eventCount) }
            let customers = shop.models.standing.totals?.customers ?? 0
            shop.close()
            progress.end()
            say(
                "Rebuilt from \(counted(facts, "fact", "facts")): \(counted(profiles, "profile", "profiles")), "
                    + "\(counted(events, "event", "events")), \(counted(customers, "customer", "customers"))."
            )
        } catch {
            progress.end()
            throw error.exit
        }
    }
}
