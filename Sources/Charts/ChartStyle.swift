/// The style of all figures: a page puts ``css`` once into its `<style>`.
///
/// Every colour is a custom property (`--chart-ink`, `--chart-surface`, `--chart-1`, ...) that the page may set otherwise. A drawing
/// without the style, as in a mail, keeps the light colours.
public enum ChartStyle {
    /// The rules for light, dark (`prefers-color-scheme`) and paper.
    ///
    /// Also for the two widths of one figure: what has the class `chart-wide` shows on pages wider than 640 pixels and on paper,
    /// what has the class `chart-narrow` on the others.
    public static let css: String = {
        var css = ":root{\(properties { $0.light })}\n"
        css += "@media screen and (prefers-color-scheme:dark){:root{\(properties { $0.dark })}}\n"
        css += ".chart{display:block;max-width:100%;height:auto;overflow:visible;font-family:var(--chart-font,\(fontFamily));"
        css += "font-variant-numeric:tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
        css +=
            ".chart .halo{paint-order:stroke;stroke:var(--chart-surface,\(Paint.surface.light));stroke-width:4px;stroke-linejoin:round}\n"
        for paint in Paint.all {
            css += ".chart .f-\(paint.name){fill:var(--chart-\(paint.name),\(paint.light))}"
            css += ".chart .s-\(paint.name){stroke:var(--chart-\(paint.name),\(paint.light))}\n"
        }
        css += "@media screen and (max-width:640px){.chart-wide{display:none}}\n"
        css += "@media screen and (min-width:640.02px){.chart-narrow{display:none}}\n"
        css += "@media print{.chart-narrow{display:none}.chart{break-inside:avoid}}\n"
        return css
    }()

    /// The faces of labels, without a download. Not `system-ui`: on some systems it is far wider than what labels are measured by.
    static let fontFamily = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif"

    private static func properties(_ color: (Paint) -> String) -> String {
        Paint.all.map { "--chart-\($0.name):\(color($0))" }.joined(separator: ";")
    }
}
