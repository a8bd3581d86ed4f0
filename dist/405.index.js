export const id = 405;

export const ids = [ 405 ];

export const modules = {
  3405: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => release_components_action
    });
    var action = __webpack_require__(9247);
    var packages_github = __webpack_require__(2914);
    var matrix = __webpack_require__(8688);
    var packages_plan = __webpack_require__(1380);
    var packages_registry = __webpack_require__(5962);
    var packages_train = __webpack_require__(8072);
    var world = __webpack_require__(8926);
    function componentWorld(train, planning, github, registry, waiting) {
      const named = repository => (0, packages_github.SU)(repository, train.file);
      return {
        planning: planning,
        tagCommit: (repository, tag) => (0, packages_github.eF)(github, named(repository), tag),
        async releasePage(repository, tag) {
          const place = {
            ...named(repository),
            tag: tag
          };
          const found = await (0, packages_github.Re)(github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", place));
          return found === null || found.data.draft ? null : found.data.html_url;
        },
        async digest(image, tag) {
          return (await registry.head((0, packages_registry.F2)(`${image}:${tag}`, train.file)))?.digest ?? null;
        },
        workflow: (repository, file, ref) => (0, packages_github.g8)(github, named(repository), file, ref),
        start: (repository, wish) => (0, packages_github.mL)(github, named(repository), wish),
        async ended(repository, run, told) {
          const ended = await (0, packages_github.Ig)(github, named(repository), run, {
            ...waiting,
            onChange: seen => {
              const attempt = seen.attempt > 1 ? `, attempt ${seen.attempt}` : "";
              if (seen.status !== "completed") told(`${seen.status.replace("_", " ")}${attempt}. ${(0, 
              packages_github.RK)(seen) ?? ""}`.trimEnd());
            }
          });
          return {
            id: ended.id,
            url: ended.url,
            conclusion: ended.conclusion ?? "",
            words: (0, packages_github.Do)(ended)
          };
        },
        failures: (repository, {id: id}) => (0, packages_github.Mf)(github, named(repository), id),
        async createTag(repository, tag, commit) {
          const wish = {
            tag: tag,
            commit: commit,
            message: `Release ${tag}`
          };
          const change = await (0, packages_github.VZ)(github, named(repository), wish, `release ${tag}`);
          if (change !== null) await (0, packages_plan.Bb)([ change ], {
            sleep: github.sleep
          });
        }
      };
    }
    const release_components_action = (0, action.QP)({
      name: "release-components",
      title: "Release the components",
      description: "Starts the release workflow of each component that needs a release, in dependency order and side by side where nothing depends on another, waits for them, and makes sure that tag, release and images came to be. Run again after anything: what is released is skipped, what is under way is waited for.",
      branding: {
        icon: "play-circle",
        color: "blue"
      },
      permissions: {
        contents: "read",
        actions: "write"
      },
      inputs: {
        components: (0, action.p_)({
          description: "Components to release, by id or name. Default: all but the leading one, which is released when it has taken the others in.",
          example: "mcad",
          commas: true
        }),
        versions: (0, action.p_)({
          description: "Versions, one a line: `Component=vX.Y.Z`, as `release-plan` gives them in `version-list`. Default: as `release-plan` would plan them now.",
          example: "mcad=v1.41.0",
          commas: true
        }),
        wait: (0, action.Jt)({
          description: "Wait until the runs have ended. `false` starts what can be started and ends; run again to go on when those are done.",
          default: "true"
        }),
        "timeout-minutes": (0, action.nd)({
          description: "How long to wait for one run, in minutes. What was started goes on by itself after that.",
          default: "120",
          min: 1,
          max: 2880
        }),
        ref: (0, action.Qq)({
          description: "The branch on which the workflows are started. Default: for a patch the branch of its line (`release-1.4` or `v1.4`) where there is one, else the component’s branch.",
          example: "release-1.4"
        }),
        now: (0, action.Qq)({
          description: "The time, for rehearsals: a frozen sprint holds up what is planned here. Default: the clock.",
          example: "2024-04-05T09:00:00Z"
        }),
        manifest: (0, action._U)(),
        token: (0, action.e1)("`actions: write` and `contents: read` on each component’s repository (`contents: write` where a release is only a tag). The default token only has that on its own repository: use an app’s token for a train")
      },
      outputs: {
        released: "JSON array of `{component, repository, version, commit, url, images}`: every component asked for that is released, before or by this run; `images` are `{reference, digest}`.",
        runs: "JSON array of `{component, repository, id, url, conclusion}`: the runs that were started or waited for; `conclusion` is null for one that is under way.",
        versions: "JSON object: the tag of each component asked for by its id."
      },
      async plan(inputs, {environment: environment, workspace: workspace, log: log, signal: signal, sleep: sleep}) {
        const train = await (0, packages_train.eY)(new packages_plan.aR(workspace), inputs.manifest);
        const told = (0, matrix.Xl)(train, inputs.versions, "versions");
        const github = new packages_github.GitHub({
          token: inputs.token,
          environment: environment,
          signal: signal,
          log: line => log.info(line),
          ...sleep !== void 0 && {
            sleep: sleep
          }
        });
        const registry = new packages_registry.bP({
          credentials: (0, packages_registry.gD)({
            environment: environment
          }),
          endpoints: (0, packages_registry.aL)(environment["CODEFLARE_REGISTRY_ENDPOINTS"]),
          insecure: [],
          signal: signal,
          onWarning: line => log.warning(line),
          onSecret: value => log.mask(value)
        });
        const waiting = {
          timeoutMs: inputs["timeout-minutes"] * 6e4,
          now: () => performance.now()
        };
        const planning = (0, world.s)(train, github, registry);
        const versions = told.size > 0 ? new Map([ ...told ].map(([id, {version: version}]) => [ id, version ])) : await (0, 
        packages_train.KO)(train, planning, inputs.now === "" ? (new Date).toISOString() : inputs.now);
        const plan = await (0, packages_train.W7)(train, componentWorld(train, planning, github, registry, waiting), {
          components: inputs.components,
          versions: versions,
          ref: inputs.ref
        }, {
          wait: inputs.wait,
          ...waiting,
          sleep: github.sleep,
          log: line => log.info(line)
        });
        return {
          changes: plan.changes,
          get findings() {
            return plan.findings();
          },
          outputs: () => ({
            released: plan.released(),
            runs: plan.runs(),
            versions: plan.versions
          }),
          report: () => plan.report()
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
