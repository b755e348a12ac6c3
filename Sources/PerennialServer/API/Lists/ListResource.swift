import Facts
import JSON
import Journal

/// A list as answers show it. Its definition is a JSON object with `name` and `opt_in_process`.
struct ListResource: Sendable {
    /// How somebody joins.
    enum OptInProcess: String, CaseIterable, Sendable {
        /// At once.
        case single = "single_opt_in"
        /// After a confirmation.
        case double = "double_opt_in"
    }

    /// Attributes that `fields[list]` may ask for.
    static let fields = ["id", "name", "created", "updated", "opt_in_process"]

    /// What an answer says.
    static let attributes: [Schema.Property] = [
        .init("name", .nullable(.text)), .init("created", .nullable(.string(format: .instant))),
        .init("updated", .nullable(.string(format: .instant))),
        .init("opt_in_process", .nullable(.oneOf(OptInProcess.allCases.map(\.rawValue)))),
    ]

    let number: ListNumber
    let name: String
    let optInProcess: OptInProcess
    let created: Instant
    let updated: Instant

    /// The list of a definition; `nil` for one that is none.
    init?(_ definition: Definition) {
        guard let root = try? JSONDocument(definition.body).root, let name = root["name"]?.string,
            let number = UInt32(exactly: definition.number)
        else { return nil }
        self.number = ListNumber(number)
        self.name = name
        optInProcess = root["opt_in_process"]?.string.flatMap(OptInProcess.init) ?? .single
        created = definition.createdAt
        updated = definition.updatedAt
    }

    /// Where the list is found.
    func path(_ ids: PublicIDs) -> String { "/api/lists/\(ids.id(number))" }

    /// Writes the resource; `more` writes attributes that only some answers have.
    func write(
        to resources: inout ResourceListWriter, _ ids: PublicIDs, tags: [String]? = nil, more: (inout AttributeWriter) -> Void = { _ in }
    ) {
        resources.resource("list", id: ids.id(number), path: path(ids)) { resource in
            resource.attributes { attributes in
                attributes.member("name", name)
                attributes.member("created", created)
                attributes.member("updated", updated)
                attributes.member("opt_in_process", optInProcess.rawValue)
                more(&attributes)
            }
            resource.relationship("profiles")
            resource.relationship("tags", type: "tag", ids: tags)
            resource.relationship("flow-triggers")
        }
    }
}
