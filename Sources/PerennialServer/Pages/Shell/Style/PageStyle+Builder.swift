import Markup

extension PageStyle {
    /// Putting a segment together. Which fields of a condition are seen follows from what is chosen in it.
    static let builder = StyleSheet(
        """
        .by-enter{display:none}
        .builder{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:var(--gap-5);align-items:start}
        .no-answer:not(.shown){display:none}
        .builder-main,.groups{display:grid;gap:var(--gap-4);grid-template-columns:minmax(0,1fr)}
        .builder-side{position:sticky;top:var(--gap-4);display:grid;gap:var(--gap-4)}
        .groups{list-style:none;margin:0;padding:0}
        .name-row{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:1.2rem;align-items:center}
        .name-row .field{margin:0}
        .name-row>.tick{margin-top:1.6rem}
        .joint{margin:0 0 var(--gap-3);font-size:var(--text-2);font-weight:650;color:var(--muted)}
        .groups>li>.joint{margin:0 0 var(--gap-4) var(--gap-5)}
        .joint.or{margin:var(--gap-4) 0;display:flex;align-items:center;gap:.7rem}
        .joint.or::after{content:'';flex:1;border-top:1px dashed var(--line)}
        .condition{position:relative}
        .condition>legend{float:left;width:100%;font-weight:620;padding:0 6rem 0 0;margin-bottom:.7rem}
        .condition>.means{color:var(--muted);font-size:var(--text-2);max-width:none}
        .condition>.fields{clear:both}
        .tools-of{position:absolute;right:0;top:-.3rem;display:flex;gap:.3rem}
        .tools-of button{padding:.25rem .6rem;font-size:var(--text-2)}
        .parts{clear:both;display:grid;gap:.6rem;grid-template-columns:minmax(0,1fr);margin-top:.7rem}
        .parts>.joint{margin:0}
        .parts>.joint.or{margin:0}
        .parts>.condition{border-left:2px solid var(--line);padding:.1rem 0 .1rem var(--gap-4)}
        .piece .fields select{max-width:17rem}
        .piece .fields>.part,.piece .fields .when>.part{max-width:100%}
        .piece>legend{font-weight:560;font-size:var(--text-3);margin-bottom:.5rem}
        .parts .add-row button{padding:.3rem .7rem;font-size:var(--text-2)}
        .condition>.means{margin:.6rem 0 0}
        :where(.condition) .fields,.number,.when{display:flex;flex-wrap:wrap;gap:.5rem;align-items:flex-start}
        :where(.condition) .fields .part{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem}
        :where(.condition) .fields .part.wide,:where(.condition) .fields>.for-lines,:where(.condition) .fields>.for-method,:where(.condition) .fields .part:has(.problem),:where(.condition) .fields>.data{flex:1 0 100%}
        :where(.condition) .fields .part.wide label{font-size:var(--text-2);color:var(--muted)}
        :where(.condition) .fields select{width:auto;max-width:100%}
        :where(.condition) .fields input:not([type=checkbox],[type=radio]){width:11rem}
        :where(.condition) .fields .short input{width:5.5rem}
        :where(.condition) .fields .problem,.condition>.problem{flex:1 0 100%;margin:.1rem 0 0}
        :where(.condition) .fields .ticks{flex:1 0 100%;padding-top:.3rem}
        .unit{color:var(--muted);font-size:var(--text-3);align-self:center}
        .alternative{margin-top:var(--gap-4)}
        .add-row{display:flex;flex-wrap:wrap;gap:.5rem}
        .add-row select{flex:1 1 16rem;width:auto;min-width:0}
        .builder-buttons{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center}
        .preview h2{font-size:var(--text-3);color:var(--muted);font-weight:600}
        .preview-count{display:grid;margin:.2rem 0 .9rem}
        .preview-count .amount{font-size:2.4rem;line-height:1.15;font-weight:650;letter-spacing:-.03em}
        .preview-count span:last-child{color:var(--muted);font-size:var(--text-2)}
        @supports selector(:has(*)){
        .predicted .for-number,.predicted .for-moment,.predicted .for-word,.predicted .for-overdue,.predicted .for-rfm,
        .predicted .for-rfm_group,.predicted .for-previous_rfm_group,.predicted .for-clv_category,.predicted .for-purchase_likelihood,
        .unit.for-money,.unit.for-share,.unit.for-days,.number .for-two,.done .for-one,
        .when .for-span,.when .for-range,.when .for-date,.when .for-dates,.when .for-month,
        .properties .for-custom,.properties .for-text,.properties .for-lines,.properties .for-number,.properties .for-two,
        .properties .for-moment,.membership .for-members,
        .proof .for-moment,.proof .for-either,.proof .for-text,.proof .for-method{display:none}
        .predicted:has(.k-number:checked) .for-number,.predicted:has(.k-moment:checked) .for-moment,
        .predicted:has(.k-rfm_group:checked) .for-rfm_group,.predicted:has(.k-previous_rfm_group:checked) .for-previous_rfm_group,
        .predicted:has(.k-clv_category:checked) .for-clv_category,
        .predicted:has(.k-purchase_likelihood:checked) .for-purchase_likelihood,
        .number:has(.is-two:checked) .for-two,
        .done .number:has(.is-one:checked) .for-one,.done .number:has(.is-two:checked) .for-one,
        .when:has(.t-span:checked) .for-span,.when:has(.t-range:checked) .for-span,.when:has(.t-range:checked) .for-range,
        .when:has(.t-date:checked) .for-date,.when:has(.t-dates:checked) .for-date,.when:has(.t-dates:checked) .for-dates,
        .when:has(.t-month:checked) .for-month,
        .properties:has(.is-custom:checked) .for-custom,.properties:has(.v-text:checked) .for-text,
        .properties:has(.v-number:checked) .for-number,.properties:has(.v-two:checked) .for-two,
        .properties:has(.v-date:checked) .for-moment,.proof:has(.is-moment:checked) .for-moment,
        .proof:has(.is-text:checked) .for-text,.proof:has(.is-method:checked) .for-method{display:flex}
        .predicted:has(.k-word:checked) .for-word,.predicted:has(.k-overdue:checked) .for-overdue,.predicted:has(.k-rfm:checked) .for-rfm,
        .properties:has(.v-lines:checked) .for-lines,.proof:has(.is-either:checked) .for-either{display:block}
        .predicted:has(.u-money:checked) .for-money,.predicted:has(.u-share:checked) .for-share,
        .predicted:has(.u-days:checked) .for-days{display:inline}
        .membership:has(option[value=yes]:checked) .for-members{display:flex;gap:.5rem}
        }
        .proof .for-method{flex-wrap:wrap;gap:.5rem}
        @media (max-width:64rem){.builder{grid-template-columns:minmax(0,1fr)}.builder-side{position:static}}
        @media (max-width:640px){.name-row{grid-template-columns:minmax(0,1fr)}.name-row>.tick{margin-top:0}
        :where(.condition) .fields,:where(.condition) .fields .part,:where(.condition) .fields select,.number,.when{width:100%}
        :where(.condition) .fields .short,:where(.condition) .fields .for-span{width:auto}:where(.condition) .fields .for-span select{width:auto}
        .parts>.condition{padding-left:.7rem}}

        """)
}

extension PageStyle {
    /// Two versions of one thing beside each other.
    static let conflict = StyleSheet(
        """
        .conflict{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:var(--gap-3) var(--gap-6)}
        .conflict>h2,.conflict>.note{grid-column:1/-1;margin:0}
        .conflict .note{margin-bottom:.3rem}
        .conflict .label{margin:.8rem 0 .1rem;font-size:var(--text-2);color:var(--muted)}
        .conflict+.buttons{margin-top:var(--gap-4)}
        @media (max-width:640px){.conflict{grid-template-columns:minmax(0,1fr)}}

        """)
}
