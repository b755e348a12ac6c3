public import Facts
import JSON

extension Population {
    /// Takes up a creation or change of a profile.
    func apply(_ fact: ProfileFact) {
        defer { if values.byteCount >= valueBytesToTidy { forgetUnusedValues() } }
        if fact.isNew { profiles.create(fact.profile, seconds: fact.seconds) }
        guard profiles.isLive(fact.profile) else { return }
        let row = fact.profile.index
        profiles.updatedSeconds[row] = max(profiles.updatedSeconds[row], fact.seconds)
        // What the journal holds was checked before it was written; a change that is none changes nothing.
        guard !fact.change.isEmpty, let document = try? JSONDocument(fact.change) else { return }
        for (name, value) in document.root.members {
            switch name {
            case "properties": set(value, in: \.custom, prefix: "", row: row)
            case "location": set(value, in: \.standard, prefix: "location.", row: row)
            case "append": for (name, added) in value.members { append(added, to: name, row: row) }
            case "unappend": for (name, removed) in value.members { unappend(removed, from: name, row: row) }
            case "created": if let seconds = value.int { profiles.note(created: UInt32(clamping: seconds), row: row) }
            case "unset": for name in value.strings { custom.set(name, row: row, code: 0) }
            case "erased": for text in value.strings { noteErased(text, fact.profile) }
            case "aliases": for (name, text) in value.members { give(name, text, to: fact.profile, replacing: false) }
            default:
                if IdentityKind(attributeName: name) != nil {
                    give(name, value, to: fact.profile, replacing: true)
                } else {
                    standard.set(name, row: row, code: code(value))
                }
            }
        }
    }

    private func give(_ name: String, _ value: JSONValue, to profile: ProfileNumber, replacing: Bool) {
        guard let kind = IdentityKind(attributeName: name) else { return }
        let place = Int(kind.rawValue)
        if value.isNull {
            identities[place].clear(profile)
        } else {
            for text in value.kind == .array ? value.strings : value.string.map({ [$0] }) ?? [] {
                // A profile may have several ids of the shop, each is as good as the other.
                identities[place].give(text, to: profile, replacing: replacing && kind != .customerID)
            }
        }
        if kind == .email { noteMask(profile) }
    }

    /// Notes whether the address that a profile shows is a marketplace's.
    func noteMask(_ profile: ProfileNumber) {
        if identities[Int(IdentityKind.email.rawValue)].shown(profile).map(MaskedAddress.isMasked) == true {
            profiles.states[profile.index].insert(.masked)
        } else {
            profiles.states[profile.index].remove(.masked)
        }
    }

    private func set(_ object: JSONValue, in columns: ReferenceWritableKeyPath<Population, PropertyColumns>, prefix: String, row: Int) {
        for (name, value) in object.members { self[keyPath: columns].set(prefix + name, row: row, code: code(value)) }
    }

    /// The number of a value; 0 for null.
    private func code(_ value: JSONValue) -> UInt32 {
        value.isNull ? 0 : values.code(value.compactBytes)
    }

    /// Adds values to a list; what is no list becomes its first value.
    private func append(_ added: JSONValue, to name: String, row: Int) {
        var items = items(name, row: row)
        for item in added.listed where !items.contains(item) { items.append(item) }
        set(items, name, row: row)
    }

    /// Takes values out of a list; a property that is not there is not made.
    private func unappend(_ removed: JSONValue, from name: String, row: Int) {
        guard custom.code(name, row: row) != 0 else { return }
        let gone = removed.listed
        set(items(name, row: row).filter { !gone.contains($0) }, name, row: row)
    }

    private func items(_ name: String, row: Int) -> [[UInt8]] {
        let json = values.json(custom.code(name, row: row))
        guard !json.isEmpty, let document = try? JSONDocument(json) else { return [] }
        return document.root.listed
    }

    private func set(_ items: [[UInt8]], _ name: String, row: Int) {
        let comma = [UInt8(ascii: ",")]
        let json = [UInt8(ascii: "[")] + items.joined(separator: comma) + [UInt8(ascii: "]")]
        custom.set(name, row: row, code: values.code(json))
    }
}

extension JSONValue {
    /// The texts of a list.
    fileprivate var strings: [String] { elements.compactMap(\.string) }

    /// The compact JSON of each element of a list; of anything else, its own.
    fileprivate var listed: [[UInt8]] {
        kind == .array ? elements.map(\.compactBytes) : [compactBytes]
    }
}

extension IdentityKind {
    /// The kind of an attribute's name; `nil` for other attributes.
    public init?(attributeName: String) {
        guard let kind = IdentityKind.allCases.first(where: { $0.attributeName == attributeName }) else { return nil }
        self = kind
    }
}
