import Markup
import Wording

/// Where there is no form to show: no owner yet, or a link that no longer works.
struct LinkView {
    /// What is the matter.
    enum Reason: CaseIterable, Sendable {
        /// Somebody wants to sign in before there is an owner.
        case noOwnerYet
        /// The one-time link was used, is too old, or never was one.
        case linkUsed
        /// The same of a link by which somebody sets a password.
        case passwordLinkUsed
    }

    let frame: PageFrame
    let reason: Reason

    private var words: Words { frame.setting.words }

    var html: String {
        frame.document(title: words(title), section: nil, isNarrow: true) {
            Node.make(.section, [.css("card message")]) {
                Node.make(.h1) { Node.text(words(title)) }
                Node.p(words(help))
                if reason != .noOwnerYet {
                    Node.make(.p, [.css("links")]) {
                        Node.link(words(Phrase.SignIn.button), to: PagePaths.signIn)
                        if reason == .passwordLinkUsed {
                            Node.link(words(Phrase.ForgottenPassword.link), to: PagePaths.forgottenPassword)
                        }
                    }
                }
            }
        }
    }

    private var title: Phrase {
        switch reason {
        case .noOwnerYet: Phrase.SignIn.noOwner
        case .linkUsed, .passwordLinkUsed: Phrase.Owner.linkUsed
        }
    }

    private var help: Phrase {
        switch reason {
        case .noOwnerYet: Phrase.SignIn.noOwnerHelp
        case .linkUsed: Phrase.Owner.linkUsedHelp
        case .passwordLinkUsed: Phrase.SetPassword.linkUsedHelp
        }
    }
}
