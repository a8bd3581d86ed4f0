export const id = 504;

export const ids = [ 504 ];

export const modules = {
  2504: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => __WEBPACK_DEFAULT_EXPORT__
    });
    var _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
    var _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5969);
    var _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2024);
    var _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9888);
    const __WEBPACK_DEFAULT_EXPORT__ = (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.QP)({
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
        version: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The version to release, with or without the prefix of the tag. Empty: decided by `bump`.",
          example: "1.4.0"
        }),
        bump: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Yq)([ "auto", "major", "minor", "patch", "prerelease", "promote" ], {
          description: "How the version goes up. `auto`: what the commits since the previous release ask for; `prerelease`: the next candidate of that version; `promote`: the newest candidate becomes the release, on the same commit.",
          default: "auto"
        }),
        "prerelease-id": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The word of candidates: `1.4.0-rc.1`.",
          default: "rc"
        }),
        "tag-prefix": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "What tags have before the version: `v`, or `sdk/v` for the Go module in `sdk/`. A whole template works too: `{version}`, `v{version}-odh`.",
          default: "v"
        }),
        target: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The commit to release: a hash, a branch or a tag. Default: the commit that triggered the run, or the head of the default branch of another `repository`."
        }),
        "release-line": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The line to release from, for example `1.4`: the next version is of this line, whatever newer lines exist. Default: from the name of the branch (`release-1.4`, `v1.4`).",
          example: "1.4"
        }),
        repository: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The repository to tag, as `OWNER/NAME`. Default: this one."
        }),
        message: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Message of the annotated tag. Default: `Release` and the tag."
        }),
        release: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Yq)([ "none", "draft", "published" ], {
          description: "Whether the tag gets a release. A published one is made as a draft first, so that immutable releases work.",
          default: "none"
        }),
        "notes-file": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "A Markdown file of the checkout with the notes. Default: what is new since the previous release, by group."
        }),
        "notes-prepend-file": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "A Markdown file of the checkout to put in front of the notes, for example the support matrix."
        }),
        "floating-tags": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Yq)([ "none", "major", "minor", "both" ], {
          description: "Also point `v1` and/or `v1.4` at the release. They only ever move forward.",
          default: "none"
        }),
        path: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "A checkout to tag with git instead of the API. Not possible yet; leave it empty."
        }),
        token: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.e1)("`contents: write`")
      },
      outputs: {
        version: "The version, without the prefix: `1.4.0`.",
        tag: "Its tag: `v1.4.0`.",
        "previous-tag": "The tag of the release before it, which it contains; empty for the first.",
        bump: "What went up: `major`, `minor`, `patch`, `prerelease` or `promote`.",
        sha: "The commit of the tag.",
        created: "`true` when this run made the tag; `false` when it was there on the same commit.",
        prerelease: "`true` for a candidate.",
        notes: "The notes, as Markdown.",
        "release-url": "The page of the release; empty without one.",
        "release-id": "The id of the release in the API; empty without one."
      },
      async plan(inputs, {environment: environment, workspace: workspace, log: log, signal: signal}) {
        if (inputs.path !== "") throw new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__.yo("Input “path”: tagging a checkout with git is not possible yet.", {
          advice: "Leave “path” out: the tag is made through the API, and no checkout is needed."
        });
        const {repository: repository, trigger: trigger, isTrial: isTrial} = (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.runPlace)(environment, inputs.repository);
        const template = (0, _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_3__.tn)(inputs["tag-prefix"], "Input “tag-prefix”");
        if (template.counts) throw new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__.yo("Input “tag-prefix”: a template with “{n}” counts builds of one version, not versions.", {
          advice: "Tag such a build by hand, or leave “{n}” out."
        });
        const line = inputs["release-line"] === "" ? (0, _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_3__.s2)(trigger?.branch ?? "") : (0, 
        _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_3__.PC)(inputs["release-line"], "Input “release-line”");
        const asked = template.parse(inputs.version)?.version ?? inputs.version;
        const version = asked === "" ? null : (0, _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_3__.BC)(asked, "Input “version”");
        const prereleaseId = (0, _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_3__.$M)(inputs["prerelease-id"], "Input “prerelease-id”");
        if (version !== null && inputs.bump !== "auto" && inputs.bump !== "promote") throw new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__.yo(`Inputs “version” (${version}) and “bump” (${inputs.bump}) both say what the version is.`, {
          advice: "Give one of them."
        });
        const github = new _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.GitHub({
          token: inputs.token,
          environment: environment,
          signal: signal,
          log: told => log.info(told)
        });
        const files = new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__.aR(workspace);
        const history = new _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.ZN(github, repository);
        const target = await targetOf(github, {
          repository: repository,
          trigger: trigger,
          isTrial: isTrial
        }, inputs.target);
        if (inputs.target !== "" && trigger?.branch != null) {
          const head = await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(github, repository, trigger.branch) ?? trigger.sha;
          if (!await history.contains(head, target)) throw new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__.yo(`Input “target”: ${inputs.target} (${target}) is not on branch ${trigger.branch} (${head}).`, {
            advice: "Run on the branch that has the commit."
          });
        }
        const decision = await (0, _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_3__.vI)({
          version: version,
          bump: inputs.bump,
          prereleaseId: prereleaseId,
          line: line,
          template: template,
          target: target
        }, history);
        const {tag: tag, commit: commit, previous: previous} = decision;
        const url = `${github.serverUrl}/${(0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.fq)(repository)}`;
        const notes = await (0, _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_3__.ul)(decision, url, {
          notes: inputs["notes-file"],
          prepend: inputs["notes-prepend-file"],
          read: (path, what) => files.read(path, what),
          newcomers: async () => {
            const place = {
              tag: tag,
              commit: commit,
              previousTag: previous?.tag ?? ""
            };
            const found = await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.oJ)(github, repository, place);
            if (found === null) log.info("The token may not ask GitHub who contributed for the first time; left out.");
            return found ?? [];
          }
        });
        const reason = decision.reasons.join("; ");
        const message = inputs.message === "" ? `Release ${tag}` : inputs.message;
        const made = decision.exists ? null : await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.VZ)(github, repository, {
          tag: tag,
          commit: commit,
          message: message,
          isNew: true
        }, reason);
        const floating = await Promise.all((0, _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_3__.Kb)(decision, template, inputs["floating-tags"]).map(name => (0, 
        _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.V$)(github, repository, name, commit, `${tag} is the newest it stands for`)));
        const release = inputs.release === "none" ? {
          changes: [],
          seen: () => null
        } : await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.F3)(github, repository, {
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
          report: () => (0, _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_3__.DP)(decision, notes, {
            url: url,
            releaseUrl: release.seen()?.url ?? null
          })
        };
      }
    });
    async function targetOf(github, {repository: repository, trigger: trigger, isTrial: isTrial}, named) {
      if (named !== "") return (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.resolveCommit)(github, repository, named, "Input “target”");
      if (isTrial) throw new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__.yo("This run is for a pull request: its commit is a trial merge that no branch will have.", {
        advice: "Run on a push or by hand, or name the commit as “target”."
      });
      if (trigger !== null) return trigger.sha;
      const {defaultBranch: defaultBranch} = await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.TM)(github, repository);
      return (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.resolveCommit)(github, repository, defaultBranch, "The default branch");
    }
  }
};
