import Facts
import JSON

/// A place in a request's body: reads typed values from an object, and notes every fault with its JSON pointer instead of stopping at the first.
///
/// A reading that fails gives `nil` and leaves a note; `check()` at the end throws all notes together. So a handler reads everything it wants,
/// checks once, and knows then that what it has is right.
struct BodyReader {
    /// The value here.
    let value: JSONValue
    private let place: Place
    private let faults: Faults
    private let isAbsent: Bool

    /// Faults that are listed; what is wrong after them is not looked for.
    static let mostFaults = 20

    /// The reader of a whole document.
    init(root: JSONValue) {
        value = root
        place = .root
        faults = Faults()
        isAbsent = false
    }

    private init(value: JSONValue, place: Place, faults: Faults, isAbsent: Bool = false) {
        self.value = value
        self.place = place
        self.faults = faults
        self.isAbsent = isAbsent
    }

    /// The reader of a member that is not there: it finds nothing, and says what is required in it.
    func absent(_ key: String) -> BodyReader {
        BodyReader(value: value, place: .member(place, key), faults: faults, isAbsent: true)
    }

    /// The JSON pointer of this place.
    var pointer: String { place.pointer }

    /// Notes a fault here, or at a member of this place.
    func fault(_ detail: String, at key: String? = nil) {
        guard faults.list.count < Self.mostFaults else { return }
        let spot = key.map { Place.member(place, $0) } ?? place
        faults.list.append(ErrorObject(.invalid, detail, at: .pointer(spot.pointer)))
    }

    /// Whether something was wrong so far.
    var hasFaults: Bool { !faults.list.isEmpty }

    /// Throws what was noted anywhere in this body.
    func check() throws(APIError) {
        guard faults.list.isEmpty else { throw .invalid(faults.list) }
    }

    // Objects and arrays

