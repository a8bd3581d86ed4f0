export const id = 196;

export const ids = [ 196 ];

export const modules = {
  4683: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => __WEBPACK_DEFAULT_EXPORT__
    });
    var _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
    var _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8688);
    var _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1380);
    var _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5962);
    var _packages_train_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8072);
    var _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9899);
    const __WEBPACK_DEFAULT_EXPORT__ = (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.QP)({
      name: "update-image-refs",
      title: "Update image references",
      description: "Writes released versions, and digests when asked, wherever the manifest says that they are written: Makefile, go.mod, kustomizations, params.env, ImageStreams and more. Only the version itself changes in a file; a place that is not as expected stops the run before anything is written.",
      branding: {
        icon: "edit-3",
        color: "blue"
      },
      permissions: {},
      inputs: {
        versions: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Released versions, one a line: `Component=vX.Y.Z`, a component by id or by name.",
          example: "mcad=v1.40.0",
          commas: true
        }),
        images: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Whole image references, one a line: `NAME=REFERENCE`; the name is the key under which it is written, or the image without tag.",
          example: "codeflare-operator-controller-image=quay.io/project-codeflare/codeflare-operator:v1.2.0"
        }),
        paths: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Files or globs. Default: every file that the manifest names for this repository. In other files the references to images of the told components are written.",
          example: "config/**/*.yaml",
          commas: true
        }),
        digests: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)({
          description: "Pin images to the digest that the registry has for their new tag.",
          default: "false"
        }),
        repository: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The repository that is checked out, `OWNER/NAME`, as the manifest knows it. Default: the one that the workflow runs in.",
          example: "opendatahub-io/distributed-workloads"
        }),
        manifest: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__._U)()
      },
      outputs: {
        files: "JSON array of the files in which the versions are written, whether they change or not.",
        paths: "The same files, one a line, as `open-pull-request` takes them.",
        references: "JSON array of `{file, line, before, after}`: every place that changes."
      },
      async plan(inputs, {environment: environment, workspace: root, log: log, signal: signal}) {
        const workspace = new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__.aR(root);
        const train = await (0, _packages_train_index_js__WEBPACK_IMPORTED_MODULE_4__.eY)(workspace, inputs.manifest);
        const {wanted: wanted, idle: idle} = await (0, _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_1__.aK)({
          ...inputs,
          workspace: workspace,
          train: train,
          repository: (0, _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_1__.M8)(inputs.repository, environment)
        });
        const registry = new _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_3__.bP({
          credentials: (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_3__.gD)({
            environment: environment
          }),
          endpoints: (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_3__.aL)(environment["CODEFLARE_REGISTRY_ENDPOINTS"]),
          signal: signal,
          onWarning: line => log.warning(line),
          onSecret: value => log.mask(value)
        });
        const digestOf = (0, _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_1__.tN)(async image => (await registry.head((0, 
        _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_3__.F2)(image, "image")))?.digest ?? null);
        const update = await (0, _packages_versions_index_js__WEBPACK_IMPORTED_MODULE_5__.ZL)(workspace, wanted, inputs.digests ? digestOf : void 0);
        return {
          changes: update.changes,
          findings: (0, _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_1__.Cw)(update, idle, train.file),
          outputs: () => ({
            files: update.files,
            paths: update.files.join("\n"),
            references: update.edits.map(({file: file, line: line, before: before, after: after}) => ({
              file: file,
              line: line,
              before: before,
              after: after
            }))
          }),
          report: () => (0, _packages_matrix_index_js__WEBPACK_IMPORTED_MODULE_1__.nD)(update, idle)
        };
      }
    });
  },
  370: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      A: () => pLimit
    });
    class Node {
      value;
      next;
      constructor(value) {
        this.value = value;
      }
    }
    class Queue {
      #head;
      #tail;
      #size;
      constructor() {
        this.clear();
      }
      enqueue(value) {
        const node = new Node(value);
        if (this.#head) {
          this.#tail.next = node;
          this.#tail = node;
        } else {
          this.#head = node;
          this.#tail = node;
        }
        this.#size++;
      }
      dequeue() {
        const current = this.#head;
        if (!current) return;
        this.#head = this.#head.next;
        this.#size--;
        if (!this.#head) this.#tail = void 0;
        return current.value;
      }
      peek() {
        if (!this.#head) return;
        return this.#head.value;
      }
      clear() {
        this.#head = void 0;
        this.#tail = void 0;
        this.#size = 0;
      }
      get size() {
        return this.#size;
      }
      * [Symbol.iterator]() {
        let current = this.#head;
        while (current) {
          yield current.value;
          current = current.next;
        }
      }
      * drain() {
        while (this.#head) yield this.dequeue();
      }
    }
    function pLimit(concurrency) {
      let rejectOnClear = false;
      if (typeof concurrency === "object") ({concurrency: concurrency, rejectOnClear: rejectOnClear = false} = concurrency);
      validateConcurrency(concurrency);
      if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
      const queue = new Queue;
      let activeCount = 0;
      const resumeNext = () => {
        if (activeCount < concurrency && queue.size > 0) {
          activeCount++;
          queue.dequeue().run();
        }
      };
      const next = () => {
        activeCount--;
        resumeNext();
      };
      const run = async (function_, resolve, arguments_) => {
        const result = (async () => function_(...arguments_))();
        resolve(result);
        try {
          await result;
        } catch {}
        next();
      };
      const enqueue = (function_, resolve, reject, arguments_) => {
        const queueItem = {
          reject: reject
        };
        new Promise(internalResolve => {
          queueItem.run = internalResolve;
          queue.enqueue(queueItem);
        }).then(run.bind(void 0, function_, resolve, arguments_));
        if (activeCount < concurrency) resumeNext();
      };
      const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
        enqueue(function_, resolve, reject, arguments_);
      });
      Object.defineProperties(generator, {
        activeCount: {
          get: () => activeCount
        },
        pendingCount: {
          get: () => queue.size
        },
        clearQueue: {
          value() {
            if (!rejectOnClear) {
              queue.clear();
              return;
            }
            const abortError = AbortSignal.abort().reason;
            while (queue.size > 0) queue.dequeue().reject(abortError);
          }
        },
        concurrency: {
          get: () => concurrency,
          set(newConcurrency) {
            validateConcurrency(newConcurrency);
            concurrency = newConcurrency;
            queueMicrotask(() => {
              while (activeCount < concurrency && queue.size > 0) resumeNext();
            });
          }
        },
        map: {
          async value(iterable, function_) {
            const promises = [];
            try {
              Array.from(iterable, (value, index) => {
                const promise = generator(function_, value, index);
                promises.push(promise);
                return promise;
              });
            } catch (error) {
              for (const promise of promises) promise.catch(() => {});
              throw error;
            }
            return Promise.all(promises);
          }
        }
      });
      return generator;
    }
    function validateConcurrency(concurrency) {
      if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
    }
  }
};
