/** What the nights' page has beyond the style of all our pages. */
export const STYLE = `
:root { --outside: #7a3fa0; --outside-shade: #f3e8fa; }
@media (prefers-color-scheme: dark) { :root { --outside: #cf9bf0; --outside-shade: #32203e; } }
.good { background: var(--good-shade); color: var(--good); }
.bad { background: var(--bad-shade); color: var(--bad); }
.wait { background: var(--wait-shade); color: var(--wait); }
.outside { background: var(--outside-shade); color: var(--outside); }
.quiet { background: var(--shade); color: var(--soft); }
.guilty { background: var(--bad); color: var(--card); font-weight: 700; }
.eyebrow { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .7rem; }
.eyebrow .badge { letter-spacing: 0; text-transform: none; }
.fact b { white-space: nowrap; }
table.grid { width: auto; border-collapse: separate; border-spacing: 2px; font-size: .86rem; font-variant-numeric: tabular-nums; }
.grid th, .grid td { border: 0; padding: 0; text-align: center; }
.grid td { border-radius: 4px; min-width: 1.75rem; height: 1.75rem; vertical-align: middle; }
.grid td.none { background: none; }
.grid thead th { font-weight: 400; }
.grid th[scope=colgroup] { text-align: left; white-space: nowrap; padding-left: .2rem; }
.grid a { display: block; line-height: 1.75rem; color: inherit; text-decoration: none; border-radius: 4px; }
.grid a:hover, .grid a:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.grid th:first-child { position: sticky; left: 0; z-index: 1; background: var(--card); padding-right: .7rem; text-align: left; vertical-align: middle; max-width: 13rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.grid .verdicts th, .grid tbody th { color: var(--ink); font-weight: 600; }
.grid .verdicts td { font-weight: 700; }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; margin: 1rem 0 0; color: var(--soft); font-size: .86rem; }
.key { display: inline-flex; align-items: center; gap: .4rem; }
.swatch { display: inline-grid; place-items: center; width: 1.35rem; height: 1.35rem; border-radius: 4px; font-size: .82rem; font-weight: 700; }
details.night { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
details.night + details.night { margin-top: .45rem; }
.night > summary { padding: .55rem .9rem; }
.night > summary .badge { min-width: 7.4rem; text-align: center; }
.night > summary b { font-variant-numeric: tabular-nums; margin: 0 .3rem; }
.night .why { color: var(--soft); font-size: .92rem; overflow-wrap: anywhere; }
.inside { padding: .1rem .9rem .9rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; scroll-margin-top: 4rem; }
.inside details { margin-top: .8rem; }
.inside:target { box-shadow: inset 3px 0 var(--accent); }
.nothing { color: var(--soft); margin-top: 1.6rem; }
@media (max-width: 600px) { .grid th:first-child { max-width: 7rem; } main { padding: 0 .8rem 3rem; } .card { padding: .9rem; } }
@media print { details.night { break-inside: avoid; } }
`
