public import Facts

/// The id by which other systems know somebody. Where nobody gave one it is the number that the shop's own orders have.
extension Population {
    /// The external id of a profile, or the number that the shop knows a customer by; `nil` without either.
    public func shownID(of profile: ProfileNumber) -> String? {
        identity(.externalID, of: profile) ?? identity(.customerID, of: profile)
    }

    /// The profile whose ``shownID(of:)`` is a text: an external id leads to its profile before a customer's number does, and a number leads
    /// to nobody who has an external id beside it.
    public func profile(shownID text: String) -> ProfileNumber? {
        if let known = profile(.externalID, text) { return known }
        guard let customer = profile(.customerID, text), identity(.externalID, of: customer) == nil else { return nil }
        return customer
    }
}
