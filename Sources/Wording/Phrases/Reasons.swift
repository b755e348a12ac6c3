extension Words {
    /// First order so recent that nothing is known yet.
    public func reasonNew(daysSinceFirstOrder days: Int) -> String {
        if days == 0 {
            return text(
                en: "new: first order today", fr: "nouveau : première commande aujourd'hui", pl: "nowy: pierwsze zamówienie dzisiaj")
        }
        return text(
            en: "new: first order \(self.days(days)) ago", fr: "nouveau : première commande il y a \(self.days(days))",
            pl: "nowy: pierwsze zamówienie \(self.days(days)) temu")
    }

    /// Bought on one day only.
    public func reasonBoughtOnce(daysAgo days: Int, othersReturnedWithinDays others: Int?) -> String {
        let once =
            days == 0
            ? text(en: "bought once, today", fr: "un seul achat, aujourd'hui", pl: "jeden zakup, dzisiaj")
            : text(
                en: "bought once, \(self.days(days)) ago", fr: "un seul achat, il y a \(self.days(days))",
                pl: "jeden zakup, \(self.days(days)) temu")
        guard let others, others > 0 else { return once }
        let usual = text(
            en: "most who come back do so within \(self.days(others))",
            fr: "ceux qui reviennent le font le plus souvent en moins de \(self.days(others))",
            pl: "kto wraca, robi to zwykle w ciągu \(ofDays(others))")
        return reasonJoined(once, usual)
    }

    /// A last order long ago, after several.
    public func reasonLapsed(orders: Int, silentDays: Int) -> String {
        text(
            en: "\(count(orders, .orders)), but none for \(days(silentDays))",
            fr: "\(count(orders, .orders)), mais aucune depuis \(days(silentDays))",
            pl: "\(count(orders, .orders)), ale żadnego od \(ofDays(silentDays))")
    }

    /// Silent for longer than was to be expected.
    public func reasonOverdue(everyDays: Int, silentDays: Int) -> String {
        text(
            en: "orders \(every(everyDays)), silent for \(days(silentDays))",
            fr: "commande \(every(everyDays)), silencieux depuis \(days(silentDays))",
            pl: "zamawia \(every(everyDays)), cisza od \(ofDays(silentDays))")
    }

    /// Many orders, the last of them not long ago.
    public func reasonFrequentAndRecent(orders: Int, silentDays: Int) -> String {
        text(
            en: "buys often and lately: \(count(orders, .orders)), the last \(ago(days: silentDays))",
            fr: "achète souvent et récemment : \(count(orders, .orders)), la dernière \(ago(days: silentDays))",
            pl: "kupuje często i niedawno: \(count(orders, .orders)), ostatnie \(ago(days: silentDays))")
    }

    /// The next order is not due yet.
    public func reasonOnTime(everyDays: Int, silentDays: Int) -> String {
        text(
            en: "orders \(every(everyDays)), the last \(ago(days: silentDays)): on time",
            fr: "commande \(every(everyDays)), la dernière fois \(ago(days: silentDays)) : dans les temps",
            pl: "zamawia \(every(everyDays)), ostatnio \(ago(days: silentDays)): w terminie")
    }

    /// Later than the mean gap, but not unusually late.
    public func reasonSomewhatLate(everyDays: Int, silentDays: Int) -> String {
        text(
            en: "orders \(every(everyDays)), the last \(ago(days: silentDays)): a little late, not unusual yet",
            fr: "commande \(every(everyDays)), la dernière fois \(ago(days: silentDays)) : un peu tard, mais rien d'inhabituel",
            pl: "zamawia \(every(everyDays)), ostatnio \(ago(days: silentDays)): trochę później niż zwykle, ale to jeszcze nic nietypowego")
    }

    /// Spends much more per order than the shop's mean.
    public func reasonSpendsMore(timesMean: Double) -> String {
        let decimals = timesMean < 10 ? 1 : 0
        let times = count(timesMean, decimals: decimals, .times)
        return text(
            en: "spends \(times) the shop's average per order", fr: "dépense \(times) le panier moyen de la boutique",
            pl: "zamówienia \(times) większe od średniej w sklepie")
    }

    /// Two reasons in one sentence.
    public func reasonJoined(_ first: String, _ second: String) -> String {
        text(en: "\(first); \(second)", fr: "\(first) ; \(second)", pl: "\(first); \(second)")
    }

    private func every(_ days: Int) -> String {
        if days == 1 { return text(en: "every day", fr: "chaque jour", pl: "codziennie") }
        return text(en: "every \(self.days(days))", fr: "tous les \(self.days(days))", pl: "co \(self.days(days))")
    }
}
