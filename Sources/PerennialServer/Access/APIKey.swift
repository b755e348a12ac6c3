import Crypto
public import Facts

/// The SHA-256 of a key's secret: all that is kept of it. The secret is 256 random bits, so a slow hash would add nothing.
public struct KeyHash: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// The hash of a secret as it is sent.
    public init(secret: some StringProtocol) {
        var secret = String(secret)
        bytes = secret.withUTF8 { Array(SHA256.hash(data: UnsafeRawBufferPointer($0))) }
    }

    /// A hash that was kept; `nil` unless it has 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Compares all bytes, however early they differ.
    func isSame(as other: KeyHash) -> Bool {
        guard bytes.count == other.bytes.count else { return false }
        var difference: UInt8 = 0
        for place in bytes.indices { difference |= bytes[place] ^ other.bytes[place] }
        return difference == 0
    }

    /// The bytes are as good as random: any eight of them serve as a hash.
    public func hash(into hasher: inout Hasher) {
        var value: UInt64 = 0
        for byte in bytes.prefix(8) { value = value << 8 | UInt64(byte) }
        hasher.combine(value)
    }
}

/// A key as the server knows it: never its secret.
public struct APIKey: Sendable {
    /// Its number in the journal, from 1; what logs and the audit name it by.
    public let number: UInt64
    /// What people call it.
    public let name: String
    /// What it may do.
    public let scopes: ScopeSet
    /// By what it is found.
    public let hash: KeyHash

    /// A key.
    public init(number: UInt64, name: String, scopes: ScopeSet, hash: KeyHash) {
        self.number = number
        self.name = name
        self.scopes = scopes
        self.hash = hash
    }

    /// A new secret: `pk_` and 43 characters that hold 256 random bits. It is shown once.
    public static func newSecret() -> String { "pk_" + RandomText.new() }
}

/// Where keys are kept.
public protocol KeyStore: Sendable {
    /// The key of a hash; `nil` for one that is unknown or revoked. Called for every request: from memory, without waiting.
    func key(hashedAs hash: KeyHash) -> APIKey?
    /// Notes that a key was used. Called at most once a minute for a key.
    func noteUse(of key: APIKey, at instant: Instant)
    /// Whether this is the shop's public id: what `company_id` names in `/client`.
    func isCompany(_ id: String) -> Bool
}
