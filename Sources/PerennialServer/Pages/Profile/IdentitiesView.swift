import Facts
import Markup
import Wording

/// What says who a person is.
struct IdentitiesView {
    let setting: PageSetting
    let model: ProfileModel

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.Profile.identitiesTitle), id: "identities", width: 12) {
            Node.make(.dl, [.css("pairs stacked")]) {
                for identity in model.identities {
                    Node.make(.dt) { Node.text(words(identity.kind.phrase)) }
                    Node.make(.dd) {
                        Node.outside(identity.value, longest: 120)
                        if identity.isMasked { Node.small(words(Phrase.Profile.masked)) }
                    }
                }
                Node.make(.dt) { Node.text(words(Phrase.IdentityName.profileID)) }
                Node.make(.dd) { Node.make(.code) { Node.outside(model.name.id) } }
            }
        }
    }
}

extension IdentityKind {
    /// Its name.
    var phrase: Phrase {
        switch self {
        case .email: Phrase.IdentityName.email
        case .phone: Phrase.IdentityName.phone
        case .externalID: Phrase.IdentityName.externalID
        case .anonymousID: Phrase.IdentityName.anonymousID
        case .customerID: Phrase.IdentityName.customerID
        }
    }
}
