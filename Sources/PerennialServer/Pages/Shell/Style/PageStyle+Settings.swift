import Markup

extension PageStyle {
    /// Tabs, files, and the pages of settings, imports and exports.
    static let settings = StyleSheet(
        """
        input[type=file]{border-style:dashed;padding:1.6rem 1rem;background:var(--soft);cursor:pointer}
        textarea{font:var(--text-2)/1.5 var(--mono);resize:vertical}
        .tabs{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;border-bottom:1px solid var(--line);margin:0 0 var(--gap-5)}
        .tabs a{color:var(--muted);text-decoration:none;font-size:var(--text-3);font-weight:550;padding:.45rem .1rem;margin-bottom:-1px;
        border-bottom:2px solid transparent}
        .tabs a:hover{color:var(--ink)}
        .tabs a[aria-current]{color:var(--ink);border-color:var(--accent)}
        .form{max-width:36rem}
        .form-row{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:0 var(--gap-4)}
        .buttons{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin-top:var(--gap-3)}
        .buttons form{margin:0}
        .scopes{columns:14rem;column-gap:var(--gap-5);margin-top:.4rem}
        .secret{background:var(--soft);border-radius:var(--radius-small);padding:.7rem .9rem;overflow-wrap:anywhere;user-select:all}
        .help{margin-top:var(--gap-5)}
        .change{margin:0;font-size:var(--text-2)}
        .progress svg{display:block;width:100%;height:.6rem;margin:.4rem 0}
        .steps{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;list-style:none;margin:0 0 var(--gap-5);padding:0;font-size:var(--text-2);
        color:var(--muted)}
        .steps li[aria-current]{color:var(--ink);font-weight:620}
        .preview{overflow-x:auto}
        .preview td,.preview th{white-space:nowrap;padding-right:1rem}
        .scopes .tick{margin:0 0 .7rem;break-inside:avoid}
        .buttons{row-gap:.6rem}
        #refit form+form{margin-top:.6rem}

        """)
}
