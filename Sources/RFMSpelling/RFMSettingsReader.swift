public import CustomerValue
public import JSON

/// The keys of settings.
enum SettingsKey {
    static let levels = "levels"
    static let map = "map"
    static let parts = "parts"
    static let equal = "equal"
    static let standard = "standard"
    static let corrected = "corrected"
    static let all = [levels] + RFMDimension.allCases.map(\.rawValue) + [map]
}

extension RFMSettings {
    /// Reads settings from JSON. Whatever is left out is as in the standard settings of the levels.
    ///
    ///     {"levels": 3, "recency": {"days": [180, 365]}, "frequency": {"orders": [3, 2]},
    ///      "monetary": {"percentiles": [66, 33]}, "map": "corrected"}
    ///
    /// - Throws: ``RFMFaults`` with every fault and its place.
    public init(_ json: JSONValue) throws(RFMFaults) {
        var reader = SettingsReader()
        let settings = reader.settings(json)
        // Where something could not be read, what follows from it says nothing.
        let faults = reader.faults.isEmpty ? settings.faults : reader.faults
        guard faults.isEmpty else { throw RFMFaults(list: faults) }
        self = settings
    }
}

/// Reads settings and notes every fault.
private struct SettingsReader {
    private(set) var faults: [RFMFault] = []

    private static let mostFaults = 20

    private mutating func note(_ pointer: String, found: String, expected: String) {
        guard faults.count < Self.mostFaults else { return }
        faults.append(RFMFault(pointer: pointer, found: found, expected: expected))
    }

    mutating func settings(_ json: JSONValue) -> RFMSettings {
        guard json.kind == .object else {
            note("", found: json.shown, expected: "an object with any of \(SettingsKey.all.joined(separator: ", "))")
            return .standard
        }
        allow(json, SettingsKey.all, at: "")
        let levels = levels(json[SettingsKey.levels])
        var settings = RFMSettings(levels: levels ?? .three)
        for dimension in RFMDimension.allCases {
            guard let value = json[dimension.rawValue], !value.isNull else { continue }
            if let scale = scale(value, dimension) { settings[dimension] = scale }
        }
        if let value = json[SettingsKey.map], !value.isNull, let levels, let map = map(value, levels) { settings.map = map }
        return settings
    }

    /// Notes members that mean nothing, and those that stand twice, of which only one could count.
    private mutating func allow(_ json: JSONValue, _ names: [String], at pointer: String) {
        var seen: Set<String> = []
        for (name, _) in json.members {
            if !names.contains(name) {
                let expected = names.count > 1 ? "one of \(names.joined(separator: ", "))" : names.joined()
                note("\(pointer)/\(escaped(name))", found: "\"\(name.prefix(64))\"", expected: expected)
            } else if !seen.insert(name).inserted {
                note("\(pointer)/\(name)", found: "\"\(name)\" twice", expected: "it once")
            }
        }
    }

    private func escaped(_ name: String) -> String {
        let short = String(name.prefix(64))
        return short.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }

    private mutating func levels(_ value: JSONValue?) -> RFMLevels? {
        guard let value, !value.isNull else { return .three }
        if let number = value.int, let levels = RFMLevels(rawValue: Int(clamping: number)) { return levels }
        note("/\(SettingsKey.levels)", found: value.shown, expected: "3 or 5")
        return nil
    }

    private mutating func scale(_ value: JSONValue, _ dimension: RFMDimension) -> RFMScale? {
        let pointer = "/\(dimension.rawValue)"
        let keys = [dimension.valuesKey, RFMSettings.percentilesKey, SettingsKey.parts]
        let expected = "an object with one of \(keys.joined(separator: ", "))"
        guard value.kind == .object else {
            note(pointer, found: value.shown, expected: expected)
            return nil
        }
        let before = faults.count
        allow(value, keys, at: pointer)
        guard faults.count == before else { return nil }
        let given = keys.filter { value[$0] != nil }
        guard given.count == 1, let key = given.first, let member = value[key] else {
            note(pointer, found: given.isEmpty ? "none of them" : given.joined(separator: " and "), expected: expected)
            return nil
        }
        if key == SettingsKey.parts {
            if member.isString(SettingsKey.equal) { return .equalParts }
            note("\(pointer)/\(key)", found: member.shown, expected: "\"\(SettingsKey.equal)\"")
            return nil
        }
        guard let numbers = numbers(member, at: "\(pointer)/\(key)") else { return nil }
        return key == dimension.valuesKey ? .values(numbers) : .percentiles(numbers)
    }

    private mutating func numbers(_ value: JSONValue, at pointer: String) -> [Int]? {
        guard value.kind == .array else {
            note(pointer, found: value.shown, expected: "whole numbers, that of the highest score first")
            return nil
        }
        var numbers: [Int] = []
        var isWhole = true
        for (place, element) in value.elements.enumerated() {
            if let number = element.int {
                numbers.append(Int(number))
            } else {
                isWhole = false
                note("\(pointer)/\(place)", found: element.shown, expected: "a whole number")
            }
        }
        return isWhole ? numbers : nil
    }

    private mutating func map(_ value: JSONValue, _ levels: RFMLevels) -> RFMGroupMap? {
        let pointer = "/\(SettingsKey.map)"
        let names = levels == .three ? [SettingsKey.standard, SettingsKey.corrected] : [SettingsKey.standard]
        let expected = "\(names.map { "\"\($0)\"" }.joined(separator: ", ")) or an object of groups with their scores"
        if value.isString(SettingsKey.standard) { return .standard(of: levels) }
        if value.isString(SettingsKey.corrected), levels == .three { return .corrected }
        guard value.kind == .object else {
            note(pointer, found: value.shown, expected: expected)
            return nil
        }
        let before = faults.count
        allow(value, RFMGroup.allCases.map(\.rawValue), at: pointer)
        var cells: [(group: RFMGroup, score: Int, pointer: String)] = []
        for group in RFMGroup.allCases {
            guard let list = value[group.rawValue], !list.isNull else { continue }
            for (place, score) in (numbers(list, at: "\(pointer)/\(group.rawValue)") ?? []).enumerated() {
                cells.append((group, score, "\(pointer)/\(group.rawValue)/\(place)"))
            }
        }
        guard faults.count == before else { return nil }
        do throws(RFMFaults) {
            return try RFMGroupMap(levels: levels, cells: cells, pointer: pointer)
        } catch {
            for fault in error.list { note(fault.pointer, found: fault.found, expected: fault.expected) }
            return nil
        }
    }
}

extension JSONValue {
    /// What stands here, short enough for a message.
    fileprivate var shown: String {
        switch kind {
        case .object: "an object"
        case .array: "an array"
        case .string, .number, .bool, .null: String(String(decoding: compactBytes, as: UTF8.self).prefix(64))
        }
    }
}
