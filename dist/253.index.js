export const id = 253;

export const ids = [ 253 ];

export const modules = {
  9716: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => __WEBPACK_DEFAULT_EXPORT__
    });
    var _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
    var _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5962);
    const __WEBPACK_DEFAULT_EXPORT__ = (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.QP)({
      name: "retag-image",
      title: "Move image tags",
      description: "Points tags of a container image at a digest that was tested: every platform, attestation and signature, byte for byte, in this repository or another, without pulling or building anything. A published version never changes, and stable never goes back.",
      branding: {
        icon: "tag",
        color: "blue"
      },
      permissions: {},
      inputs: {
        source: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The image that the tags shall point at, by tag or by digest.",
          example: "quay.io/project-codeflare/codeflare-operator:dev"
        }),
        tags: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Tags to point at it: bare tags of the source's repository, or full references, also of other repositories and registries.",
          example: "v1.2.0",
          commas: true
        }),
        images: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Several images at once, instead of `source` and `tags`: `SOURCE => TAG TAG…`, one image a line. Nothing is written when one of them is refused.",
          example: "quay.io/project-codeflare/instascale:v0.1.0 => stable"
        }),
        username: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "User or robot account of the registry that is written to. Default: what an earlier step logged in with (Docker, podman, credential helpers)."
        }),
        password: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.rJ)({
          description: "Password or token of that user."
        }),
        guard: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Yq)([ "strict", "off" ], {
          description: "`strict`: a version tag never moves to another digest, and a channel tag only to a higher release. `off`: every tag moves.",
          default: "strict"
        }),
        channels: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Tags that show the newest release; the guard lets them only go forward.",
          default: "stable",
          commas: true
        }),
        referrers: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)({
          description: "Take along to another repository what belongs to an image and its platforms: signatures, SBOMs, attestations. Within one repository they stay attached to the digest anyway.",
          default: "true"
        }),
        missing: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Yq)([ "error", "skip" ], {
          description: "What to do about a source that is not in the registry: fail, or leave it out; the output `digest` is then empty. For workflows that build an image only when it is not there.",
          default: "error"
        }),
        "insecure-registries": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Registry hosts that are spoken to over plain HTTP.",
          example: "localhost:5000",
          commas: true
        })
      },
      outputs: {
        digest: "Digest of the image, when the run is about one; empty for several, and for one that is missing.",
        "media-type": "Its media type: an index, or a single image.",
        platforms: "The platforms of its index, separated by commas (`linux/amd64,linux/arm64`); empty for a single image.",
        tags: "JSON array of `{reference, before, after, moved}`: every tag that was asked for, with digests or null.",
        displaced: "JSON array of `{reference, digest}`: what the moved tags pointed at before."
      },
      async plan(inputs, {environment: environment, log: log, signal: signal}) {
        const requests = (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__.h7)(inputs);
        const client = new _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__.bP({
          credentials: (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__.gD)({
            environment: environment,
            ...(0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__.kw)(requests, inputs)
          }),
          endpoints: (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__.aL)(environment["CODEFLARE_REGISTRY_ENDPOINTS"]),
          insecure: inputs["insecure-registries"],
          signal: signal,
          onWarning: line => log.warning(line),
          onSecret: value => log.mask(value)
        });
        const plan = await (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__.Jk)(client, requests, inputs, {
          onProgress: line => log.info(line)
        });
        return {
          changes: plan.changes,
          findings: plan.findings,
          ...plan.refusal !== null && {
            refusal: plan.refusal
          },
          outputs: () => ({
            ...(0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(plan),
            tags: (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__.Ev)(plan),
            displaced: (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__.z2)(plan)
          }),
          report: () => (0, _packages_registry_index_js__WEBPACK_IMPORTED_MODULE_1__.A6)(plan)
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
