import CustomerValue
import Facts
import JSON
import Population

/// The cells of one profile; what is not known is left empty.
struct ExportRow {
    private let profile: ProfileNumber
    private let population: Population
    private let ids: PublicIDs
    private let joined: Instant?
    private let models: [String: RFMModelNumber?]
    private let score: CustomerScore?
    private let decimals: Int

    /// - Parameters:
    ///   - joined: when the profile joined what is exported.
    ///   - models: the RFM models that columns name.
    init(
        _ profile: ProfileNumber, _ population: Population, _ ids: PublicIDs, joined: Instant?, models: [String: RFMModelNumber?] = [:]
    ) {
        self.models = models
        self.profile = profile
        self.population = population
        self.ids = ids
        self.joined = joined
        score = population.scores[profile]
        decimals = population.currency.decimals
    }

    func write(_ column: ExportColumn, to cells: inout CellWriter) {
        switch column {
        case .property(let names): property(names, &cells)
        case .standard(let column): write(column, &cells)
        case .rfm(let column, let model):
            if case .some(.some(let number)) = models[model] { rfm(column, by: number, &cells) } else { cells.empty() }
        }
    }

    private func write(_ column: ExportColumn.Standard, _ cells: inout CellWriter) {
        switch column {
        case .profileID: cells.word(ids.id(.profile, UInt64(profile.row)))
        case .email: identity(.email, &cells)
        case .phoneNumber: identity(.phone, &cells)
        case .externalID: identity(.externalID, &cells)
        case .customerID: identity(.customerID, &cells)
        case .firstName, .lastName, .organization, .title: json(population.attribute(column.rawValue, of: profile), &cells)
        case .address1, .address2, .city, .region, .country, .zip:
            json(population.attribute("location.\(column.rawValue)", of: profile), &cells)
        case .createdAt: instant(population.created(profile), &cells)
        case .lastEventAt: instant(population.lastEvent(profile), &cells)
        case .joinedAt: instant(joined, &cells)
        case .emailConsent: consent(.email, &cells)
        case .emailConsentAt: consentTime(.email, &cells)
        case .emailSuppressions: suppressions(.email, &cells)
        case .smsConsent: consent(.sms, &cells)
        case .smsConsentAt: consentTime(.sms, &cells)
        case .profileNumber: cells.whole(Int64(profile.row))
        case .emailConsentMethod: way(.email, \.method, &cells)
        case .emailConsentMethodDetail: way(.email, \.detail, &cells)
        case .emailConsentSource: way(.email, \.customSource, &cells)
        case .emailDoubleOptIn: doubleOptIn(.email, &cells)
        case .smsConsentMethod: way(.sms, \.method, &cells)
        case .smsConsentMethodDetail: way(.sms, \.detail, &cells)
        case .smsConsentSource: way(.sms, \.customSource, &cells)
        case .smsDoubleOptIn: doubleOptIn(.sms, &cells)
        default: number(column, &cells)
        }
    }

    // MARK: Numbers

    /// - Parameter model: `nil`: the one that is shown. Who has a group by one need not have an order.
    private func rfm(_ column: ExportColumn.Standard, by model: RFMModelNumber?, _ cells: inout CellWriter) {
        let (scores, standing) = (population.rfmScores(of: profile, by: model), population.rfm(profile, by: model))
        switch column {
        case .rfmRecency: whole(scores?.recency, &cells)
        case .rfmFrequency: whole(scores?.frequency, &cells)
        case .rfmMonetary: whole(scores?.monetary, &cells)
        case .rfmGroup: word(scores?.group.rawValue, &cells)
        case .previousRFMGroup: word(standing.map { $0.previous?.rawValue ?? RFMStanding.unknown }, &cells)
        case .rfmGroupChangedAt: instant(standing?.changedAt, &cells)
        default: cells.empty()
        }
    }

