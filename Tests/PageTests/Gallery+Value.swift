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
        ]
    }
}
