import Markup

extension PageStyle {
    /// Lists and segments.
    static let audience = StyleSheet(
        """
        .star{color:var(--warn)}
        .title-row{display:flex;gap:.6rem;align-items:baseline;min-width:0}
        .state{color:var(--warn)}
        .tags{display:flex;flex-wrap:wrap;gap:.3rem;margin-top:.2rem}
        .tag{background:var(--soft);border-radius:99px;padding:.05rem .5rem}
        main>.help{margin-top:var(--gap-4)}
        .within{font-size:var(--text-3)}
        .tools{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-start;gap:.4rem 1rem;margin-bottom:var(--gap-3)}
        .columns[open]{flex:1 0 100%;order:2}
        .ticks{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem}
        fieldset{border:0;margin:0;padding:0;min-width:0}
        .columns .ticks{margin:.5rem 0 .8rem}
        .choices{margin-bottom:1.2rem}
        .choices legend{font-weight:600;font-size:var(--text-3);margin-bottom:.45rem;padding:0}
        .choices>.tick{margin:0 1.4rem .4rem 0}
        .offers{list-style:none;margin:0;padding:0}
        .offers>li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.4rem 1.5rem;padding:.9rem 0;align-items:start}
        .offers>li+li{border-top:1px solid var(--line)}
        .offers>li:first-child{padding-top:0}
        .offer p{font-size:var(--text-3);margin:0 0 .15rem}
        .offer .means{color:var(--muted);font-size:var(--text-2);max-width:none}
        .offers form{margin:0}
        .outline{list-style:none;margin:0;padding:0;font-size:var(--text-3)}
        .outline li{padding:.18rem 0}
        .outline .depth-0{font-weight:560}
        .outline .depth-1{padding-left:1.2rem}.outline .depth-2{padding-left:2.4rem}
        .outline .depth-3{padding-left:3.6rem}.outline .depth-4{padding-left:4.8rem}
        .outline .depth-0:only-child{font-weight:400}
        .inline-form{max-width:34rem}
        .card .tiles.plain:first-child{border-top:0;margin-top:0;padding-top:0}
        #worth .tiles{grid-template-columns:repeat(3,minmax(0,1fr))}
        #answer{margin-top:var(--gap-3)}
        #answer p{display:flex;flex-wrap:wrap;gap:.1rem .5rem;align-items:baseline}
        .choices .ticks{display:grid;grid-template-columns:repeat(auto-fill,minmax(15.5rem,1fr));gap:.5rem 1rem}
        .tiles.two{grid-template-columns:1fr 1fr;margin-bottom:.6rem}
        .tiles.two .value{font-size:var(--text-5)}
        @media (max-width:640px){.offers>li{grid-template-columns:minmax(0,1fr)}
        #worth .tiles{grid-template-columns:1fr 1fr}
        #members tbody tr:nth-child(n+6){display:none}}

        """)
}
