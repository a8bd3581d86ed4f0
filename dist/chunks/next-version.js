import { P as UserError } from "./core.js";
import { c as releaseOf, n as highest, o as parts, r as isPrerelease, t as compareVersions, u as versionOf } from "./version.js";
import { t as TagTemplate } from "./tag-template.js";
// node_modules/conventional-commits-parser/dist/regex.js
const nomatchRegex = /(?!.*)/;
function escape(string) {
	return string.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function joinOr(parts) {
	return parts.map((val) => typeof val == "string" ? escape(val.trim()) : val.source).filter(Boolean).join("|");
}
function getNotesRegex(noteKeywords, notesPattern) {
	if (!noteKeywords) return nomatchRegex;
	let noteKeywordsSelection = joinOr(noteKeywords);
	if (!notesPattern) return RegExp(`^(?:\\*\\s+)?(${noteKeywordsSelection}):\\s*(.*)`, "i");
	return notesPattern(noteKeywordsSelection);
}
function getReferencePartsRegex(issuePrefixes, issuePrefixesCaseSensitive) {
	if (!issuePrefixes) return nomatchRegex;
	let flags = issuePrefixesCaseSensitive ? "gy" : "giy";
	let repositoryChar = "[\\w-\\.\\/]";
	return RegExp(`.*?(?<!${repositoryChar})(?:(${repositoryChar}+)(?!${repositoryChar}))?(${joinOr(issuePrefixes)})((?=[\\w-]*\\d)[\\w-]+)(?=\\s|$|[,;.)\\]])`, flags);
}
function getReferencesRegex(referenceActions, separator = "") {
	if (!referenceActions) return /()(.+)/gi;
	let joinedKeywords = joinOr(referenceActions);
	let nextKeyword = `(?<!\\w)(?:${joinedKeywords})(?!\\w)`;
	return RegExp(`(?<!\\w)(${joinedKeywords})${separator}(?:\\s+(.*?))(?=${nextKeyword}|$)`, "gi");
}
function getFooterTokenRegex(issuePrefixes) {
	let issuePrefixSeparator = issuePrefixes ? `|\\s+(?:${joinOr(issuePrefixes)})` : "";
	return RegExp(`^(?:BREAKING CHANGE|[\\w-]+)(?::\\s+${issuePrefixSeparator}).+`, "i");
}
function getParserRegexes(options = {}) {
	return {
		notes: getNotesRegex(options.noteKeywords, options.notesPattern),
		referenceParts: getReferencePartsRegex(options.issuePrefixes, options.issuePrefixesCaseSensitive),
		references: getReferencesRegex(options.referenceActions),
		footerReferences: getReferencesRegex(options.referenceActions, ":?"),
		footerToken: getFooterTokenRegex(options.issuePrefixes),
		mentions: /@([\w-]+)/g,
		url: /\b(?:https?):\/\/(?:www\.)?([-a-zA-Z0-9@:%_+.~#?&//=])+\b/
	};
}
function trimNewLines(input) {
	let matches = input.match(/[^\r\n]/);
	if (typeof matches?.index != "number") return "";
	let firstIndex = matches.index;
	let lastIndex = input.length - 1;
	for (; input[lastIndex] === "\r" || input[lastIndex] === "\n";) lastIndex--;
	return input.substring(firstIndex, lastIndex + 1);
}
function appendLine(src, line) {
	return src ? `${src}\n${line || ""}` : line || "";
}
function getCommentFilter(char) {
	return char ? (line) => !line.startsWith(char) : () => !0;
}
function truncateToScissor(lines, commentChar) {
	let scissorIndex = lines.indexOf(`${commentChar} ------------------------ >8 ------------------------`);
	if (scissorIndex === -1) return lines;
	return lines.slice(0, scissorIndex);
}
function gpgFilter(line) {
	return !line.match(/^\s*gpg:/);
}
function assignMatchedCorrespondence(target, matches, correspondence) {
	let { groups } = matches;
	for (let i = 0, len = correspondence.length, key; i < len; i++) {
		key = correspondence[i];
		target[key] = (groups ? groups[key] : matches[i + 1]) || null;
	}
	return target;
}
// node_modules/conventional-commits-parser/dist/options.js
const defaultOptions = {
	noteKeywords: ["BREAKING CHANGE", "BREAKING-CHANGE"],
	issuePrefixes: ["#"],
	referenceActions: [
		"close",
		"closes",
		"closed",
		"fix",
		"fixes",
		"fixed",
		"resolve",
		"resolves",
		"resolved"
	],
	headerPattern: /^(\w*)(?:\(([\w$@.\-*/ ]*)\))?: (.*)$/,
	headerCorrespondence: [
		"type",
		"scope",
		"subject"
	],
	revertPattern: /^Revert\s"([\s\S]*)"\s*This reverts commit (\w*)\.?/,
	revertCorrespondence: ["header", "hash"],
	fieldPattern: /^-(?=.*\w)(.*?)-$/
};
// node_modules/conventional-commits-parser/dist/CommitParser.js
function createCommitObject(initialData = {}) {
	return {
		merge: null,
		revert: null,
		header: null,
		body: null,
		footer: null,
		notes: [],
		mentions: [],
		references: [],
		...initialData
	};
}
var CommitParser = class {
	options;
	regexes;
	lines = [];
	lineIndex = 0;
	commit = createCommitObject();
	constructor(options = {}) {
		this.options = {
			...defaultOptions,
			...options
		};
		this.regexes = getParserRegexes(this.options);
	}
	currentLine() {
		return this.lines[this.lineIndex];
	}
	nextLine() {
		return this.lines[this.lineIndex++];
	}
	isLineAvailable() {
		return this.lineIndex < this.lines.length;
	}
	parseReference(input, action) {
		let { regexes } = this;
		if (regexes.url.test(input)) return null;
		let matches = regexes.referenceParts.exec(input);
		if (!matches) return null;
		let [raw, repository = null, prefix, issue] = matches;
		let owner = null;
		if (repository) {
			let slashIndex = repository.indexOf("/");
			if (slashIndex !== -1) {
				owner = repository.slice(0, slashIndex);
				repository = repository.slice(slashIndex + 1);
			}
		}
		return {
			raw,
			action,
			owner,
			repository,
			prefix,
			issue
		};
	}
	parseReferences(input, isFooterToken = !1) {
		let { regexes } = this;
		let regex = isFooterToken ? regexes.footerReferences : regexes.references;
		let sentences = [];
		let lastIndex = 0;
		let matches;
		for (;;) {
			matches = regex.exec(input);
			if (!matches) break;
			sentences.push([null, input.slice(lastIndex, matches.index)], [matches[1] || null, matches[2] || ""]);
			lastIndex = regex.lastIndex;
		}
		sentences.push([null, input.slice(lastIndex)]);
		let references = [];
		let reference;
		for (let [action, sentence] of sentences) for (;;) {
			reference = this.parseReference(sentence, action);
			if (!reference) break;
			references.push(reference);
		}
		return references;
	}
	skipEmptyLines() {
		let line = this.currentLine();
		for (; line !== void 0 && !line.trim();) {
			this.nextLine();
			line = this.currentLine();
		}
	}
	parseMerge() {
		let { commit, options } = this;
		let correspondence = options.mergeCorrespondence || [];
		let merge = this.currentLine();
		let matches = merge && options.mergePattern ? merge.match(options.mergePattern) : null;
		if (matches) {
			this.nextLine();
			commit.merge = matches[0] || null;
			assignMatchedCorrespondence(commit, matches, correspondence);
			return !0;
		}
		return !1;
	}
	parseHeader(isMergeCommit) {
		isMergeCommit && this.skipEmptyLines();
		let { commit, options } = this;
		let correspondence = options.headerCorrespondence || [];
		let header = commit.header ?? this.nextLine();
		let matches = null;
		if (header) {
			options.breakingHeaderPattern && (matches = header.match(options.breakingHeaderPattern));
			!matches && options.headerPattern && (matches = header.match(options.headerPattern));
		}
		header && (commit.header = header);
		matches && assignMatchedCorrespondence(commit, matches, correspondence);
	}
	parseMeta() {
		let { options, commit } = this;
		if (!options.fieldPattern || !this.isLineAvailable()) return !1;
		let matches;
		let field = null;
		let parsed = !1;
		for (; this.isLineAvailable();) {
			matches = this.currentLine().match(options.fieldPattern);
			if (matches) {
				field = matches[1] || null;
				this.nextLine();
				continue;
			}
			if (field) {
				parsed = !0;
				commit[field] = appendLine(commit[field], this.currentLine());
				this.nextLine();
			} else break;
		}
		return parsed;
	}
	parseNotes() {
		let { regexes, commit } = this;
		if (!this.isLineAvailable()) return !1;
		let matches = this.currentLine().match(regexes.notes);
		let isFooterToken;
		if (matches) {
			let note = {
				title: matches[1],
				text: matches[2]
			};
			commit.notes.push(note);
			commit.footer = appendLine(commit.footer, this.currentLine());
			this.nextLine();
			for (; this.isLineAvailable();) {
				if (this.parseMeta()) return !0;
				if (this.parseNotes()) return !0;
				isFooterToken = regexes.footerToken.test(this.currentLine());
				commit.references.push(...this.parseReferences(this.currentLine(), isFooterToken));
				isFooterToken || (note.text = appendLine(note.text, this.currentLine()));
				commit.footer = appendLine(commit.footer, this.currentLine());
				this.nextLine();
				if (isFooterToken) break;
			}
			return !0;
		}
		return !1;
	}
	parseBodyAndFooter(isBody) {
		let { commit, regexes } = this;
		if (!this.isLineAvailable()) return isBody;
		let isFooterToken = regexes.footerToken.test(this.currentLine());
		let isStillBody = !isFooterToken && isBody;
		commit.references.push(...this.parseReferences(this.currentLine(), isFooterToken));
		isStillBody ? commit.body = appendLine(commit.body, this.currentLine()) : commit.footer = appendLine(commit.footer, this.currentLine());
		this.nextLine();
		return isStillBody;
	}
	parseBreakingHeader() {
		let { commit, options } = this;
		if (!options.breakingHeaderPattern || commit.notes.length || !commit.header) return;
		let matches = commit.header.match(options.breakingHeaderPattern);
		matches && commit.notes.push({
			title: "BREAKING CHANGE",
			text: matches[3]
		});
	}
	parseMentions(input) {
		let { commit, regexes } = this;
		let matches;
		for (;;) {
			matches = regexes.mentions.exec(input);
			if (!matches) break;
			commit.mentions.push(matches[1]);
		}
	}
	parseRevert(input) {
		let { commit, options } = this;
		let correspondence = options.revertCorrespondence || [];
		let matches = options.revertPattern ? input.match(options.revertPattern) : null;
		matches && (commit.revert = assignMatchedCorrespondence({}, matches, correspondence));
	}
	cleanupCommit() {
		let { commit } = this;
		commit.body &&= trimNewLines(commit.body);
		commit.footer &&= trimNewLines(commit.footer);
		commit.notes.forEach((note) => {
			note.text = trimNewLines(note.text);
		});
		let referencesSet = new Set();
		commit.references = commit.references.filter((reference) => {
			let uid = `${reference.action} ${reference.raw}`.toLocaleLowerCase();
			let ok = !referencesSet.has(uid);
			ok && referencesSet.add(uid);
			return ok;
		});
	}
	parse(input) {
		if (!input.trim()) throw TypeError("Expected a raw commit");
		let { commentChar } = this.options;
		let commentFilter = getCommentFilter(commentChar);
		let rawLines = trimNewLines(input).split(/\r?\n/);
		let lines = commentChar ? truncateToScissor(rawLines, commentChar).filter((line) => commentFilter(line) && gpgFilter(line)) : rawLines.filter((line) => gpgFilter(line));
		let commit = createCommitObject();
		this.lines = lines;
		this.lineIndex = 0;
		this.commit = commit;
		let isMergeCommit = this.parseMerge();
		this.parseHeader(isMergeCommit);
		commit.header && (commit.references = this.parseReferences(commit.header));
		let isBody = !0;
		for (; this.isLineAvailable();) {
			this.parseMeta();
			this.parseNotes() && (isBody = !1);
			this.parseBodyAndFooter(isBody) || (isBody = !1);
		}
		this.parseBreakingHeader();
		this.parseMentions(input);
		this.parseRevert(input);
		this.cleanupCommit();
		return commit;
	}
};
// packages/versions/commit-message.ts
const parser = new CommitParser({
	headerPattern: /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?!?: +(.*)$/,
	breakingHeaderPattern: /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?!: +(.*)$/,
	headerCorrespondence: [
		"type",
		"scope",
		"subject"
	],
	noteKeywords: ["BREAKING CHANGE", "BREAKING-CHANGE"],
	notesPattern: (keywords) => RegExp(`^(?:[*-] +)?(${keywords}): +(.*)`)
});
function readMessage(message) {
	let header = message.trimStart().split(/\r?\n/, 1)[0]?.trim() ?? "";
	let own = lineOf$1(message.trim() === "" ? null : parser.parse(message));
	let listed = squashed(message).map((line) => lineOf$1(parser.parse(line)));
	let spoken = own.type === null ? strongest(listed) ?? own : own;
	let pull = /\(#(\d{1,9})\)$/.exec(header)?.[1];
	return {
		type: spoken.type,
		scope: spoken.scope,
		subject: own.type === null ? header : own.subject,
		breaking: own.breaking ?? listed.find((line) => line.breaking !== null)?.breaking ?? null,
		reverts: revertsOf(header, message, own.type),
		pullRequest: pull === void 0 ? null : Number(pull)
	};
}
function lineOf$1(parsed) {
	return {
		type: parsed?.type?.toString().toLowerCase() ?? null,
		scope: parsed?.scope?.toString() || null,
		subject: parsed?.subject?.toString() ?? parsed?.header ?? "",
		breaking: parsed?.notes[0]?.text.trim() ?? null
	};
}
function squashed(message) {
	return message.split(/\r?\n/).flatMap((line) => /^\* (\S.*)$/.exec(line)?.[1] ?? []);
}
function strongest(lines) {
	return lines.find((line) => line.type === "feat") ?? lines.find((line) => line.type !== null);
}
function revertsOf(header, message, type) {
	let quoted = /^Revert "(.*)"(?: \(#\d+\))?$/.exec(header)?.[1];
	if (quoted === void 0 && type !== "revert") return [];
	let body = message.slice(message.indexOf("\n") + 1);
	let found = [
		...[...body.matchAll(/\bThis reverts commit ([0-9a-f]{7,64})\b/g)].map((match) => ({ sha: String(match[1]) })),
		...[...body.matchAll(/^Reverts \S*#(\d{1,9})\s*$/gm)].map((match) => ({ pullRequest: Number(match[1]) })),
		...[...body.matchAll(/^Refs?:? (.*)$/gm)].flatMap((match) => [...String(match[1]).matchAll(/\b[0-9a-f]{7,64}\b/g)].map(([sha]) => ({ sha })))
	];
	if (found.length > 0) return found;
	return [{ header: quoted ?? header.replace(/^[^:]*: +/, "") }];
}
// packages/versions/merged-by.ts
function withPullRequests(commits) {
	let known = new Map(commits.map((commit) => [commit.sha, commit]));
	let numbers = new Map();
	let seen = new Set();
	let firstParents = (tip) => {
		let chain = [];
		for (let at = known.get(tip); at !== void 0 && !seen.has(at.sha); at = known.get(at.parentShas?.[0] ?? "")) {
			seen.add(at.sha);
			chain.push(at);
		}
		return chain.reverse();
	};
	let assign = (start, number) => {
		let left = [start];
		for (let at = left.pop(); at !== void 0; at = left.pop()) {
			let commit = known.get(at);
			if (commit === void 0 || seen.has(at)) continue;
			seen.add(at);
			numbers.set(at, number);
			left.push(...commit.parentShas ?? []);
		}
	};
	let walk = (tip) => {
		for (let { message, parentShas = [] } of firstParents(tip)) {
			let number = /^Merge pull request #(\d{1,9}) from /.exec(message)?.[1];
			for (let merged of parentShas.slice(1)) number === void 0 ? walk(merged) : assign(merged, Number(number));
		}
	};
	walk(commits.at(-1)?.sha ?? "");
	return commits.map((commit) => ({
		...commit,
		pullRequest: commit.pullRequest ?? numbers.get(commit.sha) ?? null
	}));
}
// packages/versions/bump.ts
const RANK = {
	patch: 1,
	minor: 2,
	major: 3
};
function judgeCommits(commits, previous, breaksEarly = "minor") {
	let young = breaksEarly === "minor" && (previous === null || parts(previous).major === 0);
	let read = withPullRequests(commits.map((commit) => ({
		...commit,
		...messageOf(commit)
	})));
	let gone = cancelled(read);
	return read.map((commit) => {
		let without = gone.get(commit.sha);
		if (without !== void 0) return {
			...commit,
			bump: null,
			because: without
		};
		if (commit.parents > 1) return {
			...commit,
			bump: null,
			because: "merge"
		};
		return {
			...commit,
			...verdict(commit, young)
		};
	});
}
function strongestBump(commits) {
	let strongest = null;
	for (let { bump } of commits) bump !== null && (strongest === null || RANK[bump] > RANK[strongest]) && (strongest = bump);
	return strongest;
}
const messages = new WeakMap();
function messageOf(commit) {
	let message = messages.get(commit) ?? readMessage(commit.message);
	messages.set(commit, message);
	return message;
}
function verdict(commit, young) {
	if (commit.breaking !== null) return young ? {
		bump: "minor",
		because: "breaking, before 1.0.0"
	} : {
		bump: "major",
		because: "breaking"
	};
	if (commit.type === "feat") return {
		bump: "minor",
		because: "feat"
	};
	if (commit.type === null) return {
		bump: "patch",
		because: commit.reverts.length > 0 ? "revert" : "follows no convention"
	};
	return {
		bump: "patch",
		because: commit.type
	};
}
function cancelled(commits) {
	let gone = new Map();
	for (let [index, commit] of [...commits.entries()].reverse()) {
		if (commit.reverts.length === 0 || gone.has(commit.sha)) continue;
		let older = commits.slice(0, index);
		let targets = commit.reverts.map((reverted) => older.findLast((one) => !gone.has(one.sha) && names(reverted, one)));
		for (let target of targets) target !== void 0 && gone.set(target.sha, `reverted by ${commit.sha.slice(0, 7)}`);
		targets.every((target) => target !== void 0) && gone.set(commit.sha, "reverts unreleased work");
	}
	return gone;
}
function names(reverted, commit) {
	if ("sha" in reverted) return commit.sha.startsWith(reverted.sha);
	if ("pullRequest" in reverted) return commit.pullRequest === reverted.pullRequest;
	return commit.message.trimStart().split(/\r?\n/, 1)[0]?.trim() === reverted.header;
}
// packages/versions/release-line.ts
const LINE = /^(?:release[-/])?v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;
function lineOfBranch(branch) {
	let match = LINE.exec(branch);
	return match === null ? null : {
		major: Number(match[1]),
		minor: Number(match[2])
	};
}
function parseReleaseLine(text, what) {
	let line = lineOfBranch(text.trim());
	if (line !== null) return line;
	let near = /(\d{1,9})\.(\d{1,9})/.exec(text.slice(0, 100));
	throw new UserError(`${what}: “${text.trim()}” is no release line.`, { advice: near === null ? "Write MAJOR.MINOR, for example “1.4”, or its branch, for example “release-1.4”." : `Write “${Number(near[1])}.${Number(near[2])}”.` });
}
function lineOf(version) {
	let { major, minor } = parts(version);
	return {
		major,
		minor
	};
}
function compareLines(a, b) {
	return a.major - b.major || a.minor - b.minor;
}
function formatLine(line) {
	return `${line.major}.${line.minor}`;
}
var Tagged = class {
	versions;
	warnings;
	history;
	#request;
	constructor(tags, request, history) {
		let { template } = request;
		this.versions = tags.flatMap((tag) => template.parse(tag)?.version ?? []).sort((a, b) => compareVersions(b, a));
		let [newest] = this.versions;
		this.warnings = tags.flatMap((tag) => {
			let right = template.suggest(tag);
			let meant = right === null ? null : template.parse(right)?.version ?? null;
			let floats = /^\d+(?:\.\d+)?$/.test(tag.slice(template.prefix.length));
			let past = meant === null || newest !== void 0 && compareVersions(meant, newest) <= 0;
			return floats || past ? [] : [`Tag ${tag} is misspelt and does not count as a release; it should be ${right}.`];
		});
		this.#request = request;
		this.history = history;
	}
	has(version) {
		return this.versions.includes(version);
	}
	async newest(head, passes) {
		let { line } = this.#request;
		let eligible = this.versions.filter((version) => passes(version) && (line === null || compareLines(lineOf(version), line) <= 0));
		let misses = 0;
		let contained = async (version) => {
			let found = await this.#known(version);
			if (await this.history.contains(head, found.commit)) return found;
			misses += 1;
			if (misses === 40) throw elsewhere(head, found.tag);
			return null;
		};
		for (let group of byLine(eligible)) {
			let found = await (group.every((version) => !isPrerelease(version)) ? last : first)(group, contained);
			if (found !== null) return found;
		}
		return null;
	}
	async #known(version) {
		let tag = this.#request.template.format(version);
		return {
			version,
			tag,
			commit: await this.history.commitOf(tag)
		};
	}
};
async function first(versions, contained) {
	for (let version of versions) {
		let found = await contained(version);
		if (found !== null) return found;
	}
	return null;
}
async function last(versions, contained) {
	let [highest, lowest] = [versions[0], versions.at(-1)];
	if (highest === void 0 || lowest === void 0) return null;
	let top = await contained(highest);
	if (top !== null || versions.length === 1) return top;
	let best = await contained(lowest);
	if (best === null) return null;
	let [from, to] = [1, versions.length - 1];
	for (; from < to;) {
		let middle = Math.floor((from + to) / 2);
		let version = versions[middle];
		let found = version === void 0 ? null : await contained(version);
		found === null ? from = middle + 1 : [best, to] = [found, middle];
	}
	return best;
}
function byLine(versions) {
	let groups = [];
	for (let version of versions) {
		let group = groups.at(-1);
		let [previous] = group ?? [];
		group !== void 0 && previous !== void 0 && compareLines(lineOf(previous), lineOf(version)) === 0 ? group.push(version) : groups.push([version]);
	}
	return groups;
}
function elsewhere(head, tag) {
	return new UserError(`Commit ${head} contains none of the 40 newest releases (down to ${tag}).`, { advice: "If it belongs to an older line, name it: “release-line: 1.3”." });
}
// packages/versions/choose-version.ts
async function choose(request, tagged) {
	let { target: commit } = request;
	if (request.bump === "promote") return promote(request, tagged);
	let last = await tagged.newest(commit, (one) => !isPrerelease(one));
	if (request.version !== null) {
		let warnings = last?.commit === commit && last.version !== request.version && !isPrerelease(request.version) ? [`The commit is released as ${last.tag} already; ${request.version} brings nothing new.`] : [];
		return {
			version: request.version,
			commit,
			reasons: ["asked for"],
			warnings
		};
	}
	if (last?.commit === commit) return {
		version: last.version,
		commit,
		reasons: [`the commit is released as ${last.tag} already`],
		warnings: []
	};
	let candidate = await tagged.newest(commit, (one) => leadsBeyond(one, last?.version ?? null, request.prereleaseId));
	let candidates = request.bump === "prerelease";
	if (candidates && candidate?.commit === commit) return {
		version: candidate.version,
		commit,
		reasons: [`the commit is candidate ${candidate.tag} already`],
		warnings: []
	};
	let next = await nextRelease(request, tagged, last);
	let promised = candidate === null ? null : releaseOf(candidate.version);
	let floored = promised !== null && isUnnamed(request.bump) && compareVersions(promised, next.version) > 0;
	let version = floored ? promised : next.version;
	let reasons = floored ? [...next.reasons, `candidate ${candidate?.tag} announced ${promised}`] : next.reasons;
	if (!candidates) return {
		version,
		commit,
		reasons,
		warnings: next.warnings
	};
	let number = 1 + Math.max(0, ...tagged.versions.flatMap((one) => candidateNumber(one, version, request.prereleaseId)));
	let { major, minor, patch } = parts(version);
	return {
		version: versionOf(major, minor, patch, `${request.prereleaseId}.${number}`),
		commit,
		reasons,
		warnings: next.warnings
	};
}
async function nextRelease(request, tagged, last) {
	let { line, bump } = request;
	let named = isUnnamed(bump) ? null : bump;
	if (line !== null && (last === null || compareLines(lineOf(last.version), line) < 0)) {
		let version = versionOf(line.major, line.minor, 0);
		let other = named === null ? version : increase(last?.version ?? null, named);
		if (compareVersions(other, version) !== 0) throw outOfLine(request, other);
		return {
			version,
			reasons: [`first release of line ${formatLine(line)}`],
			warnings: []
		};
	}
	if (named !== null) {
		let version = increase(last?.version ?? null, named);
		if (line !== null && compareLines(lineOf(version), line) !== 0) throw outOfLine(request, version);
		return {
			version,
			reasons: [`${named} asked for, after ${last?.tag ?? "no release"}`],
			warnings: []
		};
	}
	if (last === null) return {
		version: versionOf(0, 1, 0),
		reasons: [`first release: no tag ${request.template.text} is reachable`],
		warnings: []
	};
	let judged = judgeCommits(await tagged.history.since(last.commit, request.target), last.version, request.breaksEarly);
	let asked = strongestBump(judged) ?? "patch";
	let cause = judged.find((one) => one.bump === asked);
	let because = cause === void 0 ? "nothing that counts is new" : `${cause.because}: ${cause.subject}`;
	if (line === null) return {
		version: increase(last.version, asked),
		reasons: [`${asked} after ${last.tag}, because of ${because}`],
		warnings: []
	};
	return {
		version: increase(last.version, "patch"),
		reasons: [`next of line ${formatLine(line)} after ${last.tag}`],
		warnings: asked === "patch" ? [] : [`Line ${formatLine(line)} only takes patches, and a commit on it asks for ${asked} (${because}).`]
	};
}
async function promote(request, tagged) {
	let { version: asked, prereleaseId, line } = request;
	let found = highest(tagged.versions.filter((one) => candidateNumber(one, releaseOf(one), prereleaseId).length > 0 && (asked === null || releaseOf(one) === asked) && (line === null || compareLines(lineOf(one), line) === 0)));
	if (found === null) {
		let of = asked === null ? line === null ? "" : ` of line ${formatLine(line)}` : ` of ${asked}`;
		throw new UserError(`There is no candidate${of} to promote: no tag ${request.template.text.replace("{version}", `${asked ?? "X.Y.Z"}-${prereleaseId}.N`)}.`, { advice: "Make one with “bump: prerelease”, or give the right “version”, “prerelease-id” or “tag-prefix”." });
	}
	let tag = request.template.format(found);
	let commit = await tagged.history.commitOf(tag);
	if (!await tagged.history.contains(request.target, commit)) throw new UserError(`Candidate ${tag} (${commit}) is not part of the target ${request.target}.`, { advice: "Run on the branch that the candidate was made on, or give its commit as “target”." });
	return {
		version: releaseOf(found),
		commit,
		reasons: [`${tag} promoted, on the same commit`],
		warnings: []
	};
}
function isUnnamed(bump) {
	return bump === "auto" || bump === "prerelease" || bump === "promote";
}
function increase(version, bump) {
	let { major, minor, patch } = version === null ? {
		major: 0,
		minor: 0,
		patch: 0
	} : parts(version);
	if (bump === "major") return versionOf(major + 1, 0, 0);
	if (bump === "minor") return versionOf(major, minor + 1, 0);
	return versionOf(major, minor, patch + 1);
}
function candidateNumber(version, release, id) {
	let { prerelease } = parts(version);
	let [name, number] = prerelease;
	return prerelease.length === 2 && name === id && typeof number == "number" && releaseOf(version) === release ? [number] : [];
}
function leadsBeyond(version, last, id) {
	return candidateNumber(version, releaseOf(version), id).length > 0 && (last === null || compareVersions(releaseOf(version), last) > 0);
}
function outOfLine({ line }, version) {
	return new UserError(`Version ${version} is not of release line ${line === null ? "" : formatLine(line)}.`, { advice: "A release line only gets its own versions: leave “version” and “bump” to it, or release from another branch." });
}
// packages/versions/version-order.ts
async function checkOrder(request, tagged, version, commit, previous) {
	let { template, line } = request;
	if (line !== null && compareLines(lineOf(version), line) !== 0) throw outOfLine(request, version);
	let rivals = tagged.versions.filter((one) => !isPrerelease(one) || sameKind(one, version));
	let ahead = highest(rivals.filter((one) => compareLines(lineOf(one), lineOf(version)) === 0));
	if (ahead !== null && compareVersions(ahead, version) >= 0) throw new UserError(`Version ${version} is not higher than ${template.format(ahead)}, which is out already.`, { advice: `Line ${formatLine(lineOf(version))} goes on after ${ahead}. Give a higher “version” or another “bump”.` });
	let releases = tagged.versions.filter((one) => !isPrerelease(one));
	let newest = highest(releases);
	if (line === null && newest !== null && compareLines(lineOf(newest), lineOf(version)) > 0) throw new UserError(`Version ${version} falls behind ${template.format(newest)}, a newer release line.`, { advice: `If this is a release of the older line, say so: “release-line: ${formatLine(lineOf(version))}”.` });
	let next = releases.findLast((one) => compareLines(lineOf(one), lineOf(version)) > 0);
	if (next !== void 0) {
		let tag = template.format(next);
		if (await tagged.history.contains(commit, await tagged.history.commitOf(tag))) throw new UserError(`Commit ${commit} contains ${tag}; it cannot become ${version} of an older line.`, { advice: `Release from a branch that began before ${tag}, or release a version after it.` });
	}
	let before = highest(releases.filter((one) => compareLines(lineOf(one), lineOf(version)) === 0));
	if (before !== null && before !== previous) {
		let tag = template.format(before);
		throw new UserError(`Commit ${commit} does not contain ${tag} (${await tagged.history.commitOf(tag)}); ${version} would lose its changes.`, { advice: `Merge or pick what ${tag} has, or release from the branch of line ${formatLine(lineOf(version))}.` });
	}
}
function sameKind(a, b) {
	return isPrerelease(b) && parts(a).prerelease[0] === parts(b).prerelease[0];
}
// packages/versions/next-version.ts
async function decideVersion(request, history) {
	let tagged = new Tagged(await history.tags(request.template.prefix), request, history);
	tagged.versions.length === 0 && request.version === null && refuseOtherForm(request, await history.tags(""));
	let choice = await choose(request, tagged);
	let { version, commit } = choice;
	let tag = request.template.format(version);
	let exists = tagged.has(version);
	if (exists) {
		let found = await history.commitOf(tag);
		if (found !== commit) throw taken(tag, found, commit);
	}
	let previous = await tagged.newest(commit, (one) => !isPrerelease(one) && compareVersions(one, version) < 0);
	exists || await checkOrder(request, tagged, version, commit, previous?.version ?? null);
	let releases = tagged.versions.filter((one) => !isPrerelease(one));
	let above = (among) => !isPrerelease(version) && among.every((one) => compareVersions(one, version) <= 0);
	let { major, minor } = parts(version);
	let sameMajor = releases.filter((one) => parts(one).major === major);
	return {
		version,
		tag,
		commit,
		exists,
		previous,
		bump: request.bump === "promote" ? "promote" : isPrerelease(version) ? "prerelease" : difference(previous?.version ?? null, version),
		prerelease: isPrerelease(version),
		commits: judgeCommits(await history.since(previous?.commit ?? null, commit), previous?.version ?? null, request.breaksEarly),
		reasons: choice.reasons,
		warnings: [...tagged.warnings, ...choice.warnings],
		isHighest: above(releases),
		leads: {
			major: above(sameMajor),
			minor: above(sameMajor.filter((one) => parts(one).minor === minor))
		}
	};
}
const FORMS = [
	"v{version}",
	"{version}",
	"release-v{version}",
	"release-{version}"
];
function refuseOtherForm({ template }, tags) {
	if (template.prefix.includes("/")) return;
	for (let text of FORMS) {
		let form = new TagTemplate(text, "form");
		let released = tags.flatMap((tag) => form.parse(tag)?.version ?? []);
		let newest = highest(released);
		if (newest === null) continue;
		throw new UserError(`No tag is of the form “${template.text}”, but ${released.length === 1 ? "one is" : `${released.length} are`} of “${text}”, up to ${form.format(newest)}: this is not the first release.`, { advice: `Give “tag-prefix: '${text}'”; or, to begin a new form, the first “version” of it.` });
	}
}
function difference(from, to) {
	let [a, b] = [from === null ? {
		major: 0,
		minor: 0
	} : parts(from), parts(to)];
	return a.major === b.major ? a.minor === b.minor ? "patch" : "minor" : "major";
}
function taken(tag, found, wanted) {
	return new UserError(`Tag ${tag} exists on commit ${found}; this run would put it on ${wanted}.`, { advice: "A released version is never moved. Release the new commit under the next version, or run on the tagged commit." });
}
export { formatLine as a, parseReleaseLine as c, compareLines as i, judgeCommits as l, difference as n, lineOf as o, elsewhere as r, lineOfBranch as s, decideVersion as t };
