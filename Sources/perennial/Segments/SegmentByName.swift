import ArgumentParser
import Facts
import Shop

extension Shop {
    /// The segment of an id or a name.
    ///
    /// - Throws: an exit, with words, where there is none, or several have the name.
    func segment(named name: String) throws -> SegmentDefinition {
        let segments = definitions.segments
        let found = segments.filter { ids.id($0.number) == name || $0.name == name }
        guard found.count == 1, let segment = found.first else {
            throw failure(
                .noInput,
                found.isEmpty
                    ? "There is no segment \(visible(name)).\(NearestNames.advice(name, among: segments.map(\.name)))"
                    : "\(found.count) segments are called \(visible(name)); name it by its id: perennial segment list.")
        }
        return segment
    }
}
