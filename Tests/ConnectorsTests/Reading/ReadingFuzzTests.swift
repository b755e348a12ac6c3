import Facts
import Testing

@testable import Connectors

/// Small files damaged at random: each gives orders whose rows add up, or an error that says what is wrong.
@Suite struct ReadingFuzzTests {
    private static let seeds = [
        "customer_id,order_id,ordered_at,value,currency,source\na,1,2024-01-01,1.00,EUR,web\n\"b, c\",2,2024-01-02T10:00:00Z,\"1,234.50\",USD,pos\na,1,2024-01-01,1.00,EUR,web\n",
        "customer_id;order_id;ordered_at;value;currency;status\na@x.com;1;01/02/2024;1,00 €;EUR;paid\nb;2;13/02/2024 10:00;2.500;PLN;cancelled\n",
        "Name,Email,Financial Status,Currency,Total,Created at,Lineitem name,Refunded Amount\n#2,a@x.com,paid,USD,10.00,2024-01-03 10:00:00 -0500,Cup,1.00\n#2,,,,,,Plate,\n#1,b@x.com,refunded,USD,20.00,2024-01-02 10:00:00 -0500,Cup,\n",
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n536365,A,Lamp,6,12/1/10 8:26,2.55,17850.0,UK\n536365,B,Lamp,-6,12/1/10 8:26,2.55,17850.0,UK\nC536366,B,Lamp,-6,12/1/10 8:26,2.55,17850.0,UK\n",
    ]

    @Test(arguments: 0..<4)
    func damagedFiles(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed + 1))
        let folder = try TemporaryFolder()
        let original = Array(Self.seeds[seed].utf8)
        var intakes = 0
        var asked = 0
        for round in 0..<500 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...6, using: &random) { damage(&bytes, &random) }
            let path = try folder.write("fuzz.csv", round % 10 == 0 ? gzip(bytes) : bytes)
            let blockLength = [7, 64, 4_096][round % 3]
            do {
                // `read` checks that every row is accounted for.
                let intake = try read(files: round % 4 == 0 ? [path, path] : [path], blockLength: blockLength)
                intakes += 1
                for row in 0..<intake.orders.count {
                    let order = intake.orders[row]
                    #expect(order.minorUnits >= 0 && order.minorUnits <= OrderRecord.largestMinorUnits)
                    #expect(Int(order.customer) < intake.orders.customers.count)
                    #expect(Int(order.currency) < intake.orders.currencies.count)
                }
            } catch let error as ReadingError {
                asked += 1
                #expect(!error.message.isEmpty)
            }
        }
        #expect(intakes > 20, "most damage leaves something to read")
        #expect(intakes + asked == 500)
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let telling: [UInt8] = Array("\",;\t\r\n.-0159CeE@€\u{A0}".utf8) + [0xFF, 0xB3, 0x00]
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] = telling[Int.random(in: 0..<telling.count, using: &random)]
        case 1: bytes.insert(telling[Int.random(in: 0..<telling.count, using: &random)], at: place)
        case 2: bytes.remove(at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
        case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: place)
        default: bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
    }
}
