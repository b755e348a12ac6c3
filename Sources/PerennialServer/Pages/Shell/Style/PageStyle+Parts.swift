import Markup

extension PageStyle {
    /// Cards, tiles, tables, notices.
    static let parts = StyleSheet(
        """
        .grid{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:1rem;align-items:start}
        .w-12{grid-column:span 12}.w-8{grid-column:span 8}.w-6{grid-column:span 6}.w-4{grid-column:span 4}
        .grid>.w-4.card{align-self:stretch}
        .column{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem;align-content:start}
        .column>.card{grid-column:auto}
        .card,.tiles:not(.three){background:var(--card);border:1px solid var(--line);border-radius:var(--radius)}
        .card{padding:1.1rem 1.25rem}
        .card>:last-child{margin-bottom:0}
        .card-head{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;margin-bottom:.75rem}
        .basis,.note{color:var(--muted);font-size:.84rem;max-width:none}
        .basis,.after{margin:.6rem 0 0}
        .tiles{display:grid;margin:0;grid-template-columns:1.55fr repeat(4,1fr)}
        .tile{padding:1rem 1.15rem 1.05rem}
        .tiles:not(.three) .tile+.tile{border-left:1px solid var(--line)}
        .tile dt{font-size:.84rem;line-height:1.35;color:var(--muted);font-weight:500}
        .tile dd{margin:.15rem 0 0}
        .value{display:block;font-size:1.35rem;line-height:1.3;font-weight:650;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
        .tile.main .value{font-size:1.85rem;color:var(--link)}
        .tile small{display:block;line-height:1.4}
        .tiles+.basis{margin:.5rem 0 1.25rem}
        .tiles:not(.three):has(.tile:nth-child(2):last-child){grid-template-columns:1fr 1fr;margin-bottom:1.25rem}
        .tiles.three{grid-template-columns:repeat(3,1fr);gap:.9rem 1.5rem;margin-bottom:.4rem}
        .tiles.three .tile{padding:0}
        .tiles.three .tile.main .value{font-size:1.35rem}
        .tiles.plain{border-top:1px solid var(--line);margin-top:.9rem;padding-top:.9rem}
        .tiles.plain .value{font-size:1.1rem}
        .badge{display:inline-flex;align-items:center;gap:.4rem;border:1px solid var(--line);border-radius:99px;padding:.1rem .6rem;
        font-size:.82rem;font-weight:550;white-space:nowrap;color:var(--ink);text-decoration:none;background:var(--card)}
        a.badge:hover{border-color:var(--muted)}
        [class*=' c-']::before{content:'';width:.55rem;height:.55rem;border-radius:50%;background:var(--dot)}
        .c-1{--dot:var(--chart-1)}.c-2{--dot:var(--chart-2)}.c-3{--dot:var(--chart-3)}.c-4{--dot:var(--chart-4)}
        .c-5{--dot:var(--chart-5)}.c-6{--dot:var(--chart-6)}.c-7{--dot:var(--chart-7)}
        table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4;margin:0}
        caption{text-align:left;font-weight:600;padding:.5rem 0 .2rem}
        th,td{text-align:left;vertical-align:top;padding:.5rem 0 .5rem 1.1rem;border-top:1px solid var(--line)}
        thead th{font-size:.79rem;font-weight:550;color:var(--muted);vertical-align:bottom;border-top:0;padding-top:.2rem}
        tbody th{font-weight:400}
        th:first-child,td:first-child{padding-left:0}
        tbody tr:hover{background:color-mix(in srgb,var(--soft) 55%,transparent)}
        .n{text-align:right;font-variant-numeric:tabular-nums}
        td.n,td.n>span{white-space:nowrap}
        .below{display:block;color:var(--muted);font-size:.92em}
        small.below{font-size:.84em}
        .who{font-weight:600;color:var(--ink);text-decoration-color:var(--line)}
        .who:hover{color:var(--link)}
        figure{margin:.3rem 0 .6rem}
        .chart-medium{display:none}
        @media screen and (min-width:640.02px) and (max-width:68rem){.three-sizes .chart-wide{display:none}.chart-medium{display:block}}
        .data summary{cursor:pointer;color:var(--muted);font-size:.82rem;padding:.25rem 0;width:max-content;max-width:100%}
        .data summary:hover{color:var(--link)}
        .scroll{overflow-x:auto;max-height:22rem}
        .notice{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--chart-4);border-radius:var(--radius);
        padding:1rem 1.25rem;margin-bottom:1.25rem}
        .notice h2{margin-bottom:.35rem}
        .notice p:last-child,.notice ul:last-child,.empty>:last-child{margin-bottom:0}
        .notice ul,.empty ul{margin:.2rem 0 0;padding-left:1.2rem}
        .notice li{margin:.25rem 0}
        .empty{background:var(--soft);border-radius:8px;padding:.9rem 1.1rem;margin:.9rem 0 0;color:var(--ink);max-width:none}
        .card-head+.empty{margin-top:0}
        .empty-title{font-weight:600;margin-bottom:.25rem}
        .pairs{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.35rem 1rem;margin:0 0 .75rem;font-size:.875rem}
        .pairs dt{color:var(--muted)}
        .pairs dd{margin:0}
        .pairs.stacked{display:block}
        .pairs.stacked dt{font-size:.8rem}
        .pairs.stacked dd{margin:0 0 .5rem;overflow-wrap:anywhere}
        .pairs dd small{display:block}
        .checks,.channels,.plain{list-style:none;margin:0;padding:0;font-size:.875rem}
        .checks li,.channels li{display:grid;grid-template-columns:1fr auto;gap:0 .8rem;padding:.45rem 0 .45rem 1.5rem;position:relative}
        .checks li+li,.channels li+li{border-top:1px solid var(--line)}
        .checks li::before,.channels li::before{position:absolute;left:0;top:.45rem;font-weight:700}
        .met::before{content:'✓';color:var(--chart-words-3)}
        .unmet::before{content:'✕';color:var(--chart-words-2)}
        .checks small,.channels small,.channels details{grid-column:1/-1}
        .what{font-weight:550}
        .has{text-align:right;font-variant-numeric:tabular-nums}
        .pager{display:flex;gap:1.2rem;align-items:baseline;justify-content:flex-end;font-size:.875rem;padding-top:.9rem;
        border-top:1px solid var(--line);margin-top:.2rem}

        """)
}
