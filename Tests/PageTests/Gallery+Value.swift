import CustomerValue
import Markup
import Wording

@testable import PerennialServer

extension Gallery {
    /// The pages of customer value, groups, order values and metrics.
    static func valuePages(_ samples: Samples) -> [(String, String)] {
        let frame = samples.frame(PagePaths.rfm)
        return [
            ("rfm", RFMPageView(frame: frame, model: samples.rfm(), mayChange: true).html),
            ("rfm-five", RFMPageView(frame: frame, model: samples.rfm(levels: .five, isShown: false), mayChange: false).html),
            ("rfm-refused", RFMPageView(frame: frame, model: samples.rfmRefused, mayChange: true).html),
            ("rfm-empty", RFMPageView(frame: frame, model: samples.rfmEmpty, mayChange: true).html),
            ("rfm-settings", RFMSettingsView(frame: frame, model: samples.rfmSettings()).html),
            ("rfm-settings-preview", RFMSettingsView(frame: frame, model: samples.rfmPreview).html),
            ("rfm-settings-refused", RFMSettingsView(frame: frame, model: samples.rfmSettingsRefused).html),
            ("customer-value", CustomerValuePageView(frame: frame, model: samples.customerValue()).html),
            ("customer-value-month", CustomerValuePageView(frame: frame, model: samples.customerValue(by: .month)).html),
            ("customer-value-channel", CustomerValuePageView(frame: frame, model: samples.customerValue(by: .channel)).html),
            ("customer-value-not-yet", CustomerValuePageView(frame: frame, model: samples.customerValueNotYet).html),
            ("model", ModelPageView(frame: frame, model: samples.modelPage).html),
            ("model-not-yet", ModelPageView(frame: frame, model: samples.modelPageNotYet).html),
            ("order-values", OrderValuesView(frame: frame, model: samples.orderValues).html),
            ("order-values-refused", OrderValuesView(frame: frame, model: samples.orderValuesRefused).html),
            ("metrics", MetricsView(frame: frame, model: samples.metrics).html),
            ("metrics-none", MetricsView(frame: frame, model: samples.noMetrics).html),
            ("metric", MetricPageView(frame: frame, model: samples.metric(by: .month, isCustom: false)).html),
            ("metric-custom", MetricPageView(frame: frame, model: samples.metric(by: .week, isCustom: true)).html),
            ("metric-quiet", MetricPageView(frame: frame, model: samples.quietMetric).html),
            ("mapping", MappingView(frame: frame, model: samples.mapping).html),
            ("mapping-refused", MappingView(frame: frame, model: samples.mappingRefused).html),
            ("custom-metric", CustomMetricFormView(frame: frame, model: samples.customMetricForm(isRefused: false)).html),
            ("custom-metric-refused", CustomMetricFormView(frame: frame, model: samples.customMetricForm(isRefused: true)).html),
        ] + samples.refits.enumerated().map { ("refit-\($0.offset)", ModelPageView(frame: frame, model: $0.element).html) }
    }
}
