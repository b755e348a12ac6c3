import Facts
import HTTPTypes
import JSON

/// Writes a JSON:API document: `data`, then `included`, then `links`.
struct DocumentWriter: Sendable {
    private var json = JSONWriter(capacity: 512)
    private var extra: JSONWriter?
    private var links: PageLinks?
    private var warnings: [(pointer: String, detail: String)] = []
    let query: Query
    let baseURL: String

    init(query: Query, baseURL: String) {
        self.query = query
        self.baseURL = baseURL
        json.beginObject()
    }

    /// `data` as one resource, that `write` gives.
    mutating func one<E: Error>(_ write: (inout ResourceListWriter) throws(E) -> Void) throws(E) {
        json.key("data")
        try list(write)
    }

    /// `data` as null: there is nothing.
    mutating func nothing() {
        json.key("data")
        json.null()
    }

    /// `data` as a list of resources, with the page's links.
    mutating func many<E: Error>(_ links: PageLinks, _ write: (inout ResourceListWriter) throws(E) -> Void) throws(E) {
        self.links = links
        json.key("data")
        json.beginArray()
        try list(write)
        json.endArray()
    }

    /// `included`: resources that were asked for by `include`.
    mutating func included<E: Error>(_ write: (inout ResourceListWriter) throws(E) -> Void) throws(E) {
        var writer = JSONWriter()
        writer.beginArray()
        var list = ResourceListWriter(json: writer, query: query, baseURL: baseURL)
        try write(&list)
        writer = list.json
        writer.endArray()
        extra = writer
    }

    /// `meta.warnings`: what looks odd, and was done all the same. Without any there is no `meta`.
    mutating func warn(_ pointer: String, _ detail: String) { warnings.append((pointer, detail)) }

    private mutating func list<E: Error>(_ write: (inout ResourceListWriter) throws(E) -> Void) throws(E) {
        // The writer is moved, not copied: two holders of its bytes would cost a copy of all that is written.
        var list = ResourceListWriter(json: json, query: query, baseURL: baseURL)
        json = JSONWriter()
        try write(&list)
        json = list.json
    }

    mutating func finish() -> [UInt8] {
        if let extra {
            json.key("included")
            json.raw(extra.bytes)
        }
        if !warnings.isEmpty {
            json.object("meta") { json in
                json.array("warnings") { json in
                    for warning in warnings {
                        json.object { json in
                            json.member("pointer", warning.pointer)
                            json.member("detail", warning.detail)
                        }
                    }
                }
            }
        }
        if let links {
            json.key("links")
            json.beginObject()
            json.member("self", links.own)
            json.member("next", links.next)
            json.member("prev", links.previous)
            json.endObject()
        }
        json.endObject()
        return json.bytes
    }
}

/// Writes resources one after another.
struct ResourceListWriter: Sendable {
    fileprivate(set) var json: JSONWriter
    let query: Query
    let baseURL: String

    /// One resource. `path` is its own address: `/api/lists/Y6nRLr`.
    mutating func resource<E: Error>(
        _ type: String, id: String, path: String? = nil, _ write: (inout ResourceWriter) throws(E) -> Void
    ) throws(E) {
        json.beginObject()
        json.member("type", type)
        json.member("id", id)
        var writer = ResourceWriter(json: json, fields: query.fieldSet(type), path: path.map { baseURL + $0 }, baseURL: baseURL)
        json = JSONWriter()
        try write(&writer)
        json = writer.finish()
    }

    /// A reference: type and id alone.
    mutating func reference(_ type: String, id: String) {
        json.beginObject()
        json.member("type", type)
        json.member("id", id)
        json.endObject()
    }
}

/// Writes what is in a resource: attributes once, then relationships.
struct ResourceWriter: Sendable {
    private var json: JSONWriter
    private let fields: FieldSet
    private let path: String?
    private let baseURL: String
    private var hasRelationships = false

    fileprivate init(json: JSONWriter, fields: FieldSet, path: String?, baseURL: String) {
        self.json = json
        self.fields = fields
        self.path = path
        self.baseURL = baseURL
    }

