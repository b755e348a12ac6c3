import BuyTillYouDie
import Facts
import Foundation
import Testing

@testable import CustomerValue

@Suite("Kept models as bytes")
struct ShopModelBytesTests {
    private static func text(_ shop: KeptShop) -> String { String(decoding: shop.model.encoded, as: UTF8.self) }

    private static func error(_ text: String) -> ShopModelError? {
        do {
            _ = try ShopModel(decoding: [UInt8](text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("The same model gives the same bytes, which say what they are")
    func deterministic() throws {
        let shop = try KeptShop.trees.get()
        #expect(shop.model.encoded == shop.model.encoded)
        #expect(Self.text(shop).contains("\"format\":\"perennial shop model\"") && Self.text(shop).contains("\"version\":1"))
    }

    @Test(
        "Anything else is refused as such",
        arguments: ["", "{", "[]", "null", "{}", "{\"version\":1}", "{\"format\":\"x\",\"version\":1}", "ümlaut"])
    func notAModel(text: String) {
        #expect(Self.error(text) == .notAModel)
    }

    @Test("Another version is refused by its number", arguments: [0, 2, 99])
    func versions(version: Int) throws {
        let text = try Self.text(KeptShop.tiny.get()).replacing("\"version\":1", with: "\"version\":\(version)")
        let error = try #require(Self.error(text))
        #expect(error == .unknownVersion(found: version, known: 1) && "\(error)".contains("version \(version)"))
    }

    /// Changes that no fit can give, and the part that the refusal names.
    private static let changes: [(of: KeptShop.Kind, from: String, to: String, part: String)] = [
        (.tiny, "\"horizonInDays\":365", "\"horizonInDays\":0", "horizonInDays"),
        (.tiny, "\"horizonInDays\":365", "\"horizonInDays\":9223372036854775807", "horizonInDays"),
        (.tiny, "\"horizonInDays\":365", "\"horizonInDays\":1.5", "text"),
        (.tiny, "\"currency\":\"EUR\"", "\"currency\":\"euro\"", "currency"),
        (.tiny, "\"currency\":\"EUR\",", "", "currency"),
        (.tiny, "\"name\":\"pareto-nbd\"", "\"name\":\"pareto\"", "model.components.name"),
        (.tiny, "\"basis\":\"all purchases\"", "\"basis\":\"some\"", "model.spend"),
        (.tiny, "\"choice\":\"auto\"", "\"choice\":\"best\"", "model.choice"),
        (.tiny, "\"weight\":", "\"weight\":1.5,\"was\":", "model.components"),
        (.tiny, "\"ofYear\":[]", "\"ofYear\":[null]", "model.ofYear.Index 0"),
        (.tiny, "\"reason\":\"always\"", "\"reason\":\"why not\"", "model.steps"),
        (.tiny, "\"activityPower\":", "\"activityPower\":1e300,\"was\":", "model.adjustment.activityPower"),
        (.tiny, "\"activityPower\":", "\"activityPower\":\"not a number\",\"was\":", "model.adjustment.activityPower"),
        (.trees, "\"feature\":[", "\"feature\":[21,", "model.adjustment.orderRanker.trees"),
        (.trees, "\"left\":[1,", "\"left\":[0,", "model.adjustment.orderRanker.trees"),
        (.trees, "\"left\":[1,", "\"left\":[1000000,", "model.adjustment.orderRanker.trees"),
        (.trees, "\"left\":[1,", "\"left\":[2147483647,", "model.adjustment.orderRanker.trees"),
    ]

    @Test("What no fit can give is refused with its place", arguments: changes.indices)
    func damaged(number: Int) throws {
        let change = Self.changes[number]
        let text = try Self.text(change.of.shop())
        let changed = text.replacing(change.from, with: change.to, maxReplacements: 1)
        try #require(changed != text)
        let error = try #require(Self.error(changed))
        #expect(error == .damaged(part: change.part))
        #expect("\(error)".contains(change.part))
    }

    @Test("Models cut short anywhere are refused", arguments: [KeptShop.Kind.tiny, .named])
    func truncated(kind: KeptShop.Kind) throws {
        let bytes = try kind.shop().model.encoded
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: ShopModelError.self) { try ShopModel(decoding: Array(bytes.prefix(length))) }
        }
    }

    @Test("Whatever bytes are changed: it is refused, or predicts without a fault", arguments: [KeptShop.Kind.tiny, .season, .named])
    func fuzz(kind: KeptShop.Kind) throws {
        let shop = try kind.shop()
        let bytes = shop.model.encoded
        var generator = SeededGenerator(seed: 77)
        let replacements: [[UInt8]] = ["9", "-", "e", "0", "\"", "[", "}", ",", "null", "1e308", "-1", "true", ""].map { Array($0.utf8) }
        let few = try shop.summaries(ofCustomer: 0)
        var accepted = 0
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<changed.count, using: &generator)
                let length = min(Int.random(in: 1...4, using: &generator), changed.count - place)
                let new = replacements[Int.random(in: 0..<replacements.count, using: &generator)]
                changed.replaceSubrange(place..<place + length, with: new)
            }
            guard let model = try? ShopModel(decoding: changed) else { continue }
            accepted += 1
            let row = model.predictions(few, courseInDays: [model.horizonInDays])[0]
            #expect(row.map { $0.clvLowMinorUnits <= $0.clvHighMinorUnits } ?? true)
            #expect(!model.encoded.isEmpty)
        }
        #expect(accepted > 0 && accepted < 300, "some changes must pass and some not: \(accepted)")
    }

    @Test("RFM borders of five levels come back; those of three are written as they ever were")
    func rfmBorders() throws {
        let model = try KeptShop.tiny.get().model
        let five = RFMBorders(
            daysAtMost: [90, 180, 365, 730], ordersMoreThan: [8, 4, 2, 1], minorUnitsMoreThan: [900, 500, 200, -1])
        #expect(try ShopModel(decoding: model.with(model.model, rfmBorders: five).encoded).rfmBorders == five)
        let three = RFMBorders(daysAtMost: [180, 365], ordersMoreThan: [4, 2], minorUnitsMoreThan: [900, 500])
        let bytes = model.with(model.model, rfmBorders: three).encoded
        let written = "\"rfm\":{\"historicMinorUnits\":[500,900],\"lapsedDays\":365,\"orders\":[2,4],\"recentDays\":180}"
        #expect(String(decoding: bytes, as: UTF8.self).contains(written))
        #expect(try ShopModel(decoding: bytes).rfmBorders == three)
        let short = RFMBorders(daysAtMost: [90, 180, 365, 730], ordersMoreThan: [4, 2], minorUnitsMoreThan: [900, 500])
        #expect(throws: ShopModelError.damaged(part: "rfm")) {
            try ShopModel(decoding: model.with(model.model, rfmBorders: short).encoded)
        }
    }

    @Test("Numbers come back to the last bit, whatever they are")
    func numbers() throws {
        var generator = SeededGenerator(seed: 4)
        let shop = try KeptShop.tiny.get()
        for _ in 0..<200 {
            let random = Double(bitPattern: generator.next())
            let border = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
            var model = shop.model.model
            model.components[0].logScore = random.isFinite ? random : -0.0
            let leaf = RegressionTree.Node(feature: -1, value: border.isFinite ? border : -.leastNonzeroMagnitude)
            let split = RegressionTree.Node(feature: 3, border: border.isNaN ? .infinity : border, left: 1)
            model.adjustment?.orderRanker = AutoAdjustment.Ranker(
                trees: BoostedTrees(trees: [RegressionTree(nodes: [split, leaf, leaf])]), share: 0.25)
            let kept = try ShopModel(decoding: shop.model.with(model).encoded).model
            #expect(kept.components[0].logScore?.bitPattern == model.components[0].logScore?.bitPattern)
            let (new, old) = (kept.adjustment?.orderRanker?.trees.trees[0], model.adjustment?.orderRanker?.trees.trees[0])
            #expect(new?.nodes.map(\.border.bitPattern) == old?.nodes.map(\.border.bitPattern))
            #expect(new?.nodes.map(\.value.bitPattern) == old?.nodes.map(\.value.bitPattern))
        }
    }
}

extension ShopModel {
    /// The same with other models, or other borders.
    fileprivate func with(_ model: PredictionModel, rfmBorders: RFMBorders? = nil) -> ShopModel {
        ShopModel(
            model: model, horizonInDays: horizonInDays, fittedAsOf: fittedAsOf, customers: customers, currency: currency,
            timeZoneIdentifier: timeZoneIdentifier, thresholds: thresholds, rfmBorders: rfmBorders ?? self.rfmBorders,
            eligibility: eligibility, commonFactors: commonFactors, commonFactorsOfYear: commonFactorsOfYear)
    }
}
