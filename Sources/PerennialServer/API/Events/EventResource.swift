import Crypto
import Facts
import JSON
import Shop

/// An event as answers show it.
struct EventResource: Sendable {
    static let fields = ["id", "timestamp", "event_properties", "datetime", "uuid"]

    static let schema = Schema.resource(
        "event", id: true,
        attributes: [
            .init("timestamp", .nullable(.integer())), .init("event_properties", .nullable(.anyObject)),
            .init("datetime", .nullable(.string(format: .instant))), .init("uuid", .nullable(.string(format: .uuid))),
        ])

    /// The number of its fact.
    let sequence: UInt64
    /// Whose it is now.
    let profile: ProfileNumber
    /// What was told.
    let fact: EventFact

    /// Writes the resource.
    func write(to resources: inout ResourceListWriter, _ ids: PublicIDs, includesAttributions: Bool = false) {
        let id = ids.id(.event, sequence)
        resources.resource("event", id: id, path: "/api/events/\(id)") { resource in
            resource.attributes { attributes in
                attributes.member("timestamp", fact.seconds)
                attributes.value("event_properties") { writeProperties(id, to: &$0) }
                attributes.member("datetime", Instant(secondsSince1970: Int64(fact.seconds)))
                if attributes.wants("uuid") { attributes.member("uuid", Self.uuid(id)) }
            }
            resource.relationship("profile", type: "profile", id: ids.id(profile))
            resource.relationship("metric", type: "metric", id: ids.id(fact.metric))
            // No event is put down to a message: none is sent from here.
            if includesAttributions { resource.relationship("attributions", type: "attribution", ids: [], links: .none) }
        }
    }

    /// The properties as they were sent, and what was sent beside them under the names that Klaviyo gives it.
    private func writeProperties(_ id: String, to json: inout JSONWriter) {
        let sent = fact.properties.isEmpty ? nil : try? JSONDocument(Array(fact.properties)).root
        json.object { json in
            for (name, value) in sent?.members.map({ ($0.key, $0.value) }) ?? [] {
                json.key(name)
                json.value(value)
            }
            if sent?["$event_id"] == nil { json.member("$event_id", id) }
            if let value = fact.value, sent?["$value"] == nil { json.member("$value", value) }
            if let currency = fact.currency, sent?["$value_currency"] == nil { json.member("$value_currency", currency.code) }
        }
    }

    /// A UUID of version 8 (of the maker's own kind, RFC 9562), made from the id: the same for ever.
    static func uuid(_ id: String) -> String {
        var bytes = Array(SHA256.hash(data: Array("event \(id)".utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        var text: [UInt8] = []
        for (place, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(place) { text.append(UInt8(ascii: "-")) }
            text.append(hexDigits[Int(byte >> 4)])
            text.append(hexDigits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}
