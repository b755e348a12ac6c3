/// A mail that a program writes to one person: plain text.
public struct MailMessage: Sendable, Equatable {
    /// Whom it is from.
    public var from: MailAddress
    /// Whom it is for.
    public var to: MailAddress
    /// What it is about; one line.
    public var subject: String
    /// What it says, lines ended by `\n`.
    public var text: String

    /// A mail.
    public init(from: MailAddress, to: MailAddress, subject: String, text: String) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
    }

    /// The mail as servers pass it on (RFC 5322, MIME by RFC 2045 and 2047): ASCII lines of 76 characters at most, ended by CR LF.
    ///
    /// - Parameters:
    ///   - date: when it was written, as `Fri, 27 Nov 2026 11:00:00 +0000`.
    ///   - id: what no other mail is called, of plain letters and digits.
    public func rendered(date: String, id: String) -> [UInt8] {
        let headers = [
            "From: " + Self.written(from), "To: " + Self.written(to), "Subject: " + EncodedWords.line(subject, after: "Subject: ".count),
            "Date: " + date, "Message-ID: <\(id)@\(from.domain)>", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable", "Auto-Submitted: auto-generated",
        ]
        return [UInt8]((headers.joined(separator: "\r\n") + "\r\n\r\n").utf8) + QuotedPrintable.encode(text)
    }

    private static func written(_ address: MailAddress) -> String {
        guard !address.name.isEmpty else { return address.address }
        return EncodedWords.always(address.name, after: 8) + "\r\n <\(address.address)>"
    }
}
