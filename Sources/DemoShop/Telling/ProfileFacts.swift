import Facts
import JSON

// Profiles as the website, the till and the loyalty programme tell them.
extension Telling {
    func profile(_ moment: Moment, _ person: Person) -> DemoProfile {
        var identities = DemoIdentities()
        identities.email = moment.kind == .boughtUnderOtherAddress ? person.otherEmail : person.email
        switch moment.kind {
        case .signedUp:
            identities.anonymousID = person.anonymousID(seed: shop.seed, browser: 0)
            return full(moment, person, identities, hasFamilyName: false) { $0.member("Source", "Newsletter form") }
        case .bought:
            identities.phone = person.phone
            let order = story.orders[Int(moment.detail)]
            // The website knows the browser too: what was looked at before it becomes the profile's.
            if order.source == .web {
                identities.anonymousID = person.anonymousID(seed: shop.seed, browser: moment.flags.contains(.otherBrowser) ? 1 : 0)
            }
            let source = source(of: order, person)
            return full(moment, person, identities) { writer in
                writer.member("Source", source)
                if person.organization != nil { writer.member("Customer Type", "Business") }
            }
        case .boughtUnderOtherAddress:
            return full(moment, person, identities) { $0.member("Source", "Online shop") }
        case .openedAccount:
            identities.phone = person.phone
            identities.customerID = person.customerID
            identities.externalID = person.externalID
            return properties(moment, identities) { writer in
                writer.member("Loyalty Tier", LoyaltyTier.bronze.rawValue)
                writer.member("Loyalty Points", 0)
                if let birthday = person.birthday { writer.member("Birthday", birthday.description) }
                if person.tellsFavourite { writer.member("Favourite Category", person.favourite.rawValue) }
            }
        default:
            if identities.email == nil { identities.phone = person.phone }
            identities.customerID = person.customerID
            let points = Int(moment.detail)
            return properties(moment, identities) { writer in
                writer.member("Loyalty Tier", LoyaltyTier(points: points).rawValue)
                writer.member("Loyalty Points", points)
            }
        }
    }

    private func full(
        _ moment: Moment, _ person: Person, _ identities: DemoIdentities, hasFamilyName: Bool = true, _ write: (inout JSONWriter) -> Void
    ) -> DemoProfile {
        let market = Market.all[person.market]
        let city = market.cities[person.city]
        let location = DemoLocation(
            city: city.name, region: city.region, country: market.country, zip: person.zip, timeZone: market.timeZone,
            latitude: city.latitude,
            longitude: city.longitude)
        return DemoProfile(
            time: moment.time, identities: identities, firstName: person.first, lastName: hasFamilyName ? person.last : nil,
            organization: hasFamilyName ? person.organization : nil, location: location, locale: person.locale,
            properties: object { writer in
                writer.member("Acquisition Channel", person.acquisition)
                write(&writer)
            })
    }

    private func properties(_ moment: Moment, _ identities: DemoIdentities, _ write: (inout JSONWriter) -> Void) -> DemoProfile {
        DemoProfile(time: moment.time, identities: identities, properties: object(write))
    }

    private func source(of order: Order, _ person: Person) -> String {
        switch order.source {
        case .web, .subscription: "Online shop"
        case .marketplace: "Marketplace"
        case .counter: "Boutique \(boutique(of: person))"
        }
    }

    /// The boutique in which the person buys.
    func boutique(of person: Person) -> String { Market.all[person.market].cities[person.city].boutique ?? "Paris" }
}
