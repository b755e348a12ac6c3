import Markup

extension PageStyle {
    /// Lists and segments, and putting one together. Which fields of a condition are seen follows from what is chosen in it.
    static let audience = StyleSheet(
        """
        .star{color:var(--warn)}
        .title-row{display:flex;gap:.6rem;align-items:baseline;min-width:0}
        .state{color:var(--warn)}
        .tags{display:flex;flex-wrap:wrap;gap:.3rem;margin-top:.2rem}
        .tag{background:var(--soft);border-radius:99px;padding:.05rem .5rem}
        main>.help{margin-top:var(--gap-4)}
        .within{font-size:var(--text-3)}
        .tools{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-start;gap:.4rem 1rem;margin-bottom:var(--gap-3)}
        .columns[open]{flex:1 0 100%;order:2}
        .ticks{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem}
        fieldset{border:0;margin:0;padding:0;min-width:0}
        .columns .ticks{margin:.5rem 0 .8rem}
        .choices{margin-bottom:1.2rem}
        .choices legend{font-weight:600;font-size:var(--text-3);margin-bottom:.45rem;padding:0}
        .choices>.tick{margin:0 1.4rem .4rem 0}
        .offers{list-style:none;margin:0;padding:0}
        .offers>li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.4rem 1.5rem;padding:.9rem 0;align-items:start}
        .offers>li+li{border-top:1px solid var(--line)}
        .offers>li:first-child{padding-top:0}
        .offer p{font-size:var(--text-3);margin:0 0 .15rem}
        .offer .means,.condition .means{color:var(--muted);font-size:var(--text-2);max-width:none}
        .offers form{margin:0}
        .outline{list-style:none;margin:0;padding:0;font-size:var(--text-3)}
        .outline li{padding:.18rem 0}
        .outline .depth-0{font-weight:560}
        .outline .depth-1{padding-left:1.2rem}.outline .depth-2{padding-left:2.4rem}
        .outline .depth-3{padding-left:3.6rem}.outline .depth-4{padding-left:4.8rem}
        .outline .depth-0:only-child{font-weight:400}
        .inline-form{max-width:34rem}
        .card .tiles.plain:first-child{border-top:0;margin-top:0;padding-top:0}
        #worth .tiles{grid-template-columns:repeat(3,minmax(0,1fr))}
        #answer{margin-top:var(--gap-3)}
        #answer p{display:flex;flex-wrap:wrap;gap:.1rem .5rem;align-items:baseline}
        .by-enter{display:none}
        .builder{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:var(--gap-5);align-items:start}
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
        .condition>.fields{clear:both}
        .condition .remove{position:absolute;right:0;top:-.3rem;padding:.25rem .6rem;font-size:var(--text-2)}
        .condition>.means{margin:.6rem 0 0}
        :where(.condition) .fields,.number,.when{display:flex;flex-wrap:wrap;gap:.5rem;align-items:flex-start}
        :where(.condition) .fields .part{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem}
        :where(.condition) .fields .part.wide,:where(.condition) .fields>.for-lines,:where(.condition) .fields .part:has(.problem),:where(.condition) .fields>.data{flex:1 0 100%}
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
        .choices .ticks{display:grid;grid-template-columns:repeat(auto-fill,minmax(15.5rem,1fr));gap:.5rem 1rem}
        .tiles.two{grid-template-columns:1fr 1fr;margin-bottom:.6rem}
        .tiles.two .value{font-size:var(--text-5)}
        @supports selector(:has(*)){
        .predicted .for-number,.predicted .for-moment,.predicted .for-word,.predicted .for-overdue,.predicted .for-rfm,
        .predicted .for-rfm_group,.predicted .for-previous_rfm_group,.predicted .for-clv_category,.predicted .for-purchase_likelihood,
        .unit.for-money,.unit.for-share,.unit.for-days,.number .for-two,.done .for-one,
        .when .for-span,.when .for-range,.when .for-date,.when .for-dates,.when .for-month,
        .properties .for-custom,.properties .for-text,.properties .for-lines,.properties .for-number,.properties .for-two,
        .properties .for-moment,.membership .for-members{display:none}
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
        .properties:has(.v-date:checked) .for-moment{display:flex}
        .predicted:has(.k-word:checked) .for-word,.predicted:has(.k-overdue:checked) .for-overdue,.predicted:has(.k-rfm:checked) .for-rfm,
        .properties:has(.v-lines:checked) .for-lines{display:block}
        .predicted:has(.u-money:checked) .for-money,.predicted:has(.u-share:checked) .for-share,
        .predicted:has(.u-days:checked) .for-days{display:inline}
        .membership:has(option[value=yes]:checked) .for-members{display:flex;gap:.5rem}
        }
        @media (max-width:64rem){.builder{grid-template-columns:minmax(0,1fr)}.builder-side{position:static}}
        @media (max-width:640px){.offers>li,.name-row{grid-template-columns:minmax(0,1fr)}.name-row>.tick{margin-top:0}
        :where(.condition) .fields,:where(.condition) .fields .part,:where(.condition) .fields select,.number,.when{width:100%}
        :where(.condition) .fields .short,:where(.condition) .fields .for-span{width:auto}:where(.condition) .fields .for-span select{width:auto}
        #worth .tiles{grid-template-columns:1fr 1fr}
        #members tbody tr:nth-child(n+6){display:none}}

        """)
}
