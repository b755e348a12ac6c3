import DemoShop
import Facts
import JSON
import Journal
import Shop

/// Takes a demo shop in.
struct DemoIntake {
    let shop: Shop
    let mark: DemoMark
    private let demo: DemoShop

    init(shop: Shop, mark: DemoMark) {
        self.shop = shop
        self.mark = mark
        demo = mark.shop
    }

    private static let factsAtOnce = 2_000

    func run(_ progress: Progress) throws(IntakeError) {
        try shop.tellingOfPast { () throws(IntakeError) in try takeIn(progress) }
    }

    private func takeIn(_ progress: Progress) throws(IntakeError) {
        try note(mark)
        try introduce()
        let lists = try makeLists()
        var waiting: [DemoFact] = []
        var count = 0
        func flush() throws(IntakeError) {
            let facts = waiting
            try shop.writeAndWait(weight: facts.count * 512) { (intake) throws(IntakeError) in
                for fact in facts { try fact.take(intake, lists: lists) }
            }
            count += facts.count
            waiting.removeAll(keepingCapacity: true)
            progress.stage("Taking in the shop: \(grouped(count)) facts")
        }
        do {
            try demo.forEach { fact in
                waiting.append(fact)
                if waiting.count == Self.factsAtOnce { try flush() }
            }
            try flush()
        } catch {
            throw error as? IntakeError ?? .conflict("\(error)")
        }
        var complete = mark
        complete.isComplete = true
        try note(complete)
    }

    /// Keeps which demo this is, before the first of its facts.
    private func note(_ mark: DemoMark) throws(IntakeError) {
        let json = mark.json
        try shop.writeAndWait(isAlone: true) { (intake) throws(IntakeError) in
            intake.write(.setting(SettingChange(key: DemoMark.settingKey, value: json, at: intake.now, who: "demo")))
        }
    }

    /// The shop's own settings, where it has none yet.
    private func introduce() throws(IntakeError) {
        guard shop.settings.currency == nil else { return }
        var settings = shop.settings
        settings.name = DemoShop.name
        settings.website = DemoShop.website
        settings.contactEmail = "hello@example.com"
        settings.currency = demo.currency
        settings.timeZone = demo.timeZone
        let written = settings
        try shop.writeAndWait(isAlone: true) { (intake) throws(IntakeError) in intake.write(written.written(by: "demo", at: intake.now)) }
    }

    /// The lists by name, made where they are not there.
    private func makeLists() throws(IntakeError) -> [String: ListNumber] {
        var numbers: [String: ListNumber] = [:]
        for definition in shop.definitions.all(.list) {
            guard let name = (try? JSONDocument(definition.body))?.root["name"]?.string else { continue }
            numbers[name] = ListNumber(UInt32(clamping: definition.number))
        }
        for list in demo.lists where numbers[list.name] == nil {
            let number = shop.journal.nextNumber(.definition(DefinitionKind.list.rawValue))
            var body = JSONWriter()
            body.object { body in
                body.member("name", list.name)
                body.member("opt_in_process", list.isDoubleOptIn ? "double_opt_in" : "single_opt_in")
            }
            let text = body.text
            try shop.writeAndWait(isAlone: true) { (intake) throws(IntakeError) in
                intake.write(
                    .definition(
                        DefinitionChange(kind: DefinitionKind.list.rawValue, number: number, body: text, at: intake.now, who: "demo")))
            }
            numbers[list.name] = ListNumber(UInt32(clamping: number))
        }
        return numbers
    }
}
