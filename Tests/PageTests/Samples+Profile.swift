import Facts
import Markup
import Wording

@testable import CustomerValue
@testable import PerennialServer

extension Samples {
    private var orders: [OrderHistory.Order] {
        let days = [861, 802, 760, 701, 655, 650, 590, 541, 498, 450, 401, 352, 300, 251, 196, 140, 95]
        return days.enumerated().map {
            .init(at: ago(days: $0.element, minutes: $0.offset * 37), minorUnits: Int64(4_990 + $0.offset * 577))
        }
    }

    var history: OrderHistory {
        let sum = orders.reduce(0) { $0 + $1.minorUnits }
        return OrderHistory(
            numberOfOrders: orders.count, historicMinorUnits: sum, averageOrderMinorUnits: Double(sum) / Double(orders.count),
            averageDaysBetweenOrders: 47.9, first: ago(days: 861), last: ago(days: 95), orders: orders)
    }

    var prediction: ProfilePrediction {
        let risk = (0...143).map { step in
            let day = -861 + step * 6
            let last = [861, 802, 760, 701, 655, 650, 590, 541, 498, 450, 401, 352, 300, 251, 196, 140, 95].last { -$0 <= day } ?? 861
            return ProfilePrediction.PastRisk(day: self.day(in: day), churnProbability: min(0.98, Double(day + last) / 110 + 0.04))
        }
        return ProfilePrediction(
            basis: basis, clv: MoneyEstimate(expected: 36_412, low: 0, high: 81_050), numberOfOrders: 3.41, churnProbability: 0.43,
            probabilityOfOrder: 0.56, expectedDateOfNextOrder: day(in: 24), isOverdue: true, valueClass: .high, likelihoodClass: .moderate,
            reason: Reason(rhythm: .overdue(everyDays: 48, silentDays: 95), orderValueTimesMean: 1.7), pastRisk: risk)
    }

    private var consent: [ChannelConsent] {
        [
            ChannelConsent(
                channel: .email, state: .subscribed, since: ago(days: 860),
                proof: .init(
                    method: outside("form"), place: outside("https://shop.example.com/checkout"),
                    wording: outside("Yes, send me news and offers by e-mail. I can take this back at any time."), importName: nil),
                suppressions: []),
            ChannelConsent(
                channel: .sms, state: .subscribed, since: ago(days: 400), proof: .init(),
                suppressions: [(.hardBounced, ago(days: 30)), (.byHand, ago(days: 12))]),
            ChannelConsent(channel: .push, state: .never, since: nil, proof: nil, suppressions: []),
            ChannelConsent(channel: .whatsapp, state: .unsubscribed, since: ago(days: 80), proof: nil, suppressions: []),
        ]
    }

    private var groupHistory: [RFMCard.Past] {
        [
            .init(
                at: ago(days: 31), group: .needsAttention, recency: 2, frequency: 2, monetary: 1, cause: .time, isReconstructed: false),
            .init(at: ago(days: 196), group: .champions, recency: 3, frequency: 3, monetary: 3, cause: .order, isReconstructed: true),
            .init(at: ago(days: 400), group: nil, recency: 0, frequency: 0, monetary: 0, cause: .profiling, isReconstructed: false),
        ]
    }

    private var segments: [ProfileModel.Segment] {
        [
            .init(
                id: "01SEG1", name: outside("Slipping VIPs"), since: ago(days: 9),
                why: [
                    .init(depth: 0, text: outside("All of these hold:"), holds: true, seen: nil, mayChange: nil),
                    .init(
                        depth: 1, text: outside("total CLV is greater than €500.00"), holds: true, seen: outside("€1,997.14"),
                        mayChange: nil),
                    .init(depth: 1, text: outside("is overdue"), holds: false, seen: outside("no"), mayChange: ago(days: -12)),
                ]), .init(id: "01SEG2", name: outside("Win-back"), since: ago(days: 3), why: []),
        ]
    }

    var timeline: Timeline {
        let euro = Currency(code: "EUR") ?? .none
        func event(_ days: Int, _ metric: String, _ kind: Timeline.Event.Kind, _ value: Int64? = nil, _ summary: String? = nil)
            -> Timeline.Event
        {
            Timeline.Event(
                at: ago(days: days, minutes: days * 13 % 700), metric: outside(metric), kind: kind,
                value: value.map { Money(minorUnits: $0, currency: euro) }, isHeldAside: false, summary: summary.map(outside),
                details: kind == .other
                    ? [] : [(outside("OrderId"), outside("10\(days)")), (outside("Items"), outside("[\"Linen shirt\",\"Socks\"]"))])
        }
        var events = [
            event(2, "Opened Email", .other, nil, "Summer linen is here"), event(2, "Received Email", .other, nil, "Summer linen is here"),
            event(41, "Viewed Product", .other, nil, "Linen shirt, sand"), event(88, "Refunded Order", .refund, 2_450, "Socks, 3 pairs"),
            event(95, "Placed Order", .order, 14_222, "Order 1095 · Linen shirt, Socks"),
            event(120, "Cancelled Order", .cancellation, 4_900, "Order 10120"),
            event(140, "Placed Order", .order, 13_645, "Order 10140 · Throw"),
            event(196, "Placed Order", .order, 13_068, "Order 10196"),
        ]
        var held = event(230, "Placed Order", .order, nil, "Order 10230")
        held.value = Money(minorUnits: 5_000, currency: Currency(code: "GBP") ?? .none)
        held.isHeldAside = true
        events.append(held)
        return Timeline(events: events, total: 214, olderCursor: "eyJhZnRlciI6MTB9", isFirstPage: true)
    }

