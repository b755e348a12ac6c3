import JSON
import Wording

extension SegmentWords {
    /// What a property says, which is kept as JSON: a text in quotes, a number, yes or no, the elements of a list.
    func said(json: String) -> String {
        // JSON that cannot be read, and an object, are shown as they are kept.
        guard let document = try? JSONDocument(json) else { return quoted(json) }
        return said(document.root) ?? quoted(json)
    }

    private func said(_ value: JSONValue) -> String? {
        switch value.kind {
        case .string: value.string.map { quoted($0) }
        case .number: value.double.map { format.exact($0) }
        case .bool: value.bool.map { $0 ? yes : no }
        case .null, .object: nil
        case .array: elements(value)
        }
    }

    private func elements(_ list: JSONValue) -> String? {
        var said: [String] = []
        for element in list.elements { said.append(self.said(element) ?? quoted(String(decoding: element.compactBytes, as: UTF8.self))) }
        return said.isEmpty ? nil : listed(said)
    }
}
