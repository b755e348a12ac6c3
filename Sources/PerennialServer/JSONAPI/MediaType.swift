/// Which kinds of content are taken and given.
enum MediaType {
    /// JSON:API, what `/api` and `/client` speak.
    static let jsonAPI = "application/vnd.api+json"
    static let json = "application/json"
    static let html = "text/html; charset=utf-8"
    static let text = "text/plain; charset=utf-8"
    static let csv = "text/csv; charset=utf-8"

    /// Whether a body of this `Content-Type` can be read as JSON: one of the two types, and no character set but UTF-8.
    static func isJSON(_ contentType: String) -> Bool {
        // What official clients send, without a look at parameters.
        if contentType == jsonAPI || contentType == json { return true }
        let parts = contentType.split(separator: ";", omittingEmptySubsequences: false)
        guard let first = parts.first else { return false }
        let type = first.trimmed.lowercased()
        guard type == jsonAPI || type == json else { return false }
        for parameter in parts.dropFirst() {
            let sides = parameter.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, sides[0].trimmed.lowercased() == "charset" else { continue }
            let value = sides[1].trimmed.filter { $0 != "\"" }.lowercased()
            guard value == "utf-8" || value == "utf8" else { return false }
        }
        return true
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(self[first...last])
    }
}