    private func number(_ column: ExportColumn.Standard, _ cells: inout CellWriter) {
        guard !column.isOfRFM else { return rfm(column, by: nil, &cells) }
        guard let score else { return cells.empty() }
        let prediction = score.prediction
        switch column {
        case .firstOrderAt: instant(score.firstOrder, &cells)
        case .lastOrderAt: instant(score.lastOrder, &cells)
        case .historicNumberOfOrders: cells.whole(Int64(score.numberOfOrders))
        case .historicCLV: cells.fixed(score.historicMinorUnits, decimals: decimals)
        case .averageOrderValue:
            guard let average = score.averageOrderMinorUnits else { return cells.empty() }
            cells.fixed(Int64(max(-9e18, min(9e18, average.rounded()))), decimals: decimals)
        case .averageDaysBetweenOrders: cells.fraction(score.averageDaysBetweenOrders, decimals: 6)
        case .predictedNumberOfOrders: cells.fraction(prediction?.numberOfOrders, decimals: 6)
        case .predictedCLV: money(prediction?.clvMinorUnits, &cells)
        case .predictedCLVLow: money(prediction?.clvLowMinorUnits, &cells)
        case .predictedCLVHigh: money(prediction?.clvHighMinorUnits, &cells)
        case .totalCLV: money(score.totalMinorUnits, &cells)
        case .churnProbability: cells.fraction(prediction?.churnProbability, decimals: 6)
        case .probabilityOfOrder: cells.fraction(prediction?.probabilityOfOrder, decimals: 6)
        case .expectedDateOfNextOrder:
            if let prediction { cells.day(prediction.expectedDateOfNextOrder) } else { cells.empty() }
        case .clvCategory: word(prediction?.clvClass.rawValue, &cells)
        case .purchaseLikelihood: word(prediction?.likelihoodClass.rawValue, &cells)
        case .overdue: word(prediction.map { $0.isOverdue ? "true" : "false" }, &cells)
        default: cells.empty()
        }
    }

    private func money(_ minorUnits: Int64?, _ cells: inout CellWriter) {
        if let minorUnits { cells.fixed(minorUnits, decimals: decimals) } else { cells.empty() }
    }

    private func whole(_ number: UInt8?, _ cells: inout CellWriter) {
        if let number { cells.whole(Int64(number)) } else { cells.empty() }
    }

    private func word(_ text: String?, _ cells: inout CellWriter) {
        if let text { cells.word(text) } else { cells.empty() }
    }

    private func instant(_ instant: Instant?, _ cells: inout CellWriter) {
        if let instant { cells.instant(instant) } else { cells.empty() }
    }

    // MARK: Texts

    private func identity(_ kind: IdentityKind, _ cells: inout CellWriter) {
        if let text = population.identity(kind, of: profile) { cells.text(text.utf8) } else { cells.empty() }
    }

    /// A text without its quotes; anything else as JSON.
    private func json(_ json: [UInt8], _ cells: inout CellWriter) {
        guard !json.isEmpty else { return cells.empty() }
        if let text = (try? JSONDocument(json))?.root.string { cells.text(text.utf8) } else { cells.text(json) }
    }

    /// A property, or what stands in it under some names.
    private func property(_ names: [String], _ cells: inout CellWriter) {
        let whole = population.shownProperty(names[0], of: profile)
        guard names.count > 1 else { return json(whole, &cells) }
        var value = (try? JSONDocument(whole))?.root
        for name in names.dropFirst() { value = value.flatMap { $0.kind == .object ? $0[name] : nil } }
        json(value.map { $0.isNull ? [] : $0.compactBytes } ?? [], &cells)
    }

    // MARK: Consent

    private func consent(_ channel: Channel, _ cells: inout CellWriter) {
        switch population.consent(channel, of: profile).status {
        case .subscribed: cells.word("SUBSCRIBED")
        case .unsubscribed: cells.word("UNSUBSCRIBED")
        case .neverSubscribed, .pending: cells.word("NEVER_SUBSCRIBED")
        }
    }

    private func consentTime(_ channel: Channel, _ cells: inout CellWriter) {
        let seconds = population.consent(channel, of: profile).statusSeconds
        instant(seconds == 0 ? nil : Instant(secondsSince1970: Int64(seconds)), &cells)
    }

    /// How it was given or taken back; nothing where no proof tells.
    private func way(_ channel: Channel, _ member: KeyPath<ConsentWay, String?>, _ cells: inout CellWriter) {
        if let text = population.consentWay(channel, of: profile)?[keyPath: member] { cells.text(text.utf8) } else { cells.empty() }
    }

    private func doubleOptIn(_ channel: Channel, _ cells: inout CellWriter) {
        let isPending = population.consent(channel, of: profile).status == .pending
        word(population.consentWay(channel, of: profile).map { $0.isDoubleOptIn && !isPending ? "true" : "false" }, &cells)
    }

    private func suppressions(_ channel: Channel, _ cells: inout CellWriter) {
        let state = population.consent(channel, of: profile)
        var words: [String] = []
        if state.status == .unsubscribed { words.append("UNSUBSCRIBE") }
        for (reason, word) in [
            (ConsentState.Suppressions.user, "USER_SUPPRESSED"), (.hardBounce, "HARD_BOUNCE"), (.spamComplaint, "SPAM_COMPLAINT"),
            (.invalidAddress, "INVALID_EMAIL"),
        ] where state.suppressions.contains(reason) { words.append(word) }
        if words.isEmpty { cells.empty() } else { cells.word(words.joined(separator: " ")) }
    }
}
