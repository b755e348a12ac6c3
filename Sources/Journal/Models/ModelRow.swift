public import Facts

/// A fitted model, without its body.
public struct ModelRow: Sendable, Equatable {
    /// Its number, from ``Journal/nextNumber(_:)`` for a new one.
    public var number: UInt64
    /// What kind of model it is.
    public var kind: String
    /// When it was fitted.
    public var fittedAt: Instant
    /// The day whose end it was fitted as of.
    public var asOf: ShopDay
    /// The number of the last fact that it was fitted on.
    public var lastSequence: UInt64
    /// How good it is, as JSON; `{}` until that was found out.
    public var metrics: String
    /// Why it was fitted, for people to read.
    public var note: String

    /// A model.
    public init(
        number: UInt64, kind: String, fittedAt: Instant, asOf: ShopDay, lastSequence: UInt64, metrics: String = "{}", note: String = ""
    ) {
        self.number = number
        self.kind = kind
        self.fittedAt = fittedAt
        self.asOf = asOf
        self.lastSequence = lastSequence
        self.metrics = metrics
        self.note = note
    }
}

/// What a model expected of days to come, kept to be compared with what came.
public struct ForecastRow: Sendable, Equatable {
    /// What is expected: `orders`, `revenue`, `returning_customers`, …
    public var quantity: String
    /// The day at whose end it was made.
    public var madeOn: ShopDay
    /// The first day that it speaks of.
    public var firstDay: ShopDay
    /// The last day that it speaks of.
    public var lastDay: ShopDay
    /// The model's number.
    public var model: UInt64
    /// What is expected, in the quantity's unit.
    public var expected: Double
    /// The lower end of its range.
    public var low: Double
    /// The upper end of its range.
    public var high: Double

    /// A forecast.
    public init(
        quantity: String, madeOn: ShopDay, firstDay: ShopDay, lastDay: ShopDay, model: UInt64, expected: Double, low: Double, high: Double
    ) {
        self.quantity = quantity
        self.madeOn = madeOn
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.model = model
        self.expected = expected
        self.low = low
        self.high = high
    }
}
