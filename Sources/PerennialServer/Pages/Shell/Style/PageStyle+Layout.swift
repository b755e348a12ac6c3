import Markup

extension PageStyle {
    /// What stands around the content: the bar at the side, the strip above, the footer.
    static let layout = StyleSheet(
        """
        main{flex:1;width:100%;margin:0 auto;padding:var(--gap-5) var(--gap-6) var(--gap-7);max-width:calc(var(--content) + 4rem)}
        main.narrow{max-width:31rem}
        .outside main.narrow{padding-top:7vh}
        .inside{padding-left:var(--side)}
        .side{position:fixed;inset:0 auto 0 0;width:var(--side);padding:1.15rem var(--gap-4) var(--gap-4);border-right:1px solid var(--line);
        overflow-y:auto;z-index:4}
        .brand{font-weight:680;letter-spacing:-.018em;font-size:var(--text-5);color:var(--ink);text-decoration:none;display:inline-flex;
        align-items:center;gap:.55rem;padding:.15rem .45rem}
        .brand::before{content:'';width:1.5rem;height:1.5rem;border-radius:6px;flex:none;
        background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32'\
         fill='%230072b2'/%3E%3Cpath d='M16 27V14' stroke='%23fff' stroke-width='2.6' stroke-linecap='round'/%3E%3Cpath d='M16 17C9 17 6 13 6 7c7\
         0 10 4 10 10zM16 14c0-5 3-8 9-8 0 6-3 9-9 9z' fill='%23fff'/%3E%3C/svg%3E") center/cover}
        .sections{margin-top:var(--gap-5)}
        .sections ul{list-style:none;margin:0;padding:0}
        .sections a{display:block;padding:.38rem .65rem;margin:1px 0;border-radius:var(--radius-small);color:var(--muted);
        text-decoration:none;font-size:var(--text-3);font-weight:520}
        .sections a:hover{color:var(--ink);background:var(--soft)}
        .sections a[aria-current]{color:var(--ink);background:color-mix(in srgb,var(--accent) 11%,var(--page));font-weight:620}
        .nav-heading{margin:var(--gap-4) .65rem .2rem;font-size:var(--text-1);font-weight:600;color:var(--muted)}
        .strip{display:flex;align-items:center;gap:var(--gap-4);max-width:calc(var(--content) + 4rem);margin:0 auto;
        padding:.85rem var(--gap-6) 0}
        .strip-end{display:flex;align-items:center;gap:var(--gap-3);margin-left:auto}
        .outside .top{padding:var(--gap-4) var(--gap-5)}
        .drawer,.drawer .languages{display:none}
        .languages{display:flex;font-size:var(--text-2)}
        .languages a{color:var(--muted);text-decoration:none;padding:.3rem .42rem;border-radius:5px}
        .languages a:hover{color:var(--ink);background:var(--soft)}
        .languages a[aria-current]{color:var(--ink);font-weight:650}
        .account{position:relative}
        .account summary{list-style:none;cursor:pointer;width:2.1rem;height:2.1rem;border-radius:50%;background:var(--card);
        border:1px solid var(--line);display:grid;place-items:center;font-size:var(--text-1);font-weight:650}
        summary::-webkit-details-marker{display:none}
        .account .menu{position:absolute;right:0;top:2.6rem;min-width:15rem;background:var(--card);border:1px solid var(--line);
        border-radius:var(--radius);padding:var(--gap-4);box-shadow:var(--lift);z-index:6}
        .account .menu small{display:block}
        footer{max-width:calc(var(--content) + 4rem);width:100%;margin:0 auto;padding:var(--gap-4) var(--gap-6) var(--gap-5);color:var(--muted);
        font-size:var(--text-2);display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between;align-items:center}
        footer p{margin:0}
        .outside main,.outside footer{max-width:31rem}
        .outside main.wide{max-width:calc(var(--content) + 4rem)}

        """)
}
