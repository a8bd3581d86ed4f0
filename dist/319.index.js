export const id = 319;

export const ids = [ 319 ];

export const modules = {
  8319: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      A1: () => listSteps,
      mF: () => readLock,
      rn: () => reportFile,
      w1: () => reportSync,
      OH: () => sync
    });
    var dist = __webpack_require__(7934);
    var yaml_dist = __webpack_require__(8815);
    var packages_plan = __webpack_require__(2024);
    var external_node_crypto_ = __webpack_require__(7598);
    function isJson(value) {
      if (value === null || [ "boolean", "number", "bigint", "string" ].includes(typeof value)) return true;
      if (Array.isArray(value)) return value.every(isJson);
      return typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
    }
    function isObject(value) {
      return typeof value === "object" && value !== null && !isList(value);
    }
    function isList(value) {
      return Array.isArray(value);
    }
    function member(value, key) {
      return isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
    }
    function textMember(value, key) {
      const found = member(value, key);
      return typeof found === "string" && found !== "" ? found : void 0;
    }
    function listMember(value, key) {
      const found = member(value, key);
      return isList(found) ? found : [];
    }
    function entriesOf(value, key) {
      const found = member(value, key);
      return isObject(found) ? Object.entries(found) : [];
    }
    function canonical(value) {
      if (typeof value === "bigint") return value.toString();
      if (typeof value === "number") return Number.isInteger(value) ? BigInt(value).toString() : String(value);
      if (value === null || typeof value !== "object") return JSON.stringify(value);
      if (isList(value)) return `[${value.map(canonical).join(",")}]`;
      const members = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
      return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
    }
    function sha256(text) {
      return `sha256:${(0, external_node_crypto_.createHash)("sha256").update(text).digest("hex")}`;
    }
    const LARGEST_FILE = 32 * 1024 * 1024;
    const MOST_ALIASES = 100;
    function decode(bytes, file) {
      if (bytes.length > LARGEST_FILE) throw new packages_plan.yo(`${file} has ${bytes.length} bytes; definitions are read up to ${LARGEST_FILE}.`, {
        file: file,
        advice: "Point to the directory or file that holds the CRDs and nothing else."
      });
      try {
        return new TextDecoder("utf-8", {
          fatal: true,
          ignoreBOM: true
        }).decode(bytes);
      } catch {
        throw new packages_plan.yo(`${file} is not UTF-8 text.`, {
          file: file,
          advice: "Save it as UTF-8, or leave it out of the path."
        });
      }
    }
    function splitDocuments(text) {
      const starts = [ 0 ];
      for (const match of text.matchAll(/^---(?=\s|$)/gm)) {
        const nothingYet = starts.length === 1 && isBlank(text.slice(0, match.index));
        if (match.index > 0 && !nothingYet) starts.push(match.index);
      }
      let line = 1;
      return starts.map((start, index) => {
        const slice = {
          text: text.slice(start, starts[index + 1]),
          line: line
        };
        line += slice.text.split("\n").length - 1;
        return slice;
      });
    }
    function isBlank(text) {
      return text.split("\n").every(line => /^(?:[#%].*|---|\.\.\.)?$/.test(line.trim()));
    }
    function parse(document, file) {
      const lineCounter = new yaml_dist.HN;
      try {
        const parsed = (0, yaml_dist.Tp)(document.text.replace(/^\uFEFF/, ""), {
          intAsBigInt: true,
          lineCounter: lineCounter,
          prettyErrors: false,
          stringKeys: true,
          merge: true,
          logLevel: "silent"
        });
        const [problem] = parsed.errors;
        if (problem === void 0) return toJson(parsed.toJS({
          maxAliasCount: MOST_ALIASES
        }), document, file);
        if (problem.code === "RESOURCE_EXHAUSTION") throw new RangeError(problem.message);
        const {line: line, col: col} = lineCounter.linePos(problem.pos[0]);
        throw new packages_plan.yo(`${file}: ${problem.message}`, {
          file: file,
          line: document.line + line - 1,
          column: col,
          advice: "Correct the YAML, or leave the file out of the path."
        });
      } catch (error) {
        if (error instanceof ReferenceError) throw new packages_plan.yo(`${file}: more than ${MOST_ALIASES} values are repeated by YAML aliases.`, {
          file: file,
          line: document.line,
          advice: "No CRD needs that; it looks like a YAML bomb. Write the values out."
        });
        if (error instanceof RangeError) throw new packages_plan.yo(`${file}: the YAML is nested too deeply to be read.`, {
          file: file,
          line: document.line,
          advice: "No API server would accept it. Look at how the file was made."
        });
        throw error;
      }
    }
    function toJson(value, {line: line}, file) {
      if (isJson(value)) return value;
      throw new packages_plan.yo(`${file}: the YAML holds values that JSON does not know.`, {
        file: file,
        line: line,
        advice: "Kubernetes reads YAML as JSON: remove tags such as !!timestamp and !!set."
      });
    }
    const EMPTY_LOCK = {
      crds: new Map,
      stored: new Map
    };
    const HEADER = `# Written by sync-crds: where each CRD in this directory was copied from. Do not edit.\n# stored-versions is the memory of every version that objects may still be stored in; it only grows.\n`;
    const nullable = dist.mee(dist.YjP());
    const FILE = dist.rej({
      lock: dist.euz(1n),
      crds: dist.g1P(dist.YjP(), dist.rej({
        file: dist.FsL(dist.YjP(), dist.yGV(/^[^/\\]+\.(?:ya?ml|json)$/i, "must be a file name")),
        repository: dist.YjP(),
        ref: nullable,
        commit: nullable,
        path: dist.YjP(),
        blob: nullable,
        digest: dist.YjP(),
        versions: dist.YOg(dist.YjP())
      })),
      "stored-versions": dist.g1P(dist.YjP(), dist.YOg(dist.YjP()))
    });
    function readLock(bytes, path) {
      if (bytes === null) return EMPTY_LOCK;
      const read = dist.xLC(FILE, parse({
        text: decode(bytes, path),
        line: 1
      }, path));
      if (read.success) return {
        crds: new Map(Object.entries(read.output.crds)),
        stored: new Map(Object.entries(read.output["stored-versions"]))
      };
      const [issue] = read.issues;
      throw new packages_plan.yo(`${path}: ${dist.BuJ(issue) ?? "the file"}: ${issue.message}.`, {
        file: path,
        advice: "The lock file was edited by hand or merged badly. Restore it from git, then run again."
      });
    }
    function writeLock(lock) {
      const crds = sorted(lock.crds).map(([name, {file: file, repository: repository, ref: ref, commit: commit, path: path, blob: blob, digest: digest, versions: versions}]) => [ name, {
        file: file,
        repository: repository,
        ref: ref,
        commit: commit,
        path: path,
        blob: blob,
        digest: digest,
        versions: versions
      } ]);
      const stored = Object.fromEntries(sorted(lock.stored));
      const entries = Object.fromEntries(crds);
      const document = new yaml_dist.yo({
        lock: 1,
        crds: entries,
        "stored-versions": stored
      });
      return HEADER + document.toString({
        lineWidth: 0
      });
    }
    function sorted(map) {
      return [ ...map ].sort(([a], [b]) => a < b ? -1 : 1);
    }
    var external_node_fs_ = __webpack_require__(3024);
    var external_node_path_ = __webpack_require__(6760);
    var action = __webpack_require__(9247);
    function reportFile(report, runnerTemp) {
      if (runnerTemp === void 0 || runnerTemp === "") return "";
      const text = (0, action.Gc)(report);
      const digest = (0, external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 12);
      const path = (0, external_node_path_.join)(runnerTemp, `sync-crds-${digest}.md`);
      (0, external_node_fs_.mkdirSync)(runnerTemp, {
        recursive: true
      });
      (0, external_node_fs_.writeFileSync)(path, text);
      return path;
    }
    var p_limit = __webpack_require__(370);
    const IGNORED_ANNOTATIONS = new Set([ "controller-gen.kubebuilder.io/version" ]);
    function mayHoldDefinitions(path) {
      return /\.(ya?ml|json)$/i.test(path);
    }
    function readDefinitions(bytes, path, excerpts = "refuse") {
      const text = decode(bytes, path);
      if (!text.includes("CustomResourceDefinition")) return {
        path: path,
        documents: [ {
          text: text,
          line: 1,
          definition: void 0,
          other: isBlank(text) ? void 0 : "other text"
        } ]
      };
      const documents = splitDocuments(text).map(document => {
        const value = isBlank(document.text) ? null : parse(document, path);
        if (value === null) return {
          ...document,
          definition: void 0,
          other: void 0
        };
        const isExcerpt = excerpts === "name" && member(member(value, "spec"), "names") === void 0;
        if (!isDefinition(value) || isExcerpt) return {
          ...document,
          definition: void 0,
          other: describe(value)
        };
        return {
          ...document,
          definition: toDefinition(value, path, document.line),
          other: void 0
        };
      });
      return {
        path: path,
        documents: documents
      };
    }
    function isDefinition(value) {
      return textMember(value, "kind") === "CustomResourceDefinition" && (textMember(value, "apiVersion")?.startsWith("apiextensions.k8s.io/") ?? false);
    }
    function describe(value) {
      const kind = textMember(value, "kind") ?? "a document without a kind";
      const name = textMember(member(value, "metadata"), "name");
      return name === void 0 ? kind : `${kind} ${name}`;
    }
    function toDefinition(value, file, line) {
      const metadata = member(value, "metadata");
      const spec = member(value, "spec");
      const name = need(textMember(metadata, "name"), "metadata.name");
      if (isObject(metadata) && canonical(metadata).includes("{{")) throw new packages_plan.yo(`${file}: CRD “${name}” is a Helm template that was not rendered.`, {
        file: file,
        line: line,
        advice: "Point to the CRDs that the project generates (config/crd/bases in most), or render the chart first."
      });
      const apiVersion = need(textMember(value, "apiVersion"), "apiVersion").slice("apiextensions.k8s.io/".length);
      if (apiVersion !== "v1" && apiVersion !== "v1beta1") throw wrong(`CRD “${name}” has apiVersion “apiextensions.k8s.io/${apiVersion}”; v1 and v1beta1 are known`);
      const group = need(textMember(spec, "group"), "spec.group");
      const names = member(spec, "names");
      const plural = need(textMember(names, "plural"), "spec.names.plural");
      if (name !== `${plural}.${group}`) throw wrong(`CRD “${name}” must be named “${plural}.${group}”, after its plural and its group`);
      const kind = need(textMember(names, "kind"), "spec.names.kind");
      const versions = readVersions(spec);
      if (versions.length === 0) throw wrong(`CRD “${name}” has no spec.versions`);
      return {
        name: name,
        group: group,
        names: {
          kind: kind,
          plural: plural,
          singular: textMember(names, "singular") ?? kind.toLowerCase(),
          listKind: textMember(names, "listKind") ?? `${kind}List`
        },
        scope: textMember(spec, "scope") ?? "Namespaced",
        versions: versions,
        prunes: (member(spec, "preserveUnknownFields") ?? apiVersion === "v1beta1") === false,
        digest: sha256(canonical(withoutIgnored(value)))
      };
      function need(found, path) {
        if (found !== void 0) return found;
        throw wrong(`a CustomResourceDefinition lacks ${path}`);
      }
      function wrong(what) {
        return new packages_plan.yo(`${file}: ${what}.`, {
          file: file,
          line: line,
          advice: "A kustomize patch or an excerpt is not a CRD: point to the directory with the whole definitions."
        });
      }
    }
    function readVersions(spec) {
      const common = member(member(spec, "validation"), "openAPIV3Schema");
      const single = textMember(spec, "version");
      const listed = listMember(spec, "versions").flatMap(version => {
        const name = textMember(version, "name");
        if (name === void 0) return [];
        return [ {
          name: name,
          served: member(version, "served") === true,
          storage: member(version, "storage") === true,
          schema: member(member(version, "schema"), "openAPIV3Schema") ?? common
        } ];
      });
      return listed.length === 0 && single !== void 0 ? [ {
        name: single,
        served: true,
        storage: true,
        schema: common
      } ] : listed;
    }
    function withoutIgnored(value) {
      const metadata = member(value, "metadata");
      if (!isObject(metadata)) return value;
      const {annotations: _, ...rest} = metadata;
      const kept = entriesOf(metadata, "annotations").filter(([name]) => !IGNORED_ANNOTATIONS.has(name));
      return {
        ...value,
        metadata: kept.length === 0 ? rest : {
          ...rest,
          annotations: Object.fromEntries(kept)
        }
      };
    }
    const FORMS = "OWNER/REPO@REF:PATH or ./local/path";
    const AT_ONCE = 8;
    function parseSource(text) {
      if (text.startsWith("./") || text === ".") return {
        kind: "local",
        path: cleanPath(text, text)
      };
      const [, repository = "", at = "", ref = "", colon = "", path = ""] = /^([^@:]*)(@?)([^:]*)(:?)(.*)$/s.exec(text) ?? [];
      if (!/^[A-Za-z0-9][\w.-]*\/[\w.-]+$/.test(repository)) throw wrong(text, `“${repository}” is not a repository`, "Write OWNER/REPO, or start a path of this checkout with ./");
      if (at === "" || ref === "") throw wrong(text, "the ref is missing", `Add a tag: “${repository}@v1.2.0:${path || "config/crd/bases"}”; or write “./${repository}” for this checkout.`);
      if (/[\s~^?*[\\]|\.\.|@\{|^[-/]|\/$/.test(ref)) throw wrong(text, `“${ref}” is not a ref`, "Give a tag, a branch or a commit.");
      if (colon === "" || path === "") throw wrong(text, "the path is missing", `Add it: “${repository}@${ref}:config/crd/bases”.`);
      return {
        kind: "remote",
        repository: repository,
        ref: ref,
        path: cleanPath(path, text)
      };
    }
    function showSource(source) {
      return source.kind === "local" ? `./${source.path}` : `${source.repository}@${source.ref}:${source.path || "."}`;
    }
    async function readSource(source, workspace, remote) {
      const {commit: commit, all: all} = source.kind === "remote" ? await listRemote(source, remote) : await listLocal(source.path, workspace);
      const directly = all.filter(({path: path}) => path === source.path || external_node_path_.posix.dirname(path) === (source.path === "" ? "." : source.path));
      const candidates = directly.filter(({path: path}) => mayHoldDefinitions(path)).sort((a, b) => a.path < b.path ? -1 : 1);
      const files = await (0, p_limit.A)(AT_ONCE).map(candidates, async file => {
        const {path: path, blob: blob} = file;
        return {
          ...readDefinitions(await file.read(), path),
          origin: {
            source: source,
            path: path,
            commit: commit,
            blob: blob
          }
        };
      });
      if (!files.some(file => file.documents.some(document => document.definition !== void 0))) throw nothingFound(source, all.map(({path: path}) => path));
      return files;
    }
    function collectDefinitions(files) {
      const found = new Map;
      for (const {documents: documents, origin: origin} of files) for (const {definition: definition, text: text} of documents) {
        if (definition === void 0) continue;
        const other = found.get(definition.name);
        if (other !== void 0) throw new packages_plan.yo(`CRD “${definition.name}” comes from two places: ${showOrigin(other.origin)} and ${showOrigin(origin)}.`, {
          advice: "Name one of them in “sources”: narrow a path, or leave one source out."
        });
        found.set(definition.name, {
          definition: definition,
          origin: origin,
          text: text
        });
      }
      return found;
    }
    function showOrigin({source: source, path: path}) {
      return source.kind === "local" ? `./${path}` : `${source.repository}@${source.ref}:${path}`;
    }
    async function listRemote({repository: repository, ref: ref, path: path}, remote) {
      const commit = await remote.resolve(repository, ref);
      const directory = mayHoldDefinitions(path) ? external_node_path_.posix.dirname(path) : path;
      const listed = await remote.list(repository, commit, directory === "." ? "" : directory);
      const files = listed.filter(({mode: mode}) => mode.startsWith("100"));
      return {
        commit: commit,
        all: files.map(file => ({
          ...file,
          read: () => remote.read(repository, file.blob)
        }))
      };
    }
    async function listLocal(path, workspace) {
      const below = await workspace.list(path, "sources");
      const isFile = below.length === 0 && path !== "" && await workspace.read(path, "sources") !== null;
      const read = async file => await workspace.read(file, "sources") ?? Buffer.alloc(0);
      return {
        commit: null,
        all: (isFile ? [ path ] : below).map(file => ({
          path: file,
          blob: null,
          read: () => read(file)
        }))
      };
    }
    function nothingFound(source, paths) {
      const shown = showSource(source);
      if (paths.length === 0) return new packages_plan.yo(`sources: there is nothing at “${shown}”.`, {
        advice: "Check the path against the repository at that ref; it is case-sensitive and starts at the root."
      });
      const inside = source.path === "" ? "" : `${source.path}/`;
      const directories = new Set(paths.map(path => external_node_path_.posix.dirname(path)).filter(path => path.startsWith(inside) && path !== source.path));
      const below = [ ...directories ].find(path => paths.some(p => external_node_path_.posix.dirname(p) === path && mayHoldDefinitions(p)));
      return new packages_plan.yo(`sources: no CRD in “${shown}” (${paths.length} files, directories below are not searched).`, {
        advice: below === void 0 ? "Point to the directory that holds the CRDs." : `There are YAML files in “${below}”: is it that one?`
      });
    }
    function cleanPath(path, text) {
      const clean = external_node_path_.posix.normalize(path).replace(/\/+$/, "");
      if (clean.startsWith("..") || clean.startsWith("/") || clean.includes("\\") || clean.includes("\0")) throw wrong(text, `the path “${path}” leaves the repository`, "Give a path from the root, without “..” and “/” in front.");
      return clean === "." ? "" : clean;
    }
    function wrong(text, what, advice) {
      return new packages_plan.yo(`Input “sources”: in “${text}” ${what}; expected ${FORMS}.`, {
        advice: advice
      });
    }
    const WORDS = new Map([ [ "added", "new" ], [ "updated", "changed" ], [ "removed", "gone" ], [ "edited", "edited here" ], [ "kept", "left alone" ] ]);
    function listSteps({plan: plan, destination: destination}, action) {
      return plan.steps.filter(step => step.action === action).map(({crd: crd, file: file, origin: origin}) => ({
        crd: crd,
        file: external_node_path_.posix.join(destination, file),
        repository: origin?.source.kind === "remote" ? origin.source.repository : null,
        ref: origin?.source.kind === "remote" ? origin.source.ref : null,
        commit: origin?.commit ?? null,
        path: origin?.path ?? null
      }));
    }
    function reportSync(sync) {
      const {plan: plan, findings: findings} = sync;
      const eventful = plan.steps.filter(({action: action}) => action !== "unchanged");
      const quiet = plan.steps.filter(({action: action}) => action === "unchanged");
      return [ (0, packages_plan.R_)("CRDs"), (0, packages_plan.FY)(verdict(sync)), ...eventful.length === 0 ? [] : [ (0, 
      packages_plan.tp)([ "CRD", "What", "Versions", "From", "File" ], eventful.map(step => row(step, sync))) ], ...findings.length === 0 ? [] : [ (0, 
      packages_plan.R_)("Findings"), (0, packages_plan.tp)([ "Severity", "Rule", "What", "What to do" ], findings.map(({severity: severity, rule: rule, message: message, advice: advice}) => [ severity, (0, 
      packages_plan.aY)(rule), message, advice ])) ], ...quiet.length === 0 ? [] : [ (0, 
      packages_plan.zH)(`${count(quiet.length, "CRD")} unchanged`, [ (0, packages_plan.p_)(quiet.map(({crd: crd}) => (0, 
      packages_plan.aY)(crd))) ]) ], (0, packages_plan.zH)("Where they come from", [ (0, 
      packages_plan.p_)([ ...origins(sync), ...skipped(sync) ]) ]) ];
    }
    function verdict({plan: plan, refusal: refusal}) {
      const counts = [ ...WORDS ].map(([action, word]) => [ word, plan.steps.filter(step => step.action === action).length ]);
      const told = counts.filter(([, number]) => number > 0).map(([word, number]) => `${number} ${word}`);
      const what = told.length === 0 ? `All ${count(plan.steps.length, "CRD")} are up to date` : `${count(plan.steps.length, "CRD")}: ${told.join(", ")}`;
      const breaks = plan.breaking ? " Users of a CRD are affected; read the findings." : "";
      return `${what}.${breaks}${refusal === void 0 ? "" : " Nothing was written."}`;
    }
    function row({crd: crd, action: action, before: before, after: after, origin: origin, file: file, note: note}, {destination: destination}) {
      const [old, now] = [ before, after ].map(definition => definition?.versions.map(({name: name}) => name).join(", "));
      return [ (0, packages_plan.aY)(crd), [ WORDS.get(action) ?? action, note ].filter(part => part !== void 0).join(": "), old === now || old === void 0 ? now ?? "" : now === void 0 ? old : `${old} → ${now}`, origin === null ? "" : (0, 
      packages_plan.aY)(showOrigin(origin)), (0, packages_plan.aY)(external_node_path_.posix.join(destination, file)) ];
    }
    function origins({sources: sources}) {
      const lines = sources.map(({origin: origin}) => {
        const commit = origin.commit === null ? [] : [ " at ", (0, packages_plan.aY)(origin.commit.slice(0, 12)) ];
        return {
          shown: showSource(origin.source),
          line: [ (0, packages_plan.aY)(showSource(origin.source)), ...commit ]
        };
      });
      return [ ...new Map(lines.map(({shown: shown, line: line}) => [ shown, line ])).values() ];
    }
    function skipped({sources: sources}) {
      return sources.flatMap(({origin: origin, documents: documents}) => documents.flatMap(({other: other}) => other === void 0 ? [] : [ [ "not copied: ", (0, 
      packages_plan.aY)(showOrigin(origin)), ` (${other})` ] ]));
    }
    function count(number, noun) {
      return `${number} ${noun}${number === 1 ? "" : "s"}`;
    }
    function drift(steps, destination) {
      return steps.flatMap(step => {
        const told = tell(step);
        return told === null ? [] : [ {
          ...told,
          crd: step.crd,
          file: external_node_path_.posix.join(destination, step.file)
        } ];
      });
    }
    function tell({crd: crd, action: action, origin: origin, note: note}) {
      const from = origin === null ? "the source" : showOrigin(origin);
      switch (action) {
       case "added":
        return problem("crd-missing", `CRD ${crd} is missing; ${from} has it.`, "Run sync-crds.");

       case "updated":
        return problem("crd-outdated", `CRD ${crd} is not what ${from} has.`, "Run sync-crds.");

       case "removed":
        return problem("crd-orphaned", `CRD ${crd} is still here; no source has it any more.`, "Run sync-crds to remove it.");

       case "edited":
        return problem("crd-edited", `CRD ${crd}: ${note ?? "edited"}, and it is not what ${from} has.`, "Take the edit to the source repository; or delete the file to drop it; or exclude the CRD to keep it.");

       case "unchanged":
       case "kept":
        return null;
      }
    }
    function problem(rule, message, advice) {
      return {
        severity: "error",
        rule: rule,
        message: message,
        advice: advice
      };
    }
    function editResources(text, file, present, absent) {
      const list = findResources(text, file);
      const listed = new Set(list.items.map(item => external_node_path_.posix.normalize(item.value)));
      const unwanted = new Set(absent.map(path => external_node_path_.posix.normalize(path)));
      const missing = present.filter(path => !listed.has(external_node_path_.posix.normalize(path)));
      const leaving = list.items.filter(item => unwanted.has(external_node_path_.posix.normalize(item.value)));
      if (missing.length === 0 && leaving.length === 0) return text;
      return list.write(missing, new Set(leaving));
    }
    function findResources(text, file) {
      const lines = new yaml_dist.HN;
      const document = (0, yaml_dist.Tp)(text, {
        lineCounter: lines,
        prettyErrors: false,
        logLevel: "silent"
      });
      const [problem] = document.errors;
      if (problem !== void 0) throw cannot(problem.message, problem.pos[0]);
      const newline = text.includes("\r\n") ? "\r\n" : "\n";
      const root = document.contents;
      if (root !== null && !(0, yaml_dist.jh)(root)) throw cannot("it is not a mapping", 0);
      const pair = root?.items.find(({key: key}) => (0, yaml_dist.jn)(key) && key.value === "resources");
      if (pair === void 0) return {
        items: [],
        write: added => atEnd(`resources:${asLines(added, "")}`)
      };
      const {key: key, value: value} = pair;
      const afterKey = (0, yaml_dist.jn)(key) && key.range ? text.indexOf(":", key.range[1]) + 1 : 0;
      if (value === null || value === void 0 || (0, yaml_dist.jn)(value) && value.value === null) return {
        items: [],
        write: added => splice(afterKey, afterKey, asLines(added, "").trimEnd())
      };
      if (!(0, yaml_dist.oP)(value)) throw cannot("“resources” is not a list", afterKey);
      const items = value.items.map(node => {
        if (!(0, yaml_dist.jn)(node) || typeof node.value !== "string" || !node.range) throw cannot("“resources” lists something that is not a path", afterKey);
        return {
          value: node.value,
          start: node.range[0],
          end: node.range[1]
        };
      });
      return {
        items: items,
        write: value.flow === true ? flow(value, items) : block(items)
      };
      function flow(list, before) {
        const [start, end] = rangeOf(list);
        if (text.slice(start, end).includes("#")) throw cannot("“resources” is a [list] with comments in it", start);
        return (added, removed) => {
          const kept = before.filter(item => !removed.has(item)).map(item => text.slice(item.start, item.end));
          return splice(start, end, `[${[ ...kept, ...added ].join(", ")}]`);
        };
      }
      function block(before) {
        const rows = before.map(item => {
          const start = text.lastIndexOf("\n", item.start - 1) + 1;
          const found = text.indexOf("\n", item.end);
          const indent = /^([ ]*)-[ \t]+$/.exec(text.slice(start, item.start))?.[1];
          if (indent === void 0) throw cannot(`“${item.value}” does not stand on a line of its own`, item.start);
          return {
            item: item,
            start: start,
            end: found < 0 ? text.length : found + 1,
            indent: indent
          };
        });
        return (added, removed) => {
          const gone = rows.filter(row => removed.has(row.item));
          const end = rows.at(-1)?.end ?? text.length;
          const tail = asLines(added, rows.at(-1)?.indent ?? "").slice(newline.length);
          const open = added.length > 0 && gone.at(-1)?.end !== end && !text.slice(0, end).endsWith("\n");
          return edit([ ...gone.length === rows.length && added.length === 0 ? [ {
            start: afterKey,
            end: afterKey,
            by: " []"
          } ] : [], ...gone.map(({start: start, end: until}) => ({
            start: start,
            end: until,
            by: ""
          })), {
            start: end,
            end: end,
            by: (open ? newline : "") + tail
          } ]);
        };
      }
      function asLines(paths, indent) {
        return newline + paths.map(path => `${indent}- ${path}${newline}`).join("");
      }
      function atEnd(addition) {
        return text === "" || text.endsWith("\n") ? text + addition : text + newline + addition;
      }
      function splice(start, end, by) {
        return edit([ {
          start: start,
          end: end,
          by: by
        } ]);
      }
      function edit(edits) {
        const pieces = edits.map(({start: start, by: by}, index) => text.slice(edits[index - 1]?.end ?? 0, start) + by);
        return pieces.join("") + text.slice(edits.at(-1)?.end ?? 0);
      }
      function cannot(why, offset) {
        const {line: line, col: col} = lines.linePos(offset);
        return new packages_plan.yo(`${file}: ${why}; its resources cannot be kept up to date.`, {
          file: file,
          line: Math.max(line, 1),
          column: Math.max(col, 1),
          advice: "Write the resources one a line (“- crd.yaml”), or set “kustomization: none”."
        });
      }
    }
    function rangeOf(node) {
      if (!node.range) throw new TypeError("a parsed node has a range");
      return node.range;
    }
    function judge(before, after, stored) {
      return [ ...judgeDefinition(before, after), ...judgeVersions(before, after, stored), ...before.versions.flatMap(version => {
        const next = after.versions.find(({name: name}) => name === version.name);
        return next === void 0 ? [] : judgeSchema(after, version, next);
      }) ];
    }
    function judgeRemoval(crd, versions) {
      return {
        severity: "error",
        rule: "crd-removed",
        message: `CRD ${crd} goes away. Deleting it from a cluster deletes every object of that kind.`,
        advice: "Make sure that no cluster has such objects, and say in the release notes how to migrate. To keep the file, set “prune: false”.",
        crd: crd,
        before: versions,
        after: null
      };
    }
    function judgeDefinition(before, after) {
      const crd = after.name;
      const findings = [];
      if (before.scope !== after.scope) findings.push({
        severity: "error",
        rule: "scope-changed",
        message: `CRD ${crd} changes from ${before.scope} to ${after.scope}. The API server refuses the update.`,
        advice: "The scope of an established CRD cannot change. A new kind or a new group is needed.",
        crd: crd,
        path: "spec.scope",
        before: before.scope,
        after: after.scope
      });
      for (const name of [ "kind", "listKind", "plural", "singular" ]) {
        const [old, now] = [ before.names[name], after.names[name] ];
        if (old === now) continue;
        findings.push({
          severity: "error",
          rule: "names-changed",
          message: name === "kind" ? `CRD ${crd} changes its kind from ${old} to ${now}. The API server refuses the update; existing objects say ${old}.` : `CRD ${crd} changes its ${name} from ${old} to ${now}. Clients that use the old name stop working.`,
          advice: "Keep the name. A new kind needs a CRD of its own beside this one.",
          crd: crd,
          path: `spec.names.${name}`,
          before: old,
          after: now
        });
      }
      return findings;
    }
    function judgeVersions(before, after, stored) {
      const crd = after.name;
      const findings = [];
      const next = new Map(after.versions.map(version => [ version.name, version ]));
      const everStored = new Set([ ...stored, ...before.versions.filter(({storage: storage}) => storage).map(({name: name}) => name) ]);
      for (const version of [ ...everStored ].sort()) {
        if (next.has(version)) continue;
        findings.push({
          severity: "error",
          rule: "stored-version-removed",
          message: `CRD ${crd} drops version ${version}, in which clusters may still store objects. The API server then refuses the update (status.storedVersions).`,
          advice: `Keep ${version} with served: false for one more release, or have users migrate their objects and remove ${version} from status.storedVersions first.`,
          crd: crd,
          version: version,
          path: `spec.versions[${version}]`,
          before: "storage",
          after: null
        });
      }
      for (const {name: version, served: served} of before.versions) {
        const now = next.get(version);
        if (!served || now?.served === true) continue;
        findings.push({
          severity: "error",
          rule: "served-version-removed",
          message: `CRD ${crd} no longer serves version ${version}. Manifests and clients that use it are refused.`,
          advice: `Serve ${version} for one more release, marked deprecated, and tell users to move to ${servedVersions(after)}.`,
          crd: crd,
          version: version,
          path: `spec.versions[${version}].served`,
          before: true,
          after: now === void 0 ? null : false
        });
      }
      return findings;
    }
    function servedVersions(definition) {
      const served = definition.versions.filter(version => version.served).map(({name: name}) => name);
      return served.length === 0 ? "another kind" : served.join(" or ");
    }
    function judgeSchema(after, version, next) {
      const findings = [];
      const crd = after.name;
      const common = {
        severity: "error",
        crd: crd,
        version: version.name
      };
      function walk(old, now, at) {
        if (!sameOrWider(old, now)) {
          findings.push({
            ...common,
            rule: "type-changed",
            message: `${crd} ${version.name}: ${at || "the object"} changes from ${typeOf(old)} to ${typeOf(now)}. Existing objects are refused.`,
            advice: "Keep the type and add a new field, or introduce a new version with a conversion.",
            path: at || ".",
            before: typeOf(old),
            after: typeOf(now)
          });
          return;
        }
        for (const name of added(requiredOf(old), requiredOf(now))) {
          if (member(propertyOf(now, name), "default") !== void 0) continue;
          findings.push({
            ...common,
            rule: "required-added",
            message: `${crd} ${version.name}: ${at}.${name} becomes required. Objects without it are refused.`,
            advice: "Give it a default, or leave it optional.",
            path: `${at}.${name}`,
            before: "optional",
            after: "required"
          });
        }
        for (const [name, child] of entriesOf(old, "properties")) {
          if (isServerOwned(old, name, at)) continue;
          const here = propertyOf(now, name) ?? valuesOf(now);
          if (here !== void 0) walk(child, here, `${at}.${name}`); else if (!keepsUnknown(now)) removed(`${at}.${name}`, child);
        }
        const [oldItems, nowItems] = [ member(old, "items"), member(now, "items") ];
        if (isObject(oldItems) && isObject(nowItems)) walk(oldItems, nowItems, `${at}[*]`);
        const [oldValues, nowValues] = [ valuesOf(old), valuesOf(now) ];
        if (oldValues !== void 0 && nowValues !== void 0) walk(oldValues, nowValues, `${at}[*]`); else if (oldValues !== void 0 && !keepsUnknown(now)) removed(`${at}[*]`, oldValues);
      }
      function removed(path, schema) {
        findings.push({
          ...common,
          rule: "field-removed",
          message: `${crd} ${version.name}: ${path} goes away. The API server drops its value from every object that it writes.`,
          advice: "Keep the field, deprecated, or introduce a new version with a conversion that carries its value.",
          path: path,
          before: typeOf(schema),
          after: null
        });
      }
      function keepsUnknown(schema) {
        return !after.prunes || member(schema, "x-kubernetes-preserve-unknown-fields") === true || member(schema, "additionalProperties") === true;
      }
      if (version.schema !== void 0 && next.schema !== void 0) walk(version.schema, next.schema, "");
      return findings;
    }
    function isServerOwned(schema, name, at) {
      const isResource = at === "" || member(schema, "x-kubernetes-embedded-resource") === true;
      return isResource && (name === "apiVersion" || name === "kind" || name === "metadata");
    }
    function sameOrWider(old, now) {
      const [from, to] = [ typeOf(old), typeOf(now) ];
      if (from === to || to === "any") return true;
      if (from === "integer") return to === "number" || to === "int-or-string";
      return from === "string" && to === "int-or-string";
    }
    function typeOf(schema) {
      if (member(schema, "x-kubernetes-int-or-string") === true) return "int-or-string";
      return textMember(schema, "type") ?? "any";
    }
    function requiredOf(schema) {
      return listMember(schema, "required").filter(name => typeof name === "string");
    }
    function added(before, after) {
      return [ ...new Set(after) ].filter(name => !before.includes(name)).sort();
    }
    function propertyOf(schema, name) {
      return member(member(schema, "properties"), name);
    }
    function valuesOf(schema) {
      const values = member(schema, "additionalProperties");
      return isObject(values) ? values : void 0;
    }
    class Destination {
      #files;
      #original;
      constructor(files) {
        this.#files = new Map(files.map(({path: path, documents: documents}) => [ external_node_path_.posix.basename(path), documents ]));
        this.#original = new Map([ ...this.#files ].map(([file, documents]) => [ file, join(documents) ]));
        const seen = new Map;
        for (const {definition: definition, file: file} of this.definitions()) {
          const other = seen.get(definition.name);
          if (other !== void 0) throw new packages_plan.yo(`destination: CRD “${definition.name}” is in two places: ${other} and ${file}.`, {
            file: files.find(({path: path}) => external_node_path_.posix.basename(path) === file)?.path ?? file,
            advice: "Delete one of them, so that it is clear which one is kept up to date."
          });
          seen.set(definition.name, file);
        }
      }
      definitions() {
        return [ ...this.#files ].flatMap(([file, documents]) => documents.flatMap(({definition: definition}) => definition === void 0 ? [] : [ {
          definition: definition,
          file: file
        } ]));
      }
      find(crd) {
        return this.definitions().find(({definition: definition}) => definition.name === crd);
      }
      has(file) {
        return (this.#files.get(file)?.length ?? 0) > 0;
      }
      put(sourced) {
        const {definition: definition} = sourced;
        const present = this.find(definition.name);
        if (present !== void 0) {
          const documents = this.#files.get(present.file) ?? [];
          const index = documents.findIndex(document => document.definition?.name === definition.name);
          this.#files.set(present.file, documents.with(index, toDocument(sourced, documents.length > 1 && index > 0)));
          return present.file;
        }
        const file = this.#freeName(sourced);
        const documents = this.#files.get(file) ?? [];
        this.#files.set(file, [ ...documents, toDocument(sourced, documents.length > 0) ]);
        return file;
      }
      remove(crd) {
        const present = this.find(crd);
        if (present === void 0) return;
        const documents = this.#files.get(present.file) ?? [];
        const rest = documents.filter(({definition: definition}) => definition?.name !== crd);
        const empty = rest.every(({definition: definition, other: other}) => definition === void 0 && other === void 0);
        this.#files.set(present.file, empty ? [] : rest);
      }
      edits() {
        return new Map([ ...this.#files ].map(([file, documents]) => [ file, documents.length === 0 ? null : join(documents) ]).filter(([file, text]) => text !== (this.#original.get(file) ?? null)).sort(([a], [b]) => a < b ? -1 : 1));
      }
      #freeName({definition: definition, origin: origin}) {
        const wanted = external_node_path_.posix.basename(origin.path);
        const holder = this.#added.get(wanted);
        if (!this.has(wanted) || holder === showPlace(origin)) {
          this.#added.set(wanted, showPlace(origin));
          return wanted;
        }
        const second = `${definition.group}_${definition.names.plural}.yaml`;
        if (!this.has(second)) return second;
        throw new packages_plan.yo(`destination: “${wanted}” and “${second}” exist already and hold something else than CRD “${definition.name}”.`, {
          advice: "Rename the file that is in the way, or put the CRD into a file of your choice; its name is then kept."
        });
      }
      #added=new Map;
    }
    function showPlace({source: source, path: path}) {
      return `${source.kind === "remote" ? source.repository : "."}:${path}`;
    }
    function toDocument({definition: definition, text: text}, follows) {
      const bare = text.replace(/^\uFEFF/, "");
      const marked = follows && !/^(?:[ \t]*(?:#.*)?\r?\n)*---/.test(bare) ? `---\n${bare}` : follows ? bare : text;
      return {
        text: marked,
        line: 1,
        definition: definition,
        other: void 0
      };
    }
    function join(documents) {
      const last = documents.length - 1;
      return documents.map(({text: text}, index) => index < last && !text.endsWith("\n") ? `${text}\n` : text).join("");
    }
    function isSelected(name, {include: include, exclude: exclude}) {
      return (include.length === 0 || include.some(glob => matches(glob, name))) && !exclude.some(glob => matches(glob, name));
    }
    function checkSelection(names, {include: include}) {
      const idle = include.find(glob => !names.some(name => matches(glob, name)));
      if (idle === void 0) return;
      throw new packages_plan.yo(`Input “include”: “${idle}” matches none of the CRDs in the sources: ${names.join(", ")}.`, {
        advice: "Globs match the whole metadata.name, for example “*.codeflare.dev”."
      });
    }
    function matches(glob, name) {
      let [g, n, star, retry] = [ 0, 0, -1, 0 ];
      while (n < name.length) if (glob[g] === "*") {
        star = g++;
        retry = n;
      } else if (g < glob.length && (glob[g] === "?" || glob[g] === name[n])) {
        g++;
        n++;
      } else if (star >= 0) {
        g = star + 1;
        n = ++retry;
      } else return false;
      while (glob[g] === "*") g++;
      return g === glob.length;
    }
    function planSync({sources: sources, destination: destination, lock: lock}, policy) {
      const offered = collectDefinitions(sources);
      checkSelection([ ...offered.keys() ].sort(), policy);
      const wanted = new Map([ ...offered ].filter(([name]) => isSelected(name, policy)));
      if (wanted.size === 0) throw new packages_plan.yo(`Input “exclude” leaves none of the ${offered.size} CRDs in the sources.`, {
        advice: "Exclude fewer, or leave the source out."
      });
      const draft = new Destination(destination);
      const started = new Map(draft.definitions().map(placed => [ placed.definition.name, placed ]));
      const crds = new Map;
      const steps = [];
      for (const sourced of [ ...wanted.values() ].sort(byName)) {
        const {definition: definition, origin: origin} = sourced;
        const crd = definition.name;
        const present = started.get(crd);
        const locked = lock.crds.get(crd);
        const common = {
          crd: crd,
          origin: origin,
          before: present?.definition ?? null,
          after: definition
        };
        if (present === void 0) steps.push({
          ...common,
          action: "added",
          file: draft.put(sourced)
        }); else if (present.definition.digest === definition.digest) steps.push({
          ...common,
          action: "unchanged",
          file: present.file
        }); else if (locked !== void 0 && locked.digest !== present.definition.digest) steps.push({
          ...common,
          action: "edited",
          file: present.file,
          note: "changed since it was copied"
        }); else steps.push({
          ...common,
          action: "updated",
          file: draft.put(sourced)
        });
        const step = steps.at(-1);
        if (step !== void 0) crds.set(crd, renew(locked, lockEntry(sourced, step.file)));
      }
      for (const [crd, entry] of [ ...lock.crds ].sort(([a], [b]) => a < b ? -1 : 1)) {
        if (wanted.has(crd)) continue;
        const present = started.get(crd);
        const common = {
          crd: crd,
          origin: null,
          before: present?.definition ?? null,
          after: null,
          file: present?.file ?? entry.file
        };
        if (offered.has(crd)) {
          if (present !== void 0) steps.push({
            ...common,
            action: "kept",
            note: "excluded; left as it is from now on"
          });
        } else if (present === void 0) ; else if (present.definition.digest !== entry.digest) {
          steps.push({
            ...common,
            action: "edited",
            note: "gone from the source, and changed here since it was copied"
          });
          crds.set(crd, entry);
        } else if (policy.prune) {
          draft.remove(crd);
          steps.push({
            ...common,
            action: "removed"
          });
        } else {
          steps.push({
            ...common,
            action: "kept",
            note: "gone from the source; kept because of “prune: false”"
          });
          crds.set(crd, entry);
        }
      }
      const owned = new Set([ ...lock.crds.values() ].map(({file: file}) => file));
      const findings = judgeAll(steps, lock, policy.compatibility);
      return {
        steps: steps.sort((a, b) => a.crd < b.crd ? -1 : 1),
        files: draft.edits(),
        lock: {
          crds: crds,
          stored: remember(lock.stored, steps)
        },
        findings: [ ...findings, ...movedRefs(sources, lock) ],
        breaking: findings.length > 0,
        present: unique(steps.filter(step => isOurs(step) && (step.action === "added" || !owned.has(step.file))).map(({file: file}) => file)),
        absent: [ ...owned ].filter(file => !draft.has(file)).sort()
      };
    }
    function byName(a, b) {
      return a.definition.name < b.definition.name ? -1 : 1;
    }
    function isOurs({action: action}) {
      return action === "added" || action === "updated" || action === "unchanged";
    }
    function renew(old, now) {
      if (old === void 0 || old.ref === null || isVersion(old.ref)) return now;
      const {file: file, repository: repository, ref: ref, path: path, digest: digest} = now;
      const same = old.file === file && old.repository === repository && old.ref === ref && old.path === path;
      return same && old.digest === digest ? old : now;
    }
    function isVersion(ref) {
      return /\d\.\d/.test(ref) && !ref.includes("/");
    }
    function unique(items) {
      return [ ...new Set(items) ];
    }
    function lockEntry({definition: definition, origin: origin}, file) {
      const {source: source, commit: commit, blob: blob, path: path} = origin;
      return {
        file: file,
        repository: source.kind === "remote" ? source.repository : "./",
        ref: source.kind === "remote" ? source.ref : null,
        commit: commit,
        path: path,
        blob: blob,
        digest: definition.digest,
        versions: definition.versions.map(({name: name}) => name)
      };
    }
    function remember(stored, steps) {
      const next = new Map(stored);
      for (const {crd: crd, before: before, after: after} of steps) {
        const versions = [ before, after ].flatMap(definition => definition?.versions ?? []).filter(({storage: storage}) => storage);
        const known = unique([ ...next.get(crd) ?? [], ...versions.map(({name: name}) => name) ]);
        if (known.length > 0) next.set(crd, known);
      }
      return next;
    }
    function judgeAll(steps, lock, compatibility) {
      const found = steps.flatMap(({crd: crd, action: action, before: before, after: after, file: file}) => {
        if (action === "removed") return [ {
          ...judgeRemoval(crd, before?.versions.map(({name: name}) => name) ?? []),
          file: file
        } ];
        if (compatibility === "off" || action !== "updated" || before === null || after === null) return [];
        return judge(before, after, lock.stored.get(crd) ?? []).map(finding => ({
          ...finding,
          file: file
        }));
      });
      return compatibility === "error" ? found : found.map(finding => ({
        ...finding,
        severity: "warning"
      }));
    }
    function movedRefs(sources, lock) {
      const told = new Map;
      for (const {origin: origin} of sources) {
        const {source: source, commit: commit} = origin;
        if (source.kind !== "remote" || commit === null || !isVersion(source.ref)) continue;
        for (const entry of lock.crds.values()) {
          if (entry.repository !== source.repository || entry.ref !== source.ref) continue;
          if (entry.commit === null || entry.commit === commit) continue;
          told.set(`${source.repository}@${source.ref}`, {
            severity: "warning",
            rule: "tag-moved",
            message: `${showOrigin(origin)} was commit ${entry.commit.slice(0, 12)} when it was last copied; it is ${commit.slice(0, 12)} now.`,
            advice: `A release tag should not move. Ask ${source.repository} what happened before you take its CRDs.`,
            before: entry.commit,
            after: commit
          });
        }
      }
      return [ ...told.values() ];
    }
    const KUSTOMIZATIONS = [ "kustomization.yaml", "kustomization.yml", "Kustomization" ];
    async function sync(options, workspace, remote) {
      const destination = directory(options.destination);
      const lockFile = options.lockFile === "" ? external_node_path_.posix.join(destination, "crds.lock.yaml") : external_node_path_.posix.normalize(options.lockFile);
      if (options.sources.length === 0) throw new packages_plan.yo("Input “sources” is missing: at least one OWNER/REPO@REF:PATH or ./local/path, one a line.", {
        advice: "For example “project-codeflare/appwrapper@v1.0.4:config/crd/bases”."
      });
      const parsed = options.sources.map(parseSource);
      await workspace.locate(destination, "destination");
      const [lock, present, kustomization] = await Promise.all([ workspace.read(lockFile, "lock-file").then(bytes => readLock(bytes, lockFile)), readDestination(destination, lockFile, workspace), findKustomization(options.kustomization, destination, workspace) ]);
      const sources = (await Promise.all(parsed.map(source => readSource(source, workspace, remote)))).flat();
      const plan = planSync({
        sources: sources,
        destination: present,
        lock: lock
      }, options);
      const told = plan.findings.map(finding => finding.file === void 0 ? finding : {
        ...finding,
        file: external_node_path_.posix.join(destination, finding.file)
      });
      const change = (path, content, reason) => workspace.change(path, content, reason);
      const written = [];
      const deleted = [];
      for (const [file, text] of plan.files) {
        const path = external_node_path_.posix.join(destination, file);
        if (text === null) deleted.push(await change(path, null, "no source has the CRD any more")); else written.push(await change(path, text, reasonFor(file, plan)));
      }
      const listed = kustomization === null ? null : await change(kustomization.path, listResources(kustomization, destination, plan), "list the CRD files that are there");
      const locked = await change(lockFile, writeLock(plan.lock), "remember what was copied from where");
      const changes = [ ...written, listed, ...deleted, locked ].filter(item => item !== null);
      const edited = plan.steps.filter(({action: action}) => action === "edited");
      const common = {
        plan: plan,
        sources: sources,
        destination: destination,
        lockFile: lockFile
      };
      if (options.mode === "check") {
        const found = [ ...drift(plan.steps, destination), ...listed === null || kustomization === null ? [] : [ outdated("kustomization", kustomization.path) ], ...locked === null ? [] : [ outdated("lock", lockFile) ] ];
        return {
          ...common,
          changes: [],
          findings: [ ...found, ...told ],
          refusal: driftRefusal(found)
        };
      }
      const edits = drift(edited, destination);
      return {
        ...common,
        changes: changes,
        findings: [ ...edits, ...told ],
        refusal: editRefusal(edited.length) ?? breakingRefusal(plan.findings)
      };
    }
    async function readDestination(destination, lockFile, workspace) {
      const paths = (await workspace.list(destination, "destination")).filter(path => external_node_path_.posix.dirname(path) === (destination === "" ? "." : destination) && mayHoldDefinitions(path) && path !== lockFile);
      return Promise.all(paths.map(async path => readDefinitions(await workspace.read(path) ?? Buffer.alloc(0), path, "name")));
    }
    async function findKustomization(input, destination, workspace) {
      if (input === "none") return null;
      const given = input !== "auto" && input !== "";
      const paths = given ? [ external_node_path_.posix.normalize(input) ] : KUSTOMIZATIONS.map(name => external_node_path_.posix.join(destination, name));
      for (const path of paths) {
        const bytes = await workspace.read(path, "kustomization");
        if (bytes !== null) return {
          path: path,
          text: bytes.toString("utf8")
        };
      }
      if (!given) return null;
      throw new packages_plan.yo(`Input “kustomization”: there is no file “${input}”.`, {
        file: input,
        advice: "Give the path of the kustomization.yaml that lists the CRDs, or “auto”, or “none”."
      });
    }
    function listResources({path: path, text: text}, destination, {present: present, absent: absent}) {
      const fromThere = file => external_node_path_.posix.relative(external_node_path_.posix.dirname(path), external_node_path_.posix.join(destination, file));
      return editResources(text, path, present.map(fromThere), absent.map(fromThere));
    }
    function reasonFor(file, {steps: steps}) {
      const told = steps.filter(step => step.file === file && step.action !== "unchanged" && step.action !== "kept");
      return told.map(({crd: crd, action: action}) => `${crd} ${action === "removed" ? "goes away" : action}`).join(", ");
    }
    function outdated(which, file) {
      return {
        severity: "error",
        rule: `${which}-outdated`,
        message: `${file} does not say which CRDs are there${which === "lock" ? " and where they came from" : ""}.`,
        advice: "Run sync-crds.",
        file: file
      };
    }
    function driftRefusal(found) {
      if (found.length === 0) return;
      const differences = found.length === 1 ? "one difference" : `${found.length} differences`;
      return new packages_plan.yo(`The CRDs are not what the sources and the lock file say: ${differences}.`, {
        advice: "Run sync-crds with “mode: sync” and merge the result; see the findings for each file."
      });
    }
    function editRefusal(count) {
      if (count === 0) return;
      return new packages_plan.yo(`${count === 1 ? "A CRD was" : `${count} CRDs were`} edited here after the last copy; copying would undo the edits. Nothing was written.`, {
        advice: "Take the edit to the source repository. To drop it, delete the file and run again; to keep it, name the CRD in “exclude”."
      });
    }
    function breakingRefusal(findings) {
      const breaking = findings.filter(({severity: severity}) => severity === "error");
      if (breaking.length === 0) return;
      const crds = new Set(breaking.map(({crd: crd}) => crd)).size;
      return new packages_plan.yo(`${breaking.length === 1 ? "A change breaks" : `${breaking.length} changes break`} users of ${crds === 1 ? "a CRD" : `${crds} CRDs`}. Nothing was written.`, {
        advice: "Have them undone in the source; or take them knowingly, with “compatibility: warn”, and say so in the release notes."
      });
    }
    function directory(input) {
      const clean = external_node_path_.posix.normalize(input.trim() === "" ? "." : input.trim()).replace(/\/+$/, "");
      return clean === "." ? "" : clean;
    }
  }
};
