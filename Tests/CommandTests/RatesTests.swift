import Foundation
import Testing

@Suite("Exchange rates of a shop")
struct RatesTests {
    @Test("Exchange rates are set from a file, and printed as one")
    func rates() throws {
        try Program.withShop { data, folder in
            let file = folder.appendingPathComponent("rates.csv")
            try "date,from,to,rate\n2024-01-31,PLN,EUR,0.2299\n2024-02-29,USD,EUR,1\n".write(to: file, atomically: true, encoding: .utf8)
            let set = try Program.run(["rates", "set", file.path, "--data", data])
            #expect(set.status == 0 && set.words.contains("2 rates"), "\(set.words)")
            let shown = try Program.run(["rates", "show", "--data", data])
            #expect(shown.output == "date,from,to,rate\n2024-01-31,PLN,EUR,0.2299\n2024-02-29,USD,EUR,1\n")
            #expect(try Program.run(["rates", "set", folder.path + "/none.csv", "--data", data]).status == 66)
            #expect(try Program.run(["rebuild", "--data", data]).status == 0)
        }
    }
}
