import Markup

extension PageStyle {
    /// The first page: the one figure first, and groups that can be opened.
    static let home = StyleSheet(
        """
        .hero{padding-top:1.6rem}
        .hero-head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:var(--gap-4) var(--gap-7);margin-bottom:var(--gap-4)}
        .hero-figure .name{font-size:var(--text-5);font-weight:620;margin:0}
        .hero-figure .amount{display:block;margin:.1rem 0 .15rem;font-size:var(--text-8);line-height:1.1;font-weight:650;
        letter-spacing:-.035em;color:var(--ink);font-variant-numeric:tabular-nums}
        .hero-figure p{margin:0;color:var(--muted);font-size:var(--text-3)}
        .hero-figure .range{color:var(--ink)}
        .hero-check{max-width:21rem;align-self:flex-end;font-size:var(--text-2);color:var(--muted)}
        .hero-check h3{font-size:var(--text-2);color:var(--ink);margin-bottom:.1rem}
        .hero-check p{margin:0}
        .bars{list-style:none;margin:0;padding:0}
        .bars a{display:grid;grid-template-columns:minmax(6.5rem,9rem) minmax(0,1fr) 4rem 3rem;gap:.8rem;align-items:center;
        padding:.45rem .5rem;margin:0 -.5rem;border-radius:var(--radius-small);color:var(--ink);text-decoration:none;font-size:var(--text-3)}
        .bars a:hover{background:var(--soft)}
        .bars .name{display:inline-flex;align-items:center;gap:.45rem}
        .bars a:hover .name{text-decoration:underline}
        .bars .count{text-align:right;font-weight:600;font-variant-numeric:tabular-nums}
        .bars .share{text-align:right;color:var(--muted);font-size:var(--text-2);font-variant-numeric:tabular-nums}
        .bars svg{display:block;width:100%;height:.5rem}
        .bar-ground{fill:var(--soft)}
        .b-1{fill:var(--chart-1)}.b-2{fill:var(--chart-2)}.b-3{fill:var(--chart-3)}.b-4{fill:var(--chart-4)}
        .b-5{fill:var(--chart-5)}.b-6{fill:var(--chart-6)}.b-7{fill:var(--chart-7)}
        .split{display:grid;grid-template-columns:16rem minmax(0,1fr);gap:var(--gap-5) var(--gap-7)}
        .split .two-figures{grid-template-columns:1fr;align-content:start}
        .split figure,.split .bars{margin-top:0}
        @media (max-width:76rem){.split{grid-template-columns:minmax(0,1fr)}.split .two-figures{grid-template-columns:1fr 1fr;margin:0}}
        .two-figures{display:grid;grid-template-columns:1fr 1fr;gap:var(--gap-4);margin:0 0 var(--gap-4)}
        .card .two-figures .value{font-size:var(--text-7)}

        """)
}
