import DemoShop
import Facts
import JSON
import Population
import Shop

extension DemoIdentities {
    /// As the intake takes them.
    var identities: Identities {
        var identities = Identities()
        identities[.email] = email
        identities[.phone] = phone
        identities[.externalID] = externalID
        identities[.anonymousID] = anonymousID
        identities[.customerID] = customerID
        return identities
    }
}

extension DemoFact {
    /// Takes the fact in, as the API would.
    func take(_ intake: Intake, lists: [String: ListNumber]) throws(IntakeError) {
        intake.past = time
        switch self {
        case .event(let fact):
            var event = EventIntake(identities: fact.profile.identities, metric: fact.metric.rawValue, source: .api)
            event.integration = "Demo shop"
            event.time = fact.time
            event.uniqueID = fact.uniqueID
            event.value = fact.value.map { Double($0.minorUnits) / Double($0.currency.minorUnitsPerMajor) }
            event.currency = fact.value?.currency
            event.isBackfill = true
            if let document = try? JSONDocument(fact.properties) { event.take(properties: document.root) }
            _ = try intake.event(event)
        case .profile(let fact):
            let profile = try intake.profile(fact.identities.identities).number
            try intake.change(profile, fact.change)
        case .subscription(let fact):
            let profile = try intake.profile(fact.profile.identities).number
            intake.consent(
                ConsentFact(
                    profile: profile, channel: fact.channel, change: fact.change, seconds: UInt32(clamping: fact.time.secondsSince1970),
                    proof: fact.proof[...]))
            if fact.change == .subscribed, let list = fact.list.flatMap({ lists[$0] }) {
                intake.membership(profile, in: list, isMember: true)
            }
        case .membership(let fact):
            guard let list = lists[fact.list] else { return }
            intake.membership(try intake.profile(fact.profile.identities).number, in: list, isMember: fact.isMember)
        }
    }
}

extension DemoProfile {
    /// What is said of the profile, as JSON.
    fileprivate var change: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            if let firstName { writer.member("first_name", firstName) }
            if let lastName { writer.member("last_name", lastName) }
            if let organization { writer.member("organization", organization) }
            if let locale { writer.member("locale", locale) }
            if let location {
                writer.object("location") { place in
                    place.member("city", location.city)
                    place.member("region", location.region)
                    place.member("country", location.country)
                    place.member("zip", location.zip)
                    place.member("timezone", location.timeZone)
                    place.member("latitude", location.latitude)
                    place.member("longitude", location.longitude)
                }
            }
            if !properties.isEmpty {
                writer.key("properties")
                writer.raw(properties)
            }
        }
        return writer.bytes
    }
}

extension DemoSubscription {
    /// How it came about, as JSON.
    fileprivate var proof: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("method", method)
            if let methodDetail { writer.member("method_detail", methodDetail) }
            if let wording { writer.member("wording", wording) }
            if let ip { writer.member("ip", ip) }
            writer.member("double_optin", isDoubleOptIn)
        }
        return writer.bytes
    }
}
