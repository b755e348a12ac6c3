extension SQLWriter {
    /// A part of all profiles, drawn by the numbers that they have in the shop: SplitMix64's, as Sebastiano Vigna published it in 2015, whose steps
    /// are made of halves of 32 bits. No engine has whole numbers of 64 bits that wrap around.
    mutating func sample(_ percent: Double, seed: UInt64) -> SQLText {
        let start: UInt64 = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15
        // The number and what is added to it, with a carry from half to half.
        let low: SQLText = "(CAST(p.profile_number AS BIGINT) + \(whole: start & Self.half))"
        let high: SQLText = "(\(shifted(low, right: 32)) + \(whole: start >> 32))"
        // The upper 53 bits as a fraction of 1 are less than the part exactly where, as whole numbers, they are less than this.
        let border = Int64((percent / 100 * 0x1p53).rounded(.up))
        let begun = record([("hi", "\(high) & \(whole: Self.half)"), ("lo", "\(low) & \(whole: Self.half)")])
        let first = with(begun) { $0.multiplied($0.mixed($1, 30), by: 0xBF58_476D_1CE4_E5B9) }
        let second = with(first) { $0.multiplied($0.mixed($1, 27), by: 0x94D0_49BB_1331_11EB) }
        let third = with(second) { $0.mixed($1, 31) }
        let isDrawn = with(third) { writer, drawn in
            "\(writer.shifted("\(drawn).hi", left: 21)) + \(writer.shifted("\(drawn).lo", right: 11)) < \(whole: border)"
        }
        return known(isDrawn)
    }

    private static let half: UInt64 = 0xFFFF_FFFF

    /// Both halves, each bit changed where that some places above it is set.
    private func mixed(_ number: SQLText, _ shift: Int) -> SQLText {
        let half: SQLText = "\(whole: Self.half)"
        let (high, low): (SQLText, SQLText) = ("\(number).hi", "\(number).lo")
        let shiftedLow: SQLText = "(\(shifted(high, left: 32 - shift)) & \(half)) + \(shifted(low, right: shift))"
        return record([("hi", either(high, shifted(high, right: shift))), ("lo", either(low, shiftedLow))])
    }

    /// Both halves of a product, by quarters of 16 bits of the factor, so that no part has more than 49 bits.
    private mutating func multiplied(_ number: SQLText, by factor: UInt64) -> SQLText {
        let half: SQLText = "\(whole: Self.half)"
        let (first, second) = (factor & 0xFFFF, factor >> 16 & 0xFFFF)
        let (third, fourth) = (factor >> 32 & 0xFFFF, factor >> 48)
        return with(number) { writer, number in
            func product(_ half: SQLText, _ low: UInt64, _ high: UInt64) -> SQLText {
                "\(half) * \(whole: low) + \(writer.shifted("((\(half) * \(whole: high)) & 65535)", left: 16))"
            }
            let (high, low): (SQLText, SQLText) = ("\(number).hi", "\(number).lo")
            let lower = product(low, first, second)
            let carried: SQLText =
                "\(writer.shifted("(\(lower))", right: 32)) + \(writer.shifted("(\(low) * \(whole: second))", right: 16))"
            let upper: SQLText = "\(carried) + \(product(high, first, second)) + \(product(low, third, fourth))"
            return writer.record([("hi", "(\(upper)) & \(half)"), ("lo", "(\(lower)) & \(half)")])
        }
    }

    private func record(_ members: [(name: SQLText, value: SQLText)]) -> SQLText {
        switch dialect {
        case .duckdb: "struct_pack(\(SQLText.joined(members.map { "\($0.name) := \($0.value)" }, by: ", ")))"
        case .spark: "named_struct(\(SQLText.joined(members.map { "'\($0.name)', \($0.value)" }, by: ", ")))"
        }
    }

    private func shifted(_ number: SQLText, left bits: Int) -> SQLText { "(\(number) * \(whole: 1 << bits))" }

    private func shifted(_ number: SQLText, right bits: Int) -> SQLText {
        switch dialect {
        case .duckdb: "(\(number) >> \(whole: bits))"
        case .spark: "shiftright(\(number), \(whole: bits))"
        }
    }

    private func either(_ one: SQLText, _ other: SQLText) -> SQLText {
        switch dialect {
        case .duckdb: "xor(\(one), \(other))"
        case .spark: "((\(one)) ^ (\(other)))"
        }
    }
}
