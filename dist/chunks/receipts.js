import { N as ServiceError } from "./core.js";
import { createHash } from "node:crypto";
// packages/announce/github-refs.ts
function githubRefs(github, repository, commit) {
	return {
		async list(prefix) {
			let ref = prefix.replace(/^refs\//, "");
			return (await github.pages((page) => github.request("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", {
				...repository,
				ref,
				per_page: 100,
				page
			}))).map((one) => one.ref);
		},
		async create(ref) {
			await github.request("POST /repos/{owner}/{repo}/git/refs", {
				...repository,
				ref,
				sha: commit
			});
		},
		async remove(name) {
			let ref = name.replace(/^refs\//, "");
			await github.request("DELETE /repos/{owner}/{repo}/git/refs/{ref}", {
				...repository,
				ref
			});
		}
	};
}
// packages/announce/receipts.ts
function refReceipts(refs) {
	let exists = async (name) => (await refs.list(name)).includes(name);
	async function settle(write, isDone) {
		try {
			await write;
		} catch (error) {
			if (!(error instanceof ServiceError) || !await isDone()) throw error;
		}
	}
	return {
		async read(key, identity) {
			let found = await refs.list(nameOf(key, identity, ""));
			if (found.includes(nameOf(key, identity, "delivered"))) return "delivered";
			return found.includes(nameOf(key, identity, "begun")) ? "in doubt" : null;
		},
		async begin(key, identity) {
			let name = nameOf(key, identity, "begun");
			try {
				await settle(refs.create(name), () => exists(name));
				return !0;
			} catch (error) {
				if (error instanceof ServiceError || !await exists(name)) throw error;
				return !1;
			}
		},
		async withdraw(key, identity) {
			let name = nameOf(key, identity, "begun");
			await settle(refs.remove(name), async () => !await exists(name));
		},
		async confirm(key, identity) {
			let name = nameOf(key, identity, "delivered");
			if (await exists(name)) return;
			await settle(refs.create(name), () => exists(name));
		}
	};
}
async function deliveredTo(refs, key) {
	let prefix = prefixOf(key);
	return (await refs.list(prefix)).flatMap((name) => {
		let [identity, state] = name.slice(prefix.length).split("/");
		return identity !== void 0 && state === "delivered" ? [identity] : [];
	});
}
function prefixOf(key) {
	return `refs/announcements/${key.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60)}-${createHash("sha256").update(key).digest("hex").slice(0, 12)}/`;
}
function nameOf(key, identity, state) {
	return `${prefixOf(key)}${identity}/${state}`;
}
export { refReceipts as n, githubRefs as r, deliveredTo as t };
