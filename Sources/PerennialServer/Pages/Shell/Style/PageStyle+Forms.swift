import Markup

extension PageStyle {
    /// Fields, buttons, choices, and the page of a shop without data.
    static let forms = StyleSheet(
        """
        input,button{font:inherit;color:inherit}
        input:not([type=hidden]){width:100%;padding:.5rem .7rem;background:var(--card);border:1px solid var(--chart-rule);border-radius:7px}
        input:focus{outline:3px solid var(--link);outline-offset:0;border-color:transparent}
        input[aria-invalid]{border-color:var(--chart-words-2)}
        ::placeholder{color:var(--muted);opacity:1}
        button{cursor:pointer;border:1px solid transparent;border-radius:7px;padding:.5rem .95rem;font-weight:600;background:var(--accent);
        color:var(--on-accent);white-space:nowrap}
        button:hover{filter:brightness(1.08)}
        button.quiet{background:var(--soft);color:var(--ink);border-color:var(--line);font-weight:550}
        button.main{width:100%;padding:.65rem;margin-top:.4rem}
        .field{margin-bottom:1rem}
        .field label{display:block;font-weight:600;margin-bottom:.3rem;font-size:.875rem}
        .hint-below,.problem{font-size:.84rem;margin:.3rem 0 0;color:var(--muted)}
        .problem{color:var(--chart-words-2);font-weight:550}
        .alert,.hint{padding:.6rem .8rem;border-radius:7px;background:var(--soft);border-left:4px solid var(--accent)}
        .alert{border-left-color:var(--chart-2)}
        .narrow .card{padding:1.75rem}
        .narrow h1{font-size:1.35rem;margin-bottom:.8rem}
        .status{font-size:.84rem;font-weight:650;color:var(--muted);margin-bottom:.3rem;font-variant-numeric:tabular-nums}
        .links{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem}
        .search{display:flex;gap:.4rem}
        .bar .search input{width:17rem;min-width:6rem;flex:0 1 17rem;padding:.36rem .7rem;border-color:var(--line);background:var(--page)}
        .bar .search button{padding:.36rem .75rem}
        .search.wide{max-width:36rem;margin-bottom:1rem}
        .filters{display:grid;gap:.5rem;margin-bottom:.9rem;font-size:.84rem}
        .filters nav{display:flex;flex-wrap:wrap;gap:.35rem;align-items:center}
        .filters .muted{margin-right:.3rem}
        .choice{color:var(--ink);text-decoration:none;padding:.2rem .6rem;border:1px solid var(--line);border-radius:99px}
        .choice:hover{border-color:var(--muted)}
        .choice[aria-current]{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}
        .start{padding:1.75rem}
        .start h2{font-size:1.25rem;margin-bottom:.4rem}
        .ways{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem;margin:1.2rem 0}
        .way{border:1px solid var(--line);border-radius:8px;padding:1rem 1.1rem;display:flex;flex-direction:column}
        .way p{font-size:.875rem;color:var(--muted)}
        .way p:nth-of-type(1){flex:1}
        .way .command{margin:.25rem 0 0;background:var(--soft);border-radius:6px;padding:.4rem .6rem;color:var(--ink)}

        """)
}
