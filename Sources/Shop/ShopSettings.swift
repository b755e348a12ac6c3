public import CustomerValue
public import Facts

/// What a shop says of itself.
public struct ShopSettings: Sendable, Equatable {
    /// The organisation's name.
    public var name = "My shop"
    /// The currency of what is told without one; `nil`: that of the first order that names one.
    public var currency: Currency?
    /// The zone of the shop's days.
    public var timeZone = ShopTimeZone.utc
    /// Days ahead that predictions cover.
    public var horizonInDays = 365
    /// Customers that are needed before anything is predicted.
    public var minimumCustomers = 500
    /// An address for people to write to.
    public var contactEmail = ""
    /// The shop's web address.
    public var website = ""
    /// The language of pages for people who chose none: `en`, `fr` or `pl`.
    public var language = "en"
    /// How customers are scored and grouped by the standard RFM model.
    public var rfm = RFMSettings.standard
    /// The RFM model whose groups are shown under Klaviyo's names.
    public var rfmModel = RFMModelNumber.standard

    /// The settings of a shop that said nothing yet.
    public init() {}
}
