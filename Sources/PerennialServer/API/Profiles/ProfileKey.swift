import Facts

/// Where a profile stands in an order: by a number or a text, then by its own number. Texts are compared byte by byte.
struct ProfileKey: Comparable, Sendable {
    var number: Int64 = 0
    var text: [UInt8] = []
    var profile: ProfileNumber

    init(number: Int64 = 0, text: [UInt8] = [], profile: ProfileNumber) {
        self.number = number
        self.text = text
        self.profile = profile
    }

    init?(_ cursor: Cursor) {
        guard let number = cursor.number(0), let text = cursor.text(1), let row = cursor.number(2).flatMap({ UInt32(exactly: $0) })
        else {
            return nil
        }
        self.init(number: number, text: Array(text.utf8), profile: ProfileNumber(row))
    }

    var cursor: Cursor { Cursor(.number(number), .text(String(decoding: text, as: UTF8.self)), .number(Int64(profile.row))) }

    static func < (a: ProfileKey, b: ProfileKey) -> Bool {
        if a.number != b.number { return a.number < b.number }
        return b.text.withUnsafeBytes { a.isBefore($0, b.profile) }
    }

    /// Whether it stands before a profile with a text, of two in the order of texts.
    func isBefore(_ other: UnsafeRawBufferPointer, _ otherProfile: ProfileNumber) -> Bool {
        let order = order(other)
        return order != 0 ? order < 0 : profile < otherProfile
    }

    /// Whether it stands after a profile with a text.
    func isAfter(_ other: UnsafeRawBufferPointer, _ otherProfile: ProfileNumber) -> Bool {
        let order = order(other)
        return order != 0 ? order > 0 : profile > otherProfile
    }

    private func order(_ other: UnsafeRawBufferPointer) -> Int {
        text.withUnsafeBytes { own in
            for place in 0..<min(own.count, other.count) where own[place] != other[place] { return own[place] < other[place] ? -1 : 1 }
            return own.count - other.count
        }
    }

    /// Cursors hold texts up to a length, in whole characters; what comes after it decides no order.
    static func cut(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard text.count > longest else { return text }
        var end = longest
        while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: text[..<end])
    }

    private static let longest = 500
}
