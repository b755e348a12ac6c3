import Facts
import JSON
import Population

// Rows of what the columns know of people.
extension TableExport {
    /// Writes the rows of somebody; says how many they are.
    func writeRows(
        _ table: SQLTable, _ profile: ProfileNumber, _ population: Population, _ names: GroupNames, _ cells: inout CellWriter
    ) -> Int {
        switch table {
        case .profiles: writeProfile(profile, population, &cells)
        case .memberships: writeMemberships(profile, population, names, &cells)
        case .predictions: writePredictions(profile, population, &cells)
        case .consents: writeConsents(profile, population, &cells)
        case .rfmModels: writeModels(profile, population, names, &cells)
        case .events, .postalCodes: 0
        }
    }

    private func id(_ profile: ProfileNumber) -> String { shop.ids.id(.profile, UInt64(profile.row)) }

    private func writeProfile(_ profile: ProfileNumber, _ population: Population, _ cells: inout CellWriter) -> Int {
        cells.word(id(profile))
        cells.whole(Int64(profile.row))
        cells.quoted(population.identity(.email, of: profile))
        cells.quoted(population.identity(.phone, of: profile))
        cells.quoted(population.shownID(of: profile))
        cells.quoted(population.identity(.anonymousID, of: profile))
        cells.quoted(population.identity(.customerID, of: profile))
        for name in SQLTable.attributes { cells.said(population.attribute(name, of: profile)) }
        for name in SQLTable.places { cells.said(population.attribute("location.\(name)", of: profile)) }
        for name in ["latitude", "longitude"] {
            let json = population.attribute("location.\(name)", of: profile)
            let value = json.isEmpty ? nil : (try? JSONDocument(json))?.root
            if let number = value?.double ?? value?.string.flatMap({ Double($0) }) { cells.word("\(number)") } else { cells.empty() }
        }
        cells.instant(population.created(profile))
        cells.instant(population.updated(profile))
        var json = JSONWriter()
        json.object { json in
            for property in population.shownProperties(of: profile) {
                json.key(property.name)
                json.raw(property.json)
            }
        }
        cells.quoted(json.text)
        cells.endRow()
        return 1
    }

    private func writeMemberships(
        _ profile: ProfileNumber, _ population: Population, _ names: GroupNames, _ cells: inout CellWriter
    ) -> Int {
        var rows = 0
        func row(_ id: String, _ name: String?, _ joined: Instant) {
            guard let name else { return }
            cells.word(self.id(profile))
            cells.word(id)
            cells.quoted(name)
            cells.instant(joined)
            cells.endRow()
            rows += 1
        }
        for (list, joined) in population.memberships(of: profile) { row(shop.ids.id(.list, UInt64(list.value)), names.lists[list], joined) }
        for (segment, joined) in population.segments(of: profile) { row(shop.ids.id(segment), names.segments[segment], joined) }
        return rows
    }

    private func writePredictions(_ profile: ProfileNumber, _ population: Population, _ cells: inout CellWriter) -> Int {
        guard population.scores[profile] != nil || population.rfmScores(of: profile) != nil else { return 0 }
        let row = ExportRow(profile, population, shop.ids, joined: nil)
        cells.word(id(profile))
        for column in SQLTable.predicted { row.write(.standard(column), to: &cells) }
        cells.endRow()
        return 1
    }

    private func writeConsents(_ profile: ProfileNumber, _ population: Population, _ cells: inout CellWriter) -> Int {
        var rows = 0
        for channel in Channel.allCases {
            let state = population.consent(channel, of: profile)
            // A mask of a marketplace must not be written to, whatever was said.
            let isMasked = channel == .email && population.isMasked(profile)
            guard state != ConsentState() || isMasked else { continue }
            let way = population.consentWay(channel, of: profile)
            cells.word(id(profile))
            cells.word(channel.name)
            switch state.status {
            case .subscribed: cells.word("subscribed")
            case .unsubscribed: cells.word("unsubscribed")
            case .neverSubscribed, .pending: cells.word("never_subscribed")
            }
            cells.moment(state.statusSeconds)
            cells.word(!state.suppressions.isEmpty || isMasked ? "true" : "false")
            for reason in [ConsentState.Suppressions.hardBounce, .user, .invalidAddress] {
                cells.moment(state.suppressions.contains(reason) ? state.seconds(of: reason) : 0)
            }
            cells.quoted(way?.method)
            cells.quoted(way?.detail)
            cells.quoted(way?.customSource)
            if let way { cells.word(way.isDoubleOptIn && state.status != .pending ? "true" : "false") } else { cells.empty() }
            cells.endRow()
            rows += 1
        }
        return rows
    }

    private func writeModels(_ profile: ProfileNumber, _ population: Population, _ names: GroupNames, _ cells: inout CellWriter) -> Int {
        var rows = 0
        for model in names.models {
            guard population.rfmScores(of: profile, by: model.number) != nil || population.rfm(profile, by: model.number) != nil else {
                continue
            }
            let row = ExportRow(profile, population, shop.ids, joined: nil, models: [model.name: model.number])
            cells.word(id(profile))
            cells.word(shop.ids.id(model.number))
            cells.quoted(model.name)
            for column in SQLTable.ofRFM { row.write(.rfm(column, model: model.name), to: &cells) }
            cells.endRow()
            rows += 1
        }
        return rows
    }
}

extension CellWriter {
    /// A text, in quotation marks whatever it is, so that an empty one is told from a missing one.
    mutating func quoted(_ text: String?) {
        guard let text else { return empty() }
        let mark = UInt8(ascii: "\"")
        var bytes = [mark]
        for byte in text.utf8 { bytes += byte == mark ? [mark, mark] : [byte] }
        word(String(decoding: bytes + [mark], as: UTF8.self))
    }

    /// What JSON says: a text without its quotes, anything else as it stands.
    fileprivate mutating func said(_ json: [UInt8]) {
        guard !json.isEmpty else { return empty() }
        quoted((try? JSONDocument(json))?.root.string ?? String(decoding: json, as: UTF8.self))
    }

    /// A moment in seconds since 1970; 0 for none.
    fileprivate mutating func moment(_ seconds: UInt32) {
        if seconds == 0 { empty() } else { instant(Instant(secondsSince1970: Int64(seconds))) }
    }
}
