import Markup

extension PageStyle {
    /// Ground and type.
    static let base = StyleSheet(
        """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:var(--gap-4)}
        body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--page);color:var(--ink);overflow-wrap:break-word;
        font:var(--text-4)/1.5 var(--font);font-kerning:normal}
        h1{font-size:var(--text-7);line-height:1.2;letter-spacing:-.018em;margin:0;font-weight:650}
        h2{font-size:var(--text-5);line-height:1.3;letter-spacing:-.008em;margin:0;font-weight:620}
        h3{font-size:var(--text-4);line-height:1.35;margin:0 0 var(--gap-1);font-weight:620}
        p{margin:0 0 var(--gap-3);max-width:46rem}
        a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px;
        text-decoration-color:color-mix(in srgb,currentcolor 40%,transparent)}
        a:hover{text-decoration-color:currentcolor}
        :focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:4px}
        main:focus{outline:0}
        small{font-size:var(--text-2);color:var(--muted)}
        h1,h2,h3,.subtitle,.crumb,.notice{overflow-wrap:anywhere}
        .who{overflow-wrap:anywhere}
        td .who{display:inline-block;min-width:7rem}
        select{max-width:100%}
        code{font:.88em var(--mono);overflow-wrap:anywhere}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .skip{position:absolute;left:-100rem}
        .skip:focus{left:var(--gap-4);top:.6rem;z-index:9;background:var(--card);padding:.4rem .8rem}
        .muted{color:var(--muted)}
        .page-head{margin:0 0 var(--gap-5)}
        .subtitle{color:var(--muted);margin:.3rem 0 0;max-width:none}
        .badges{display:flex;flex-wrap:wrap;gap:.4rem;margin:var(--gap-3) 0 0}
        .crumb{margin:0 0 .35rem;font-size:var(--text-2)}
        .crumb a{color:var(--muted);text-decoration:none}
        .crumb a:hover{color:var(--ink);text-decoration:underline}

        """)
}
