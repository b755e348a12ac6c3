import Facts
import Logging
public import Mail
import Wording

/// How a server sends mail to the people who sign in.
public struct MailOptions: Sendable {
    /// Who takes the mail.
    public var server: MailServer
    /// Whom it is from.
    public var from: MailAddress
    /// Where links lead: an address that clients know, never one that a request names.
    public var publicURL: String

    /// - Parameters:
    ///   - server: who takes the mail.
    ///   - from: whom it is from.
    ///   - publicURL: where clients reach this server, without a slash at the end.
    public init(server: MailServer, from: MailAddress, publicURL: String) {
        self.server = server
        self.from = from
        self.publicURL = publicURL
    }
}

/// Brings mail to those who sign in: a link to somebody who is let in, or who forgot a password.
struct Postman: Sendable {
    let options: MailOptions
    let logger: Logger
    private let queue = WorkQueue(atOnce: 2, longestLine: 20)

    init(options: MailOptions, logger: Logger) {
        self.options = options
        self.logger = logger
    }

    /// Sends a mail, and waits until the server has taken it; `nil` where it has. What goes wrong stands in the log.
    func send(_ letter: Letter, to email: String, name: String, now: Instant) async -> MailError? {
        guard let address = MailAddress(email, name: name == email ? "" : name) else {
            return .failed("no address that mail can be sent to")
        }
        let mail = MailMessage(from: options.from, to: address, subject: letter.subject, text: letter.text)
        let server = options.server
        let failure = await queue.perform { () -> MailError? in
            do throws(MailError) {
                try server.handIn(mail, date: DateHeader.write(now).replacing("GMT", with: "+0000"), id: RandomText.new())
                return nil
            } catch {
                return error
            }
        }
        let error: MailError? = failure ?? .busy
        if let error { logger.error("mail was not sent", metadata: ["kind": "\(letter.kind)", "reason": "\(error)"]) }
        return error
    }

    /// The whole address of a link.
    func link(_ path: String) -> String { options.publicURL + path }
}

/// What a mail says.
struct Letter: Sendable {
    /// Which of them it is, for logs.
    var kind: String
    var subject: String
    var text: String

    /// To somebody who is let in.
    static func invitation(_ words: Words, shop: String, by who: String, link: String) -> Letter {
        Letter(kind: "invitation", subject: words.invitationSubject(shop: shop), text: words.invitation(shop: shop, by: who, link: link))
    }

    /// To somebody whose password is to be set anew.
    static func newPassword(_ words: Words, shop: String, link: String, isAskedFor: Bool) -> Letter {
        Letter(
            kind: "password", subject: words.newPasswordSubject(shop: shop),
            text: words.newPassword(shop: shop, link: link, isAskedFor: isAskedFor))
    }
}
