import JSON
import Testing

/// What the writer puts down, byte for byte.
@Suite struct WritingTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        body(&writer)
        return writer.text
    }

    @Test func commasStandBetweenValuesOnly() {
        let text = written { writer in
            writer.object { writer in
                writer.member("name", "Ada")
                writer.array("tags") { writer in
                    writer.string("vip")
                    writer.array { _ in }
                    writer.object { _ in }
                    writer.null()
                }
                writer.object("place") { $0.member("city", "Łódź") }
                writer.key("list")
                writer.beginArray()
                writer.int(1)
                writer.int(2)
                writer.endArray()
                writer.key("raw")
                writer.raw("[1,2]".utf8)
                writer.member("last", true)
            }
        }
        #expect(text == #"{"name":"Ada","tags":["vip",[],{},null],"place":{"city":"Łódź"},"list":[1,2],"raw":[1,2],"last":true}"#)
    }

    @Test func membersOfEachType() {
        let small: UInt32 = 7
        let none: String? = nil
        let noNumber: Double? = nil
        let noCount: Int? = nil
        let text = written { writer in
            writer.object { writer in
                writer.member("a", "x")
                writer.member("b", none)
                writer.member("c", 1)
                writer.member("d", 1.5)
                writer.member("e", noNumber)
                writer.member("f", noCount)
                writer.member("g", small)
                writer.member("h", UInt64.max)
                writer.member("i", Int64.min)
                writer.member("j", false)
            }
        }
        #expect(
            text
                == #"{"a":"x","b":null,"c":1,"d":1.5,"e":null,"f":null,"g":7,"h":18446744073709551615,"i":-9223372036854775808,"j":false}"#)
    }
}
