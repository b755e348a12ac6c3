import JSON
import Testing

/// Numbers are exact, or say that they are not.
@Suite struct NumberTests {
    private func number(_ text: String) throws -> JSONValue { try JSONDocument(text).root }

    private func written(_ value: Double) -> String {
        var writer = JSONWriter()
        writer.double(value)
        return writer.text
    }

    @Test func wholeNumbersToTheirEnds() throws {
        #expect(try number("9223372036854775807").int == .max)
        #expect(try number("-9223372036854775808").int == .min)
        #expect(try number("9223372036854775808").int == nil)
        #expect(try number("9223372036854775808").uint64 == 1 << 63)
        #expect(try number("18446744073709551615").uint64 == .max)
        #expect(try number("18446744073709551615").double == 0x1p64)
        #expect(try number("-1").uint64 == nil)
        #expect(try number("7").uint64 == 7)
        #expect(try number("9007199254740993").int == 9_007_199_254_740_993)
    }

    @Test func doublesThatAreWholeAreIntsWhereDoublesAreExact() throws {
        #expect(try number("5.0").int == 5)
        #expect(try number("1e3").int == 1_000)
        #expect(try number("-2.50e1").int == -25)
        #expect(try number("-0.0").int == 0)
        #expect(try number("9007199254740992.0").int == 1 << 53)
        #expect(try number("9007199254740994.0").int == nil)
        #expect(try number("1e300").int == nil)
        #expect(try number("0.1").int == nil)
        #expect(try number("5.0").uint64 == 5)
    }

    @Test func otherKindsHaveNoNumber() throws {
        for text in ["\"1\"", "true", "null", "[1]", "{\"a\":1}"] {
            let value = try number(text)
            #expect(value.int == nil && value.uint64 == nil && value.double == nil)
        }
    }

    @Test func numbersAreWrittenShort() {
        #expect(written(5) == "5")
        #expect(written(-5) == "-5")
        #expect(written(0) == "0")
        #expect(written(-0.0) == "-0.0")
        #expect(written(0.1) == "0.1")
        #expect(written(0.1 + 0.2) == "0.30000000000000004")
        #expect(written(1e15) == "1000000000000000")
        #expect(written(0x1p53) == "9007199254740992")
        #expect(written(1e16) == "1e+16")
        #expect(written(.leastNonzeroMagnitude) == "5e-324")
        #expect(written(-.greatestFiniteMagnitude) == "-1.7976931348623157e+308")
        #expect(written(.nan) == "null")
        #expect(written(.infinity) == "null")
        #expect(written(-.infinity) == "null")
    }

    @Test func intsOfEveryWidth() {
        var writer = JSONWriter()
        writer.array { writer in
            writer.int(Int8.min)
            writer.int(UInt8.max)
            writer.int(0)
            writer.int(Int64.min)
            writer.int(Int64.max)
            writer.int(UInt64.max)
            writer.int(Int128(1) << 100)
        }
        #expect(
            writer.text
                == "[-128,255,0,-9223372036854775808,9223372036854775807,18446744073709551615,1.2676506002282294e+30]")
    }

    @Test func doublesComeBackBitForBit() throws {
        var random = SeededRandom(seed: 11)
        var writer = JSONWriter()
        var values: [Double] = [
            .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 0, -0.0, .pi, .leastNormalMagnitude.nextDown,
        ]
        while values.count < 20_000 {
            let value = Double(bitPattern: random.next())
            if value.isFinite { values.append(value) }
            values.append(Double(Int64(bitPattern: random.next()) >> 40) / 100)
        }
        writer.array { writer in for value in values { writer.double(value) } }
        let read = try JSONDocument(writer.bytes).root.elements.map { $0.double?.bitPattern }
        #expect(read == values.map(\.bitPattern))
    }
}
