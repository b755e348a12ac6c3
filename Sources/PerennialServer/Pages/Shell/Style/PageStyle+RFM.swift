import Markup

extension PageStyle {
    /// Maps of scores to groups.
    static let rfm = StyleSheet(
        """
        .map-panels{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:var(--gap-4) var(--gap-5)}
        .map-panels+.note{margin-top:var(--gap-3)}
        .map-panels.five{grid-template-columns:repeat(2,minmax(0,1fr))}
        .map-cells{table-layout:fixed;border-collapse:separate;border-spacing:2px;font-size:var(--text-1);line-height:1.25;text-align:center}
        .map-cells caption{font-size:var(--text-3)}
        .map-cells th,.map-cells td{padding:.5rem .15rem;border:0;text-align:center;vertical-align:middle;border-radius:3px}
        .map-cells th{width:2.2rem;color:var(--muted);font-weight:550}
        .map-cells thead th{padding:.1rem}
        .map-cells thead th+th{width:auto}
        .map-cells td small{display:block;color:inherit;font-weight:600;font-variant-numeric:tabular-nums}
        .map-cells thead small{font-size:.65rem;white-space:nowrap}
        .m-1{background:var(--chart-1);color:var(--chart-upon-1)}.m-2{background:var(--chart-2);color:var(--chart-upon-2)}
        .m-3{background:var(--chart-3);color:var(--chart-upon-3)}.m-4{background:var(--chart-4);color:var(--chart-upon-4)}
        .m-5{background:var(--chart-5);color:var(--chart-upon-5)}.m-6{background:var(--chart-6);color:var(--chart-upon-6)}
        .m-7{background:var(--chart-7);color:var(--chart-upon-7)}
        .map-cells select{padding:.25rem .1rem;font-size:var(--text-1);background:var(--card);color:var(--ink)}
        .inline{margin:0;padding:0;list-style:none}
        @media (max-width:46rem){.map-panels,.map-panels.five{grid-template-columns:minmax(0,1fr)}}
        @media print{.map-cells td{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        form>.buttons{margin-bottom:var(--gap-5)}
        select{min-height:2.5rem}
        .tiles+table{margin-top:var(--gap-3)}

        """)
}
