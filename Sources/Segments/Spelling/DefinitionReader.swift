import Facts
import JSON

/// A place in a definition that is being read: gives typed values, and notes every fault with its JSON pointer instead of stopping at the first.
struct DefinitionReader {
    let value: JSONValue
    let pointer: String
    private let notes: Notes

    /// What was noted anywhere in a definition, and how much of it was read.
    final class Notes {
        var faults: [SegmentFault] = []
        var tests = 0
    }

    init(_ value: JSONValue, pointer: String = "") {
        self.init(value, pointer: pointer, notes: Notes())
    }

    private init(_ value: JSONValue, pointer: String, notes: Notes) {
        self.value = value
        self.pointer = pointer
        self.notes = notes
    }

    var faults: [SegmentFault] { notes.faults }

    /// Counts a test; `false` where there are too many.
    func countTest(most: Int) -> Bool {
        notes.tests += 1
        if notes.tests == most + 1 { fault(.shape(.tooManyConditions(most: most))) }
        return notes.tests <= most
    }

    /// Notes a fault here, or at a member. What is wrong is found out only where it is noted: near names take time to find.
    func fault(_ reason: @autoclosure () -> SegmentFault.Reason, at key: String? = nil) {
        guard notes.faults.count < DefinitionLimits.faults else { return }
        notes.faults.append(SegmentFault(pointer: key.map { "\(pointer)/\($0)" } ?? pointer, reason()))
    }

    /// Whether this is an object; notes it where not.
    var isObject: Bool {
        if value.kind == .object { return true }
        fault(.shape(.noObject))
        return false
    }

    /// Notes members that mean nothing here: what is misspelt must not be passed over.
    func allow(only names: [String]) {
        guard value.kind == .object else { return }
        for (name, _) in value.members where !names.contains(name) {
            // A name too long to be repeated is shown by the object that it stands in.
            let place = name.utf8.count <= 255 ? escaped(name) : nil
            fault(.shape(.meansNothing(name, NearNames(name, among: names))), at: place)
        }
    }

    private func escaped(_ name: String) -> String { name.replacing("~", with: "~0").replacing("/", with: "~1") }

    private func member(_ key: String, isRequired: Bool) -> JSONValue? {
        guard let member = value[key], !member.isNull else {
            if isRequired { fault(.shape(.missing(key)), at: key) }
            return nil
        }
        return member
    }

    /// A member that is an object.
    func object(_ key: String, isRequired: Bool = true) -> DefinitionReader? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        let reader = DefinitionReader(member, pointer: "\(pointer)/\(key)", notes: notes)
        return reader.isObject ? reader : nil
    }

    /// The elements of a member that is an array.
    func array(_ key: String, isRequired: Bool = true, least: Int, most: Int) -> [DefinitionReader]? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        guard member.kind == .array else {
            fault(.shape(.noArray), at: key)
            return nil
        }
        let count = member.count
        guard count >= least, count <= most else {
            fault(.shape(.elements(count, taken: least...most)), at: key)
            return nil
        }
        return member.elements.enumerated().map { DefinitionReader($1, pointer: "\(pointer)/\(key)/\($0)", notes: notes) }
    }

    /// A text.
    func text(_ key: String, isRequired: Bool = true, longest: Int = 1_000) -> String? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        guard let text = member.string else {
            fault(.shape(.noText), at: key)
            return nil
        }
        guard text.utf8.count <= longest else {
            fault(.shape(.longerThan(bytes: longest)), at: key)
            return nil
        }
        return text
    }

    /// Texts.
    func texts(_ key: String, most: Int) -> [String]? {
        array(key, least: 1, most: most).map { elements in
            elements.compactMap { element in
                guard let text = element.value.string, text.utf8.count <= 1_000 else {
                    element.fault(.shape(.noShortText(mostBytes: 1_000)))
                    return nil
                }
                return text
            }
        }
    }

    /// A number. JSON knows neither NaN nor infinity.
    func number(_ key: String, isRequired: Bool = true) -> Double? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        guard let number = member.double, number.isFinite else {
            fault(.shape(.noNumber), at: key)
            return nil
        }
        return number
    }

    /// A whole number within a range.
    func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let member = member(key, isRequired: true) else { return nil }
        guard let number = member.int.map({ Int($0) }) ?? member.double.flatMap({ Int(exactly: $0) }), range.contains(number) else {
            fault(.shape(.noWhole(range)), at: key)
            return nil
        }
        return number
    }

    func bool(_ key: String, isRequired: Bool = true) -> Bool? {
        guard let member = member(key, isRequired: isRequired) else { return nil }
        if let bool = member.bool { return bool }
        fault(.shape(.noBool), at: key)
        return nil
    }

    /// A moment, within the years that the journal knows.
    func instant(_ key: String) -> Instant? {
        guard let text = text(key) else { return nil }
        guard let instant = Timestamp.parse(text) else {
            fault(.value(.noMoment(text)), at: key)
            return nil
        }
        guard (0...Int64(UInt32.max)).contains(instant.secondsSince1970) else {
            fault(.value(.outsideYears(text)), at: key)
            return nil
        }
        return instant
    }

    /// One of some words.
    func word(_ key: String, _ words: [String], isRequired: Bool = true) -> String? {
        guard let text = text(key, isRequired: isRequired) else { return nil }
        if words.contains(text) { return text }
        fault(.value(.unknownWord(text, NearNames(text, among: words))), at: key)
        return nil
    }

    /// One of the cases of a type of words.
    func oneOf<Word: CaseIterable & RawRepresentable<String>>(_ key: String, _ type: Word.Type, isRequired: Bool = true) -> Word? {
        word(key, type.allCases.map(\.rawValue), isRequired: isRequired).flatMap { Word(rawValue: $0) }
    }
}
