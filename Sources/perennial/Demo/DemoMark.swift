import DemoShop
import Facts
import JSON
import Journal
import Shop

/// Which demo a shop is: kept in its journal, so that a demo is never poured into another shop, or over another demo.
struct DemoMark: Equatable {
    /// The setting under which the journal keeps it.
    static let settingKey = "demo"

    var seed: UInt64
    var customers: Int
    /// The moment at which the history ends.
    var asOf: Instant
    /// Whether the shop stands on that day whenever it is served, or goes with the clock.
    var isDayFixed: Bool
    /// Whether everything was taken in.
    var isComplete = false

    /// As a JSON object.
    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("seed", seed)
            writer.member("customers", customers)
            writer.member("as_of", asOf.secondsSince1970)
            writer.member("is_day_fixed", isDayFixed)
            writer.member("is_complete", isComplete)
        }
        return writer.text
    }

    /// The demo that the flags ask for, as of now where they name no day.
    init(seed: UInt64, customers: Int, day: ShopDay?) {
        self.seed = seed
        self.customers = customers
        asOf = day.map { DemoShop(asOf: $0).asOf } ?? .now
        isDayFixed = day != nil
    }

    /// Of a JSON object; `nil` for another.
    init?(json: String) {
        guard let root = try? JSONDocument(json).root, let seed = root["seed"]?.uint64, let customers = root["customers"]?.int,
            let asOf = root["as_of"]?.int
        else { return nil }
        self.seed = seed
        self.customers = Int(customers)
        self.asOf = Instant(secondsSince1970: asOf)
        isDayFixed = root["is_day_fixed"]?.bool ?? false
        isComplete = root["is_complete"]?.bool ?? false
    }

    var shop: DemoShop { DemoShop(customers: customers, seed: seed, asOf: asOf) }

    /// Whether this is the demo that the flags ask for. Without a day they mean whichever the demo was made for.
    func isAsked(seed: UInt64, customers: Int, day: ShopDay?) -> Bool {
        seed == self.seed && customers == self.customers && day.map { shop.timeZone.day(of: asOf) == $0 } ?? true
    }

    /// The demo of a folder; `nil` where nothing is in the folder yet. Ends the command where a shop is that is no demo.
    static func found(in folder: String) throws -> DemoMark? {
        guard Journal.exists(in: folder) else { return nil }
        do throws(JournalError) {
            let journal = try Journal.openBeside(folder: folder)
            defer { try? journal.close() }
            if let mark = try journal.setting(settingKey).flatMap({ DemoMark(json: $0) }) { return mark }
            // A key that was made ahead is no shop yet.
            let (settings, users) = (try journal.setting(ShopSettings.settingKey), try journal.users())
            if journal.lastSequence == 0, settings == nil, users.isEmpty { return nil }
        } catch {
            throw error.exit
        }
        throw failure(
            .cannotCreate, "The folder \(folder) holds a shop that is no demo. Nothing was changed. Name another folder: --data.")
    }

    /// What it is, in words.
    var words: String {
        "--seed \(seed) --customers \(customers), as of \(shop.timeZone.day(of: asOf))"
    }
}
