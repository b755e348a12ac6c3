import CustomerValue
import Facts
import Journal

extension KeptBorders {
    /// The setting under which the journal keeps those of a model.
    static func settingKey(of model: RFMModelNumber) -> String { model == .standard ? settingKey : "\(settingKey).\(model.value)" }

    /// Those of all models that a commit stores, in their order.
    static func all(in writes: [JournalWrite]) -> [(model: RFMModelNumber, kept: KeptBorders)] {
        writes.compactMap { write in
            guard case .setting(let change) = write, let value = change.value, let model = model(ofKey: change.key),
                let kept = KeptBorders(json: value)
            else { return nil }
            return (model, kept)
        }
    }

    private static func model(ofKey key: String) -> RFMModelNumber? {
        if key == settingKey { return .standard }
        guard key.hasPrefix(settingKey + ".") else { return nil }
        return UInt32(key.dropFirst(settingKey.count + 1)).map { RFMModelNumber($0) }
    }

    /// The settings that stored borders go by; `nil` where there are none.
    static func settings(in json: String?) -> RFMSettings? { json.flatMap { KeptBorders(json: $0) }?.settings }

    /// What a journal has of a model's, or had before a moment; `nil` where it has none.
    static func stored(
        in journal: Journal, of model: RFMModelNumber = .standard, before moment: Instant? = nil
    ) throws(JournalError) -> KeptBorders? {
        let key = settingKey(of: model)
        let json = if let moment { try journal.setting(key, before: moment) } else { try journal.setting(key) }
        return json.flatMap { KeptBorders(json: $0) }
    }

    /// The change that stores them for a model.
    func written(of model: RFMModelNumber = .standard, by who: String, at now: Instant) -> JournalWrite {
        .setting(SettingChange(key: Self.settingKey(of: model), value: json, at: now, who: who))
    }
}
