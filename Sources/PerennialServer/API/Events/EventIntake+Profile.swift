import Facts
import JSON
import Journal
import Population
import Shop

extension ProfileBody {
    /// The profile of an event, from `profile.data` beside what happened; `nil` where something is wrong, which is noted.
    init?(within attributes: BodyReader, ids: PublicIDs) throws(APIError) {
        guard let data = attributes.object("profile", isRequired: true)?.object("data", isRequired: true) else { return nil }
        try self.init(data, ids: ids)
    }

    /// What `profile.data` of an event looks like.
    static let eventSchema = Schema.resource("profile", id: false, attributes: ProfileAttributes.request, attributesRequired: false)
}

extension EventIntake {
    /// Takes up whose an event is, and what is said of them.
    mutating func take(_ body: ProfileBody, withChange: Bool = true) {
        profile = body.profile
        identities = body.identities
        if withChange { change = body.change }
    }
}

extension JobError {
    /// What the writer refused of an event, whose properties are kept.
    init(_ error: IntakeError, row: Int, properties: [UInt8]) {
        let document = try? JSONDocument(properties.isEmpty ? Array("{}".utf8) : properties)
        self.init(error, row: row, refused: document?.root)
    }
}
