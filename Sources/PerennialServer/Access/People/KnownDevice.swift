import Crypto
import Foundation
import HTTPTypes
import Shop

/// The mark of a browser that somebody has signed in with: it outlives the session, and lets its owner in while strangers try passwords.
///
/// It is worth nothing without the password, and counts for one account alone.
struct KnownDevice: Sendable {
    let shop: Shop
    let isSecure: Bool

    static let cookie = "perennial_device"
    private static let days: Int64 = 400

    /// Whom a try to sign in is counted for.
    func caller(_ request: APIRequest, email: String) -> SignInLimits.Caller {
        if let text = Cookies.value(Self.cookie, request.headers), isMade(text, for: email) { return .device(text) }
        return .network(request.network)
    }

    /// The header that gives a browser its mark for an account.
    func header(email: String) -> String {
        let name = Self.random()
        return "\(Self.cookie)=\(name).\(code(name, email)); Path=/sign-in; Max-Age=\(Self.days * 86_400); HttpOnly; SameSite=Strict"
            + (isSecure ? "; Secure" : "")
    }

    private func isMade(_ text: String, for email: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 22, let code = Base64URL.decode(String(parts[1])) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(Data(code), authenticating: message(String(parts[0]), email), using: key)
    }

    private func code(_ name: String, _ email: String) -> String {
        Base64URL.encode(Array(HMAC<SHA256>.authenticationCode(for: message(name, email), using: key)))
    }

    private func message(_ name: String, _ email: String) -> Data { Data("device \(name) \(email)".utf8) }

    private var key: SymmetricKey { SymmetricKey(data: Data(shop.secret.utf8)) }

    private static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }
}

/// Reads cookies.
enum Cookies {
    /// The first value of a name; `nil` without one.
    static func value(_ name: String, _ headers: HTTPFields) -> String? {
        for header in headers[values: .cookie] {
            for part in header.split(separator: ";") {
                let sides = part.split(separator: "=", maxSplits: 1)
                guard sides.count == 2, sides[0].trimmingCharacters(in: .whitespaces) == name else { continue }
                return String(sides[1])
            }
        }
        return nil
    }
}
