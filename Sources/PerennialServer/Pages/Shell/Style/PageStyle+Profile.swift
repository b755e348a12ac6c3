import Markup

extension PageStyle {
    /// The page of one person.
    static let profile = StyleSheet(
        """
        .risk{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.4rem 1.6rem;align-items:center;margin-bottom:.5rem}
        .risk-value .value{font-size:1.85rem;line-height:1.1}
        .risk-bar figure{margin:0}
        .group{margin-bottom:.3rem}
        .group .badge{font-size:1rem;font-weight:650;border:0;padding:0}
        .scores{display:grid;grid-template-columns:1fr auto;gap:.35rem .8rem;margin:0 0 .9rem;font-size:.875rem}
        .scores dt{color:var(--muted)}
        .scores dd{margin:0;display:flex;align-items:center;gap:.6rem;font-variant-numeric:tabular-nums}
        .dots{display:flex;gap:.2rem}
        .dot{width:1.1rem;height:.45rem;border-radius:3px;background:var(--line)}
        .dot.on{background:var(--accent)}
        .plain li{display:flex;justify-content:space-between;gap:1rem;padding:.3rem 0;align-items:baseline}
        .plain li+li{border-top:1px solid var(--line)}
        .timeline{list-style:none;margin:0;padding:0}
        .timeline li{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:0 1.6rem;position:relative}
        .timeline time{color:var(--muted);font-size:.82rem;padding:.55rem 0;font-variant-numeric:tabular-nums}
        .event{padding:.5rem 0 .5rem 1.3rem;border-left:2px solid var(--line);position:relative}
        .event::before{content:'';position:absolute;left:-.42rem;top:.82rem;width:.6rem;height:.6rem;border-radius:50%;
        background:var(--chart-7);border:2px solid var(--card)}
        .order .event::before{background:var(--chart-1);width:.8rem;height:.8rem;left:-.52rem;top:.72rem}
        .refund .event::before{background:var(--chart-4);width:.8rem;height:.8rem;left:-.52rem;top:.72rem}
        .cancellation .event::before{background:var(--chart-2);width:.8rem;height:.8rem;left:-.52rem;top:.72rem}
        .event-head{display:flex;flex-wrap:wrap;gap:.1rem .6rem;align-items:baseline;margin:0;max-width:none}
        .metric{font-weight:550}
        .order .metric{font-weight:650}
        .kind{font-size:.78rem;color:var(--muted)}
        .amount{margin-left:auto;font-weight:600;font-variant-numeric:tabular-nums}
        .refund .amount,.cancellation .amount{color:var(--muted)}
        .event .note{margin:0}

        """)
}
