import Markup

extension PagePaths {
    /// Lists and segments in one table.
    static let groups = PagePath("segments")
    /// Where a segment is put together.
    static let newSegment = PagePath("segments", "new")
    /// What is offered ready.
    static let readyMade = PagePath("segments", "ready-made")
    static let newList = PagePath("lists", "new")

    /// The page of a list or segment.
    static func group(_ kind: ProfileGroup, _ id: String) -> PagePath { PagePath(kind.rawValue + "s", id) }

    static func segment(_ id: String) -> PagePath { group(.segment, id) }
    static func list(_ id: String) -> PagePath { group(.list, id) }

    /// Where a list or segment is changed.
    static func editing(_ kind: ProfileGroup, _ id: String) -> PagePath { group(kind, id).appending("edit") }

    /// Where it is asked once more before one is deleted.
    static func deleting(_ kind: ProfileGroup, _ id: String) -> PagePath { group(kind, id).appending("delete") }

    /// Where one is set beside another.
    static func comparing(_ kind: ProfileGroup, _ id: String) -> PagePath { group(kind, id).appending("compare") }

    /// Where one becomes a file.
    static func exporting(_ kind: ProfileGroup, _ id: String) -> PagePath { group(kind, id).appending("export") }

    /// Who is in one.
    static func members(of id: String) -> PagePath { profiles.with(ProfileQuery.withinParameter, id) }

    /// Says on a page what was just done.
    static let doneParameter = "done"
}
