import Facts
import JSON
import Population
import Shop

/// Somebody who gives or withdraws consent: who they are, and by which channels.
struct SubscriptionRow: Sendable {
    var profile: ProfileBody
    var words: [ConsentRequest.Word]
    /// When the person was born, where an age had to be checked; kept with the proof.
    var dateOfBirth: String?

    /// Members of a profile's attributes beside those that every profile has.
    static let names = ["subscriptions", "age_gated_date_of_birth"]

    /// Reads a profile resource. 404 for an id that was never given out; what else is wrong is noted.
    ///
    /// - Parameter isRequired: whether `subscriptions` must be there. Without it whoever is named by an address consents by that address.
    init(_ data: BodyReader, _ rules: ConsentRequest.Rules, ids: PublicIDs, isRequired: Bool = true) throws(APIError) {
        profile = try ProfileBody(data, ids: ids, .init(others: Self.names))
        words = []
        guard let attributes = data.object("attributes") else { return }
        dateOfBirth = attributes.string("age_gated_date_of_birth", longest: 10)
        if let dateOfBirth, ShopDay(dateOfBirth) == nil {
            attributes.fault("'age_gated_date_of_birth' must be a day such as 1990-12-31.", at: "age_gated_date_of_birth")
        }
        if let subscriptions = attributes.object("subscriptions", isRequired: isRequired) {
            words = ConsentRequest(subscriptions, rules).words
            if words.isEmpty, !attributes.hasFaults { subscriptions.fault("At least one channel is needed, such as email.marketing.") }
        } else if !isRequired {
            if profile.identities[.email] != nil { words.append(.init(channel: .email)) }
            if profile.identities[.phone] != nil { words.append(.init(channel: .sms)) }
        }
        for word in words where profile.profile == nil && profile.identities[word.channel.identity] == nil {
            let name = word.channel.identity.attributeName
            attributes.fault("'\(name)' is needed: consent is to be written to at an address.", at: name)
        }
    }
}

extension Channel {
    /// What kind of identity is the address.
    var identity: IdentityKind { self == .email ? .email : .phone }
}

/// How consent came, for the proof.
struct ConsentSource: Sendable {
    var method: String
    var methodDetail: String
    var customSource: String?
    var list: ListNumber?
    /// The list's id, as people know it.
    var listID: String?
    /// Whether whoever consents must confirm first.
    var isPending = false
    /// Whether whoever consents has confirmed, elsewhere.
    var isConfirmed = false
    /// Whether the consent was given earlier, elsewhere.
    var isHistorical = false

    /// The proof that a fact of consent carries.
    func proof(_ row: SubscriptionRow) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("method", method)
            writer.member("method_detail", methodDetail)
            if let customSource { writer.member("custom_source", customSource) }
            if let listID { writer.member("list_id", listID) }
            if isHistorical { writer.member("import", "historical") }
            if let dateOfBirth = row.dateOfBirth { writer.member("age_gated_date_of_birth", dateOfBirth) }
            writer.member("double_optin", isPending || isConfirmed)
        }
        return writer.bytes
    }
}

extension Intake {
    /// Notes that somebody consents. Each channel is noted for whom its address belongs to, and they join the list.
    func subscribe(_ row: SubscriptionRow, as profile: ProfileNumber, _ source: ConsentSource) throws(IntakeError) {
        let proof = source.proof(row)
        for word in row.words {
            let holder = try holder(of: word.channel, row, profile)
            consent(
                ConsentFact(
                    profile: holder, channel: word.channel, change: source.isPending ? .pending : .subscribed, seconds: seconds(word),
                    proof: proof[...]))
            if let list = source.list, !source.isPending { membership(holder, in: list, isMember: true) }
        }
    }

    /// Notes that somebody withdraws consent. Whoever is in the list leaves it, and no more than that; whoever is not is written to no more.
    func unsubscribe(_ row: SubscriptionRow, as profile: ProfileNumber, _ source: ConsentSource) throws(IntakeError) {
        let proof = source.proof(row)
        for word in row.words {
            let holder = try holder(of: word.channel, row, profile)
            if let list = source.list, isMember(holder, of: list) {
                membership(holder, in: list, isMember: false)
            } else {
                consent(
                    ConsentFact(profile: holder, channel: word.channel, change: .unsubscribed, seconds: seconds(word), proof: proof[...]))
            }
        }
    }

    /// The profile of somebody who consents: found by id or address, or made. An address that is somebody else's stays theirs.
    func profile(of row: SubscriptionRow) throws(IntakeError) -> ProfileNumber {
        var known = row.profile.profile
        if let number = known, canonical(number) != number { throw .notFound("There is no such profile.") }
        known = known ?? find(row.profile.identities).first
        guard let known else { return try create(row.profile.identities, change: row.profile.change) }
        var new = Identities()
        for (kind, text) in row.profile.identities.given where owner(kind, text) == nil { new[kind] = text }
        try change(known, row.profile.change, identities: new)
        return known
    }

    /// Whose an address is. One that is nobody's makes a profile of its own, so that no consent goes to another address than the one it was
    /// given for.
    func holder(of channel: Channel, _ row: SubscriptionRow, _ profile: ProfileNumber) throws(IntakeError) -> ProfileNumber {
        let kind = channel.identity
        guard let text = row.profile.identities[kind] else { return profile }
        var address = Identities()
        address[kind] = text
        return try self.profile(address).number
    }

    private func seconds(_ word: ConsentRequest.Word) -> UInt32 { word.at.map { UInt32(clamping: $0.secondsSince1970) } ?? nowSeconds }
}
