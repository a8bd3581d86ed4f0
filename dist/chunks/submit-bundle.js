import { C as list, D as table, E as paragraph, P as UserError, S as link, g as Workspace, h as tokenInput, i as renderMarkdown, m as text, o as defineAction, v as code, x as heading } from "./core.js";
import { A as compare, C as signOffLine, J as fullName, K as listFiles, M as differing, N as branchHead, S as accountIdentity, X as parseRepository, Y as getRepository, Z as GitHub, b as readCommit, g as proposalBody, h as FollowedPull, p as declinedProposal, x as planFork, y as oneCommit } from "./github.js";
import { a as placeBundle, d as parseOpenShiftRange, f as catalogMode, l as readSubmission, m as BundleDirectory, n as githubCatalog, o as drawChannels, p as field, r as findingBlocks, s as validateBundle, t as readOperator, u as newestKubernetes } from "./read-catalog.js";
import { a as stringify } from "./yaml.js";
// packages/bundle/submit/read-bundle.ts
async function readLocalBundle(workspace, directory) {
	let what = "Input “bundle-dir”";
	let root = directory.replace(/\/+$/, "");
	let paths = await workspace.list(root, what);
	if (paths.length === 0) throw new UserError(`${what}: there is no file in “${directory}”.`, { advice: "Give the directory that gen-bundle wrote, which has manifests/ and metadata/." });
	let files = new Map();
	for (let path of paths) {
		let content = await workspace.read(path, what);
		content !== null && files.set(root === "." ? path : path.slice(root.length + 1), content);
	}
	let read = readSubmission(new BundleDirectory(root, files), "");
	let version = read?.bundle.version ?? "";
	if (read === null || read.bundle.name === "" || version === "") throw new UserError(`${what}: “${directory}” holds no bundle: ${read === null ? "there is no CSV in its manifests/ (NAME.clusterserviceversion.yaml)" : "its CSV has no name or no version"}.`, {
		file: read?.csv.path ?? root,
		advice: "Generate the bundle with gen-bundle, and give its directory."
	});
	return {
		directory: root,
		files,
		bundle: {
			...read.bundle,
			directory: segment(version, "spec.version of the CSV")
		}
	};
}
function segment(name, what) {
	if (/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(name)) return name;
	throw new UserError(`${what}: “${name}” cannot be the name of a directory.`, { advice: "Letters, digits, “.”, “-”, “_” and “+” only." });
}
// packages/bundle/submit/report.ts
function reportSubmission({ bundle, catalog, target, findings, refusal, outcome }) {
	let { state, pull } = outcome();
	let { mode, fileBased } = catalogMode(catalog.ci);
	let graph = fileBased ? [] : drawChannels(bundle, catalog.bundles, mode);
	return [
		...refusal === void 0 ? [] : [paragraph("❌ ", refusal.message), paragraph(refusal.advice ?? "")],
		pull === null ? paragraph(refusal === void 0 ? "To be proposed: " : "Not proposed: ", code(target)) : paragraph(link(`#${pull.number} ${pull.title}`, pull.url), ` is ${state}: `, code(target)),
		...state === "closed" ? [paragraph("A person closed it; it stays closed for as long as the same is proposed.")] : [],
		...findingBlocks(findings),
		...graph
	];
}
function releaseConfig(bundle, catalog) {
	let mapping = field(field(catalog.ci, "fbc"), "catalog_mapping");
	let templates = Array.isArray(mapping) ? mapping : [];
	if (templates.length === 0) throw new UserError(`ci.yaml of ${catalog.operator} asks for a file-based catalog and maps no template.`, { advice: "Add “fbc.catalog_mapping” to ci.yaml in the catalog, or put a release-config.yaml into the bundle." });
	let place = placeBundle(bundle, catalog);
	let replaces = bundle.replaces ?? place.replaces;
	let skips = bundle.skips.length > 0 ? bundle.skips : place.skips;
	let { defaultChannel, skipRange, channels } = bundle;
	let entries = templates.map((template) => {
		let template_name = String(field(template, "template_name"));
		if (field(template, "type") === "olm.semver") return {
			template_name,
			channels: semverChannels(channels, template_name)
		};
		return {
			template_name,
			channels: [...channels],
			...defaultChannel !== null && channels.includes(defaultChannel) && { defaultChannel },
			...replaces !== null && { replaces },
			...skips.length > 0 && { skips: [...skips] },
			...skipRange !== null && { skipRange }
		};
	});
	return Buffer.from(`---\n${stringify({ catalog_templates: entries }, {
		lineWidth: 0,
		aliasDuplicateObjects: !1
	})}`);
}
function semverChannels(channels, template) {
	let found = channels.map((channel) => {
		let kind = [
			"Candidate",
			"Fast",
			"Stable"
		].find((one) => channel.toLowerCase().startsWith(one.toLowerCase()));
		if (kind !== void 0) return kind;
		throw new UserError(`Template ${template} orders by version and has the channels Candidate, Fast and Stable only; the bundle is for “${channel}”.`, { advice: "Name the channel so that it begins with one of them, or put a release-config.yaml into the bundle." });
	});
	return [...new Set(found)];
}
// packages/bundle/submit/text.ts
function submissionTitle(operator, bundle) {
	return `operator ${operator} (${bundle.directory})`;
}
const LONGEST_BODY = 6e4;
function submissionBody({ introduction, ...told }) {
	let parts = [introduction.trim(), renderMarkdown(summary(told)).trim()].filter((part) => part !== "");
	let graph = renderMarkdown(graphBlocks(told)).trim();
	let whole = [...parts, graph].join("\n\n");
	return `${whole.length <= LONGEST_BODY ? whole : parts.join("\n\n").slice(0, LONGEST_BODY)}\n`;
}
function summary({ bundle, findings }) {
	let { name, channels, replaces, skips, openshiftVersions } = bundle;
	let rows = [
		["Bundle", name],
		["Channels", channels.join(", ")],
		["Replaces", replaces ?? "–"],
		...skips.length > 0 ? [["Skips", skips.join(", ")]] : [],
		...openshiftVersions === null ? [] : [["OpenShift", openshiftVersions]]
	];
	let warnings = findings.filter(({ severity, rule }) => severity === "warning" && rule !== "catalog/check-using-fbc");
	return [
		table(["", ""], rows.map(([what, value]) => [what, code(value)])),
		heading("Checks"),
		paragraph("The rules of ", code("operator-sdk bundle validate"), " (suite operatorframework) and the static checks of the catalog: no errors."),
		...warnings.length === 0 ? [] : [list(warnings.map(({ message }) => message))]
	];
}
function graphBlocks({ bundle, catalog }) {
	let { mode, fileBased } = catalogMode(catalog.ci);
	if (fileBased) return [];
	return [heading("Update graph"), ...drawChannels(bundle, catalog.bundles, mode)];
}
// packages/bundle/submit/submission.ts
async function planSubmission(github, request) {
	let { repository, bundle: local } = request;
	let { bundle } = local;
	let operator = segment(request.operator === "" ? bundle.package : request.operator, request.operator === "" ? "The package in metadata/annotations.yaml" : "Input “operator-name”");
	let upstream = await getRepository(github, repository);
	let base = request.base === "" ? upstream.defaultBranch : request.base;
	let home = await homeOf(github, upstream, request.forkOwner);
	let branch = `${operator}-${bundle.directory}`;
	let target = `operators/${operator}/${bundle.directory}`;
	let baseHead = await branchHead(github, repository, base);
	if (baseHead === null) throw new UserError(`Input “base”: ${fullName(repository)} has no branch “${base}”.`, { advice: "Leave it out for the default branch." });
	let [catalog, pull, inBase] = await Promise.all([
		readOperator(await githubCatalog(github, repository, base), operator),
		FollowedPull.find(github, {
			repository,
			base,
			headOwner: home.owner,
			branch
		}),
		listFiles(github, repository, baseHead, `operators/${operator}`)
	]);
	let files = filesOf(local, target, catalog);
	let told = {
		operator,
		bundle,
		catalog,
		target
	};
	let former = pull.seen;
	let published = [...inBase.keys()].filter((path) => path.startsWith(`${target}/`));
	if (published.length > 0) {
		checkPublished(files, inBase, published, bundle.name, fullName(repository));
		return {
			...told,
			findings: [],
			...settled(former?.state === "merged" ? former : null)
		};
	}
	let findings = validateBundle(withoutPrefix(files, target), {
		directory: local.directory,
		catalog,
		version: bundle.directory,
		kubernetes: newestKubernetes(parseOpenShiftRange(bundle.openshiftVersions ?? ""))
	});
	let errors = findings.filter(({ severity }) => severity === "error");
	if (errors.length > 0) return {
		...told,
		findings,
		...settled(former),
		refusal: refused(errors, fullName(repository))
	};
	let author = request.author ?? await accountIdentity(github);
	let message = `${submissionTitle(operator, bundle)}\n\n${signOffLine(author)}`;
	let head = await branchHead(github, home, branch);
	let isCurrent = head !== null && await standsAsWanted(github, {
		home,
		repository,
		baseHead,
		branch,
		head,
		operator,
		message,
		author,
		files,
		inBase,
		target
	});
	if (isCurrent && former?.state === "closed" && former.head === head) return {
		...told,
		findings: [...findings, declinedProposal(former, branch)],
		...settled(former)
	};
	if (isCurrent && former?.state === "open") return {
		...told,
		findings,
		...settled(former)
	};
	head !== null && !isCurrent && await checkForeign(github, {
		home,
		repository,
		baseHead,
		head,
		branch,
		former
	});
	let reason = `to publish ${bundle.name}`;
	let newest = head;
	let wanted = {
		branch,
		home,
		repository,
		base,
		parent: baseHead,
		files,
		directory: `operators/${operator}/${bundle.directory}`,
		message,
		author
	};
	let commit = isCurrent ? null : await oneCommit(github, wanted, reason, (seen) => newest = seen);
	let text = {
		title: request.title === "" ? submissionTitle(operator, bundle) : request.title,
		body: submissionBody({
			...told,
			findings,
			introduction: request.introduction
		})
	};
	let opened = former?.state === "open" ? pull.retitle({
		...text,
		title: request.title === "" ? former.title : text.title
	}, reason) : pull.open({
		...text,
		draft: !1
	}, reason);
	return {
		...told,
		findings,
		changes: [commit, opened].filter((change) => change !== null),
		outcome: () => {
			let seen = pull.seen;
			if (seen === null || former !== null && former.state !== "open" && seen.number === former.number) return {
				state: "none",
				pull: null,
				commit: null
			};
			return {
				state: seen.state,
				pull: seen,
				commit: seen.mergeCommit ?? newest ?? seen.head
			};
		}
	};
}
function settled(pull) {
	return {
		changes: [],
		outcome: () => ({
			state: pull?.state ?? "none",
			pull,
			commit: pull?.mergeCommit ?? pull?.head ?? null
		})
	};
}
async function homeOf(github, upstream, forkOwner) {
	let repository = {
		owner: upstream.owner,
		repo: upstream.repo
	};
	if (forkOwner !== "" && forkOwner.toLowerCase() !== upstream.owner.toLowerCase()) {
		let { fork, change } = await planFork(github, repository, forkOwner, "to submit a bundle");
		if (change !== null) throw new UserError(`Input “fork-owner”: “${forkOwner}” has no fork of ${fullName(repository)}.`, { advice: `Fork it once (${upstream.url}/fork), with an account that reviewers of ci.yaml know.` });
		if ((await getRepository(github, fork)).mayPush === !1) throw mayNotPush(fork, "contents: write");
		return fork;
	}
	if (upstream.mayPush === !1) throw mayNotPush(repository, "contents: write”, and usually of a fork with “fork-owner");
	return repository;
}
function mayNotPush(repository, needs) {
	return new UserError(`The token may not push to ${fullName(repository)}.`, { advice: `Give a token with “${needs}” there; the default token of a workflow is for its own repository only.` });
}
function filesOf(local, target, catalog) {
	let files = new Map([...local.files].map(([path, content]) => [`${target}/${path}`, content]));
	catalogMode(catalog.ci).fileBased && !local.files.has("release-config.yaml") && !local.files.has("release-config.yml") && files.set(`${target}/release-config.yaml`, releaseConfig(local.bundle, catalog));
	return files;
}
function withoutPrefix(files, target) {
	return new Map([...files].flatMap(([path, content]) => content === null ? [] : [[path.slice(target.length + 1), content]]));
}
function checkPublished(files, inBase, published, name, catalog) {
	let isConfig = (path) => /\/release-config\.ya?ml$/.test(path);
	let all = new Map([...published.map((path) => [path, null]), ...files].filter(([path]) => !isConfig(path)));
	let different = differing(all, inBase);
	let [first] = different;
	if (first === void 0) return;
	throw new UserError(`${name} is published in ${catalog} with other content: ${different.length === 1 ? first : `${first} and ${different.length - 1} more`}.`, { advice: "Published bundles are immutable. Release the change as a new version." });
}
function refused(errors, catalog) {
	let [first] = errors;
	return new UserError(`${catalog} would refuse the bundle: ${errors.length === 1 ? "1 error" : `${errors.length} errors`}, the first: ${first?.message ?? ""}`, {
		...first?.file !== void 0 && { file: first.file },
		...first?.line !== void 0 && { line: first.line },
		advice: first?.advice ?? "Correct them and run again."
	});
}
async function standsAsWanted(github, { operator, message, author, files, inBase, target, ...standing }) {
	let { home, head } = standing;
	let commit = await readCommit(github, home, head);
	if (commit.message.trim() !== message.trim() || commit.author.name !== author.name || commit.author.email !== author.email) return !1;
	let [compared, inBranch] = await Promise.all([comparison(github, standing), listFiles(github, home, head, `operators/${operator}`)]);
	if (compared?.aheadBy !== 1 || compared.commits[0]?.sha !== head) return !1;
	let expected = new Map([...inBase].map(([path, { blob }]) => [path, blob]));
	let others = [...inBranch].filter(([path]) => !path.startsWith(`${target}/`));
	let isOtherwiseEqual = others.length === expected.size && others.every(([path, { blob }]) => expected.get(path) === blob);
	let own = [...inBranch.keys()].filter((path) => path.startsWith(`${target}/`));
	return isOtherwiseEqual && own.length === files.size && differing(files, inBranch).length === 0;
}
function comparison(github, { home, repository, baseHead, branch }) {
	return compare(github, repository, baseHead, home.owner === repository.owner ? branch : `${home.owner}:${branch}`);
}
async function checkForeign(github, { former, ...standing }) {
	if (former?.state !== "open") return;
	let compared = await comparison(github, standing);
	if (compared === null || compared.aheadBy <= 1) return;
	throw new UserError(`Branch ${standing.branch} of ${fullName(standing.home)} has ${compared.aheadBy} commits; somebody pushed to ${former.url}.`, { advice: "The catalog takes one commit with one bundle. Bring the change into the bundle’s own repository, delete the branch, and run again." });
}
// actions/submit-bundle/action.ts
var action_default = defineAction({
	name: "submit-bundle",
	title: "Submit an OLM bundle to a catalog",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		"bundle-dir": text({
			description: "",
			default: "bundle"
		}),
		"operator-name": text({
			description: "",
			example: ""
		}),
		repository: text({
			description: "",
			default: "redhat-openshift-ecosystem/community-operators-prod"
		}),
		base: text({
			description: "",
			default: "main"
		}),
		"fork-owner": text({
			description: "",
			example: ""
		}),
		title: text({ description: "" }),
		"body-file": text({ description: "" }),
		"sign-off-name": text({ description: "" }),
		"sign-off-email": text({ description: "" }),
		token: tokenInput("a token of an account (not the default one) with `contents: write` on the fork and `pull-requests: write` on the catalog")
	},
	outputs: {
		"pull-request-number": "",
		"pull-request-url": "",
		state: "",
		sha: ""
	},
	async plan(inputs, { environment, workspace, log, signal }) {
		let files = new Workspace(workspace);
		let [name, email] = [inputs["sign-off-name"], inputs["sign-off-email"]];
		if (name === "" != (email === "")) throw new UserError("Inputs “sign-off-name” and “sign-off-email” belong together.", { advice: "Give both or none." });
		let submission = await planSubmission(new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (told) => log.info(told)
		}), {
			bundle: await readLocalBundle(files, inputs["bundle-dir"]),
			repository: parseRepository(inputs.repository, "Input “repository”"),
			base: inputs.base,
			operator: inputs["operator-name"],
			forkOwner: inputs["fork-owner"],
			title: inputs.title,
			introduction: await proposalBody(files, {
				body: "",
				file: inputs["body-file"]
			}),
			author: name === "" ? null : {
				name,
				email
			}
		});
		return {
			changes: submission.changes,
			findings: submission.findings,
			...submission.refusal !== void 0 && { refusal: submission.refusal },
			outputs() {
				let { state, pull, commit } = submission.outcome();
				return {
					"pull-request-number": pull?.number ?? "",
					"pull-request-url": pull?.url ?? "",
					state,
					sha: commit ?? ""
				};
			},
			report: () => reportSubmission(submission)
		};
	}
});
export { action_default as default };
