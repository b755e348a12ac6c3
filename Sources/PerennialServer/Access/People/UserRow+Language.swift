import JSON
import Journal
import Wording

extension UserRow {
    /// The language that the person chose for the pages; `nil` for none.
    var language: Language? {
        get { (try? JSONDocument(detail))?.root["language"]?.string.flatMap { Language(rawValue: $0) } }
        set {
            var json = JSONWriter()
            json.object { json in
                if let document = try? JSONDocument(detail) {
                    for (name, value) in document.root.members where name != "language" { json.member(name, value) }
                }
                if let newValue { json.member("language", newValue.rawValue) }
            }
            detail = json.text
        }
    }
}
