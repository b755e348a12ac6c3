import Facts
import JSON
import Population

extension Population {
    /// A standard attribute that is text; `nil` without one.
    func text(_ name: String, of profile: ProfileNumber) -> String? {
        let json = attribute(name, of: profile)
        return json.isEmpty ? nil : (try? JSONDocument(json))?.root.string
    }
}

extension ProfileName {
    /// How lists name a profile.
    init(_ profile: ProfileNumber, _ population: Population, _ ids: PublicIDs) {
        let names = [population.text("first_name", of: profile), population.text("last_name", of: profile)].compactMap { $0 }
        self.init(
            id: ids.id(profile), name: names.isEmpty ? nil : names.joined(separator: " "),
            email: population.identity(.email, of: profile), customerID: population.shownID(of: profile))
    }
}
