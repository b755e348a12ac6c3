import Markup

/// The style of the server's pages: light and dark by the reader's setting, wide and phone. Colours are those of the figures.
enum PageStyle {
    /// Ground, type, bar and footer.
    static let base = StyleSheet(
        """
        :root{--page:#f6f7f9;--card:#fff;--line:#e1e5ea;--ink:var(--chart-ink);--muted:var(--chart-muted);--link:var(--chart-words-1);
        --accent:var(--chart-1);--on-accent:#fff;--soft:#eef3f7;--radius:10px;color-scheme:light dark}
        @media (prefers-color-scheme:dark){:root{--page:#0f1316;--card:#171c21;--line:#2b3239;--on-accent:#0d0f11;--soft:#1f272e;
        --chart-surface:var(--card);--chart-panel:#1f252b}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:4.5rem}
        body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--page);color:var(--ink);overflow-wrap:break-word;
        font:.9375rem/1.5 -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif}
        h1{font-size:1.6rem;line-height:1.2;letter-spacing:-.012em;margin:0;font-weight:650}
        h2{font-size:1.02rem;line-height:1.3;margin:0;font-weight:650}
        h3{font-size:.95rem;margin:0 0 .3rem}
        p{margin:0 0 .75rem;max-width:48rem}
        a{color:var(--link);text-underline-offset:.16em;text-decoration-thickness:1px}
        a:hover{text-decoration-thickness:2px}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
        small{font-size:.84em;color:var(--muted)}
        code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace;overflow-wrap:anywhere}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .skip{position:absolute;left:-100rem}
        .skip:focus{left:1rem;top:.6rem;z-index:9;background:var(--card);padding:.4rem .8rem}
        .muted{color:var(--muted)}
        main{flex:1;width:100%;margin:0 auto;padding:1.75rem 1.5rem 3rem}
        main.wide{max-width:76rem}
        main.narrow{max-width:29rem;padding-top:9vh}
        .bar{background:var(--card);border-bottom:1px solid var(--line);position:sticky;top:0;z-index:5}
        .bar .inner{max-width:76rem;margin:0 auto;padding:0 1.5rem;min-height:3.5rem;display:flex;align-items:center;gap:1.4rem}
        .brand{font-weight:700;letter-spacing:-.015em;font-size:1.06rem;color:var(--ink);text-decoration:none;display:flex;align-items:center;
        gap:.5rem}
        .brand::before{content:'';width:1.5rem;height:1.5rem;border-radius:6px;
        background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32'\
         fill='%230072b2'/%3E%3Cpath d='M16 27V14' stroke='%23fff' stroke-width='2.6' stroke-linecap='round'/%3E%3Cpath d='M16 17C9 17 6 13 6 7c7\
         0 10 4 10 10zM16 14c0-5 3-8 9-8 0 6-3 9-9 9z' fill='%23fff'/%3E%3C/svg%3E") center/cover}
        .bar nav:not(.languages){display:flex;gap:.25rem;align-self:stretch}
        .bar nav:not(.languages) a{display:flex;align-items:center;padding:0 .7rem;color:var(--muted);text-decoration:none;font-weight:550;
        border-bottom:2px solid transparent;border-top:2px solid transparent}
        .bar nav:not(.languages) a:hover{color:var(--ink)}
        .bar nav a[aria-current=page]{color:var(--ink);border-bottom-color:var(--accent)}
        .bar .search{margin-left:auto;min-width:0}
        .bar .inner>.languages{margin-left:0}
        .bar .brand~nav+.languages{margin-left:auto}
        .languages{display:flex;gap:.1rem;font-size:.8rem}
        .languages a{color:var(--muted);text-decoration:none;padding:.3rem .4rem;border-radius:5px}
        .languages a:hover{color:var(--ink);background:var(--soft)}
        .languages a[aria-current]{color:var(--ink);font-weight:650}
        .account{position:relative}
        .account summary{list-style:none;cursor:pointer;width:2.1rem;height:2.1rem;border-radius:50%;background:var(--soft);
        border:1px solid var(--line);display:grid;place-items:center;font-size:.8rem;font-weight:650}
        .account summary::-webkit-details-marker{display:none}
        .account .menu{position:absolute;right:0;top:2.6rem;min-width:14rem;background:var(--card);border:1px solid var(--line);
        border-radius:var(--radius);padding:.9rem;box-shadow:0 8px 24px rgb(0 0 0/.14)}
        .account .menu small{display:block}
        footer{max-width:76rem;width:100%;margin:0 auto;padding:1rem 1.5rem 1.5rem;color:var(--muted);font-size:.82rem;display:flex;
        flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between;align-items:center}
        footer p{margin:0}
        .page-head{margin:0 0 1.25rem}
        .subtitle{color:var(--muted);margin:.2rem 0 0;max-width:none}
        .badges{display:flex;flex-wrap:wrap;gap:.4rem;margin:.7rem 0 0}

        """)
}
