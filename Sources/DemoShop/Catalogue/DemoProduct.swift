/// Something that the demo shop sells.
public struct DemoProduct: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Category: String, CaseIterable, Sendable {
        case coffee = "Coffee"
        case tea = "Tea"
        case brewing = "Brewing"
        case tableware = "Tableware"
        case home = "Home"
        case gifts = "Gifts"

        /// Whether it is used up, and bought again.
        public var isConsumable: Bool { self == .coffee || self == .tea }
    }

    /// The shop's number of it.
    public let id: String
    /// The number on its label.
    public let sku: String
    /// Its name.
    public let name: String
    /// Who makes it.
    public let brand: String
    /// What kind of thing it is.
    public let category: Category
    /// Its price on the shop's first day, in cents.
    public let priceInCents: Int64
    /// Its page.
    public let url: String

    /// The months in which it is sold, 1 to 12; all of them for most.
    let months: ClosedRange<Int>
    /// The day of the shop's history from which it is sold.
    let firstDay: Int
    /// How often it is chosen beside the others of its category.
    let weight: Double
}