    /// The reader of a member that is an object; `nil` where it is absent or null.
    func object(_ key: String, isRequired: Bool = false) -> BodyReader? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        guard member.kind == .object else {
            fault("must be an object", of: key)
            return nil
        }
        return BodyReader(value: member, place: .member(place, key), faults: faults)
    }

    /// The readers of an array's elements; `nil` where it is absent or null.
    func array(_ key: String, isRequired: Bool = false, least: Int = 0, most: Int) -> [BodyReader]? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        guard member.kind == .array else {
            fault("must be an array", of: key)
            return nil
        }
        let count = member.count
        guard count >= least, count <= most else {
            fault("has \(count) elements; \(least) to \(most) are taken", of: key)
            return nil
        }
        let array = Place.member(place, key)
        var readers: [BodyReader] = []
        readers.reserveCapacity(count)
        for (index, element) in member.elements.enumerated() {
            readers.append(BodyReader(value: element, place: .element(array, index), faults: faults))
        }
        return readers
    }

    /// An array of texts.
    func strings(_ key: String, isRequired: Bool = false, least: Int = 0, most: Int, longest: Int = 1_000, format: Schema.Format? = nil)
        -> [String]?
    {
        guard let elements = array(key, isRequired: isRequired, least: least, most: most) else { return nil }
        return elements.compactMap { $0.ownString(longest: longest, format: format) }
    }

    /// Notes a fault unless this is an object.
    func isObject() -> Bool {
        if value.kind == .object { return true }
        fault("This must be an object.")
        return false
    }

    // Values

    /// Whether a member is absent, null, or there: in a change, null clears and absent leaves.
    func given(_ key: String) -> Given {
        guard !isAbsent, value.kind == .object, let member = value[key] else { return .absent }
        return member.isNull ? .null : .value
    }

    /// A text; `nil` where it is absent, null or wrong.
    func string(
        _ key: String, isRequired: Bool = false, longest: Int = 1_000, shortest: Int = 0, format: Schema.Format? = nil
    ) -> String? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        return text(member, key, longest: longest, shortest: shortest, format: format)
    }

    /// A text that is one of some.
    func oneOf(_ key: String, _ names: [String], isRequired: Bool = false) -> String? {
        guard let text = string(key, isRequired: isRequired) else { return nil }
        guard names.contains(text) else {
            fault("cannot be \"\(text.prefix(60))\".\(NearestNames.advice(text, among: names))", of: key, isSentence: true)
            return nil
        }
        return text
    }

    /// A text that is a case of an enumeration.
    func oneOf<Value: RawRepresentable & CaseIterable>(_ key: String, as _: Value.Type, isRequired: Bool = false) -> Value?
    where Value.RawValue == String {
        oneOf(key, Value.allCases.map(\.rawValue), isRequired: isRequired).flatMap(Value.init(rawValue:))
    }

    /// A finite number.
    func number(_ key: String, isRequired: Bool = false, in range: ClosedRange<Double> = -1e15...1e15) -> Double? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        guard let number = member.double, number.isFinite else {
            fault("must be a number", of: key)
            return nil
        }
        guard range.contains(number) else {
            fault("must be from \(range.lowerBound) to \(range.upperBound)", of: key)
            return nil
        }
        return number
    }

    /// A number without a fraction.
    func integer(_ key: String, isRequired: Bool = false, in range: ClosedRange<Int64> = .min ... .max) -> Int64? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        guard let number = member.int else {
            fault("must be a whole number", of: key)
            return nil
        }
        guard range.contains(number) else {
            fault("must be from \(range.lowerBound) to \(range.upperBound)", of: key)
            return nil
        }
        return number
    }

    /// true or false.
    func bool(_ key: String, isRequired: Bool = false) -> Bool? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        guard let bool = member.bool else {
            fault("must be true or false", of: key)
            return nil
        }
        return bool
    }

    /// A date and time, cut to the second.
    func instant(_ key: String, isRequired: Bool = false) -> Instant? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        guard let instant = member.withStringBytes({ Timestamp.parse($0) }) ?? nil else {
            fault("must be \(TextFormat.wanted(.instant))", of: key)
            return nil
        }
        return instant
    }

    /// The text that stands at this place itself: an element of an array.
    func ownString(longest: Int = 1_000, format: Schema.Format? = nil) -> String? {
        text(value, nil, longest: longest, shortest: 0, format: format)
    }

    /// Notes every member whose name is not among these.
    func allow(only names: [String]) {
        guard !isAbsent, value.kind == .object else { return }
        for (key, _) in value.members where !names.contains(key) {
            fault("'\(key.prefix(100))' is not a valid field here.\(NearestNames.advice(key, among: names))", at: String(key.prefix(100)))
            if faults.list.count >= Self.mostFaults { return }
        }
    }

    // Inside

    private func member(_ key: String, isRequired: Bool) -> JSONValue? {
        if !isAbsent, value.kind == .object, let member = value[key], !member.isNull { return member }
        if isRequired { fault("is required", of: key) }
        return nil
    }

    private func text(_ member: JSONValue, _ key: String?, longest: Int, shortest: Int, format: Schema.Format?) -> String? {
        guard let text = member.string else {
            fault("must be a string", of: key)
            return nil
        }
        let size = text.utf8.count
        guard size <= longest else {
            fault("has \(size) bytes; at most \(longest) are taken", of: key)
            return nil
        }
        guard size >= shortest else {
            fault(size == 0 ? "must not be empty" : "has \(size) bytes; at least \(shortest) are needed", of: key)
            return nil
        }
        if let format, !TextFormat.matches(text, format) {
            fault("must be \(TextFormat.wanted(format))", of: key)
            return nil
        }
        return text
    }

    private func fault(_ what: String, of key: String?, isSentence: Bool = false) {
        let name = key.map { "'\($0)'" } ?? "This"
        fault("\(name) \(what)\(isSentence ? "" : ".")", at: key)
    }
}

/// What a member of an object says.
enum Given: Sendable {
    case absent
    case null
    case value
}

/// The way to a place; its text is made only for a fault.
private indirect enum Place {
    case root
    case member(Place, String)
    case element(Place, Int)

    var pointer: String {
        switch self {
        case .root: ""
        case .member(let parent, let key): "\(parent.pointer)/\(Self.escaped(key))"
        case .element(let parent, let index): "\(parent.pointer)/\(index)"
        }
    }

    /// RFC 6901.
    private static func escaped(_ key: String) -> String {
        guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
        var text = ""
        for character in key {
            switch character {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.append(character)
            }
        }
        return text
    }
}

/// The faults of one body, shared by the readers of its places. Never leaves the task that reads.
private final class Faults {
    var list: [ErrorObject] = []
}
