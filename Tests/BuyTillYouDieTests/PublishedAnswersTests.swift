import BuyTillYouDie
import Testing

/// The estimates that the papers and notes print for the CDNOW 1/10 sample, to the digits printed.
@Suite struct PublishedAnswersTests {
    static func cdnow() throws -> PurchaseHistories {
        let rows = try Fixture.rows("cdnow_sample_summary")
        let histories = rows.map { row in
            PurchaseHistory(
                frequency: Int(row["frequency"] ?? -1), recencyInWeeks: (row["recency_days"] ?? -1) / 7,
                ageInWeeks: (row["age_days"] ?? -1) / 7)
        }
        return PurchaseHistories(histories, weights: rows.map { $0["customers"] ?? -1 })
    }

    static func expect(_ values: [Double], near published: [Double], within tolerance: Double = 1e-4) {
        #expect(values.count == published.count)
        for (value, printed) in zip(values, published) {
            #expect(abs(value - printed) <= tolerance * max(printed, 1), "\(value) is printed as \(printed)")
        }
    }

    @Test func betaGeometric() throws {
        let fit = try BGNBD.fit(Self.cdnow())
        Self.expect(fit.model.parameters, near: [0.2426, 4.4136, 0.7929, 2.4259])
        #expect(abs(fit.logLikelihood - -9_582.43) < 0.005)
        #expect(fit.didConverge && fit.hessianIsUsable && fit.boundaryParameters.isEmpty)
    }

    @Test func modifiedBetaGeometric() throws {
        let fit = try MBGNBD.fit(Self.cdnow())
        Self.expect(fit.model.parameters, near: [0.5248, 6.1831, 0.8914, 1.6140])
        #expect(fit.didConverge && fit.hessianIsUsable && fit.boundaryParameters.isEmpty)
    }

    @Test func pareto() throws {
        let fit = try ParetoNBD.fit(Self.cdnow())
        Self.expect(fit.model.parameters, near: [0.5533, 10.5777, 0.6062, 11.669])
        #expect(abs(fit.logLikelihood - -9_594.98) < 0.005)
        #expect(fit.didConverge && fit.hessianIsUsable && fit.boundaryParameters.isEmpty)
    }

    @Test func gammaGamma() throws {
        let rows = try Fixture.rows("cdnow_sample_spend")
        #expect(rows.count == 946)
        let histories = SpendHistories(count: rows.map { Int32($0["frequency"] ?? 0) }, mean: rows.map { $0["mean_spend"] ?? 0 })
        let fit = try GammaGamma.fit(histories)
        Self.expect(fit.model.parameters, near: [6.2496, 3.7442, 15.4436])
        #expect(fit.didConverge && fit.hessianIsUsable && fit.boundaryParameters.isEmpty)
    }

    /// The customer of the spreadsheet that comes with Fader, Hardie & Lee 2005: 1.226 purchases in 39 weeks.
    @Test func expectationOfTheSpreadsheet() throws {
        let model = try #require(BGNBD(parameters: [0.243, 4.414, 0.793, 2.426]))
        let customer = PurchaseHistory(frequency: 2, recencyInWeeks: 30.43, ageInWeeks: 38.86)
        #expect(abs(model.expectedPurchases(customer, withinWeeks: 39) - 1.226) < 5e-4)
    }
}
