import Markup

extension PageStyle {
    /// Fields, buttons, choices, and the page of a shop without data.
    static let forms = StyleSheet(
        """
        input,button,select,textarea{font:inherit;color:inherit}
        input:not([type=hidden],[type=checkbox],[type=radio]),select,textarea{width:100%;padding:.5rem .7rem;background:var(--card);border:1px solid var(--line-strong);
        border-radius:var(--radius-small)}
        input:focus,select:focus,textarea:focus{outline:2px solid var(--link);outline-offset:0;border-color:transparent}
        [aria-invalid]{border-color:var(--bad)}
        textarea{font:.9em/1.5 var(--mono);resize:vertical}
        span.tick{display:inline-flex;align-items:center;gap:.4rem;font-size:var(--text-3)}
        span.tick input{width:1.05rem;height:1.05rem;flex:none;margin:0;accent-color:var(--accent)}
        span.tick input:focus{outline:2px solid var(--link);outline-offset:2px}
        .help dl{margin:.4rem 0 0;font-size:var(--text-3);max-width:46rem}
        .help dt{font-weight:600;margin-top:.6rem}
        .help dd{margin:.1rem 0 0;color:var(--muted)}
        ::placeholder{color:var(--muted);opacity:1}
        :placeholder-shown{text-overflow:ellipsis}
        button,.button{display:inline-block;cursor:pointer;border:1px solid transparent;border-radius:var(--radius-small);padding:.45rem .9rem;
        font-size:var(--text-3);font-weight:600;background:var(--accent);color:var(--on-accent);white-space:nowrap;text-decoration:none}
        button:hover,.button:hover{filter:brightness(1.08)}
        button.quiet,.button.quiet{background:var(--card);color:var(--ink);border-color:var(--line);font-weight:550}
        button.quiet:hover,.button.quiet:hover{filter:none;border-color:var(--line-strong)}
        button.grave,.button.grave{background:var(--card);color:var(--bad);border-color:currentcolor}
        button.main{width:100%;padding:.65rem;margin-top:.4rem}
        .field{margin-bottom:1rem}
        .field label{display:block;font-weight:600;margin-bottom:.3rem;font-size:var(--text-3)}
        .hint-below,.problem{font-size:var(--text-2);margin:.3rem 0 0;color:var(--muted)}
        .problem{color:var(--bad);font-weight:550}
        .alert,.hint{padding:.6rem .8rem;border-radius:var(--radius-small);background:var(--soft);border-left:4px solid var(--accent)}
        .alert{border-left-color:var(--chart-2)}
        .narrow .card{padding:1.75rem}
        .narrow h1{font-size:var(--text-6);margin-bottom:.8rem}
        .status{font-size:var(--text-2);font-weight:650;color:var(--muted);margin-bottom:.3rem;font-variant-numeric:tabular-nums}
        .links{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem;align-items:center}
        .search{display:flex;gap:.4rem}
        .strip .search{flex:0 1 24rem;min-width:0}
        .strip .search input{min-width:6rem;padding:.38rem .75rem;border-color:var(--line)}
        .strip .search button{padding:.38rem .8rem}
        .search.wide{max-width:34rem;margin-bottom:1rem}
        .filters{display:grid;grid-template-columns:minmax(0,1fr);gap:.45rem;margin-bottom:var(--gap-4);font-size:var(--text-2)}
        .filters nav{display:flex;flex-wrap:wrap;gap:.1rem;align-items:center}
        .filters .filter-name{color:var(--muted);flex:none;min-width:12.5rem}
        .filters details nav{margin-top:.45rem}
        .choice{color:var(--muted);text-decoration:none;padding:.2rem .6rem;border-radius:99px}
        .choice:hover{color:var(--ink);background:var(--soft)}
        .choice[aria-current]{background:color-mix(in srgb,var(--accent) 13%,var(--card));color:var(--ink);font-weight:600}
        .start{padding:1.75rem}
        .start h2{font-size:var(--text-6);margin-bottom:.4rem}
        .ways{display:grid;grid-template-columns:repeat(3,1fr);gap:var(--gap-5);margin:1.2rem 0}
        .way{border-top:2px solid var(--line);padding:1rem 0 0;display:flex;flex-direction:column}
        .way p{font-size:var(--text-3);color:var(--muted)}
        .way p:nth-of-type(1){flex:1}
        .way .command{margin:.25rem 0 0;background:var(--soft);border-radius:6px;padding:.4rem .6rem;color:var(--ink)}

        """)
}
