/** The page's only style sheet. Colours follow the reader's light or dark setting; nothing is loaded from anywhere. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f9; --card: #ffffff; --ink: #1b2430; --soft: #5a6675; --line: #dfe4ea; --edge: #b4becb; --shade: #eef1f5;
  --accent: #0f62ae; --good: #1a7f4b; --good-shade: #e3f5ea; --wait: #8a6100; --wait-shade: #fdf3d9; --bad: #b3261e; --bad-shade: #fde8e6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #11151b; --card: #191f27; --ink: #e4e9f0; --soft: #99a5b4; --line: #2c3542; --edge: #56637a; --shade: #212935;
    --accent: #6cb2f5; --good: #5bd08f; --good-shade: #15321f; --wait: #e5bb55; --wait-shade: #352a10; --bad: #ff9a92; --bad-shade: #40191a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 0 1.25rem 5rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
header.top { background: var(--card); border-bottom: 1px solid var(--line); }
header.top > div { max-width: 1080px; margin: 0 auto; padding: 2.4rem 1.25rem 1.6rem; }
.eyebrow { margin: 0 0 .3rem; color: var(--soft); font-size: .82rem; letter-spacing: .06em; text-transform: uppercase; }
h1 { margin: 0; font-size: clamp(1.7rem, 4.6vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; }
h1 .from { color: var(--soft); font-weight: 400; }
.lead { margin: .7rem 0 0; max-width: 46rem; color: var(--soft); }
nav { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; margin-top: 1.3rem; font-size: .92rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
h2 { margin: 2.8rem 0 .9rem; font-size: 1.3rem; letter-spacing: -.01em; }
h3 { margin: 0; font-size: 1.02rem; }
h4 { margin: 1.1rem 0 .4rem; font-size: .98rem; }
.inside > :first-child { margin-top: .7rem; }
.inside details { margin: .7rem 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.25rem; }
.card + .card { margin-top: .8rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: .8rem; margin-top: 1.6rem; }
.fact { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .8rem 1rem; }
.fact b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.fact span { color: var(--soft); font-size: .88rem; }
.badge { display: inline-block; padding: .08rem .6rem; border-radius: 99px; font-size: .8rem; font-weight: 600; white-space: nowrap; }
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
.scroll { overflow-x: auto; max-width: 100%; }
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
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
th { text-align: left; color: var(--soft); font-weight: 600; font-size: .84rem; }
th, td { padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
td.up, .up { color: var(--good); font-weight: 600; }
code { font: .88em ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; background: var(--shade); border-radius: 4px; padding: .08em .35em; overflow-wrap: anywhere; }
td code { white-space: nowrap; }
p, li { overflow-wrap: break-word; }
th, td { overflow-wrap: normal; }
pre { overflow-x: auto; max-width: 100%; background: var(--shade); border-radius: 8px; padding: .8rem 1rem; font-size: .84rem; line-height: 1.45; }
pre code { background: none; padding: 0; overflow-wrap: normal; font-size: 1em; }
.add { color: var(--good); } .del { color: var(--bad); } .hunk { color: var(--accent); }
.tagrow { display: grid; grid-template-columns: minmax(6.5rem, 9rem) 1fr; gap: .2rem 1rem; padding: .4rem 0; border-bottom: 1px solid var(--line); align-items: center; }
.tagrow:last-child { border-bottom: 0; }
.move { display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: center; }
.digest { display: inline-flex; align-items: center; gap: .4rem; }
.swatch { width: .8rem; height: .8rem; border-radius: 3px; display: inline-block; border: 1px solid rgb(0 0 0 / .15); }
details > summary { cursor: pointer; }
.commit { padding: .55rem 0; border-bottom: 1px solid var(--line); }
.commit:last-child { border-bottom: 0; }
.notes > :first-child { margin-top: 0; }
footer { margin-top: 3rem; color: var(--soft); font-size: .88rem; }
blockquote { margin: .6rem 0; padding-left: .9rem; border-left: 3px solid var(--line); color: var(--soft); }
.message { white-space: pre-wrap; overflow-wrap: anywhere; }
`
