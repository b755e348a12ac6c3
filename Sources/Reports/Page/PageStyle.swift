import Markup

/// The style of the page: light and dark, phone and paper. Colours come from the figures' palette, so that both agree.
enum PageStyle {
    static let sheet = screen + phone + paper

    private static let screen = StyleSheet(
        """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;max-width:56rem;padding:1.5rem 1.25rem 3rem;background:var(--chart-surface);color:var(--chart-ink);
        font:1rem/1.55 -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif;
        overflow-wrap:break-word}
        h1{font-size:1.9rem;line-height:1.15;margin:0 0 .35rem;letter-spacing:-.01em}
        h2{font-size:1.35rem;line-height:1.25;margin:0 0 .7rem}
        h3{font-size:1.05rem;margin:1.8rem 0 .5rem}
        p{margin:0 0 .8rem;max-width:46rem}
        a{color:var(--chart-words-1);text-underline-offset:.15em}
        a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--chart-words-1);outline-offset:2px}
        code{font:.86em ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace;background:var(--chart-panel);
        padding:.1em .3em;border-radius:3px}
        small,.note,.basis,.subtitle,.recipe{color:var(--chart-muted)}
        .subtitle{margin-bottom:1.6rem}
        .basis{font-size:.84rem;margin-bottom:1rem}
        .note{font-size:.9rem}
        .skip{position:absolute;left:-100rem}
        .skip:focus{position:static;display:inline-block;margin-bottom:1rem}
        section{padding-top:1.6rem;margin-top:1.8rem;border-top:1px solid var(--chart-grid)}
        section:first-child{padding-top:0;margin-top:0;border-top:0}
        nav{margin-top:2rem;padding:1rem 1.25rem;background:var(--chart-panel);border-radius:8px}
        nav h2{font-size:1rem;margin:0 0 .4rem}
        nav ol{margin:0;padding-left:1.4rem;columns:2;column-gap:2rem;font-size:.93rem}
        nav li{break-inside:avoid;margin-bottom:.15rem}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.8rem;margin:0 0 1rem}
        .fact{background:var(--chart-panel);border-radius:8px;padding:.75rem .9rem}
        .fact dt{font-size:.86rem;line-height:1.3;color:var(--chart-muted)}
        .fact dd{margin:.15rem 0 0}
        .fact .value{display:block;font-size:1.4rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums}
        .fact small{display:block;font-size:.82rem;line-height:1.4}
        @media screen and (min-width:50rem){.facts:has(:nth-child(5):last-child){grid-template-columns:repeat(3,1fr)}}
        .headline .facts{grid-template-columns:repeat(auto-fit,minmax(15rem,1fr))}
        .headline .fact{border-left:4px solid var(--chart-1)}
        .headline .value{font-size:1.9rem}
        .actions{padding-left:1.4rem;margin:0}
        .actions li{margin-bottom:.8rem;max-width:46rem}
        .actions li::marker{font-weight:600}
        .recipe{display:block;font-size:.84rem}
        table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4;margin:0 0 1.2rem}
        caption{text-align:left;font-weight:600;padding:.4rem 0}
        th,td{text-align:left;vertical-align:top;padding:.4rem 0 .4rem .9rem;border-bottom:1px solid var(--chart-grid)}
        thead th{font-size:.82rem;font-weight:600;color:var(--chart-muted);vertical-align:bottom;border-bottom-color:var(--chart-rule)}
        tbody th{font-weight:400}
        th:first-child,td:first-child{padding-left:0}
        .n{text-align:right;font-variant-numeric:tabular-nums}
        td.n>span,td.n{white-space:nowrap}
        .below{display:block;font-size:.8rem}
        .total .below{font-weight:400}
        .total th,.total td{font-weight:600;border-top:1px solid var(--chart-rule)}
        figure{margin:1.2rem 0}
        summary{cursor:pointer;color:var(--chart-words-1);font-size:.88rem;padding:.35rem 0}
        .scroll{overflow-x:auto}
        td:nth-child(2):not(.n){min-width:9rem}
        .empty{background:var(--chart-panel);border-left:4px solid var(--chart-4);border-radius:0 8px 8px 0;padding:.75rem 1rem;margin:0 0 1rem}
        .empty p:last-child,.empty ul:last-child{margin-bottom:0}
        .empty ul{margin-top:.3rem;padding-left:1.2rem}
        .terms dt{font-weight:600}
        .terms dd{margin:0 0 .6rem;max-width:46rem}
        footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--chart-grid);font-size:.86rem;color:var(--chart-muted)}

        """)

    /// Rows of a table become cards: nothing is read sideways.
    private static let phone = StyleSheet(
        """
        @media screen and (max-width:640px){
        body{padding:1rem .95rem 2rem}
        h1{font-size:1.55rem}
        nav ol{columns:1}
        nav li{padding:.25rem 0}
        .headline .facts{grid-template-columns:1fr}
        .facts{grid-template-columns:1fr 1fr;gap:.5rem}
        .fact{padding:.6rem .7rem}
        .fact .value{font-size:1.15rem}
        .headline .value{font-size:1.6rem}
        .cards,.cards tbody,.cards tr,.cards th,.cards td{display:block;width:100%}
        .cards caption{display:block}
        .cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .cards tr{border:1px solid var(--chart-grid);border-radius:8px;padding:.5rem .75rem;margin-bottom:.6rem}
        .cards th,.cards td,.cards .n{border:0;padding:.15rem 0;text-align:left}
        .cards tbody th{font-weight:600}
        .cards td.n{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;text-align:right}
        .cards td::before{content:attr(data-label);color:var(--chart-muted);font-size:.84rem}
        .cards td:not(.n)::before{display:block}
        .cards td.n .below{flex-basis:100%}
        .cards td:empty{display:none}
        }

        """)

    private static let paper = StyleSheet(
        """
        @page{size:A4;margin:14mm 14mm 16mm}
        @media print{
        html{font-size:9.5pt}
        body{max-width:none;padding:0}
        .skip,nav,.data{display:none}
        a{color:inherit;text-decoration:none}
        h2,h3,h2+p,caption,.basis{break-after:avoid}
        p,dd{orphans:3;widows:3}
        dt{break-after:avoid}
        .facts,thead,tbody tr:first-child{break-before:avoid}
        figure,.fact,.facts,.empty,.actions li,tr,dd,table:not(:has(tbody tr:nth-child(13))){break-inside:avoid}
        thead{display:table-header-group}
        .facts{grid-template-columns:repeat(auto-fit,minmax(42mm,1fr))}
        .headline .facts{grid-template-columns:repeat(3,1fr)}
        .fact,.empty,code{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .chart{max-width:160mm}
        section{margin-top:6mm;padding-top:5mm}
        }

        """)
}
