/// Where a request comes from, as far as somebody has it for oneself: an address of IPv4, the first half of one of IPv6.
struct Network: Hashable, Sendable, CustomStringConvertible {
    let description: String

    /// All that are not known.
    static let unknown = Network(nil)

    /// The network of an address; ``unknown`` without one.
    init(_ address: String?) {
        guard let address else {
            description = "unknown"
            return
        }
        guard address.contains(":") else {
            description = address
            return
        }
        // A provider gives a customer of IPv6 a network of 64 bits or more: addresses within it are changed at will.
        let plain = address.prefix { $0 != "%" }.lowercased()
        if let mapped = plain.split(separator: ":").last, mapped.contains(".") {
            description = String(mapped)
            return
        }
        let halves = plain.replacing("::", with: "|").split(separator: "|", omittingEmptySubsequences: false)
        var groups = halves[0].split(separator: ":").map(String.init)
        if halves.count > 1 {
            let rest = halves[1].split(separator: ":").map(String.init)
            groups += Array(repeating: "0", count: max(0, 8 - groups.count - rest.count)) + rest
        }
        description = groups.prefix(4).joined(separator: ":") + "::/64"
    }
}
