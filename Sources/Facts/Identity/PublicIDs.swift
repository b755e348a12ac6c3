/// The ids that people and programs see, made from numbers and back without a table.
///
/// A number is scrambled by a keyed permutation (a Feistel network over a mixing function), so that ids of neighbours look unalike and an id
/// that was made up is recognised by its check. The key lives in the data folder: ids stay the same after a rebuild and a restore. They
/// hide numbers from the curious; what somebody may see is decided by keys and scopes, never by knowing an id.
public struct PublicIDs: Sendable {
    /// What an id is of. Ids of different kinds never read as each other.
    public enum Kind: UInt64, Sendable {
        case profile = 1
        case event, metric, list, segment, job, model, flow, campaign, template, form, image, webhook, tag, tagGroup, message, catalog,
            coupon, exportSchedule, customMetric
        case rfmModel = 40
    }

    private let key: (UInt64, UInt64)

    /// Ids under a key of sixteen random bytes.
    public init(key: (UInt64, UInt64)) { self.key = key }

    /// 26 characters for a profile (in the order of creation), 11 for an event, 6 for what there is little of.
    public func id(_ kind: Kind, _ number: UInt64) -> String {
        switch kind {
        case .profile: profileID(number)
        case .event, .message: text(scrambled(number, kind), length: 11)
        default: text(scrambled32(UInt32(truncatingIfNeeded: number), kind), length: 6)
        }
    }

    /// The number of an id of a kind; `nil` for an id that was never given out.
    public func number(_ kind: Kind, _ id: some StringProtocol) -> UInt64? {
        switch kind {
        case .profile: return profileNumber(id)
        case .event, .message:
            guard let value = Self.value(id, length: 11) else { return nil }
            return unscrambled(value, kind)
        default:
            guard let value = Self.value(id, length: 6), let small = UInt32(exactly: value) else { return nil }
            return UInt64(unscrambled32(small, kind))
        }
    }

    // A profile's id sorts as profiles were created: "01", seven characters of the number, seventeen of a keyed check.
    private static let crockford = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    private func profileID(_ number: UInt64) -> String {
        var bytes = [UInt8](repeating: 0, count: 26)
        bytes[0] = UInt8(ascii: "0")
        bytes[1] = UInt8(ascii: "1")
        for place in 0..<7 { bytes[2 + place] = Self.crockford[Int(number >> UInt64(5 * (6 - place)) & 31)] }
        let first = mix(number, round: 11, .profile)
        let second = mix(number, round: 12, .profile)
        for place in 0..<9 { bytes[9 + place] = Self.crockford[Int(first >> UInt64(5 * place) & 31)] }
        for place in 0..<8 { bytes[18 + place] = Self.crockford[Int(second >> UInt64(5 * place) & 31)] }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func profileNumber(_ id: some StringProtocol) -> UInt64? {
        let bytes = Array(id.utf8)
        guard bytes.count == 26, bytes[0] == UInt8(ascii: "0"), bytes[1] == UInt8(ascii: "1") else { return nil }
        var number: UInt64 = 0
        for byte in bytes[2..<9] {
            guard let digit = Self.crockford.firstIndex(of: byte) else { return nil }
            number = number << 5 | UInt64(digit)
        }
        guard number <= UInt64(UInt32.max) else { return nil }
        return Array(profileID(number).utf8) == bytes ? number : nil
    }

    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    private func text(_ value: UInt64, length: Int) -> String {
        var rest = value
        var bytes = [UInt8](repeating: 0, count: length)
        for place in (0..<length).reversed() {
            bytes[place] = Self.alphabet[Int(rest % 62)]
            rest /= 62
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func value(_ id: some StringProtocol, length: Int) -> UInt64? {
        guard id.utf8.count == length else { return nil }
        var value: UInt64 = 0
        for byte in id.utf8 {
            let digit: UInt64
            switch byte {
            case 48...57: digit = UInt64(byte - 48)
            case 65...90: digit = UInt64(byte - 55)
            case 97...122: digit = UInt64(byte - 61)
            default: return nil
            }
            let (shifted, overflows) = value.multipliedReportingOverflow(by: 62)
            let (sum, carries) = shifted.addingReportingOverflow(digit)
            guard !overflows, !carries else { return nil }
            value = sum
        }
        return value
    }

    private func mix(_ value: UInt64, round: UInt64, _ kind: Kind) -> UInt64 {
        var state = value ^ key.0 &+ round &* 0x9E37_79B9_7F4A_7C15
        state = Fingerprint.fold(state ^ kind.rawValue << 56)
        return Fingerprint.fold(state ^ key.1)
    }

    private func scrambled(_ value: UInt64, _ kind: Kind) -> UInt64 {
        var left = value >> 32
        var right = value & 0xFFFF_FFFF
        for round in 0..<6 as Range<UInt64> { (left, right) = (right, left ^ mix(right, round: round, kind) & 0xFFFF_FFFF) }
        return left << 32 | right
    }

    private func unscrambled(_ value: UInt64, _ kind: Kind) -> UInt64 {
        var left = value >> 32
        var right = value & 0xFFFF_FFFF
        for round in (0..<6 as Range<UInt64>).reversed() { (left, right) = (right ^ mix(left, round: round, kind) & 0xFFFF_FFFF, left) }
        return left << 32 | right
    }

    private func scrambled32(_ value: UInt32, _ kind: Kind) -> UInt64 {
        var left = UInt64(value >> 16)
        var right = UInt64(value & 0xFFFF)
        for round in 0..<6 as Range<UInt64> { (left, right) = (right, left ^ mix(right, round: round, kind) & 0xFFFF) }
        return left << 16 | right
    }

    private func unscrambled32(_ value: UInt32, _ kind: Kind) -> UInt32 {
        var left = UInt64(value >> 16)
        var right = UInt64(value & 0xFFFF)
        for round in (0..<6 as Range<UInt64>).reversed() { (left, right) = (right ^ mix(left, round: round, kind) & 0xFFFF, left) }
        return UInt32(left << 16 | right)
    }
}
