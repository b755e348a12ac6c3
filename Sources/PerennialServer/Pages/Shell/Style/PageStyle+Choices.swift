import Markup

extension PageStyle {
    /// Choices, boxes to tick, rows of fields, and folded help.
    static let choices = StyleSheet(
        """
        select,textarea{font:inherit;color:inherit;width:100%;padding:.5rem .7rem;background:var(--card);border:1px solid var(--line-strong);
        border-radius:var(--radius-small)}
        select:focus,textarea:focus{outline:2px solid var(--link);outline-offset:0;border-color:transparent}
        select[aria-invalid],textarea[aria-invalid]{border-color:var(--bad)}
        select{padding-right:.4rem;text-overflow:ellipsis}
        input[type=checkbox],input[type=radio]{width:1.05rem;height:1.05rem;margin:0;accent-color:var(--accent);flex:none}
        .tick{display:flex;gap:.55rem;align-items:center;margin:.35rem 0;font-size:var(--text-3)}
        fieldset{border:0;margin:0 0 1rem;padding:0;min-width:0}
        legend{font-weight:600;padding:0;margin-bottom:.3rem;font-size:var(--text-3)}
        .fields{display:flex;flex-wrap:wrap;gap:.6rem var(--gap-4);align-items:flex-end;margin-bottom:var(--gap-4)}
        .fields .field{margin:0;flex:0 1 13rem;min-width:8rem}
        .fields>.field select,.fields>.field input:not([type=checkbox],[type=radio]){width:100%;min-height:2.6rem}
        .card:has(option[value=equal]:checked) .field~.field{display:none}
        input[readonly]{background:var(--soft);border-color:var(--line)}
        .help-words{border-left:3px solid var(--line);padding:.1rem 0 .1rem var(--gap-4);margin:var(--gap-2) 0;font-size:var(--text-3)}
        .help-words>:last-child{margin-bottom:0}
        .notice.refused{border-left-color:var(--chart-2)}

        """)
}