    /// `attributes`, of which those are written that `fields[type]` asks for.
    mutating func attributes<E: Error>(_ write: (inout AttributeWriter) throws(E) -> Void) throws(E) {
        json.key("attributes")
        var writer = AttributeWriter(json: json, fields: fields)
        json = JSONWriter()
        writer.json.beginObject()
        try write(&writer)
        writer.json.endObject()
        json = writer.json
    }

    /// Where a relationship can be asked for by itself.
    enum Links: Sendable {
        /// Its references, and the resources.
        case both
        /// The resources.
        case related
        /// The resource, at a place of its own: not under this one.
        case at(String)
        /// Nowhere.
        case none
    }

    /// A relationship to many: its references where they were asked for, and where to find them.
    mutating func relationship(_ name: String, type: String = "", ids: [String]? = nil, links: Links = .both) {
        beginRelationship(name)
        if let ids {
            json.key("data")
            json.beginArray()
            for id in ids { Self.reference(type, id, &json) }
            json.endArray()
        }
        endRelationship(name, links)
    }

    /// A relationship to one, or to none.
    mutating func relationship(_ name: String, type: String, id: String?, links: Links = .both) {
        beginRelationship(name)
        json.key("data")
        if let id { Self.reference(type, id, &json) } else { json.null() }
        endRelationship(name, links)
    }

    private mutating func beginRelationship(_ name: String) {
        if !hasRelationships {
            hasRelationships = true
            json.key("relationships")
            json.beginObject()
        }
        json.key(name)
        json.beginObject()
    }

    private mutating func endRelationship(_ name: String, _ links: Links = .both) {
        switch links {
        case .both: writeLinks(references: path.map { "\($0)/relationships/\(name)" }, related: path.map { "\($0)/\(name)" })
        case .related: writeLinks(references: nil, related: path.map { "\($0)/\(name)" })
        case .at(let place): writeLinks(references: nil, related: baseURL + place)
        case .none: break
        }
        json.endObject()
    }

    private mutating func writeLinks(references: String?, related: String?) {
        guard let related else { return }
        json.key("links")
        json.beginObject()
        if let references { json.member("self", references) }
        json.member("related", related)
        json.endObject()
    }

    private static func reference(_ type: String, _ id: String, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("type", type)
        json.member("id", id)
        json.endObject()
    }

    fileprivate consuming func finish() -> JSONWriter {
        if hasRelationships { json.endObject() }
        if let path {
            json.key("links")
            json.beginObject()
            json.member("self", path)
            json.endObject()
        }
        json.endObject()
        return json
    }
}

/// Writes attributes, leaving out those that were not asked for.
struct AttributeWriter: Sendable {
    fileprivate(set) var json: JSONWriter
    private let fields: FieldSet

    fileprivate init(json: JSONWriter, fields: FieldSet) {
        self.json = json
        self.fields = fields
    }

    /// Whether an attribute is asked for: to spare the work where it is not.
    func wants(_ name: String) -> Bool { fields.contains(name) }

    mutating func member(_ name: String, _ value: String?) {
        if fields.contains(name) { json.member(name, value) }
    }

    mutating func member(_ name: String, _ value: Double?) {
        if fields.contains(name) { json.member(name, value) }
    }

    mutating func member(_ name: String, _ value: Bool?) {
        if fields.contains(name) { json.member(name, value) }
    }

    mutating func member<Number: BinaryInteger>(_ name: String, _ value: Number?) {
        if fields.contains(name) { json.member(name, value) }
    }

    /// An instant as Klaviyo writes it.
    mutating func member(_ name: String, _ value: Instant?) {
        if fields.contains(name) { json.member(name, value.map(Timestamp.text)) }
    }

    /// Whatever `write` writes as the value: one JSON value.
    mutating func value<E: Error>(_ name: String, _ write: (inout JSONWriter) throws(E) -> Void) throws(E) {
        guard fields.contains(name) else { return }
        json.key(name)
        try write(&json)
    }

    /// An object within, of which parts may be asked for: `location.city`.
    mutating func object<E: Error>(_ name: String, _ write: (inout AttributeWriter) throws(E) -> Void) throws(E) {
        guard fields.contains(name) else { return }
        json.key(name)
        var inner = AttributeWriter(json: json, fields: fields.within(name))
        json = JSONWriter()
        inner.json.beginObject()
        try write(&inner)
        inner.json.endObject()
        json = inner.json
    }
}
