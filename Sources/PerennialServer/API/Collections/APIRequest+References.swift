extension APIRequest {
    /// A document of references to many things of a type.
    func references(_ type: String, _ ids: [String], next: Cursor? = nil, previous: Cursor? = nil) -> APIResponse {
        document { document in
            document.many(pageLinks(next: next, previous: previous)) { list in
                for id in ids { list.reference(type, id: id) }
            }
        }
    }

    /// A document of a reference to one thing, or to none.
    func reference(_ type: String, _ id: String?) -> APIResponse {
        document { document in
            if let id { document.one { $0.reference(type, id: id) } } else { document.nothing() }
        }
    }

    /// A collection without anything in it.
    var nothing: APIResponse {
        document { document in document.many(pageLinks()) { _ in } }
    }
}
