public import Facts
import JSON
import Journal
import Synchronization

extension ExchangeRates {
    /// The setting under which the journal keeps them; its history is theirs.
    public static let settingKey = "exchange_rates"

    /// The most rates that a shop keeps: twenty currencies, each day for ten years.
    public static let most = 73_000

    /// What a journal knows.
    static func stored(in journal: Journal) throws(JournalError) -> ExchangeRates {
        try journal.setting(settingKey).map { ExchangeRates(json: $0) } ?? ExchangeRates()
    }

    /// As JSON: a list of days, pairs and rates.
    var json: String {
        var writer = JSONWriter()
        writer.array { list in
            for rate in all {
                list.array { list in
                    list.string(rate.day.description)
                    list.string(rate.from.code)
                    list.string(rate.to.code)
                    list.string(rate.rate.text)
                }
            }
        }
        return writer.text
    }

    init(json: String) {
        self.init()
        guard let document = try? JSONDocument(Array(json.utf8), limits: JSONLimits(size: json.utf8.count)) else { return }
        for entry in document.root.elements {
            guard let day = entry[0]?.string.flatMap({ ShopDay($0) }), let from = entry[1]?.string.flatMap({ Currency(code: $0) }),
                let to = entry[2]?.string.flatMap({ Currency(code: $0) }), let rate = entry[3]?.string.flatMap({ Rate($0) })
            else { continue }
            add(rate, from: from, to: to, on: day)
        }
    }

    /// The rates that a change stores; `nil` for other changes.
    init?(write: JournalWrite) {
        guard case .setting(let change) = write, change.key == Self.settingKey else { return nil }
        self.init(json: change.value ?? "[]")
    }
}

extension Shop {
    /// The rates that bring orders in other currencies into the shop's.
    public var exchangeRates: ExchangeRates { rates.withLock { $0 } }

    /// Gives the shop other rates, in place of those that it has: orders that waited for one count from now on.
    public func setExchangeRates(_ rates: ExchangeRates, by who: String) async throws(IntakeError) {
        let all = rates.all
        guard all.count <= ExchangeRates.most else {
            throw .invalid(pointer: "/data/attributes/rates", detail: "At most \(ExchangeRates.most) rates are kept.")
        }
        let json = rates.json
        try await write(weight: json.utf8.count) { (intake) throws(IntakeError) in
            intake.write(.setting(SettingChange(key: ExchangeRates.settingKey, value: json, at: intake.now, who: who)))
            intake.write(
                .audit(
                    AuditEntry(
                        at: intake.now, who: who, action: "exchange-rates.set", objectKind: "setting", objectID: ExchangeRates.settingKey,
                        detail: "{\"rates\":\(all.count)}")))
        }
        // What counts for an order is another sum now: so is what the model was fitted on.
        if models.standing.model != nil { models.requestFit(adopts: true, because: [.counting]) }
    }
}
