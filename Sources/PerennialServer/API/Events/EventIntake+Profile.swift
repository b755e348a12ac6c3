import Facts
import JSON
import Journal
import Population
import Shop

extension EventIntake {
    /// Takes up whose an event is.
    mutating func take(_ profile: ProfileBody, _ shop: Shop, withChange: Bool = true) throws(APIError) {
        if let id = profile.id {
            guard let number = shop.ids.number(.profile, id) else { throw .notFound("profile", id: id) }
            self.profile = ProfileNumber(UInt32(truncatingIfNeeded: number))
        } else if profile.identities.isEmpty {
            throw .invalid(
                "At least one identifier is needed: id, email, phone_number, external_id or anonymous_id.",
                pointer: "/data/attributes/profile/data/attributes")
        }
        identities = profile.identities
        if withChange { change = profile.change }
    }
}

extension JobError {
    /// What the writer refused of an event, whose properties are kept.
    init(_ error: IntakeError, row: Int, properties: [UInt8]) {
        let document = try? JSONDocument(properties.isEmpty ? Array("{}".utf8) : properties)
        self.init(error, row: row, refused: document?.root)
    }
}
