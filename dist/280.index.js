export const id = 280;

export const ids = [ 280 ];

export const modules = {
  3280: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => __WEBPACK_DEFAULT_EXPORT__
    });
    var _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
    var _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2914);
    var _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8688);
    var _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1380);
    var _packages_train_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8072);
    const __WEBPACK_DEFAULT_EXPORT__ = (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.QP)({
      name: "update-support-matrix",
      title: "Update the support matrix",
      description: "Keeps the table of the versions that belong together: each version from its source of truth, compared with every other place where it is written, checked to be a real tag, linked, in straight columns. Nothing outside the table changes.",
      branding: {
        icon: "grid",
        color: "blue"
      },
      permissions: {
        contents: "read"
      },
      inputs: {
        file: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The Markdown file that holds the matrix.",
          default: "README.md"
        }),
        section: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Name of the comments around the matrix (`\x3c!-- NAME start --\x3e`, `\x3c!-- NAME end --\x3e`), or of the heading above it.",
          default: "Compatibility Matrix"
        }),
        versions: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Versions of this release, one a line: `Component=vX.Y.Z`. A component that is not named keeps what its source of truth says: the first place that the manifest names, else the matrix itself.",
          example: "mcad=v1.40.0",
          commas: true
        }),
        downgrades: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Components whose version may go back; for any other one that is refused.",
          example: "kuberay",
          commas: true
        }),
        verify: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)({
          description: "Every version must be a tag of the linked repository. Tags of the repository itself are left out: they are made after the matrix.",
          default: "true"
        }),
        sources: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)({
          description: "Take versions from, and compare them with, every file that the manifest names for this repository.",
          default: "true"
        }),
        mode: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Yq)([ "update", "check" ], {
          description: "`update` writes the matrix; `check` writes nothing and fails on what is wrong with it.",
          default: "update"
        }),
        "notes-file": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "A Markdown file, release notes for instance, that also gets the matrix."
        }),
        repository: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The repository that is checked out, `OWNER/NAME`, as the manifest knows it. Default: the one that the workflow runs in.",
          example: "opendatahub-io/distributed-workloads"
        }),
        manifest: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__._U)(),
        token: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.e1)("`contents: read`; other repositories of the train are asked for their public tags")
      },
      outputs: {
        matrix: "The table, as Markdown.",
        versions: "JSON object: the tag of each component by its id.",
        inconsistencies: "JSON array of findings: `{severity, rule, message, advice, file, line, column}`."
      },
      async plan(inputs, {environment: environment, workspace: root, log: log, signal: signal}) {
        const workspace = new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_3__.aR(root);
        const github = new _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.GitHub({
          token: inputs.token,
          environment: environment,
          signal: signal,
          log: line => log.info(line)
        });
        const tagExists = async (repository, tag) => await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.eF)(github, (0, 
        _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.SU)(repository, "repository"), tag) !== null;
        const plan = await (0, _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_2__.T4)({
          ...inputs,
          workspace: workspace,
          train: await (0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_4__.eY)(workspace, inputs.manifest),
          repository: (0, _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_2__.M8)(inputs.repository, environment),
          server: github.serverUrl,
          tagExists: inputs.verify ? tagExists : null,
          notesFile: inputs["notes-file"] === "" ? null : inputs["notes-file"]
        });
        return {
          changes: plan.changes,
          findings: plan.findings,
          ...plan.refusal !== null && {
            refusal: plan.refusal
          },
          outputs: () => ({
            matrix: plan.markdown,
            versions: plan.versions,
            inconsistencies: plan.findings
          }),
          report: () => (0, _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_2__.QW)(plan, inputs.section)
        };
      }
    });
  }
};
