import Facts

extension SQLWriter {
    /// Whether somebody may be written to; without a row nothing was said.
    mutating func consent(_ test: ConsentTest) -> SQLText {
        let channel: SQLText =
            switch test.channel {
            case .email: "'email'"
            case .sms: "'sms'"
            case .push: "'push'"
            case .whatsapp: "'whatsapp'"
            }
        let table = join("SELECT c.* FROM consents c WHERE c.channel = \(channel)")
        let status: SQLText = "COALESCE(\(table).status, 'never_subscribed')"
        let isFree: SQLText = "NOT COALESCE(\(table).suppressed, FALSE)"
        let may: SQLText =
            switch test.channel {
            case .email: "(\(isFree) AND \(status) <> 'unsubscribed' AND COALESCE(p.email <> '', FALSE))"
            case .sms, .whatsapp: "(\(isFree) AND \(status) = 'subscribed' AND COALESCE(p.phone_number <> '', FALSE))"
            case .push: "(\(isFree) AND \(status) = 'subscribed')"
            }
        var all: [SQLText] = [test.canReceive ? may : "NOT \(may)"]
        switch test.subscription {
        case .any: break
        case .subscribed: all.append("\(status) = 'subscribed'")
        case .unsubscribed: all.append("\(status) = 'unsubscribed'")
        case .neverSubscribed: all.append("\(status) NOT IN ('subscribed', 'unsubscribed')")
        }
        for filter in test.filters { all.append(way(table, status, filter)) }
        return "(\(SQLText.joined(all, by: " AND ")))"
    }

    /// What else must be so of what was said, and of how.
    private mutating func way(_ table: SQLText, _ status: SQLText, _ filter: ConsentTest.Filter) -> SQLText {
        switch filter {
        case .moment(let which, let filter):
            let column: SQLText =
                switch which {
                case .status: "status_at"
                case .bounce: "bounced_at"
                case .manualSuppression: "suppressed_by_hand_at"
                case .invalidEmail: "invalid_at"
                }
            return known(date("\(table).\(column)", filter))
        // Who never said anything, or was asked and has not answered, gave no consent in any way.
        case .isDoubleOptIn(let isSo):
            return "(\(status) IN ('subscribed', 'unsubscribed') AND COALESCE(\(table).double_opt_in, FALSE) = \(isSo ? "TRUE" : "FALSE"))"
        case .customSource(let source): return known("\(table).custom_source = \(text: source)")
        case .method(let method, let among):
            let detail: SQLText = among.isEmpty ? "" : " AND \(table).method_detail IN (\(SQLText.list(among)))"
            return known("\(table).method = \(text: method)\(detail)")
        }
    }
}
