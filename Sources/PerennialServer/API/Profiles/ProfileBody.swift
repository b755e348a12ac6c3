import Facts
import JSON
import Population

/// What a request says of a profile: who it is, and what shall be known of it from now on.
///
/// Read from a resource of the type `profile`, wherever one stands: alone, within an event, as a row of a job. What is wrong is noted in the
/// reader under its place, so that whoever reads more checks everything at once.
struct ProfileBody: Sendable {
    /// The profile that is named by its id; whether it is still there is found out when it is looked for.
    var profile: ProfileNumber?
    /// Who it is by name.
    var identities = Identities()
    /// Kinds of identity that it is to show no more: those that are null.
    var cleared: [IdentityKind] = []
    /// What changes, as ``ProfileFact/change`` has it; empty where nothing does.
    var change: [UInt8] = []

    /// What a profile may be told by.
    struct Rules: Sendable {
        /// What the member `id` may be.
        enum ID: Sendable {
            /// It has none: a profile to be made.
            case refused
            /// The id of a profile, or nothing.
            case optional
            /// This one and no other: the path's own.
            case known(String)
        }

        /// Whether somebody must be named, by an id or an identity.
        var needsIdentity = true
        /// What `id` may be.
        var id = ID.optional
        /// Members of `attributes` that the caller reads itself.
        var others: [String] = []
    }

    /// Reads a resource. 404 for an id that was never given out; everything else that is wrong is noted in `data`.
    init(_ data: BodyReader, ids: PublicIDs, _ rules: Rules = Rules()) throws(APIError) {
        _ = data.checkType("profile")
        try readID(data, ids, rules.id)
        guard let attributes = data.object("attributes", isRequired: profile == nil) else { return }
        attributes.allow(only: ProfileAttributes.taken + rules.others)
        readIdentities(attributes)
        if rules.needsIdentity, profile == nil, identities.isEmpty, !attributes.hasFaults {
            attributes.fault("At least one identifier is needed: id, email, phone_number, external_id or anonymous_id.")
        }
        var writer = JSONWriter()
        writer.beginObject()
        let start = writer.bytes.count
        Self.readTexts(attributes, into: &writer)
        Self.readLocation(attributes, into: &writer)
        Self.readProperties(attributes, into: &writer)
        // Klaviyo puts it beside the attributes of a profile, and among those of a profile within an event.
        if let meta = attributes.object("meta") ?? data.object("meta") { Self.readPatches(meta, into: &writer) }
        guard writer.bytes.count > start else { return }
        writer.endObject()
        change = writer.bytes
    }

    private mutating func readID(_ data: BodyReader, _ ids: PublicIDs, _ rule: Rules.ID) throws(APIError) {
        let names = ["type", "attributes", "meta", "relationships", "links"]
        switch rule {
        case .refused: data.allow(only: names)
        case .optional:
            data.allow(only: names + ["id"])
            guard let id = data.string("id", longest: 200) else { return }
            guard let number = ids.profile(id) else { throw .notFound("profile", id: id) }
            profile = number
        case .known(let id):
            data.allow(only: names + ["id"])
            if let sent = data.string("id", isRequired: true), sent != id {
                data.fault("The id in the body is not the one in the path.", at: "id")
            }
        }
    }

    private mutating func readIdentities(_ attributes: BodyReader) {
        for (kind, format) in Self.identities {
            let name = kind.attributeName
            switch attributes.given(name) {
            case .absent: continue
            case .null: cleared.append(kind)
            case .value:
                guard let text = attributes.string(name, longest: ProfileAttributes.longestIdentity) else { continue }
                identities[kind] = text
                guard let normal = identities[kind] else {
                    attributes.fault("'\(name)' must not be empty.", at: name)
                    continue
                }
                if let format, !TextFormat.matches(normal, format) {
                    identities[kind] = nil
                    attributes.fault("'\(name)' must be \(TextFormat.wanted(format)).", at: name)
                }
            }
        }
    }

    private static let identities: [(kind: IdentityKind, format: Schema.Format?)] = [
        (.email, .email), (.phone, .phone), (.externalID, nil), (.anonymousID, nil),
    ]

