export const id = 801;

export const ids = [ 801 ];

export const modules = {
  6801: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => semver_tag_action
    });
    var action = __webpack_require__(9247);
    var plan = __webpack_require__(1380);
    var versions = __webpack_require__(9899);
    async function inCheckout(inputs, {environment: environment, workspace: workspace, signal: signal}) {
      const other = inputs.repository !== "" ? "repository" : inputs.release !== "none" ? "release" : null;
      if (other !== null) throw new plan.yo(`Inputs “path” and “${other}” do not go together: a checkout is tagged without the API.`, {
        advice: `Leave “path” out to have the API do it, or leave “${other}” out.`
      });
      const directory = await new plan.aR(workspace).locate(inputs.path, "Input “path”");
      const checkout = await versions.RW.open(directory, inputs.path, {
        environment: environment,
        signal: signal
      });
      return {
        history: checkout,
        ...await (0, versions.uG)(checkout, inputs.target, environment),
        url: checkout.url,
        createTag: (wish, reason) => (0, versions.lj)(checkout, wish, reason),
        floatTag: async (tag, commit, reason) => (0, versions.xk)(checkout, tag, commit, reason),
        planRelease: () => Promise.reject(new RangeError("a checkout has no releases")),
        newcomers: () => Promise.resolve([])
      };
    }
    var packages_github = __webpack_require__(2914);
    async function onGitHub(inputs, {environment: environment, log: log, signal: signal}) {
      const run = (0, packages_github.runPlace)(environment, inputs.repository);
      const {repository: repository, trigger: trigger} = run;
      const github = new packages_github.GitHub({
        token: inputs.token,
        environment: environment,
        signal: signal,
        log: told => log.info(told)
      });
      const history = new packages_github.ZN(github, repository);
      const target = await targetOf(github, run, inputs.target);
      if (inputs.target !== "" && trigger?.branch != null) {
        const head = await (0, packages_github.P)(github, repository, trigger.branch) ?? trigger.sha;
        if (!await history.contains(head, target)) throw new plan.yo(`Input “target”: ${inputs.target} (${target}) is not on branch ${trigger.branch} (${head}).`, {
          advice: "Run on the branch that has the commit."
        });
      }
      return {
        history: history,
        target: target,
        branch: trigger?.branch ?? null,
        url: `${github.serverUrl}/${(0, packages_github.fq)(repository)}`,
        createTag: (wish, reason) => (0, packages_github.VZ)(github, repository, {
          ...wish,
          isNew: true
        }, reason),
        floatTag: (tag, commit, reason) => (0, packages_github.V$)(github, repository, tag, commit, reason),
        planRelease: (wish, reason) => (0, packages_github.F3)(github, repository, wish, reason),
        async newcomers(wish) {
          const found = await (0, packages_github.oJ)(github, repository, wish);
          if (found === null) log.info("The token may not ask GitHub who contributed for the first time; left out.");
          return found ?? [];
        }
      };
    }
    async function targetOf(github, {repository: repository, trigger: trigger, isTrial: isTrial}, named) {
      if (named !== "") return (0, packages_github.resolveCommit)(github, repository, named, "Input “target”");
      if (isTrial) throw new plan.yo("This run is for a pull request: its commit is a trial merge that no branch will have.", {
        advice: "Run on a push or by hand, or name the commit as “target”."
      });
      if (trigger !== null) return trigger.sha;
      const {defaultBranch: defaultBranch} = await (0, packages_github.TM)(github, repository);
      return (0, packages_github.resolveCommit)(github, repository, defaultBranch, "The default branch");
    }
    const semver_tag_action = (0, action.QP)({
      name: "semver-tag",
      title: "Tag a semantic version",
      description: "Decides the next version of a component, tags the right commit once and publishes a release with notes. Run again, it finds the same version done; a version that would be wrong is refused.",
      branding: {
        icon: "tag",
        color: "green"
      },
      permissions: {
        contents: "write"
      },
      inputs: {
        version: (0, action.Qq)({
          description: "The version to release, with or without the prefix of the tag. Empty: decided by `bump`.",
          example: "1.4.0"
        }),
        bump: (0, action.Yq)([ "auto", "major", "minor", "patch", "prerelease", "promote" ], {
          description: "How the version goes up. `auto`: what the commits since the previous release ask for; `prerelease`: the next candidate of that version; `promote`: the newest candidate becomes the release, on the same commit.",
          default: "auto"
        }),
        "prerelease-id": (0, action.Qq)({
          description: "The word of candidates: `1.4.0-rc.1`.",
          default: "rc"
        }),
        "tag-prefix": (0, action.Qq)({
          description: "What tags have before the version: `v`, or `sdk/v` for the Go module in `sdk/`. A whole template works too: `{version}`, `v{version}-odh`; in `v{version}-odh-{n}` the number counts the builds of a `version` that has to be given.",
          default: "v"
        }),
        target: (0, action.Qq)({
          description: "The commit to release: a hash, a branch or a tag. Default: the commit that triggered the run, or the head of the default branch of another `repository`."
        }),
        "release-line": (0, action.Qq)({
          description: "The line to release from, for example `1.4`: the next version is of this line, whatever newer lines exist. Default: from the name of the branch (`release-1.4`, `v1.4`).",
          example: "1.4"
        }),
        repository: (0, action.Qq)({
          description: "The repository to tag, as `OWNER/NAME`. Default: this one."
        }),
        message: (0, action.Qq)({
          description: "Message of the annotated tag. Default: `Release` and the tag."
        }),
        release: (0, action.Yq)([ "none", "draft", "published" ], {
          description: "Whether the tag gets a release. A published one is made as a draft first, so that immutable releases work.",
          default: "none"
        }),
        "notes-file": (0, action.Qq)({
          description: "A Markdown file of the checkout with the notes. Default: what is new since the previous release, by group."
        }),
        "notes-prepend-file": (0, action.Qq)({
          description: "A Markdown file of the checkout to put in front of the notes, for example the support matrix."
        }),
        "floating-tags": (0, action.Yq)([ "none", "major", "minor", "both" ], {
          description: "Also point `v1` and/or `v1.4` at the release. They only ever move forward.",
          default: "none"
        }),
        "initial-development": (0, action.Yq)([ "minor", "major" ], {
          description: "What a breaking change asks for before 1.0.0, when anything may change (SemVer 2.0.0, item 4). `major` leads to 1.0.0.",
          default: "minor"
        }),
        path: (0, action.Qq)({
          description: "A checkout to tag with git instead of the API: its path in the workspace, for example `.`. It needs its whole history (`fetch-depth: 0`) and credentials to push; a release needs the API."
        }),
        token: (0, action.e1)("`contents: write`")
      },
      outputs: {
        version: "The version, without the prefix: `1.4.0`.",
        tag: "Its tag: `v1.4.0`.",
        "previous-tag": "The tag of the release before it, which it contains; empty for the first.",
        bump: "What went up: `major`, `minor`, `patch`, `prerelease` or `promote`; `build` for another build of the same version.",
        sha: "The commit of the tag.",
        created: "`true` when this run made the tag; `false` when it was there on the same commit.",
        prerelease: "`true` for a candidate.",
        notes: "The notes, as Markdown.",
        "release-url": "The page of the release; empty without one.",
        "release-id": "The id of the release in the API; empty without one."
      },
      async plan(inputs, context) {
        const template = (0, versions.tn)(inputs["tag-prefix"], "Input “tag-prefix”");
        const asked = template.parse(inputs.version)?.version ?? inputs.version;
        const version = asked === "" ? null : (0, versions.BC)(asked, "Input “version”");
        const namedLine = inputs["release-line"] === "" ? null : (0, versions.PC)(inputs["release-line"], "Input “release-line”");
        const prereleaseId = (0, versions.$M)(inputs["prerelease-id"], "Input “prerelease-id”");
        if (version !== null && inputs.bump !== "auto" && inputs.bump !== "promote") throw new plan.yo(`Inputs “version” (${version}) and “bump” (${inputs.bump}) both say what the version is.`, {
          advice: "Give one of them."
        });
        const {target: target, branch: branch, ...place} = await (inputs.path === "" ? onGitHub : inCheckout)(inputs, context);
        const line = namedLine ?? (0, versions.s2)(branch ?? "");
        const decision = await (template.counts ? versions.P_ : versions.vI)({
          version: version,
          bump: inputs.bump,
          prereleaseId: prereleaseId,
          line: line,
          template: template,
          breaksEarly: inputs["initial-development"],
          target: target
        }, place.history);
        const {tag: tag, commit: commit, previous: previous} = decision;
        const files = new plan.aR(context.workspace);
        const reason = decision.reasons.join("; ");
        const message = inputs.message === "" ? `Release ${tag}` : inputs.message;
        const notes = await (0, versions.ul)(decision, place.url, {
          notes: inputs["notes-file"],
          prepend: inputs["notes-prepend-file"],
          read: (path, what) => files.read(path, what),
          newcomers: () => place.newcomers({
            tag: tag,
            commit: commit,
            previousTag: previous?.tag ?? ""
          })
        });
        const [made, ...floating] = await Promise.all([ decision.exists ? null : place.createTag({
          tag: tag,
          commit: commit,
          message: message
        }, reason), ...(0, versions.Kb)(decision, template, inputs["floating-tags"]).map(name => place.floatTag(name, commit, `${tag} is the newest it stands for`)) ]);
        const release = inputs.release === "none" ? {
          changes: [],
          seen: () => null
        } : await place.planRelease({
          tag: tag,
          name: tag,
          body: notes,
          prerelease: decision.prerelease,
          latest: decision.isHighest && !template.prefix.includes("/"),
          until: inputs.release,
          isNew: !decision.exists
        }, `release of ${tag}`);
        return {
          changes: [ made, ...release.changes, ...floating ].filter(change => change !== null),
          findings: decision.warnings.map(warning => ({
            severity: "warning",
            rule: "version",
            message: warning,
            advice: "Look at it before the release is announced."
          })),
          outputs: () => ({
            version: decision.version,
            tag: tag,
            "previous-tag": previous?.tag ?? "",
            bump: decision.bump,
            sha: commit,
            created: made !== null,
            prerelease: decision.prerelease,
            notes: notes,
            "release-url": release.seen()?.url ?? "",
            "release-id": release.seen()?.id ?? ""
          }),
          report: () => (0, versions.DP)(decision, notes, {
            url: place.url,
            releaseUrl: release.seen()?.url ?? null
          })
        };
      }
    });
  }
};
