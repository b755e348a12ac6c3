import BuyTillYouDie
import Facts
import Testing

@Suite("Ids that people see")
struct PublicIDTests {
    private let ids = PublicIDs(key: (0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210))

    @Test("Every id reads back as its number, and as nothing of another kind")
    func roundTrip() {
        for kind in [PublicIDs.Kind.profile, .event, .metric, .list, .job, .message] {
            for number in [0, 1, 2, 61, 62, 4_095, 1_000_000, 4_294_967_294] as [UInt64] {
                let id = ids.id(kind, number)
                #expect(ids.number(kind, id) == number)
                if kind == .metric { #expect(ids.number(.list, id) != number) }
            }
        }
    }

    @Test("Profile ids have 26 characters and sort as profiles were created")
    func profiles() {
        let made = (0..<5_000).map { ids.id(.profile, UInt64($0)) }
        #expect(made == made.sorted())
        #expect(Set(made).count == made.count)
        #expect(made.allSatisfy { $0.utf8.count == 26 })
    }

    @Test("Made-up and changed ids are nobody's")
    func forged() {
        var random = SeededGenerator(seed: 3)
        let id = Array(ids.id(.profile, 17).utf8)
        for place in id.indices {
            var changed = id
            changed[place] = changed[place] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
            #expect(ids.number(.profile, String(decoding: changed, as: UTF8.self)) == nil)
        }
        for _ in 0..<1_000 {
            let text = String((0..<26).map { _ in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".randomElement(using: &random) ?? "0" })
            #expect(ids.number(.profile, text) == nil)
        }
        for text in ["", "01", "é", String(repeating: "z", count: 11), String(repeating: "z", count: 100)] {
            #expect(ids.number(.profile, text) == nil)
            #expect(ids.number(.list, text) == nil)
        }
        #expect(PublicIDs(key: (1, 2)).number(.profile, String(decoding: id, as: UTF8.self)) == nil)
    }
}
