import Facts
import Markup
import Wording

@testable import CustomerValue
@testable import PerennialServer

/// Made-up pages: what the query side would hand over.
struct Samples {
    var language = Language.en
    var currency = Currency(code: "EUR") ?? .none
    /// Puts what comes from outside into another form.
    var outside: (String) -> String = { $0 }

    /// 12 June 2025, 12:05 UTC.
    static let now = Instant(secondsSince1970: 1_749_729_900)

    var setting: PageSetting {
        PageSetting(
            language: language, timeZone: ShopTimeZone(identifier: "Europe/Warsaw") ?? .utc, currency: currency, now: Self.now)
    }

    var signedIn: SignedIn {
        SignedIn(name: outside("Ada Nowak"), email: outside("ada@example.com"), role: .owner, token: FormToken("c2Vzc2lvbi10b2tlbg"))
    }

    func frame(_ path: PagePath?, isSignedIn: Bool = true) -> PageFrame {
        PageFrame(
            setting: setting, path: path, shopName: outside("Maison Linden"), signedIn: isSignedIn ? signedIn : nil, version: "0.4.0")
    }

    // MARK: Time

    func ago(days: Int, minutes: Int = 0) -> Instant {
        Instant(secondsSince1970: Self.now.secondsSince1970 - Int64(days) * 86_400 - Int64(minutes) * 60)
    }

    func day(in days: Int) -> ShopDay { setting.today.advanced(byDays: days) }

    // MARK: Home

    var basis: PredictionBasis {
        PredictionBasis(
            horizonInDays: 365, asOf: day(in: 0), models: [("bg-nbd", 0.2), ("mbg-nbd", 0.35), ("pareto-nbd", 0.45)], isCorrected: true)
    }

    static func conditions(customers: Int, history: Int, silence: Int, regulars: Int, source: Int = 1) -> [Eligibility.Finding] {
        [
            .init(condition: .customers, found: customers, needed: 500, isMet: customers >= 500, isRequired: true),
            .init(condition: .orderSource, found: source, needed: 1, isMet: source > 0, isRequired: true),
            .init(condition: .historyDays, found: history, needed: 180, isMet: history >= 180, isRequired: true),
            .init(condition: .daysSinceLastOrder, found: silence, needed: 30, isMet: (0...30).contains(silence), isRequired: true),
            .init(condition: .customersWithThreeOrders, found: regulars, needed: 1, isMet: regulars >= 1, isRequired: true),
        ]
    }

    var intake: IntakeHealth {
        IntakeHealth(
            taken: 182_344, takenInLastDay: 1_204, last: ago(days: 0, minutes: 3),
            refusals: [
                .init(door: outside("api"), code: outside("invalid_email"), count: 41, last: ago(days: 1)),
                .init(door: outside("webhook:shopify"), code: outside("missing_metric"), count: 3, last: ago(days: 12)),
            ],
            heldAside: [
                .init(currency: Currency(code: "GBP") ?? .none, orders: 12, minorUnits: 84_550),
                .init(currency: .none, orders: 1, minorUnits: 900),
            ],
            sources: [
                .init(source: .importFile, taken: 120_000, last: ago(days: 40)), .init(source: .webhook, taken: 50_120, last: ago(days: 0)),
                .init(source: .api, taken: 12_224, last: ago(days: 0)),
            ])
    }

    func name(_ number: Int) -> ProfileName {
        let names = [
            "Camille Laurent", "Jan Kowalski", "Grace Okafor", "Zofia Wiśniewska-Dąbrowska", "Émile Petit", "Rosa Hernández", "Li Wei",
        ]
        let name = names[number % names.count]
        let address = name.lowercased().split(separator: " ").joined(separator: ".") + "@example.com"
        return ProfileName(
            id: "01JX\(1_000_000 + number * 7_919)", name: number % 4 == 3 ? nil : outside(name), email: outside(address))
    }

    var slipping: HomeModel.Slipping {
        let top = (0..<10).map { place in
            let rank = Int64(place)
            let silent = 95 + place * 17
            let rhythms: [Reason.Rhythm] = [
                .overdue(everyDays: 41, silentDays: silent), .boughtOnce(daysAgo: silent, othersReturnedWithinDays: 96),
                .overdue(everyDays: 29, silentDays: silent), .lapsed(orders: 14, silentDays: silent),
            ]
            let predicted = MoneyEstimate(expected: 41_200 - rank * 3_100, low: place > 5 ? 0 : 9_000, high: 90_400 - rank * 7_000)
            let atStake = 21_424 - Double(place) * 1_804
            return HomeModel.Slipping.Entry(
                profile: name(place), reason: Reason(rhythm: rhythms[place % 4], orderValueTimesMean: place % 3 == 0 ? 2.4 : nil),
                lastOrder: ago(days: silent), historicMinorUnits: 184_250 - rank * 12_731, predicted: predicted,
                churnProbability: 0.52 - Double(place) * 0.021, atStakeMinorUnits: atStake)
        }
        return HomeModel.Slipping(
            customers: 612, predicted: MoneyEstimate(expected: 5_214_000, low: 4_100_000, high: 6_300_000),
            atStake: MoneyEstimate(expected: 2_641_200, low: 2_070_000, high: 3_190_000), top: top)
    }

