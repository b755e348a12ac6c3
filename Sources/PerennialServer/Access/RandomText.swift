/// Texts that nobody can guess.
enum RandomText {
    /// 43 characters that hold 256 random bits.
    static func new() -> String {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        for _ in 0..<4 { withUnsafeBytes(of: generator.next() as UInt64) { bytes.append(contentsOf: $0) } }
        return Base64URL.encode(bytes)
    }
}
