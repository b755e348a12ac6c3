import Facts
import Markup
import Wording

@testable import CustomerValue
@testable import PerennialServer

extension Samples {
    /// Two days of made-up customers, each in the group that a wheel says.
    var rfmReport: RFMReport? {
        let count = 900
        func snapshot(_ day: ShopDay, _ turn: Int) -> RFMSnapshot {
            var columns = RFMColumns(count: count)
            for row in 0..<count {
                columns.daysSinceLastOrder[row] = Int32(row % 400)
                columns.numberOfOrders[row] = Int32(1 + row % 5)
                columns.historicMinorUnits[row] = Int64(row) * 137
            }
            return RFMSnapshot(day: day, columns: columns) { RFMGroup(place: ($0 * 7 + ($0 % 5 == 0 ? turn : 0)) % 7) }
        }
        return RFMReport(start: snapshot(self.day(in: -30), 0), end: snapshot(self.day(in: 0), 2), currency: currency)
    }

    func rfm(levels: RFMLevels = .three, isShown: Bool = true) -> RFMPageModel {
        var distribution = RFMDistribution()
        for place in 0..<900 { RFMGroup(place: place % 6).map { distribution.add($0) } }
        let borders =
            levels == .three
            ? RFMBorders(daysAtMost: [180, 365], ordersMoreThan: [2, 1], minorUnitsMoreThan: [12_980, 5_560])
            : RFMBorders(
                daysAtMost: [90, 180, 365, 730], ordersMoreThan: [5, 3, 2, 1], minorUnitsMoreThan: [40_000, 20_000, 9_000, 4_000])
        return RFMPageModel(
            question: RFMQuestion(),
            models: [
                .init(id: "01JR1", name: outside("Everything"), isChosen: isShown, isShown: true),
                .init(id: "01JR2", name: outside("Online only"), isChosen: !isShown, isShown: false),
            ],
            groups: distribution, figures: isShown ? groups : [], horizonInDays: 365, start: day(in: -30), end: day(in: 0),
            comparison: rfmReport.map {
                .init(
                    report: $0, hasMedians: isShown, medians: .init(known: isShown ? nil : ($0, Self.now), isCounting: !isShown),
                    settingsChangedAt: isShown ? ago(days: 3) : nil)
            },
            settings: RFMSettings(levels: levels), borders: borders,
            bordersSettledAt: ago(days: 3), computedAt: Self.now, isProcessing: !isShown, isSaved: true)
    }

    /// Days that cannot be compared.
    var rfmRefused: RFMPageModel {
        var model = rfm()
        let asked = ["start": outside("2025-02-30"), "end": "2031-01-01"]
        model.question = RFMQuestion { asked[$0] }
        model.startProblem = .noDay
        model.endProblem = .stillToCome
        model.comparison = nil
        return model
    }

    /// Nobody has ordered.
    var rfmEmpty: RFMPageModel {
        var model = rfm()
        model.groups = RFMDistribution()
        model.figures = []
        model.comparison = nil
        model.borders = nil
        model.models = [model.models[0]]
        return model
    }

    // MARK: Settings

    func rfmSettings(_ settings: RFMSettings = .standard, isStandard: Bool = true) -> RFMSettingsModel {
        let entry = RFMSettingsModel.Entry(
            id: "01JR1", name: outside("Everything"), isStandard: isStandard, isShown: true, segments: [outside("To win back")])
        let other = RFMSettingsModel.Entry(id: "01JR2", name: outside("Online only"), isStandard: false, isShown: false, segments: [])
        return RFMSettingsModel(
            form: RFMForm(settings, name: outside("Everything"), metric: "orders"), entry: entry, models: [entry, other],
            metrics: [
                .init(value: "orders", name: nil, isCustom: false), .init(value: "custom:1", name: outside("Online"), isCustom: true),
                .init(value: "metric:1", name: outside("Placed Order"), isCustom: false),
            ], changed: (ago(days: 2), outside("ada@example.com")), token: FormToken("dmlzaXQ"))
    }

    /// With what would change.
    var rfmPreview: RFMSettingsModel {
        var model = rfmSettings()
        var columns = RFMColumns(count: 300)
        for row in 0..<300 {
            columns.daysSinceLastOrder[row] = Int32(row * 3)
            columns.numberOfOrders[row] = Int32(1 + row % 6)
            columns.historicMinorUnits[row] = Int64(row) * 113
        }
        let before = RFMBorders(.standard, over: columns, currency: currency)
        var tried = RFMSettings.standard
        tried.frequency = .values([50, 4])
        tried.map = .corrected
        model.preview = RFMPreview(columns, settings: tried, currency: currency, borders: before, map: .standard)
        return model
    }

    /// With something wrong in every place.
    var rfmSettingsRefused: RFMSettingsModel {
        var model = rfmSettings(RFMSettings(levels: .five, monetary: .percentiles([80, 60, 40, 20])), isStandard: false)
        model.form.mapChoice = .own
        model.form.name = ""
        model.form.metric = outside("x")
        model.form.scales[.frequency] = .init(method: .values, borders: [outside("many"), "3", "7", "999999999"])
        model.form.problems = [
            RFMForm.nameField: .nameMissing, RFMForm.metricField: .noSuchMetric, RFMForm.mapField: .mapHasHoles,
            RFMForm.borderField(.frequency, 0): .noWholeNumber, RFMForm.borderField(.frequency, 2): .notLess(than: 3),
            RFMForm.borderField(.frequency, 3): .outside(0, 1_000_000), RFMForm.borderField(.recency, 1): .notMore(than: 90),
        ]
        model.newName = outside("Online only")
        model.newNameProblem = .nameTaken
        model.changed = nil
        return model
    }
}
