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
            throw .full(.propertyValues(mostBytes: propertyLimits.allBytes), pointer: "\(place)/attributes")
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
            throw .full(.properties(most: propertyLimits.names, another: name), pointer: pointer(place, name))
        }
        guard count < propertyLimits.namesForBrowsers || source != .client else {
            throw .full(.propertiesFromBrowsers(most: propertyLimits.namesForBrowsers, another: name), pointer: pointer(place, name))
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
            throw .full(.propertyList(bytes: bytes, mostBytes: propertyLimits.listBytes), pointer: pointer(place, name))
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
