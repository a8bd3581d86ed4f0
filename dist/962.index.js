export const id = 962;

export const ids = [ 962 ];

export const modules = {
  5962: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      bP: () => RegistryClient,
      kw: () => credentialsGiven,
      z2: () => displacedBy,
      gD: () => findCredentials,
      FH: () => formatReference,
      Ev: () => movementsOf,
      aL: () => parseEndpoints,
      F2: () => parseReference,
      Jk: () => planRetag,
      h7: () => readRequests,
      A6: () => reportRetag,
      ZZ: () => summarizeSource
    });
    var packages_plan = __webpack_require__(1380);
    var external_node_crypto_ = __webpack_require__(7598);
    const HEX_LENGTH = {
      sha256: 64,
      sha512: 128
    };
    function digestOf(content, algorithm = "sha256") {
      return `${algorithm}:${(0, external_node_crypto_.createHash)(algorithm).update(content).digest("hex")}`;
    }
    function isDigest(text) {
      return algorithmOf(text) !== null;
    }
    function algorithmOf(digest) {
      const [, name, hex = ""] = /^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? [];
      if (name !== "sha256" && name !== "sha512") return null;
      return hex.length === HEX_LENGTH[name] ? name : null;
    }
    function matchesDigest(content, digest) {
      const algorithm = algorithmOf(digest);
      return algorithm !== null && digestOf(content, algorithm) === digest;
    }
    function shortDigest(digest) {
      const [algorithm = "", hex = ""] = digest.split(":", 2);
      return `${algorithm}:${hex.slice(0, 12)}`;
    }
    function parseObject(bytes, what) {
      try {
        const value = JSON.parse(new TextDecoder("utf-8", {
          fatal: true
        }).decode(bytes));
        if (isObject(value)) return value;
      } catch (error) {
        throw new packages_plan._7(`${what} is not JSON.`, {
          cause: error
        });
      }
      throw new packages_plan._7(`${what} is not a JSON object.`);
    }
    function isObject(value) {
      return typeof value === "object" && value !== null && !Array.isArray(value);
    }
    const LONGEST_ERROR = 64 * 1024;
    function problemsOf(body) {
      try {
        const content = JSON.parse(Buffer.from(body).toString("utf8"));
        const errors = isObject(content) && Array.isArray(content["errors"]) ? content["errors"] : [];
        return errors.filter(isObject).map(({code: code, message: message}) => ({
          code: oneLine(code),
          message: oneLine(message)
        }));
      } catch {
        return [];
      }
    }
    function describeAnswer({status: status, body: body}) {
      const problems = problemsOf(body).map(({code: code, message: message}) => [ code, message ].filter(text => text !== "").join(": "));
      const text = problems.length > 0 ? problems.join("; ") : oneLine(Buffer.from(body).toString("utf8"));
      return text === "" ? `status ${status}` : `status ${status}, ${text}`;
    }
    function failure(doing, registry, answer) {
      const said = describeAnswer(answer);
      const {status: status} = answer;
      if (status === 401 || status === 403) return new packages_plan.yo(`${registry} does not allow ${doing} (${said}).`, {
        advice: "The credentials were accepted as such, or none were found; what they lack is the right. Check who may push there, and which account is used."
      });
      if (status === 429) return new packages_plan._7(`${registry} limits the rate of requests and did not let through ${doing} (${said}).`, {
        advice: "Run again later; what was done so far stays done."
      });
      if (status === 409 || problemsOf(answer.body).some(({code: code}) => /IMMUTABLE/i.test(code))) return new packages_plan.yo(`${registry} refuses ${doing} (${said}).`, {
        advice: "The tag is immutable there. Promote under another version, or lift the rule on the registry."
      });
      return new packages_plan._7(`${registry} failed at ${doing} (${said}).`);
    }
    function oneLine(text) {
      if (typeof text !== "string") return "";
      const clean = text.replace(/[\p{C}\s]+/gu, " ").trim();
      return clean.length > 300 ? `${clean.slice(0, 300)}…` : clean;
    }
    var external_node_v8_ = __webpack_require__(8877);
    var external_node_vm_ = __webpack_require__(714);
    const SWEEP = 16 * 1024 * 1024;
    async function* swept(pieces) {
      let bytes = 0;
      for await (const piece of pieces) {
        bytes += piece.length;
        if (bytes >= SWEEP) {
          bytes = 0;
          collect();
        }
        yield piece;
      }
    }
    let collector;
    function collect() {
      collector ??= findCollector();
      collector?.({
        type: "minor"
      });
    }
    function findCollector() {
      (0, external_node_v8_.setFlagsFromString)("--expose-gc");
      const found = (0, external_node_vm_.runInNewContext)("globalThis.gc");
      return typeof found === "function" ? options => void Reflect.apply(found, void 0, [ options ]) : null;
    }
    const TAG = /^\w[\w.-]{0,127}$/;
    const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
    const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?$/;
    const LONGEST = 520;
    const DOCKER_HUB = "docker.io";
    function isTag(text) {
      return TAG.test(text);
    }
    function parseReference(text, what = "reference") {
      const wrong = why => new packages_plan.yo(`${what}: “${text.slice(0, LONGEST)}” is not an image reference: ${why}.`, {
        advice: "Write it as HOST/NAME:TAG or HOST/NAME@sha256:…, for example quay.io/project-codeflare/instascale:v0.1.0."
      });
      if (text === "") throw wrong("it is empty");
      if (text.length > LONGEST) throw wrong(`it is longer than ${LONGEST} characters`);
      if (text.includes("://")) throw wrong("it starts with a URL scheme");
      const [named = "", digest, ...more] = text.split("@");
      if (more.length > 0) throw wrong("it has more than one “@”");
      if (digest !== void 0 && !isDigest(digest)) throw wrong(`“${digest}” is not a whole sha256 or sha512 digest`);
      const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
      const [name, tag] = colon < 0 ? [ named, void 0 ] : [ named.slice(0, colon), named.slice(colon + 1) ];
      if (tag !== void 0 && !isTag(tag)) throw wrong(`“${tag}” is not a tag (letters, digits, “_”, “.”, “-”; at most 128)`);
      const {registry: registry, repository: repository} = splitName(name);
      if (!HOST.test(registry)) throw wrong(`“${registry}” is not a registry host`);
      const bad = repository.split("/").find(component => !PATH_COMPONENT.test(component));
      if (bad !== void 0) throw wrong(`“${bad}” is not a part of a repository name (lower case letters, digits, separators)`);
      if (registry.length + 1 + repository.length > 255) throw wrong("host and name are longer than 255 characters");
      return {
        registry: registry,
        repository: repository,
        ...tag !== void 0 && {
          tag: tag
        },
        ...digest !== void 0 && {
          digest: digest
        }
      };
    }
    function formatReference({registry: registry, repository: repository, tag: tag, digest: digest}) {
      return `${registry}/${repository}${tag === void 0 ? "" : `:${tag}`}${digest === void 0 ? "" : `@${digest}`}`;
    }
    function sameRepository(one, other) {
      return one.registry === other.registry && one.repository === other.repository;
    }
    function splitName(name) {
      const slash = name.indexOf("/");
      const first = slash < 0 ? "" : name.slice(0, slash);
      const isHost = /[.:A-Z[]/.test(first) || first === "localhost";
      const registry = isHost ? first : DOCKER_HUB;
      const repository = isHost ? name.slice(slash + 1) : name;
      if (registry !== DOCKER_HUB && registry !== "index.docker.io") return {
        registry: registry,
        repository: repository
      };
      return {
        registry: DOCKER_HUB,
        repository: repository.includes("/") ? repository : `library/${repository}`
      };
    }
    const RETRY = {
      attempts: 5,
      budget: 12e4,
      pause: 500,
      longest: 1e4
    };
    function isTransient(status) {
      return status === 408 || status === 429 || status >= 500 && status !== 501 && status !== 505;
    }
    function pauseAfter(attempt, asked, random, policy) {
      const mean = Math.min(policy.pause * 2 ** (attempt - 1), policy.longest);
      return Math.round(Math.max(asked ?? 0, mean * (.5 + random())));
    }
    function retryAfter(header, now) {
      const text = (header ?? "").trim();
      if (/^\d{1,9}(?:\.\d{1,9})?$/.test(text)) return Number(text) * 1e3;
      if (!/^[A-Z][a-z]{2}/.test(text)) return null;
      const date = Date.parse(text);
      return Number.isNaN(date) ? null : Math.max(0, date - now);
    }
    const TRIES = 4;
    const CHUNK = 16 * 1024 * 1024;
    class Upload {
      #transport;
      #repository;
      #blob;
      #options;
      #chunk=1 / 0;
      constructor(transport, repository, blob, options) {
        this.#transport = transport;
        this.#repository = repository;
        this.#blob = blob;
        this.#options = options;
      }
      async run(location) {
        const {size: size} = this.#blob;
        let url = location;
        let at = 0;
        let furthest = 0;
        for (let tries = 1; ;) {
          const end = Math.min(size, at + this.#chunk);
          const outcome = await this.#piece(url, at, end);
          if ("status" in outcome && outcome.status === 201 && end === size) {
            this.#options.onProgress(size - at);
            return;
          }
          if ("status" in outcome && outcome.status === 202 && end < size) {
            this.#options.onProgress(end - at);
            url = this.#transport.location(this.#repository, outcome);
            at = receivedOf(outcome) ?? end;
            continue;
          }
          if (at > furthest) tries = 1;
          furthest = Math.max(furthest, at);
          if (tries >= TRIES || !this.#isWorthwhile(outcome)) throw this.#failed(outcome);
          if ("status" in outcome && outcome.status === 413) {
            if (this.#chunk === CHUNK) throw this.#failed(outcome);
            this.#chunk = CHUNK;
          } else {
            await this.#transport.pause(tries);
            tries += 1;
          }
          const isWrong = this.#options.isDamage(outcome) || "status" in outcome && outcome.status === 400;
          const state = isWrong ? null : await this.#state(url);
          url = state?.url ?? await this.#options.start();
          at = state?.at ?? 0;
        }
      }
      async #piece(url, at, end) {
        const {content: content} = this.#options;
        const {size: size, digest: digest} = this.#blob;
        const isLast = end === size;
        const isWhole = isLast && at === 0;
        let fault;
        async function* watched(pieces) {
          try {
            yield* pieces;
          } catch (error) {
            fault = error instanceof Error ? error : new Error(String(error));
            throw error;
          }
        }
        const target = new URL(url);
        if (isLast) target.searchParams.append("digest", digest);
        try {
          return await this.#transport.send({
            method: isLast ? "PUT" : "PATCH",
            repository: this.#repository,
            access: "pull,push",
            path: target,
            headers: {
              "content-type": "application/octet-stream",
              "content-length": String(end - at),
              ...!isWhole && end > at && {
                "content-range": `${at}-${end - 1}`
              }
            },
            body: typeof content === "function" ? () => watched(content(at, end)) : content.subarray(at, end)
          });
        } catch (error) {
          if (fault !== void 0 && !this.#options.isDamage(fault)) throw fault;
          const known = fault ?? error;
          if (known instanceof packages_plan._7) return known;
          throw known;
        }
      }
      #isWorthwhile(outcome) {
        if (outcome instanceof packages_plan._7) return true;
        const {status: status} = outcome;
        return isTransient(status) || [ 200, 202, 400, 404, 413, 416 ].includes(status);
      }
      async #state(url) {
        const answer = await this.#transport.send({
          method: "GET",
          repository: this.#repository,
          access: "pull,push",
          path: url
        }).catch(error => {
          if (error instanceof packages_plan._7) return null;
          throw error;
        });
        if (answer?.status !== 204) return null;
        const at = receivedOf(answer);
        return at === null || at > this.#blob.size ? null : {
          url: this.#transport.location(this.#repository, answer, url),
          at: at
        };
      }
      #failed(outcome) {
        if (outcome instanceof packages_plan._7) return outcome;
        const doing = `to take blob ${this.#blob.digest} into ${formatReference(this.#repository)}`;
        return failure(doing, this.#repository.registry, outcome);
      }
    }
    function receivedOf({headers: headers}) {
      const [, last] = /^(?:bytes[ =])?0-(\d{1,15})$/.exec(headers.get("range")?.trim() ?? "") ?? [];
      if (last === void 0) return null;
      return last === "0" ? 0 : Number(last) + 1;
    }
    const SMALL = 1024 * 1024;
    const TINY = 64 * 1024;
    const blobs_TRIES = 4;
    class Blobs {
      #transport;
      #withoutMount=new Set;
      #withoutSinglePost=new Set;
      constructor(transport) {
        this.#transport = transport;
      }
      async copy(from, to, blob, options = {}) {
        const {onProgress: onProgress = () => {}} = options;
        const isNear = from.registry === to.registry;
        if (!isNear && blob.size <= TINY && options.isProbe !== true && !this.#withoutSinglePost.has(to.registry)) {
          const bytes = await this.#whole(from, blob);
          const {answer: answer, upload: upload} = await this.#begin(to, `digest=${encodeURIComponent(blob.digest)}`, bytes);
          if (upload === null) throw this.#refused(to, blob, answer);
          if (upload === "done") onProgress(bytes.length); else {
            this.#withoutSinglePost.add(to.registry);
            await this.#send(upload, from, to, blob, onProgress, bytes);
          }
          return "sent";
        }
        const kind = `${isNear ? "another" : "itself"} ${to.registry}`;
        let opened = this.#withoutMount.has(kind) ? null : await this.#mount(isNear ? from : to, to, blob);
        if (opened?.upload === "done") return "mounted";
        if (opened === null || opened.upload === null) {
          if (opened !== null && ![ 401, 403, 404 ].includes(opened.answer.status)) this.#withoutMount.add(kind);
          opened = await this.#begin(to, "");
        }
        if (opened.upload === null || opened.upload === "done") throw this.#refused(to, blob, opened.answer);
        const bytes = blob.size <= SMALL ? await this.#whole(from, blob) : null;
        await this.#send(opened.upload, from, to, blob, onProgress, bytes);
        return "sent";
      }
      async* read(repository, blob, start = 0, end = blob.size) {
        const what = `Blob ${blob.digest} of ${formatReference(repository)}`;
        const isWhole = start === 0 && end === blob.size;
        const hash = (0, external_node_crypto_.createHash)(algorithmOf(blob.digest) ?? "sha256");
        let at = start;
        let last;
        for (let tries = 1; at < end || tries === 1; tries += 1) {
          const range = at === 0 && isWhole ? {} : {
            range: `bytes=${at}-${Math.max(at, end - 1)}`
          };
          const answer = await this.#transport.open({
            method: "GET",
            repository: repository,
            access: "pull",
            path: `blobs/${blob.digest}`,
            headers: {
              "accept-encoding": "identity",
              ...range
            }
          });
          if (answer.stream === void 0) throw failure(`to read ${what}`, repository.registry, answer);
          let skip = answer.status === 206 ? 0 : at;
          const before = at;
          try {
            for await (const piece of answer.stream) {
              const rest = piece.subarray(Math.min(skip, piece.length), Math.min(piece.length, skip + end - at));
              skip -= Math.min(skip, piece.length);
              if (rest.length === 0) continue;
              if (isWhole) hash.update(rest);
              at += rest.length;
              if (at < end) yield rest; else last = rest;
              if (at === end && !isWhole) break;
            }
          } catch (error) {
            if (!(error instanceof packages_plan._7) || at === before && tries >= blobs_TRIES) throw error;
            await this.#transport.pause(tries);
            continue;
          }
          if (at < end && at === before && tries >= blobs_TRIES) throw new packages_plan._7(`${what} ends after ${at} of ${blob.size} bytes.`);
        }
        if (isWhole && `${blob.digest.split(":", 1)[0]}:${hash.digest("hex")}` !== blob.digest) throw new Damaged(what);
        if (last !== void 0) yield last;
      }
      async #whole(repository, blob) {
        for (let tries = 1; ;tries += 1) {
          const pieces = [];
          try {
            for await (const piece of this.read(repository, blob)) pieces.push(piece);
            return Buffer.concat(pieces);
          } catch (error) {
            if (!(error instanceof Damaged) || tries >= blobs_TRIES) throw error;
            await this.#transport.pause(tries);
          }
        }
      }
      #mount(source, to, {digest: digest}) {
        const query = new URLSearchParams({
          mount: digest,
          from: source.repository
        });
        return this.#begin(to, query.toString(), void 0, source);
      }
      async #begin(to, query, body, from) {
        const answer = await this.#transport.send({
          method: "POST",
          repository: to,
          access: "pull,push",
          path: `blobs/uploads/${query === "" ? "" : `?${query}`}`,
          headers: body === void 0 ? {} : {
            "content-type": "application/octet-stream"
          },
          body: body ?? new Uint8Array,
          ...from !== void 0 && from.repository !== to.repository && {
            from: from
          },
          isTransient: ({status: status}) => status === 200
        });
        if (answer.status === 201) return {
          answer: answer,
          upload: "done"
        };
        return {
          answer: answer,
          upload: answer.status === 202 ? this.#transport.location(to, answer) : null
        };
      }
      async #send(at, from, to, blob, onProgress, bytes) {
        if (bytes !== null && !matchesDigest(bytes, blob.digest)) throw new Damaged(`Blob ${blob.digest}`);
        const upload = new Upload(this.#transport, to, blob, {
          start: async () => {
            const {answer: answer, upload: again} = await this.#begin(to, "");
            if (again === null || again === "done") throw this.#refused(to, blob, answer);
            return again;
          },
          content: bytes ?? ((start, end) => swept(this.read(from, blob, start, end))),
          isDamage: error => error instanceof Damaged,
          onProgress: onProgress
        });
        await upload.run(at);
      }
      #refused(to, {digest: digest}, answer) {
        return failure(`to take blob ${digest} into ${formatReference(to)}`, to.registry, answer);
      }
    }
    class Damaged extends packages_plan._7 {
      constructor(what) {
        super(`${what} was served with other content than its digest says.`, {
          advice: "The registry’s storage, or a cache before it, is damaged. No tag was moved to this image."
        });
      }
    }
    function nextLink(header) {
      for (const [, target = "", parameters = ""] of (header ?? "").matchAll(/<([^<>]*)>([^<]*)/g)) {
        if (!/;\s*rel="?next"?/i.test(parameters) || !URL.canParse(target, "http://registry")) continue;
        const {pathname: pathname, search: search} = new URL(target, "http://registry");
        return pathname + search;
      }
      return null;
    }
    const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    const DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";
    const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    const SCHEMA_1 = [ "application/vnd.docker.distribution.manifest.v1+prettyjws", "application/vnd.docker.distribution.manifest.v1+json" ];
    const ACCEPT = [ OCI_INDEX, OCI_MANIFEST, DOCKER_INDEX, DOCKER_MANIFEST, ...SCHEMA_1 ].join(", ");
    function isIndex(mediaType) {
      return mediaType === OCI_INDEX || mediaType === DOCKER_INDEX;
    }
    function isImageManifest(mediaType) {
      return mediaType === OCI_MANIFEST || mediaType === DOCKER_MANIFEST;
    }
    function isSchema1(mediaType) {
      return SCHEMA_1.includes(mediaType);
    }
    function isManifest(mediaType) {
      return isIndex(mediaType) || isImageManifest(mediaType) || isSchema1(mediaType);
    }
    function bareMediaType(contentType) {
      return (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
    }
    function readManifest(bytes, digest, contentType, what) {
      if (isSchema1(contentType)) throw new packages_plan.yo(`${what} is a Docker schema 1 image (${contentType}), a format that registries have given up.`, {
        advice: "Build and push it again with a present-day tool."
      });
      const content = parseObject(bytes, what);
      const mediaType = typeof content["mediaType"] === "string" ? content["mediaType"] : contentType;
      if (isIndex(contentType) !== isIndex(mediaType) || !(isIndex(mediaType) || isImageManifest(mediaType))) throw new packages_plan._7(`${what} was served as “${contentType}” and calls itself “${mediaType}”.`, {
        advice: "An OCI or Docker image manifest or index was expected. Something between here and the registry changes its answers."
      });
      const config = isIndex(mediaType) ? null : descriptor(content["config"]);
      const subject = descriptor(content["subject"]);
      const {artifactType: artifactType} = content;
      return {
        mediaType: mediaType,
        digest: digest,
        bytes: bytes,
        annotations: texts(content["annotations"]),
        ...typeof artifactType === "string" && {
          artifactType: artifactType
        },
        ...subject !== null && {
          subject: subject
        },
        ...config !== null && {
          config: config
        },
        layers: isIndex(mediaType) ? [] : descriptors(content["layers"], what).filter(layer => !isForeign(layer)),
        manifests: isIndex(mediaType) ? descriptors(content["manifests"], what) : []
      };
    }
    function blobsOf({config: config, layers: layers}) {
      return config === void 0 ? [ ...layers ] : [ config, ...layers ];
    }
    function isForeign({mediaType: mediaType}) {
      return mediaType.includes(".nondistributable.") || mediaType.includes(".foreign.");
    }
    function descriptors(value, what) {
      if (value === void 0 || value === null) return [];
      const entries = Array.isArray(value) ? value.map(descriptor) : [ null ];
      return entries.map(entry => {
        if (entry !== null) return entry;
        throw new packages_plan._7(`${what} lists content without a digest that can be checked.`, {
          advice: "Only sha256 and sha512 are known here; an image with another algorithm cannot be copied."
        });
      });
    }
    function platformsOf(manifest) {
      return manifest.manifests.flatMap(({platform: platform}) => platform === void 0 || platform.startsWith("unknown/") ? [] : [ platform ]);
    }
    function descriptor(value) {
      if (!isObject(value)) return null;
      const {mediaType: mediaType, digest: digest, size: size, platform: platform, artifactType: artifactType} = value;
      if (typeof mediaType !== "string" || typeof digest !== "string" || !isDigest(digest)) return null;
      const runsOn = platformText(platform);
      return {
        mediaType: mediaType,
        digest: digest,
        size: typeof size === "number" ? size : 0,
        ...runsOn !== null && {
          platform: runsOn
        },
        ...typeof artifactType === "string" && {
          artifactType: artifactType
        },
        annotations: texts(value["annotations"])
      };
    }
    function platformText(value) {
      if (!isObject(value)) return null;
      const parts = [ value["os"], value["architecture"], value["variant"] ].filter(part => typeof part === "string");
      return parts.length < 2 ? null : parts.join("/");
    }
    function texts(value) {
      if (!isObject(value)) return {};
      const entries = Object.entries(value).flatMap(([key, text]) => typeof text === "string" ? [ [ key, text ] ] : []);
      return Object.fromEntries(entries);
    }
    var promises_ = __webpack_require__(8500);
    var p_limit = __webpack_require__(370);
    function parseChallenge(header) {
      const offers = readOffers(header ?? "");
      const bearer = offers.find(({scheme: scheme, parameters: parameters}) => scheme === "bearer" && parameters.has("realm"));
      if (bearer !== void 0) return {
        scheme: "bearer",
        realm: bearer.parameters.get("realm") ?? "",
        service: bearer.parameters.get("service") ?? null
      };
      return offers.some(({scheme: scheme}) => scheme === "basic") ? {
        scheme: "basic"
      } : null;
    }
    const SEPARATORS = /[\s,]*/y;
    const TOKEN = /[A-Za-z0-9!#$%&'*+.^_`|~-]+/y;
    const PARAMETER = /\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/y;
    function readOffers(header) {
      const offers = [];
      let at = 0;
      const take = pattern => {
        pattern.lastIndex = at;
        const match = pattern.exec(header);
        if (match !== null) at = pattern.lastIndex;
        return match;
      };
      while (at < header.length) {
        take(SEPARATORS);
        const word = take(TOKEN)?.[0];
        if (word === void 0) return offers;
        const value = take(PARAMETER);
        if (value === null) offers.push({
          scheme: word.toLowerCase(),
          parameters: new Map
        }); else offers.at(-1)?.parameters.set(word.toLowerCase(), (value[1] ?? value[2] ?? "").replace(/\\(.)/g, "$1"));
      }
      return offers;
    }
    const MOST_TRIES = 5;
    const SCOPES_A_TOKEN = 20;
    class Authorization {
      #options;
      #challenge;
      #firstContact;
      #access=new Map;
      #sorted=new Map;
      #credentials=new Map;
      #tokens=new Map;
      #rejected=new Set;
      constructor(options) {
        this.#options = options;
      }
      announce(repository, access) {
        const known = this.#access.get(repository);
        if (known === access || known === "pull,push") return;
        this.#access.set(repository, access);
        this.#sorted = new Map;
      }
      async send(repository, access, attempt, from) {
        this.announce(repository, access);
        if (from !== void 0) this.announce(from, "pull");
        const arrived = await this.#arrive();
        try {
          let shown = await this.#header(repository, from);
          for (let tries = 1; ;tries += 1) {
            const response = await attempt(shown);
            if (response.status !== 401) {
              this.#challenge ??= null;
              return response;
            }
            const said = response.headers.get("www-authenticate");
            this.#challenge = parseChallenge(said) ?? this.#challenge ?? null;
            if (tries >= (/invalid_token/.test(said ?? "") ? MOST_TRIES : 2)) return response;
            if (shown !== null) this.#rejected.add(shown);
            const next = await this.#header(repository, from);
            if (next === shown) return response;
            await (response.body?.cancel());
            shown = next;
          }
        } finally {
          arrived();
        }
      }
      async #arrive() {
        while (this.#challenge === void 0 && this.#firstContact !== void 0) await this.#firstContact;
        if (this.#challenge !== void 0) return () => {};
        const {promise: promise, resolve: resolve} = Promise.withResolvers();
        this.#firstContact = promise;
        return () => {
          this.#firstContact = void 0;
          resolve();
        };
      }
      async #header(repository, from) {
        const challenge = this.#challenge ?? null;
        if (challenge === null) return null;
        const credential = await this.#credential(repository);
        if (challenge.scheme === "basic") {
          if (credential?.kind !== "password") throw this.#noCredentials(repository);
          return basic(credential);
        }
        if (credential?.kind === "access") return bearer(credential.token);
        return bearer((await this.#token(challenge, repository, from, credential)).value);
      }
      async #token(challenge, repository, from, credential) {
        const scopes = await this.#scopes(repository, from, credential);
        const key = scopes.join(" ");
        const known = this.#tokens.get(key);
        const token = await known;
        if (token !== void 0 && this.#options.now() < token.refreshAt && !this.#rejected.has(bearer(token.value))) return token;
        const current = this.#tokens.get(key);
        if (current !== void 0 && current !== known) return current;
        const requested = this.#request(challenge, scopes, credential);
        this.#tokens.set(key, requested);
        requested.catch(() => this.#tokens.delete(key));
        return requested;
      }
      async #scopes(repository, from, credential) {
        const mine = await this.#opened(credential);
        const start = Math.floor(mine.indexOf(repository) / SCOPES_A_TOKEN) * SCOPES_A_TOKEN;
        const some = mine.slice(start, start + SCOPES_A_TOKEN);
        const asked = from === void 0 || some.includes(from) || !mine.includes(from) ? some : [ repository, from ];
        return asked.map(name => ({
          name: name,
          access: this.#access.get(name) ?? "pull"
        })).sort((one, other) => Number(one.access === "pull") - Number(other.access === "pull")).map(({name: name, access: access}) => `repository:${name}:${access}`);
      }
      async #opened(credential) {
        const key = JSON.stringify(credential);
        if (this.#sorted.size === 0) {
          const names = [ ...this.#access.keys() ];
          const keys = await Promise.all(names.map(async name => JSON.stringify(await this.#credential(name))));
          const sorted = new Map;
          for (const [index, name] of names.entries()) {
            const own = keys[index] ?? "";
            sorted.set(own, [ ...sorted.get(own) ?? [], name ]);
          }
          if (names.length !== this.#access.size) return this.#opened(credential);
          this.#sorted = sorted;
        }
        return this.#sorted.get(key) ?? [];
      }
      async #request({realm: realm, service: service}, scopes, credential) {
        const {registry: registry, now: now, onSecret: onSecret, request: request} = this.#options;
        const url = this.#realm(realm, credential);
        const parameters = scopes.map(scope => [ "scope", scope ]);
        if (service !== null) parameters.unshift([ "service", service ]);
        const asked = now();
        let answer;
        if (credential?.kind === "identity") {
          const form = new URLSearchParams([ [ "grant_type", "refresh_token" ], [ "client_id", "codeflare-actions" ], [ "refresh_token", credential.token ], ...parameters.filter(([name]) => name !== "scope"), [ "scope", scopes.join(" ") ] ]);
          const headers = {
            "content-type": "application/x-www-form-urlencoded"
          };
          answer = await request(url, {
            method: "POST",
            headers: headers,
            body: form.toString()
          });
        } else {
          for (const [name, value] of parameters) url.searchParams.append(name, value);
          answer = await request(url, {
            method: "GET",
            headers: credential?.kind === "password" ? {
              authorization: basic(credential)
            } : {}
          });
        }
        if (answer.status === 401 || answer.status === 403) throw this.#refused(credential, answer.problem);
        const {value: value, lifetime: lifetime} = readToken(answer.status === 200 ? answer.body : null);
        if (value === null) throw new packages_plan._7(`${url.host} gave no token for ${registry}: ${answer.problem}.`);
        onSecret(value);
        return {
          value: value,
          refreshAt: asked + lifetime - Math.min(lifetime / 5, 15e3)
        };
      }
      #realm(realm, credential) {
        const {endpoint: endpoint, registry: registry} = this.#options;
        const url = URL.canParse(realm, endpoint) ? new URL(realm, endpoint) : null;
        const isSafe = url?.protocol === "https:" || url?.protocol === "http:" && endpoint.startsWith("http:");
        if (url === null || !(isSafe || url.protocol === "http:" && credential === null)) throw new packages_plan._7(`${registry} names “${realm.slice(0, 200)}” as the place of its tokens.`, {
          advice: "An https address was expected; no credentials were sent there."
        });
        return url;
      }
      #credential(repository) {
        const {credentials: credentials, registry: registry, onSecret: onSecret} = this.#options;
        const known = this.#credentials.get(repository);
        if (known !== void 0) return known;
        const found = credentials({
          registry: registry,
          repository: repository
        }).then(credential => {
          if (credential !== null) onSecret(credential.kind === "password" ? credential.password : credential.token);
          return credential;
        });
        this.#credentials.set(repository, found);
        return found;
      }
      #noCredentials(repository) {
        const {registry: registry} = this.#options;
        return new packages_plan.yo(`${registry} asks for a user name and password for ${repository}, and none were found.`, {
          advice: `Give the inputs “username” and “password”, or log in to ${registry} in an earlier step.`
        });
      }
      #refused(credential, problem) {
        const {registry: registry} = this.#options;
        if (credential === null) return new packages_plan.yo(`${registry} gives no token without credentials (${problem}).`, {
          advice: `Give the inputs “username” and “password”, or log in to ${registry} in an earlier step.`
        });
        const who = credential.kind === "password" ? `of user “${credential.username}” ` : "";
        return new packages_plan.yo(`${registry} does not accept the credentials ${who}(${problem}).`, {
          advice: "User name or password is wrong, or the token has ended. A robot account needs its whole name (org+robot on quay.io)."
        });
      }
    }
    function bearer(token) {
      return `Bearer ${token}`;
    }
    function basic({username: username, password: password}) {
      return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
    }
    function readToken(body) {
      let content = null;
      try {
        content = body === null ? null : JSON.parse(Buffer.from(body).toString("utf8"));
      } catch {}
      if (!isObject(content)) return {
        value: null,
        lifetime: 0
      };
      const value = [ content["token"], content["access_token"] ].find(text => typeof text === "string" && text !== "");
      const lifetime = typeof content["expires_in"] === "number" ? content["expires_in"] : 60;
      return {
        value: typeof value === "string" ? value : null,
        lifetime: Math.max(lifetime, 0) * 1e3
      };
    }
    function endpointOf(registry, {endpoints: endpoints, insecure: insecure}) {
      const given = endpoints?.get(registry);
      if (given !== void 0) return given;
      if (registry === DOCKER_HUB) return "https://registry-1.docker.io";
      return `${insecure?.includes(registry) === true ? "http" : "https"}://${registry}`;
    }
    function parseEndpoints(text) {
      const items = (text ?? "").split(",").map(item => item.trim());
      return new Map(items.filter(item => item !== "").map(parseEndpoint));
    }
    function parseEndpoint(item) {
      const [, registry = "", url = ""] = /^([^=\s]+)=(\S+)$/.exec(item) ?? [];
      const parsed = URL.canParse(url) ? new URL(url) : null;
      if (registry === "" || parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.pathname !== "/") throw new packages_plan.yo(`CODEFLARE_REGISTRY_ENDPOINTS: “${item}” is not HOST=ORIGIN.`, {
        advice: "Write it like quay.io=http://127.0.0.1:5001, without a path."
      });
      return [ registry, parsed.origin ];
    }
    async function readAnswer(response, limit) {
      const {status: status, headers: headers, body: body} = response;
      const isGood = status >= 200 && status < 300;
      const most = isGood ? limit : LONGEST_ERROR;
      const chunks = [];
      let length = 0;
      for await (const chunk of body ?? []) {
        chunks.push(chunk);
        length += chunk.length;
        if (length <= most) continue;
        if (isGood) throw new packages_plan.yo(`The answer of ${new URL(response.url).host} is longer than ${most} bytes; it was not read.`);
        break;
      }
      return {
        status: status,
        headers: headers,
        body: Buffer.concat(chunks).subarray(0, most)
      };
    }
    function connectionFault(error, host, patience) {
      if (error instanceof packages_plan._7 || error instanceof packages_plan.yo) throw error;
      const isTimeout = error instanceof DOMException && error.name === "TimeoutError";
      if (!isTimeout && !(error instanceof TypeError)) throw error;
      const code = rootCode(error);
      if (code === "ENOTFOUND") throw new packages_plan.yo(`There is no registry at ${host}: its name cannot be resolved.`, {
        advice: "Check the host in the image reference.",
        cause: error
      });
      if (/^ERR_SSL|^ERR_TLS|CERT|SELF_SIGNED|UNABLE_TO/.test(code)) throw new packages_plan.yo(`No trusted TLS connection to ${host} (${code}).`, {
        advice: "For a private certificate set NODE_EXTRA_CA_CERTS; a registry on plain HTTP belongs into “insecure-registries”.",
        cause: error
      });
      const why = isTimeout ? `no answer within ${patience / 1e3} s` : code || "the connection was cut";
      return new packages_plan._7(`${host} cannot be reached (${why}), and trying again did not help.`, {
        cause: error
      });
    }
    function rootCode(error) {
      for (let at = error; at instanceof Error; at = at.cause) {
        if ("code" in at && typeof at.code === "string") return at.code;
        if (at instanceof AggregateError && at.errors.length > 0) return rootCode(at.errors[0]);
      }
      return "";
    }
    class Patience {
      #controller=new AbortController;
      #given;
      #milliseconds;
      #timer;
      constructor(milliseconds, given) {
        this.#milliseconds = milliseconds;
        this.#given = given;
        if (given?.aborted === true) this.#controller.abort(given.reason);
        given?.addEventListener("abort", this.#pass, {
          once: true
        });
        this.renew();
      }
      get signal() {
        return this.#controller.signal;
      }
      get milliseconds() {
        return this.#milliseconds;
      }
      renew(milliseconds = this.#milliseconds) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          this.#controller.abort(new DOMException("nothing came in time", "TimeoutError"));
        }, milliseconds);
      }
      end() {
        clearTimeout(this.#timer);
        this.#given?.removeEventListener("abort", this.#pass);
      }
      async* watch(pieces, last = this.#milliseconds) {
        for await (const piece of pieces) {
          this.renew();
          yield piece;
        }
        this.renew(last);
      }
      #pass=() => this.#controller.abort(this.#given?.reason);
    }
    async function* patientStream(response, patience, registry) {
      try {
        if (response.body !== null) yield* patience.watch(response.body);
      } catch (error) {
        throw connectionFault(error, registry, patience.milliseconds);
      } finally {
        patience.end();
      }
    }
    const CONCURRENCY = 12;
    const PATIENCE = 6e4;
    const STORING = 3e5;
    const REDIRECTS = 5;
    const LONGEST_WARNING = 4096;
    class Transport {
      #options;
      #hosts=new Map;
      #warned=new Set;
      #concealed=new Set;
      constructor(options) {
        this.#options = options;
      }
      announce({registry: registry, repository: repository}, access) {
        this.#host(registry).authorization.announce(repository, access);
      }
      async send(call) {
        const isBusy = answer => isTransient(answer.status) || call.isTransient?.(answer) === true;
        const {registry: registry} = call.repository;
        const {limit: limit} = this.#host(registry);
        const tries = {
          registry: registry,
          isBusy: isBusy,
          limit: limit,
          ...call.beforeRetry && {
            beforeRetry: call.beforeRetry
          },
          ...typeof call.body === "function" && {
            attempts: 1
          }
        };
        return this.#retrying(tries, async () => {
          const patience = new Patience(PATIENCE, this.#options.signal);
          try {
            return await readAnswer(await this.#attempt(call, patience), call.limit ?? LONGEST_ERROR);
          } finally {
            patience.end();
          }
        });
      }
      async open(call) {
        const {registry: registry} = call.repository;
        const {limit: limit} = this.#host(registry);
        const isBusy = answer => isTransient(answer.status);
        return this.#retrying({
          registry: registry,
          isBusy: isBusy,
          limit: limit
        }, async () => {
          const patience = new Patience(PATIENCE, this.#options.signal);
          const response = await this.#attempt(call, patience).catch(error => {
            patience.end();
            throw error;
          });
          const {status: status, headers: headers} = response;
          if (status === 200 || status === 206) return {
            status: status,
            headers: headers,
            body: new Uint8Array,
            stream: patientStream(response, patience, registry)
          };
          try {
            return await readAnswer(response, LONGEST_ERROR);
          } finally {
            patience.end();
          }
        });
      }
      location({registry: registry}, {headers: headers}, known) {
        const {endpoint: endpoint} = this.#host(registry);
        const text = headers.get("location");
        if (text === null && known !== void 0) return known;
        const url = text !== null && URL.canParse(text, endpoint) ? new URL(text, endpoint) : null;
        if (url?.protocol === "https:" || url?.protocol === "http:" && endpoint.startsWith("http:")) return url;
        throw new packages_plan._7(`${registry} does not say where an upload goes on (“${(text ?? "").slice(0, 200)}”).`);
      }
      now() {
        return (this.#options.now ?? Date.now)();
      }
      async pause(attempt) {
        const {retry: retry = RETRY, random: random = Math.random} = this.#options;
        await this.#sleep(pauseAfter(attempt, null, random, retry));
      }
      async #attempt(call, patience) {
        const {registry: registry, repository: repository} = call.repository;
        const {endpoint: endpoint, authorization: authorization} = this.#host(registry);
        const {path: path, headers: headers = {}, body: body} = call;
        const url = path instanceof URL ? path : new URL(endpoint + (path.startsWith("/") ? path : `/v2/${repository}/${path}`));
        const request = {
          method: call.method,
          headers: headers,
          ...body && {
            body: body
          }
        };
        const response = await (url.origin === endpoint ? authorization.send(repository, call.access, header => this.#fetch(url, header === null ? request : {
          ...request,
          headers: {
            ...headers,
            authorization: header
          }
        }, patience), call.from?.repository) : this.#fetch(url, request, patience));
        this.#warn(registry, response.headers.get("warning"));
        return response;
      }
      #host(registry) {
        const known = this.#hosts.get(registry);
        if (known !== void 0) return known;
        const {credentials: credentials, now: now = Date.now} = this.#options;
        const endpoint = endpointOf(registry, this.#options);
        const authorization = new Authorization({
          registry: registry,
          endpoint: endpoint,
          credentials: credentials,
          now: now,
          onSecret: secret => this.#conceal(secret),
          request: async (url, request) => {
            const tries = {
              registry: url.host,
              isBusy: ({status: status}) => isTransient(status)
            };
            const answer = await this.#retrying(tries, async () => {
              const patience = new Patience(PATIENCE, this.#options.signal);
              try {
                const {signal: signal} = patience;
                return await readAnswer(await fetch(url.href, {
                  ...request,
                  redirect: "manual",
                  signal: signal
                }), LONGEST_ERROR);
              } finally {
                patience.end();
              }
            });
            return {
              ...answer,
              problem: answer.status === 200 ? "an answer without a token" : describeAnswer(answer)
            };
          }
        });
        const host = {
          endpoint: endpoint,
          authorization: authorization,
          limit: (0, p_limit.A)(CONCURRENCY)
        };
        this.#hosts.set(registry, host);
        return host;
      }
      async #retrying(tries, attempt) {
        const {retry: retry = RETRY, random: random = Math.random, signal: signal} = this.#options;
        const {registry: registry, isBusy: isBusy, beforeRetry: beforeRetry, limit: limit = work => work(), attempts: attempts = retry.attempts} = tries;
        let waited = 0;
        for (let count = 1; ;count += 1) {
          const outcome = await limit(async () => {
            signal?.throwIfAborted();
            const answer = await attempt().catch(error => {
              signal?.throwIfAborted();
              return connectionFault(error, registry, PATIENCE);
            });
            if (!(answer instanceof packages_plan._7) && !isBusy(answer)) return answer;
            const asked = answer instanceof packages_plan._7 ? null : retryAfter(answer.headers.get("retry-after"), this.now());
            const pause = pauseAfter(count, asked, random, retry);
            if (count >= attempts || waited + pause > retry.budget) {
              if (!(answer instanceof packages_plan._7)) return answer;
              throw answer;
            }
            await this.#sleep(pause);
            waited += pause;
            return "again";
          });
          if (outcome !== "again") return outcome;
          await (beforeRetry?.());
        }
      }
      async #sleep(milliseconds) {
        const {signal: signal, sleep: sleep = ms => (0, promises_.setTimeout)(ms, void 0, {
          signal: signal
        })} = this.#options;
        await sleep(milliseconds).catch(() => signal?.throwIfAborted());
      }
      async #fetch(url, {method: method, body: body, ...request}, patience) {
        let at = url;
        let {headers: headers} = request;
        for (let hops = 0; hops <= REDIRECTS; hops += 1) {
          const response = await fetch(at.href, {
            method: method,
            headers: headers,
            signal: patience.signal,
            ...typeof body === "function" ? {
              body: ReadableStream.from(patience.watch(body(), STORING)),
              duplex: "half",
              window: null,
              redirect: "error"
            } : {
              redirect: "manual",
              ...body !== void 0 && {
                body: body
              }
            }
          });
          const location = response.headers.get("location");
          const moved = [ 301, 302, 303, 307, 308 ].includes(response.status);
          if (!moved || location === null) return response;
          await (response.body?.cancel());
          const next = URL.canParse(location, at.href) ? new URL(location, at) : null;
          const isSafe = next?.protocol === "https:" || next?.protocol === "http:" && at.protocol === "http:";
          const keepsBody = body === void 0 || response.status === 307 || response.status === 308;
          if (next === null || !isSafe || !keepsBody) throw new packages_plan.yo(`${url.host} redirects ${method} to “${(next?.origin ?? location).slice(0, 200)}”, which is not followed.`);
          at = next;
          headers = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "authorization"));
        }
        throw new packages_plan._7(`${url.host} redirected more than ${REDIRECTS} times.`);
      }
      #conceal(secret) {
        if (secret === "" || this.#concealed.has(secret)) return;
        this.#concealed.add(secret);
        this.#options.onSecret?.(secret);
      }
      #warn(registry, header) {
        const text = /^299 - "((?:[^"\\]|\\.)*)"/.exec((header ?? "").slice(0, LONGEST_WARNING))?.[1];
        if (text === void 0 || this.#warned.has(`${registry} ${text}`)) return;
        this.#warned.add(`${registry} ${text}`);
        this.#options.onWarning?.(`${registry}: ${text.replace(/\\(.)/g, "$1").replace(/[\p{C}]+/gu, " ")}`);
      }
    }
    const LARGEST_MANIFEST = 16 * 1024 * 1024;
    const LARGEST_CONFIG = 4 * 1024 * 1024;
    const MOST_PAGES = 1e3;
    class RegistryClient {
      #transport;
      blobs;
      #singleTag=new Set;
      #withoutReferrers=new Set;
      constructor(options) {
        this.#transport = new Transport(options);
        this.blobs = new Blobs(this.#transport);
      }
      announce(repository, access) {
        this.#transport.announce(repository, access);
      }
      async head(reference) {
        const answer = await this.#manifest("HEAD", reference);
        if (answer.status === 404) return null;
        const digest = namedDigest(answer);
        if (answer.status === 200 && digest !== null) return {
          digest: digest,
          mediaType: contentType(answer)
        };
        if (answer.status !== 200 && answer.status !== 405) throw this.#failure("to look at", reference, answer);
        const whole = await this.#manifest("GET", reference);
        if (whole.status === 404) return null;
        if (whole.status !== 200) throw this.#failure("to read", reference, whole);
        return {
          digest: namedDigest(whole) ?? digestOf(whole.body),
          mediaType: contentType(whole)
        };
      }
      async get(reference) {
        const what = formatReference(reference);
        const answer = await this.#manifest("GET", reference);
        if (answer.status === 404) return null;
        if (answer.status !== 200) throw this.#failure("to read", reference, answer);
        const mediaType = contentType(answer);
        if (isSchema1(mediaType)) return readManifest(answer.body, "", mediaType, what);
        const named = reference.digest ?? namedDigest(answer);
        if (named !== null && matchesDigest(answer.body, named)) return readManifest(answer.body, named, mediaType, what);
        if (reference.digest !== void 0) throw new packages_plan._7(`${what} was served with other content: its hash is ${digestOf(answer.body)}.`, {
          advice: "A proxy or cache on the way changes answers. Nothing was written."
        });
        const digest = named ?? namedDigest(await this.#manifest("HEAD", reference));
        if (digest === null) throw new packages_plan._7(`${reference.registry} does not say which digest ${what} has.`, {
          advice: "Give the source by its digest (NAME@sha256:…); a body alone is not trusted."
        });
        const {registry: registry, repository: repository} = reference;
        const manifest = await this.get({
          registry: registry,
          repository: repository,
          digest: digest
        });
        if (manifest !== null) return manifest;
        throw new packages_plan._7(`${registry} says that ${what} is ${digest}, and has no such manifest.`, {
          advice: "The registry, or a cache before it, contradicts itself. Run again later."
        });
      }
      async put(reference, manifest, options = {}) {
        const what = formatReference(reference);
        const answer = await this.#put(reference, nameOf(reference), manifest, options);
        const named = namedDigest(answer);
        if (answer.status === 201 && (named === null || matchesDigest(manifest.bytes, named))) {
          const subject = manifest.subject?.digest;
          return {
            confirmed: named !== null,
            listed: subject === void 0 || answer.headers.get("oci-subject") === subject
          };
        }
        if (answer.status === 201) throw new packages_plan._7(`${what} was written as ${manifest.digest}, and ${reference.registry} says it now is ${named}.`, {
          advice: "The registry or something before it changed the manifest. Look at the tag before anybody pulls it."
        });
        if (answer.status >= 200 && answer.status < 300) throw new packages_plan._7(`${reference.registry} answered ${answer.status} to the PUT of ${what}, where the specification allows only 201: the tag was not written.`, {
          advice: "Something before the registry answers in its place (quay.io: “Healthcheck requested”). Run again later."
        });
        if (answer.status === 400 || answer.status === 409) {
          const found = await this.head(reference);
          if (found !== null && matchesDigest(manifest.bytes, found.digest)) return {
            confirmed: true,
            listed: false
          };
        }
        throw this.#failure("to write", reference, answer);
      }
      async putTags(repository, tags, manifest, options = {}) {
        if (tags.length < 2 || !this.takesSeveralTags(repository)) return [];
        const query = new URLSearchParams(tags.map(tag => [ "tag", tag ]));
        const answer = await this.#put(repository, `${manifest.digest}?${query.toString()}`, manifest, options);
        const said = new Set((answer.headers.get("oci-tag") ?? "").split(",").map(tag => tag.trim()));
        const named = namedDigest(answer);
        const isGood = answer.status === 201 && (named === null || matchesDigest(manifest.bytes, named));
        const written = isGood ? tags.filter(tag => said.has(tag)) : [];
        if (written.length === 0) this.#singleTag.add(repository.registry);
        return written;
      }
      takesSeveralTags({registry: registry}) {
        return !this.#singleTag.has(registry);
      }
      #put(repository, name, manifest, {beforeRetry: beforeRetry}) {
        return this.#transport.send({
          method: "PUT",
          repository: repository,
          access: "pull,push",
          path: `manifests/${name}`,
          headers: {
            "content-type": manifest.mediaType
          },
          body: new Uint8Array(manifest.bytes),
          isTransient: ({status: status}) => status === 200,
          ...beforeRetry && {
            beforeRetry: beforeRetry
          }
        });
      }
      async tags(repository) {
        const tags = [];
        for await (const page of this.#pages(repository, "tags/list?n=1000", "the list of tags")) {
          const listed = Array.isArray(page["tags"]) ? page["tags"] : [];
          for (const tag of listed) if (typeof tag === "string") tags.push(tag);
        }
        return tags;
      }
      async referrers(repository, digest) {
        return await this.referrersListed(repository, digest) ?? [ ...(await this.fallback(repository, digest))?.manifests ?? [] ];
      }
      async referrersListed(repository, digest) {
        const {registry: registry} = repository;
        if (this.#withoutReferrers.has(registry)) return null;
        const found = [];
        const isMissing = status => {
          if (status === 404) this.#withoutReferrers.add(registry);
          return status === 404 || status === 400;
        };
        const path = `referrers/${digest}`;
        for await (const page of this.#pages(repository, path, `the referrers of ${digest}`, isMissing)) {
          const bytes = Buffer.from(JSON.stringify(page));
          const list = readManifest(bytes, digestOf(bytes), bareMediaType(String(page["mediaType"])), "The list of referrers");
          found.push(...list.manifests);
        }
        return this.#withoutReferrers.has(registry) ? null : found;
      }
      async fallback({registry: registry, repository: repository}, digest) {
        const reference = {
          registry: registry,
          repository: repository,
          tag: fallbackTag(digest)
        };
        const index = await this.get(reference);
        if (index === null || isReferrersIndex(index, digest)) return index;
        throw new packages_plan._7(`${formatReference(reference)} should list the referrers of ${digest} and is not an index of that kind.`, {
          advice: "Another tool took the name that the specification keeps for referrers. Look at that tag."
        });
      }
      async config(repository, {digest: digest}) {
        const what = `Configuration ${digest} of ${formatReference(repository)}`;
        const answer = await this.#transport.send({
          method: "GET",
          repository: repository,
          access: "pull",
          path: `blobs/${digest}`,
          limit: LARGEST_CONFIG
        });
        if (answer.status !== 200) throw this.#failure("to read", {
          ...repository,
          digest: digest
        }, answer);
        if (!matchesDigest(answer.body, digest)) throw new packages_plan._7(`${what} was served with other content.`);
        return parseObject(answer.body, what);
      }
      async #manifest(method, reference) {
        const answer = await this.#transport.send({
          method: method,
          repository: reference,
          access: "pull",
          path: `manifests/${nameOf(reference)}`,
          headers: {
            accept: ACCEPT
          },
          limit: LARGEST_MANIFEST,
          isTransient: page => page.status === 200 && namedDigest(page) === null && !isManifest(contentType(page))
        });
        if (answer.headers.has("docker-distribution-api-version")) this.#singleTag.add(reference.registry);
        return answer;
      }
      async* #pages(repository, path, what, isMissing = status => status === 404) {
        const seen = new Set;
        for (let at = path; at !== null; ) {
          seen.add(at);
          const answer = await this.#transport.send({
            method: "GET",
            repository: repository,
            access: "pull",
            path: at,
            headers: {
              accept: "application/json, application/vnd.oci.image.index.v1+json"
            },
            limit: LARGEST_MANIFEST
          });
          if (isMissing(answer.status)) return;
          const of = `${what} of ${formatReference(repository)}`;
          if (answer.status !== 200) throw failure(`to read ${of}`, repository.registry, answer);
          const page = parseObject(answer.body, of);
          yield page;
          at = nextLink(answer.headers.get("link"));
          if (at !== null && (seen.has(at) || seen.size >= MOST_PAGES)) throw new packages_plan._7(`${repository.registry} gives ${of} without an end.`);
        }
      }
      #failure(doing, reference, answer) {
        return failure(`${doing} ${formatReference(reference)}`, reference.registry, answer);
      }
    }
    function nameOf(reference) {
      const name = reference.digest ?? reference.tag;
      if (name !== void 0) return name;
      throw new packages_plan.yo(`${formatReference(reference)} names neither a tag nor a digest.`, {
        advice: "Say which image is meant: NAME:TAG or NAME@sha256:…."
      });
    }
    function isReferrersIndex({mediaType: mediaType, digest: digest}, subject) {
      return isIndex(mediaType) && digest !== subject;
    }
    function fallbackTag(digest) {
      const [algorithm = "", hex = ""] = digest.split(":", 2);
      return `${algorithm.slice(0, 32)}-${hex.slice(0, 64)}`;
    }
    function contentType({headers: headers}) {
      return bareMediaType(headers.get("content-type"));
    }
    function namedDigest({headers: headers}) {
      const named = headers.get("docker-content-digest")?.trim() ?? "";
      return isDigest(named) ? named : null;
    }
    var external_node_child_process_ = __webpack_require__(1421);
    var external_node_fs_promises_ = __webpack_require__(1455);
    var external_node_path_ = __webpack_require__(6760);
    var external_node_util_ = __webpack_require__(7975);
    function findCredentials(options) {
      const {given: given, environment: environment} = options;
      const files = authFiles(environment).map(path => ({
        path: path,
        config: once(() => readConfig(path))
      }));
      const askHelper = memoized(options.askHelper ?? ((program, server) => runHelper(program, server, environment)));
      return async repository => {
        if (given?.registry === repository.registry) return {
          kind: "password",
          username: given.username,
          password: given.password
        };
        for (const {path: path, config: config} of files) {
          const content = await config();
          const helper = content.helpers.get(repository.registry) ?? content.store;
          if (helper !== null) {
            const server = repository.registry === DOCKER_HUB ? HUB_SERVER : repository.registry;
            const answer = await askHelper(`docker-credential-${helper}`, server);
            const found = readHelperAnswer(answer, helper);
            if (found !== null) return found;
          }
          const entry = bestEntry(content.entries, repository);
          const credential = entry === null ? null : readEntry(entry, path);
          if (credential !== null) return credential;
        }
        return null;
      };
    }
    const HUB_SERVER = "https://index.docker.io/v1/";
    const HUB_NAMES = new Set([ "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com" ]);
    function splitKey(key) {
      const isUrl = /^https?:\/\//.test(key);
      const [host = "", ...path] = key.replace(/^https?:\/\//, "").split("/");
      return {
        registry: HUB_NAMES.has(host) ? DOCKER_HUB : host,
        namespace: isUrl ? "" : legacy(path.join("/"))
      };
    }
    function legacy(path) {
      return /^v[12]?\/?$/.test(path) ? "" : path.replace(/\/$/, "");
    }
    function bestEntry(entries, {registry: registry, repository: repository}) {
      const fitting = entries.filter(entry => entry.registry === registry && (entry.namespace === "" || repository === entry.namespace || repository.startsWith(`${entry.namespace}/`)));
      return fitting.sort((one, other) => other.namespace.length - one.namespace.length)[0] ?? null;
    }
    function authFiles(environment) {
      const home = environment["HOME"] ?? environment["USERPROFILE"];
      const under = (directory, ...path) => directory === void 0 || directory === "" ? [] : [ (0, 
      external_node_path_.join)(directory, ...path) ];
      const explicit = under(environment["REGISTRY_AUTH_FILE"]);
      const docker = environment["DOCKER_CONFIG"] || home && (0, external_node_path_.join)(home, ".docker");
      const config = environment["XDG_CONFIG_HOME"] || home && (0, external_node_path_.join)(home, ".config");
      return [ ...explicit, ...under(docker, "config.json"), ...under(environment["XDG_RUNTIME_DIR"], "containers", "auth.json"), ...under(config, "containers", "auth.json") ];
    }
    async function readConfig(path) {
      let content;
      try {
        content = JSON.parse(await (0, external_node_fs_promises_.readFile)(path, "utf8"));
      } catch (error) {
        if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return {
          entries: [],
          helpers: new Map,
          store: null
        };
        throw unreadable(path, "it is not JSON or cannot be read");
      }
      if (!isObject(content)) throw unreadable(path, "it is not a JSON object");
      const auths = isObject(content["auths"]) ? content["auths"] : {};
      const helpers = isObject(content["credHelpers"]) ? content["credHelpers"] : {};
      return {
        entries: Object.entries(auths).flatMap(([key, auth]) => isObject(auth) ? [ {
          key: key,
          ...splitKey(key),
          auth: auth
        } ] : []),
        helpers: new Map(Object.entries(helpers).flatMap(([key, name]) => typeof name === "string" && name !== "" ? [ [ splitKey(key).registry, helperName(name, path) ] ] : [])),
        store: typeof content["credsStore"] === "string" && content["credsStore"] !== "" ? helperName(content["credsStore"], path) : null
      };
    }
    function helperName(name, path) {
      if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return name;
      throw unreadable(path, "the name of a credential helper in it is not a program name");
    }
    function readEntry({auth: auth, key: key}, path) {
      const text = name => typeof auth[name] === "string" ? auth[name] : "";
      if (text("identitytoken") !== "") return {
        kind: "identity",
        token: text("identitytoken")
      };
      if (text("registrytoken") !== "") return {
        kind: "access",
        token: text("registrytoken")
      };
      if (text("username") !== "") return {
        kind: "password",
        username: text("username"),
        password: text("password")
      };
      if (text("auth") === "") return null;
      const decoded = Buffer.from(text("auth"), "base64").toString("utf8");
      const colon = decoded.indexOf(":");
      if (colon < 1) throw unreadable(path, `the entry “${key}” does not hold “user:password” in base64`);
      return {
        kind: "password",
        username: decoded.slice(0, colon),
        password: decoded.slice(colon + 1).replace(/\0+$/, "")
      };
    }
    function readHelperAnswer(answer, helper) {
      if (answer === "") return null;
      let content;
      try {
        content = JSON.parse(answer);
      } catch {
        content = null;
      }
      if (!isObject(content) || typeof content["Username"] !== "string" || typeof content["Secret"] !== "string") throw new packages_plan._7(`docker-credential-${helper} answered something that is not a credential.`);
      const {Username: username, Secret: secret} = content;
      return username === "<token>" ? {
        kind: "identity",
        token: secret
      } : {
        kind: "password",
        username: username,
        password: secret
      };
    }
    const run = (0, external_node_util_.promisify)(external_node_child_process_.execFile);
    async function runHelper(program, server, environment) {
      const asked = run(program, [ "get" ], {
        env: {
          ...environment
        },
        timeout: 3e4,
        maxBuffer: 1024 * 1024
      });
      asked.child.stdin?.on("error", () => {});
      asked.child.stdin?.end(`${server}\n`);
      try {
        return (await asked).stdout;
      } catch (error) {
        const said = isObject(error) && typeof error["stdout"] === "string" ? error["stdout"] : "";
        if (/credentials not found/i.test(said)) return "";
        const missing = isObject(error) && error["code"] === "ENOENT";
        throw new packages_plan._7(missing ? `The credential helper ${program} is not installed.` : `The credential helper ${program} failed for ${server}.`, {
          advice: "A credentials file names it. Install it, or give the inputs “username” and “password”."
        });
      }
    }
    function unreadable(path, why) {
      return new packages_plan.yo(`The credentials file ${path} cannot be used: ${why}.`, {
        file: path,
        advice: "Log in again, or give the inputs “username” and “password”."
      });
    }
    function once(make) {
      let made;
      return () => made ??= make();
    }
    function memoized(ask) {
      const answers = new Map;
      return (program, server) => {
        const key = `${program} ${server}`;
        const answer = answers.get(key) ?? ask(program, server);
        answers.set(key, answer);
        return answer;
      };
    }
    async function addToFallback(client, to, subject, added) {
      const old = await client.fallback(to, subject);
      const content = old === null ? {} : parseObject(old.bytes, `The list of referrers of ${subject}`);
      const has = new Set(old?.manifests.map(({digest: digest}) => digest));
      const entries = added.filter(({digest: digest}) => !has.has(digest)).map(entryOf);
      if (entries.length === 0) return;
      const listed = Array.isArray(content["manifests"]) ? content["manifests"] : [];
      const bytes = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: OCI_INDEX,
        ...content,
        manifests: [ ...listed, ...entries ]
      }));
      const digest = digestOf(bytes);
      const reference = {
        registry: to.registry,
        repository: to.repository,
        tag: fallbackTag(subject)
      };
      await client.put(reference, {
        mediaType: old?.mediaType ?? OCI_INDEX,
        digest: digest,
        bytes: bytes,
        annotations: {},
        layers: [],
        manifests: []
      });
      const now = (await client.head(reference))?.digest;
      if (now === digest) return;
      throw new packages_plan._7(`${formatReference(reference)} was written as ${digest} and points at ${now ?? "nothing"}.`, {
        advice: "Another run adds to the same list of referrers. Run again."
      });
    }
    function entryOf({mediaType: mediaType, digest: digest, bytes: bytes, artifactType: artifactType, config: config, annotations: annotations}) {
      return {
        mediaType: mediaType,
        digest: digest,
        size: bytes.length,
        artifactType: artifactType ?? config?.mediaType,
        ...Object.keys(annotations).length > 0 && {
          annotations: annotations
        }
      };
    }
    const SUFFIXES = [ ".sig", ".att", ".sbom" ];
    const MOST_DIGESTS = 1e3;
    async function belongingsOf(client, copier, from, image) {
      const listed = new Set(await client.tags(from));
      const tags = [];
      const referrers = [];
      const findings = [];
      const seen = new Set;
      const own = await digestsOf(copier, from, image);
      let level = [ image.digest ];
      while (level.length > 0 && seen.size < MOST_DIGESTS) {
        for (const digest of level) seen.add(digest);
        const lists = await Promise.all(level.map(digest => referrersOf(client, from, digest, listed, findings)));
        for (const [index, list] of lists.entries()) {
          const subject = level[index];
          if (subject === void 0) continue;
          tags.push(...SUFFIXES.map(suffix => fallbackTag(subject) + suffix).filter(tag => listed.has(tag)));
          if (list.length > 0) referrers.push({
            subject: subject,
            list: list
          });
        }
        level = [ ...new Set([ ...own, ...lists.flat().map(({digest: digest}) => digest) ]) ].filter(digest => !seen.has(digest));
      }
      const held = await Promise.all(tags.map(tag => client.get({
        ...bare(from),
        tag: tag
      })));
      return {
        tags: tags.flatMap((tag, index) => {
          const manifest = held[index] ?? null;
          return manifest === null ? [] : [ {
            tag: tag,
            manifest: manifest
          } ];
        }),
        referrers: referrers,
        findings: findings
      };
    }
    async function digestsOf(copier, from, image) {
      const below = await Promise.all(image.manifests.map(async ({digest: digest, mediaType: mediaType}) => isIndex(mediaType) ? digestsOf(copier, from, await copier.manifest(from, digest)) : [ digest ]));
      return [ image.digest, ...below.flat() ];
    }
    async function referrersOf(client, from, digest, listed, findings) {
      const found = await client.referrersListed(from, digest) ?? [];
      const tag = fallbackTag(digest);
      if (!listed.has(tag)) return found;
      const index = await client.get({
        ...bare(from),
        tag: tag
      });
      if (index !== null && !isReferrersIndex(index, digest)) {
        const name = formatReference({
          ...bare(from),
          tag: tag
        });
        findings.push({
          severity: "warning",
          rule: "referrers-tag-taken",
          message: `${name} has the name of a list of referrers and is not one; it was not taken along.`,
          advice: "Some versions of “cosign copy” write such tags. Nothing is missing unless a registry without referrers API is used."
        });
        return found;
      }
      const known = new Set(found.map(entry => entry.digest));
      return [ ...found, ...(index?.manifests ?? []).filter(entry => !known.has(entry.digest)) ];
    }
    async function planBelongings(client, copier, {from: from, to: to, belongings: belongings}, now) {
      const moves = await Promise.all(belongings.tags.map(({tag: tag, manifest: manifest}) => tagMove(client, copier, from, to, tag, manifest, now)));
      const referrers = await Promise.all(belongings.referrers.map(({subject: subject, list: list}) => referrerChange(client, copier, from, to, subject, list)));
      return {
        tags: moves.flatMap(move => move === null || "severity" in move ? [] : [ move ]),
        referrers: referrers.filter(change => change !== null),
        findings: moves.flatMap(move => move !== null && "severity" in move ? [ move ] : [])
      };
    }
    async function tagMove(client, copier, from, to, tag, manifest, now) {
      const target = {
        ...bare(to),
        tag: tag
      };
      const seenAt = now();
      const before = (await client.head(target))?.digest ?? null;
      if (before === manifest.digest) return null;
      if (before !== null) {
        const old = await client.get({
          ...bare(to),
          digest: before
        });
        const has = new Set(manifest.layers.map(({digest: digest}) => digest));
        if (old === null || old.layers.length === 0 || old.layers.some(({digest: digest}) => !has.has(digest))) return {
          severity: "warning",
          rule: "belonging-differs",
          message: `${formatReference(target)} holds something else than ${formatReference({
            ...bare(from),
            tag: tag
          })}; it was left alone.`,
          advice: "Both were written on their own. If those at the source should count, delete the tag there and run again."
        };
      }
      return {
        target: target,
        kind: "other",
        before: before,
        seenAt: seenAt,
        manifest: manifest,
        reason: "belongs to the image",
        prepare: () => copier.contents(manifest, from, to)
      };
    }
    async function referrerChange(client, copier, from, to, subject, list) {
      const wanted = list.map(({digest: digest}) => digest).sort();
      const present = async () => {
        const there = new Set((await client.referrers(bare(to), subject)).map(({digest: digest}) => digest));
        return wanted.filter(digest => there.has(digest));
      };
      const text = digests => digests.length === 0 ? null : digests.join(", ");
      const found = await present();
      if (found.length === wanted.length) return null;
      const before = text(found);
      let known = before;
      return {
        action: before === null ? "create" : "update",
        subject: `referrers of ${formatReference({
          ...bare(to),
          digest: subject
        })}`,
        before: before,
        after: text(wanted),
        reason: `${[ ...new Set(list.map(({artifactType: artifactType, mediaType: mediaType}) => artifactType ?? mediaType)) ].join(", ")}: belongs to the image`,
        async probe() {
          const answer = known === void 0 ? text(await present()) : known;
          known = void 0;
          return answer;
        },
        async act() {
          const missing = list.filter(({digest: digest}) => !found.includes(digest));
          const manifests = await Promise.all(missing.map(({digest: digest}) => copier.manifest(from, digest)));
          const written = await Promise.all(manifests.map(manifest => copier.whole(manifest, from, to)));
          const unlisted = manifests.filter((_, index) => written[index]?.listed !== true);
          if (unlisted.length > 0) await addToFallback(client, to, subject, unlisted);
          known = text(wanted);
        }
      };
    }
    function bare({registry: registry, repository: repository}) {
      return {
        registry: registry,
        repository: repository
      };
    }
    const STREAMS = 6;
    const QUIET = 1e4;
    const DEEPEST = 8;
    class Copier {
      #client;
      #options;
      #streams=(0, p_limit.A)(STREAMS);
      #manifests=new Map;
      #blobs=new Map;
      #read=new Map;
      #transferred=new Map;
      #spoken;
      constructor(client, options = {}) {
        this.#client = client;
        this.#options = options;
        this.#spoken = this.#now();
      }
      transferred(to) {
        return {
          ...this.#count(to)
        };
      }
      manifest(repository, digest) {
        return copy_once(this.#read, keyOf(repository, digest), async () => {
          const {registry: registry, repository: name} = repository;
          const found = await this.#client.get({
            registry: registry,
            repository: name,
            digest: digest
          });
          if (found !== null) return found;
          throw new packages_plan._7(`${formatReference({
            registry: registry,
            repository: name,
            digest: digest
          })} is missing, although it is listed.`, {
            advice: "The image is incomplete where it comes from; push it again. No tag was moved to it."
          });
        });
      }
      async contents(manifest, from, to, depth = 0) {
        if (depth > DEEPEST) throw new packages_plan._7(`${formatReference(from)}: indexes within indexes, ${DEEPEST} deep.`);
        if (isIndex(manifest.mediaType)) await copy_all(manifest.manifests.map(child => this.#child(child, from, to, depth))); else await copy_all(blobsOf(manifest).map(blob => this.#blob(blob, from, to)));
      }
      async whole(manifest, from, to) {
        await this.contents(manifest, from, to);
        return this.#put(manifest, to);
      }
      async #child({digest: digest}, from, to, depth) {
        await copy_once(this.#manifests, keyOf(to, digest), async () => {
          const manifest = await this.manifest(from, digest);
          if (await this.#isThere(manifest, from, to)) return;
          await this.contents(manifest, from, to, depth + 1);
          await this.#put(manifest, to);
        });
      }
      async #isThere({digest: digest, config: config, mediaType: mediaType}, from, to) {
        if (from.registry === to.registry) return false;
        if (config === void 0 ? !isIndex(mediaType) : await this.#blob(config, from, to, true) === "sent") return false;
        return await this.#client.head({
          ...copy_bare(to),
          digest: digest
        }) !== null;
      }
      #blob(blob, from, to, isProbe = false) {
        return copy_once(this.#blobs, keyOf(to, blob.digest), async () => {
          const count = this.#count(to);
          const copy = () => this.#client.blobs.copy(from, to, blob, {
            isProbe: isProbe,
            onProgress: bytes => {
              count.bytes += bytes;
              this.#speak(to);
            }
          });
          const fate = await (from.registry === to.registry ? copy() : this.#streams(copy));
          count[fate] += 1;
          this.#speak(to);
          return fate;
        });
      }
      async #put(manifest, to) {
        const written = await this.#client.put({
          ...copy_bare(to),
          digest: manifest.digest
        }, manifest);
        this.#count(to).manifests += 1;
        return written;
      }
      #count(to) {
        const name = formatReference(copy_bare(to));
        const known = this.#transferred.get(name) ?? {
          manifests: 0,
          mounted: 0,
          sent: 0,
          bytes: 0
        };
        this.#transferred.set(name, known);
        return known;
      }
      #speak(to) {
        const {onProgress: onProgress} = this.#options;
        if (onProgress === void 0 || this.#now() - this.#spoken < QUIET) return;
        this.#spoken = this.#now();
        const {mounted: mounted, sent: sent, bytes: bytes} = this.#count(to);
        onProgress(`${formatReference(copy_bare(to))}: ${mounted + sent} blobs are there, ${formatBytes(bytes)} were sent`);
      }
      #now() {
        return (this.#options.now ?? Date.now)();
      }
    }
    function formatBytes(bytes) {
      const units = [ "bytes", "kB", "MB", "GB", "TB" ];
      const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
      return `${step === 0 ? bytes : (bytes / 1e3 ** step).toFixed(1)} ${units[step] ?? ""}`;
    }
    async function copy_all(work) {
      const outcomes = await Promise.allSettled(work);
      for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    }
    function copy_once(done, key, make) {
      const known = done.get(key);
      if (known !== void 0) return known;
      const made = make();
      done.set(key, made);
      made.catch(() => done.delete(key));
      return made;
    }
    function keyOf(repository, digest) {
      return formatReference({
        ...copy_bare(repository),
        digest: digest
      });
    }
    function copy_bare({registry: registry, repository: repository}) {
      return {
        registry: registry,
        repository: repository
      };
    }
    var semver = __webpack_require__(2088);
    function kindOf(tag, channels) {
      if (versionOf(tag) !== null) return "version";
      return channels.includes(tag) ? "channel" : "other";
    }
    function versionOf(text) {
      return /^v?\d/.test(text) ? semver.parse(text.replace(/^v/, "")) : null;
    }
    function bySearchOrder(one, other) {
      return Number(isPrerelease(one)) - Number(isPrerelease(other)) || semver.rcompare(one, other);
    }
    function isPrerelease(version) {
      return version.prerelease.length > 0;
    }
    function isHigher(one, other) {
      return semver.gt(one, other);
    }
    function needsVersions({kind: kind, before: before, after: after}, guard) {
      return guard === "strict" && kind === "channel" && before !== after;
    }
    function judge({tag: tag, kind: kind, before: before, after: after, versions: versions}, guard) {
      if (before === after) return {
        kind: "same"
      };
      if (guard === "off" || kind === "other") return {
        kind: "moves"
      };
      if (kind === "version") {
        if (before === null) return {
          kind: "moves"
        };
        return refused(`${tag} is a version and is published as ${before}; it was asked to become ${after}.`, "A published version never changes. Release this image under the next version; if nobody can have pulled the old one, remove the tag on the registry first.");
      }
      const next = versions.after;
      if (next === null) return refused(`${tag} was asked to move to ${shortDigest(after)}, which no version tag points at and no label names a version of.`, `Release it first: give it a version tag, alone or in the same step before “${tag}”.`);
      if (isPrerelease(next.version)) return refused(`${tag} was asked to move to ${next.version.version} (${next.evidence}), which is a pre-release.`, `“${tag}” only shows releases. Promote the pre-release to a version first.`);
      if (before === null) return {
        kind: "moves"
      };
      const now = versions.before;
      if (now === null) return refused(`${tag} points at ${before}, which no version tag points at and no label names a version of: whether ${next.version.version} is newer cannot be told.`, `Give the present image its version tag, or, when you are sure, run this once with “guard: off”.`);
      if (isHigher(next.version, now.version)) return {
        kind: "moves"
      };
      const [from, to] = [ now.version.version, next.version.version ];
      return refused(from === to ? `${tag} shows ${from} already, as another image: ${before}; it was asked to become ${after}.` : `${tag} shows ${from} (${now.evidence}) and was asked to go back to ${to} (${next.evidence}).`, `To take a release back on purpose, run this once with “guard: off”.`);
    }
    function refused(why, advice) {
      return {
        kind: "refused",
        why: why,
        advice: advice
      };
    }
    const LABEL = "org.opencontainers.image.version";
    const MOST_LOOKUPS = 256;
    class ImageVersions {
      #client;
      #repository;
      #digests=new Map;
      #listed;
      constructor(client, repository) {
        this.#client = client;
        this.#repository = repository;
      }
      learn(tag, digest) {
        this.#digests.set(tag, digest);
      }
      learned(digest) {
        return highest(this.#pointingAt(digest));
      }
      async of(digest) {
        const learned = this.learned(digest);
        if (learned !== null && !isPrerelease(learned.version)) return learned;
        const candidates = await this.#candidates();
        for (let at = 0, size = 1; at < candidates.length && at < MOST_LOOKUPS; at += size, 
        size = Math.min(size * 2, 32)) {
          const some = candidates.slice(at, at + size);
          await Promise.all(some.map(tag => this.#lookUp(tag)));
          const found = highest(some.filter(tag => this.#digests.get(tag) === digest));
          if (found !== null) return found;
        }
        return learned ?? this.#label(digest);
      }
      async releaseAbove(version) {
        const [highestTag] = this.#listed === void 0 ? [] : await this.#candidates();
        const other = highestTag === void 0 ? null : versionOf(highestTag);
        return other !== null && !isPrerelease(other) && isHigher(other, version) ? highestTag ?? null : null;
      }
      #pointingAt(digest) {
        return [ ...this.#digests ].filter(([, known]) => known === digest).map(([tag]) => tag);
      }
      async #candidates() {
        this.#listed ??= this.#client.tags(this.#repository);
        return inOrder(await this.#listed);
      }
      async #lookUp(tag) {
        if (this.#digests.has(tag)) return;
        this.learn(tag, (await this.#client.head({
          ...this.#repository,
          tag: tag
        }))?.digest ?? null);
      }
      async #label(digest) {
        const manifest = await this.#client.get({
          ...this.#repository,
          digest: digest
        });
        if (manifest === null) return null;
        const annotated = claim(manifest.annotations[LABEL]);
        if (annotated !== null) return annotated;
        const image = await this.#firstImage(manifest);
        if (image?.config === void 0) return null;
        const {config: config} = await this.#client.config(this.#repository, image.config);
        return isObject(config) && isObject(config["Labels"]) ? claim(config["Labels"][LABEL]) : null;
      }
      async #firstImage(manifest) {
        const [first] = manifest.manifests;
        return first === void 0 ? manifest : this.#client.get({
          ...this.#repository,
          digest: first.digest
        });
      }
    }
    function highest(tags) {
      const [tag] = inOrder(tags);
      const version = tag === void 0 ? null : versionOf(tag);
      return version === null ? null : {
        version: version,
        evidence: `tag ${tag}`
      };
    }
    function inOrder(tags) {
      return tags.flatMap(tag => {
        const version = versionOf(tag);
        return version === null ? [] : [ {
          tag: tag,
          version: version
        } ];
      }).sort((one, other) => bySearchOrder(one.version, other.version)).map(({tag: tag}) => tag);
    }
    function claim(label) {
      const version = typeof label === "string" ? versionOf(label) : null;
      return version === null ? null : {
        version: version,
        evidence: `label ${LABEL}`
      };
    }
    const FRESH = 2e3;
    const PROMPT = 1e3;
    const COPIES = 4;
    class TagWave {
      #client;
      #entries;
      #now;
      #earlier;
      #run;
      #isOver=false;
      #hasFailed=false;
      constructor(client, moves, now, earlier = null) {
        this.#client = client;
        this.#now = now;
        this.#earlier = earlier;
        this.#entries = moves.map(move => ({
          ...move,
          name: formatReference(move.target),
          seen: {
            digest: move.before,
            at: move.seenAt
          },
          state: "planned",
          confirmed: false,
          acted: false
        }));
      }
      changes() {
        return this.#entries.map(entry => ({
          action: entry.before === null ? "create" : "move",
          subject: `image tag ${entry.name}`,
          before: entry.before,
          after: entry.manifest.digest,
          reason: entry.reason,
          probe: async () => {
            if (entry.acted && !entry.confirmed) entry.seen = {
              digest: entry.before,
              at: -1 / 0
            };
            if (!this.#isOver || entry.acted && !entry.confirmed) return this.#look(entry);
            return entry.state === "written" && !entry.acted ? entry.before : entry.seen.digest;
          },
          act: async () => {
            this.#run ??= this.#make();
            await this.#run;
            entry.acted = true;
          }
        }));
      }
      async #make() {
        const copies = (0, p_limit.A)(COPIES);
        await Promise.all(this.#entries.map(entry => this.#guarded(entry, () => copies(() => entry.prepare?.()))));
        await Promise.all([ ...this.#groups().values() ].map(group => this.#writeGroup(group)));
        await Promise.all(this.#entries.map(entry => this.#guarded(entry, () => this.#confirm(entry))));
        const failed = this.#entries.filter(({error: error}) => error !== void 0);
        if (failed.length > 0) throw await this.#failure(failed);
        this.#isOver = true;
      }
      #groups() {
        const groups = new Map;
        for (const entry of this.#entries) {
          const {registry: registry, repository: repository} = entry.target;
          const key = formatReference({
            registry: registry,
            repository: repository,
            digest: entry.manifest.digest
          });
          groups.set(key, [ ...groups.get(key) ?? [], entry ]);
        }
        return groups;
      }
      async #writeGroup(group) {
        const [first, ...others] = group;
        if (first === void 0) return;
        if (others.length > 0) await this.#guarded(first, () => this.#writeTogether(group));
        await Promise.all(group.map(entry => this.#guarded(entry, () => entry.state === "planned" ? this.#write(entry) : void 0)));
      }
      async #writeTogether(group) {
        const [first] = group;
        if (first === void 0 || !this.#client.takesSeveralTags(first.target)) return;
        const due = [];
        for (const entry of group) await this.#guarded(entry, async () => {
          if (await this.#isDue(entry)) due.push(entry);
        });
        if (this.#hasFailed) return;
        const tags = due.map(({target: target}) => target.tag);
        const beforeRetry = async () => {
          for (const entry of due) await this.#lookAgain(entry);
        };
        const written = await this.#client.putTags(first.target, tags, first.manifest, {
          beforeRetry: beforeRetry
        });
        for (const entry of due) if (written.includes(entry.target.tag)) await this.#guarded(entry, async () => this.#note(entry, true));
      }
      async #write(entry) {
        if (!await this.#isDue(entry)) return;
        const beforeRetry = () => this.#lookAgain(entry);
        const {confirmed: confirmed} = await this.#client.put(entry.target, entry.manifest, {
          beforeRetry: beforeRetry
        });
        this.#note(entry, confirmed);
      }
      #note(entry, confirmed) {
        const took = this.#now() - entry.seen.at;
        entry.state = "written";
        if (confirmed && entry.kind !== "channel") {
          entry.confirmed = true;
          entry.seen = {
            digest: entry.manifest.digest,
            at: this.#now()
          };
        }
        if (typeof entry.rival === "string" && took > PROMPT) throw doubtful(entry, took);
      }
      async #isDue(entry) {
        const {before: before, name: name, manifest: manifest} = entry;
        if (typeof entry.rival === "string") entry.seen = {
          digest: before,
          at: -1 / 0
        };
        const found = await this.#look(entry);
        if (found === manifest.digest) {
          entry.state = "already";
          entry.confirmed = true;
          return false;
        }
        if (found === before) return true;
        throw new packages_plan.yo(`image tag ${name} was ${shown(before)} when this run planned to move it; now it is ${shown(found)}.`, {
          advice: "Somebody else changed it in between. It was not overwritten; look at it and run again."
        });
      }
      async #lookAgain(entry) {
        entry.seen = {
          digest: entry.before,
          at: -1 / 0
        };
        const found = await this.#look(entry);
        if (found !== entry.before && found !== entry.manifest.digest) throw lost(entry, found);
      }
      async #confirm(entry) {
        if (entry.state !== "written" || entry.confirmed) return;
        entry.seen = {
          digest: entry.before,
          at: -1 / 0
        };
        const found = await this.#look(entry);
        if (found === entry.manifest.digest) entry.confirmed = true; else if (found !== entry.before) throw lost(entry, found);
      }
      async #look(entry) {
        if (this.#now() - entry.seen.at < FRESH) return entry.seen.digest;
        const at = this.#now();
        const found = (await this.#client.head(entry.target))?.digest ?? null;
        const isSame = found !== null && matchesDigest(entry.manifest.bytes, found);
        entry.seen = {
          digest: isSame ? entry.manifest.digest : found,
          at: at
        };
        return entry.seen.digest;
      }
      async #guarded(entry, work) {
        if (this.#hasFailed && entry.state !== "written") return;
        try {
          await work();
        } catch (error) {
          if (!(error instanceof packages_plan.SS)) throw error;
          this.#hasFailed = true;
          if (entry.state !== "written") entry.state = "failed";
          entry.error = error;
        }
      }
      async #failure(failed) {
        const [first] = failed;
        const earlier = this.#earlier?.places() ?? [];
        if (first?.error !== void 0 && this.#entries.length + earlier.length === 1) return first.error;
        const places = [];
        for (const entry of this.#entries) places.push(`- ${entry.name}: ${await this.#settle(entry)}`);
        const lines = failed.map(({name: name, error: error}) => `- ${name}: ${error?.message ?? ""}`);
        const Kind = failed.every(({error: error}) => error instanceof packages_plan.yo) ? packages_plan.yo : packages_plan._7;
        return new Kind(`${failed.length} of ${this.#entries.length} tags could not be moved:\n${lines.join("\n")}\nWhat is where now:\n${[ ...earlier, ...places ].join("\n")}`, {
          advice: first?.error?.advice ?? "Run again: what is in its place is left alone.",
          ...first?.error !== void 0 && {
            cause: first.error
          }
        });
      }
      places() {
        return this.#entries.map(({name: name, manifest: manifest}) => `- ${name}: at ${manifest.digest}`);
      }
      async #settle(entry) {
        const {before: before, kind: kind, manifest: manifest, target: target} = entry;
        if (entry.state === "planned") return `not touched, at ${before ?? "nothing (it does not exist)"}`;
        if (entry.state === "already") return `at ${manifest.digest} already`;
        if (kind !== "channel" && entry.state === "written") return `at ${manifest.digest}`;
        try {
          entry.seen = {
            digest: before,
            at: -1 / 0
          };
          const found = await this.#look(entry);
          if (found === null) return "does not exist";
          if (found !== manifest.digest || kind !== "channel") return found === before ? `still at ${found}` : `at ${found}`;
          if (before === null) return `new, at ${found}; delete it by hand if it should not be there yet`;
          if (this.#entries.length === 1) return `at ${found}`;
          const {registry: registry, repository: repository} = target;
          const old = await this.#client.get({
            registry: registry,
            repository: repository,
            digest: before
          });
          if (old === null) return `at ${found}; not put back, because ${before} is gone`;
          await this.#client.put(target, old);
          const now = (await this.#client.head(target))?.digest;
          return now === before ? `put back to ${before}` : `at ${now ?? "nothing"}; another run moved it while it was put back`;
        } catch (error) {
          if (!(error instanceof packages_plan.SS)) throw error;
          return `NOT put back from ${manifest.digest} to ${before ?? "nothing"} (${error.message})`;
        }
      }
    }
    function lost({name: name, manifest: manifest}, found) {
      return new packages_plan.yo(`${name} was written as ${manifest.digest} and a moment later points at ${found ?? "nothing"}.`, {
        advice: "Another run moved the same tag; that one won. Let only one job at a time move it (“concurrency:”), and look which image should stay."
      });
    }
    function doubtful({name: name, manifest: manifest, rival: rival}, took) {
      return new packages_plan._7(`${name} was moved to ${manifest.digest}, but the registry took ${took} ms for it, and ${rival ?? "a higher release"} is published: if another run moved the tag to that in this time, it was taken back.`, {
        advice: `Look which release ${name} should show. If it is this one, run again: nothing will be changed.`
      });
    }
    function shown(state) {
      return state === null ? "absent" : `“${state}”`;
    }
    async function planRetag(client, requests, policy, {now: now = Date.now, onProgress: onProgress} = {}) {
      for (const {source: source, targets: targets} of requests) {
        for (const target of targets) client.announce(target, "pull,push");
        client.announce(source, "pull");
      }
      const wanted = await resolve(client, requests, policy);
      const sources = wanted.map(({source: source}) => source);
      const copier = new Copier(client, {
        now: now,
        ...onProgress && {
          onProgress: onProgress
        }
      });
      const copies = await planCopies(client, copier, wanted, policy, now);
      const looked = await Promise.all(wanted.flatMap(({source: source, targets: targets}) => targets.map(target => look(client, target, source, policy, now))));
      const seen = looked.sort((one, other) => ORDER[one.kind] - ORDER[other.kind]);
      const judged = await readVersions(client, seen, policy);
      const tags = seen.map((tag, index) => {
        const move = {
          ...tag,
          ...judged[index] ?? UNKNOWN
        };
        return {
          ...move,
          verdict: judge(move, policy.guard)
        };
      });
      const findings = copies.flatMap(({belongings: belongings}) => belongings.findings);
      const refusal = refusalOf(tags);
      if (refusal !== null) return {
        sources: sources,
        tags: tags,
        changes: [],
        copies: copies,
        findings: findings,
        refusal: refusal
      };
      const moves = tags.filter(({verdict: verdict}) => verdict.kind === "moves").map(tag => moveOf(tag, copier));
      const isChannel = ({kind: kind}) => kind === "channel";
      const versions = new TagWave(client, moves.filter(move => !isChannel(move)), now);
      const belongings = copies.map(copy => copy.belongings);
      const changes = [ ...belongings.flatMap(({referrers: referrers}) => referrers), ...new TagWave(client, belongings.flatMap(some => some.tags), now).changes(), ...versions.changes(), ...new TagWave(client, moves.filter(isChannel), now, versions).changes() ];
      return {
        sources: sources,
        tags: tags,
        changes: changes,
        copies: copies,
        findings: findings,
        refusal: refusal
      };
    }
    function moveOf(tag, copier) {
      const {target: target, kind: kind, before: before, seenAt: seenAt, source: source, rival: rival} = tag;
      const {manifest: manifest, reference: reference} = source;
      const move = {
        target: target,
        kind: kind,
        before: before,
        seenAt: seenAt,
        manifest: manifest,
        rival: rival,
        reason: reasonOf(tag)
      };
      if (sameRepository(target, reference)) return move;
      return {
        ...move,
        prepare: () => copier.contents(manifest, reference, target)
      };
    }
    async function planCopies(client, copier, wanted, {referrers: referrers = true}, now) {
      const ways = new Map;
      for (const {source: source, targets: targets} of wanted) for (const {registry: registry, repository: repository} of targets) {
        const to = {
          registry: registry,
          repository: repository
        };
        if (!sameRepository(to, source.reference)) ways.set(`${source.manifest.digest} ${repositoryOf(to)}`, {
          source: source,
          to: to
        });
      }
      return Promise.all([ ...ways.values() ].map(async ({source: source, to: to}) => {
        const {registry: registry, repository: repository} = source.reference;
        const from = {
          registry: registry,
          repository: repository
        };
        const none = {
          tags: [],
          referrers: [],
          findings: []
        };
        const transferred = () => copier.transferred(to);
        if (!referrers) return {
          source: source,
          to: to,
          belongings: none,
          transferred: transferred
        };
        const found = await belongingsOf(client, copier, from, source.manifest);
        const planned = await planBelongings(client, copier, {
          from: from,
          to: to,
          belongings: found
        }, now);
        const belongings = {
          ...planned,
          findings: [ ...found.findings, ...planned.findings ]
        };
        return {
          source: source,
          to: to,
          belongings: belongings,
          transferred: transferred
        };
      }));
    }
    const ORDER = {
      version: 0,
      other: 1,
      channel: 2
    };
    const UNKNOWN = {
      versions: {
        before: null,
        after: null
      },
      rival: null
    };
    async function resolve(client, requests, {missing: onMissing}) {
      const found = await Promise.all(requests.map(async request => ({
        ...request,
        manifest: await client.get(request.source)
      })));
      const missing = found.flatMap(({source: source, manifest: manifest}) => manifest === null ? [ formatReference(source) ] : []);
      if (missing.length > 0 && onMissing !== "skip") {
        const [verb, what] = missing.length === 1 ? [ "does", "the source" ] : [ "do", "the sources" ];
        throw new packages_plan.yo(`${missing.join(", ")} ${verb} not exist in the registry.`, {
          advice: `Check name and tag of ${what}; the job that builds it must have pushed it before.`
        });
      }
      return found.flatMap(({source: source, targets: targets, manifest: manifest}) => manifest === null ? [] : [ {
        source: {
          reference: source,
          manifest: manifest
        },
        targets: targets
      } ]);
    }
    async function look(client, target, source, {channels: channels}, now) {
      const seenAt = now();
      const found = await client.head(target);
      const {tag: tag} = target;
      const after = source.manifest.digest;
      return {
        target: target,
        source: source,
        tag: tag,
        kind: kindOf(tag, channels),
        before: found?.digest ?? null,
        after: after,
        seenAt: seenAt
      };
    }
    async function readVersions(client, tags, {guard: guard}) {
      const repositories = new Map;
      const versionsIn = ({registry: registry, repository: repository}) => {
        const name = repositoryOf({
          registry: registry,
          repository: repository
        });
        const known = repositories.get(name) ?? new ImageVersions(client, {
          registry: registry,
          repository: repository
        });
        repositories.set(name, known);
        return known;
      };
      for (const {target: target, source: source, after: after, before: before, kind: kind} of tags) {
        const {reference: reference} = source;
        if (reference.tag !== void 0 && reference.digest === void 0) versionsIn(reference).learn(reference.tag, after);
        if (kind === "version") versionsIn(target).learn(target.tag, before ?? after);
      }
      return Promise.all(tags.map(async tag => {
        if (!needsVersions(tag, guard)) return UNKNOWN;
        const known = versionsIn(tag.target);
        const before = tag.before === null ? null : await known.of(tag.before);
        const {reference: reference} = tag.source;
        const after = await versionsIn(sameRepository(reference, tag.target) ? tag.target : reference).of(tag.after);
        const versions = {
          before: before,
          after: after ?? known.learned(tag.after)
        };
        return {
          versions: versions,
          rival: after === null ? null : await known.releaseAbove(after.version)
        };
      }));
    }
    function reasonOf({tag: tag, kind: kind, versions: versions, source: source}) {
      const [from, to] = [ versions.before?.version.version, versions.after?.version.version ];
      if (kind === "channel" && to !== void 0) return from === void 0 ? `${tag} starts at ${to}` : `${tag} goes from ${from} to ${to}`;
      return `points at what ${formatReference(source.reference)} holds`;
    }
    function refusalOf(tags) {
      const refused = tags.flatMap(({target: target, verdict: verdict}) => verdict.kind === "refused" ? [ {
        target: target,
        verdict: verdict
      } ] : []);
      const [first] = refused;
      if (first === void 0) return null;
      if (refused.length === 1) return new packages_plan.yo(`${repositoryOf(first.target)}: ${first.verdict.why}`, {
        advice: first.verdict.advice
      });
      const lines = refused.map(({target: target, verdict: verdict}) => `- ${repositoryOf(target)}: ${verdict.why} ${verdict.advice}`);
      return new packages_plan.yo(`${refused.length} of ${tags.length} tags must not move:\n${lines.join("\n")}`, {
        advice: "Nothing was written, the others neither. Correct these, or leave them away, and run again."
      });
    }
    function repositoryOf({registry: registry, repository: repository}) {
      return formatReference({
        registry: registry,
        repository: repository
      });
    }
    function movementsOf(plan) {
      return plan.tags.map(tag => {
        const after = afterOf(tag, plan);
        return {
          reference: formatReference(tag.target),
          before: tag.before,
          after: after,
          moved: after !== tag.before
        };
      });
    }
    function afterOf({verdict: verdict, before: before, after: after}, {refusal: refusal}) {
      return refusal === null && verdict.kind === "moves" ? after : before;
    }
    function displacedBy(plan) {
      return movementsOf(plan).flatMap(({reference: reference, before: before, moved: moved}) => moved && before !== null ? [ {
        reference: reference,
        digest: before
      } ] : []);
    }
    function reportRetag(plan) {
      const displaced = displacedBy(plan);
      return [ (0, packages_plan.tp)([ "Image tag", "Before", "After", "What became of it" ], plan.tags.map(tag => [ (0, 
      packages_plan.aY)(formatReference(tag.target)), digestCell(tag.before), digestCell(afterOf(tag, plan)), fate(tag, plan) ])), ...describeSources(plan), ...describeCopies(plan), ...displaced.length === 0 ? [] : [ (0, 
      packages_plan.zH)("What was displaced, and how to bring it back", [ (0, packages_plan.FY)("As the input ", (0, 
      packages_plan.aY)("images"), " of a run with ", (0, packages_plan.aY)("guard: off"), ":"), (0, 
      packages_plan.DV)(displaced.map(({reference: reference, digest: digest}) => restoreLine(reference, digest)).join("\n")) ]) ] ];
    }
    function describeSources({sources: sources}) {
      const rows = sources.map(({reference: reference, manifest: manifest}) => {
        const platforms = platformsOf(manifest);
        const holds = platforms.length === 0 ? `a single image${sizeOf(manifest)}` : platforms.join(", ");
        return {
          name: (0, packages_plan.aY)(formatReference(reference)),
          digest: (0, packages_plan.aY)(manifest.digest),
          holds: holds
        };
      });
      const [only, ...others] = rows;
      if (only === void 0) return [];
      if (others.length === 0) return [ (0, packages_plan.FY)(only.name, " is ", only.digest, ": ", only.holds, ".") ];
      const cells = rows.map(({name: name, digest: digest, holds: holds}) => [ name, digest, holds ]);
      return [ (0, packages_plan.zH)(`The ${rows.length} images`, [ (0, packages_plan.tp)([ "Image", "Digest", "Platforms" ], cells) ]) ];
    }
    function sizeOf(manifest) {
      const size = blobsOf(manifest).reduce((sum, blob) => sum + blob.size, 0);
      return size === 0 ? "" : ` of ${formatBytes(size)}`;
    }
    function describeCopies({copies: copies}) {
      if (copies.length === 0) return [];
      const rows = copies.map(({source: source, to: to, belongings: belongings, transferred: transferred}) => {
        const {manifests: manifests, mounted: mounted, sent: sent, bytes: bytes} = transferred();
        const many = belongings.tags.length + belongings.referrers.length;
        return [ (0, packages_plan.aY)(formatReference(source.reference)), (0, packages_plan.aY)(formatReference(to)), String(manifests), `${mounted} mounted or there, ${sent} sent (${formatBytes(bytes)})`, many === 0 ? "nothing new" : list([ ...belongings.tags.map(tagName), ...belongings.referrers.map(retag_outcome_referrersOf) ]) ];
      });
      return [ (0, packages_plan.zH)("What was copied", [ (0, packages_plan.tp)([ "From", "To", "Manifests", "Blobs", "What belongs to it" ], rows) ]) ];
    }
    function tagName({target: target}) {
      return (0, packages_plan.aY)(target.tag.replace(/^(sha\d+-[0-9a-f]{12})[0-9a-f]+/, "$1…"));
    }
    function retag_outcome_referrersOf({reason: reason}) {
      return reason.replace(/: .*/, "");
    }
    function list(texts) {
      return texts.flatMap((text, index) => index === 0 ? [ text ] : [ ", ", text ]);
    }
    function digestCell(digest) {
      return digest === null ? "—" : (0, packages_plan.aY)(shortDigest(digest));
    }
    function fate({verdict: verdict, before: before}, {refusal: refusal}) {
      if (verdict.kind === "refused") return `refused: ${verdict.why}`;
      if (verdict.kind === "same") return "there already";
      if (refusal !== null) return "left alone, because another was refused";
      return before === null ? "new" : "moved";
    }
    function restoreLine(reference, digest) {
      const colon = reference.lastIndexOf(":");
      return `${reference.slice(0, colon)}@${digest} => ${reference.slice(colon + 1)}`;
    }
    function summarizeSource({sources: sources}) {
      const [first, ...others] = sources.map(({manifest: manifest}) => manifest);
      if (first === void 0 || others.some(({digest: digest}) => digest !== first.digest)) return {
        digest: "",
        "media-type": "",
        platforms: ""
      };
      return {
        digest: first.digest,
        "media-type": first.mediaType,
        platforms: platformsOf(first).join(",")
      };
    }
    function readRequests({source: source, tags: tags, images: images}) {
      if (images.length > 0 && (source !== "" || tags.length > 0)) throw new packages_plan.yo("Input “images” was given together with “source” or “tags”.", {
        advice: "Use “source” and “tags” for one image, or “images” for several."
      });
      if (images.length > 0) return withoutContradictions(images.map(readImage));
      if (source === "" || tags.length === 0) throw new packages_plan.yo(`Input “${source === "" ? "source" : "tags"}” is missing: nothing says what to move${source === "" ? "" : " where"}.`, {
        advice: "Give “source” and “tags”, or a batch in “images”."
      });
      return withoutContradictions([ readRequest(source, tags, "source", "tags") ]);
    }
    function readImage(line) {
      const [source = "", targets, ...more] = line.split("=>").map(part => part.trim());
      const tags = (targets ?? "").split(/[\s,]+/).filter(tag => tag !== "");
      if (source === "" || tags.length === 0 || more.length > 0) throw new packages_plan.yo(`Input “images”: “${line}” is not SOURCE => TAG TAG….`, {
        advice: "One image a line, for example quay.io/project-codeflare/instascale:v0.1.0 => stable."
      });
      return readRequest(source, tags, "images", "images");
    }
    function readRequest(text, tags, sourceInput, tagsInput) {
      const source = parseReference(text, `Input “${sourceInput}”`);
      if (source.tag === void 0 && source.digest === void 0) throw new packages_plan.yo(`Input “${sourceInput}”: “${text}” names neither a tag nor a digest.`, {
        advice: "Say which image is meant; “latest” is not assumed."
      });
      return {
        source: source,
        targets: tags.map(tag => readTarget(tag, source, `Input “${tagsInput}”`))
      };
    }
    function readTarget(text, source, what) {
      if (isTag(text)) return {
        registry: source.registry,
        repository: source.repository,
        tag: text
      };
      if (!text.includes("/")) throw new packages_plan.yo(`${what}: “${text}” is not a tag: letters, digits, “_”, “.” and “-”, at most 128, not starting with “.” or “-”.`);
      const {tag: tag, digest: digest, ...repository} = parseReference(text, what);
      if (tag === void 0 || digest !== void 0) throw new packages_plan.yo(`${what}: “${text}” is not a tag: it must end in “:TAG” and hold no digest.`);
      return {
        ...repository,
        tag: tag
      };
    }
    function withoutContradictions(requests) {
      const sources = new Map;
      return requests.map(({source: source, targets: targets}) => {
        const from = formatReference(source);
        const fresh = targets.filter(target => {
          const name = formatReference(target);
          const other = sources.get(name);
          if (other !== void 0 && other !== from) throw new packages_plan.yo(`${name} is asked to point at two images: ${other} and ${from}.`, {
            advice: "Leave one of them away."
          });
          sources.set(name, from);
          return other === void 0;
        });
        return {
          source: source,
          targets: fresh
        };
      });
    }
    function credentialsGiven(requests, {username: username, password: password}) {
      if (username === "" && password === "") return {};
      if (username === "" || password === "") throw new packages_plan.yo(`Input “${username === "" ? "password" : "username"}” was given without “${username === "" ? "username" : "password"}”.`, {
        advice: "Give both, or none to use what an earlier step logged in with. An empty secret is often one that the workflow may not read."
      });
      const registries = [ ...new Set(requests.flatMap(({targets: targets}) => targets.map(target => target.registry))) ];
      const [registry = ""] = registries;
      if (registries.length > 1) throw new packages_plan.yo(`Inputs “username” and “password” are for one registry; tags are to be written in ${registries.join(" and ")}.`, {
        advice: "Log in to each registry in an earlier step, and leave “username” and “password” away."
      });
      return {
        given: {
          registry: registry,
          username: username,
          password: password
        }
      };
    }
  }
};
