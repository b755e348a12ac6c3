import Foundation

@testable import Charts

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A drawing read back by an XML parser that knows nothing of how it was written.
final class ParsedDrawing: NSObject, XMLParserDelegate {
    struct Element {
        var name: String
        var attributes: [String: String]
        var text = ""
        /// The elements that it stands in.
        var path: [String]
    }

    private(set) var elements: [Element] = []
    private(set) var isWellFormed = false
    private var open: [Int] = []

    init(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        elements.append(Element(name: elementName, attributes: attributes, path: open.map { elements[$0].name }))
        open.append(elements.count - 1)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if let last = open.last { elements[last].text += string }
    }

    func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func number(_ name: String, of element: Element) -> Double { element.attributes[name].flatMap(Double.init) ?? 0 }

    /// Width and height of the view box.
    var size: (width: Double, height: Double) {
        let parts = (elements.first?.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
        return parts.count == 4 ? (parts[2], parts[3]) : (0, 0)
    }

    /// Where a text stands.
    struct Box {
        var text: String
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double

        func overlaps(_ other: Box) -> Bool { left < other.right && other.left < right && top < other.bottom && other.top < bottom }
    }

    /// The boxes of all texts by the measured widths; of rotated ones the box around them.
    func boxes(includingRotated: Bool) -> [Box] {
        elements.filter { $0.name == "text" }.compactMap { element -> Box? in
            let size = number("font-size", of: element)
            let weight: TextMeasure.Weight = element.attributes["font-weight"] == nil ? .regular : .bold
            let width = TextMeasure.width(element.text, size: size, weight: weight)
            let x = number("x", of: element)
            let y = number("y", of: element)
            if element.attributes["transform"] != nil {
                guard includingRotated else { return nil }
                // It rises at 40 degrees to the point where it ends.
                return Box(
                    text: element.text, left: x - width * 0.766 - size * 0.6, right: x + 2, top: y - size,
                    bottom: y + width * 0.643 + size * 0.2)
            }
            let shares: [String: Double] = ["middle": 0.5, "end": 1]
            let before = (shares[element.attributes["text-anchor"] ?? ""] ?? 0) * width
            return Box(text: element.text, left: x - before, right: x - before + width, top: y - size * 0.75, bottom: y + size * 0.2)
        }
    }
}
