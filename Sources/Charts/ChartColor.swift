/// The colours that figures use for series and groups, told apart with every common kind of colour vision (after Okabe and Ito, 2008).
///
/// A group should have the same colour in every figure of a page.
public enum ChartColor: Int, CaseIterable, Sendable {
    /// The first choice for a single series.
    case blue = 1
    /// The strongest contrast to blue.
    case vermillion
    /// A bluish green.
    case green
    /// A warm, light colour.
    case orange
    /// A reddish purple.
    case purple
    /// A light blue.
    case sky
    /// For what is past or matters less.
    case grey

    /// The colours in order, beginning again after the last.
    static func at(_ place: Int) -> ChartColor {
        let order: [ChartColor] = [.blue, .orange, .green, .vermillion, .sky, .purple, .grey]
        return order[place % order.count]
    }
}

/// What a shape or a text is painted with: a role, whose colour the page's theme decides.
enum Paint: Hashable {
    case ink, muted, grid, rule, surface, panel
    /// The fill of a series.
    case series(ChartColor)
    /// Words in the colour of a series.
    case words(ChartColor)
    /// Words upon the fill of a series.
    case upon(ChartColor)
    /// A fill that stands back: the same hue, faint.
    case pale(ChartColor)
    /// A step of the heat map, from 0.
    case heat(Int)
    /// Words upon a step of the heat map.
    case uponHeat(Int)

    /// The steps of a heat map.
    static let heatSteps = 7

    /// The name of the custom property and of the classes.
    var name: String {
        switch self {
        case .ink: "ink"
        case .muted: "muted"
        case .grid: "grid"
        case .rule: "rule"
        case .surface: "surface"
        case .panel: "panel"
        case .series(let color): "\(color.rawValue)"
        case .words(let color): "words-\(color.rawValue)"
        case .upon(let color): "upon-\(color.rawValue)"
        case .pale(let color): "pale-\(color.rawValue)"
        case .heat(let step): "heat-\(step)"
        case .uponHeat(let step): "upon-heat-\(step)"
        }
    }

    static let all: [Paint] = {
        let plain: [Paint] = [.ink, .muted, .grid, .rule, .surface, .panel]
        let colors = ChartColor.allCases
        let heat = (0..<heatSteps).flatMap { [Paint.heat($0), .uponHeat($0)] }
        return plain + colors.map(Paint.series) + colors.map(Paint.words) + colors.map(Paint.upon) + colors.map(Paint.pale) + heat
    }()

    /// The colour on a white page: also that of paper, and of a drawing whose page has no style.
    var light: String {
        switch self {
        case .ink: "#1b1f24"
        case .muted: "#57606a"
        case .grid: "#e4e7eb"
        case .rule: "#8a929b"
        case .surface: "#ffffff"
        case .panel: "#f4f6f8"
        case .series(let color):
            switch color {
            case .blue: "#0072b2"
            case .vermillion: "#d55e00"
            case .green: "#009e73"
            case .orange: "#e69f00"
            case .purple: "#cc79a7"
            case .sky: "#56b4e9"
            case .grey: "#9aa3ad"
            }
        case .words(let color):
            switch color {
            case .blue: "#00639b"
            case .vermillion: "#b34e00"
            case .green: "#00704f"
            case .orange: "#8a5f00"
            case .purple: "#9c4577"
            case .sky: "#1f6f9f"
            case .grey: "#57606a"
            }
        case .upon(let color): color == .blue ? "#ffffff" : "#111111"
        case .pale(let color):
            switch color {
            case .blue: "#bcd8ea"
            case .vermillion: "#f4cfb2"
            case .green: "#b2e1d5"
            case .orange: "#f7e0b0"
            case .purple: "#f0d7e4"
            case .sky: "#cce7f8"
            case .grey: "#dfe3e7"
            }
        case .heat(let step): Self.step(step, of: ["#eef4f9", "#d6e6f2", "#b3d1e7", "#85b5d8", "#4f93c4", "#1f6fa8", "#0b4a78"])
        case .uponHeat(let step): step >= 5 ? "#ffffff" : "#111111"
        }
    }

    /// The colour on a dark page.
    var dark: String {
        switch self {
        case .ink: "#e8eaed"
        case .muted: "#a8b0b9"
        case .grid: "#2c3238"
        case .rule: "#6f7882"
        case .surface: "#14181c"
        case .panel: "#1c2126"
        case .series(let color):
            switch color {
            case .blue: "#3f9fdc"
            case .vermillion: "#ea7a3c"
            case .green: "#2fb68c"
            case .orange: "#edb440"
            case .purple: "#d891ba"
            case .sky: "#93cff5"
            case .grey: "#7d8791"
            }
        case .words(let color):
            switch color {
            case .blue: "#6bb8ea"
            case .vermillion: "#f2945f"
            case .green: "#4fc9a2"
            case .orange: "#edb440"
            case .purple: "#e0a5c8"
            case .sky: "#93cff5"
            case .grey: "#a8b0b9"
            }
        case .upon: "#0d0f11"
        case .pale(let color):
            switch color {
            case .blue: "#214a66"
            case .vermillion: "#5e3820"
            case .green: "#1c4d40"
            case .orange: "#5b4a24"
            case .purple: "#573f4d"
            case .sky: "#3c5566"
            case .grey: "#343a41"
            }
        case .heat(let step): Self.step(step, of: ["#1a222a", "#1b3347", "#1d4768", "#22618f", "#3a84b8", "#66aad8", "#a5d3f2"])
        case .uponHeat(let step): step >= 4 ? "#0d0f11" : "#f2f4f6"
        }
    }

    private static func step(_ step: Int, of colors: [String]) -> String { colors[min(max(step, 0), colors.count - 1)] }
}
