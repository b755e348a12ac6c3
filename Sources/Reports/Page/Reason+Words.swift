public import CustomerValue
public import Wording

extension Words {
    /// Why a customer's prediction is what it is, in a sentence without its full stop.
    public func reason(_ reason: Reason) -> String {
        let rhythm =
            switch reason.rhythm {
            case .new(let days): reasonNew(daysSinceFirstOrder: days)
            case .boughtOnce(let days, let others): reasonBoughtOnce(daysAgo: days, othersReturnedWithinDays: others)
            case .lapsed(let orders, let silent): reasonLapsed(orders: orders, silentDays: silent)
            case .overdue(let every, let silent): reasonOverdue(everyDays: every, silentDays: silent)
            case .frequentAndRecent(let orders, let silent): reasonFrequentAndRecent(orders: orders, silentDays: silent)
            case .onTime(let every, let silent): reasonOnTime(everyDays: every, silentDays: silent)
            case .somewhatLate(let every, let silent): reasonSomewhatLate(everyDays: every, silentDays: silent)
            }
        guard let times = reason.orderValueTimesMean else { return rhythm }
        return reasonJoined(rhythm, reasonSpendsMore(timesMean: times))
    }
}
