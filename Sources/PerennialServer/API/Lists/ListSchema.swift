import Facts
import JSON
import Shop

extension ListResource {
    /// The form of a list in answers.
    static let schema = Schema.resource("list", id: true, attributes: attributes)

    /// What the journal keeps of a list.
    static func body(name: String, optInProcess: OptInProcess) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("name", name)
            writer.member("opt_in_process", optInProcess.rawValue)
        }
        return writer.text
    }
}

extension DefinitionTable {
    /// The lists that live, by number.
    var lists: [ListResource] { all(.list).compactMap { ListResource($0) } }
}

extension Shop {
    /// The list of an id in a path. 404 for one that is not there.
    func list(_ id: String) throws(APIError) -> ListResource {
        guard let number = ids.list(id), let list = definitions[.list, UInt64(number.value)].flatMap({ ListResource($0) }) else {
            throw .notFound("list", id: id)
        }
        return list
    }
}
