import JSON

/// The `data` of a request's body: one resource, whose type is checked.
struct ResourceBody {
    /// `data` itself, for ids and what is beside the attributes.
    let data: BodyReader
    /// `data.attributes`; an empty object where there are none.
    let attributes: BodyReader

    /// Reads `data` of a document. `type` must stand there; `id` too where it is given: the path's own.
    init(_ document: JSONDocument, type: String, id: String? = nil, attributesRequired: Bool = true) throws(APIError) {
        let root = BodyReader(root: document.root)
        guard root.isObject(), let data = root.object("data", isRequired: true) else {
            try root.check()
            throw .invalid("'data' is required.", pointer: "/data")
        }
        self.data = data
        _ = data.checkType(type)
        if let id, let sent = data.string("id", isRequired: true), sent != id {
            data.fault("The id in the body is not the one in the path.", at: "id")
        }
        guard let attributes = data.object("attributes", isRequired: attributesRequired) else {
            try data.check()
            self.attributes = data.absent("attributes")
            return
        }
        self.attributes = attributes
    }

    /// A relationship's `data` that is one reference; its id.
    func relation(_ name: String, type: String, isRequired: Bool = false) -> String? {
        guard let reference = relationship(name, isRequired: isRequired)?.object("data", isRequired: isRequired) else { return nil }
        _ = reference.checkType(type)
        return reference.string("id", isRequired: true, longest: 200)
    }

    /// A relationship's `data` that is many references; their ids.
    func relations(_ name: String, type: String, isRequired: Bool = false, least: Int = 0, most: Int) -> [String]? {
        guard let holder = relationship(name, isRequired: isRequired) else { return nil }
        return holder.references("data", type: type, isRequired: isRequired, least: least, most: most)
    }

    /// Throws everything that was wrong.
    func check() throws(APIError) { try data.check() }

    private func relationship(_ name: String, isRequired: Bool) -> BodyReader? {
        data.object("relationships", isRequired: isRequired)?.object(name, isRequired: isRequired)
    }
}

extension BodyReader {
    /// Checks a resource's `type`.
    func checkType(_ type: String) -> Bool {
        guard let sent = string("type", isRequired: true) else { return false }
        if sent == type { return true }
        fault("'type' must be \"\(type)\", not \"\(sent.prefix(60))\".", at: "type")
        return false
    }

    /// Ids of references of a type: `[{"type": "profile", "id": "..."}]`.
    func references(_ key: String, type: String, isRequired: Bool = true, least: Int = 0, most: Int) -> [String]? {
        guard let elements = array(key, isRequired: isRequired, least: least, most: most) else { return nil }
        var ids: [String] = []
        ids.reserveCapacity(elements.count)
        for element in elements where element.isObject() && element.checkType(type) {
            if let id = element.string("id", isRequired: true, longest: 200) { ids.append(id) }
        }
        return ids
    }
}
