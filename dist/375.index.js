export const id = 375;

export const ids = [ 375 ];

export const modules = {
  2375: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => __WEBPACK_DEFAULT_EXPORT__
    });
    var _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
    var _packages_crds_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2549);
    var _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2914);
    var _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1380);
    const __WEBPACK_DEFAULT_EXPORT__ = (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.QP)({
      name: "sync-crds",
      title: "Sync CRDs",
      description: "Copies custom resource definitions from other repositories into this one, byte for byte: matched by name, remembered in a lock file, never over an edit, and never silently when a change breaks users.",
      branding: {
        icon: "copy",
        color: "blue"
      },
      permissions: {
        contents: "read"
      },
      inputs: {
        token: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.e1)("`contents: read` on the repositories that are named as sources"),
        sources: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Where the CRDs come from: `OWNER/REPO@REF:PATH` or `./local/path`, one a line. A path is a file, or a directory whose files (not those further below) are read.",
          example: "project-codeflare/appwrapper@v1.0.4:config/crd/bases"
        }),
        destination: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.mw)({
          description: "Directory of this checkout that holds the copies. A CRD that is there already keeps its file.",
          example: "config/crd"
        }),
        include: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Only CRDs whose name matches one of these globs.",
          example: "*.codeflare.dev",
          commas: true
        }),
        exclude: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Not these. A copy that is there stays as it is.",
          commas: true
        }),
        prune: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)({
          description: "Delete copies that no source has any more, if the lock file says that they are ours.",
          default: "true"
        }),
        compatibility: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Yq)([ "error", "warn", "off" ], {
          description: "What to do when a change breaks users of a CRD (a version, a field or the CRD itself goes away, a schema refuses what it took, the API server would refuse the definition): refuse everything, tell, or do not look. A CRD that goes away is always told.",
          default: "error"
        }),
        waivers: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "File of findings that somebody answers for: a list `waivers` of `rule`, `crd`, `path`, `reason`, `owner` and `expires`. One that has expired or waives nothing is an error.",
          example: ".github/crd-waivers.yaml"
        }),
        kustomization: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The kustomization whose `resources` follow: `auto` (the one in the destination, if any), a path, or `none`.",
          default: "auto"
        }),
        "lock-file": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Where the lock file is. Default: `crds.lock.yaml` in the destination."
        }),
        mode: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Yq)([ "sync", "check" ], {
          description: "`check` writes nothing and fails when the copies are not what sources and lock file say.",
          default: "sync"
        })
      },
      outputs: {
        added: "JSON array of `{crd, file, repository, ref, commit, path}`: CRDs that were not here.",
        updated: "The same for CRDs that changed.",
        removed: "The same for CRDs that went away.",
        breaking: "`true` when users of a CRD are affected by a change that no waiver accepts.",
        findings: "JSON array of findings: what breaks, what was edited here, in check mode every difference.",
        report: "Path of the report as Markdown, for the text of a pull request.",
        "lock-file": "Path of the lock file."
      },
      async plan(inputs, {environment: environment, workspace: workspace, log: log, signal: signal}) {
        const github = new _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.GitHub({
          token: inputs.token,
          environment: environment,
          signal: signal,
          log: line => log.info(line)
        });
        const done = await (0, _packages_crds_index_js__WEBPACK_IMPORTED_MODULE_1__.OH)({
          ...inputs,
          lockFile: inputs["lock-file"],
          today: (new Date).toISOString().slice(0, 10)
        }, new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_3__.aR(workspace), {
          resolve: (repository, ref) => (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.resolveCommit)(github, (0, 
          _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.SU)(repository, "sources"), ref, "sources"),
          async list(repository, commit, directory) {
            const files = await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.CS)(github, (0, 
            _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.SU)(repository, "sources"), commit, directory);
            return [ ...files ].map(([path, entry]) => ({
              path: path,
              ...entry
            }));
          },
          read: (repository, commit, blobs) => (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.b4)(github, (0, 
          _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.SU)(repository, "sources"), commit, blobs)
        });
        const report = (0, _packages_crds_index_js__WEBPACK_IMPORTED_MODULE_1__.w1)(done);
        return {
          changes: done.changes,
          findings: done.findings,
          ...done.refusal !== void 0 && {
            refusal: done.refusal
          },
          outputs: () => ({
            added: (0, _packages_crds_index_js__WEBPACK_IMPORTED_MODULE_1__.A1)(done, "added"),
            updated: (0, _packages_crds_index_js__WEBPACK_IMPORTED_MODULE_1__.A1)(done, "updated"),
            removed: (0, _packages_crds_index_js__WEBPACK_IMPORTED_MODULE_1__.A1)(done, "removed"),
            breaking: done.plan.breaking,
            findings: done.findings,
            report: (0, _packages_crds_index_js__WEBPACK_IMPORTED_MODULE_1__.rn)(report, environment["RUNNER_TEMP"]),
            "lock-file": done.lockFile
          }),
          report: () => report
        };
      }
    });
  }
};
