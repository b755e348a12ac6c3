import Markup
import Wording

/// Why a page cannot be shown.
enum PageFailure: CaseIterable, Sendable {
    /// 404.
    case notFound
    /// 403: the account lacks the right.
    case forbidden
    /// 403: the form's token is not that of the session.
    case formTooOld
    /// 500.
    case failed

    /// The status of the answer.
    var status: Int {
        switch self {
        case .notFound: 404
        case .forbidden, .formTooOld: 403
        case .failed: 500
        }
    }
}

/// A page that says why another cannot be shown, and what to do.
struct FailureView {
    let frame: PageFrame
    let failure: PageFailure
    /// By which the server's log names the request.
    let requestID: String

    private var words: Words { frame.setting.words }

    var html: String {
        frame.document(title: words(title), section: nil, isNarrow: true) {
            Node.make(.section, [.css("card message")]) {
                Node.p("status", String(failure.status))
                Node.make(.h1) { Node.text(words(title)) }
                Node.p(words(help))
                if frame.signedIn != nil {
                    Node.make(.p, [.css("links")]) {
                        Node.link(words(Phrase.Failure.toHome), to: PagePaths.home)
                        Node.link(words(Phrase.Failure.toProfiles), to: PagePaths.profiles)
                    }
                } else {
                    Node.make(.p, [.css("links")]) { Node.link(words(Phrase.SignIn.button), to: PagePaths.signIn) }
                }
                Node.make(.p, [.css("note")]) {
                    Node.text(words.labelled(words(Phrase.Failure.requestID), ""))
                    Node.make(.code) { Node.outside(requestID) }
                }
            }
        }
    }

    private var title: Phrase {
        switch failure {
        case .notFound: Phrase.Failure.notFound
        case .forbidden: Phrase.Failure.forbidden
        case .formTooOld: Phrase.Failure.formTooOld
        case .failed: Phrase.Failure.failed
        }
    }

    private var help: Phrase {
        switch failure {
        case .notFound: Phrase.Failure.notFoundHelp
        case .forbidden: Phrase.Failure.forbiddenHelp
        case .formTooOld: Phrase.Failure.formTooOldHelp
        case .failed: Phrase.Failure.failedHelp
        }
    }
}
