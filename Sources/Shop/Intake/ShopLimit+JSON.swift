import JSON

// As a job keeps it, for the page that tells of it in other words.
extension ShopLimit {
    /// What was written down by ``write(to:)``.
    init?(_ json: JSONValue) {
        let most = Int(clamping: json["most"]?.int ?? 0)
        let another = json["another"]?.string ?? ""
        switch json["of"]?.string {
        case "metrics": self = .metrics(most: most, another: another)
        case "profiles": self = .profiles
        case "properties": self = .properties(most: most, another: another)
        case "properties-from-browsers": self = .propertiesFromBrowsers(most: most, another: another)
        case "property-values": self = .propertyValues(mostBytes: most)
        case "property-list": self = .propertyList(bytes: Int(clamping: json["bytes"]?.int ?? 0), mostBytes: most)
        default: return nil
        }
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .metrics(let most, let another): json.limit("metrics", most, another)
            case .profiles: json.member("of", "profiles")
            case .properties(let most, let another): json.limit("properties", most, another)
            case .propertiesFromBrowsers(let most, let another): json.limit("properties-from-browsers", most, another)
            case .propertyValues(let most): json.limit("property-values", most, nil)
            case .propertyList(let bytes, let most):
                json.limit("property-list", most, nil)
                json.member("bytes", bytes)
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func limit(_ name: String, _ most: Int, _ another: String?) {
        member("of", name)
        member("most", most)
        // A file may name anything at any length; a page shows its beginning.
        if let another { member("another", String(String.UnicodeScalarView(another.unicodeScalars.prefix(400)))) }
    }
}
