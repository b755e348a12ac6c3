import CustomerValue
import Facts
import Foundation
import JSON
import Journal
import Population

// What is known of a person now.
extension PersonFile {
    /// The sections that are one value, in their order.
    func sections() -> [(name: String, json: [UInt8])] {
        let settings = shop.settings
        return shop.read { population in
            [
                ("file", file(settings)), ("profile", profile(population)), ("identities", identities(population)),
                ("attributes", values(population.attributes(of: profile))), ("properties", values(population.properties(of: profile))),
                ("consent", consent(population)), ("lists", lists(population)), ("numbers", numbers(population, settings)),
            ]
        }
    }

    private func file(_ settings: ShopSettings) -> [UInt8] {
        object { json in
            json.member("about", "Everything that the shop's customer value program knows of one person.")
            json.member("made_at", shop.clock().description)
            json.member("shop", settings.name)
            json.member("contact", settings.contactEmail)
            json.member("times", "UTC")
        }
    }

    private func profile(_ population: Population) -> [UInt8] {
        object { json in
            json.member("id", id)
            json.member("created", population.created(profile).description)
            json.member("updated", population.updated(profile).description)
            json.member("last_event", population.lastEvent(profile)?.description)
            json.member("objected_to_profiling", population.hasObjected(profile))
            json.member("address_is_a_marketplaces_mask", population.isMasked(profile))
            json.array("merged_profiles") { list in
                for number in profiles.dropFirst() { list.string(shop.ids.id(.profile, UInt64(number.row))) }
            }
        }
    }

    private func identities(_ population: Population) -> [UInt8] {
        object { json in
            for kind in IdentityKind.allCases {
                let all = population.allIdentities(kind, of: profile)
                guard !all.isEmpty else { continue }
                json.array(kind.attributeName) { list in for text in all { list.string(text) } }
            }
        }
    }

    private func values(_ all: [(name: String, json: [UInt8])]) -> [UInt8] {
        object { json in
            for (name, value) in all.sorted(by: { $0.name < $1.name }) { json.member(name, (try? JSONDocument(value))?.root) }
        }
    }

    private func consent(_ population: Population) -> [UInt8] {
        object { json in
            for channel in Channel.allCases {
                let state = population.consent(channel, of: profile)
                guard state != ConsentState() else { continue }
                json.object(channel.name) { json in
                    json.member("status", Self.name(state.status))
                    json.member("since", state.statusSeconds == 0 ? nil : Instant(state.statusSeconds).description)
                    json.member("may_be_written_to", state.canReceiveMarketing)
                    json.array("suppressed_because") { list in for reason in Self.names(state.suppressions) { list.string(reason) } }
                }
            }
        }
    }

    private static func name(_ status: ConsentState.Status) -> String {
        switch status {
        case .neverSubscribed: "never subscribed"
        case .subscribed: "subscribed"
        case .unsubscribed: "unsubscribed"
        case .pending: "asked to confirm"
        }
    }

    private static func names(_ suppressions: ConsentState.Suppressions) -> [String] {
        let all: [(ConsentState.Suppressions, String)] = [
            (.user, "suppressed by hand"), (.hardBounce, "hard bounce"), (.spamComplaint, "complained of spam"),
            (.invalidAddress, "address is invalid"),
        ]
        return all.filter { suppressions.contains($0.0) }.map(\.1)
    }

    private func lists(_ population: Population) -> [UInt8] {
        var json = JSONWriter()
        json.array { list in
            for (number, joined) in population.memberships(of: profile) {
                list.object { json in
                    json.member("id", shop.ids.id(.list, UInt64(number.value)))
                    json.member("name", listName(number))
                    json.member("joined", joined.description)
                }
            }
        }
        return json.bytes
    }

    /// The name of a list; its id where it was deleted.
    func listName(_ list: ListNumber) -> String {
        shop.definitions[.list, UInt64(list.value)].flatMap { try? JSONDocument($0.body).root["name"]?.string }
            ?? shop.ids.id(.list, UInt64(list.value))
    }

    /// The orders, as they are counted.
    func orders() -> [[UInt8]] {
        shop.read { population in
            population.orderStandings(of: profile).map { order in
                object { json in
                    json.member("event", shop.ids.id(.event, order.sequence))
                    json.member("at", order.at.description)
                    json.member("value", order.value)
                    json.member("currency", order.currency.code)
                    json.member("is_counted", order.isCounted)
                    json.member("is_cancelled", order.isCancelled)
                    json.array("refunds") { list in
                        for refund in order.refunds {
                            list.object { json in
                                json.member("at", refund.at.description)
                                json.member("value", refund.value)
                                json.member("currency", refund.currency.code)
                            }
                        }
                    }
                }
            }
        }
    }
}
