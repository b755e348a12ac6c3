import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What a browser sends of a form as it stands on a page: the name and value of each of its fields.
final class SentForm: NSObject, XMLParserDelegate {
    private(set) var pairs: [(name: String, value: String)] = []
    /// Whether the page could be read to its end.
    private(set) var isWhole = false
    private var isInside = false
    private var selection: (name: String, first: String?, chosen: String?)?
    private var area: (name: String, text: String)?
    private let id: String

    init(_ page: String, id: String) {
        self.id = id
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        isWhole = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        if element == "form" { isInside = attributes["id"] == id }
        guard isInside else { return }
        let name = attributes["name"] ?? ""
        switch element {
        case "input":
            let isTick = attributes["type"] == "checkbox" || attributes["type"] == "radio"
            if isTick, attributes["checked"] == nil { return }
            pairs.append((name, Self.kept(attributes["value"] ?? "", attributes["type"] ?? "text")))
        case "select": selection = (name, nil, nil)
        case "option":
            let value = attributes["value"] ?? ""
            if selection?.first == nil { selection?.first = value }
            if attributes["selected"] != nil { selection?.chosen = value }
        case "textarea": area = (name, "")
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { area?.text += string }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        switch element {
        case "form": isInside = false
        case "select":
            if let selection, let value = selection.chosen ?? selection.first { pairs.append((selection.name, value)) }
            selection = nil
        case "textarea":
            if let area { pairs.append((area.name, area.text.replacing("\n", with: "\r\n"))) }
            area = nil
        default: break
        }
    }

    /// What stands in a field: one line; of days and moments only what is one.
    private static func kept(_ value: String, _ type: String) -> String {
        let line = value.filter { !$0.isNewline }
        switch type {
        case "date": return line.wholeMatch(of: /\d{4}-\d\d-\d\d/) == nil ? "" : line
        case "datetime-local": return line.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?/) == nil ? "" : line
        default: return line
        }
    }
}