    private static func readTexts(_ attributes: BodyReader, into writer: inout JSONWriter) {
        for name in ProfileAttributes.texts {
            switch attributes.given(name) {
            case .absent: continue
            case .null: writer.member(name, nil as String?)
            case .value:
                if let text = attributes.string(name, longest: ProfileAttributes.longestText) { writer.member(name, text) }
            }
        }
    }

    private static func readLocation(_ attributes: BodyReader, into writer: inout JSONWriter) {
        if case .null = attributes.given("location") {
            writer.object("location") { location in
                for name in ProfileAttributes.location { location.member(name, nil as String?) }
            }
        }
        guard let place = attributes.object("location") else { return }
        place.allow(only: ProfileAttributes.location)
        writer.object("location") { location in
            for name in ProfileAttributes.location {
                switch place.given(name) {
                case .absent: continue
                case .null: location.member(name, nil as String?)
                case .value:
                    if let most = ProfileAttributes.coordinates[name] {
                        readDegrees(name, most, place, into: &location)
                    } else if let text = place.string(name, longest: ProfileAttributes.longestText) {
                        if name == "ip", !text.isEmpty, !TextFormat.isAddress(text) {
                            place.fault("'ip' must be an internet address such as 192.0.2.7 or 2001:db8::7.", at: name)
                        }
                        location.member(name, text)
                    }
                }
            }
        }
    }

    /// Reads a latitude or longitude: a number, or a text that is one, which stays as it was written.
    private static func readDegrees(_ name: String, _ most: Double, _ place: BodyReader, into location: inout JSONWriter) {
        if place.value[name]?.kind == .number {
            if let degrees = place.number(name, in: -most...most) { location.member(name, degrees) }
        } else if let text = place.string(name, longest: ProfileAttributes.longestText) {
            if !text.isEmpty, Double(text).map({ !(-most...most).contains($0) }) ?? true {
                place.fault("'\(name)' must be a number of degrees from \(-most) to \(most).", at: name)
            }
            location.member(name, text)
        }
    }

    private static func readProperties(_ attributes: BodyReader, into writer: inout JSONWriter) {
        guard let properties = attributes.object("properties") else { return }
        guard checkNames(of: properties) else { return }
        writer.member("properties", properties.value)
    }

    private static func readPatches(_ meta: BodyReader, into writer: inout JSONWriter) {
        meta.allow(only: ["patch_properties", "patch_identifiers"])
        if case .value = meta.given("patch_identifiers") {
            meta.fault("Second addresses of a profile cannot be set here. An event that carries both joins them.", at: "patch_identifiers")
        }
        guard let patches = meta.object("patch_properties") else { return }
        patches.allow(only: ["append", "unappend", "unset"])
        for name in ["append", "unappend"] {
            guard let values = patches.object(name), checkNames(of: values) else { continue }
            for (key, value) in values.value.members where !isSimple(value) {
                values.fault("'\(key.prefix(100))' must be a simple value, or an array of simple values.", at: String(key.prefix(100)))
            }
            writer.member(name, values.value)
        }
        guard case .value = patches.given("unset") else { return }
        let names =
            patches.value["unset"]?.kind == .array
            ? patches.strings("unset", most: ProfileAttributes.mostProperties, longest: ProfileAttributes.longestName)
            : patches.string("unset", longest: ProfileAttributes.longestName).map { [$0] }
        guard let names else { return }
        writer.array("unset") { list in for name in names { list.string(name) } }
    }

    private static func isSimple(_ value: JSONValue) -> Bool {
        switch value.kind {
        case .object: false
        case .array: value.elements.allSatisfy { $0.kind != .object && $0.kind != .array }
        default: true
        }
    }

    private static func checkNames(of properties: BodyReader) -> Bool {
        let count = properties.value.count
        guard count <= ProfileAttributes.mostProperties else {
            properties.fault("There are \(count) properties; at most \(ProfileAttributes.mostProperties) are taken at once.")
            return false
        }
        for (name, _) in properties.value.members where name.isEmpty || name.utf8.count > ProfileAttributes.longestName {
            properties.fault("The name of a property has 1 to \(ProfileAttributes.longestName) bytes.", at: String(name.prefix(100)))
            return false
        }
        return true
    }
}
