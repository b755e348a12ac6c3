import Markup

extension PageStyle {
    /// Narrow screens: one column, a drawer in place of the bar, and rows of tables become cards, so that nothing is read sideways. Paper.
    static let phone = StyleSheet(
        """
        @media (max-width:64rem){
        .inside{padding-left:0}
        .top{display:flex;align-items:center;max-width:calc(var(--content) + 4rem);width:100%;margin:0 auto;padding:.8rem var(--gap-6) 0}
        .outside .top{padding:var(--gap-4) var(--gap-5)}
        .side{position:static;width:auto;border:0;padding:0 var(--gap-4) 0 0;overflow:visible}
        .side .sections{display:none}
        .drawer{display:block;position:relative}
        .drawer summary{list-style:none;cursor:pointer;padding:.38rem .8rem;border:1px solid var(--line);border-radius:var(--radius-small);
        background:var(--card);font-size:var(--text-3);font-weight:550}
        .drawer summary::before{content:'≡';margin-right:.5rem}
        .drawer-panel{position:absolute;left:0;top:2.6rem;min-width:15rem;background:var(--card);border:1px solid var(--line);
        border-radius:var(--radius);padding:var(--gap-3);box-shadow:var(--lift);z-index:7}
        .drawer .sections{margin:0}
        .drawer .sections a{padding:.55rem .65rem}
        .strip{flex:1;padding:0;margin:0}
        .ways{grid-template-columns:1fr}
        }
        @media (max-width:58rem){
        .w-8,.w-7,.w-5,.column.w-4,.grid>.card.w-4{grid-column:span 12}
        }
        @media (max-width:46rem){
        .w-6{grid-column:span 12}
        }
        @media screen and (max-width:63.9rem){
        .cards,.cards tr,.cards th,.cards td{display:block;width:100%}
        .cards caption{display:block}
        .cards tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:0 2.5rem;width:100%}
        .cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .cards tr{border-top:1px solid var(--line);padding:.6rem 0}
        .cards th,.cards td,.cards .n{border:0;padding:.12rem 0;text-align:left}
        .cards td.n{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;text-align:right}
        .cards td::before{content:attr(data-label);color:var(--muted);font-size:var(--text-2);white-space:normal;text-align:left}
        .cards td:not(.n){display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1rem}
        .cards td:not(.n)>.below{flex-basis:100%;text-align:right}
        .cards td:empty{display:none}
        .cards td.n .below{flex-basis:100%}
        }
        @media (max-width:640px){
        main{padding:1.1rem 1rem 2rem}
        .outside main.narrow{padding-top:1.5rem}
        .top{padding:.7rem 1rem 0;flex-wrap:wrap}
        .side{padding:0 .6rem 0 0;margin-left:-.45rem}
        .strip{display:contents}
        .strip .search{order:3;flex:1 0 100%;margin-top:.7rem}
        .strip .search input{flex:1}
        .strip-end .languages{display:none}
        .drawer{margin-left:auto}
        .drawer-panel{left:auto;right:-3rem}
        .drawer .languages{display:flex;border-top:1px solid var(--line);margin-top:.6rem;padding-top:.6rem}
        .strip-end{margin-left:.6rem}
        footer{padding:1rem}
        .narrow .card,.start{padding:1.2rem}
        .grid,.column{gap:var(--gap-4)}
        .card{padding:1rem}
        main button,main .button{white-space:normal}
        h1{font-size:var(--text-6)}
        .hero-figure .amount{font-size:2.4rem}
        .value{font-size:1.15rem}
        .strip-tiles{padding:1rem 0 0;grid-template-columns:1fr 1fr}
        #slipping tbody tr:nth-child(n+6){display:none}
        .tiles.three{grid-template-columns:1fr 1fr;gap:.9rem}
        .tiles.three:not(.plain) .tile.main{grid-column:span 2}
        .bars a{grid-template-columns:minmax(0,1fr) 4rem 3rem;gap:.1rem .6rem}
        .bars .bar{grid-row:2;grid-column:1/-1}
        .filters nav{flex-wrap:nowrap;overflow-x:auto;white-space:nowrap}
        .filters nav{mask-image:linear-gradient(90deg,#000 calc(100% - 2.5rem),transparent)}
        .filters .filter-name{min-width:0;margin-right:.3rem;order:-2}
        .filters .choice[aria-current]{order:-1}
        .tabs{flex-wrap:nowrap;overflow-x:auto;overflow-y:hidden;white-space:nowrap;padding-right:2.5rem}
        .tabs{mask-image:linear-gradient(90deg,#000 calc(100% - 2.5rem),transparent)}
        .fields>.field{flex:1 0 100%}
        .search.wide{flex-wrap:wrap}
        .pairs:not(.stacked){display:block}
        .pairs:not(.stacked) dd{margin-bottom:.5rem}
        .risk{grid-template-columns:minmax(0,1fr)}
        .timeline li{display:block}
        .timeline time{display:block;padding:.5rem 0 0 1.3rem;border-left:2px solid var(--line)}
        .event{padding-top:.1rem}
        .event::before,.order .event::before,.refund .event::before,.cancellation .event::before{top:.35rem}
        .pager{justify-content:space-between}
        }
        @media print{html{font-size:76%}.top,.skip,.pager,.data,.filters,.search,.actions,.rights,.buttons,.links,.tabs,.tools,footer{display:none}
        button,.button,.help,#tagging,#explain,#joining,#rights{display:none}.timeline .data{display:block}.timeline summary{list-style:none}
        .inside{padding:0}body{background:#fff}main{max-width:none;padding:0}.card{break-inside:avoid;box-shadow:none}
        .card:has(tbody tr:nth-child(9)),.card:has(.timeline){break-inside:auto}tr,.timeline li,figure,.tile{break-inside:avoid}
        h2,h3,caption{break-after:avoid}thead{display:table-header-group}
        .badge,.dot,.bar,.bar *,i,svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}}

        """)
}
