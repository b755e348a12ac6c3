import CCurl

/// Why a mail server did not take a mail.
public enum MailError: Error, Sendable, Equatable {
    /// Nobody answers at its address, or there is no such address.
    case unreachable(String)
    /// It does not let this user in.
    case loginDenied(String)
    /// It answered that it does not take the mail: `550`.
    case refused(answer: Int, String)
    /// It took too long.
    case timedOut
    /// Something else, in libcurl's words: encryption among it.
    case failed(String)
    /// There is no libcurl on this machine.
    case noLibrary
    /// Too many mails wait already.
    case busy
}

extension MailError: CustomStringConvertible {
    /// For logs.
    public var description: String {
        switch self {
        case .unreachable(let reason): "the mail server cannot be reached: \(reason)"
        case .loginDenied(let reason): "the mail server does not let this user in: \(reason)"
        case .refused(let answer, let reason): "the mail server does not take it (\(answer)): \(reason)"
        case .timedOut: "the mail server took too long"
        case .failed(let reason): "the mail server could not be talked to: \(reason)"
        case .noLibrary: "libcurl is not installed (Debian: apt-get install libcurl4, or libcurl4t64)"
        case .busy: "too many mails wait already"
        }
    }
}

extension MailServer {
    private static let connectSeconds = 10
    private static let totalSeconds = 30

    /// Hands a mail in, and waits until the server has taken it: half a minute at most. Blocks the thread.
    public func handIn(_ mail: MailMessage, date: String, id: String) throws(MailError) {
        let message = mail.rendered(date: date, id: id)
        var reason = [CChar](repeating: 0, count: 512)
        var answer = 0
        let code = message.withUnsafeBufferPointer { bytes in
            withTexts([url + "/\(mail.from.domain)", user, password, mail.from.address, mail.to.address]) { texts in
                var transfer = mail_transfer()
                transfer.url = texts[0]
                transfer.security =
                    switch security {
                    case .encrypted: MAIL_ENCRYPTED
                    case .startTLS: MAIL_STARTTLS
                    case .local: MAIL_PLAIN_ALLOWED
                    }
                transfer.user = texts[1]
                transfer.password = texts[2]
                transfer.from = texts[3]
                transfer.to = texts[4]
                transfer.message = bytes.baseAddress
                transfer.length = bytes.count
                transfer.connect_seconds = Self.connectSeconds
                transfer.total_seconds = Self.totalSeconds
                return mail_hand_in(&transfer, &reason, reason.count, &answer)
            }
        }
        guard code != 0 else { return }
        let words = String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        switch code {
        case mail_no_library: throw .noLibrary
        case mail_could_not_resolve, mail_could_not_connect: throw .unreachable(words)
        case mail_login_denied: throw .loginDenied(words)
        case mail_timed_out: throw .timedOut
        default: throw answer >= 400 ? .refused(answer: answer, words) : .failed(words)
        }
    }
}

/// Texts that end with a zero byte, for as long as the work takes.
private func withTexts<Value>(_ texts: [String?], _ work: ([UnsafePointer<CChar>?]) -> Value) -> Value {
    func next(_ rest: ArraySlice<String?>, _ found: [UnsafePointer<CChar>?]) -> Value {
        guard let first = rest.first else { return work(found) }
        guard let text = first else { return next(rest.dropFirst(), found + [nil]) }
        return text.withCString { next(rest.dropFirst(), found + [$0]) }
    }
    return next(texts[...], [])
}
