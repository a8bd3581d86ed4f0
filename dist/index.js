import { P as UserError, n as runOnRunner, r as useProxyOf } from "./chunks/core.js";
// actions/index.ts
const actions = {
	announce: () => import("./chunks/announce.js"),
	"gen-bundle": () => import("./chunks/gen-bundle.js"),
	"nightly-integration": () => import("./chunks/nightly-integration.js"),
	"open-pull-request": () => import("./chunks/open-pull-request.js"),
	"release-components": () => import("./chunks/release-components.js"),
	"release-plan": () => import("./chunks/release-plan.js"),
	"retag-image": () => import("./chunks/retag-image.js"),
	"semver-tag": () => import("./chunks/semver-tag.js"),
	"submit-bundle": () => import("./chunks/submit-bundle.js"),
	"sync-crds": () => import("./chunks/sync-crds.js"),
	"update-downstream": () => import("./chunks/update-downstream.js"),
	"update-image-refs": () => import("./chunks/update-image-refs.js"),
	"update-support-matrix": () => import("./chunks/update-support-matrix.js")
};
// actions/main.ts
async function main(name) {
	let load = actions[name];
	if (load === void 0) throw Error(`There is no action “${name}”.`);
	let { default: action } = await load();
	await useProxyOf(process.env);
	let cancelled = new AbortController();
	for (let signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => cancelled.abort(new UserError(`Cancelled (${signal}).`, { advice: CANCELLED })));
	process.exitCode = await runOnRunner(action, process.env, (text) => process.stdout.write(text), cancelled.signal);
}
const CANCELLED = "What was done stands and nothing is half done. Run again to go on from there.";
export { main };
