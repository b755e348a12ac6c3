public import CustomerValue
public import Population

extension Shop {
    /// What other settings, and another metric to go by, would do to a model's groups; nothing changes.
    ///
    /// - Parameters:
    ///   - settings: without ``RFMSettings/faults``.
    ///   - metric: what the model would go by.
    public func preview(_ settings: RFMSettings, of model: RFMModelEntry, goingBy metric: RFMMetric) -> RFMPreview {
        preview(settings, of: model, by: metric)
    }
}
