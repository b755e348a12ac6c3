public import ArgumentParser
public import CustomerValue
public import Facts

/// The flags that say what is predicted.
struct PredictionFlags: ParsableArguments {
    @Option(help: ArgumentHelp("The last day that counts; by default the day of the last order.", valueName: "YYYY-MM-DD"))
    var asOf: ShopDay?

    @Option(help: ArgumentHelp("How many days ahead to predict.", valueName: "days"))
    var horizon = 365

    @Option(help: "The model; auto averages mbg-nbd and pareto-nbd and corrects them by what earlier days of the log teach.")
    var model = ModelChoice.auto

    @Option(
        help: ArgumentHelp(
            "Predict from so many customers on. Under 500 the other conditions become warnings too.", valueName: "customers"))
    var minimumCustomers = Eligibility.standardMinimumCustomers

    @Option(
        help: ArgumentHelp(
            "Keep auto from a step: \(ModelStep.Kind.allCases.map(\.rawValue).joined(separator: ", ")). May be repeated.", valueName: "step"
        ))
    var without: [ModelStep.Kind] = []

    func validate() throws {
        if let step = without.first, model != .auto {
            throw ValidationError(
                "--without \(step.rawValue) keeps auto from a step; \(model.rawValue) takes none. Leave one of both flags out.")
        }
        guard (1...3_650).contains(horizon) else { throw ValidationError("--horizon is a number of days from 1 to 3650, not \(horizon).") }
        if let asOf, !(1970...2100).contains(asOf.civil.year) {
            throw ValidationError("--as-of is a day from 1970 to 2100, not \(asOf).")
        }
        guard (1...1_000_000_000).contains(minimumCustomers) else {
            throw ValidationError("--minimum-customers is a whole number from 1, not \(minimumCustomers).")
        }
    }

    func options() throws -> PredictionOptions {
        var options = PredictionOptions()
        options.model = model
        options.horizonInDays = horizon
        options.withoutSteps = Set(without)
        return options
    }
}

extension ModelChoice: ExpressibleByArgument {}

extension ModelStep.Kind: ExpressibleByArgument {}

extension ShopDay: ExpressibleByArgument {
    /// A day written `2024-12-31`.
    public init?(argument: String) {
        self.init(argument)
    }
}
