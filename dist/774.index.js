export const id = 774;

export const ids = [ 774 ];

export const modules = {
  774: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => __WEBPACK_DEFAULT_EXPORT__
    });
    var _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
    var _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2914);
    var _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8688);
    var _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1380);
    var _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5962);
    var _packages_train_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8072);
    var _world_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8926);
    const __WEBPACK_DEFAULT_EXPORT__ = (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.QP)({
      name: "release-plan",
      title: "Plan a release",
      description: "Tells where a release of the whole train stands: what is done, what comes next, what blocks it, and what each version will be. Read from tags, releases, pull requests, files and image digests; nothing is written.",
      branding: {
        icon: "map",
        color: "blue"
      },
      permissions: {
        contents: "read",
        "pull-requests": "read"
      },
      inputs: {
        version: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Version of the train. Default: the release that is under way, else the one that comes next, as its commits ask for it.",
          example: "v1.3.0"
        }),
        hotfix: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)({
          description: "An out-of-band release on a release line: the next patch, with nothing but what was fixed. The freeze does not hold it up.",
          default: "false"
        }),
        line: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Release line, for a hotfix of an older one. Default: the newest.",
          example: "1.2"
        }),
        now: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The time, for rehearsals. Default: the clock.",
          example: "2024-04-05T09:00:00Z"
        }),
        "ignore-freeze": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)({
          description: "Begin a release although the sprint is frozen.",
          default: "false"
        }),
        manifest: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__._U)(),
        token: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.e1)("`contents: read` and `pull-requests: read`; other repositories of the train are read as the public sees them")
      },
      outputs: {
        stage: "The first step that is not done: `components`, `references`, `bundle`, `tag`, `catalog`, `stable`, `announce`, `downstream`; `complete` when all are.",
        next: "The same, when that step can be done now; empty when it is held up, or nothing is left.",
        done: "JSON array of `{step, number, title}`: what is done.",
        "blocked-by": "JSON array of `{step, message, advice, url}`: what holds the stage up.",
        frozen: "`true` on the last days of a sprint, as many as the calendar says.",
        version: "Tag of the train’s version: `v1.3.0`.",
        versions: "JSON object: the tag of each component and external project in this release by its id.",
        "previous-versions": "JSON object: the same for the release before.",
        "version-list": "The versions as other actions take them: `operator=v1.3.0`, one a line.",
        matrix: "The support matrix of this release, as Markdown.",
        "stable-images": "What `retag-image` takes as `images` to move `stable` to this release: `IMAGE:v1.3.0 => stable`, one a line.",
        images: "What `nightly-integration` takes as `images` to test this release: `mcad=IMAGE:v1.41.0`, one a line; the leading component as built from its branch until its tag is there.",
        adoptions: "JSON array of `{id, name, tag, due, state}`: releases of external projects that are to be adopted; `state` is `due`, `overdue`, or `open` for one without a deadline.",
        downstream: "JSON array of `{name, repository, branch, file, section}`: downstream repositories that do not have this release yet; the last two say where their support matrix is, empty for none."
      },
      async plan(inputs, {environment: environment, workspace: workspace, log: log, signal: signal}) {
        const now = inputs.now === "" ? (new Date).toISOString() : inputs.now;
        const request = (0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_5__.Rv)({
          ...inputs,
          ignoreFreeze: inputs["ignore-freeze"],
          today: (0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_5__.kb)(now, "Input “now”")
        });
        const train = await (0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_5__.eY)(new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_3__.aR(workspace), inputs.manifest);
        const github = new _packages_github_index_js__WEBPACK_IMPORTED_MODULE_1__.GitHub({
          token: inputs.token,
          environment: environment,
          signal: signal,
          log: line => log.info(line)
        });
        const registry = new _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_4__.bP({
          credentials: (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_4__.gD)({
            environment: environment
          }),
          endpoints: (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_4__.aL)(environment["CODEFLARE_REGISTRY_ENDPOINTS"]),
          insecure: [],
          signal: signal,
          onWarning: line => log.warning(line),
          onSecret: value => log.mask(value)
        });
        const found = await (0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_5__.dv)(train, (0, 
        _world_js__WEBPACK_IMPORTED_MODULE_6__.s)(train, github, registry), request);
        const matrix = (0, _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_2__.bo)((0, 
        _packages_train_index_js__WEBPACK_IMPORTED_MODULE_5__.AX)(found, github.serverUrl), "\n");
        return {
          changes: [],
          findings: (0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_5__.WX)(found),
          outputs: () => ({
            ...(0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_5__.Np)(found),
            matrix: matrix
          }),
          report: () => (0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_5__.IH)(found)
        };
      }
    });
  },
  8926: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      s: () => releaseWorld
    });
    var _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9176);
    var _packages_crds_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2549);
    var _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2914);
    var _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5962);
    var _packages_train_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8072);
    function releaseWorld(train, github, registry) {
      const named = repository => (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.SU)(repository, train.file);
      const histories = new Map;
      const contents = remembering(async (repository, path, ref) => {
        const place = {
          ...named(repository),
          path: path,
          ref: ref
        };
        return (await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.Re)(github.request("GET /repos/{owner}/{repo}/contents/{path}", place)))?.data ?? null;
      });
      const bytes = async (repository, path, ref) => {
        const found = await contents(repository, path, ref);
        return isFile(found) ? Buffer.from(found.content, "base64") : null;
      };
      return {
        history(repository) {
          const known = histories.get(repository) ?? listingOnce(new _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.ZN(github, named(repository)));
          histories.set(repository, known);
          return known;
        },
        head: remembering((repository, branch) => (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.P)(github, named(repository), branch)),
        file: async (repository, path, ref) => (await bytes(repository, path, ref))?.toString("utf8") ?? null,
        hasDirectory: async (repository, path, ref) => Array.isArray(await contents(repository, path, ref)),
        published: remembering((repository, tag) => published(github, named(repository), tag)),
        pullRequests: remembering(repository => pullRequests(github, named(repository))),
        async digest(image, tag) {
          return (await registry.head((0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_3__.F2)(`${image}:${tag}`, train.file)))?.digest ?? null;
        },
        async copiedFrom(repository, {from: from, path: path, to: to}, ref) {
          const file = `${to.replace(/\/$/, "")}/crds.lock.yaml`;
          const {crds: crds} = (0, _packages_crds_index_js__WEBPACK_IMPORTED_MODULE_1__.mF)(await bytes(repository, file, ref), file);
          const owner = (0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_4__.gz)(train, from, train.file).repository.toLowerCase();
          const copied = [ ...crds.values() ].filter(one => one.repository.toLowerCase() === owner && (one.path === path || one.path.startsWith(`${path}/`)));
          const [first, ...others] = new Set(copied.map(one => one.ref));
          return others.length === 0 ? first ?? null : null;
        },
        announced: (repository, tag) => (0, _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_0__.Mm)((0, 
        _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_0__.wJ)(github, named(repository), ""), `${repository}@${tag}`)
      };
    }
    async function published(github, place, tag) {
      const found = await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.Re)(github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
        ...place,
        tag: tag
      }));
      if (found === null || found.data.draft) return null;
      const {html_url: url, published_at: at, created_at: made, body: body} = found.data;
      return {
        url: url,
        publishedOn: (0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_4__.kb)(at ?? made, `release ${tag}`),
        notes: body ?? ""
      };
    }
    async function pullRequests(github, place) {
      const newest = {
        ...place,
        state: "all",
        sort: "created",
        direction: "desc",
        per_page: 100
      };
      const found = await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.Re)(github.request("GET /repos/{owner}/{repo}/pulls", newest));
      return (found?.data ?? []).map(({title: title, head: head, html_url: url, state: state, merged_at: mergedAt}) => ({
        title: title,
        branch: head.ref,
        url: url,
        state: mergedAt !== null ? "merged" : state === "open" ? "open" : "closed"
      }));
    }
    function isFile(data) {
      const isObject = typeof data === "object" && data !== null;
      return isObject && "content" in data && typeof data.content === "string" && "encoding" in data && data.encoding === "base64";
    }
    function listingOnce(history) {
      return {
        tags: remembering(async prefix => await (0, _packages_github_index_js__WEBPACK_IMPORTED_MODULE_2__.Re)(history.tags(prefix)) ?? []),
        commitOf: tag => history.commitOf(tag),
        contains: (head, commit) => history.contains(head, commit),
        since: remembering((ancestor, head) => history.since(ancestor, head))
      };
    }
    function remembering(ask) {
      const known = new Map;
      return (...given) => {
        const key = JSON.stringify(given);
        const answer = known.get(key) ?? ask(...given);
        known.set(key, answer);
        return answer;
      };
    }
  }
};