    var profile: ProfileModel {
        ProfileModel(
            name: name(0), place: outside("Lyon, France"), createdAt: ago(days: 863), lastActive: ago(days: 2), orders: history,
            outlook: .predicted(prediction),
            rfm: RFMCard(
                group: .needsAttention, recency: 3, frequency: 3, monetary: 2, previous: .champions, changedAt: ago(days: 31),
                history: groupHistory),
            identities: [
                .init(kind: .email, value: outside("camille.laurent@example.com"), isMasked: false),
                .init(kind: .email, value: outside("a1b2c3d4e5@members.marketplace.example"), isMasked: true),
                .init(kind: .phone, value: outside("+33612345678"), isMasked: false),
                .init(kind: .customerID, value: outside("7781204"), isMasked: false),
            ], consent: consent,
            lists: [
                .init(id: "01LIST1", name: outside("Newsletter"), joinedAt: ago(days: 860)),
                .init(id: "01LIST2", name: outside("VIP"), joinedAt: ago(days: 201)),
            ],
            segments: segments,
            properties: [
                .init(key: outside("Favourite colour"), value: outside("sand")),
                .init(key: outside("Loyalty tier"), value: outside("Gold")),
                .init(key: outside("preferences"), value: outside("{\"size\":\"M\",\"fit\":\"loose\"}")),
            ], timeline: timeline)
    }

    private func with(_ outlook: ProfileOutlook, orders: OrderHistory?, rfm: RFMCard? = nil) -> ProfileModel {
        var model = profile
        model.outlook = outlook
        model.orders = orders
        model.rfm = rfm
        return model
    }

    /// One order a week ago: nothing can be said of a rhythm.
    var newcomer: ProfileModel {
        var prediction = prediction
        prediction.valueClass = .new
        prediction.likelihoodClass = .new
        prediction.isOverdue = false
        prediction.churnProbability = 0.12
        prediction.clv = MoneyEstimate(expected: 4_120, low: 0, high: 0)
        prediction.reason = Reason(rhythm: .new(daysSinceFirstOrder: 7), orderValueTimesMean: nil)
        prediction.pastRisk = []
        let one = OrderHistory(
            numberOfOrders: 1, historicMinorUnits: 4_990, averageOrderMinorUnits: 4_990, averageDaysBetweenOrders: nil, first: ago(days: 7),
            last: ago(days: 7), orders: [.init(at: ago(days: 7), minorUnits: 4_990)])
        return with(
            .predicted(prediction), orders: one,
            rfm: RFMCard(group: .recent, recency: 3, frequency: 1, monetary: 1, previous: nil, changedAt: nil))
    }

    /// Nobody knows anything but an id.
    var stranger: ProfileModel {
        ProfileModel(
            name: ProfileName(id: "01JX9999999", name: nil, email: nil), place: nil, createdAt: ago(days: 0), lastActive: nil, orders: nil,
            outlook: .none(.neverOrdered), rfm: nil, identities: [],
            consent: Channel.allCases.map { .init(channel: $0, state: .never, since: nil, proof: nil, suppressions: []) }, lists: [],
            segments: [], properties: [], timeline: Timeline(events: [], total: 0, olderCursor: nil, isFirstPage: true))
    }

    /// Every reason for which nothing is predicted.
    var withoutPrediction: [ProfileModel] {
        let short = Self.conditions(customers: 212, history: 95, silence: 34, regulars: 0)
        let reasons: [WhyNoPrediction] = [
            .neverOrdered, .nothingLeft, .heldAside(orders: 3, currency: Currency(code: "GBP") ?? .none),
            .heldAside(orders: 1, currency: .none), .objected(ago(days: 10)), .shopNotEligible(short), .failed(.noFit("bg-nbd")),
            .notFittedYet, .orderedAhead(ago(days: -300)),
        ]
        return reasons.map { with(.none($0), orders: history) } + [with(.none(.neverOrdered), orders: nil)]
    }
}