    var groups: [HomeModel.Group] {
        let rows: [(RFMGroup, Int, Int64, Double, Double)] = [
            (.champions, 812, 41_220_000, 7_420, 0.08), (.loyal, 1_204, 28_770_000, 6_310, 0.19), (.recent, 2_310, 14_350_000, 4_980, 0.41),
            (.needsAttention, 640, 9_120_000, 5_870, 0.47), (.atRisk, 1_932, 10_410_000, 5_010, 0.66),
            (.inactive, 3_410, 12_040_000, 4_420, 0.92),
        ]
        return rows.map { group, customers, revenue, average, churn in
            HomeModel.Group(
                group: group, customers: customers, revenueMinorUnits: revenue, averageOrderMinorUnits: average,
                predicted: MoneyEstimate(expected: revenue / 4, low: revenue / 5, high: revenue * 3 / 10), meanChurnProbability: churn)
        }
    }

    var months: [HomeModel.Month] {
        let season = [0.8, 0.82, 0.95, 1, 1.05, 0.98, 0.9, 0.88, 1.02, 1.1, 1.5, 1.62]
        let first = ShopMonth(day(in: 0)).monthsSince1970 - 12
        return (0..<24).map { place in
            let month = ShopMonth(monthsSince1970: first + Int32(place))
            let level = season[month.month - 1]
            let past = Int64(4_400_000 * level) + Int64(place * 7_919 % 300_000)
            let expected = Int64(3_100_000 * level * (1 - Double(place - 12) * 0.028))
            return HomeModel.Month(
                month: month, revenueMinorUnits: place < 12 ? past : place == 12 ? expected / 3 : nil,
                forecast: place < 12 ? nil : MoneyEstimate(expected: expected, low: expected * 8 / 10, high: expected * 122 / 100))
        }
    }

    var check: FittedModel.Check {
        .init(
            cutoff: day(in: -91), days: 91, expected: MoneyEstimate(expected: 10_210_000, low: 8_700_000, high: 11_800_000),
            actualMinorUnits: 10_844_000)
    }

    var home: HomeModel {
        HomeModel(
            totals: .init(customers: 10_308, orders: 24_771, revenueMinorUnits: 115_910_000, firstOrder: ago(days: 861)),
            outlier: .init(profile: name(1), share: 0.31, orders: 4, historicMinorUnits: 35_900_000), profiles: 12_408,
            ordersTold: 25_011,
            conditions: Self.conditions(customers: 10_308, history: 861, silence: 0, regulars: 3_120), failure: nil,
            forecast: .init(
                basis: basis, revenue: MoneyEstimate(expected: 28_977_000, low: 24_100_000, high: 33_900_000),
                orders: CountEstimate(expected: 5_870, low: 4_890, high: 6_860),
                returning: CountEstimate(expected: 4_944, low: 4_060, high: 5_830),
                ordering: CountEstimate(expected: 3_210, low: 2_640, high: 3_790)),
            months: months, mix: mix, oneTime: .init(customers: 10_308, oneTime: 5_114, share: 0.496, medianDaysToSecond: 61),
            orderValue: orderValue, groups: groups, slipping: slipping,
            model: FittedModel(
                basis: basis, fittedAt: ago(days: 3, minutes: 500), asOf: day(in: -3), customers: 10_266, check: check,
                nextFit: ago(days: -4)),
            intake: intake, news: news)
    }

    var mix: HomeModel.Mix {
        HomeModel.Mix(
            predicted: 10_308, value: [(.low, 5_120), (.moderate, 2_904), (.high, 1_873), (.new, 411)],
            likelihood: [(.low, 4_711), (.moderate, 3_202), (.high, 1_984), (.new, 411)],
            risk: [(.low, 3_340), (.moderate, 2_011), (.high, 4_957)], meanChurnProbability: 0.52)
    }

    var orderValue: HomeModel.OrderValueTrend {
        HomeModel.OrderValueTrend(
            months: months.prefix(12).enumerated().map { ($0.element.month, 4_600 + Double($0.offset * 13)) }, lastYear: 4_679,
            yearBefore: 4_412)
    }

    var news: HomeModel.News {
        HomeModel.News(
            moves: .init(
                since: day(in: -30), groups: [(.champions, 41, 12), (.loyal, 30, 30), (.recent, 120, 64), (.inactive, 0, 0)]),
            segments: [.init(id: "01SEG1", name: outside("Slipping VIPs"), members: 61, added: 9, removed: 2)],
            done: [
                .init(
                    action: "segment.export", who: outside("ada@example.com"), at: ago(days: 0, minutes: 90), name: outside("Slipping VIPs")
                ),
                .init(action: "settings.update", who: outside("API"), at: ago(days: 3)),
            ])
    }

