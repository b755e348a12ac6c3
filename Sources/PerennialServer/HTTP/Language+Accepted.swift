import Wording

extension Language {
    /// The first language of an `Accept-Language` that texts are written in; `nil` where it names none of them.
    init?(acceptable header: String) {
        for wanted in header.split(separator: ",") {
            guard let known = Language(rawValue: String(wanted.filter { $0 != " " }.prefix(2)).lowercased()) else { continue }
            self = known
            return
        }
        return nil
    }
}
