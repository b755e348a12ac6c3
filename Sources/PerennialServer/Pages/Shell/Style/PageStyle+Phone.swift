import Markup

extension PageStyle {
    /// Narrow screens: one column, and rows of tables become cards, so that nothing is read sideways.
    static let phone = StyleSheet(
        """
        @media (max-width:66rem){
        .w-8{grid-column:span 12}
        .column.w-4{grid-column:span 12}
        .grid>.card.w-4{grid-column:span 6}
        .grid>.card.w-4:last-child{grid-column:span 12}
        .tiles:not(.three){grid-template-columns:repeat(2,1fr)}
        .tiles:not(.three) .tile+.tile{border-left:0}
        .tiles:not(.three) .tile.main{grid-column:span 2}
        .ways{grid-template-columns:1fr}
        }
        @media (max-width:63.9rem){
        .cards,.cards tr,.cards th,.cards td{display:block;width:100%}
        .cards caption{display:block}
        .cards tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:0 2.5rem;width:100%}
        .cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .cards tr{border-top:1px solid var(--line);padding:.6rem 0}
        .cards th,.cards td,.cards .n{border:0;padding:.12rem 0;text-align:left}
        .cards td.n{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;text-align:right}
        .cards td::before{content:attr(data-label);color:var(--muted);font-size:.84rem}
        .cards td:not(.n)::before{display:block}
        .cards td.n .below{flex-basis:100%}
        }
        @media (max-width:52rem){
        .bar{position:static}
        .bar .inner{flex-wrap:wrap;gap:.5rem .8rem;padding:.6rem 1rem 0}
        .bar .brand{margin-right:auto}
        .bar .inner>.languages,.bar .brand~nav+.languages{order:1;margin-left:0}
        .bar .account{order:2}
        .bar nav:not(.languages){order:3;width:100%;align-self:auto;gap:0;margin-left:-.7rem}
        .bar nav:not(.languages) a{padding:.45rem .7rem}
        .bar .search{order:4;width:100%;margin:0 0 .7rem}
        .bar .search input{width:auto;flex:1}
        }
        @media (max-width:640px){
        main{padding:1.1rem 1rem 2rem}
        main.narrow{padding-top:1.5rem}
        .narrow .card,.start{padding:1.2rem}
        .grid,.column{gap:.75rem}
        .grid>.card.w-4{grid-column:span 12}
        .card{padding:.95rem 1rem}
        h1{font-size:1.35rem}
        .tile{padding:.75rem 1rem}
        .value{font-size:1.15rem}
        .tile.main .value{font-size:1.6rem}
        .tiles.three{grid-template-columns:1fr 1fr;gap:.9rem}
        .tiles.three:not(.plain) .tile.main{grid-column:span 2}
        .pairs:not(.stacked){display:block}
        .pairs:not(.stacked) dd{margin-bottom:.5rem}
        .risk{grid-template-columns:minmax(0,1fr)}
        .timeline li{display:block}
        .timeline time{display:block;padding:.5rem 0 0 1.3rem;border-left:2px solid var(--line)}
        .event{padding-top:.1rem}
        .event::before,.order .event::before,.refund .event::before,.cancellation .event::before{top:.35rem}
        .pager{justify-content:space-between}
        }
        @media print{.bar,.skip,.pager,.data,footer{display:none}body{background:#fff}.card,.tiles{break-inside:avoid}}

        """)
}
