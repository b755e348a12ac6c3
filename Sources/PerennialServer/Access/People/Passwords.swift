import Crypto
import CryptoExtras
import Foundation

/// Passwords as they are kept: salted and made slow to guess (scrypt, RFC 7914; 32 MiB and about a tenth of a second each).
enum Passwords {
    private static let rounds = 1 << 15
    private static let blockSize = 8
    private static let parallelism = 1
    private static let byteCount = 32
    private static let scheme = "scrypt"

    /// The form in which a password is kept; `nil` where the machine has no memory for it.
    static func hashed(_ password: String) -> String? {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        guard let hash = derived(password, salt: salt, rounds: rounds) else { return nil }
        return [scheme, "\(rounds)", Base64URL.encode(salt), Base64URL.encode(hash)].joined(separator: "$")
    }

    /// Whether a password is the kept one. Takes as long for every answer.
    static func isRight(_ password: String, kept: String) -> Bool {
        let parts = kept.split(separator: "$")
        guard parts.count == 4, parts[0] == scheme, let rounds = Int(parts[1]), (1 << 10...1 << 20).contains(rounds),
            let salt = Base64URL.decode(String(parts[2])), let expected = Base64URL.decode(String(parts[3])),
            let found = derived(password, salt: salt, rounds: rounds), found.count == expected.count
        else { return false }
        var difference: UInt8 = 0
        for place in found.indices { difference |= found[place] ^ expected[place] }
        return difference == 0
    }

    /// What a wrong name is compared with, so that it takes as long as a right one.
    static let nobodys: String = hashed("") ?? ""

    private static func derived(_ password: String, salt: [UInt8], rounds: Int) -> [UInt8]? {
        let key = try? KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: Data(salt), outputByteCount: byteCount, rounds: rounds, blockSize: blockSize,
            parallelism: parallelism)
        return key.map { $0.withUnsafeBytes { Array($0) } }
    }
}