    /// Orders, but not enough of them.
    var smallHome: HomeModel {
        var model = home
        model.totals = .init(customers: 212, orders: 240, revenueMinorUnits: 1_031_050, firstOrder: ago(days: 95))
        model.conditions = Self.conditions(customers: 212, history: 95, silence: 34, regulars: 0)
        model.forecast = nil
        model.months = months.dropFirst(8).prefix(4).map { .init(month: $0.month, revenueMinorUnits: $0.revenueMinorUnits, forecast: nil) }
        model.groups = groups.prefix(3).map {
            var group = $0
            group.predicted = nil
            group.meanChurnProbability = nil
            return group
        }
        model.slipping = nil
        model.mix = nil
        model.orderValue = HomeModel.OrderValueTrend(months: [], lastYear: nil, yearBefore: nil)
        model.news = HomeModel.News(moves: nil, segments: [], done: [])
        model.model = nil
        model.intake.refusals = []
        model.intake.heldAside = []
        return model
    }

    /// Enough orders, no model yet.
    var fittingHome: HomeModel {
        var model = home
        model.forecast = nil
        model.mix = nil
        model.slipping = nil
        model.model = nil
        return model
    }

    /// Nothing at all, but for the metrics that a server makes.
    var emptyHome: HomeModel {
        HomeModel(
            totals: .init(customers: 0, orders: 0, revenueMinorUnits: 0, firstOrder: nil), profiles: 0, ordersTold: 0, conditions: [],
            failure: nil, forecast: nil, months: [], mix: nil, oneTime: nil, orderValue: nil, groups: [], slipping: nil, model: nil,
            intake: IntakeHealth(taken: 3, takenInLastDay: 3, last: nil, refusals: [], heldAside: [], sources: []),
            news: HomeModel.News(moves: nil, segments: [], done: []))
    }

    /// Orders changed since all were counted together.
    var homeOvertaken: HomeModel {
        var model = home
        model.overtaken = setting.now
        return model
    }

    /// People, and no order.
    var homeWithoutOrders: HomeModel {
        var model = emptyHome
        model.profiles = 12
        model.intake = home.intake
        return model
    }

    /// Orders, and none that counts.
    var homeWhereNoneCounts: HomeModel {
        var model = homeWithoutOrders
        model.ordersTold = 7
        return model
    }

    // MARK: Profiles

    var profiles: ProfilesModel {
        let groups: [RFMGroup?] = [.champions, .loyal, .recent, nil, .needsAttention, .atRisk, .inactive]
        let rows = (0..<50).map { place in
            let group = groups[place % groups.count]
            let expected = Int64(max(0, 31_000 - place * 800))
            return ProfilesModel.Row(
                profile: name(place), numberOfOrders: group == nil ? 0 : 1 + place % 9,
                lastOrder: group == nil ? nil : ago(days: place * 11),
                historicMinorUnits: group == nil ? 0 : Int64(4_900 + place * 3_377),
                predicted: group == nil ? nil : MoneyEstimate(expected: expected, low: 0, high: expected > 6_000 ? expected * 2 : 0),
                churnProbability: group == nil ? nil : Double(place) / 50, isOverdue: place % 6 == 5, group: group)
        }
        let ends = [true, false].map { RowCursor(isBefore: $0, key: 7, id: $0 ? "3kf9first" : "3kf9last") }
        var model = ProfilesModel(query: ProfileQuery(cursor: ends[1]), rows: rows, total: 12_408, all: 12_408, basis: basis)
        (model.first, model.previous, model.next) = (101, ends[0], ends[1])
        return model
    }

    var noMatch: ProfilesModel {
        ProfilesModel(
            query: ProfileQuery(text: outside("zz"), group: .atRisk, order: .totalValue), rows: [], total: 0, all: 0, basis: basis)
    }

    var noProfiles: ProfilesModel { ProfilesModel(query: ProfileQuery(), rows: [], total: 0, all: 0, basis: nil) }

    /// Those of one word, right after somebody was erased.
    var byValue: ProfilesModel {
        var model = profiles
        model.query = ProfileQuery(value: .high, risk: .low)
        model.isErased = true
        return model
    }

    /// Overdue customers alone.
    var atStake: ProfilesModel {
        var model = profiles
        model.query = ProfileQuery(order: .atStake)
        model.rows = model.rows.filter { $0.predicted != nil }
        for place in model.rows.indices {
            model.rows[place].isOverdue = true
            model.rows[place].atStakeMinorUnits = Double(20_000 - place * 100)
        }
        model.total = 2_242
        return model
    }
}
