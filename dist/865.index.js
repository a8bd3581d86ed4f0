export const id = 865;

export const ids = [ 865 ];

export const modules = {
  1865: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => __WEBPACK_DEFAULT_EXPORT__
    });
    var _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
    var _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2914);
    var _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1380);
    const __WEBPACK_DEFAULT_EXPORT__ = (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.QP)({
      name: "open-pull-request",
      title: "Open a pull request",
      description: "Proposes files of the checkout as a pull request, in this repository or another, without git and without a clone. Run again, it updates the same pull request or finds nothing to do.",
      branding: {
        icon: "git-pull-request",
        color: "purple"
      },
      permissions: {
        contents: "write",
        "pull-requests": "write"
      },
      inputs: {
        repository: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The repository to propose to, as `OWNER/NAME`. Default: this one."
        }),
        base: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The branch that the pull request goes into. Default: the default branch."
        }),
        branch: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.mw)({
          description: "The branch of the pull request. The same name is the same pull request in the next run.",
          example: "release/update-crds"
        }),
        title: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.mw)({
          description: "Title of the pull request.",
          example: "Update the CRDs of MCAD to v1.40.0"
        }),
        body: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Text of the pull request, Markdown."
        }),
        "body-file": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "A file with the text, instead of `body`: in the checkout, or a report that an earlier step wrote for this job."
        }),
        paths: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Files and directories of the checkout to commit. What is listed and not in the checkout is deleted, also within a directory.",
          example: "config/crd"
        }),
        "from-dir": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "A directory of the checkout, to be put into `to-dir` instead of `paths`.",
          example: "bundle"
        }),
        "to-dir": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The directory of the repository that holds exactly what `from-dir` holds.",
          example: "operators/codeflare-operator/1.2.0"
        }),
        "commit-message": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Message of the commit. Default: the title."
        }),
        "fork-owner": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "User or organization whose fork holds the branch; the fork is made when it is missing. Default: the branch is in the repository itself."
        }),
        labels: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Labels to add.",
          commas: true,
          example: "release"
        }),
        reviewers: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Users, or teams as `ORG/TEAM`, to ask for a review.",
          commas: true,
          example: "project-codeflare/maintainers"
        }),
        "sign-off": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)({
          description: "End the commit with the `Signed-off-by` line of the token’s account, as the DCO asks.",
          default: "true"
        }),
        draft: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)({
          description: "Open it as a draft.",
          default: "false"
        }),
        "auto-merge": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Yq)([ "none", "merge", "squash", "rebase" ], {
          description: "Let GitHub merge it in this way once its requirements are met; at once when they are.",
          default: "none"
        }),
        token: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.e1)("`contents: write` and `pull-requests: write`; with the default token no checks start on the pull request, with an app’s they do")
      },
      outputs: {
        "pull-request-number": "Number of the pull request; empty when there is none.",
        "pull-request-url": "Its page; empty when there is none.",
        state: "`open`, `merged`, `closed`, or `none` when there was nothing to propose.",
        sha: "The commit with the content: the merge commit once merged, else the head of the branch; empty for `none`."
      },
      async plan(inputs, {environment: environment, workspace: workspace, log: log, signal: signal}) {
        const files = new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__.aR(workspace);
        const proposal = await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.i)(new _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.GitHub({
          token: inputs.token,
          environment: environment,
          signal: signal,
          log: told => log.info(told)
        }), {
          repository: (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.runPlace)(environment, inputs.repository).repository,
          base: inputs.base,
          branch: inputs.branch,
          forkOwner: inputs["fork-owner"],
          files: (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(files, {
            paths: inputs.paths,
            from: inputs["from-dir"],
            to: inputs["to-dir"]
          }),
          title: inputs.title,
          body: await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.Te)(files, {
            body: inputs.body,
            file: inputs["body-file"],
            temp: environment["RUNNER_TEMP"]
          }),
          message: inputs["commit-message"] === "" ? inputs.title : inputs["commit-message"],
          signOff: inputs["sign-off"],
          draft: inputs.draft,
          labels: inputs.labels,
          reviewers: inputs.reviewers,
          autoMerge: inputs["auto-merge"] === "none" ? null : inputs["auto-merge"]
        });
        return {
          changes: proposal.changes,
          findings: proposal.findings,
          outputs() {
            const {state: state, pull: pull, commit: commit} = proposal.outcome();
            return {
              "pull-request-number": pull?.number ?? "",
              "pull-request-url": pull?.url ?? "",
              state: state,
              sha: commit ?? ""
            };
          },
          report: () => (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.rT)(proposal)
        };
      }
    });
  }
};
