export const id = 899;

export const ids = [ 899 ];

export const modules = {
  9899: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      RW: () => Checkout,
      N6: () => TagTemplate,
      uG: () => checkoutTarget,
      bX: () => commitTime,
      lZ: () => compareLines,
      Zy: () => compareVersions,
      P_: () => decideBuild,
      vI: () => decideVersion,
      Kb: () => floatingTags,
      IL: () => formatLine,
      V1: () => isPrerelease,
      pA: () => isRefName,
      I: () => kindOf,
      cA: () => release_line_lineOf,
      s2: () => lineOfBranch,
      KR: () => markdownBlocks,
      wy: () => mentions,
      T5: () => occurrences,
      $M: () => parsePrereleaseId,
      BC: () => parseRelease,
      PC: () => parseReleaseLine,
      rT: () => parts,
      $t: () => placeOf,
      ZL: () => planUpdate,
      CC: () => problem,
      xk: () => pushFloatingTag,
      lj: () => pushTag,
      o$: () => readSource,
      $4: () => readVersion,
      ul: () => releaseBody,
      DP: () => reportDecision,
      vz: () => sourceOf,
      bM: () => suggestVersion,
      tn: () => templateFromPrefix,
      JI: () => versionColumn,
      E4: () => versionOf
    });
    var dist = __webpack_require__(4674);
    const parser = new dist.Jf({
      headerPattern: /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?!?: +(.*)$/,
      breakingHeaderPattern: /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?!: +(.*)$/,
      headerCorrespondence: [ "type", "scope", "subject" ],
      noteKeywords: [ "BREAKING CHANGE", "BREAKING-CHANGE" ],
      notesPattern: keywords => new RegExp(`^(?:[*-] +)?(${keywords}): +(.*)`)
    });
    function readMessage(message) {
      const header = message.trimStart().split(/\r?\n/, 1)[0]?.trim() ?? "";
      const parsed = message.trim() === "" ? null : parser.parse(message);
      const own = lineOf(parsed);
      const listed = squashed(message).map(line => lineOf(parser.parse(line)));
      const spoken = own.type === null ? strongest(listed) ?? own : own;
      const pull = /\(#(\d{1,9})\)$/.exec(header)?.[1];
      return {
        type: spoken.type,
        scope: spoken.scope,
        subject: own.type === null ? header : own.subject,
        breaking: own.breaking ?? listed.find(line => line.breaking !== null)?.breaking ?? null,
        reverts: revertsOf(header, message, own.type),
        pullRequest: pull === void 0 ? null : Number(pull)
      };
    }
    function lineOf(parsed) {
      const type = parsed?.["type"]?.toString().toLowerCase() ?? null;
      return {
        type: type,
        scope: parsed?.["scope"]?.toString() || null,
        subject: parsed?.["subject"]?.toString() ?? parsed?.header ?? "",
        breaking: parsed?.notes[0]?.text.trim() ?? null
      };
    }
    function squashed(message) {
      return message.split(/\r?\n/).flatMap(line => /^\* (\S.*)$/.exec(line)?.[1] ?? []);
    }
    function strongest(lines) {
      return lines.find(line => line.type === "feat") ?? lines.find(line => line.type !== null);
    }
    function revertsOf(header, message, type) {
      const quoted = /^Revert "(.*)"(?: \(#\d+\))?$/.exec(header)?.[1];
      if (quoted === void 0 && type !== "revert") return [];
      const body = message.slice(message.indexOf("\n") + 1);
      const found = [ ...[ ...body.matchAll(/\bThis reverts commit ([0-9a-f]{7,64})\b/g) ].map(match => ({
        sha: String(match[1])
      })), ...[ ...body.matchAll(/^Reverts \S*#(\d{1,9})\s*$/gm) ].map(match => ({
        pullRequest: Number(match[1])
      })), ...[ ...body.matchAll(/^Refs?:? (.*)$/gm) ].flatMap(match => [ ...String(match[1]).matchAll(/\b[0-9a-f]{7,64}\b/g) ].map(([sha]) => ({
        sha: sha
      }))) ];
      if (found.length > 0) return found;
      return [ {
        header: quoted ?? header.replace(/^[^:]*: +/, "")
      } ];
    }
    function withPullRequests(commits) {
      const known = new Map(commits.map(commit => [ commit.sha, commit ]));
      const numbers = new Map;
      const seen = new Set;
      const firstParents = tip => {
        const chain = [];
        for (let at = known.get(tip); at !== void 0 && !seen.has(at.sha); at = known.get(at.parentShas?.[0] ?? "")) {
          seen.add(at.sha);
          chain.push(at);
        }
        return chain.reverse();
      };
      const assign = (start, number) => {
        const left = [ start ];
        for (let at = left.pop(); at !== void 0; at = left.pop()) {
          const commit = known.get(at);
          if (commit === void 0 || seen.has(at)) continue;
          seen.add(at);
          numbers.set(at, number);
          left.push(...commit.parentShas ?? []);
        }
      };
      const walk = tip => {
        for (const {message: message, parentShas: parentShas = []} of firstParents(tip)) {
          const number = /^Merge pull request #(\d{1,9}) from /.exec(message)?.[1];
          for (const merged of parentShas.slice(1)) if (number === void 0) walk(merged); else assign(merged, Number(number));
        }
      };
      walk(commits.at(-1)?.sha ?? "");
      return commits.map(commit => ({
        ...commit,
        pullRequest: commit.pullRequest ?? numbers.get(commit.sha) ?? null
      }));
    }
    var semver = __webpack_require__(2088);
    var plan = __webpack_require__(1380);
    function isVersion(text) {
      return /^\d/.test(text) && text.trim() === text && semver.valid(text) !== null;
    }
    function readVersion(text) {
      return isVersion(text) ? text : null;
    }
    function versionOf(major, minor, patch, prerelease) {
      const text = `${major}.${minor}.${patch}${prerelease === void 0 ? "" : `-${prerelease}`}`;
      if (!isVersion(text)) throw new RangeError(`“${text}” is no version`);
      return text;
    }
    function parseVersion(text, what) {
      const given = text.trim();
      const read = readVersion(given.replace(/^v/, ""));
      if (read !== null) return read;
      const right = suggestVersion(given);
      throw new plan.yo(`${what}: “${given}” is not a semantic version: ${fault(given)}.`, {
        advice: right === null ? "Write MAJOR.MINOR.PATCH, for example “1.4.0” or “1.4.0-rc.1”." : `Write “${right}”.`
      });
    }
    function parseRelease(text, what) {
      const found = parseVersion(text, what);
      const {major: major, minor: minor, patch: patch, prerelease: prerelease, build: build} = parts(found);
      if (major + minor + patch === 0 || prerelease[0] === "dev") throw new plan.yo(`${what}: “${text.trim()}” stands for “not released yet”; it cannot be released.`, {
        advice: "Give the version of this release, for example “0.1.0”."
      });
      if (build.length > 0) throw new plan.yo(`${what}: “${text.trim()}” has build metadata (“+${build.join(".")}”).`, {
        advice: `Two releases that differ only there are the same version. Write “${found.replace(/\+.*$/, "")}”.`
      });
      return found;
    }
    function parsePrereleaseId(text, what) {
      if (/^[0-9A-Za-z-]*[A-Za-z-][0-9A-Za-z-]*$/.test(text)) return text;
      throw new plan.yo(`${what}: “${text}” cannot stand in “1.4.0-${text}.1”.`, {
        advice: "Write one word of letters, digits and “-”, for example “rc”."
      });
    }
    function suggestVersion(text) {
      const match = /^(?<lead>[vV=._\s-]*)(?<major>\d{1,9})(?:\.(?<minor>\d{1,9}))?(?:\.(?<patch>\d{1,9}))?(?:[-._]?(?<pre>[A-Za-z][0-9A-Za-z.-]*))?$/.exec(text.trim().slice(0, 100))?.groups;
      if (match === void 0) return null;
      const {lead: lead = "", major: major, minor: minor = "0", patch: patch = "0", pre: pre = ""} = match;
      if (/^[xX]$/.test(pre)) return null;
      const identifiers = pre.replace(/([A-Za-z])(?=\d+$)/, "$1.").split(".").map(part => /^\d+$/.test(part) ? String(Number(part)) : part).join(".");
      const candidate = `${[ major, minor, patch ].map(Number).join(".")}${pre === "" ? "" : `-${identifiers}`}`;
      const right = `${/v/i.test(lead) ? "v" : ""}${candidate}`;
      return readVersion(candidate) === null || right === text ? null : right;
    }
    function compareVersions(a, b) {
      return parsed(a).compare(parsed(b));
    }
    function highest(versions) {
      let best = null;
      for (const one of versions) if (best === null || compareVersions(one, best) > 0) best = one;
      return best;
    }
    function isPrerelease(of) {
      return parts(of).prerelease.length > 0;
    }
    function releaseOf(candidate) {
      const {major: major, minor: minor, patch: patch} = parts(candidate);
      return versionOf(major, minor, patch);
    }
    function parts(of) {
      return parsed(of);
    }
    const known = new Map;
    const MOST_KNOWN = 1e4;
    function parsed(of) {
      const found = known.get(of);
      if (found !== void 0) return found;
      const read = new semver.SemVer(of);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(of, read);
      return read;
    }
    function fault(given) {
      if (given === "") return "it is empty";
      if (given.length > 256) return "it is longer than 256 characters";
      if (/^[vV]?[vV.]/.test(given) && !/^v\d/.test(given)) return "its beginning is neither a number nor one “v”";
      const core = /^v?([\d.]+)/.exec(given)?.[1]?.replace(/\.$/, "").split(".");
      if (core === void 0) return "it does not begin with a number";
      if (core.length !== 3) return `it has ${core.length} number${core.length === 1 ? "" : "s"} where three are expected`;
      if (core.some(part => /^0\d/.test(part))) return "a number has a leading zero";
      return "what follows the three numbers is no pre-release (“-rc.1”)";
    }
    const RANK = {
      patch: 1,
      minor: 2,
      major: 3
    };
    function judgeCommits(commits, previous, breaksEarly = "minor") {
      const young = breaksEarly === "minor" && (previous === null || parts(previous).major === 0);
      const read = withPullRequests(commits.map(commit => ({
        ...commit,
        ...messageOf(commit)
      })));
      const gone = cancelled(read);
      return read.map(commit => {
        const without = gone.get(commit.sha);
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
      for (const {bump: bump} of commits) if (bump !== null && (strongest === null || RANK[bump] > RANK[strongest])) strongest = bump;
      return strongest;
    }
    const messages = new WeakMap;
    function messageOf(commit) {
      const message = messages.get(commit) ?? readMessage(commit.message);
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
      const gone = new Map;
      for (const [index, commit] of [ ...commits.entries() ].reverse()) {
        if (commit.reverts.length === 0 || gone.has(commit.sha)) continue;
        const older = commits.slice(0, index);
        const targets = commit.reverts.map(reverted => older.findLast(one => !gone.has(one.sha) && names(reverted, one)));
        for (const target of targets) if (target !== void 0) gone.set(target.sha, `reverted by ${commit.sha.slice(0, 7)}`);
        if (targets.every(target => target !== void 0)) gone.set(commit.sha, "reverts unreleased work");
      }
      return gone;
    }
    function names(reverted, commit) {
      if ("sha" in reverted) return commit.sha.startsWith(reverted.sha);
      if ("pullRequest" in reverted) return commit.pullRequest === reverted.pullRequest;
      return commit.message.trimStart().split(/\r?\n/, 1)[0]?.trim() === reverted.header;
    }
    var external_node_child_process_ = __webpack_require__(1421);
    var external_node_os_ = __webpack_require__(8161);
    const MISLEADING = new Set([ "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE" ]);
    const LONGEST_MS = 5 * 6e4;
    class Git {
      directory;
      #environment;
      #signal;
      constructor(directory, {environment: environment, signal: signal}) {
        this.directory = directory;
        this.#signal = signal;
        this.#environment = {
          ...Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value === void 0 || MISLEADING.has(name) ? [] : [ [ name, value ] ])),
          GIT_TERMINAL_PROMPT: "0",
          GIT_NO_REPLACE_OBJECTS: "1",
          LC_ALL: "C"
        };
      }
      run(args, input = "") {
        const env = args[0] === "push" ? this.#environment : {
          ...this.#environment,
          GIT_NO_LAZY_FETCH: "1"
        };
        const guarded = [ "-c", `core.hooksPath=${external_node_os_.devNull}`, "-c", "core.fsmonitor=false", ...args ];
        return new Promise((resolve, reject) => {
          const child = (0, external_node_child_process_.execFile)("git", guarded, {
            cwd: this.directory,
            env: env,
            maxBuffer: 1024 ** 3,
            timeout: LONGEST_MS,
            ...this.#signal !== void 0 && {
              signal: this.#signal
            }
          }, (error, stdout, stderr) => {
            if (error === null) return resolve({
              code: 0,
              stdout: stdout,
              stderr: withoutCredentials(stderr)
            });
            if (typeof error.code === "number") return resolve({
              code: error.code,
              stdout: stdout,
              stderr: withoutCredentials(stderr)
            });
            if (error.code === "ENOENT") return reject(new plan.yo("Input “path” needs git, and there is none on this machine.", {
              advice: "Install git, or leave “path” out: the API needs no git."
            }));
            if (error.killed === true) return reject(new plan._7(`git ${args[0]} did not end in time.`, {
              advice: "Run again."
            }));
            reject(error);
          });
          child.stdin?.on("error", () => {});
          child.stdin?.end(input);
        });
      }
      async read(args, input = "") {
        const {code: code, stdout: stdout, stderr: stderr} = await this.run(args, input);
        if (code === 0) return stdout;
        throw new plan.yo(`git ${args[0]} failed in ${this.directory}: ${lastLine(stderr)}.`, {
          advice: "Look at the checkout, or check the repository out again."
        });
      }
    }
    function lastLine(stderr) {
      const lines = stderr.split(/\r?\n/).filter(line => line.trim() !== "");
      const fatal = lines.find(line => /^(?:fatal|error): /.test(line)) ?? lines.at(-1) ?? "no reason given";
      return fatal.replace(/^(?:fatal|error): /, "").replace(/\.$/, "");
    }
    function withoutCredentials(text) {
      return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, "$1");
    }
    function readRefs(lines) {
      const tags = new Map;
      const branches = new Map;
      for (const [, object = "", kind, name = "", peeled] of lines.matchAll(/^([0-9a-f]{40,64})\trefs\/(heads|tags)\/(.+?)(\^\{\})?$/gm)) if (kind === "heads") branches.set(name, object); else if (peeled === void 0) tags.set(name, {
        object: object,
        commit: object
      }); else tags.set(name, {
        object: tags.get(name)?.object ?? object,
        commit: object
      });
      return {
        tags: tags,
        branches: branches
      };
    }
    function readCommit(record) {
      const [sha = "", parents = "", name = "", mail = "", ...message] = record.split("\n");
      const parentShas = parents.split(" ").filter(parent => parent !== "");
      const login = /^(?:\d+\+)?([\w-]+(?:\[bot\])?)@users\.noreply\.[\w.-]+$/.exec(mail)?.[1];
      return {
        sha: sha,
        message: message.join("\n").trimEnd(),
        parents: parentShas.length,
        parentShas: parentShas,
        authorName: name,
        ...login !== void 0 && {
          author: login
        }
      };
    }
    function pageOf(address) {
      const found = /^(?:https?:\/\/(?:[^@/\s]*@)?|ssh:\/\/(?:[^@/\s]*@)?|[^@/:\s]+@)([\w.-]+)(?::\d+)?[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address);
      return found === null ? null : `https://${found[1]}/${found[2]}`;
    }
    const REMOTE = "origin";
    const MOST_COMMITS = 100;
    class Checkout {
      git;
      head;
      branch;
      url;
      #tags;
      #branches;
      #ancestors=new Answers;
      #lists=new Answers;
      constructor(git, place, refs) {
        this.git = git;
        this.head = place.head;
        this.branch = place.branch;
        this.url = place.url;
        this.#tags = refs.tags;
        this.#branches = refs.branches;
      }
      static async open(directory, path, options) {
        const git = new Git(directory, options);
        const [place, address, refs] = await Promise.all([ git.run([ "rev-parse", "--is-shallow-repository", "HEAD^{commit}", "--symbolic-full-name", "HEAD" ]), git.run([ "config", "--get", `remote.${REMOTE}.url` ]), git.run([ "ls-remote", "--heads", "--tags", "--", REMOTE ]) ]);
        if (place.code !== 0) throw new plan.yo(`Input “path”: “${path}” is no git checkout with a commit: ${lastLine(place.stderr)}.`, {
          advice: "Check the repository out before this step, and give the path from the root of the workspace."
        });
        if (address.code !== 0) throw new plan.yo(`Input “path”: the checkout in “${path}” has no remote “${REMOTE}” to push a tag to.`, {
          advice: `Clone the repository, or add the remote: git remote add ${REMOTE} ADDRESS.`
        });
        if (refs.code !== 0) throw new plan.yo(`Input “path”: remote “${REMOTE}” of “${path}” does not answer: ${lastLine(refs.stderr)}.`, {
          advice: "Check its address and the credentials of the checkout (actions/checkout keeps them unless told not to)."
        });
        const [shallow, head = "", name = ""] = place.stdout.split("\n");
        if (shallow === "true") throw new plan.yo(`Input “path”: the checkout in “${path}” is shallow: which releases it contains cannot be told.`, {
          advice: "Check out with “fetch-depth: 0” (with “filter: tree:0” only commits are fetched), or leave “path” out: the API needs no checkout."
        });
        const branch = name.startsWith("refs/heads/") ? name.slice("refs/heads/".length) : null;
        return new Checkout(git, {
          head: head,
          branch: branch,
          url: pageOf(address.stdout.trim())
        }, readRefs(refs.stdout));
      }
      tags(prefix) {
        return Promise.resolve([ ...this.#tags.keys() ].filter(tag => tag.startsWith(prefix)));
      }
      commitOf(tag) {
        const found = this.#tags.get(tag);
        if (found === void 0) throw new RangeError(`the remote has no tag ${tag}`);
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
        if (head === commit) return true;
        const {code: code, stderr: stderr} = await this.git.run([ "merge-base", "--is-ancestor", commit, head ]);
        if (code <= 1) return code === 0;
        if (await this.has(commit)) throw new plan.yo(`git merge-base failed in ${this.git.directory}: ${lastLine(stderr)}.`);
        return false;
      }
      async has(commit) {
        return (await this.git.run([ "cat-file", "-e", `${commit}^{commit}` ])).code === 0;
      }
      async #since(ancestor, head) {
        const range = ancestor === null ? [ `--max-count=${MOST_COMMITS}`, head ] : [ `${ancestor}..${head}` ];
        const log = await this.git.read([ "log", "-z", "--no-show-signature", "--no-color", "--encoding=UTF-8", "--topo-order", "--reverse", "--format=%H%n%P%n%aN%n%aE%n%B", ...range, "--" ]);
        return log.split("\0").flatMap(record => record === "" ? [] : [ readCommit(record) ]);
      }
      async resolve(name, what) {
        const {code: code, stdout: stdout} = await this.git.run([ "rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}` ]);
        if (code === 0) return stdout.trim();
        throw new plan.yo(`${what}: the checkout has no commit, branch or tag “${name}”.`, {
          advice: "Check the spelling, and that it was fetched."
        });
      }
    }
    class Answers {
      #known=new Map;
      of(key, ask) {
        const answer = this.#known.get(key) ?? ask();
        this.#known.set(key, answer);
        return answer;
      }
    }
    async function commitTime(directory, options) {
      try {
        const {code: code, stdout: stdout} = await new Git(directory, options).run([ "show", "-s", "--format=%ct", "HEAD" ]);
        const seconds = Number(stdout.trim());
        return code === 0 && seconds > 0 ? `${new Date(seconds * 1e3).toISOString().slice(0, 19)}Z` : null;
      } catch (error) {
        if (error instanceof plan.yo) return null;
        throw error;
      }
    }
    const TAGGER = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";
    async function pushTag(checkout, wish, reason) {
      const {tag: tag, commit: commit, message: message} = wish;
      refuseBranch(checkout, tag);
      const local = await checkout.git.run([ "rev-parse", "--verify", "--quiet", `refs/tags/${tag}^{commit}` ]);
      const found = local.stdout.trim();
      if (local.code === 0 && found !== commit) throw new plan.yo(`Tag ${tag} of the checkout is on commit ${found}, not on ${commit}, and was never pushed.`, {
        advice: `If it is a leftover, remove it: git tag -d ${tag}.`
      });
      return {
        action: "create",
        subject: `tag ${tag} of ${REMOTE}`,
        before: null,
        after: commit,
        reason: reason,
        probe: async () => (await remoteTag(checkout, tag))?.commit ?? null,
        act: async () => {
          const seconds = (await checkout.git.read([ "log", "--max-count=1", "--no-show-signature", "--no-color", "--format=%ct", commit, "--" ])).trim();
          const lines = [ `object ${commit}`, "type commit", `tag ${tag}`, `tagger ${TAGGER} ${seconds} +0000`, "" ];
          const object = await checkout.git.read([ "mktag" ], `${lines.join("\n")}\n${message.trimEnd()}\n`);
          await publish(checkout, tag, {
            object: object.trim(),
            commit: commit
          }, null);
        }
      };
    }
    function pushFloatingTag(checkout, tag, commit, reason) {
      const before = checkout.remoteTag(tag);
      if (before?.commit === commit) return null;
      refuseBranch(checkout, tag);
      return {
        action: before === null ? "create" : "move",
        subject: `tag ${tag} of ${REMOTE}`,
        before: before?.commit ?? null,
        after: commit,
        reason: reason,
        probe: async () => (await remoteTag(checkout, tag))?.commit ?? null,
        act: () => publish(checkout, tag, {
          object: commit,
          commit: commit
        }, before)
      };
    }
    async function publish(checkout, tag, to, before) {
      const ref = `refs/tags/${tag}`;
      await checkout.git.read([ "update-ref", "--", ref, to.object ]);
      const {code: code, stderr: stderr} = await checkout.git.run([ "push", "--quiet", "--no-verify", "--no-follow-tags", "--recurse-submodules=no", `--force-with-lease=${ref}:${before?.object ?? ""}`, "--", REMOTE, `${to.object}:${ref}` ]);
      if (code === 0 || (await remoteTag(checkout, tag))?.commit === to.commit) return;
      throw refused(tag, stderr);
    }
    function refused(tag, stderr) {
      const reason = stderr.split(/\r?\n/).find(line => line.includes("[rejected]") || line.includes("[remote rejected]"));
      const said = (reason ?? lastLine(stderr)).trim().replace(/\s+/g, " ");
      if (/rule violations|protected|immutable|hook declined/i.test(stderr)) return new plan.yo(`The remote does not take tag ${tag}: ${said}.`, {
        advice: "Either a rule of the repository restricts it, or an immutable release had this tag once: such a name is burnt for ever, even after the release was deleted. Take the next version."
      });
      if (/stale info|already exists|fetch first/i.test(stderr)) return new plan.yo(`Somebody else made or moved tag ${tag} meanwhile: ${said}.`, {
        advice: "Nothing was overwritten. Look at it and run again."
      });
      if (/denied|could not read (?:Username|Password)|authentication|not permitted|\b40[13]\b/i.test(stderr)) return new plan.yo(`The checkout may not push tag ${tag}: ${said}.`, {
        advice: "Give the job “contents: write”, and let actions/checkout keep its credentials."
      });
      return new plan._7(`Tag ${tag} could not be pushed: ${said}.`, {
        advice: "Nothing is lost: run again, and what was done is found done."
      });
    }
    async function remoteTag(checkout, tag) {
      const {code: code, stdout: stdout, stderr: stderr} = await checkout.git.run([ "ls-remote", "--", REMOTE, `refs/tags/${tag}`, `refs/tags/${tag}^{}` ]);
      if (code === 0) return readRefs(stdout).tags.get(tag) ?? null;
      throw new plan._7(`Remote “${REMOTE}” did not answer: ${lastLine(stderr)}.`, {
        advice: "Nothing is lost: run again, and what was done is found done."
      });
    }
    function refuseBranch(checkout, name) {
      if (checkout.remoteBranch(name) === null) return;
      throw new plan.yo(`Remote “${REMOTE}” has a branch “${name}”; a tag of that name would be ambiguous.`, {
        advice: `Rename the branch, for example to “release-${name.replace(/^v/, "")}”, or use another “tag-prefix” or “floating-tags”.`
      });
    }
    async function checkoutTarget(checkout, named, environment) {
      const {GITHUB_SHA: sha, GITHUB_REF: ref = "", GITHUB_REF_NAME: name, GITHUB_REF_TYPE: type} = environment;
      const isRun = checkout.head === sha;
      if (named === "" && isRun && ref.startsWith("refs/pull/")) throw new plan.yo("This run is for a pull request: its commit is a trial merge that no branch will have.", {
        advice: "Run on a push or by hand, or name the commit as “target”."
      });
      const target = named === "" ? checkout.head : await checkout.resolve(named, "Input “target”");
      const branch = checkout.branch ?? (isRun && type === "branch" && name !== void 0 ? name : null);
      if (branch === null) return {
        target: target,
        branch: branch
      };
      const pushed = checkout.remoteBranch(branch);
      if (pushed === null) throw new plan.yo(`Remote “${REMOTE}” has no branch ${branch}, which is checked out.`, {
        advice: `Push it first: git push ${REMOTE} ${branch}. A tag alone would keep commits that no branch has.`
      });
      const fetched = `refs/remotes/${REMOTE}/${branch}`;
      const head = pushed === target || await checkout.has(pushed) ? pushed : await checkout.resolve(fetched, `Branch ${branch}`);
      if (!await checkout.contains(head, target)) throw new plan.yo(`Commit ${target} is not on branch ${branch} of remote “${REMOTE}” (${head}).`, {
        advice: `Push it first, or check out the branch that has it: git fetch ${REMOTE}.`
      });
      return {
        target: target,
        branch: branch
      };
    }
    function floatingTags(decision, template, which) {
      if (which === "none") return [];
      if (template.text !== `${template.prefix}{version}`) throw new plan.yo(`Input “floating-tags”: tags of the form “${template.text}” have no floating ones.`, {
        advice: "Use it with a plain “tag-prefix”, for example “v”."
      });
      const {major: major, minor: minor} = parts(decision.version);
      return [ ...which !== "minor" && decision.leads.major ? [ `${template.prefix}${major}` ] : [], ...which !== "major" && decision.leads.minor ? [ `${template.prefix}${major}.${minor}` ] : [] ];
    }
    const LINE = /^(?:release[-/])?v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;
    function lineOfBranch(branch) {
      const match = LINE.exec(branch);
      return match === null ? null : {
        major: Number(match[1]),
        minor: Number(match[2])
      };
    }
    function parseReleaseLine(text, what) {
      const line = lineOfBranch(text.trim());
      if (line !== null) return line;
      const near = /(\d{1,9})\.(\d{1,9})/.exec(text.slice(0, 100));
      throw new plan.yo(`${what}: “${text.trim()}” is no release line.`, {
        advice: near === null ? "Write MAJOR.MINOR, for example “1.4”, or its branch, for example “release-1.4”." : `Write “${Number(near[1])}.${Number(near[2])}”.`
      });
    }
    function release_line_lineOf(version) {
      const {major: major, minor: minor} = parts(version);
      return {
        major: major,
        minor: minor
      };
    }
    function compareLines(a, b) {
      return a.major - b.major || a.minor - b.minor;
    }
    function formatLine(line) {
      return `${line.major}.${line.minor}`;
    }
    const MOST_MISSES = 40;
    class Tagged {
      versions;
      warnings;
      history;
      #request;
      constructor(tags, request, history) {
        const {template: template} = request;
        this.versions = tags.flatMap(tag => template.parse(tag)?.version ?? []).sort((a, b) => compareVersions(b, a));
        const [newest] = this.versions;
        this.warnings = tags.flatMap(tag => {
          const right = template.suggest(tag);
          const meant = right === null ? null : template.parse(right)?.version ?? null;
          const floats = /^\d+(?:\.\d+)?$/.test(tag.slice(template.prefix.length));
          const past = meant === null || newest !== void 0 && compareVersions(meant, newest) <= 0;
          return floats || past ? [] : [ `Tag ${tag} is misspelt and does not count as a release; it should be ${right}.` ];
        });
        this.#request = request;
        this.history = history;
      }
      has(version) {
        return this.versions.includes(version);
      }
      async newest(head, passes) {
        const {line: line} = this.#request;
        const eligible = this.versions.filter(version => passes(version) && (line === null || compareLines(release_line_lineOf(version), line) <= 0));
        let misses = 0;
        const contained = async version => {
          const found = await this.#known(version);
          if (await this.history.contains(head, found.commit)) return found;
          misses += 1;
          if (misses === MOST_MISSES) throw elsewhere(head, found.tag);
          return null;
        };
        for (const group of byLine(eligible)) {
          const found = await (group.every(version => !isPrerelease(version)) ? last : first)(group, contained);
          if (found !== null) return found;
        }
        return null;
      }
      async #known(version) {
        const tag = this.#request.template.format(version);
        return {
          version: version,
          tag: tag,
          commit: await this.history.commitOf(tag)
        };
      }
    }
    async function first(versions, contained) {
      for (const version of versions) {
        const found = await contained(version);
        if (found !== null) return found;
      }
      return null;
    }
    async function last(versions, contained) {
      const [highest, lowest] = [ versions[0], versions.at(-1) ];
      if (highest === void 0 || lowest === void 0) return null;
      const top = await contained(highest);
      if (top !== null || versions.length === 1) return top;
      let best = await contained(lowest);
      if (best === null) return null;
      let [from, to] = [ 1, versions.length - 1 ];
      while (from < to) {
        const middle = Math.floor((from + to) / 2);
        const version = versions[middle];
        const found = version === void 0 ? null : await contained(version);
        if (found === null) from = middle + 1; else [best, to] = [ found, middle ];
      }
      return best;
    }
    function byLine(versions) {
      const groups = [];
      for (const version of versions) {
        const group = groups.at(-1);
        const [previous] = group ?? [];
        if (group !== void 0 && previous !== void 0 && compareLines(release_line_lineOf(previous), release_line_lineOf(version)) === 0) group.push(version); else groups.push([ version ]);
      }
      return groups;
    }
    function elsewhere(head, tag) {
      return new plan.yo(`Commit ${head} contains none of the ${MOST_MISSES} newest releases (down to ${tag}).`, {
        advice: "If it belongs to an older line, name it: “release-line: 1.3”."
      });
    }
    async function choose(request, tagged) {
      const {target: commit} = request;
      if (request.bump === "promote") return promote(request, tagged);
      const last = await tagged.newest(commit, one => !isPrerelease(one));
      if (request.version !== null) {
        const again = last?.commit === commit && last.version !== request.version && !isPrerelease(request.version);
        const warnings = again ? [ `The commit is released as ${last.tag} already; ${request.version} brings nothing new.` ] : [];
        return {
          version: request.version,
          commit: commit,
          reasons: [ "asked for" ],
          warnings: warnings
        };
      }
      if (last?.commit === commit) return {
        version: last.version,
        commit: commit,
        reasons: [ `the commit is released as ${last.tag} already` ],
        warnings: []
      };
      const candidate = await tagged.newest(commit, one => leadsBeyond(one, last?.version ?? null, request.prereleaseId));
      const candidates = request.bump === "prerelease";
      if (candidates && candidate?.commit === commit) return {
        version: candidate.version,
        commit: commit,
        reasons: [ `the commit is candidate ${candidate.tag} already` ],
        warnings: []
      };
      const next = await nextRelease(request, tagged, last);
      const promised = candidate === null ? null : releaseOf(candidate.version);
      const floored = promised !== null && isUnnamed(request.bump) && compareVersions(promised, next.version) > 0;
      const version = floored ? promised : next.version;
      const reasons = floored ? [ ...next.reasons, `candidate ${candidate?.tag} announced ${promised}` ] : next.reasons;
      if (!candidates) return {
        version: version,
        commit: commit,
        reasons: reasons,
        warnings: next.warnings
      };
      const number = 1 + Math.max(0, ...tagged.versions.flatMap(one => candidateNumber(one, version, request.prereleaseId)));
      const {major: major, minor: minor, patch: patch} = parts(version);
      const numbered = versionOf(major, minor, patch, `${request.prereleaseId}.${number}`);
      return {
        version: numbered,
        commit: commit,
        reasons: reasons,
        warnings: next.warnings
      };
    }
    async function nextRelease(request, tagged, last) {
      const {line: line, bump: bump} = request;
      const named = isUnnamed(bump) ? null : bump;
      if (line !== null && (last === null || compareLines(release_line_lineOf(last.version), line) < 0)) {
        const version = versionOf(line.major, line.minor, 0);
        const other = named === null ? version : increase(last?.version ?? null, named);
        if (compareVersions(other, version) !== 0) throw outOfLine(request, other);
        return {
          version: version,
          reasons: [ `first release of line ${formatLine(line)}` ],
          warnings: []
        };
      }
      if (named !== null) {
        const version = increase(last?.version ?? null, named);
        if (line !== null && compareLines(release_line_lineOf(version), line) !== 0) throw outOfLine(request, version);
        return {
          version: version,
          reasons: [ `${named} asked for, after ${last?.tag ?? "no release"}` ],
          warnings: []
        };
      }
      if (last === null) return {
        version: versionOf(0, 1, 0),
        reasons: [ `first release: no tag ${request.template.text} is reachable` ],
        warnings: []
      };
      const judged = judgeCommits(await tagged.history.since(last.commit, request.target), last.version, request.breaksEarly);
      const asked = strongestBump(judged) ?? "patch";
      const cause = judged.find(one => one.bump === asked);
      const because = cause === void 0 ? "nothing that counts is new" : `${cause.because}: ${cause.subject}`;
      if (line === null) return {
        version: increase(last.version, asked),
        reasons: [ `${asked} after ${last.tag}, because of ${because}` ],
        warnings: []
      };
      return {
        version: increase(last.version, "patch"),
        reasons: [ `next of line ${formatLine(line)} after ${last.tag}` ],
        warnings: asked === "patch" ? [] : [ `Line ${formatLine(line)} only takes patches, and a commit on it asks for ${asked} (${because}).` ]
      };
    }
    async function promote(request, tagged) {
      const {version: asked, prereleaseId: prereleaseId, line: line} = request;
      const found = highest(tagged.versions.filter(one => candidateNumber(one, releaseOf(one), prereleaseId).length > 0 && (asked === null || releaseOf(one) === asked) && (line === null || compareLines(release_line_lineOf(one), line) === 0)));
      if (found === null) {
        const of = asked === null ? line === null ? "" : ` of line ${formatLine(line)}` : ` of ${asked}`;
        throw new plan.yo(`There is no candidate${of} to promote: no tag ${request.template.text.replace("{version}", `${asked ?? "X.Y.Z"}-${prereleaseId}.N`)}.`, {
          advice: "Make one with “bump: prerelease”, or give the right “version”, “prerelease-id” or “tag-prefix”."
        });
      }
      const tag = request.template.format(found);
      const commit = await tagged.history.commitOf(tag);
      if (!await tagged.history.contains(request.target, commit)) throw new plan.yo(`Candidate ${tag} (${commit}) is not part of the target ${request.target}.`, {
        advice: "Run on the branch that the candidate was made on, or give its commit as “target”."
      });
      return {
        version: releaseOf(found),
        commit: commit,
        reasons: [ `${tag} promoted, on the same commit` ],
        warnings: []
      };
    }
    function isUnnamed(bump) {
      return bump === "auto" || bump === "prerelease" || bump === "promote";
    }
    function increase(version, bump) {
      const {major: major, minor: minor, patch: patch} = version === null ? {
        major: 0,
        minor: 0,
        patch: 0
      } : parts(version);
      if (bump === "major") return versionOf(major + 1, 0, 0);
      if (bump === "minor") return versionOf(major, minor + 1, 0);
      return versionOf(major, minor, patch + 1);
    }
    function candidateNumber(version, release, id) {
      const {prerelease: prerelease} = parts(version);
      const [name, number] = prerelease;
      const fits = prerelease.length === 2 && name === id && typeof number === "number" && releaseOf(version) === release;
      return fits ? [ number ] : [];
    }
    function leadsBeyond(version, last, id) {
      const leads = candidateNumber(version, releaseOf(version), id).length > 0;
      return leads && (last === null || compareVersions(releaseOf(version), last) > 0);
    }
    function outOfLine({line: line}, version) {
      return new plan.yo(`Version ${version} is not of release line ${line === null ? "" : formatLine(line)}.`, {
        advice: "A release line only gets its own versions: leave “version” and “bump” to it, or release from another branch."
      });
    }
    class TagTemplate {
      text;
      #head;
      #middle;
      #tail;
      counts;
      constructor(text, what) {
        this.text = text;
        const pieces = text.split("{version}");
        const [head = "", rest = ""] = pieces;
        const [middle = "", ...tails] = rest.split("{n}");
        if (pieces.length !== 2 || tails.length > 1 || /[{}]/.test(head + middle + tails.join(""))) throw wrong(text, what, "it needs “{version}” exactly once and, after it, “{n}” at most once");
        this.#head = head;
        this.#middle = middle;
        this.#tail = tails[0] ?? "";
        this.counts = tails.length === 1;
        if (/\d$/.test(head) || /^[\d]/.test(middle) || /^\d/.test(this.#tail) || this.counts && !/\D$/.test(middle)) throw wrong(text, what, "a digit or nothing beside “{version}” or “{n}” makes it unreadable");
        if (!isRefName(this.format(versionOf(1, 2, 3), 1))) throw wrong(text, what, "git takes no such tag name");
      }
      format(version, build) {
        if (!this.counts) return `${this.#head}${version}${this.#middle}`;
        if (build === void 0) throw new RangeError(`template “${this.text}” needs the number of the build`);
        return `${this.#head}${version}${this.#middle}${build}${this.#tail}`;
      }
      parse(tag) {
        const end = this.counts ? this.#tail : this.#middle;
        if (!tag.startsWith(this.#head) || !tag.endsWith(end) || tag.length <= this.#head.length + end.length) return null;
        const inner = tag.slice(this.#head.length, tag.length - end.length);
        if (!this.counts) return read(inner, void 0);
        const build = /(?:0|[1-9]\d{0,8})$/.exec(inner)?.[0] ?? "";
        const before = inner.slice(0, inner.length - build.length);
        return build === "" || !before.endsWith(this.#middle) ? null : read(before.slice(0, before.length - this.#middle.length), Number(build));
      }
      get prefix() {
        return this.#head;
      }
      suggest(tag) {
        const end = this.counts ? null : this.#middle;
        if (end === null || this.parse(tag) !== null || !tag.startsWith(this.#head) || !tag.endsWith(end)) return null;
        const inner = tag.slice(this.#head.length, tag.length - end.length).replace(/^[vV]/, "");
        const version = readVersion(inner) ?? readVersion(suggestVersion(inner)?.replace(/^v/, "") ?? "");
        return version === null ? null : this.format(version);
      }
    }
    function templateFromPrefix(prefix, what) {
      return new TagTemplate(prefix.includes("{") ? prefix : `${prefix}{version}`, what);
    }
    function isRefName(name) {
      return name !== "" && name !== "@" && !name.startsWith("-") && !/[\s\p{Cc}~^:?*[\\]|\.\.|@\{|\.$/u.test(name) && name.split("/").every(part => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
    }
    function read(text, build) {
      const version = readVersion(text);
      return version === null ? null : {
        version: version,
        build: build
      };
    }
    function wrong(text, what, why) {
      return new plan.yo(`${what}: “${text}” is no tag template: ${why}.`, {
        advice: "Write for example “v{version}”, “sdk/v{version}” or “v{version}-odh-{n}”."
      });
    }
    async function checkOrder(request, tagged, version, commit, previous) {
      const {template: template, line: line} = request;
      if (line !== null && compareLines(release_line_lineOf(version), line) !== 0) throw outOfLine(request, version);
      const rivals = tagged.versions.filter(one => !isPrerelease(one) || sameKind(one, version));
      const ahead = highest(rivals.filter(one => compareLines(release_line_lineOf(one), release_line_lineOf(version)) === 0));
      if (ahead !== null && compareVersions(ahead, version) >= 0) throw new plan.yo(`Version ${version} is not higher than ${template.format(ahead)}, which is out already.`, {
        advice: `Line ${formatLine(release_line_lineOf(version))} goes on after ${ahead}. Give a higher “version” or another “bump”.`
      });
      const releases = tagged.versions.filter(one => !isPrerelease(one));
      const newest = highest(releases);
      if (line === null && newest !== null && compareLines(release_line_lineOf(newest), release_line_lineOf(version)) > 0) throw new plan.yo(`Version ${version} falls behind ${template.format(newest)}, a newer release line.`, {
        advice: `If this is a release of the older line, say so: “release-line: ${formatLine(release_line_lineOf(version))}”.`
      });
      const next = releases.findLast(one => compareLines(release_line_lineOf(one), release_line_lineOf(version)) > 0);
      if (next !== void 0) {
        const tag = template.format(next);
        if (await tagged.history.contains(commit, await tagged.history.commitOf(tag))) throw new plan.yo(`Commit ${commit} contains ${tag}; it cannot become ${version} of an older line.`, {
          advice: `Release from a branch that began before ${tag}, or release a version after it.`
        });
      }
      const before = highest(releases.filter(one => compareLines(release_line_lineOf(one), release_line_lineOf(version)) === 0));
      if (before !== null && before !== previous) {
        const tag = template.format(before);
        throw new plan.yo(`Commit ${commit} does not contain ${tag} (${await tagged.history.commitOf(tag)}); ${version} would lose its changes.`, {
          advice: `Merge or pick what ${tag} has, or release from the branch of line ${formatLine(release_line_lineOf(version))}.`
        });
      }
    }
    function sameKind(a, b) {
      return isPrerelease(b) && parts(a).prerelease[0] === parts(b).prerelease[0];
    }
    async function decideVersion(request, history) {
      const tagged = new Tagged(await history.tags(request.template.prefix), request, history);
      if (tagged.versions.length === 0 && request.version === null) refuseOtherForm(request, await history.tags(""));
      const choice = await choose(request, tagged);
      const {version: version, commit: commit} = choice;
      const tag = request.template.format(version);
      const exists = tagged.has(version);
      if (exists) {
        const found = await history.commitOf(tag);
        if (found !== commit) throw taken(tag, found, commit);
      }
      const previous = await tagged.newest(commit, one => !isPrerelease(one) && compareVersions(one, version) < 0);
      if (!exists) await checkOrder(request, tagged, version, commit, previous?.version ?? null);
      const releases = tagged.versions.filter(one => !isPrerelease(one));
      const above = among => !isPrerelease(version) && among.every(one => compareVersions(one, version) <= 0);
      const {major: major, minor: minor} = parts(version);
      const sameMajor = releases.filter(one => parts(one).major === major);
      return {
        version: version,
        tag: tag,
        commit: commit,
        exists: exists,
        previous: previous,
        bump: request.bump === "promote" ? "promote" : isPrerelease(version) ? "prerelease" : difference(previous?.version ?? null, version),
        prerelease: isPrerelease(version),
        commits: judgeCommits(await history.since(previous?.commit ?? null, commit), previous?.version ?? null, request.breaksEarly),
        reasons: choice.reasons,
        warnings: [ ...tagged.warnings, ...choice.warnings ],
        isHighest: above(releases),
        leads: {
          major: above(sameMajor),
          minor: above(sameMajor.filter(one => parts(one).minor === minor))
        }
      };
    }
    const FORMS = [ "v{version}", "{version}", "release-v{version}", "release-{version}" ];
    function refuseOtherForm({template: template}, tags) {
      if (template.prefix.includes("/")) return;
      for (const text of FORMS) {
        const form = new TagTemplate(text, "form");
        const released = tags.flatMap(tag => form.parse(tag)?.version ?? []);
        const newest = highest(released);
        if (newest === null) continue;
        throw new plan.yo(`No tag is of the form “${template.text}”, but ${released.length === 1 ? "one is" : `${released.length} are`} of “${text}”, up to ${form.format(newest)}: this is not the first release.`, {
          advice: `Give “tag-prefix: '${text}'”; or, to begin a new form, the first “version” of it.`
        });
      }
    }
    function difference(from, to) {
      const [a, b] = [ from === null ? {
        major: 0,
        minor: 0
      } : parts(from), parts(to) ];
      return a.major !== b.major ? "major" : a.minor !== b.minor ? "minor" : "patch";
    }
    function taken(tag, found, wanted) {
      return new plan.yo(`Tag ${tag} exists on commit ${found}; this run would put it on ${wanted}.`, {
        advice: "A released version is never moved. Release the new commit under the next version, or run on the tagged commit."
      });
    }
    async function decideBuild(request, history) {
      const {template: template, target: target, version: version, line: line} = request;
      if (version === null || request.bump !== "auto") throw new plan.yo(`Tags of the form “${template.text}” count the builds of a version, and none is given.`, {
        advice: "Give the “version” that is built, for example “1.2.0”, and no “bump”."
      });
      if (line !== null && compareLines(release_line_lineOf(version), line) !== 0) throw new plan.yo(`Version ${version} is not of release line ${formatLine(line)}.`, {
        advice: "Build it from the branch of its own line, or give the right “release-line”."
      });
      const builds = readBuilds(request, await history.tags(template.prefix));
      const ahead = builds.find(one => compareLines(release_line_lineOf(one.version), release_line_lineOf(version)) === 0 && compareVersions(one.version, version) > 0);
      const before = builds.filter(one => compareVersions(one.version, version) <= 0);
      const last = before[0]?.version === version ? before[0] : void 0;
      const own = await buildOn(target, before.filter(one => one.version === version), history);
      const exists = own !== null;
      const number = own?.number ?? (last?.number ?? 0) + 1;
      if (!exists && ahead !== void 0) throw new plan.yo(`Version ${version} is not higher than that of ${ahead.tag}, which is out already.`, {
        advice: `Line ${formatLine(release_line_lineOf(version))} goes on after ${ahead.version}. Give a higher “version”.`
      });
      const previous = await newest(target, own === null ? before : before.slice(before.indexOf(own) + 1), history);
      if (!exists && last !== void 0 && previous?.tag !== last.tag) throw new plan.yo(`Commit ${target} does not contain ${last.tag} (${await history.commitOf(last.tag)}); its next build would lose its changes.`, {
        advice: `Merge or pick what ${last.tag} has.`
      });
      const tag = template.format(version, number);
      const above = builds.every(one => compareVersions(one.version, version) <= 0);
      return {
        version: version,
        tag: tag,
        commit: target,
        exists: exists,
        previous: previous,
        bump: previous?.version === version ? "build" : difference(previous?.version ?? null, version),
        prerelease: isPrerelease(version),
        commits: judgeCommits(await history.since(previous?.commit ?? null, target), version),
        reasons: [ exists ? `the commit is ${tag} already` : `build ${number} of ${version}` ],
        warnings: [],
        isHighest: above && !isPrerelease(version),
        leads: {
          major: false,
          minor: false
        }
      };
    }
    function readBuilds({template: template}, tags) {
      return tags.flatMap(tag => {
        const read = template.parse(tag);
        return read?.build === void 0 ? [] : [ {
          version: read.version,
          number: read.build,
          tag: tag
        } ];
      }).sort((a, b) => compareVersions(b.version, a.version) || b.number - a.number);
    }
    async function buildOn(commit, builds, history) {
      for (const build of builds) if (await history.commitOf(build.tag) === commit) return build;
      return null;
    }
    async function newest(head, builds, history) {
      for (const [misses, {version: version, tag: tag}] of builds.entries()) {
        if (misses === MOST_MISSES) throw elsewhere(head, tag);
        const commit = await history.commitOf(tag);
        if (await history.contains(head, commit)) return {
          version: version,
          tag: tag,
          commit: commit
        };
      }
      return null;
    }
    const LONGEST_RELEASE_BODY = 125e3;
    const GROUPS = [ "Breaking changes", "Features", "Fixes", "Dependencies", "Other changes" ];
    function renderNotes(commits, place, newcomers = []) {
      const news = commits.filter(commit => commit.bump !== null);
      const sections = GROUPS.flatMap(group => {
        const lines = news.filter(commit => groupOf(commit) === group).map(commit => line(commit, place));
        return lines.length === 0 ? [] : [ `### ${group}\n\n${lines.join("\n")}\n` ];
      });
      const changes = sections.length === 0 ? [ "No changes.\n" ] : sections;
      const welcome = newcomers.map(({login: login, pullRequest: pullRequest}) => `- ${mention(login)} with ${pullLink(pullRequest, place)}`);
      const first = welcome.length === 0 ? [] : [ `### First contributions\n\n${welcome.join("\n")}\n` ];
      return [ ...changes, ...first, `${footer(place)}\n` ].join("\n");
    }
    function cutNotes(text, place, limit = LONGEST_RELEASE_BODY) {
      if (text.length <= limit) return text;
      const note = `\n\n*Cut here; the rest is in the full changelog.* ${footer(place)}\n`;
      const room = limit - note.length;
      const end = text.lastIndexOf("\n", room);
      return text.slice(0, end < 0 ? room : end) + note;
    }
    function footer({url: url, tag: tag, previousTag: previousTag}) {
      if (url === null) return `**Full changelog**: \`${previousTag === null ? tag : `${previousTag}...${tag}`}\``;
      return previousTag === null ? `**Full changelog**: ${url}/commits/${encodeURI(tag)}` : `**Full changelog**: ${url}/compare/${encodeURI(previousTag)}...${encodeURI(tag)}`;
    }
    function groupOf(commit) {
      if (commit.breaking !== null) return "Breaking changes";
      const robot = /^(?:dependabot|renovate)\b/.test(commit.author ?? "");
      if (robot || /^deps(?:-dev)?$/.test(commit.scope ?? "")) return "Dependencies";
      if (commit.type === "feat") return "Features";
      if (commit.type === "fix" || commit.type === "perf") return "Fixes";
      return "Other changes";
    }
    function line(commit, place) {
      const subject = plain(commit.subject.replace(/ \(#\d+\)$/, ""));
      const scope = commit.scope === null ? "" : `**${plain(commit.scope)}:** `;
      const origin = commit.pullRequest === null ? linked(commit.sha.slice(0, 7), place, `commit/${commit.sha}`) : pullLink(commit.pullRequest, place);
      const who = commit.author === void 0 ? plain(commit.authorName ?? "") : mention(commit.author);
      const author = who === "" ? "" : ` by ${who}`;
      const told = commit.breaking !== null && commit.breaking !== commit.subject ? explanation(commit.breaking) : "";
      return `- ${scope}${subject} (${origin})${author}${told}`;
    }
    function pullLink(number, place) {
      return linked(`#${number}`, place, `pull/${number}`);
    }
    function linked(text, {url: url}, path) {
      return url === null ? text : `[${text}](${url}/${path})`;
    }
    function mention(login) {
      return /^[\w-]+$/.test(login) ? `@${login}` : plain(login);
    }
    function explanation(text) {
      const paragraph = text.split(/\r?\n\s*\r?\n/, 1)[0] ?? "";
      return `\n  ${plain(paragraph.replace(/\s*\r?\n\s*/g, " "))}`;
    }
    function plain(text) {
      return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("@", "@​");
    }
    async function releaseBody(decision, url, source) {
      const place = {
        url: url,
        tag: decision.tag,
        previousTag: decision.previous?.tag ?? null
      };
      const text = async (path, input) => {
        const content = (await source.read(path, `Input “${input}”`))?.toString("utf8").trim() ?? "";
        if (content !== "") return `${content}\n`;
        throw new plan.yo(`Input “${input}”: there is no file “${path}” with text in it.`, {
          advice: "Give its path from the root of the checkout, and check the repository out before this step."
        });
      };
      const front = source.prepend === "" ? "" : `${await text(source.prepend, "notes-prepend-file")}\n`;
      if (source.notes !== "") return cutNotes(front + await text(source.notes, "notes-file"), place);
      const asks = decision.previous !== null && decision.commits.some(({pullRequest: pullRequest}) => pullRequest !== null);
      return cutNotes(front + renderNotes(decision.commits, place, asks ? await source.newcomers(decision) : []), place);
    }
    function reportDecision(decision, notes, {url: url, releaseUrl: releaseUrl}) {
      const {tag: tag, commit: commit, previous: previous, exists: exists, reasons: reasons, commits: commits} = decision;
      return [ (0, plan.FY)((0, plan.aY)(tag), exists ? " is there already, on commit " : " on commit ", report_linked(commit.slice(0, 12), url, `commit/${commit}`), previous === null ? ", the first release" : [ ", after ", (0, 
      plan.aY)(previous.tag) ], `: ${reasons.join("; ")}.`, ...releaseUrl === null ? [] : [ " ", (0, 
      plan.nf)("Release", releaseUrl) ]), ...decision.warnings.map(warning => (0, plan.FY)("⚠ ", warning)), ...commits.length === 0 ? [] : [ (0, 
      plan.zH)(commits.length === 1 ? "One commit, and what it asks for" : `${commits.length} commits, and what each asks for`, [ rows(commits, url) ]) ], (0, 
      plan.zH)("Notes", [ (0, plan.wD)(notes) ]) ];
    }
    function report_linked(text, url, path) {
      return url === null ? (0, plan.aY)(text) : (0, plan.nf)(text, `${url}/${path}`);
    }
    function rows(commits, url) {
      return (0, plan.tp)([ "commit", "what", "asks for", "because" ], commits.map(({sha: sha, message: message, bump: bump, because: because, pullRequest: pullRequest}) => [ report_linked(sha.slice(0, 7), url, `commit/${sha}`), [ message.trimStart().split(/\r?\n/, 1)[0]?.replace(/ \(#\d+\)$/, "") ?? "", ...pullRequest === null ? [] : [ " ", report_linked(`#${pullRequest}`, url, `pull/${pullRequest}`) ] ], bump ?? "nothing", because ]));
    }
    function placeOf(source, offset) {
      const before = source.text.slice(0, offset);
      const lineStart = before.lastIndexOf("\n") + 1;
      let line = 1;
      for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line += 1;
      const mark = lineStart === 0 && before.startsWith("\ufeff") ? 1 : 0;
      return {
        file: source.file,
        line: line,
        column: offset - lineStart - mark + 1
      };
    }
    function problem(source, offset, message, advice) {
      const place = placeOf(source, offset);
      return new plan.yo(`${place.file}:${place.line}:${place.column}: ${message}`, {
        ...place,
        advice: advice
      });
    }
    const quoted = text => `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
    function refuseLarge({file: file, text: text}, mebibytes, language) {
      if (text.length <= mebibytes * 1024 * 1024) return;
      throw new plan.yo(`${file}: ${text.length} characters of ${language} are too many; ${mebibytes} MiB can be read.`, {
        file: file,
        advice: "Name a smaller file, or find the version by the form “regex”."
      });
    }
    const literally = text => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    function* linesOf(text) {
      let start = 0;
      while (start < text.length) {
        const newline = text.indexOf("\n", start);
        const end = newline === -1 ? text.length : newline;
        yield {
          start: start,
          line: text.slice(start, end).replace(/\r$/, "")
        };
        start = end + 1;
      }
    }
    const HOST = "[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?";
    const SEGMENT = "[a-z0-9]+(?:[._-]+[a-z0-9]+)*";
    const IMAGE = new RegExp(`^((?:${HOST}/)?${SEGMENT}(?:/${SEGMENT})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}))?$`);
    function imageParts(text) {
      if (text.length > 512) return null;
      const [, repository, tag = null, digest = null] = IMAGE.exec(text) ?? [];
      return repository === void 0 ? null : {
        repository: repository,
        tag: tag,
        digest: digest
      };
    }
    function imageText({repository: repository, tag: tag, digest: digest}) {
      return `${repository}${tag === null ? "" : `:${tag}`}${digest === null ? "" : `@${digest}`}`;
    }
    function imageSpan(parts, start) {
      const whole = {
        start: start,
        end: start + imageText(parts).length
      };
      const image = {
        ...parts,
        written: {
          whole: whole
        }
      };
      if (parts.tag === null) return {
        ...whole,
        value: parts.digest ?? "",
        image: image
      };
      const tagStart = start + parts.repository.length + 1;
      return {
        start: tagStart,
        end: tagStart + parts.tag.length,
        value: parts.tag,
        image: image
      };
    }
    function valueSpan(text, {start: start, end: end}) {
      const [from, to] = unquoted(text, start, end);
      const value = text.slice(from, to);
      const image = value.includes("/") || value.includes("@") ? imageParts(value) : null;
      if (image !== null && (image.tag !== null || image.digest !== null)) return imageSpan(image, from);
      const query = /[?&](?:ref|version)=([^&\s#]*)/.exec(value);
      if (query !== null) {
        const refEnd = from + query.index + query[0].length;
        const ref = query[1] ?? "";
        return {
          start: refEnd - ref.length,
          end: refEnd,
          value: ref
        };
      }
      return {
        start: from,
        end: to,
        value: value
      };
    }
    function unquoted(text, start, end) {
      const quote = text[start];
      const quoted = end - start >= 2 && (quote === '"' || quote === "'" || quote === "`") && text[end - 1] === quote;
      return quoted ? [ start + 1, end - 1 ] : [ start, end ];
    }
    const goConst = {
      matches: "once",
      spelling: "kept",
      keyNames: "constant",
      find(source, key) {
        const code = without(source.text, /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/g, "/");
        const declaration = `^([ \\t]*(?:(?:const|var)[ \\t]+)?${literally(key)}(?:[ \\t]+\\w+)?[ \\t]*:?=[ \\t]*)("[^"\\\\\\n]*"|\`[^\`]*\`)[ \\t;)\\r]*$`;
        return assigned(source, code, new RegExp(declaration, "gm"));
      }
    };
    const pythonConst = {
      matches: "once",
      spelling: "bare",
      keyNames: "constant",
      find(source, key) {
        const tokens = /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
        const code = without(source.text, tokens, "#", '"""', "'''");
        const assignment = `^([ \\t]*${literally(key)}(?:[ \\t]*:[^=\\n]+)?[ \\t]*=[ \\t]*[uUrR]?)("[^"\\\\\\n]*"|'[^'\\\\\\n]*')[ \\t;\\r]*$`;
        return assigned(source, code, new RegExp(assignment, "gm"));
      }
    };
    function without(text, tokens, ...openings) {
      return text.replace(tokens, token => openings.some(opening => token.startsWith(opening)) ? token.replace(/[^\r\n]/g, " ") : token);
    }
    function assigned(source, code, pattern) {
      return [ ...code.matchAll(pattern) ].map(match => {
        const start = match.index + (match[1] ?? "").length;
        return valueSpan(source.text, {
          start: start,
          end: start + (match[2] ?? "").length
        });
      });
    }
    const dockerfile = {
      matches: "once",
      spelling: "kept",
      keyNames: "argument or image",
      find(source, key) {
        const argumentsFound = argumentsOf(source);
        const named = argumentsFound.filter(({name: name}) => name === key);
        if (named.length > 0) return named.map(({span: span}) => span);
        return imagesOf(source, key, new Map(argumentsFound.map(({name: name, written: written}) => [ name, written ])));
      }
    };
    function argumentsOf({text: text}) {
      return [ ...linesOf(text) ].flatMap(({start: start, line: line}) => {
        const instruction = /^\s*ARG\s+/i.exec(line);
        if (instruction === null) return [];
        const rest = line.slice(instruction[0].length);
        return [ ...rest.matchAll(/([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/g) ].map(match => {
          const [whole, name = "", value = ""] = match;
          const from = start + instruction[0].length + match.index + whole.length - value.length;
          const span = valueSpan(text, {
            start: from,
            end: from + value.length
          });
          return {
            name: name,
            written: value.replace(/^(["'])(.*)\1$/, "$2"),
            span: span
          };
        });
      });
    }
    function imagesOf({text: text}, key, args) {
      return [ ...linesOf(text) ].flatMap(({start: start, line: line}) => {
        const match = /^(\s*FROM\s+(?:--\S+\s+)*|\s*COPY\s+(?:--(?!from)\S+\s+)*--from=)(\S+)/i.exec(line);
        if (match === null) return [];
        const [, before = "", written = ""] = match;
        const from = start + before.length;
        const resolved = written.replace(/\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g, (whole, curly, standard, plain) => args.get(curly ?? plain ?? "") ?? standard ?? whole);
        const parts = imageParts(resolved);
        if (parts?.repository !== key || parts.tag === null && parts.digest === null) return [];
        if (resolved === written) return [ imageSpan(parts, from) ];
        const fixed = {
          because: `the tag is computed (“${written}”)`,
          advice: "Name the ARG that holds the version as the key."
        };
        return [ {
          start: from,
          end: from + written.length,
          value: parts.tag ?? parts.digest ?? "",
          fixed: fixed
        } ];
      });
    }
    const paramsEnv = {
      matches: "once",
      spelling: "kept",
      keyNames: "name",
      find({text: text}, key) {
        return [ ...linesOf(text) ].flatMap(({start: start, line: line}) => {
          const match = /^(\uFEFF?\s*(?:export\s+)?([^=#\s]+)\s*=\s*)(.*)$/.exec(line.trimEnd());
          if (match === null) return [];
          const [, before = "", name, value = ""] = match;
          const from = start + before.length;
          const span = valueSpan(text, {
            start: from,
            end: from + value.length
          });
          return name === key || span.image?.repository === key ? [ span ] : [];
        });
      }
    };
    const goMod = {
      matches: "many",
      spelling: "go",
      keyNames: "module",
      find(source, key) {
        const {requirements: requirements, replacements: replacements} = parse(source);
        return requirements.filter(({module: module}) => module === key).flatMap(({version: version}) => {
          const applies = replacements.find(({module: module, of: of}) => module === key && (of === null || of === version.text));
          return applies === void 0 ? [ asWritten(version) ] : replaced(version, applies);
        }).sort((a, b) => a.start - b.start);
      }
    };
    const asWritten = word => ({
      start: word.start,
      end: word.end,
      value: word.text
    });
    function replaced(required, {module: module, by: by, version: version}) {
      if (version !== null && by === module) return [ {
        ...asWritten(required),
        value: version.text
      }, asWritten(version) ];
      const fixed = {
        because: `${module} is replaced by ${by}${version === null ? "" : ` ${version.text}`}`,
        advice: "Remove the replace directive, or change it by hand: another version in require would have no effect."
      };
      return [ {
        ...asWritten(required),
        value: version?.text ?? by,
        fixed: fixed
      } ];
    }
    function parse(source) {
      const requirements = [];
      const replacements = [];
      let block = null;
      for (const {start: start, line: line} of linesOf(source.text)) {
        const words = wordsOf(line, start);
        const [first] = words;
        if (first === void 0) continue;
        if (block !== null && first.text === ")") block = null; else if (block === null && words[1]?.text === "(") block = first.text; else {
          const directive = block ?? first.text;
          const rest = block === null ? words.slice(1) : words;
          if (directive === "require") requirements.push(...requirementOf(rest));
          if (directive === "replace") replacements.push(...replacementOf(rest));
        }
      }
      return {
        requirements: requirements,
        replacements: replacements
      };
    }
    function requirementOf([module, version]) {
      return module === void 0 || version === void 0 ? [] : [ {
        module: module.text,
        version: version
      } ];
    }
    function replacementOf(words) {
      const arrow = words.findIndex(({text: text}) => text === "=>");
      const [module, of] = words.slice(0, Math.max(0, arrow));
      const [by, version = null] = words.slice(arrow + 1);
      if (arrow < 1 || module === void 0 || by === void 0) return [];
      return [ {
        module: module.text,
        of: of?.text ?? null,
        by: by.text,
        version: version
      } ];
    }
    function wordsOf(line, offset) {
      const comment = line.search(/(?:^|\s)\/\//);
      const words = (comment === -1 ? line : line.slice(0, comment)).matchAll(/\S+/g);
      return [ ...words ].map(match => {
        const quoted = /^(["`])(.*)\1$/.exec(match[0]);
        const start = offset + match.index + (quoted === null ? 0 : 1);
        const text = quoted?.[2] ?? match[0];
        return {
          text: text,
          start: start,
          end: start + text.length
        };
      });
    }
    var yaml_dist = __webpack_require__(8815);
    function documentsOf(source) {
      refuseLarge(source, 4, "YAML or JSON");
      const documents = (0, yaml_dist.hR)(source.text, {
        uniqueKeys: false,
        logLevel: "silent"
      });
      const found = Array.isArray(documents) ? documents : [];
      for (const {errors: errors} of found) {
        const [first] = errors;
        if (first !== void 0) throw problem(source, first.pos[0], first.message.split("\n")[0] ?? first.code, "Correct the YAML.");
      }
      return found;
    }
    function scalarRange(source, node) {
      if (!(0, yaml_dist.jn)(node) || !node.range) return null;
      const [start, end] = node.range;
      if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") return {
        start: start,
        end: end,
        text: source.text.slice(start, end),
        kind: "block"
      };
      const quotes = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE" ? 1 : 0;
      const inner = {
        start: start + quotes,
        end: end - quotes
      };
      const text = source.text.slice(inner.start, inner.end);
      const same = typeof node.value !== "string" || node.value === text || node.type === "QUOTE_SINGLE";
      return same ? {
        ...inner,
        text: text,
        kind: "flow"
      } : null;
    }
    function scalarsOf(source, word) {
      if (!source.text.includes(word)) return [];
      const found = [];
      for (const document of documentsOf(source)) (0, yaml_dist.YR)(document, {
        Scalar(key, node) {
          const range = key === "key" ? null : scalarRange(source, node);
          if (range !== null) found.push(range);
        }
      });
      return found;
    }
    const json = {
      matches: "once",
      spelling: "bare",
      keyNames: "JSON Pointer",
      find(source, key) {
        if (!key.startsWith("/")) throw problem(source, 0, `“${key}” is no JSON Pointer.`, `Write it with slashes from the root: “/${key}”.`);
        const path = key.slice(1).split("/").map(part => part.replaceAll("~1", "/").replaceAll("~0", "~"));
        return documentsOf(source).flatMap(document => {
          let node = document.contents;
          for (const part of path) node = (0, yaml_dist.P3)(node) ? node.get(part, true) : void 0;
          const range = (0, yaml_dist.jn)(node) && typeof node.value === "string" ? scalarRange(source, node) : null;
          if (range === null) return [];
          const operator = /^(?:[~^]|[<>]?=)\s*/.exec(range.text)?.[0].length ?? 0;
          return [ valueSpan(source.text, {
            start: range.start + operator,
            end: range.end
          }) ];
        });
      }
    };
    const yamlImage = {
      matches: "many",
      spelling: "kept",
      keyNames: "image",
      find(source, key) {
        const inside = new RegExp(`(?<=["']|^[ \\t-]*[\\w."'-]+:[ \\t]+)${literally(key)}[:@][^\\s"'\\\\]+(?=\\\\?["']|[ \\t]*$)`, "gm");
        return scalarsOf(source, key).flatMap(({start: start, text: text, kind: kind}) => {
          const whole = kind === "flow" ? spanAt(text, start, key) : [];
          if (whole.length > 0) return whole;
          return [ ...text.matchAll(inside) ].flatMap(match => spanAt(match[0], start + match.index, key));
        });
      }
    };
    function spanAt(text, start, key) {
      const parts = text.startsWith(key) ? imageParts(text) : null;
      const names = parts?.repository === key && (parts.tag !== null || parts.digest !== null);
      return names ? [ imageSpan(parts, start) ] : [];
    }
    const imagestream = {
      matches: "many",
      spelling: "kept",
      keyNames: "image or ImageStream",
      find(source, key) {
        const found = documentsOf(source).flatMap(document => {
          if (!(0, yaml_dist.jh)(document.contents) || document.getIn([ "kind" ]) !== "ImageStream") return [];
          const tags = document.getIn([ "spec", "tags" ]);
          const named = document.getIn([ "metadata", "name" ]) === key;
          return (0, yaml_dist.oP)(tags) ? tags.items.map(tag => tagOf(source, tag, named ? null : key)) : [];
        });
        const importing = found.filter(spans => spans.length > 0);
        const second = importing[1]?.[0];
        if (second !== void 0) throw problem(source, second.start, `a second tag of the ImageStream imports ${key}; which one shall be moved cannot be told.`, "Keep one tag in this file, or edit the older ones away first.");
        return importing.flat();
      }
    };
    function tagOf(source, tag, key) {
      if (!(0, yaml_dist.jh)(tag)) return [];
      const from = scalarRange(source, tag.getIn([ "from", "name" ], true));
      const repository = key ?? imageParts(from?.text ?? "")?.repository ?? "";
      const [imported] = from === null ? [] : spanAt(from.text, from.start, repository);
      if (imported === void 0) return [];
      const name = scalarRange(source, tag.get("name", true));
      if (name === null || name.text !== imported.value) return [ imported ];
      return [ {
        start: name.start,
        end: name.end,
        value: name.text,
        tagOf: repository
      }, imported ].sort((a, b) => a.start - b.start);
    }
    const kustomizeRef = {
      matches: "many",
      spelling: "tag",
      keyNames: "remote address",
      find(source, key) {
        const address = new RegExp(`^(?:git::)?(?:https?://|ssh://)?(?:git@)?${literally(key)}(?:\\.git)?(?:/[^?\\s]*)?\\?(?:[^\\s]*&)?(?:ref|version)=([^&\\s]*)`);
        return scalarsOf(source, key).flatMap(({start: start, text: text}) => {
          const match = address.exec(text);
          if (match === null) return [];
          const value = match[1] ?? "";
          const end = start + match[0].length;
          return [ {
            start: end - value.length,
            end: end,
            value: value
          } ];
        });
      }
    };
    const kustomizeImage = {
      matches: "once",
      spelling: "kept",
      keyNames: "image",
      find(source, key) {
        return documentsOf(source).flatMap(document => {
          const images = (0, yaml_dist.jh)(document.contents) ? document.contents.get("images") : void 0;
          if (!(0, yaml_dist.oP)(images)) return [];
          return images.items.flatMap(entry => (0, yaml_dist.jh)(entry) ? entryOf(source, entry, key) : []);
        });
      }
    };
    function entryOf(source, entry, key) {
      const field = name => scalarRange(source, entry.get(name, true));
      const [name, newName, newTag, digest] = [ field("name"), field("newName"), field("newTag"), field("digest") ];
      if (name?.text !== key) return [];
      const image = {
        repository: newName?.text ?? key,
        tag: newTag?.text ?? null,
        digest: digest?.text ?? null,
        written: {
          newName: newName,
          newTag: newTag,
          digest: digest
        }
      };
      const at = newTag ?? digest ?? {
        start: name.start,
        end: name.start
      };
      return [ {
        start: at.start,
        end: at.end,
        value: at.text ?? "",
        image: image
      } ];
    }
    const ASSIGNMENT = /^ *(?:(?:export|override|private) +)*([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*(?:\?=|:{1,3}=|=)[ \t]*([^#\r\n]*)/;
    const makefile = {
      matches: "once",
      spelling: "kept",
      keyNames: "variable",
      find(source, key) {
        const all = assignments(source);
        return all.filter(({name: name}) => name === key).map(found => spanOf(source, found, all));
      }
    };
    function assignments({text: text}) {
      const found = [];
      for (const {start: start, line: line} of linesOf(text)) {
        const match = ASSIGNMENT.exec(line);
        if (match === null) continue;
        const value = (match[2] ?? "").trimEnd();
        const from = start + match[0].length - (match[2] ?? "").length;
        found.push({
          name: match[1] ?? "",
          value: value,
          start: from,
          end: from + value.length
        });
      }
      return found;
    }
    function spanOf(source, found, all) {
      if (!found.value.includes("$")) return valueSpan(source.text, found);
      const resolved = resolve(found.value, all, new Set([ found.name ]));
      if (resolved === null) return {
        start: found.start,
        end: found.end,
        value: found.value,
        fixed: COMPUTED(found)
      };
      const {value: value} = valueSpan(resolved, {
        start: 0,
        end: resolved.length
      });
      return {
        start: found.start,
        end: found.end,
        value: value,
        fixed: COMPUTED(found)
      };
    }
    const COMPUTED = ({name: name, value: value}) => ({
      because: `${name} is computed (${quoted(value)})`,
      advice: "Name the variable that holds the version itself as the key."
    });
    function resolve(value, all, within) {
      let unresolved = false;
      const text = value.replace(/\$(?:\(([^()$]*)\)|\{([^{}$]*)\}|.)/g, (_whole, round, curly) => {
        const [, name = "", from, to = ""] = /^([^:]*)(?::([^=]*)=(.*))?$/.exec(round ?? curly ?? "") ?? [];
        const definition = all.find(assignment => assignment.name === name);
        const inner = definition === void 0 || within.has(name) || within.size > 20 ? null : resolve(definition.value, all, new Set([ ...within, name ]));
        if (inner === null) unresolved = true;
        return inner === null ? "" : from === void 0 ? inner : substitute(inner, from, to);
      });
      return unresolved ? null : text;
    }
    function substitute(value, from, to) {
      const pattern = from.includes("%") ? from : `%${from}`;
      const replacement = from.includes("%") ? to : `%${to}`;
      const [before, after] = splitOnce(pattern);
      const fits = value.length >= before.length + after.length && value.startsWith(before) && value.endsWith(after);
      return fits ? replacement.replace("%", () => value.slice(before.length, value.length - after.length)) : value;
    }
    const splitOnce = pattern => {
      const at = pattern.indexOf("%");
      return [ pattern.slice(0, at), pattern.slice(at + 1) ];
    };
    const BRANCH = /^(?:dev|devel|develop|main|master|trunk|head|latest|stable|nightly|edge|next|(?:release[-/])?v?\d+\.\d+\.?x?)$/i;
    function kindOf(value) {
      if (decorated(value) !== null) return "version";
      if (/^sha256:[a-f0-9]{64}$/.test(value)) return "digest";
      if (/^(?=.*[a-f]|.{40}$)[0-9a-f]{7,64}$/.test(value)) return "commit";
      if (suggestVersion(value) !== null || suggestVersion(value.replace(PREFIX, "")) !== null) return "near";
      if (/^\d+(?:\.\d+)*(?:(?:a|b|rc|\.post|\.dev)\d+)+$/.test(value)) return "near";
      return BRANCH.test(value) ? "branch" : null;
    }
    const PREFIX = /^[A-Za-z]+-(?=v?\d)/;
    function decorated(value) {
      const front = /^(?:[A-Za-z]+-)?v?(?=\d)/.exec(value)?.[0] ?? "";
      const version = readVersion(value.slice(front.length));
      return version === null ? null : {
        front: front,
        version: version
      };
    }
    function kind_tagOf({version: version, template: template, build: build, images: images}, image) {
      return ((image === void 0 ? void 0 : images?.get(image)) ?? template).format(version, build);
    }
    function spell(old, release, spelling, image) {
      const tag = kind_tagOf(release, image);
      if (spelling === "go") return `v${release.version}`;
      const template = (image === void 0 ? void 0 : release.images?.get(image)) ?? release.template;
      if (spelling === "tag" || template.parse(old) !== null) return tag;
      const front = decorated(old)?.front;
      if (front !== void 0) return `${front}${release.version}`;
      if (kindOf(old) === "near") return /^\d/.test(old) ? release.version : tag;
      return spelling === "bare" ? release.version : tag;
    }
    var lib = __webpack_require__(243);
    var mdast_util_gfm_table_lib = __webpack_require__(7937);
    var syntax = __webpack_require__(7749);
    function markdownBlocks(source) {
      const known = markdown_parsed.get(source) ?? markdown_parse(source);
      markdown_parsed.set(source, known);
      return known;
    }
    const markdown_parsed = new WeakMap;
    function markdown_parse(source) {
      refuseLarge(source, 1, "Markdown");
      const mark = source.text.startsWith("\ufeff") ? 1 : 0;
      const root = (0, lib.Y)(source.text.slice(mark), {
        extensions: [ (0, syntax.x)() ],
        mdastExtensions: [ (0, mdast_util_gfm_table_lib.c)() ]
      });
      const reader = new Reader(source.text, mark, definitionsOf(root));
      return root.children.map(node => {
        const range = reader.rangeOf(node);
        if (node.type === "table") return {
          kind: "table",
          table: reader.table(node),
          ...range
        };
        if (node.type === "heading") return {
          kind: "heading",
          text: textOf(node),
          depth: node.depth,
          ...range
        };
        if (node.type === "html") return {
          kind: "html",
          text: node.value,
          ...range
        };
        return {
          kind: "other",
          ...range
        };
      });
    }
    class Reader {
      #text;
      #shift;
      #definitions;
      constructor(text, shift, definitions) {
        this.#text = text;
        this.#shift = shift;
        this.#definitions = definitions;
      }
      rangeOf(node) {
        const {start: start, end: end} = node.position ?? {};
        return {
          start: (start?.offset ?? 0) + this.#shift,
          end: (end?.offset ?? 0) + this.#shift
        };
      }
      table(node) {
        const [head = [], ...rows] = node.children.map(row => row.children.map(cell => this.#cell(cell)));
        return {
          ...this.rangeOf(node),
          align: node.align ?? [],
          head: head,
          rows: rows
        };
      }
      #cell(node) {
        const [first, last] = [ node.children[0], node.children.at(-1) ];
        const {start: cellStart, end: cellEnd} = this.rangeOf(node);
        const range = first === void 0 || last === void 0 ? this.#trimmed(cellStart, cellEnd) : {
          start: this.rangeOf(first).start,
          end: this.rangeOf(last).end
        };
        return {
          ...range,
          text: textOf(node).trim(),
          links: this.#links(node)
        };
      }
      #trimmed(start, end) {
        const at = this.#text[start] === "|" ? Math.min(start + 1, end) : start;
        return {
          start: at,
          end: at
        };
      }
      #links(node) {
        if (node.type === "link") return [ this.#link(node, node.url, node) ];
        if (node.type === "linkReference") {
          const definition = this.#definitions.get(node.identifier);
          return definition === void 0 ? [] : [ this.#link(node, definition.url, definition) ];
        }
        return "children" in node ? node.children.flatMap(child => this.#links(child)) : [];
      }
      #link(node, url, addressed) {
        const text = textOf(node);
        const {start: start, end: end} = this.rangeOf(node);
        const textStart = this.#text.indexOf(text, start);
        const home = this.rangeOf(addressed);
        const urlStart = this.#text.lastIndexOf(url, home.end);
        return {
          start: start,
          end: end,
          text: text,
          url: url,
          textAt: text !== "" && textStart !== -1 && textStart < end ? {
            start: textStart,
            end: textStart + text.length
          } : null,
          urlAt: url !== "" && urlStart >= home.start ? {
            start: urlStart,
            end: urlStart + url.length
          } : null
        };
      }
    }
    function definitionsOf(root) {
      const found = new Map;
      const walk = node => {
        if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node);
        if ("children" in node) for (const child of node.children) walk(child);
      };
      walk(root);
      return found;
    }
    function textOf(node) {
      if (node.type === "text" || node.type === "inlineCode") return node.value;
      return "children" in node ? node.children.map(child => textOf(child)).join("") : "";
    }
    const markdownTable = {
      matches: "many",
      spelling: "kept",
      keyNames: "row",
      find(source, key) {
        const found = markdownBlocks(source).flatMap(block => block.kind === "table" ? rowsOf(block.table, key).map(row => ({
          row: row,
          column: versionColumn(block.table)
        })) : []);
        const second = found[1]?.row[0];
        if (second !== void 0) throw problem(source, second.start, `a second row is called “${key}”.`, "Keep one of them.");
        return found.flatMap(({row: row, column: column}) => {
          const cell = row[column];
          return cell === void 0 ? [] : cellSpans(source, cell, key);
        });
      }
    };
    const rowsOf = ({rows: rows}, key) => rows.filter(([first]) => first?.text === key);
    function versionColumn({head: head}) {
      const named = head.findIndex(({text: text}, index) => index > 0 && /^versions?$/i.test(text));
      return named === -1 ? 1 : named;
    }
    function cellSpans(source, cell, key) {
      if (cell.links.length === 0) return cell.text === "" ? [] : [ {
        start: cell.start,
        end: cell.end,
        value: source.text.slice(cell.start, cell.end)
      } ];
      const links = cell.links.filter(({text: text}) => kindOf(text) !== null);
      const [first] = links;
      const other = links.find(({text: text}) => text !== first?.text);
      if (first !== void 0 && other !== void 0) throw problem(source, other.textAt?.start ?? cell.start, `the row “${key}” names two versions, “${first.text}” and “${other.text}”.`, "Give each its own row.");
      return links.flatMap(linkSpans);
    }
    function linkSpans({text: text, url: url, textAt: textAt, urlAt: urlAt}) {
      if (textAt === null) return [];
      const spans = [ {
        ...textAt,
        value: text
      } ];
      const segment = urlAt === null ? null : /(?<=[/=])[^/=?#]+(?=\/?$)/.exec(url);
      if (urlAt !== null && segment !== null && segment[0] === text) {
        const start = urlAt.start + segment.index;
        spans.push({
          start: start,
          end: start + text.length,
          value: text
        });
      }
      return spans;
    }
    function tomlStrings(source) {
      return new toml_Reader(source).document();
    }
    class toml_Reader {
      #source;
      #text;
      #found=[];
      #counts=new Map;
      #at=0;
      constructor(source) {
        this.#source = source;
        this.#text = source.text;
        if (this.#text.startsWith("\ufeff")) this.#at = 1;
      }
      document() {
        let table = [];
        for (this.#blank(); this.#at < this.#text.length; this.#blank()) if (this.#text[this.#at] === "[") table = this.#header(); else this.#pair(table);
        return this.#found;
      }
      #header() {
        const array = this.#text.startsWith("[[", this.#at);
        this.#at += array ? 2 : 1;
        const path = this.#key();
        this.#expect(array ? "]]" : "]");
        if (!array) return path;
        const name = JSON.stringify(path);
        const index = this.#counts.get(name) ?? 0;
        this.#counts.set(name, index + 1);
        return [ ...path, index ];
      }
      #pair(table) {
        const key = this.#key();
        this.#expect("=");
        this.#spaces();
        this.#value([ ...table, ...key ], 0);
      }
      #key() {
        const parts = [];
        do {
          this.#spaces();
          const quoted = this.#match(/"([^"\\\n]*)"|'([^'\n]*)'/y);
          const bare = quoted === null ? this.#match(/[A-Za-z0-9_-]+/y) : null;
          const part = quoted?.[1] ?? quoted?.[2] ?? bare?.[0];
          if (part === void 0) throw this.#unexpected("a key");
          parts.push(part);
          this.#spaces();
        } while (this.#match(/\./y) !== null);
        return parts;
      }
      #value(path, depth) {
        if (depth > 100) throw this.#unexpected("fewer levels");
        const start = this.#at;
        if (this.#match(/"""[\s\S]*?(?<!\\)(?:\\\\)*"{3,5}|'''[\s\S]*?'{3,5}/y) !== null) return;
        const string = this.#match(/"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'/y);
        if (string !== null) {
          const text = string[1] ?? string[2] ?? "";
          if (string[1] === void 0 || !text.includes("\\")) this.#found.push({
            path: path,
            text: text,
            start: start + 1,
            end: this.#at - 1
          });
        } else if (this.#match(/\[/y) !== null) for (let index = 0; !this.#ends("]"); index++) {
          this.#value([ ...path, index ], depth + 1);
          this.#separator("]");
        } else if (this.#match(/\{/y) !== null) while (!this.#ends("}")) {
          const key = this.#key();
          this.#expect("=");
          this.#spaces();
          this.#value([ ...path, ...key ], depth + 1);
          this.#separator("}");
        } else if (this.#match(/[A-Za-z0-9+_.:-]+(?: \d\d:[0-9:.]+)?/y) === null) throw this.#unexpected("a value");
      }
      #ends(bracket) {
        this.#blank();
        if (this.#text[this.#at] !== bracket) return false;
        this.#at += 1;
        return true;
      }
      #separator(bracket) {
        this.#blank();
        if (this.#match(/,/y) === null && this.#text[this.#at] !== bracket) throw this.#unexpected(`“,” or “${bracket}”`);
      }
      #expect(token) {
        this.#spaces();
        if (!this.#text.startsWith(token, this.#at)) throw this.#unexpected(`“${token}”`);
        this.#at += token.length;
      }
      #spaces() {
        this.#match(/[ \t]+/y);
      }
      #blank() {
        this.#match(/(?:\s|#[^\n]*)+/y);
      }
      #match(pattern) {
        pattern.lastIndex = this.#at;
        const match = pattern.exec(this.#text);
        if (match !== null) this.#at = pattern.lastIndex;
        return match;
      }
      #unexpected(expected) {
        return problem(this.#source, this.#at, `this is no TOML: ${expected} was expected.`, "Correct the file.");
      }
    }
    const pyproject = {
      matches: "many",
      spelling: "bare",
      keyNames: "dependency (or “version”)",
      find(source, key) {
        const strings = tomlStrings(source);
        if (key === "version") return strings.filter(({path: path}) => [ "project.version", "tool.poetry.version" ].includes(path.join("."))).map(found => ({
          start: found.start,
          end: found.end,
          value: found.text
        }));
        return strings.flatMap(found => {
          const range = requirementIn(found, normalized(key));
          return range === null ? [] : [ pinned(source, range, key) ];
        });
      }
    };
    function requirementIn({path: path, text: text, start: start, end: end}, name) {
      const keys = path.filter(part => typeof part === "string");
      if (isPoetryTable(keys)) {
        const named = normalized(keys[keys.indexOf("dependencies") + 1] ?? "") === name;
        const [field] = keys.slice(keys.indexOf("dependencies") + 2);
        return named && (field === void 0 || field === "version") ? {
          start: start,
          end: end
        } : null;
      }
      const listed = keys[0] === "project" && [ "dependencies", "optional-dependencies" ].includes(keys[1] ?? "") || keys[0] === "dependency-groups";
      const match = listed && text.length < 1e3 ? /^(\s*([A-Za-z0-9._-]+)\s*(?:\[[^\]]*\])?\s*\(?\s*)([^;@()]*?)\s*(?:[;)].*)?$/.exec(text) : null;
      if (match === null || normalized(match[2] ?? "") !== name) return null;
      const from = start + (match[1] ?? "").length;
      return {
        start: from,
        end: from + (match[3] ?? "").length
      };
    }
    function isPoetryTable(keys) {
      const [tool, poetry, third, , fifth] = keys;
      if (tool !== "tool" || poetry !== "poetry") return false;
      return third === "dependencies" || third === "dev-dependencies" || third === "group" && fifth === "dependencies";
    }
    function pinned(source, {start: start, end: end}, key) {
      const text = source.text.slice(start, end);
      const match = /^(\s*(?:===?|~=|>=|<=|\^|~|>|<|=)?\s*)([^\s,<>=~^!*]+)\s*$/.exec(text);
      if (match === null) throw problem(source, start, `${key} is wanted as ${quoted(text)}, which is not one version.`, "Pin one version (“==1.2.3”, “^1.2.3”), or leave this place out of the manifest.");
      const from = start + (match[1] ?? "").length;
      const value = match[2] ?? "";
      return {
        start: from,
        end: from + value.length,
        value: value
      };
    }
    const normalized = name => name.toLowerCase().replace(/[-_.]+/g, "-");
    var external_node_vm_ = __webpack_require__(714);
    const PATIENCE = 1e3;
    const regex = {
      matches: "once",
      spelling: "kept",
      keyNames: "expression",
      find(source, key) {
        const groups = countGroups(key, source.file);
        if (groups !== 1) throw new plan.yo(`${source.file}: the expression “${key}” has ${groups} capture groups; one was expected.`, {
          advice: "Put round brackets around the version, and write other groups as “(?:…)”."
        });
        return [ ...matches(source, key).matchAll(/(\d+),(\d+)/g) ].map(match => {
          const [start, end] = [ Number(match[1]), Number(match[2]) ];
          return {
            start: start,
            end: end,
            value: source.text.slice(start, end)
          };
        });
      }
    };
    function countGroups(key, file) {
      try {
        return (new RegExp(`${key}|`, "u").exec("")?.length ?? 1) - 1;
      } catch (error) {
        throw new plan.yo(`${file}: “${key}” is no regular expression: ${error instanceof Error ? error.message : ""}`, {
          advice: "Correct the key in the manifest."
        });
      }
    }
    function matches(source, key) {
      try {
        return String((0, external_node_vm_.runInNewContext)(`Array.from(text.matchAll(new RegExp(key, 'dgmu')), (match) => match.indices[1]).filter(Boolean).join(';')`, {
          text: source.text,
          key: key
        }, {
          timeout: PATIENCE
        }));
      } catch (error) {
        if (typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") throw problem(source, 0, `the expression “${key}” takes too long on this file.`, "Avoid nested repetition: “(a+)+”.");
        throw error;
      }
    }
    const versionFile = {
      matches: "once",
      spelling: "kept",
      keyNames: "version",
      find(source) {
        const lines = [ ...linesOf(source.text) ].filter(({line: line}) => line.replace("\ufeff", "").trim() !== "");
        const [first, second] = lines;
        if (first === void 0) return [];
        if (second !== void 0) throw problem(source, second.start, "the file holds more than a version.", "Use another form for this file.");
        const value = first.line.replace("\ufeff", "").trim();
        const start = first.start + first.line.indexOf(value);
        return [ {
          start: start,
          end: start + value.length,
          value: value
        } ];
      }
    };
    const FORM_SPECS = {
      makefile: makefile,
      "go-mod": goMod,
      "kustomize-ref": kustomizeRef,
      "kustomize-image": kustomizeImage,
      "params-env": paramsEnv,
      "yaml-image": yamlImage,
      imagestream: imagestream,
      dockerfile: dockerfile,
      "go-const": goConst,
      "python-const": pythonConst,
      pyproject: pyproject,
      "version-file": versionFile,
      json: json,
      "markdown-table": markdownTable,
      regex: regex
    };
    function occurrences(source, form, key) {
      return spans(source, form, key).map(({start: start, end: end, value: value, image: image}) => {
        const kind = kindOf(value);
        if (kind === null) throw problem(source, start, `${quoted(value)} stands where the version of “${key}” is expected.`, "Write a version there by hand once, or correct file, form and key in the manifest.");
        const parts = image && {
          repository: image.repository,
          tag: image.tag,
          digest: image.digest
        };
        const version = decorated(value)?.version ?? null;
        return {
          start: start,
          end: end,
          value: value,
          kind: kind,
          version: version,
          ...parts && {
            image: parts
          },
          ...placeOf(source, start)
        };
      });
    }
    function mentions(source, form, key) {
      return FORM_SPECS[form].find(source, key).length > 0;
    }
    function spans(source, form, key) {
      const spec = FORM_SPECS[form];
      const found = spec.find(source, key);
      const named = key === "" ? "a version" : `the ${spec.keyNames} “${key}”`;
      if (found.length === 0) throw new plan.yo(`${source.file}: ${named} was not found (form ${form}).`, {
        file: source.file,
        advice: "Correct file, form and key in the manifest, or write the version there by hand once."
      });
      const second = found[1];
      if (spec.matches === "once" && second !== void 0) {
        const lines = found.map(({start: start}) => placeOf(source, start).line);
        throw problem(source, second.start, `${named} is written ${found.length} times (lines ${lines.join(", ")}); once was expected.`, "Keep one of them, or name each by its own form and key.");
      }
      return found;
    }
    const LARGEST = 20 * 1024 * 1024;
    function sourceOf(file, bytes) {
      const refused = what => new plan.yo(`${file}: ${what}.`, {
        file: file,
        advice: "Only UTF-8 text files are searched for versions."
      });
      if (bytes.length > LARGEST) throw refused(`the file has ${bytes.length} bytes, more than ${LARGEST}`);
      const nul = bytes.indexOf(0);
      if (nul !== -1) throw refused(`byte ${nul} is NUL: this is no text file`);
      try {
        return {
          file: file,
          text: new TextDecoder("utf-8", {
            fatal: true,
            ignoreBOM: true
          }).decode(bytes)
        };
      } catch (error) {
        if (error instanceof TypeError) throw refused("the file is not UTF-8");
        throw error;
      }
    }
    function releaseEdits(source, form, key, release, digests) {
      const {spelling: spelling} = FORM_SPECS[form];
      return spans(source, form, key).flatMap(span => {
        if (span.image !== void 0) {
          const wanted = releasedImage(source, span, span.image, release, spelling, digests);
          return imageEdits(source, span.image, wanted);
        }
        const before = source.text.slice(span.start, span.end);
        const expected = spelling === "go" ? goVersion(source, span, key, before, release) : void 0;
        if (span.fixed !== void 0) return fixedEdits(source, span, expected ?? spell(span.value, release, spelling));
        refuseForeign(source, span, key);
        return [ edit(source, span, expected ?? spell(before, release, spelling, span.tagOf)) ];
      });
    }
    function releasedImages(source, form, key, release) {
      const {spelling: spelling} = FORM_SPECS[form];
      return spans(source, form, key).flatMap(({image: image}) => image === void 0 ? [] : [ `${image.repository}:${releasedTag(image, release, spelling)}` ]);
    }
    function referenceEdits(source, form, key, reference) {
      const wanted = imageParts(reference);
      if (wanted === null) throw new plan.yo(`“${reference}” is no image reference.`, {
        advice: "Write “registry/path:tag” or “…@sha256:…”."
      });
      return spans(source, form, key).flatMap(span => {
        if (span.tagOf !== void 0 && wanted.tag !== null) return [ edit(source, span, wanted.tag) ];
        if (span.image === void 0) {
          const advice = "Give the version instead, or correct the manifest.";
          throw problem(source, span.start, `“${key}” is a version here, not an image reference.`, advice);
        }
        return imageEdits(source, span.image, wanted);
      });
    }
    function edited({text: text}, edits) {
      const ordered = [ ...edits ].sort((a, b) => a.start - b.start || a.end - b.end);
      let result = "";
      let at = 0;
      let last = null;
      for (const one of ordered) {
        if (last !== null && one.start < last.end) {
          if (one.start === last.start && one.end === last.end && one.after === last.after) continue;
          throw new plan.yo(`${one.file}:${one.line}:${one.column}: “${one.before}” shall become “${last.after}” and “${one.after}”.`, {
            ...one,
            advice: "Two entries of the manifest name this place for different versions. Remove one."
          });
        }
        result += text.slice(at, one.start) + one.after;
        at = one.end;
        last = one;
      }
      return result + text.slice(at);
    }
    function edit(source, {start: start, end: end}, after) {
      return {
        ...placeOf(source, start),
        start: start,
        end: end,
        before: source.text.slice(start, end),
        after: after
      };
    }
    function fixedEdits(source, span, expected) {
      if (span.fixed === void 0 || span.value === expected) return [];
      throw problem(source, span.start, `${span.fixed.because}; it cannot be set to ${expected}.`, span.fixed.advice);
    }
    function refuseForeign(source, span, key) {
      if (kindOf(span.value) !== null) return;
      throw problem(source, span.start, `${quoted(span.value)} stands where the version of “${key}” is expected; it was not overwritten.`, "Write a version there by hand once, or correct file, form and key in the manifest.");
    }
    function releasedTag(image, release, spelling) {
      return spell(image.tag ?? "", release, spelling, image.repository);
    }
    function releasedImage(source, span, image, release, spelling, digests) {
      if (image.tag !== null) refuseForeign(source, {
        ...span,
        value: image.tag
      }, image.repository);
      const tag = releasedTag(image, release, spelling);
      const digest = digests?.get(`${image.repository}:${tag}`) ?? null;
      if (digest === null && (image.digest !== null || digests !== void 0)) throw problem(source, span.start, digests === void 0 ? `${image.repository} is pinned to a digest (${image.digest ?? ""}), which a version alone cannot replace.` : `no digest is known for ${image.repository}:${tag}.`, "Set “digests: true”, or give the whole reference in “images”.");
      return {
        repository: image.repository,
        tag: image.tag === null ? null : tag,
        digest: digest
      };
    }
    function imageEdits(source, image, wanted) {
      if ("whole" in image.written) return [ edit(source, image.written.whole, imageText(wanted)) ];
      const {newName: newName, newTag: newTag, digest: digest} = image.written;
      const fields = [ {
        name: "newName",
        at: newName,
        is: image.repository,
        shall: wanted.repository
      }, {
        name: "newTag",
        at: newTag,
        is: image.tag,
        shall: wanted.tag
      }, {
        name: "digest",
        at: digest,
        is: image.digest,
        shall: wanted.digest
      } ];
      return fields.flatMap(({name: name, at: at, is: is, shall: shall}) => {
        if (at !== null && shall !== null) return [ edit(source, at, shall) ];
        if (is === shall) return [];
        const anchor = at ?? newTag ?? digest ?? newName;
        throw problem(source, anchor?.start ?? 0, at === null ? `${image.repository} shall get “${name}: ${shall ?? ""}”, and its entry has no field “${name}”.` : `${image.repository} has “${name}: ${is ?? ""}”, and the new reference has none.`, at === null ? `Add “${name}:” to the entry by hand once.` : `Remove “${name}:” from the entry by hand.`);
      });
    }
    function goVersion(source, span, module, before, release) {
      const version = spell(before, release, "go");
      const major = Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
      const suffix = /(?:\/|^gopkg\.in\/.*\.)v(\d+)$/.exec(module)?.[1];
      if (suffix === void 0 ? major < 2 : Number(suffix) === major || module.startsWith("gopkg.in/") && major < 2) return version;
      if (suffix === void 0 && before.endsWith("+incompatible")) return `${version}+incompatible`;
      throw problem(source, span.start, `Go does not find ${version} under the module path ${module}.`, `A major version from 2 on has its own path (“${module.replace(/\/v\d+$/, "")}/v${major}”); change the imports and go.mod by hand.`);
    }
    async function needsTidy(workspace, goMod, modules) {
      const sum = await workspace.read(goMod.file.replace(/go\.mod$/, "go.sum"), "go.sum");
      if (sum === null) return null;
      const lines = String(sum);
      return modules.some(module => occurrences(goMod, "go-mod", module).some(({value: value}) => !`\n${lines}`.includes(`\n${module} ${value} h1:`)));
    }
    async function planUpdate(workspace, wanted, digestOf) {
      const byFile = [ ...Map.groupBy(wanted, one => one.file) ].sort(([a], [b]) => a < b ? -1 : 1);
      const changes = [];
      const edits = [];
      const untidy = [];
      for (const [file, places] of byFile) {
        const source = await readSource(workspace, file);
        const found = [];
        for (const place of places) found.push(...await editsOf(source, place, digestOf));
        const text = edited(source, found);
        const names = [ ...new Set(places.map(({of: of}) => of)) ].join(", ");
        const change = await workspace.change(file, text, `holds the versions of ${names}`);
        if (change !== null) {
          changes.push(change);
          edits.push(...unique(found.filter(({before: before, after: after}) => before !== after)));
        }
        const modules = places.flatMap(({form: form, key: key}) => form === "go-mod" ? [ key ] : []);
        const lacking = modules.length > 0 && (await needsTidy(workspace, {
          file: file,
          text: text
        }, modules) ?? change !== null);
        if (lacking) untidy.push(file);
      }
      return {
        changes: changes,
        edits: edits,
        files: byFile.map(([file]) => file),
        untidy: untidy
      };
    }
    async function readSource(workspace, file) {
      const bytes = await workspace.read(file, "file");
      if (bytes !== null) return sourceOf(file, bytes);
      throw new plan.yo(`${file}: the file does not exist, and a version should be written in it.`, {
        file: file,
        advice: "Check out the repository first, or correct the path in the manifest."
      });
    }
    async function editsOf(source, {form: form, key: key, to: to}, digestOf) {
      if (typeof to === "string") return referenceEdits(source, form, key, to);
      if (digestOf === void 0) return releaseEdits(source, form, key, to);
      const digests = new Map;
      for (const image of releasedImages(source, form, key, to)) digests.set(image, await digestOf(image));
      const known = digests;
      return releaseEdits(source, form, key, to, known);
    }
    function unique(edits) {
      const places = new Map(edits.map(edit => [ `${edit.start}-${edit.end}`, edit ]));
      return [ ...places.values() ].sort((a, b) => a.start - b.start);
    }
  }
};
