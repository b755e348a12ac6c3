import Markup

/// The style of the server's pages: light and dark by the reader's setting, wide and phone.
enum PageStyle {
    /// Every colour, size and distance that pages use, by name. Colours of data are those of the figures (`--chart-…`).
    static let tokens = StyleSheet(
        """
        :root{--page:#f7f8f9;--card:#fff;--line:#e6e8ec;--line-strong:#8a929b;--ink:#191d23;--muted:#59616b;--link:var(--chart-words-1);
        --accent:var(--chart-1);--on-accent:#fff;--soft:#eff2f5;--good:var(--chart-words-3);--warn:var(--chart-words-4);
        --bad:var(--chart-words-2);--shadow:0 1px 2px rgb(15 23 32/.05);--lift:0 10px 32px rgb(15 23 32/.16);
        --text-1:.75rem;--text-2:.8125rem;--text-3:.875rem;--text-4:.9375rem;--text-5:1.0625rem;--text-6:1.375rem;--text-7:1.625rem;
        --text-8:3rem;--gap-1:.25rem;--gap-2:.5rem;--gap-3:.75rem;--gap-4:1rem;--gap-5:1.5rem;--gap-6:2rem;--gap-7:3rem;
        --radius:12px;--radius-small:7px;--side:14.5rem;--content:62rem;color-scheme:light dark;
        --font:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif;
        --mono:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace}
        @media screen and (prefers-color-scheme:dark){:root{--page:#0e1114;--card:#15191d;--line:#272d33;--line-strong:#6f7882;--ink:#e9ebee;
        --muted:#a3abb4;--on-accent:#0d0f11;--soft:#1d2328;--shadow:none;--lift:0 10px 32px rgb(0 0 0/.5);
        --chart-surface:var(--card);--chart-panel:#1c2126}}
        :root{--chart-ink:var(--ink);--chart-muted:var(--muted)}

        """)
}
