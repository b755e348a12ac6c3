import Facts
public import JSON
import Segments

/// What somebody wants exported: of whom, which columns, written how.
public struct ExportOrder: Sendable, Equatable {
    /// Of whom.
    public var source: ExportSource
    /// Which columns, in their order; `nil` for those of the preset.
    public var columns: [ExportColumn]?
    /// For which program.
    public var preset: ExportStyle.Preset
    /// Whether texts stay as they are; see ``ExportStyle/isRaw``.
    public var isRaw: Bool

    /// Columns that one file may have.
    public static let mostColumns = 500

    /// What is wanted.
    public init(source: ExportSource, columns: [ExportColumn]? = nil, preset: ExportStyle.Preset = .plain, isRaw: Bool = false) {
        self.source = source
        self.columns = columns
        self.preset = preset
        self.isRaw = isRaw
    }

    /// How it is written. Where no columns are chosen, members of a list or segment say since when they are in.
    public var style: ExportStyle {
        var style = ExportStyle(preset, isRaw: isRaw)
        if let columns {
            style.columns = columns
        } else if source != .everybody {
            style.columns.append(.standard(.joinedAt))
        }
        return style
    }

    /// What was written down by ``write(to:)``; `nil` for anything else.
    public init?(_ json: JSONValue) {
        guard let preset = json["preset"]?.string.flatMap({ ExportStyle.Preset(rawValue: $0) }) else { return nil }
        if let list = json["list"]?.int.flatMap({ UInt32(exactly: $0) }) {
            source = .list(ListNumber(list))
        } else if let segment = json["segment"]?.int.flatMap({ UInt32(exactly: $0) }) {
            source = .segment(SegmentNumber(segment))
        } else {
            source = .everybody
        }
        self.preset = preset
        columns = json["columns"].map { $0.elements.compactMap { $0.string.flatMap { ExportColumn(named: $0) } } }
        isRaw = json["raw"]?.bool ?? false
    }

    /// Writes it down as members of an object.
    public func write(to json: inout JSONWriter) {
        switch source {
        case .everybody: break
        case .list(let list): json.member("list", list.value)
        case .segment(let segment): json.member("segment", segment.value)
        }
        json.member("preset", preset.rawValue)
        json.member("raw", isRaw)
        if let columns { json.array("columns") { list in for column in columns { list.string(column.spelling) } } }
    }
}
