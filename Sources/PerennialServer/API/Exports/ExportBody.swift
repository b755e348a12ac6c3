import Facts
import JSON
import Shop

/// What a request says of an export: of whom, which columns, written how.
struct ExportBody {
    /// The attributes.
    static let attributes: [Schema.Property] = [
        .init("properties", .array(of: .string(longest: 1_000, shortest: 1), most: ExportOrder.mostColumns, least: 1)),
        .init("preset", .oneOf(ExportStyle.Preset.allCases.map(\.rawValue))), .init("raw", .bool),
    ]

    /// A list, or a segment, or neither for everybody.
    static let relationships: [Schema.Property] = [
        .init("list", .document(.reference("list"))), .init("segment", .document(.reference("segment"))),
    ]

    /// Reads it; what is wrong is noted in the body.
    static func order(_ body: ResourceBody, _ shop: Shop) throws(APIError) -> ExportOrder {
        let names = body.attributes.array("properties", least: 1, most: ExportOrder.mostColumns)
        let preset = body.attributes.oneOf("preset", as: ExportStyle.Preset.self)
        let isRaw = body.attributes.bool("raw")
        let columns = names?.compactMap { name -> ExportColumn? in
            guard let text = name.ownString() else { return nil }
            guard let column = ExportColumn(named: text) else {
                let known = ExportColumn.Standard.allCases.map(\.rawValue)
                name.fault("There is no column '\(text.prefix(80))'.\(NearestNames.advice(text, among: known))")
                return nil
            }
            if let model = shop.missingRFMModel(of: [column]) {
                name.fault("There is no RFM model '\(model.prefix(80))'.\(NearestNames.advice(model, among: shop.rfmModels.map(\.name)))")
            }
            return column
        }
        let (list, segment) = (body.relation("list", type: "list"), body.relation("segment", type: "segment"))
        if list != nil, segment != nil { body.data.fault("Name a list or a segment, not both.", at: "relationships") }
        try body.check()
        var source = ExportSource.everybody
        if let list { source = .list(try shop.list(list).number) }
        if let segment { source = .segment(try shop.segment(segment).number) }
        return ExportOrder(source: source, columns: columns, preset: preset ?? .plain, isRaw: isRaw ?? false)
    }
}

extension ExportOrder {
    /// Writes what ``ExportBody/attributes`` has.
    func write(to attributes: inout AttributeWriter) {
        attributes.value("properties") { json in
            json.array { list in for column in style.columns { list.string(column.spelling) } }
        }
        attributes.member("preset", preset.rawValue)
        attributes.member("raw", isRaw)
    }

    /// Writes what ``ExportBody/relationships`` has.
    func writeSource(to resource: inout ResourceWriter, _ ids: PublicIDs) {
        switch source {
        case .everybody: break
        case .list(let list): resource.relationship("list", type: "list", id: ids.id(list), links: .none)
        case .segment(let segment): resource.relationship("segment", type: "segment", id: ids.id(segment), links: .none)
        }
    }
}
