import Markup
import Wording

/// A key or a link that is shown once.
struct SecretView {
    let setting: PageSetting
    let secret: KeysModel.Secret
    /// What it is, and that it is shown this once.
    let lead: Phrase
    /// What to do where it was shown already.
    let gone: Phrase

    var node: Node {
        switch secret {
        case .none: .nothing
        case .gone: setting.refused(setting.words(gone))
        case .shown(let text):
            .make(.aside, [.css("notice done"), Attribute(name: .role, value: "status")]) {
                Node.p(setting.words(lead))
                Node.make(.p, [.css("secret")]) { Node.make(.code) { Node.outside(text, longest: 500) } }
            }
        }
    }
}
