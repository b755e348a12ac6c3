import Facts
import JSON
import Population

extension Intake {
    /// The list of a profile that grows in this commit.
    struct GrownList: Hashable {
        var profile: ProfileNumber
        var name: String
    }

    /// Refuses a change of a profile by which the shop would have more custom properties, or larger ones, than it may have.
    ///
    /// - Parameters:
    ///   - change: as JSON; see ``ProfileFact/change``.
    ///   - profile: whose; `nil` for one that is being made.
    ///   - place: where the profile stands in the request, for the error.
    ///   - source: through which door it came.
    func checkProperties(_ change: [UInt8], of profile: ProfileNumber?, at place: String, source: FactSource) throws(IntakeError) {
        guard !change.isEmpty, let document = try? JSONDocument(change) else { return }
        if let set = document.root["properties"] {
            for (name, value) in set.members where !value.isNull {
                try note(property: name, at: "\(place)/attributes/properties", source)
            }
        }
        if let added = document.root["append"] {
            for (name, value) in added.members {
                try note(property: name, at: "\(place)/meta/patch_properties/append", source)
                try note(appending: value.compactBytes.count, to: name, of: profile, at: "\(place)/meta/patch_properties/append")
            }
        }
        newValueBytes += change.count
        guard population.propertyValueBytes + newValueBytes <= propertyLimits.allBytes else {
            throw .invalid(
                pointer: "\(place)/attributes",
                detail: "The different values of all profiles take \(propertyLimits.allBytes) bytes, the most that a shop may have.")
        }
    }

    private func note(property name: String, at place: String, _ source: FactSource) throws(IntakeError) {
        if RFMProperty(name: name) != nil {
            throw .invalid(
                pointer: pointer(place, name),
                detail: "\"\(name)\" is worked out from orders, and nobody can write it. Give what you have under another name, such as "
                    + "\"Imported \(name)\".")
        }
        guard !population.hasProperty(name), !newProperties.contains(name) else { return }
        let count = population.propertyNameCount + newProperties.count
        guard count < propertyLimits.names else {
            throw .invalid(
                pointer: pointer(place, name),
                detail: "There are \(propertyLimits.names) custom properties, the most that a shop may have. "
                    + "\"\(name.prefix(100))\" would be another.")
        }
        guard count < propertyLimits.namesForBrowsers || source != .client else {
            throw .invalid(
                pointer: pointer(place, name),
                detail: "There are \(propertyLimits.namesForBrowsers) custom properties. More can be made only by whoever has a key. "
                    + "\"\(name.prefix(100))\" would be another.")
        }
        newProperties.insert(name)
        undo.append(.property(name))
    }

    private func note(appending count: Int, to name: String, of profile: ProfileNumber?, at place: String) throws(IntakeError) {
        let isKnown = profile.map { $0.index < population.profileCount } ?? false
        // A profile that is being made has the number after those that are there by now.
        let profile = profile ?? ProfileNumber(UInt32(clamping: population.profileCount + Int(newRows)))
        let list = GrownList(profile: profile, name: name)
        let before = grownLists[list]
        let bytes = (before ?? (isKnown ? population.property(name, of: profile).count : 0)) + count
        guard bytes <= propertyLimits.listBytes else {
            throw .invalid(
                pointer: pointer(place, name),
                detail: "The list would have \(bytes) bytes; at most \(propertyLimits.listBytes) are kept.")
        }
        undo.append(.grown(list, old: before))
        grownLists[list] = bytes
        newValueBytes += bytes
    }

    /// The JSON pointer of a member; see RFC 6901.
    private func pointer(_ place: String, _ name: String) -> String {
        place + "/" + name.prefix(100).replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
