/** What the rehearsal's page has beyond the style of all our pages. */
export const STYLE = `
h1 .from { color: var(--soft); font-weight: 400; }
nav { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; margin-top: 1.3rem; font-size: .92rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.inside > :first-child { margin-top: .7rem; }
.inside details { margin: .7rem 0; }
.badge.done { background: var(--good-shade); color: var(--good); }
.badge.nothing, .badge.prepared, .badge.waiting { background: var(--shade); color: var(--soft); }
.badge.planned, .badge.not-automated { background: var(--wait-shade); color: var(--wait); }
.badge.failed { background: var(--bad-shade); color: var(--bad); }
.failure { border-color: var(--bad); background: var(--bad-shade); margin-top: 1.6rem; }
.failure h2 { margin: 0 0 .4rem; }
ol.stages { list-style: none; margin: 0; padding: 0; }
ol.stages > li { position: relative; padding: 0 0 1.1rem 3.2rem; }
ol.stages > li::before { content: ""; position: absolute; left: 1.03rem; top: 2.1rem; bottom: -.15rem; width: 2px; background: var(--line); }
ol.stages > li:last-child::before { display: none; }
.number { position: absolute; left: 0; top: 0; width: 2.15rem; height: 2.15rem; border-radius: 50%; display: grid; place-items: center; font-weight: 700; background: var(--shade); color: var(--soft); border: 2px solid var(--line); }
.number.done { background: var(--good-shade); color: var(--good); border-color: currentColor; }
.number.planned, .number.not-automated { background: var(--wait-shade); color: var(--wait); border-color: currentColor; }
.number.failed { background: var(--bad-shade); color: var(--bad); border-color: currentColor; }
.stage-head { display: flex; flex-wrap: wrap; gap: .3rem .7rem; align-items: center; min-height: 2.15rem; }
.stage-summary { margin: .1rem 0 .5rem; color: var(--soft); }
.steps { display: grid; grid-template-columns: minmax(0, 1fr); gap: .45rem; }
.step { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.step > summary, .step.plain { display: grid; grid-template-columns: 1fr auto .9rem; gap: .7rem; align-items: baseline; padding: .5rem .9rem; }
.step .head { display: flex; flex-wrap: wrap; gap: 0 .7rem; align-items: baseline; min-width: 0; overflow-wrap: anywhere; }
.step > summary { cursor: pointer; list-style: none; }
.step > summary::-webkit-details-marker { display: none; }
.step > summary::after { content: "+"; text-align: center; color: var(--soft); font-weight: 600; }
.step[open] > summary::after { content: "–"; }
.step .what { font-weight: 600; }
.step .where, .muted { color: var(--soft); font-size: .88rem; }
.step .inside { padding: 0 .9rem .8rem; border-top: 1px solid var(--line); }
.graph { display: block; max-width: 100%; height: auto; min-width: 46rem; }
.graph .edge { fill: none; stroke: var(--edge); stroke-width: 1.8; }
.graph rect { fill: var(--shade); stroke: var(--line); stroke-width: 1.5; }
.graph .moved rect { fill: var(--good-shade); stroke: var(--good); }
.graph .external rect { stroke-dasharray: 5 4; }
.graph .target rect { fill: var(--card); stroke: var(--accent); stroke-dasharray: 2 4; }
.graph text { fill: var(--ink); font-size: 13.5px; }
.graph .name { font-weight: 600; }
.graph .version { fill: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
.graph .new { fill: var(--good); font-weight: 600; }
.legend { margin: .8rem 0 0; color: var(--soft); font-size: .86rem; }
td.up, .up { color: var(--good); font-weight: 600; }
.add { color: var(--good); } .del { color: var(--bad); } .hunk { color: var(--accent); }
.tagrow { display: grid; grid-template-columns: minmax(6.5rem, 9rem) 1fr; gap: .2rem 1rem; padding: .4rem 0; border-bottom: 1px solid var(--line); align-items: center; }
.tagrow:last-child { border-bottom: 0; }
.move { display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: center; }
.digest { display: inline-flex; align-items: center; gap: .4rem; }
.swatch { width: .8rem; height: .8rem; border-radius: 3px; display: inline-block; border: 1px solid rgb(0 0 0 / .15); }
.commit { padding: .55rem 0; border-bottom: 1px solid var(--line); }
.commit:last-child { border-bottom: 0; }
.notes > :first-child { margin-top: 0; }
blockquote { margin: .6rem 0; padding-left: .9rem; border-left: 3px solid var(--line); color: var(--soft); }
.message { white-space: pre-wrap; overflow-wrap: anywhere; }
`
