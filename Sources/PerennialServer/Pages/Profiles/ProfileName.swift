import Markup
import Wording

/// A profile as lists name it.
struct ProfileName: Sendable {
    /// The public id.
    var id: String
    /// First and last name, or what is known of them.
    var name: String?
    var email: String?
    /// The number by which the shop knows them.
    var customerID: String?

    /// What it is called where there is room for one thing.
    func title(_ words: Words) -> String {
        if let known = [name, email].compactMap({ $0 }).first(where: { !$0.isEmpty }) { return known }
        if let customerID, !customerID.isEmpty { return "\(words(Phrase.Profile.customer)) \(customerID)" }
        return "\(words(Phrase.Profile.unnamed)) \(id.suffix(6))"
    }

    /// A link with the address below it.
    func link(_ words: Words) -> Node {
        .group {
            Node.element(.a, [.css("who"), .to(PagePaths.profile(id))], [.outside(title(words), longest: 60)])
            if let name, !name.isEmpty, let email, !email.isEmpty {
                Node.element(.small, [.css("below")], [.outside(email, longest: 60)])
            }
        }
    }
}
