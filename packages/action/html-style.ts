/** The style of our pages. Colours follow the reader's light or dark setting; nothing is loaded from anywhere. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f9; --card: #ffffff; --ink: #1b2430; --soft: #5a6675; --line: #dfe4ea; --edge: #b4becb; --shade: #eef1f5;
  --accent: #0f62ae; --good: #167544; --good-shade: #e3f5ea; --wait: #8a6100; --wait-shade: #fdf3d9; --bad: #b3261e; --bad-shade: #fde8e6;
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
.lead { margin: .7rem 0 0; max-width: 46rem; color: var(--soft); }
h2 { margin: 2.8rem 0 .9rem; font-size: 1.3rem; letter-spacing: -.01em; }
h3 { margin: 0; font-size: 1.02rem; }
h4 { margin: 1.1rem 0 .4rem; font-size: .98rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.25rem; }
.card + .card { margin-top: .8rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: .8rem; margin-top: 1.6rem; }
.fact { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .8rem 1rem; }
.fact b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.fact span { color: var(--soft); font-size: .88rem; }
.badge { display: inline-block; padding: .08rem .6rem; border-radius: 99px; font-size: .8rem; font-weight: 600; white-space: nowrap; }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
th { text-align: left; color: var(--soft); font-weight: 600; font-size: .84rem; }
th, td { padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
code { font: .88em ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; background: var(--shade); border-radius: 4px; padding: .08em .35em; overflow-wrap: anywhere; }
td code { white-space: nowrap; }
p, li { overflow-wrap: break-word; }
th, td { overflow-wrap: normal; }
pre { overflow-x: auto; max-width: 100%; background: var(--shade); border-radius: 8px; padding: .8rem 1rem; font-size: .84rem; line-height: 1.45; }
pre code { background: none; padding: 0; overflow-wrap: normal; font-size: 1em; }
details > summary { cursor: pointer; }
footer { margin-top: 3rem; color: var(--soft); font-size: .88rem; }
`
