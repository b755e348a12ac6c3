import Markup
import Wording

/// Why a page cannot be shown.
enum PageFailure: CaseIterable, Sendable {
    /// 400: what came cannot be read.
    case unreadable
    /// 413: too much came.
    case tooLarge
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
        case .unreadable: 400
        case .tooLarge: 413
        case .notFound: 404
        case .forbidden, .formTooOld: 403
        case .failed: 500
        }
    }

    /// What to say of a status.
    init(_ status: Int) {
        self =
            switch status {
            case 400: .unreadable
            case 403: .forbidden
            case 413: .tooLarge
            case 400..<500: .notFound
            default: .failed
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
        case .unreadable: Phrase.Failure.unreadable
        case .tooLarge: Phrase.Failure.tooLarge
        case .notFound: Phrase.Failure.notFound
        case .forbidden: Phrase.Failure.forbidden
        case .formTooOld: Phrase.Failure.formTooOld
        case .failed: Phrase.Failure.failed
        }
    }

    private var help: Phrase {
        switch failure {
        case .unreadable: Phrase.Failure.unreadableHelp
        case .tooLarge: Phrase.Failure.tooLargeHelp
        case .notFound: Phrase.Failure.notFoundHelp
        case .forbidden: Phrase.Failure.forbiddenHelp
        case .formTooOld: Phrase.Failure.formTooOldHelp
        case .failed: Phrase.Failure.failedHelp
        }
    }
}
