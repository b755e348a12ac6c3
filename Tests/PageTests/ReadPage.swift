import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What an XML parser finds in a page.
final class ReadPage: NSObject, XMLParserDelegate, @unchecked Sendable {
    struct Element {
        var name: String
        var attributes: [String: String]
    }

    private(set) var elements: [Element] = []
    private(set) var text = ""
    private(set) var headings: [String] = []
    private(set) var error: String?
    /// What is said in another language than the page, by the language that it is marked as.
    private(set) var foreign: [(language: String, text: String)] = []
    private var heading: String?
    /// Of each element that is open, what it is marked as.
    private var languages: [String?] = []

    init(_ page: String) {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        if !parser.parse() { error = error ?? "\(String(describing: parser.parserError)), line \(parser.lineNumber)" }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
    /// Drawings that say something; others stand beside words that say the same.
    var figures: [Element] { all("svg").filter { $0.attributes["role"] == "img" } }
    func values(of attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

    /// Names of elements and how often they stand in the page, but for the one that text from outside stands in.
    var counts: [String: Int] { Dictionary(elements.map { ($0.name, 1) }, uniquingKeysWith: +).filter { $0.key != "bdi" } }
    var attributeNames: Set<String> { Set(elements.flatMap(\.attributes.keys)) }

    /// Words that show a value which is none.
    var brokenWords: Set<Substring> { Set(text.split { !$0.isLetter }).intersection(["nan", "NaN", "inf", "nil", "Optional"]) }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        elements.append(Element(name: name, attributes: attributes))
        if ["h1", "h2", "h3"].contains(name) { heading = "" }
        if let language = attributes["lang"], !languages.isEmpty { foreign.append((language, "")) }
        languages.append(attributes["lang"])
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        languages.removeLast()
        if ["h1", "h2", "h3"].contains(name), let text = heading {
            headings.append(text)
            heading = nil
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
        if heading != nil { heading? += string }
        if languages.dropFirst().contains(where: { $0 != nil }) { foreign[foreign.count - 1].text += string }
    }

    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { error = "\(parseError), line \(parser.lineNumber)" }
}
