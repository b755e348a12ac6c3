import Foundation
import Testing

@testable import Charts

@Suite("Colours")
struct StyleTests {
    /// The relative luminance of `#rrggbb` (WCAG 2.2).
    private func luminance(_ color: String) throws -> Double {
        let value = try #require(Int(color.dropFirst(), radix: 16))
        let channels = [value >> 16 & 255, value >> 8 & 255, value & 255].map { channel -> Double in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    private func contrast(_ one: String, _ other: String) throws -> Double {
        let (a, b) = (try luminance(one), try luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test("every text has a contrast of at least 4.5 to 1 with what it stands on, light and dark")
    func text() throws {
        var pairs: [(Paint, Paint)] = [(.ink, .surface), (.muted, .surface), (.ink, .panel), (.muted, .panel)]
        for color in ChartColor.allCases { pairs += [(.words(color), .surface), (.upon(color), .series(color))] }
        for step in 0..<Paint.heatSteps { pairs.append((.uponHeat(step), .heat(step))) }
        for (text, ground) in pairs {
            let light = try contrast(text.light, ground.light)
            let dark = try contrast(text.dark, ground.dark)
            #expect(light >= 4.5, "light: \(text) on \(ground)")
            #expect(dark >= 4.5, "dark: \(text) on \(ground)")
        }
    }

    @Test("the shades of the heat map rise evenly in one direction, light and dark")
    func heat() throws {
        let light = try (0..<Paint.heatSteps).map { try luminance(Paint.heat($0).light) }
        let dark = try (0..<Paint.heatSteps).map { try luminance(Paint.heat($0).dark) }
        #expect(zip(light, light.dropFirst()).allSatisfy { $0 > $1 })
        #expect(zip(dark, dark.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("the style knows every class that a drawing uses, and light, dark and paper")
    func rules() {
        let css = ChartStyle.css
        #expect(css.contains("prefers-color-scheme:dark") && css.contains("@media print"))
        for figure in Samples().all {
            for element in ParsedDrawing(figure.svg(id: "a", width: 720)).elements {
                for name in (element.attributes["class"] ?? "").split(separator: " ") {
                    #expect(css.contains(".\(name){") || css.contains(".\(name) "), "\(name)")
                }
            }
        }
        #expect(!css.contains("</") && !css.contains("url("))
    }

    @Test("without the style a drawing has the light colours")
    func alone() {
        let drawing = ParsedDrawing(Samples().ranked.svg(id: "a", width: 720))
        for element in drawing.elements where ["rect", "circle", "text"].contains(element.name) {
            #expect(element.attributes["fill"]?.hasPrefix("#") == true)
        }
    }
}
