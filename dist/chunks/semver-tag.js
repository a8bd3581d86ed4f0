import { D as table, E as paragraph, N as ServiceError, P as UserError, S as link, b as details, g as Workspace, h as tokenInput, m as text, o as defineAction, s as choice, v as code, w as markdown } from "./core.js";
import { a as formatLine, c as parseReleaseLine, i as compareLines, l as judgeCommits, n as difference, o as lineOf, r as elsewhere, s as lineOfBranch, t as decideVersion } from "./next-version.js";
import { a as parseRelease, i as parsePrereleaseId, o as parts, r as isPrerelease, t as compareVersions } from "./version.js";
import { r as templateFromPrefix } from "./tag-template.js";
import { n as lastLine, t as Git } from "./git.js";
import { J as fullName, N as branchHead, O as firstContributions, Y as getRepository, Z as GitHub, a as floatTag, i as createTag, j as resolveCommit, o as runPlace, s as planRelease, w as RepositoryHistory } from "./github.js";
// packages/versions/checkout/read.ts
function readRefs(lines) {
	let tags = new Map();
	let branches = new Map();
	for (let [, object = "", kind, name = "", peeled] of lines.matchAll(/^([0-9a-f]{40,64})\trefs\/(heads|tags)\/(.+?)(\^\{\})?$/gm)) kind === "heads" ? branches.set(name, object) : peeled === void 0 ? tags.set(name, {
		object,
		commit: object
	}) : tags.set(name, {
		object: tags.get(name)?.object ?? object,
		commit: object
	});
	return {
		tags,
		branches
	};
}
function readCommit(record) {
	let [sha = "", parents = "", name = "", mail = "", ...message] = record.split("\n");
	let parentShas = parents.split(" ").filter((parent) => parent !== "");
	let login = /^(?:\d+\+)?([\w-]+(?:\[bot\])?)@users\.noreply\.[\w.-]+$/.exec(mail)?.[1];
	return {
		sha,
		message: message.join("\n").trimEnd(),
		parents: parentShas.length,
		parentShas,
		authorName: name,
		...login !== void 0 && { author: login }
	};
}
function pageOf(address) {
	let found = /^(?:https?:\/\/(?:[^@/\s]*@)?|ssh:\/\/(?:[^@/\s]*@)?|[^@/:\s]+@)([\w.-]+)(?::\d+)?[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address);
	return found === null ? null : `https://${found[1]}/${found[2]}`;
}
// packages/versions/checkout/checkout.ts
const REMOTE = "origin";
var Checkout = class Checkout {
	git;
	head;
	branch;
	url;
	#tags;
	#branches;
	#ancestors = new Answers();
	#lists = new Answers();
	constructor(git, place, refs) {
		this.git = git;
		this.head = place.head;
		this.branch = place.branch;
		this.url = place.url;
		this.#tags = refs.tags;
		this.#branches = refs.branches;
	}
	static async open(directory, path, options) {
		let git = new Git(directory, options);
		let [place, address, refs] = await Promise.all([
			git.run([
				"rev-parse",
				"--is-shallow-repository",
				"HEAD^{commit}",
				"--symbolic-full-name",
				"HEAD"
			]),
			git.run([
				"config",
				"--get",
				`remote.${REMOTE}.url`
			]),
			git.run([
				"ls-remote",
				"--heads",
				"--tags",
				"--",
				REMOTE
			])
		]);
		if (place.code !== 0) throw new UserError(`Input “path”: “${path}” is no git checkout with a commit: ${lastLine(place.stderr)}.`, { advice: "Check the repository out before this step, and give the path from the root of the workspace." });
		if (address.code !== 0) throw new UserError(`Input “path”: the checkout in “${path}” has no remote “${REMOTE}” to push a tag to.`, { advice: `Clone the repository, or add the remote: git remote add ${REMOTE} ADDRESS.` });
		if (refs.code !== 0) throw new UserError(`Input “path”: remote “${REMOTE}” of “${path}” does not answer: ${lastLine(refs.stderr)}.`, { advice: "Check its address and the credentials of the checkout (actions/checkout keeps them unless told not to)." });
		let [shallow, head = "", name = ""] = place.stdout.split("\n");
		if (shallow === "true") throw new UserError(`Input “path”: the checkout in “${path}” is shallow: which releases it contains cannot be told.`, { advice: "Check out with “fetch-depth: 0” (with “filter: tree:0” only commits are fetched), or leave “path” out: the API needs no checkout." });
		let branch = name.startsWith("refs/heads/") ? name.slice(11) : null;
		return new Checkout(git, {
			head,
			branch,
			url: pageOf(address.stdout.trim())
		}, readRefs(refs.stdout));
	}
	tags(prefix) {
		return Promise.resolve([...this.#tags.keys()].filter((tag) => tag.startsWith(prefix)));
	}
	commitOf(tag) {
		let found = this.#tags.get(tag);
		if (found === void 0) throw RangeError(`the remote has no tag ${tag}`);
		return Promise.resolve(found.commit);
	}
	remoteTag(tag) {
		return this.#tags.get(tag) ?? null;
	}
	remoteBranch(name) {
		return this.#branches.get(name) ?? null;
	}
	contains(head, commit) {
		return this.#ancestors.of(`${commit} ${head}`, () => this.#contains(head, commit));
	}
	since(ancestor, head) {
		return this.#lists.of(`${ancestor} ${head}`, () => this.#since(ancestor, head));
	}
	async #contains(head, commit) {
		if (head === commit) return !0;
		let { code, stderr } = await this.git.run([
			"merge-base",
			"--is-ancestor",
			commit,
			head
		]);
		if (code <= 1) return code === 0;
		if (await this.has(commit)) throw new UserError(`git merge-base failed in ${this.git.directory}: ${lastLine(stderr)}.`);
		return !1;
	}
	async has(commit) {
		return (await this.git.run([
			"cat-file",
			"-e",
			`${commit}^{commit}`
		])).code === 0;
	}
	async #since(ancestor, head) {
		let range = ancestor === null ? ["--max-count=100", head] : [`${ancestor}..${head}`];
		return (await this.git.read([
			"log",
			"-z",
			"--no-show-signature",
			"--no-color",
			"--encoding=UTF-8",
			"--topo-order",
			"--reverse",
			"--format=%H%n%P%n%aN%n%aE%n%B",
			...range,
			"--"
		])).split("\0").flatMap((record) => record === "" ? [] : [readCommit(record)]);
	}
	async resolve(name, what) {
		let { code, stdout } = await this.git.run([
			"rev-parse",
			"--verify",
			"--quiet",
			"--end-of-options",
			`${name}^{commit}`
		]);
		if (code === 0) return stdout.trim();
		throw new UserError(`${what}: the checkout has no commit, branch or tag “${name}”.`, { advice: "Check the spelling, and that it was fetched." });
	}
};
var Answers = class {
	#known = new Map();
	of(key, ask) {
		let answer = this.#known.get(key) ?? ask();
		this.#known.set(key, answer);
		return answer;
	}
};
async function pushTag(checkout, wish, reason) {
	let { tag, commit, message } = wish;
	refuseBranch(checkout, tag);
	let local = await checkout.git.run([
		"rev-parse",
		"--verify",
		"--quiet",
		`refs/tags/${tag}^{commit}`
	]);
	let found = local.stdout.trim();
	if (local.code === 0 && found !== commit) throw new UserError(`Tag ${tag} of the checkout is on commit ${found}, not on ${commit}, and was never pushed.`, { advice: `If it is a leftover, remove it: git tag -d ${tag}.` });
	return {
		action: "create",
		subject: `tag ${tag} of ${REMOTE}`,
		before: null,
		after: commit,
		reason,
		probe: async () => (await remoteTag(checkout, tag))?.commit ?? null,
		act: async () => {
			let seconds = (await checkout.git.read([
				"log",
				"--max-count=1",
				"--no-show-signature",
				"--no-color",
				"--format=%ct",
				commit,
				"--"
			])).trim();
			let lines = [
				`object ${commit}`,
				"type commit",
				`tag ${tag}`,
				`tagger github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com> ${seconds} +0000`,
				""
			];
			let object = await checkout.git.read(["mktag"], `${lines.join("\n")}\n${message.trimEnd()}\n`);
			await publish(checkout, tag, {
				object: object.trim(),
				commit
			}, null);
		}
	};
}
function pushFloatingTag(checkout, tag, commit, reason) {
	let before = checkout.remoteTag(tag);
	if (before?.commit === commit) return null;
	refuseBranch(checkout, tag);
	return {
		action: before === null ? "create" : "move",
		subject: `tag ${tag} of ${REMOTE}`,
		before: before?.commit ?? null,
		after: commit,
		reason,
		probe: async () => (await remoteTag(checkout, tag))?.commit ?? null,
		act: () => publish(checkout, tag, {
			object: commit,
			commit
		}, before)
	};
}
async function publish(checkout, tag, to, before) {
	let ref = `refs/tags/${tag}`;
	await checkout.git.read([
		"update-ref",
		"--",
		ref,
		to.object
	]);
	let { code, stderr } = await checkout.git.run([
		"push",
		"--quiet",
		"--no-verify",
		"--no-follow-tags",
		"--recurse-submodules=no",
		`--force-with-lease=${ref}:${before?.object ?? ""}`,
		"--",
		REMOTE,
		`${to.object}:${ref}`
	]);
	if (code === 0 || (await remoteTag(checkout, tag))?.commit === to.commit) return;
	throw refused(tag, stderr);
}
function refused(tag, stderr) {
	let said = (stderr.split(/\r?\n/).find((line) => line.includes("[rejected]") || line.includes("[remote rejected]")) ?? lastLine(stderr)).trim().replace(/\s+/g, " ");
	if (/rule violations|protected|immutable|hook declined/i.test(stderr)) return new UserError(`The remote does not take tag ${tag}: ${said}.`, { advice: "Either a rule of the repository restricts it, or an immutable release had this tag once: such a name is burnt for ever, even after the release was deleted. Take the next version." });
	if (/stale info|already exists|fetch first/i.test(stderr)) return new UserError(`Somebody else made or moved tag ${tag} meanwhile: ${said}.`, { advice: "Nothing was overwritten. Look at it and run again." });
	if (/denied|could not read (?:Username|Password)|authentication|not permitted|\b40[13]\b/i.test(stderr)) return new UserError(`The checkout may not push tag ${tag}: ${said}.`, { advice: "Give the job “contents: write”, and let actions/checkout keep its credentials." });
	return new ServiceError(`Tag ${tag} could not be pushed: ${said}.`, { advice: "Nothing is lost: run again, and what was done is found done." });
}
async function remoteTag(checkout, tag) {
	let { code, stdout, stderr } = await checkout.git.run([
		"ls-remote",
		"--",
		REMOTE,
		`refs/tags/${tag}`,
		`refs/tags/${tag}^{}`
	]);
	if (code === 0) return readRefs(stdout).tags.get(tag) ?? null;
	throw new ServiceError(`Remote “${REMOTE}” did not answer: ${lastLine(stderr)}.`, { advice: "Nothing is lost: run again, and what was done is found done." });
}
function refuseBranch(checkout, name) {
	if (checkout.remoteBranch(name) === null) return;
	throw new UserError(`Remote “${REMOTE}” has a branch “${name}”; a tag of that name would be ambiguous.`, { advice: `Rename the branch, for example to “release-${name.replace(/^v/, "")}”, or use another “tag-prefix” or “floating-tags”.` });
}
// packages/versions/checkout/target.ts
async function checkoutTarget(checkout, named, environment) {
	let { GITHUB_SHA: sha, GITHUB_REF: ref = "", GITHUB_REF_NAME: name, GITHUB_REF_TYPE: type } = environment;
	let isRun = checkout.head === sha;
	if (named === "" && isRun && ref.startsWith("refs/pull/")) throw new UserError("This run is for a pull request: its commit is a trial merge that no branch will have.", { advice: "Run on a push or by hand, or name the commit as “target”." });
	let target = named === "" ? checkout.head : await checkout.resolve(named, "Input “target”");
	let branch = checkout.branch ?? (isRun && type === "branch" && name !== void 0 ? name : null);
	if (branch === null) return {
		target,
		branch
	};
	let pushed = checkout.remoteBranch(branch);
	if (pushed === null) throw new UserError(`Remote “${REMOTE}” has no branch ${branch}, which is checked out.`, { advice: `Push it first: git push ${REMOTE} ${branch}. A tag alone would keep commits that no branch has.` });
	let fetched = `refs/remotes/${REMOTE}/${branch}`;
	let head = pushed === target || await checkout.has(pushed) ? pushed : await checkout.resolve(fetched, `Branch ${branch}`);
	if (!await checkout.contains(head, target)) throw new UserError(`Commit ${target} is not on branch ${branch} of remote “${REMOTE}” (${head}).`, { advice: `Push it first, or check out the branch that has it: git fetch ${REMOTE}.` });
	return {
		target,
		branch
	};
}
// packages/versions/floating-tags.ts
function floatingTags(decision, template, which) {
	if (which === "none") return [];
	if (template.text !== `${template.prefix}{version}`) throw new UserError(`Input “floating-tags”: tags of the form “${template.text}” have no floating ones.`, { advice: "Use it with a plain “tag-prefix”, for example “v”." });
	let { major, minor } = parts(decision.version);
	return [...which !== "minor" && decision.leads.major ? [`${template.prefix}${major}`] : [], ...which !== "major" && decision.leads.minor ? [`${template.prefix}${major}.${minor}`] : []];
}
// packages/versions/next-build.ts
async function decideBuild(request, history) {
	let { template, target, version, line } = request;
	if (version === null || request.bump !== "auto") throw new UserError(`Tags of the form “${template.text}” count the builds of a version, and none is given.`, { advice: "Give the “version” that is built, for example “1.2.0”, and no “bump”." });
	if (line !== null && compareLines(lineOf(version), line) !== 0) throw new UserError(`Version ${version} is not of release line ${formatLine(line)}.`, { advice: "Build it from the branch of its own line, or give the right “release-line”." });
	let builds = readBuilds(request, await history.tags(template.prefix));
	let ahead = builds.find((one) => compareLines(lineOf(one.version), lineOf(version)) === 0 && compareVersions(one.version, version) > 0);
	let before = builds.filter((one) => compareVersions(one.version, version) <= 0);
	let last = before[0]?.version === version ? before[0] : void 0;
	let own = await buildOn(target, before.filter((one) => one.version === version), history);
	let exists = own !== null;
	let number = own?.number ?? (last?.number ?? 0) + 1;
	if (!exists && ahead !== void 0) throw new UserError(`Version ${version} is not higher than that of ${ahead.tag}, which is out already.`, { advice: `Line ${formatLine(lineOf(version))} goes on after ${ahead.version}. Give a higher “version”.` });
	let previous = await newest(target, own === null ? before : before.slice(before.indexOf(own) + 1), history);
	if (!exists && last !== void 0 && previous?.tag !== last.tag) throw new UserError(`Commit ${target} does not contain ${last.tag} (${await history.commitOf(last.tag)}); its next build would lose its changes.`, { advice: `Merge or pick what ${last.tag} has.` });
	let tag = template.format(version, number);
	let above = builds.every((one) => compareVersions(one.version, version) <= 0);
	return {
		version,
		tag,
		commit: target,
		exists,
		previous,
		bump: previous?.version === version ? "build" : difference(previous?.version ?? null, version),
		prerelease: isPrerelease(version),
		commits: judgeCommits(await history.since(previous?.commit ?? null, target), version),
		reasons: [exists ? `the commit is ${tag} already` : `build ${number} of ${version}`],
		warnings: [],
		isHighest: above && !isPrerelease(version),
		leads: {
			major: !1,
			minor: !1
		}
	};
}
function readBuilds({ template }, tags) {
	return tags.flatMap((tag) => {
		let read = template.parse(tag);
		return read?.build === void 0 ? [] : [{
			version: read.version,
			number: read.build,
			tag
		}];
	}).sort((a, b) => compareVersions(b.version, a.version) || b.number - a.number);
}
async function buildOn(commit, builds, history) {
	for (let build of builds) if (await history.commitOf(build.tag) === commit) return build;
	return null;
}
async function newest(head, builds, history) {
	for (let [misses, { version, tag }] of builds.entries()) {
		if (misses === 40) throw elsewhere(head, tag);
		let commit = await history.commitOf(tag);
		if (await history.contains(head, commit)) return {
			version,
			tag,
			commit
		};
	}
	return null;
}
const GROUPS = [
	"Breaking changes",
	"Features",
	"Fixes",
	"Dependencies",
	"Other changes"
];
function renderNotes(commits, place, newcomers = []) {
	let news = commits.filter((commit) => commit.bump !== null);
	let sections = GROUPS.flatMap((group) => {
		let lines = news.filter((commit) => groupOf(commit) === group).map((commit) => line(commit, place));
		return lines.length === 0 ? [] : [`### ${group}\n\n${lines.join("\n")}\n`];
	});
	let changes = sections.length === 0 ? ["No changes.\n"] : sections;
	let welcome = newcomers.map(({ login, pullRequest }) => `- ${mention(login)} with ${pullLink(pullRequest, place)}`);
	let first = welcome.length === 0 ? [] : [`### First contributions\n\n${welcome.join("\n")}\n`];
	return [
		...changes,
		...first,
		`${footer(place)}\n`
	].join("\n");
}
function cutNotes(text, place, limit = 125e3) {
	if (text.length <= limit) return text;
	let note = `\n\n*Cut here; the rest is in the full changelog.* ${footer(place)}\n`;
	let room = limit - note.length;
	let end = text.lastIndexOf("\n", room);
	return text.slice(0, end < 0 ? room : end) + note;
}
function footer({ url, tag, previousTag }) {
	if (url === null) return `**Full changelog**: \`${previousTag === null ? tag : `${previousTag}...${tag}`}\``;
	return previousTag === null ? `**Full changelog**: ${url}/commits/${encodeURI(tag)}` : `**Full changelog**: ${url}/compare/${encodeURI(previousTag)}...${encodeURI(tag)}`;
}
function groupOf(commit) {
	if (commit.breaking !== null) return "Breaking changes";
	if (/^(?:dependabot|renovate)\b/.test(commit.author ?? "") || /^deps(?:-dev)?$/.test(commit.scope ?? "")) return "Dependencies";
	if (commit.type === "feat") return "Features";
	if (commit.type === "fix" || commit.type === "perf") return "Fixes";
	return "Other changes";
}
function line(commit, place) {
	let subject = plain(commit.subject.replace(/ \(#\d+\)$/, ""));
	let scope = commit.scope === null ? "" : `**${plain(commit.scope)}:** `;
	let origin = commit.pullRequest === null ? linked$1(commit.sha.slice(0, 7), place, `commit/${commit.sha}`) : pullLink(commit.pullRequest, place);
	let who = commit.author === void 0 ? plain(commit.authorName ?? "") : mention(commit.author);
	return `- ${scope}${subject} (${origin})${who === "" ? "" : ` by ${who}`}${commit.breaking !== null && commit.breaking !== commit.subject ? explanation(commit.breaking) : ""}`;
}
function pullLink(number, place) {
	return linked$1(`#${number}`, place, `pull/${number}`);
}
function linked$1(text, { url }, path) {
	return url === null ? text : `[${text}](${url}/${path})`;
}
function mention(login) {
	return /^[\w-]+$/.test(login) ? `@${login}` : plain(login);
}
function explanation(text) {
	return `\n  ${plain((text.split(/\r?\n\s*\r?\n/, 1)[0] ?? "").replace(/\s*\r?\n\s*/g, " "))}`;
}
function plain(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("@", "@​");
}
// packages/versions/report.ts
async function releaseBody(decision, url, source) {
	let place = {
		url,
		tag: decision.tag,
		previousTag: decision.previous?.tag ?? null
	};
	let text = async (path, input) => {
		let content = (await source.read(path, `Input “${input}”`))?.toString("utf8").trim() ?? "";
		if (content !== "") return `${content}\n`;
		throw new UserError(`Input “${input}”: there is no file “${path}” with text in it.`, { advice: "Give its path from the root of the checkout, and check the repository out before this step." });
	};
	let front = source.prepend === "" ? "" : `${await text(source.prepend, "notes-prepend-file")}\n`;
	if (source.notes !== "") return cutNotes(front + await text(source.notes, "notes-file"), place);
	let asks = decision.previous !== null && decision.commits.some(({ pullRequest }) => pullRequest !== null);
	return cutNotes(front + renderNotes(decision.commits, place, asks ? await source.newcomers(decision) : []), place);
}
function reportDecision(decision, notes, { url, releaseUrl }) {
	let { tag, commit, previous, exists, reasons, commits } = decision;
	return [
		paragraph(code(tag), exists ? " is there already, on commit " : " on commit ", linked(commit.slice(0, 12), url, `commit/${commit}`), previous === null ? ", the first release" : [", after ", code(previous.tag)], `: ${reasons.join("; ")}.`, ...releaseUrl === null ? [] : [" ", link("Release", releaseUrl)]),
		...decision.warnings.map((warning) => paragraph("⚠ ", warning)),
		...commits.length === 0 ? [] : [details(commits.length === 1 ? "One commit, and what it asks for" : `${commits.length} commits, and what each asks for`, [rows(commits, url)])],
		details("Notes", [markdown(notes)])
	];
}
function linked(text, url, path) {
	return url === null ? code(text) : link(text, `${url}/${path}`);
}
function rows(commits, url) {
	return table([
		"commit",
		"what",
		"asks for",
		"because"
	], commits.map(({ sha, message, bump, because, pullRequest }) => [
		linked(sha.slice(0, 7), url, `commit/${sha}`),
		[message.trimStart().split(/\r?\n/, 1)[0]?.replace(/ \(#\d+\)$/, "") ?? "", ...pullRequest === null ? [] : [" ", linked(`#${pullRequest}`, url, `pull/${pullRequest}`)]],
		bump ?? "nothing",
		because
	]));
}
// actions/semver-tag/in-checkout.ts
async function inCheckout(inputs, { environment, workspace, signal }) {
	let other = inputs.repository === "" ? inputs.release === "none" ? null : "release" : "repository";
	if (other !== null) throw new UserError(`Inputs “path” and “${other}” do not go together: a checkout is tagged without the API.`, { advice: `Leave “path” out to have the API do it, or leave “${other}” out.` });
	let directory = await new Workspace(workspace).locate(inputs.path, "Input “path”");
	let checkout = await Checkout.open(directory, inputs.path, {
		environment,
		signal
	});
	return {
		history: checkout,
		...await checkoutTarget(checkout, inputs.target, environment),
		url: checkout.url,
		createTag: (wish, reason) => pushTag(checkout, wish, reason),
		floatTag: async (tag, commit, reason) => pushFloatingTag(checkout, tag, commit, reason),
		planRelease: () => Promise.reject(RangeError("a checkout has no releases")),
		newcomers: () => Promise.resolve([])
	};
}
// actions/semver-tag/on-github.ts
async function onGitHub(inputs, { environment, log, signal }) {
	let run = runPlace(environment, inputs.repository);
	let { repository, trigger } = run;
	let github = new GitHub({
		token: inputs.token,
		environment,
		signal,
		log: (told) => log.info(told)
	});
	let history = new RepositoryHistory(github, repository);
	let target = await targetOf(github, run, inputs.target);
	if (inputs.target !== "" && trigger?.branch != null) {
		let head = await branchHead(github, repository, trigger.branch) ?? trigger.sha;
		if (!await history.contains(head, target)) throw new UserError(`Input “target”: ${inputs.target} (${target}) is not on branch ${trigger.branch} (${head}).`, { advice: "Run on the branch that has the commit." });
	}
	return {
		history,
		target,
		branch: trigger?.branch ?? null,
		url: `${github.serverUrl}/${fullName(repository)}`,
		createTag: (wish, reason) => createTag(github, repository, {
			...wish,
			isNew: !0
		}, reason),
		floatTag: (tag, commit, reason) => floatTag(github, repository, tag, commit, reason),
		planRelease: (wish, reason) => planRelease(github, repository, wish, reason),
		async newcomers(wish) {
			let found = await firstContributions(github, repository, wish);
			found === null && log.info("The token may not ask GitHub who contributed for the first time; left out.");
			return found ?? [];
		}
	};
}
async function targetOf(github, { repository, trigger, isTrial }, named) {
	if (named !== "") return resolveCommit(github, repository, named, "Input “target”");
	if (isTrial) throw new UserError("This run is for a pull request: its commit is a trial merge that no branch will have.", { advice: "Run on a push or by hand, or name the commit as “target”." });
	if (trigger !== null) return trigger.sha;
	let { defaultBranch } = await getRepository(github, repository);
	return resolveCommit(github, repository, defaultBranch, "The default branch");
}
// actions/semver-tag/action.ts
var action_default = defineAction({
	name: "semver-tag",
	title: "Tag a semantic version",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		version: text({
			description: "",
			example: ""
		}),
		bump: choice([
			"auto",
			"major",
			"minor",
			"patch",
			"prerelease",
			"promote"
		], {
			description: "",
			default: "auto"
		}),
		"prerelease-id": text({
			description: "",
			default: "rc"
		}),
		"tag-prefix": text({
			description: "",
			default: "v"
		}),
		target: text({ description: "" }),
		"release-line": text({
			description: "",
			example: ""
		}),
		repository: text({ description: "" }),
		message: text({ description: "" }),
		release: choice([
			"none",
			"draft",
			"published"
		], {
			description: "",
			default: "none"
		}),
		"notes-file": text({ description: "" }),
		"notes-prepend-file": text({ description: "" }),
		"floating-tags": choice([
			"none",
			"major",
			"minor",
			"both"
		], {
			description: "",
			default: "none"
		}),
		"initial-development": choice(["minor", "major"], {
			description: "",
			default: "minor"
		}),
		path: text({ description: "" }),
		token: tokenInput("`contents: write`")
	},
	outputs: {
		version: "",
		tag: "",
		"previous-tag": "",
		bump: "",
		sha: "",
		created: "",
		prerelease: "",
		notes: "",
		"release-url": "",
		"release-id": ""
	},
	async plan(inputs, context) {
		let template = templateFromPrefix(inputs["tag-prefix"], "Input “tag-prefix”");
		let asked = template.parse(inputs.version)?.version ?? inputs.version;
		let version = asked === "" ? null : parseRelease(asked, "Input “version”");
		let namedLine = inputs["release-line"] === "" ? null : parseReleaseLine(inputs["release-line"], "Input “release-line”");
		let prereleaseId = parsePrereleaseId(inputs["prerelease-id"], "Input “prerelease-id”");
		if (version !== null && inputs.bump !== "auto" && inputs.bump !== "promote") throw new UserError(`Inputs “version” (${version}) and “bump” (${inputs.bump}) both say what the version is.`, { advice: "Give one of them." });
		let { target, branch, ...place } = await (inputs.path === "" ? onGitHub : inCheckout)(inputs, context);
		let line = namedLine ?? lineOfBranch(branch ?? "");
		let decision = await (template.counts ? decideBuild : decideVersion)({
			version,
			bump: inputs.bump,
			prereleaseId,
			line,
			template,
			breaksEarly: inputs["initial-development"],
			target
		}, place.history);
		let { tag, commit, previous } = decision;
		let files = new Workspace(context.workspace);
		let reason = decision.reasons.join("; ");
		let message = inputs.message === "" ? `Release ${tag}` : inputs.message;
		let notes = await releaseBody(decision, place.url, {
			notes: inputs["notes-file"],
			prepend: inputs["notes-prepend-file"],
			read: (path, what) => files.read(path, what),
			newcomers: () => place.newcomers({
				tag,
				commit,
				previousTag: previous?.tag ?? ""
			})
		});
		let [made, ...floating] = await Promise.all([decision.exists ? null : place.createTag({
			tag,
			commit,
			message
		}, reason), ...floatingTags(decision, template, inputs["floating-tags"]).map((name) => place.floatTag(name, commit, `${tag} is the newest it stands for`))]);
		let release = inputs.release === "none" ? {
			changes: [],
			seen: () => null
		} : await place.planRelease({
			tag,
			name: tag,
			body: notes,
			prerelease: decision.prerelease,
			latest: decision.isHighest && !template.prefix.includes("/"),
			until: inputs.release,
			isNew: !decision.exists
		}, `release of ${tag}`);
		return {
			changes: [
				made,
				...release.changes,
				...floating
			].filter((change) => change !== null),
			findings: decision.warnings.map((warning) => ({
				severity: "warning",
				rule: "version",
				message: warning,
				advice: "Look at it before the release is announced."
			})),
			outputs: () => ({
				version: decision.version,
				tag,
				"previous-tag": previous?.tag ?? "",
				bump: decision.bump,
				sha: commit,
				created: made !== null,
				prerelease: decision.prerelease,
				notes,
				"release-url": release.seen()?.url ?? "",
				"release-id": release.seen()?.id ?? ""
			}),
			report: () => reportDecision(decision, notes, {
				url: place.url,
				releaseUrl: release.seen()?.url ?? null
			})
		};
	}
});
export { action_default as default };
