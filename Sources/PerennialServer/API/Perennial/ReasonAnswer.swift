import CustomerValue
import JSON

extension Reason {
    /// Writes the reason as a JSON object: what the rhythm shows, with its figures.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("rhythm", code)
            switch rhythm {
            case .new(let days): json.member("days_since_first_order", days)
            case .boughtOnce(let daysAgo, let others):
                json.member("silent_days", daysAgo)
                json.member("three_in_four_returned_within_days", others)
            case .lapsed(let orders, let silent), .frequentAndRecent(let orders, let silent):
                json.member("orders", orders)
                json.member("silent_days", silent)
            case .overdue(let every, let silent), .onTime(let every, let silent), .somewhatLate(let every, let silent):
                json.member("orders_every_days", every)
                json.member("silent_days", silent)
            }
            json.member("order_value_times_mean", orderValueTimesMean)
        }
    }

    private var code: String {
        switch rhythm {
        case .new: "new"
        case .boughtOnce: "bought_once"
        case .lapsed: "lapsed"
        case .overdue: "overdue"
        case .frequentAndRecent: "frequent_and_recent"
        case .onTime: "on_time"
        case .somewhatLate: "somewhat_late"
        }
    }
}
