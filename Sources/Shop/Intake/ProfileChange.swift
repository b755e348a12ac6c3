import Facts
import JSON

/// Puts changes of profiles together as JSON.
enum ProfileChange {
    /// Identities that a profile has beside what it shows.
    static func aliases(_ identities: [(name: String, text: String)]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("aliases")
            writer.object { writer in
                for identity in identities { writer.member(identity.name, identity.text) }
            }
        }
        return writer.bytes
    }

    /// What is left of the identities of somebody who is erased.
    static func erased(_ hashes: [UInt64]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.array("erased") { list in for hash in hashes { list.string(String(hash, radix: 16)) } }
        }
        return writer.bytes
    }

    /// Whether a change is what is left of identities.
    static func isErased(_ change: ArraySlice<UInt8>) -> Bool { change.starts(with: #"{"erased":"#.utf8) }

    /// A change with identities, and with kinds of identity cleared; empty where nothing changes.
    static func merged(_ identities: [(name: String, text: String)], _ change: [UInt8], cleared: [IdentityKind] = []) -> [UInt8] {
        guard !identities.isEmpty || !cleared.isEmpty else { return change }
        var writer = JSONWriter()
        writer.object { writer in
            for identity in identities { writer.member(identity.name, identity.text) }
            for kind in cleared {
                writer.key(kind.attributeName)
                writer.null()
            }
            guard !change.isEmpty, let document = try? JSONDocument(change) else { return }
            for (name, value) in document.root.members {
                writer.key(name)
                writer.value(value)
            }
        }
        return writer.bytes
    }
}
