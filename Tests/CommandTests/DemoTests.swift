import Foundation
import Testing

@Suite("The demo goes into no other shop")
struct DemoTests {
    @Test("A demo is not poured into a shop, and the shop stays as it is")
    func demoIntoAShop() throws {
        try Program.withShop { data, _ in
            let before = try Program.run(["check", "--data", data])
            let result = try Program.run(["demo", "--headless", "--data", data])
            #expect(result.status == 73 && result.words.contains("holds a shop that is no demo"), "\(result.words)")
            #expect(try Program.run(["check", "--data", data]).words == before.words)
        }
        let few = try Program.run(["demo", "--customers", "1", "--headless", "--data", "/nowhere"])
        #expect(few.status == 64 && few.words.contains("from 600 to 1,000,000"))
    }

    @Test("The same demo again changes nothing; another one is refused")
    func demoAgain() throws {
        try Program.withFolder { folder in
            let data = folder.appendingPathComponent("demo").path
            func demo(_ more: [String]) throws -> Program.Result {
                try Program.run(["demo", "--headless", "--data", data, "--customers", "600"] + more)
            }
            let first = try demo([])
            #expect(first.status == 0, "\(first.words)")
            let sound = try Program.run(["check", "--data", data]).words
            #expect(try demo([]).status == 0)
            #expect(try Program.run(["check", "--data", data]).words == sound)
            for other in [["--seed", "2"], ["--as-of", "2025-01-31"]] {
                let result = try demo(other)
                #expect(result.status == 73 && result.words.contains("another demo: --seed 1 --customers 600"), "\(result.words)")
            }
            #expect(try Program.run(["check", "--data", data]).words == sound)
        }
    }
}
