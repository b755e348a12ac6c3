public import Facts

/// Orders that are known otherwise than from files, as those of a running shop.
public struct KnownOrders: Sendable {
    /// An order as far as a refund of it needs to know.
    public struct Order: Sendable {
        /// Its currency; `nil`: the shop's.
        public var currency: Currency?

        /// An order of a currency.
        public init(currency: Currency?) { self.currency = currency }
    }

    /// The order of an id's ``Fingerprint``; `nil` for one that is not known.
    public var find: @Sendable (UInt64) -> Order?

    /// Orders that a function finds.
    public init(find: @escaping @Sendable (UInt64) -> Order?) { self.find = find }
}
