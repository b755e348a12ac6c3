public import CustomerValue

/// How customers are scored now.
public struct RFMScoring: Sendable, Equatable {
    /// The shop's settings.
    public var settings: RFMSettings
    /// The borders that were settled by them; `nil` before that.
    public var borders: RFMBorders?

    init(settings: RFMSettings = .standard, borders: RFMBorders? = nil) {
        self.settings = settings
        self.borders = borders
    }
}

extension ModelKeeper.State {
    /// The borders that hold until the next fit; `nil` where they are settled whenever all are scored.
    ///
    /// Those that were settled when the settings were chosen, or at the fit; by the standard settings a model brings its own.
    var settledBorders: RFMBorders? {
        guard let model = standing.model else { return nil }
        if let kept = keptBorders, let number = kept.model, number == standing.number, kept.settings == rfm.settings, kept.borders.isSettled
        {
            return kept.borders
        }
        return rfm.settings == .standard ? model.rfmBorders : nil
    }
}
