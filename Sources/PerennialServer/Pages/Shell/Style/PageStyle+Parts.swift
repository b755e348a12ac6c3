import Markup

extension PageStyle {
    /// Cards, figures, tables, notices.
    static let parts = StyleSheet(
        """
        .grid{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:var(--gap-5);align-items:start}
        .w-12{grid-column:span 12}.w-8{grid-column:span 8}.w-7{grid-column:span 7}.w-6{grid-column:span 6}.w-5{grid-column:span 5}
        .w-4{grid-column:span 4}
        .grid>.card{align-self:stretch}
        .column{display:grid;grid-template-columns:minmax(0,1fr);gap:var(--gap-5);align-content:start}
        .column>.card{grid-column:auto}
        .card{background:var(--card);border:1px solid var(--line);border-radius:var(--radius);box-shadow:var(--shadow);
        padding:1.35rem var(--gap-5) var(--gap-5);min-width:0}
        .card>:last-child{margin-bottom:0}
        .card-head{display:flex;justify-content:space-between;align-items:baseline;gap:var(--gap-4);margin-bottom:var(--gap-3)}
        .basis,.note{color:var(--muted);font-size:var(--text-2);max-width:none}
        .basis,.after{margin:var(--gap-3) 0 0}
        .lead{font-size:var(--text-3);color:var(--muted);max-width:none}
        .tiles{display:grid;margin:0;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:var(--gap-4) var(--gap-5)}
        .tile dt{font-size:var(--text-2);line-height:1.35;color:var(--muted);font-weight:500}
        .tile dd{margin:.1rem 0 0}
        .value{display:block;font-size:var(--text-6);line-height:1.3;font-weight:620;font-variant-numeric:tabular-nums;letter-spacing:-.015em}
        .tile small{display:block;line-height:1.4}
        .strip-tiles{padding:var(--gap-5) var(--gap-5) 0}
        .basis.strip-tiles{padding-top:0;margin:var(--gap-3) 0 var(--gap-5)}
        .strip-tiles:last-child{margin-bottom:var(--gap-5)}
        .tiles.three{grid-template-columns:repeat(3,1fr);margin-bottom:var(--gap-3)}
        .tiles.three .tile.main .value{color:var(--link)}
        .tiles.plain{border-top:1px solid var(--line);margin-top:var(--gap-4);padding-top:var(--gap-4)}
        .tiles.plain .value{font-size:var(--text-5)}
        .badge{display:inline-flex;align-items:center;gap:.4rem;border:1px solid var(--line);border-radius:99px;padding:.1rem .6rem;
        font-size:var(--text-2);font-weight:540;white-space:nowrap;color:var(--ink);text-decoration:none;background:var(--card)}
        table .badge{border:0;padding:0;background:none}
        a.badge:hover{border-color:var(--line-strong)}
        table a.badge:hover{text-decoration:underline}
        [class*=' c-']::before{content:'';width:.55rem;height:.55rem;border-radius:50%;background:var(--dot);flex:none}
        .c-1{--dot:var(--chart-1)}.c-2{--dot:var(--chart-2)}.c-3{--dot:var(--chart-3)}.c-4{--dot:var(--chart-4)}
        .c-5{--dot:var(--chart-5)}.c-6{--dot:var(--chart-6)}.c-7{--dot:var(--chart-7)}
        table{border-collapse:collapse;width:100%;font-size:var(--text-3);line-height:1.4;margin:0}
        caption{text-align:left;font-weight:600;padding:.5rem 0 .2rem}
        th,td{text-align:left;vertical-align:top;padding:.6rem 0 .6rem .9rem;border-top:1px solid var(--line)}
        thead th{font-size:var(--text-1);font-weight:550;color:var(--muted);vertical-align:bottom;border-top:0;padding-top:.2rem}
        tbody th{font-weight:400}
        th:first-child,td:first-child{padding-left:0}
        .n{text-align:right;font-variant-numeric:tabular-nums}
        td.n,td.n>span{white-space:nowrap}
        .below{display:block;color:var(--muted);font-size:.92em}
        small.below{font-size:var(--text-1)}
        .who{font-weight:600;color:var(--ink);text-decoration-color:transparent}
        .who:hover{color:var(--link);text-decoration-color:currentcolor}
        figure{margin:.3rem 0 .6rem}
        .chart-medium{display:none}
        @media screen and (min-width:640.02px) and (max-width:76rem){.three-sizes .chart-wide{display:none}.chart-medium{display:block}}
        .data summary{list-style:none;cursor:pointer;color:var(--muted);font-size:var(--text-2);padding:.25rem 0;width:max-content;max-width:100%}
        .data summary::before{content:'';display:inline-block;border:.3em solid transparent;border-left:.42em solid;border-left-color:currentcolor;border-right:0;
        margin-right:.5em;transition:transform .12s}
        .data[open]>summary::before{transform:rotate(90deg)}
        .data summary:hover{color:var(--link)}
        .scroll{overflow-x:auto;max-height:22rem}
        .notice{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--chart-4);border-radius:var(--radius);
        padding:var(--gap-4) var(--gap-5);margin-bottom:var(--gap-5)}
        .notice.done{border-left-color:var(--chart-3)}
        .notice h2{margin-bottom:.35rem}
        .notice p:last-child,.notice ul:last-child,.empty>:last-child{margin-bottom:0}
        .notice ul,.empty ul{margin:.2rem 0 0;padding-left:1.2rem}
        .notice li{margin:.25rem 0}
        .empty{color:var(--muted);max-width:46rem;margin:var(--gap-3) 0 0}
        .tiles+.empty{border-top:1px solid var(--line);padding-top:var(--gap-4)}
        .card-head+.empty{margin-top:0}
        .empty-title{font-weight:600;color:var(--ink);margin-bottom:.25rem}
        .pairs{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.4rem 1rem;margin:0 0 .75rem;font-size:var(--text-3)}
        .pairs dt{color:var(--muted)}
        .pairs dd{margin:0}
        .pairs.stacked{display:block}
        .pairs.stacked dt{font-size:var(--text-2)}
        .pairs.stacked dd{margin:0 0 .55rem;overflow-wrap:anywhere}
        .pairs dd small{display:block}
        .checks,.channels,.plain,.news,.gaps{list-style:none;margin:0;padding:0;font-size:var(--text-3)}
        .checks li,.channels li{display:grid;grid-template-columns:1fr auto;gap:0 .8rem;padding:.5rem 0 .5rem 1.5rem;position:relative}
        .checks li+li,.channels li+li,.plain li+li,.news li+li,.gaps>li+li{border-top:1px solid var(--line)}
        .checks li::before,.channels li::before{position:absolute;left:0;top:.5rem;font-weight:700}
        .met::before{content:'✓';color:var(--good)}
        .unmet::before{content:'✕';color:var(--bad)}
        .not-yet::before{content:'–';color:var(--muted)}
        .checks small,.channels small,.channels details{grid-column:1/-1}
        .what{font-weight:550}
        .has{text-align:right;font-variant-numeric:tabular-nums}
        .news li{display:flex;justify-content:space-between;gap:0 1rem;padding:.5rem 0}
        .news time{color:var(--muted);font-size:var(--text-2);white-space:nowrap}
        .gaps>li{padding:.6rem 0}
        .gaps strong{font-weight:600}
        .gaps p{margin:.15rem 0 0;color:var(--muted);font-size:var(--text-2)}
        .pager{display:flex;gap:1.2rem;align-items:baseline;justify-content:flex-end;font-size:var(--text-3);padding-top:.9rem;
        border-top:1px solid var(--line);margin-top:.2rem}

        """)
}
