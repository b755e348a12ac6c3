import Markup

extension PageStyle {
    /// The page of one person.
    static let profile = StyleSheet(
        """
        .head-row{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-start;gap:var(--gap-4)}
        .actions{display:flex;flex-wrap:wrap;gap:.5rem}
        .risk{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.4rem 1.6rem;align-items:center;margin-bottom:.5rem}
        .risk-value .value{font-size:2rem;line-height:1.1}
        .risk-bar figure{margin:0}
        .group{margin-bottom:.3rem}
        .group .badge{font-size:var(--text-5);font-weight:620;border:0;padding:0}
        .scores{display:grid;grid-template-columns:1fr auto;gap:.4rem .8rem;margin:0 0 .9rem;font-size:var(--text-3)}
        .scores dt{color:var(--muted)}
        .scores dd{margin:0;display:flex;align-items:center;justify-content:flex-end;gap:.6rem;font-variant-numeric:tabular-nums}
        .dots{display:flex;gap:.2rem}
        .dot{width:1.1rem;height:.4rem;border-radius:3px;background:var(--line)}
        .dot.on{background:var(--accent)}
        .plain li{display:flex;justify-content:space-between;gap:1rem;padding:.4rem 0;align-items:baseline}
        .past{list-style:none;margin:.3rem 0 0;padding:0 0 0 1rem;border-left:2px solid var(--line);font-size:var(--text-2)}
        .past li{padding:.25rem 0;display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline}
        .past .badge{border:0;padding:0;background:none}
        .past small{flex-basis:100%}
        .reasons{list-style:none;margin:.2rem 0 .5rem;padding:0;font-size:var(--text-2)}
        .reasons li{padding:.15rem 0 .15rem 1.3rem;position:relative}
        .reasons li::before{position:absolute;left:0;font-weight:700}
        .reasons .depth-1{margin-left:1.1rem}.reasons .depth-2{margin-left:2.2rem}
        .reasons .depth-3{margin-left:3.3rem}.reasons .depth-4{margin-left:4.4rem}
        .segment-name{font-weight:560}
        .segments>li{padding:.5rem 0}
        .segments>li+li{border-top:1px solid var(--line)}
        .segments{list-style:none;margin:0;padding:0;font-size:var(--text-3)}
        .segments small{display:block}
        .rights form{margin:0}
        .rights .right{display:grid;gap:.5rem;justify-items:start;padding:.8rem 0}
        .rights .right:first-child{padding-top:0}
        .rights .right+.right{border-top:1px solid var(--line)}
        .rights p{margin:0;font-size:var(--text-2);color:var(--muted)}
        .rights h3{margin:0}
        .timeline{list-style:none;margin:0;padding:0}
        .timeline li{display:grid;grid-template-columns:8.6rem minmax(0,1fr);gap:0 1.2rem;position:relative}
        .timeline time{color:var(--muted);font-size:var(--text-2);padding:.5rem 0;font-variant-numeric:tabular-nums}
        .event{padding:.42rem 0 .42rem 1.3rem;border-left:2px solid var(--line);position:relative}
        .event::before{content:'';position:absolute;left:-.42rem;top:.78rem;width:.6rem;height:.6rem;border-radius:50%;
        background:var(--chart-7);border:2px solid var(--card)}
        .order .event::before{background:var(--chart-1);width:.8rem;height:.8rem;left:-.52rem;top:.68rem}
        .refund .event::before{background:var(--chart-4);width:.8rem;height:.8rem;left:-.52rem;top:.68rem}
        .cancellation .event::before{background:var(--chart-2);width:.8rem;height:.8rem;left:-.52rem;top:.68rem}
        .event-head{display:flex;flex-wrap:wrap;gap:.1rem .6rem;align-items:baseline;margin:0;max-width:none;font-size:var(--text-3)}
        .metric{font-weight:550}
        .order .metric{font-weight:650}
        .kind{font-size:var(--text-1);color:var(--muted)}
        .amount{font-variant-numeric:tabular-nums}
        .event .amount{margin-left:auto;font-weight:600}
        .refund .amount,.cancellation .amount{color:var(--muted)}
        .event .note{margin:0}
        .event .data summary{display:flex;color:var(--ink);padding:0;width:auto}
        .event .data summary::before{align-self:center;margin-right:0;border-left-color:var(--muted)}
        .about{color:var(--muted);font-size:var(--text-2);min-width:0;overflow-wrap:anywhere}

        """)
}
