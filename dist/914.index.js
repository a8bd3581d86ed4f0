export const id = 914;

export const ids = [ 914 ];

export const modules = {
  2914: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      GitHub: () => GitHub,
      ZN: () => RepositoryHistory,
      Ig: () => awaitRun,
      P: () => branchHead,
      Do: () => conclusionWords,
      VZ: () => createTag,
      mL: () => dispatchOnce,
      Mf: () => failedJobs,
      oJ: () => firstContributions,
      V$: () => floatTag,
      fq: () => fullName,
      TM: () => getRepository,
      CS: () => listFiles,
      Re: () => orAbsent,
      SU: () => parseRepository,
      i: () => planProposal,
      F3: () => planRelease,
      Te: () => proposalBody,
      at: () => proposalFiles,
      gm: () => readBlob,
      b4: () => readBlobs,
      g8: () => readDispatchInterface,
      rT: () => reportProposal,
      resolveCommit: () => resolveCommit,
      runPlace: () => runPlace,
      eF: () => tagCommit,
      RK: () => waitingWords
    });
    var external_node_stream_ = __webpack_require__(7075);
    var external_node_zlib_ = __webpack_require__(8522);
    var plan = __webpack_require__(1380);
    var external_node_crypto_ = __webpack_require__(7598);
    function parseRepository(text, what) {
      const match = /^([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})?)\/([\w.-]{1,100})$/.exec(text.trim());
      const [, owner, repo] = match ?? [];
      if (owner === void 0 || repo === void 0 || repo === "." || repo === "..") throw new plan.yo(`${what}: “${text.trim()}” is no repository.`, {
        advice: "Write OWNER/NAME, for example “project-codeflare/codeflare-operator”."
      });
      return {
        owner: owner,
        repo: repo
      };
    }
    function fullName({owner: owner, repo: repo}) {
      return `${owner}/${repo}`;
    }
    async function getRepository(github, {owner: owner, repo: repo}) {
      const {data: data} = await github.request("GET /repos/{owner}/{repo}", {
        owner: owner,
        repo: repo
      });
      const allowed = {
        merge: data.allow_merge_commit,
        squash: data.allow_squash_merge,
        rebase: data.allow_rebase_merge
      };
      const methods = [ "merge", "squash", "rebase" ];
      return {
        owner: data.owner.login,
        repo: data.name,
        defaultBranch: data.default_branch,
        url: data.html_url.replace(/\/+$/, ""),
        parent: data.parent?.full_name ?? null,
        mergeMethods: new Set(methods.filter(method => allowed[method] !== false))
      };
    }
    async function listFiles(github, repository, commit, directory = "") {
      const files = new Map;
      const walk = async (tree, prefix) => {
        const whole = await getTree(github, repository, tree, true);
        const entries = whole.truncated ? (await getTree(github, repository, tree, false)).tree : whole.tree;
        for (const {path: path, mode: mode, type: type, sha: sha} of entries) if (type !== "tree") files.set(prefix + path, {
          blob: sha,
          mode: mode
        }); else if (whole.truncated) await walk(sha, `${prefix}${path}/`);
      };
      const parts = directory.split("/").filter(part => part !== "");
      const start = await descend(github, repository, commit, parts);
      if (start !== null) await walk(start, parts.map(part => `${part}/`).join(""));
      return files;
    }
    async function readBlob(github, repository, blob) {
      const {owner: owner, repo: repo} = repository;
      const {data: data} = await github.request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
        owner: owner,
        repo: repo,
        file_sha: blob
      });
      const bytes = Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
      if (blobName(bytes) !== blob) throw new plan._7(`GitHub sent other bytes than asked for: blob ${blob} of ${fullName(repository)}.`, {
        advice: "Run again."
      });
      return bytes;
    }
    function blobName(content) {
      return (0, external_node_crypto_.createHash)("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
    }
    async function descend(github, repository, commit, parts) {
      let at = commit;
      for (const part of parts) {
        const {tree: tree} = await getTree(github, repository, at, false);
        const next = tree.find(entry => entry.path === part && entry.type === "tree");
        if (next === void 0) return null;
        at = next.sha;
      }
      return at;
    }
    async function getTree(github, {owner: owner, repo: repo}, tree, recursive) {
      const {data: data} = await github.request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
        owner: owner,
        repo: repo,
        tree_sha: tree,
        ...recursive && {
          recursive: "1"
        }
      });
      return data;
    }
    const FEW = 6;
    const LARGEST_ARCHIVE = 2 * 1024 ** 3;
    async function readBlobs(github, repository, commit, blobs) {
      const wanted = new Set(blobs);
      const found = wanted.size > FEW ? await readArchive(github, repository, commit, wanted) : new Map;
      for (const blob of wanted) if (!found.has(blob)) found.set(blob, await readBlob(github, repository, blob));
      return found;
    }
    async function readArchive(github, repository, commit, wanted) {
      const {owner: owner, repo: repo} = repository;
      const {data: data} = await github.request("GET /repos/{owner}/{repo}/tarball/{ref}", {
        owner: owner,
        repo: repo,
        ref: commit
      });
      const found = new Map;
      if (!(data instanceof ArrayBuffer)) return found;
      const entries = new TarEntries(content => {
        const blob = blobName(content);
        if (wanted.has(blob)) found.set(blob, Buffer.from(content));
      });
      let size = 0;
      try {
        for await (const chunk of external_node_stream_.Readable.from([ Buffer.from(data) ]).pipe((0, 
        external_node_zlib_.createGunzip)())) {
          if (!Buffer.isBuffer(chunk)) continue;
          size += chunk.length;
          if (size > LARGEST_ARCHIVE) throw new RangeError(`it is larger than ${LARGEST_ARCHIVE} bytes`);
          entries.push(chunk);
        }
      } catch (cause) {
        throw new plan._7(`The archive of ${fullName(repository)} at ${commit.slice(0, 12)} cannot be read.`, {
          advice: "Run again.",
          cause: cause
        });
      }
      return found;
    }
    const BLOCK = 512;
    const LARGEST_FILE = 32 * 1024 * 1024;
    class TarEntries {
      #told;
      #rest=Buffer.alloc(0);
      #open=0;
      #parts;
      #size=0;
      constructor(told) {
        this.#told = told;
      }
      push(chunk) {
        let data = this.#rest.length === 0 ? chunk : Buffer.concat([ this.#rest, chunk ]);
        for (;;) {
          if (this.#open > 0) {
            const part = data.subarray(0, this.#open);
            this.#parts?.push(part);
            this.#open -= part.length;
            data = data.subarray(part.length);
            if (this.#open > 0) break;
            if (this.#parts !== void 0) this.#told(Buffer.concat(this.#parts).subarray(0, this.#size));
          }
          if (data.length < BLOCK) break;
          const header = data.subarray(0, BLOCK);
          data = data.subarray(BLOCK);
          this.#size = Number.parseInt(header.toString("latin1", 124, 136).replace(/\0.*$/s, "").trim() || "0", 8);
          const type = header.toString("latin1", 156, 157);
          const isFile = (type === "0" || type === "\0") && this.#size > 0 && this.#size <= LARGEST_FILE;
          this.#parts = isFile ? [] : void 0;
          this.#open = Math.ceil(this.#size / BLOCK) * BLOCK;
        }
        this.#rest = Buffer.from(data);
      }
    }
    class RequestRefused extends plan.yo {
      status;
      constructor(status, message, advice, cause) {
        super(message, {
          advice: advice,
          cause: cause
        });
        this.status = status;
      }
    }
    class RequestUnanswered extends plan._7 {}
    function refusal(request, answer, cause) {
      const line = `${request.method} ${request.path}`;
      const said = sentence(answer.data);
      const permission = needed(request, answer);
      switch (answer.status) {
       case 401:
        return new RequestRefused(401, `GitHub does not accept the token (${line}: ${said}).`, "It has expired (an app’s token lasts an hour), was revoked, or belongs to another server. Check the input “token”.", cause);

       case 403:
        return new RequestRefused(403, `GitHub forbids ${line}: ${said}.`, `The token needs the permission ${permission}. Add it under “permissions:” of the job, or give a token that has it. An organization may also require single sign-on or restrict the branch or tag by a ruleset.`, cause);

       case 404:
        return new RequestRefused(404, `GitHub finds nothing at ${line}.`, `It does not exist, or the token may not see it: that needs the permission ${permission} on this repository.`, cause);

       case 409:
        return new RequestRefused(409, `GitHub cannot do ${line} in this state: ${said}.`, "Look at the state of the repository, then run again.", cause);

       default:
        return new RequestRefused(answer.status, `GitHub refuses ${line} (${answer.status}): ${said}.`, "Correct what it names, then run again.", cause);
      }
    }
    function unanswered(request, what, cause) {
      return new RequestUnanswered(`GitHub did not answer ${request.method} ${request.path}: ${what}.`, {
        advice: "Nothing is lost: run again, and what was done is found done. If it stays so, see githubstatus.com.",
        cause: cause
      });
    }
    function sentence(data) {
      if (typeof data !== "object" || data === null) return "no reason given";
      const message = "message" in data && typeof data.message === "string" ? data.message : "no reason given";
      const errors = "errors" in data && Array.isArray(data.errors) ? data.errors : [];
      return [ message, ...errors.map(detail) ].join("; ").replace(/\s+/g, " ").replace(/\.$/, "").trim();
    }
    function detail(error) {
      if (typeof error !== "object" || error === null) return String(error);
      if ("message" in error && typeof error.message === "string") return error.message;
      const field = "field" in error ? String(error.field) : "a field";
      return `${field}: ${"code" in error ? String(error.code) : "invalid"}`;
    }
    function needed({method: method, path: path}, {headers: headers}) {
      const accepted = headers["x-accepted-github-permissions"];
      if (typeof accepted === "string" && accepted !== "") return accepted.split(";")[0]?.split(",").map(one => `“${one.trim().replace("=", ": ").replaceAll("_", "-")}”`).join(" and ") ?? "";
      const access = method === "GET" || method === "HEAD" ? "read" : "write";
      const [area] = /\/(?:pulls|issues|labels|actions|statuses|check-runs|forks)\b/.exec(path) ?? [ "" ];
      const names = {
        "/pulls": "pull-requests",
        "/issues": "issues",
        "/labels": "issues",
        "/actions": "actions",
        "/statuses": "statuses",
        "/check-runs": "checks",
        "/forks": "administration"
      };
      return `“${names[area] ?? "contents"}: ${access}”`;
    }
    var promises_ = __webpack_require__(8500);
    var dist_src = __webpack_require__(5194);
    var p_limit = __webpack_require__(370);
    const LONGEST_WAIT_MS = 20 * 6e4;
    function limitedFor(answer, attempt) {
      if (answer.status !== 403 && answer.status !== 429) return null;
      const {"retry-after": after, "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset, date: date} = answer.headers;
      const now = Date.parse(String(date));
      if (after !== void 0) {
        const wait = /^\d+$/.test(String(after)) ? Number(after) * 1e3 : Date.parse(String(after)) - now;
        if (!Number.isNaN(wait)) return Math.max(0, wait);
      }
      if (String(remaining) === "0" && !Number.isNaN(now)) return Math.max(0, Number(reset) * 1e3 - now) + 1e3;
      const words = JSON.stringify(answer.data ?? "");
      return answer.status === 429 || /secondary rate limit|abuse detection/i.test(words) ? 6e4 * 2 ** (attempt - 1) : null;
    }
    class WritePace {
      #sleep;
      #now;
      #starts=[];
      #last=Promise.resolve();
      constructor(sleep, now) {
        this.#sleep = sleep;
        this.#now = now;
      }
      run(write) {
        const turn = this.#last.then(async () => {
          const eightieth = this.#starts.at(-80);
          if (eightieth !== void 0) await this.#sleep(Math.max(0, eightieth + 6e4 - this.#now()));
          this.#starts.push(this.#now());
          return write();
        });
        this.#last = turn.catch(() => {});
        return turn;
      }
    }
    const ATTEMPTS = 4;
    const CONCURRENT = 10;
    const KEPT = 200;
    const LARGEST_KEPT = 1024 * 1024;
    function createTransport(options) {
      const pace = new WritePace(options.sleep, () => performance.now());
      const limit = (0, p_limit.A)(CONCURRENT);
      const kept = new Map;
      return async (url, init) => {
        const line = {
          method: init.method ?? "GET",
          path: new URL(url).pathname.replace(/^\/api\/v3(?=\/)/, "")
        };
        const reads = line.method === "GET" || line.method === "HEAD";
        const repeatable = reads || isQuery(line, init);
        const headers = new Headers(init.headers);
        const key = `${url} ${headers.get("accept") ?? ""}`;
        const known = line.method === "GET" ? kept.get(key) : void 0;
        const etag = known?.headers.get("etag");
        if (typeof etag === "string") headers.set("if-none-match", etag);
        const send = () => receive(url, {
          ...init,
          headers: headers
        }, options);
        for (let attempt = 1; ;attempt += 1) {
          const received = await (repeatable ? limit(send) : pace.run(send)).catch(error => {
            options.signal?.throwIfAborted();
            return error instanceof Error ? error : new Error(String(error));
          });
          if (received instanceof Error) {
            if (!repeatable || attempt === ATTEMPTS) throw unanswered(line, words(received), received);
            await options.sleep(backoff(attempt));
            continue;
          }
          const answer = read(received);
          const wait = limitedFor(answer, attempt);
          if (wait !== null) {
            if (wait > LONGEST_WAIT_MS || attempt > ATTEMPTS) throw exhausted(line, wait);
            options.log(`GitHub’s rate limit: waiting ${Math.ceil(wait / 1e3)} s before ${line.method} ${line.path}.`);
            await options.sleep(wait);
            continue;
          }
          if (received.status >= 500) {
            if (!repeatable || attempt === ATTEMPTS) throw unanswered(line, `status ${received.status}`, void 0);
            await options.sleep(Math.max(backoff(attempt), retryAfter(answer)));
            continue;
          }
          if (received.status === 304 && known !== void 0) return response(known);
          keep(kept, key, line, received);
          return response(received);
        }
      };
    }
    async function receive(url, init, {signal: signal, timeoutMs: timeoutMs}) {
      const timeout = AbortSignal.timeout(timeoutMs);
      const answer = await fetch(url, {
        ...init,
        signal: signal === void 0 ? timeout : AbortSignal.any([ signal, timeout ])
      });
      return {
        status: answer.status,
        headers: answer.headers,
        bytes: Buffer.from(await answer.arrayBuffer())
      };
    }
    function read({status: status, headers: headers, bytes: bytes}) {
      const graphQlLimit = status === 200 && bytes.length < 4096 && bytes.includes('"RATE_LIMITED"');
      return {
        status: graphQlLimit ? 429 : status,
        headers: Object.fromEntries(headers),
        data: status < 400 ? null : bytes.subarray(0, 4096).toString("utf8")
      };
    }
    function response({status: status, headers: headers, bytes: bytes}) {
      return new Response(status === 204 || status === 205 || status === 304 ? null : bytes, {
        status: status,
        headers: headers
      });
    }
    function keep(kept, key, line, received) {
      if (line.method !== "GET" || received.status !== 200 || !received.headers.has("etag")) return;
      if (received.bytes.length > LARGEST_KEPT) return;
      kept.delete(key);
      kept.set(key, received);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== void 0) kept.delete(oldest);
    }
    function isQuery({path: path}, {body: body}) {
      if (path.endsWith("/releases/generate-notes")) return true;
      return path.endsWith("/graphql") && typeof body === "string" && body.includes('"query":"query ');
    }
    function backoff(attempt) {
      return 1e3 * 2 ** (attempt - 1) * (1 + Math.random() / 2);
    }
    function retryAfter({headers: headers}) {
      const seconds = Number(headers["retry-after"] ?? 0);
      return Number.isNaN(seconds) ? 0 : Math.min(seconds * 1e3, 6e4);
    }
    function words(error) {
      if (error.name === "TimeoutError") return "no answer in time";
      return error.cause instanceof Error ? error.cause.message : error.message;
    }
    function exhausted({method: method, path: path}, wait) {
      return new plan._7(`GitHub’s rate limit is used up (${method} ${path}); it is free again in ${Math.ceil(wait / 6e4)} min.`, {
        advice: "Run again then. The default token has 1,000 requests an hour and repository; an app’s token has more."
      });
    }
    class GitHub {
      request;
      serverUrl;
      sleep;
      #octokit;
      constructor({token: token, environment: environment, signal: signal, log: log = () => {}, sleep: sleep, timeoutMs: timeoutMs = 6e4}) {
        this.serverUrl = withoutSlash(environment["GITHUB_SERVER_URL"] ?? "https://github.com");
        this.sleep = sleep ?? (milliseconds => (0, promises_.setTimeout)(milliseconds, void 0, signal === void 0 ? {} : {
          signal: signal
        }));
        this.#octokit = new dist_src.E({
          baseUrl: withoutSlash(environment["GITHUB_API_URL"] ?? "https://api.github.com"),
          userAgent: "codeflare-actions",
          log: {
            debug: ignore,
            info: ignore,
            warn: ignore,
            error: ignore
          },
          ...token !== "" && {
            auth: token
          },
          request: {
            fetch: createTransport({
              signal: signal,
              log: log,
              sleep: this.sleep,
              timeoutMs: timeoutMs
            })
          }
        });
        this.#octokit.hook.before("request", ({headers: headers}) => void (headers["x-github-api-version"] = "2022-11-28"));
        this.#octokit.hook.error("request", (error, {method: method, url: url}) => {
          const sent = "request" in error ? error.request.url : url;
          throw reported(error, {
            method: method,
            path: new URL(sent, "https://github.invalid").pathname.replace(/^\/api\/v3(?=\/)/, "")
          });
        });
        this.request = this.#octokit.request;
      }
      async graphql(name, operation, variables) {
        try {
          return await this.#octokit.graphql(operation, variables);
        } catch (error) {
          if (error instanceof plan.SS || !(error instanceof Error) || !("errors" in error)) throw error;
          const errors = error.errors;
          const first = Array.isArray(errors) ? errors[0] : void 0;
          const type = typeof first === "object" && first !== null && "type" in first ? String(first.type) : "";
          const status = type === "NOT_FOUND" ? 404 : type === "FORBIDDEN" ? 403 : 422;
          throw refusal({
            method: "GraphQL",
            path: name
          }, {
            status: status,
            headers: {},
            data: {
              message: name,
              errors: errors
            }
          }, error);
        }
      }
      async pages(next, pages = 50) {
        const all = [];
        for (let page = 1; page <= pages; page += 1) {
          const {data: data, headers: headers} = await next(page);
          all.push(...data);
          if (!/rel="next"/.test(headers.link ?? "")) break;
        }
        return all;
      }
    }
    function reported(error, line) {
      if (error.cause instanceof plan.SS) return error.cause;
      if ("response" in error && isAnswer(error.response)) return refusal(line, error.response, error);
      const ours = error instanceof plan.SS || error.name === "AbortError" || !("status" in error);
      return ours ? error : unanswered(line, error.message, error);
    }
    function isAnswer(value) {
      return typeof value === "object" && value !== null && "status" in value && "headers" in value;
    }
    async function orAbsent(answer) {
      try {
        return await answer;
      } catch (error) {
        if (error instanceof RequestRefused && error.status === 404) return null;
        throw error;
      }
    }
    function withoutSlash(url) {
      return url.replace(/\/+$/, "");
    }
    function ignore() {}
    async function dispatchedRuns(github, {owner: owner, repo: repo}, workflow) {
      const {data: data} = await github.request("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", {
        owner: owner,
        repo: repo,
        workflow_id: workflow,
        event: "workflow_dispatch",
        per_page: 50
      });
      return data.workflow_runs.map(view);
    }
    async function getRun(github, {owner: owner, repo: repo}, id) {
      const found = await orAbsent(github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
        owner: owner,
        repo: repo,
        run_id: id
      }));
      return found === null ? null : view(found.data);
    }
    async function cancelRun(github, {owner: owner, repo: repo}, id) {
      try {
        await github.request("POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel", {
          owner: owner,
          repo: repo,
          run_id: id
        });
      } catch (error) {
        if (!(error instanceof RequestRefused) || error.status !== 409) throw error;
      }
    }
    function conclusionWords({conclusion: conclusion}) {
      return conclusion === null ? "has not ended" : WORDS[conclusion] ?? `ended as “${conclusion}”`;
    }
    const WORDS = {
      success: "succeeded",
      failure: "failed",
      cancelled: "was cancelled, by a person or by a newer run of its concurrency group",
      timed_out: "took longer than it may (“timeout-minutes”) and was ended",
      startup_failure: "could not start: its workflow file is not valid, or an action or runner that it names is not there",
      action_required: "waits for a maintainer’s approval that it may run at all",
      stale: "was given up by GitHub: it was not taken up for two weeks",
      skipped: "was skipped: no “if:” of its jobs was true",
      neutral: "ended without a verdict"
    };
    function waitingWords({status: status, url: url}) {
      switch (status) {
       case "waiting":
        return `It waits for an approval (an environment’s reviewers, or a wait timer): give it at ${url}.`;

       case "pending":
        return "It waits for another run of its concurrency group. Look what that one does.";

       case "requested":
       case "queued":
        return "It waits for a runner. Look whether there is one with the labels that “runs-on” names.";

       default:
        return null;
      }
    }
    function tokenEnded(repository, cause) {
      return new plan.yo(`The token ended while a run of ${fullName(repository)} was waited for.`, {
        advice: "An app’s token lasts an hour. What was started goes on by itself: run this again with a new token, and it waits for the same runs, starts none twice and goes on from there.",
        cause: cause
      });
    }
    function view(run) {
      const attempt = Number(run.run_attempt ?? 1);
      return {
        id: Number(run.id),
        url: attempt > 1 ? `${run.html_url}/attempts/${attempt}` : run.html_url,
        title: run.display_title,
        status: run.status ?? "queued",
        conclusion: run.conclusion,
        ref: run.head_branch ?? "",
        commit: run.head_sha,
        attempt: attempt
      };
    }
    const PATIENCE = 5;
    async function awaitRun(github, repository, {id: id, url: url}, {timeoutMs: timeoutMs, now: now, onChange: onChange = () => {}}) {
      const start = now();
      let last = null;
      let unanswered = 0;
      for (let pause = 1e3; ;pause = Math.min(3e4, pause * 1.5)) {
        const seen = await look(github, repository, id);
        if (seen instanceof RequestUnanswered) {
          unanswered += 1;
          if (unanswered === PATIENCE) throw seen;
        } else {
          unanswered = 0;
          if (seen === null && last !== null) throw gone(repository, url);
          if (seen !== null && (seen.status !== last?.status || seen.attempt !== last.attempt)) onChange(seen);
          last = seen ?? last;
          if (seen?.status === "completed") return seen;
        }
        if (now() - start + pause > timeoutMs) {
          if (last === null) throw gone(repository, url);
          throw late(last, repository, timeoutMs);
        }
        await github.sleep(pause);
      }
    }
    async function look(github, repository, id) {
      try {
        return await getRun(github, repository, id);
      } catch (error) {
        if (error instanceof RequestUnanswered) return error;
        if (error instanceof RequestRefused && error.status === 401) throw tokenEnded(repository, error);
        throw error;
      }
    }
    function late(run, repository, timeoutMs) {
      const minutes = Math.round(timeoutMs / 6e4);
      return new plan._7(`${run.url} of ${fullName(repository)} did not end within ${minutes} min; it is ${run.status}.`, {
        advice: `${waitingWords(run) ?? "Look what it does."} It goes on by itself: run this again to go on waiting, or give more “timeout-minutes”.`
      });
    }
    function gone(repository, url) {
      return new plan._7(`The run ${url} of ${fullName(repository)} is not there any more.`, {
        advice: "Somebody deleted it. Run again: what it released is found, the rest is started anew."
      });
    }
    const settling_ATTEMPTS = 3;
    function settling(github, change) {
      return {
        ...change,
        act: async () => {
          for (let attempt = 1; ;attempt += 1) try {
            return await change.act();
          } catch (error) {
            if (!(error instanceof RequestUnanswered) || attempt === settling_ATTEMPTS) throw error;
            await github.sleep(1e3 * attempt);
            const found = await change.probe();
            if (found === change.after) return;
            if (found !== change.before) throw error;
          }
        }
      };
    }
    async function branchHead(github, repository, branch) {
      return (await getRef(github, repository, `heads/${branch}`))?.sha ?? null;
    }
    async function tagCommit(github, repository, tag) {
      const found = await tagObject(github, repository, tag);
      return found === null ? null : peel(github, repository, found);
    }
    function tagObject(github, repository, tag) {
      return getRef(github, repository, `tags/${tag}`);
    }
    async function listTags(github, {owner: owner, repo: repo}, prefix) {
      const found = await github.pages(page => github.request("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", {
        owner: owner,
        repo: repo,
        ref: `tags/${prefix}`,
        ...page > 1 && {
          page: page
        }
      }));
      return new Map(found.map(({ref: ref, object: object}) => [ ref.slice("refs/tags/".length), object ]));
    }
    async function peel(github, {owner: owner, repo: repo}, object) {
      let at = object;
      for (let depth = 0; at.type === "tag" && depth < 10; depth += 1) {
        const {data: data} = await github.request("GET /repos/{owner}/{repo}/git/tags/{tag_sha}", {
          owner: owner,
          repo: repo,
          tag_sha: at.sha
        });
        at = data.object;
      }
      return at.sha;
    }
    function createBranch(github, repository, branch, commit, reason) {
      return settling(github, {
        action: "create",
        subject: `branch ${branch} of ${fullName(repository)}`,
        before: null,
        after: commit,
        reason: reason,
        probe: () => branchHead(github, repository, branch),
        act: () => createRef(github, repository, `refs/heads/${branch}`, commit)
      });
    }
    function moveRef(github, repository, {kind: kind, name: name, before: before, after: after, force: force}, reason) {
      const {owner: owner, repo: repo} = repository;
      const ref = `${kind === "branch" ? "heads" : "tags"}/${name}`;
      return settling(github, {
        action: "move",
        subject: `${kind} ${name} of ${fullName(repository)}`,
        before: before,
        after: after,
        reason: reason,
        probe: () => (kind === "branch" ? branchHead : tagCommit)(github, repository, name),
        act: async () => {
          await github.request("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
            owner: owner,
            repo: repo,
            ref: ref,
            sha: after,
            force: force
          });
        }
      });
    }
    async function createRef(github, repository, ref, sha) {
      const {owner: owner, repo: repo} = repository;
      try {
        await github.request("POST /repos/{owner}/{repo}/git/refs", {
          owner: owner,
          repo: repo,
          ref: ref,
          sha: sha
        });
      } catch (error) {
        if (!(error instanceof RequestRefused) || !/rule violations|immutable/i.test(error.message)) throw error;
        const name = ref.replace(/^refs\/(?:heads|tags)\//, "");
        const burnt = ref.startsWith("refs/tags/") && await makesReleasesImmutable(github, repository);
        throw new plan.yo(`GitHub does not let “${name}” be created in ${owner}/${repo}: ${error.message}`, {
          advice: burnt ? "Releases are immutable here, so most likely one had this tag once: such a name is burnt for ever, even after the release was deleted. Take the next version." : "A ruleset of the repository or the organization restricts it: let the account of the token bypass it, or take another name. (Had an immutable release this tag once, it is burnt for ever.)",
          cause: error
        });
      }
    }
    async function makesReleasesImmutable(github, {owner: owner, repo: repo}) {
      try {
        const {data: data} = await github.request("GET /repos/{owner}/{repo}/immutable-releases", {
          owner: owner,
          repo: repo
        });
        return data.enabled;
      } catch (error) {
        if (error instanceof RequestRefused) return false;
        throw error;
      }
    }
    async function getRef(github, {owner: owner, repo: repo}, ref) {
      const found = await orAbsent(github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
        owner: owner,
        repo: repo,
        ref: ref
      }));
      return found === null ? null : found.data.object;
    }
    const LARGEST_COMMIT = 30 * 1024 * 1024;
    function filesDigest(paths, blobOf) {
      const hash = (0, external_node_crypto_.createHash)("sha256");
      for (const path of [ ...paths ].sort()) hash.update(`${path}\0${blobOf(path) ?? "absent"}\n`);
      return `files:${hash.digest("hex").slice(0, 12)}`;
    }
    function wantedDigest(files) {
      return filesDigest(files.keys(), path => {
        const content = files.get(path);
        return content === void 0 || content === null ? void 0 : blobName(content);
      });
    }
    function differing(files, found) {
      return [ ...files ].flatMap(([path, content]) => (content === null ? void 0 : blobName(content)) === found.get(path)?.blob ? [] : [ path ]);
    }
    function checkFiles(files, found, repository, programs = new Set) {
      for (const path of differing(files, found)) {
        const mode = found.get(path)?.mode ?? (programs.has(path) ? "100755" : "100644");
        if (mode === "100644" || files.get(path) === null) continue;
        const kind = mode === "100755" ? "an executable file" : mode === "120000" ? "a symbolic link" : "a submodule";
        throw new plan.yo(`“${path}” is ${kind}; a commit through GitHub’s interface to ${fullName(repository)} makes it a plain file.`, {
          file: path,
          advice: "Commit it with git, or leave it out of “paths”."
        });
      }
      const size = [ ...files.values() ].reduce((sum, content) => sum + (content?.length ?? 0), 0);
      if (size > LARGEST_COMMIT) throw new plan.yo(`The files to commit have ${Math.ceil(size / 1024 / 1024)} MiB; at most 30 MiB fit into one commit.`, {
        advice: "Commit fewer files at once."
      });
    }
    function commitFiles(github, repository, {branch: branch, files: files, message: message, before: before}, reason, seen) {
      const look = async () => {
        const head = await branchHead(github, repository, branch);
        if (head === null) return null;
        seen(head);
        return {
          head: head,
          found: await listFiles(github, repository, head)
        };
      };
      const count = files.size === 1 ? "1 file" : `${files.size} files`;
      return settling(github, {
        action: "update",
        subject: `${count} on branch ${branch} of ${fullName(repository)}`,
        before: before,
        after: wantedDigest(files),
        reason: reason,
        probe: async () => {
          const state = await look();
          return state === null ? null : filesDigest(files.keys(), path => state.found.get(path)?.blob);
        },
        act: async () => {
          const state = await look();
          if (state === null) throw new plan.yo(`Branch ${branch} of ${fullName(repository)} is gone.`, {
            advice: "Run again."
          });
          checkFiles(files, state.found, repository);
          const changed = differing(files, state.found);
          const [headline = "", ...body] = message.split("\n");
          await github.graphql("createCommitOnBranch", CREATE_COMMIT, {
            input: {
              branch: {
                repositoryNameWithOwner: fullName(repository),
                branchName: branch
              },
              expectedHeadOid: state.head,
              message: {
                headline: headline,
                body: body.join("\n").trim()
              },
              fileChanges: {
                additions: changed.flatMap(path => {
                  const content = files.get(path);
                  return content === null || content === void 0 ? [] : [ {
                    path: path,
                    contents: content.toString("base64")
                  } ];
                }),
                deletions: changed.flatMap(path => files.get(path) === null ? [ {
                  path: path
                } ] : [])
              }
            }
          });
        }
      });
    }
    const CREATE_COMMIT = "mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }";
    async function resolveCommit(github, repository, ref, what) {
      const {owner: owner, repo: repo} = repository;
      try {
        const {data: data} = await github.request("GET /repos/{owner}/{repo}/commits/{ref}", {
          owner: owner,
          repo: repo,
          ref: ref,
          per_page: 1
        });
        return data.sha;
      } catch (error) {
        if (!(error instanceof RequestRefused) || error.status !== 404 && error.status !== 422) throw error;
        throw new plan.yo(`${what}: ${fullName(repository)} has no commit, branch or tag “${ref}”.`, {
          advice: "Check the spelling, and that it was pushed.",
          cause: error
        });
      }
    }
    async function compare(github, repository, base, head) {
      const found = await orAbsent(comparePage(github, repository, base, head, 1));
      return found === null ? null : {
        status: found.status,
        aheadBy: found.ahead_by,
        commits: found.commits.map(info)
      };
    }
    async function commitsSince(github, repository, base, head, known) {
      const first = known ?? await compare(github, repository, base, head);
      const pages = Math.ceil((first?.aheadBy ?? 0) / 100);
      const rest = await Promise.all(Array.from({
        length: Math.max(0, pages - 1)
      }, (_, index) => comparePage(github, repository, base, head, index + 2)));
      return [ ...first?.commits ?? [], ...rest.flatMap(({commits: commits}) => commits.map(info)) ];
    }
    async function newestCommits(github, {owner: owner, repo: repo}, head) {
      const {data: data} = await github.request("GET /repos/{owner}/{repo}/commits", {
        owner: owner,
        repo: repo,
        sha: head,
        per_page: 100
      });
      return data.map(info).reverse();
    }
    async function comparePage(github, {owner: owner, repo: repo}, base, head, page) {
      const basehead = `${base}...${head}`;
      const {data: data} = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
        owner: owner,
        repo: repo,
        basehead: basehead,
        per_page: 100,
        page: page
      });
      return data;
    }
    function info(commit) {
      const login = commit.author?.login;
      const name = commit.commit.author?.name;
      return {
        sha: commit.sha,
        message: commit.commit.message,
        parents: commit.parents.length,
        parentShas: commit.parents.map(parent => parent.sha),
        ...login !== void 0 && {
          author: login
        },
        ...name !== void 0 && {
          authorName: name
        }
      };
    }
    const LINE = /^\* @([\w-]+) made their first contribution in \S+\/pull\/(\d{1,9})\s*$/gm;
    async function firstContributions(github, {owner: owner, repo: repo}, {tag: tag, commit: commit, previousTag: previousTag}) {
      try {
        const {data: data} = await github.request("POST /repos/{owner}/{repo}/releases/generate-notes", {
          owner: owner,
          repo: repo,
          tag_name: tag,
          target_commitish: commit,
          previous_tag_name: previousTag
        });
        return [ ...data.body.matchAll(LINE) ].map(([, login = "", number]) => ({
          login: login,
          pullRequest: Number(number)
        }));
      } catch (error) {
        if (error instanceof RequestRefused && (error.status === 403 || error.status === 404)) return null;
        throw error;
      }
    }
    const dispatch_ATTEMPTS = 3;
    const UNTIL_SHOWN = [ 500, 1500, 3e3, 5e3, 1e4, 2e4, 2e4 ];
    const UNTIL_GIVEN_UP = [ 1e3, 3e3, 6e3 ];
    async function dispatchOnce(github, repository, wish) {
      const before = await explained(dispatchedRuns(github, repository, wish.workflow), repository, wish);
      const found = oldestUnderWay(before, wish);
      if (found !== null) return {
        id: found.id,
        url: found.url,
        adopted: true
      };
      const known = new Set(before.map(({id: id}) => id));
      for (let attempt = 1; ;attempt += 1) {
        const started = await dispatch(github, repository, wish).catch(error => {
          if (error instanceof RequestUnanswered) return error;
          throw error;
        });
        const isLost = started instanceof RequestUnanswered;
        const pauses = isLost ? UNTIL_GIVEN_UP : UNTIL_SHOWN;
        const run = isLost || started === null ? await whenShown(github, repository, wish, known, pauses) : started;
        if (run !== null) return await yieldToOlder(github, repository, wish, run);
        if (isLost && attempt < dispatch_ATTEMPTS) continue;
        if (isLost) throw started;
        throw new plan._7(`GitHub accepted the start of ${wish.workflow} in ${fullName(repository)} and shows no run of it.`, {
          advice: `Look at its runs, then run again. With “run-name: … \${{ inputs.correlation-id }}” in the workflow its run is found for certain.`
        });
      }
    }
    function isFor({title: title, ref: ref}, wish) {
      if (!wish.isNamed) return ref === wish.ref.replace(/^refs\/(?:heads|tags)\//, "");
      const at = title.indexOf(wish.correlation);
      return at >= 0 && !/^[\w.+-]*\w/.test(title.slice(at + wish.correlation.length));
    }
    function oldestUnderWay(runs, wish) {
      const open = runs.filter(run => run.status !== "completed" && isFor(run, wish));
      return open.toSorted((a, b) => a.id - b.id)[0] ?? null;
    }
    async function dispatch(github, repository, wish) {
      const {owner: owner, repo: repo} = repository;
      const ask = async details => github.request("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
        owner: owner,
        repo: repo,
        workflow_id: wish.workflow,
        ref: wish.ref,
        inputs: wish.inputs,
        ...details && {
          return_run_details: true
        }
      });
      const answer = await explained(ask(true).catch(error => {
        if (error instanceof RequestRefused && /return_run_details/.test(error.message)) return ask(false);
        throw error;
      }), repository, wish);
      const data = answer.data;
      if (typeof data !== "object" || data === null || !("workflow_run_id" in data)) return null;
      const url = "html_url" in data ? String(data.html_url) : "";
      return {
        id: Number(data.workflow_run_id),
        url: url
      };
    }
    async function whenShown(github, repository, wish, known, pauses) {
      for (const pause of pauses) {
        await github.sleep(pause);
        const runs = await dispatchedRuns(github, repository, wish.workflow);
        const mine = runs.filter(run => !known.has(run.id) && isFor(run, wish)).toSorted((a, b) => a.id - b.id);
        if (mine[0] !== void 0) return mine[0];
      }
      return null;
    }
    async function yieldToOlder(github, repository, wish, {id: id, url: url}) {
      if (!wish.isNamed) return {
        id: id,
        url: url,
        adopted: false
      };
      const older = oldestUnderWay(await dispatchedRuns(github, repository, wish.workflow), wish);
      if (older === null || older.id >= id) return {
        id: id,
        url: url,
        adopted: false
      };
      await cancelRun(github, repository, id);
      return {
        id: older.id,
        url: older.url,
        adopted: true
      };
    }
    async function explained(ask, repository, {workflow: workflow, ref: ref}) {
      try {
        return await ask;
      } catch (error) {
        if (!(error instanceof RequestRefused)) throw error;
        const where = `${workflow} of ${fullName(repository)}`;
        if (error.status === 404) throw new plan.yo(`There is no workflow ${where}, or this token may not see it.`, {
          advice: "Check “workflow” in the manifest: it is the name of a file in .github/workflows of the default branch. The token needs “actions: write” on that repository; the default token only has it on its own, an app’s token where the app is installed.",
          cause: error
        });
        if (error.status === 403) throw new plan.yo(`This token may not start ${where}.`, {
          advice: "It needs “actions: write” on that repository. The default token only has it on its own repository; use an app’s token for the others.",
          cause: error
        });
        if (error.status === 422) throw new plan.yo(`GitHub does not start ${where} on ${ref}: ${error.message}`, {
          advice: `The workflow must be on ${ref} with “on: workflow_dispatch:”, and take the inputs that it is given (“workflow-inputs” in the manifest).`,
          cause: error
        });
        throw error;
      }
    }
    var external_node_util_ = __webpack_require__(7975);
    const LINES = 30;
    const JOBS = 3;
    async function failedJobs(github, repository, run) {
      const {owner: owner, repo: repo} = repository;
      const jobs = await optional(github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
        owner: owner,
        repo: repo,
        run_id: run,
        filter: "latest",
        per_page: 100
      }));
      const failed = (jobs?.data.jobs ?? []).filter(({conclusion: conclusion}) => conclusion !== null && ![ "success", "skipped", "neutral" ].includes(conclusion));
      return Promise.all(failed.slice(0, JOBS).map(async ({id: id, name: name, html_url: url, steps: steps}) => ({
        name: name,
        url: url ?? "",
        step: steps?.find(({conclusion: conclusion}) => conclusion === "failure")?.name ?? null,
        tail: await logTail(github, repository, Number(id))
      })));
    }
    async function logTail(github, {owner: owner, repo: repo}, job) {
      const log = await optional(github.request("GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs", {
        owner: owner,
        repo: repo,
        job_id: job
      }));
      const text = log?.data;
      if (typeof text !== "string") return [];
      const lines = (0, external_node_util_.stripVTControlCharacters)(text).split(/\r?\n/).map(line => line.replace(/^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /, "").replace(/^##\[(?:group|endgroup)\]/, "")).filter(line => line.trim() !== "");
      return lines.slice(-LINES).map(line => line.length > 300 ? `${line.slice(0, 299)}…` : line);
    }
    async function optional(answer) {
      try {
        return await answer;
      } catch (error) {
        if (error instanceof RequestRefused || error instanceof RequestUnanswered) return null;
        throw error;
      }
    }
    class RepositoryHistory {
      #github;
      #repository;
      #objects=new Map;
      #commits=new Map;
      #comparisons=new Map;
      #lists=new Map;
      constructor(github, repository) {
        this.#github = github;
        this.#repository = repository;
      }
      async tags(prefix) {
        const found = await listTags(this.#github, this.#repository, prefix);
        for (const [tag, object] of found) this.#objects.set(tag, object);
        return [ ...found.keys() ];
      }
      commitOf(tag) {
        const object = this.#objects.get(tag);
        if (object === void 0) throw new RangeError(`tag ${tag} was not listed`);
        return remembered(this.#commits, tag, () => peel(this.#github, this.#repository, object));
      }
      async contains(head, commit) {
        const status = head === commit ? "identical" : (await this.#compare(commit, head))?.status;
        return status === "ahead" || status === "identical";
      }
      since(ancestor, head) {
        return remembered(this.#lists, `${ancestor} ${head}`, async () => {
          if (ancestor === null) return newestCommits(this.#github, this.#repository, head);
          if (ancestor === head) return [];
          const known = await this.#compare(ancestor, head);
          return known === null ? [] : commitsSince(this.#github, this.#repository, ancestor, head, known);
        });
      }
      #compare(base, head) {
        return remembered(this.#comparisons, `${base} ${head}`, () => compare(this.#github, this.#repository, base, head));
      }
    }
    function remembered(known, key, ask) {
      const answer = known.get(key) ?? ask();
      known.set(key, answer);
      return answer;
    }
    async function viewerLogin(github) {
      const {viewer: viewer} = await github.graphql("viewer", "query { viewer { login } }", {});
      return viewer.login;
    }
    async function signOff(github) {
      const {data: data} = await github.request("GET /users/{username}", {
        username: await viewerLogin(github)
      });
      return `Signed-off-by: ${data.name ?? data.login} <${data.id}+${data.login}@users.noreply.github.com>`;
    }
    const PAUSES = [ 1e3, 2e3, 4e3, 8e3, 16e3, 3e4 ];
    async function planFork(github, parent, owner, reason) {
      if (owner.toLowerCase() === parent.owner.toLowerCase()) throw new plan.yo(`Input “fork-owner”: ${fullName(parent)} belongs to “${owner}” itself.`, {
        advice: "Leave “fork-owner” out to work in the repository itself, or name the owner of a fork."
      });
      const fork = {
        owner: owner,
        repo: parent.repo
      };
      const parentOf = async () => {
        const found = await orAbsent(getRepository(github, fork));
        return found === null ? null : found.parent ?? "not a fork";
      };
      const found = await parentOf();
      if (found?.toLowerCase() === fullName(parent).toLowerCase()) return {
        fork: fork,
        change: null
      };
      if (found !== null) throw new plan.yo(`${fullName(fork)} is ${found === "not a fork" ? found : `a fork of ${found}`}, not a fork of ${fullName(parent)}.`, {
        advice: "Rename it, or name another “fork-owner”."
      });
      const change = settling(github, {
        action: "create",
        subject: `fork ${fullName(fork)}`,
        before: null,
        after: fullName(parent),
        reason: reason,
        probe: parentOf,
        act: async () => {
          const own = (await viewerLogin(github)).toLowerCase() === owner.toLowerCase();
          await github.request("POST /repos/{owner}/{repo}/forks", {
            owner: parent.owner,
            repo: parent.repo,
            ...!own && {
              organization: owner
            }
          });
          for (const pause of PAUSES) {
            if (await parentOf() !== null) return;
            await github.sleep(pause);
          }
          throw new plan._7(`GitHub has not made the fork ${fullName(fork)} within a minute.`, {
            advice: "Run again a little later."
          });
        }
      });
      return {
        fork: fork,
        change: change
      };
    }
    async function findPull(github, place) {
      const {owner: owner, repo: repo} = place.repository;
      const {data: data} = await github.request("GET /repos/{owner}/{repo}/pulls", {
        owner: owner,
        repo: repo,
        state: "all",
        base: place.base,
        head: `${place.headOwner}:${place.branch}`,
        sort: "created",
        direction: "desc",
        per_page: 100
      });
      const ours = data.filter(({head: head, base: base}) => head.ref === place.branch && base.ref === place.base);
      const found = ours.find(({state: state}) => state === "open") ?? ours[0];
      return found === void 0 ? null : pulls_view(found);
    }
    function pulls_pullSubject({repository: repository, base: base, branch: branch, headOwner: headOwner}) {
      const from = headOwner === repository.owner ? branch : `${headOwner}:${branch}`;
      return `pull request ${from} → ${base} of ${fullName(repository)}`;
    }
    function pulls_view(pull) {
      const merged = pull.merged_at !== null;
      return {
        number: pull.number,
        nodeId: pull.node_id,
        url: pull.html_url,
        state: merged ? "merged" : pull.state === "open" ? "open" : "closed",
        title: pull.title,
        body: pull.body ?? "",
        draft: pull.draft ?? false,
        labels: pull.labels.map(({name: name}) => name),
        reviewers: [ ...(pull.requested_reviewers ?? []).map(({login: login}) => login), ...(pull.requested_teams ?? []).map(({slug: slug}) => `${pull.base.repo.owner.login}/${slug}`) ],
        head: pull.head.sha,
        mergeCommit: merged ? pull.merge_commit_sha : null,
        autoMerge: pull.auto_merge?.merge_method ?? null
      };
    }
    function autoMerge(github, pull, method, reason) {
      const state = seen => seen?.state === "merged" ? method : seen?.autoMerge ?? null;
      const before = state(pull.seen?.state === "open" ? pull.seen : null);
      if (before === method) return null;
      return settling(github, {
        action: "merge",
        subject: pulls_pullSubject(pull.place),
        before: before,
        after: method,
        reason: reason,
        probe: async () => state(await pull.look()),
        act: async () => {
          const seen = pull.seen ?? await pull.look();
          if (seen === null) throw new Error(`${pulls_pullSubject(pull.place)} was to be merged before it was opened`);
          const mergeable = await whenJudged(github, pull, seen.number);
          if (mergeable === "dirty") throw conflicting(pull, seen);
          if (mergeable === "clean" || mergeable === "has_hooks") await merge(github, pull, seen, method); else await enable(github, pull, seen, method);
        }
      });
    }
    async function whenJudged(github, {place: place}, number) {
      const {owner: owner, repo: repo} = place.repository;
      for (let attempt = 1; ;attempt += 1) {
        const {data: data} = await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
          owner: owner,
          repo: repo,
          pull_number: number
        });
        if (data.mergeable_state !== "unknown" || attempt === 6) return data.mergeable_state;
        await github.sleep(500 * 2 ** attempt);
      }
    }
    async function merge(github, {place: place}, seen, method) {
      const {owner: owner, repo: repo} = place.repository;
      await github.request("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
        owner: owner,
        repo: repo,
        pull_number: seen.number,
        merge_method: method,
        sha: seen.head
      });
    }
    async function enable(github, pull, seen, method) {
      try {
        await github.graphql("enablePullRequestAutoMerge", ENABLE, {
          input: {
            pullRequestId: seen.nodeId,
            mergeMethod: method.toUpperCase()
          }
        });
      } catch (error) {
        if (!(error instanceof RequestRefused)) throw error;
        const status = /\bin (\w+) status\b/i.exec(error.message)?.[1]?.toLowerCase();
        if (status === "clean") return merge(github, pull, seen, method);
        throw new plan.yo(`GitHub does not enable auto-merge on ${seen.url}: ${error.message}`, {
          advice: status === "unstable" ? "A check that is not required is pending or failed. Make the checks that matter required, or merge by hand." : "Allow auto-merge and this merge method in the settings of the repository, and give the token “pull-requests: write” and “contents: write”.",
          cause: error
        });
      }
    }
    function conflicting({place: place}, seen) {
      return new plan.yo(`${seen.url} conflicts with ${place.base}.`, {
        advice: `Resolve the conflict, or close the pull request and delete branch ${place.branch}: the next run opens it anew.`
      });
    }
    const ENABLE = "mutation ($input: EnablePullRequestAutoMergeInput!) { enablePullRequestAutoMerge(input: $input) { clientMutationId } }";
    var external_node_path_ = __webpack_require__(6760);
    var external_node_fs_promises_ = __webpack_require__(1455);
    async function filesFromPaths(workspace, paths, present) {
      const found = new Found(workspace, "Input “paths”");
      for (const given of paths) {
        const path = tidy(given, "Input “paths”");
        if (/[*?[\]{}]/.test(path)) throw new plan.yo(`Input “paths”: “${given}” is a pattern.`, {
          advice: "Name files or directories; a directory stands for all its files."
        });
        for (const one of present) if (path === "." || one === path || one.startsWith(`${path}/`)) found.remove(one);
        const below = await workspace.list(path, "Input “paths”");
        for (const one of below.length > 0 ? below : [ path ]) await found.add(one, one);
        if (!found.files.has(path) && ![ ...found.files.keys() ].some(one => path === "." || one.startsWith(`${path}/`))) throw new plan.yo(`Input “paths”: “${given}” is neither in the checkout nor in the repository.`, {
          advice: "Correct the path, or take it out of the list."
        });
      }
      return found;
    }
    async function filesFromDirectory(workspace, from, to, present) {
      const [source, target] = [ tidy(from, "Input “from-dir”"), tidy(to, "Input “to-dir”") ];
      if (target === "." || target.startsWith("/") || target.split("/").includes("..")) throw new plan.yo(`Input “to-dir”: “${to}” is no directory below the root of the repository.`, {
        advice: "Give a path such as “operators/codeflare-operator/1.2.0”; it will hold exactly what “from-dir” holds."
      });
      const local = await workspace.list(source, "Input “from-dir”");
      if (local.length === 0) throw new plan.yo(`Input “from-dir”: there is no file in “${from}”.`, {
        advice: "Correct the path, or run the step that makes the files before this one."
      });
      const found = new Found(workspace, "Input “from-dir”");
      for (const one of present) if (one.startsWith(`${target}/`)) found.remove(one);
      for (const one of local) await found.add(one, `${target}/${source === "." ? one : one.slice(source.length + 1)}`);
      return found;
    }
    class Found {
      files=new Map;
      programs=new Set;
      #workspace;
      #what;
      constructor(workspace, what) {
        this.#workspace = workspace;
        this.#what = what;
      }
      remove(path) {
        if (!this.files.has(path)) this.files.set(path, null);
      }
      async add(path, target) {
        const stat = await (0, external_node_fs_promises_.lstat)(await this.#workspace.locate(path, this.#what)).catch(() => null);
        if (stat?.isSymbolicLink() === true) throw new plan.yo(`${this.#what}: “${path}” is a symbolic link; GitHub’s interface commits plain files only.`, {
          file: path,
          advice: "Commit it with git, or leave it out."
        });
        const content = stat?.isFile() === true ? await this.#workspace.read(path, this.#what) : null;
        if (content === null) return;
        this.files.set(target, content);
        if (process.platform !== "win32" && stat !== null && (stat.mode & 73) !== 0) this.programs.add(target);
      }
    }
    function tidy(given, what) {
      const path = given.replace(/^(?:\.\/+)+/, "").replace(/\/+$/, "").replaceAll(/\/{2,}/g, "/") || ".";
      if (!path.split("/").some(part => part.toLowerCase() === ".git")) return path;
      throw new plan.yo(`${what}: “${given}” is in git’s own directory.`, {
        advice: "Name files of the checkout."
      });
    }
    const LONGEST_BODY = 65536;
    function proposalFiles(workspace, {paths: paths, from: from, to: to}) {
      const directories = from !== "" || to !== "";
      if (directories === paths.length > 0) throw new plan.yo(directories ? "Inputs “paths” and “from-dir” both say what to commit." : "There is nothing to commit: neither “paths” nor “from-dir” is given.", {
        advice: "Give “paths”, or “from-dir” and “to-dir”."
      });
      if (!directories) return present => filesFromPaths(workspace, paths, present);
      if (from === "" || to === "") throw new plan.yo(`Input “${from === "" ? "from-dir" : "to-dir"}” is missing.`, {
        advice: "“from-dir” and “to-dir” belong together."
      });
      return present => filesFromDirectory(workspace, from, to, present);
    }
    async function proposalBody(workspace, {body: body, file: file, temp: temp = ""}) {
      if (body !== "" && file !== "") throw new plan.yo("Inputs “body” and “body-file” both say what the text is.", {
        advice: "Give one of them."
      });
      const isReport = temp !== "" && file.startsWith((0, external_node_path_.join)(temp, external_node_path_.sep));
      const [place, path] = isReport ? [ new plan.aR(temp), (0, external_node_path_.relative)(temp, file) ] : [ workspace, file ];
      const read = file === "" ? null : await place.read(path, "Input “body-file”");
      if (file !== "" && read === null) throw new plan.yo(`Input “body-file”: there is no file “${file}”.`, {
        advice: "Give its path from the root of the checkout."
      });
      const text = read === null ? body : read.toString("utf8");
      if (text.length <= LONGEST_BODY) return text;
      throw new plan.yo(`The text of the pull request has ${text.length} characters; GitHub takes at most ${LONGEST_BODY}.`, {
        advice: "Shorten it, and link to the rest."
      });
    }
    function reportProposal(proposal) {
      const {state: state, pull: pull} = proposal.outcome();
      const files = (0, plan.p_)(proposal.paths.map(path => (0, plan.aY)(path)));
      if (pull === null) return proposal.paths.length === 0 ? [ (0, plan.FY)("Nothing to propose: the base has this content already.") ] : [ (0, 
      plan.FY)("To be proposed:"), files ];
      return [ (0, plan.FY)((0, plan.nf)(`#${pull.number} ${pull.title}`, pull.url), ` is ${state}.`), ...proposal.paths.length === 0 ? [] : [ files ], ...proposal.findings.map(({message: message, advice: advice}) => (0, 
      plan.FY)("⚠ ", message, " ", advice)) ];
    }
    class FollowedPull {
      place;
      #github;
      #seen;
      constructor(github, place, seen) {
        this.#github = github;
        this.place = place;
        this.#seen = seen;
      }
      static async find(github, place) {
        return new FollowedPull(github, place, await findPull(github, place));
      }
      get seen() {
        return this.#seen;
      }
      async look() {
        this.#seen = await findPull(this.#github, this.place);
        return this.#seen;
      }
      open(text, reason) {
        const {repository: repository, base: base, headOwner: headOwner, branch: branch} = this.place;
        const {owner: owner, repo: repo} = repository;
        const former = this.#seen?.number;
        return settling(this.#github, {
          action: "create",
          subject: pulls_pullSubject(this.place),
          before: null,
          after: "open",
          reason: reason,
          probe: async () => {
            const found = await this.look();
            return found === null || found.number === former ? null : "open";
          },
          act: async () => {
            await this.#github.request("POST /repos/{owner}/{repo}/pulls", {
              owner: owner,
              repo: repo,
              base: base,
              head: headOwner === owner ? branch : `${headOwner}:${branch}`,
              title: text.title,
              body: text.body,
              draft: text.draft,
              maintainer_can_modify: true
            });
          }
        });
      }
      retitle(text, reason) {
        const {owner: owner, repo: repo} = this.place.repository;
        const [before, after] = [ textDigest(this.#seen), textDigest(text) ];
        if (before === after) return null;
        return settling(this.#github, {
          action: "update",
          subject: `text of ${pulls_pullSubject(this.place)}`,
          before: before,
          after: after,
          reason: reason,
          probe: async () => textDigest(await this.look()),
          act: async () => {
            const pull_number = await this.#number();
            const {title: title, body: body} = text;
            await this.#github.request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
              owner: owner,
              repo: repo,
              pull_number: pull_number,
              title: title,
              body: body
            });
          }
        });
      }
      label(labels, reason) {
        const {owner: owner, repo: repo} = this.place.repository;
        const add = async missing => {
          const issue_number = await this.#number();
          await this.#github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
            owner: owner,
            repo: repo,
            issue_number: issue_number,
            labels: missing
          });
        };
        return this.#grow("labels", labels, pull => pull.labels, add, reason);
      }
      async requestReviews(reviewers, reason) {
        const {owner: owner, repo: repo} = this.place.repository;
        const number = this.#seen?.state === "open" ? this.#seen.number : null;
        const reviewed = number === null || reviewers.length === 0 ? new Set : await this.#reviewed(number);
        const wanted = reviewers.filter(reviewer => !reviewed.has(reviewer.toLowerCase()));
        const add = async missing => {
          const pull_number = await this.#number();
          await this.#github.request("POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", {
            owner: owner,
            repo: repo,
            pull_number: pull_number,
            reviewers: missing.filter(name => !name.includes("/")),
            team_reviewers: missing.flatMap(name => name.split("/")[1] ?? [])
          });
        };
        return this.#grow("reviewers", wanted, pull => pull.reviewers, add, reason);
      }
      #grow(what, wanted, has, add, reason) {
        const present = pull => {
          const names = new Set((pull === null ? [] : has(pull)).map(name => name.toLowerCase()));
          const found = wanted.filter(name => names.has(name.toLowerCase()));
          return found.length === 0 ? null : found.join(", ");
        };
        const open = this.#seen?.state === "open" ? this.#seen : null;
        const [before, after] = [ present(open), wanted.length === 0 ? null : wanted.join(", ") ];
        if (before === after) return null;
        return settling(this.#github, {
          action: "update",
          subject: `${what} of ${pulls_pullSubject(this.place)}`,
          before: before,
          after: after,
          reason: reason,
          probe: async () => present(await this.look()),
          act: async () => {
            const found = present(this.#seen)?.split(", ") ?? [];
            await add(wanted.filter(name => !found.includes(name)));
          }
        });
      }
      async #reviewed(pull_number) {
        const {owner: owner, repo: repo} = this.place.repository;
        const reviews = await this.#github.pages(page => this.#github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
          owner: owner,
          repo: repo,
          pull_number: pull_number,
          per_page: 100,
          page: page
        }));
        return new Set(reviews.flatMap(({user: user}) => user === null ? [] : [ user.login.toLowerCase() ]));
      }
      async #number() {
        const found = this.#seen ?? await this.look();
        if (found === null) throw new Error(`${pulls_pullSubject(this.place)} was to be changed before it was opened`);
        return found.number;
      }
    }
    function textDigest(text) {
      if (text === null) return null;
      return (0, plan.eZ)(Buffer.from(`${text.title.trim()}\n${text.body.replaceAll("\r\n", "\n").trimEnd()}`));
    }
    async function prepareBranch(github, {home: home, repository: repository, branch: branch, base: base, baseHead: baseHead, head: head, former: former}, reason) {
      const synced = change => home === repository ? change : withUpstream(github, home, base, change);
      if (head === null) return {
        changes: [ synced(createBranch(github, home, branch, baseHead, reason)) ],
        restarts: true
      };
      const compared = await compare(github, repository, baseHead, home === repository ? head : `${home.owner}:${branch}`);
      if (compared === null) throw new plan.yo(`Branch ${branch} of ${fullName(home)} has no history in common with ${base}.`, {
        advice: "Delete it, or name another “branch”."
      });
      const {status: status} = compared;
      if (status === "identical") return {
        changes: [],
        restarts: true
      };
      const left = former !== null && former.state !== "open" && former.head === head;
      if (status !== "behind" && !left) return {
        changes: [],
        restarts: false
      };
      const move = {
        kind: "branch",
        name: branch,
        before: head,
        after: baseHead,
        force: left
      };
      return {
        changes: [ synced(moveRef(github, home, move, reason)) ],
        restarts: true
      };
    }
    function withUpstream(github, {owner: owner, repo: repo}, base, change) {
      return {
        ...change,
        act: async () => {
          try {
            await change.act();
          } catch (error) {
            if (!(error instanceof RequestRefused) || !/object does not exist/i.test(error.message)) throw error;
            await github.request("POST /repos/{owner}/{repo}/merge-upstream", {
              owner: owner,
              repo: repo,
              branch: base
            });
            await change.act();
          }
        }
      };
    }
    async function planProposal(github, proposal) {
      const {repository: repository, branch: branch, title: title} = proposal;
      const {defaultBranch: defaultBranch, mergeMethods: mergeMethods} = await getRepository(github, repository);
      checkMerge(proposal, mergeMethods);
      const base = proposal.base === "" ? defaultBranch : proposal.base;
      const reason = `to propose: ${title}`;
      const fork = proposal.forkOwner === "" ? null : await planFork(github, repository, proposal.forkOwner, reason);
      const home = fork?.fork ?? repository;
      if (fork === null && base === branch) throw new plan.yo(`Input “branch”: “${branch}” is the base of the pull request itself.`, {
        advice: "Name a branch of its own."
      });
      const baseHead = await branchHead(github, repository, base);
      if (baseHead === null) throw new plan.yo(`Input “base”: ${fullName(repository)} has no branch “${base}”.`, {
        advice: "Correct “base”, or leave it out for the default branch."
      });
      const isForkThere = fork === null || fork.change === null;
      const [pull, head, inBase] = await Promise.all([ FollowedPull.find(github, {
        repository: repository,
        base: base,
        headOwner: home.owner,
        branch: branch
      }), isForkThere ? branchHead(github, home, branch) : null, listFiles(github, repository, baseHead) ]);
      const inBranch = head === null ? inBase : await listFiles(github, home, head);
      const {files: files, programs: programs} = await proposal.files(new Set([ ...inBase.keys(), ...inBranch.keys() ]));
      const paths = differing(files, inBase);
      const nothing = (seen, findings) => ({
        changes: [],
        findings: findings,
        paths: paths,
        outcome: () => ({
          state: seen?.state ?? "none",
          pull: seen,
          commit: seen?.mergeCommit ?? seen?.head ?? null
        })
      });
      const former = pull.seen;
      if (paths.length === 0) {
        if (former?.state === "open") return nothing(former, [ superfluous(former, base) ]);
        return nothing(former?.state === "merged" ? former : null, []);
      }
      checkFiles(files, inBase, repository, programs);
      const prepared = await prepareBranch(github, {
        home: home,
        repository: repository,
        branch: branch,
        baseHead: baseHead,
        head: head,
        former: former,
        base: base
      }, reason);
      const found = prepared.restarts ? inBase : inBranch;
      if (former?.state === "closed" && former.head === head && differing(files, inBranch).length === 0) return nothing(former, [ declined(former, branch) ]);
      let newest = former?.state === "open" ? former.head : null;
      const before = filesDigest(files.keys(), path => found.get(path)?.blob);
      const commit = before === wantedDigest(files) ? null : commitFiles(github, home, {
        branch: branch,
        files: files,
        before: before,
        message: await messageOf(github, proposal)
      }, reason, seen => newest = seen);
      const text = {
        title: title,
        body: proposal.body
      };
      const opened = former?.state === "open" ? pull.retitle(text, reason) : pull.open({
        ...text,
        draft: proposal.draft
      }, reason);
      const changes = [ fork?.change ?? null, ...prepared.changes, commit, opened, pull.label(proposal.labels, reason), await pull.requestReviews(proposal.reviewers, reason), proposal.autoMerge === null ? null : autoMerge(github, pull, proposal.autoMerge, reason) ];
      return {
        changes: changes.filter(change => change !== null),
        findings: [],
        paths: paths,
        outcome: () => {
          const seen = pull.seen;
          const ours = seen !== null && (former === null || former.state === "open" || seen.number !== former.number);
          if (!ours) return {
            state: "none",
            pull: null,
            commit: null
          };
          return {
            state: seen.state,
            pull: seen,
            commit: seen.mergeCommit ?? newest ?? seen.head
          };
        }
      };
    }
    function checkMerge({repository: repository, autoMerge: method, draft: draft}, allowed) {
      if (method === null) return;
      if (draft) throw new plan.yo("Inputs “draft” and “auto-merge” contradict each other: a draft is not merged.", {
        advice: "Give one of them."
      });
      if (allowed.has(method)) return;
      throw new plan.yo(`Input “auto-merge”: ${fullName(repository)} does not allow “${method}”.`, {
        advice: `It allows: ${[ ...allowed ].join(", ")}.`
      });
    }
    async function messageOf(github, proposal) {
      const message = proposal.message.trim();
      if (!proposal.signOff) return message;
      const line = await signOff(github);
      if (message.includes(line)) return message;
      const last = message.split(/\n\s*\n/).at(-1) ?? "";
      const hasTrailers = message.includes("\n\n") && last.split("\n").every(one => /^[A-Za-z-]+: \S/.test(one));
      return `${message}${hasTrailers ? "\n" : "\n\n"}${line}`;
    }
    function superfluous({url: url}, base) {
      return {
        severity: "warning",
        rule: "pull-request-superfluous",
        message: `${base} has all of the content already, and ${url} is still open.`,
        advice: "Close it, unless it holds more than this run proposes."
      };
    }
    function declined({url: url}, branch) {
      return {
        severity: "warning",
        rule: "pull-request-declined",
        message: `${url} proposed the same and was closed without being merged; it is not proposed again.`,
        advice: `Reopen it, or delete branch ${branch} to have it proposed anew.`
      };
    }
    const PAGES = 3;
    async function findRelease(github, repository, tag, isNew = false) {
      const {owner: owner, repo: repo} = repository;
      for (let page = 1; page <= PAGES; page += 1) {
        const {data: data, headers: headers} = await github.request("GET /repos/{owner}/{repo}/releases", {
          owner: owner,
          repo: repo,
          per_page: 100,
          page: page
        });
        const ofTag = data.filter(release => release.tag_name === tag);
        const found = ofTag.find(release => !release.draft) ?? ofTag[0];
        if (found !== void 0) return releases_view(found);
        if (isNew || !/rel="next"/.test(headers.link ?? "")) return null;
        if (page > 1) continue;
        const published = await orAbsent(github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
          owner: owner,
          repo: repo,
          tag: tag
        }));
        if (published !== null) return releases_view(published.data);
      }
      return null;
    }
    async function releaseById(github, {owner: owner, repo: repo}, id) {
      const found = await orAbsent(github.request("GET /repos/{owner}/{repo}/releases/{release_id}", {
        owner: owner,
        repo: repo,
        release_id: id
      }));
      return found === null ? null : releases_view(found.data);
    }
    async function planRelease(github, repository, wish, reason) {
      const {owner: owner, repo: repo} = repository;
      const subject = `release ${wish.tag} of ${fullName(repository)}`;
      let seen = await findRelease(github, repository, wish.tag, wish.isNew);
      const found = stateOf(seen);
      const probe = async () => {
        seen = await (seen === null ? findRelease(github, repository, wish.tag, true) : releaseById(github, repository, seen.id));
        return stateOf(seen);
      };
      const draft = settling(github, {
        action: "create",
        subject: `draft of ${subject}`,
        before: null,
        after: "draft",
        reason: reason,
        probe: probe,
        act: () => releases_explained(async () => {
          const {data: data} = await github.request("POST /repos/{owner}/{repo}/releases", {
            owner: owner,
            repo: repo,
            tag_name: wish.tag,
            name: wish.name,
            body: wish.body,
            prerelease: wish.prerelease,
            draft: true
          });
          seen = releases_view(data);
        }, repository, wish.tag)
      });
      const publish = settling(github, {
        action: "publish",
        subject: subject,
        before: "draft",
        after: "published",
        reason: reason,
        probe: probe,
        act: () => releases_explained(async () => {
          const release = seen ?? await findRelease(github, repository, wish.tag);
          if (release === null) throw new plan.yo(`The draft of ${subject} is gone.`, {
            advice: "Somebody deleted it. Run again."
          });
          await github.request("PATCH /repos/{owner}/{repo}/releases/{release_id}", {
            owner: owner,
            repo: repo,
            release_id: release.id,
            tag_name: wish.tag,
            draft: false,
            prerelease: wish.prerelease,
            make_latest: wish.latest ? "true" : "false",
            ...release.body.trim() === "" && {
              body: wish.body
            }
          });
        }, repository, wish.tag)
      });
      const changes = [ ...found === null ? [ draft ] : [], ...found === "published" || wish.until === "draft" ? [] : [ publish ] ];
      return {
        changes: changes,
        seen: () => seen
      };
    }
    function stateOf(release) {
      return release === null ? null : release.draft ? "draft" : "published";
    }
    function releases_view(release) {
      return {
        id: Number(release.id),
        url: release.html_url,
        tag: release.tag_name,
        draft: release.draft,
        body: release.body ?? ""
      };
    }
    async function releases_explained(write, repository, tag) {
      try {
        await write();
      } catch (error) {
        if (!(error instanceof RequestRefused)) throw error;
        if (error.status === 404) throw new plan.yo(`GitHub does not let this token release ${tag} in ${fullName(repository)}.`, {
          advice: "Either it lacks “contents: write”, or the release’s commit changes .github/workflows compared with the default branch: that needs the permission “workflows”, which the default token can never have. Use an app’s token for such a release.",
          cause: error
        });
        if (/immutable/i.test(error.message)) throw new plan.yo(`Tag ${tag} of ${fullName(repository)} was used by an immutable release.`, {
          advice: "Such a name is burnt for ever, even after the release was deleted. Take the next version.",
          cause: error
        });
        throw error;
      }
    }
    function runPlace(environment, named) {
      const running = environment["GITHUB_REPOSITORY"] ?? "";
      if (named === "" && running === "") throw new plan.yo("Input “repository” is missing, and there is no GITHUB_REPOSITORY to take it from.", {
        advice: "Name the repository as OWNER/NAME."
      });
      const repository = parseRepository(named === "" ? running : named, "Input “repository”");
      const sha = environment["GITHUB_SHA"] ?? "";
      const isHere = fullName(repository).toLowerCase() === running.toLowerCase();
      if (!isHere || sha === "") return {
        repository: repository,
        trigger: null,
        isTrial: false
      };
      const {GITHUB_REF: ref = "", GITHUB_REF_NAME: name = ""} = environment;
      if (ref.startsWith("refs/pull/")) return {
        repository: repository,
        trigger: null,
        isTrial: true
      };
      const isBranch = name !== "" && environment["GITHUB_REF_TYPE"] !== "tag" && !ref.startsWith("refs/tags/");
      return {
        repository: repository,
        trigger: {
          sha: sha,
          branch: isBranch ? name : null
        },
        isTrial: false
      };
    }
    async function createTag(github, repository, {tag: tag, commit: commit, message: message, isNew: isNew = false}, reason) {
      const {owner: owner, repo: repo} = repository;
      const [found, branch] = await Promise.all([ isNew ? null : tagCommit(github, repository, tag), branchHead(github, repository, tag) ]);
      if (found === commit) return null;
      if (found !== null) throw new plan.yo(`Tag ${tag} of ${fullName(repository)} is on commit ${found}, not on ${commit}.`, {
        advice: "A version tag is never moved. Release the new commit under the next version."
      });
      if (branch !== null) throw sameName(tag, repository);
      const written = new Map;
      return settling(github, {
        action: "create",
        subject: `tag ${tag} of ${fullName(repository)}`,
        before: null,
        after: commit,
        reason: reason,
        probe: async () => {
          const object = await tagObject(github, repository, tag);
          return object === null ? null : written.get(object.sha) ?? peel(github, repository, object);
        },
        act: async () => {
          const {data: data} = await github.request("POST /repos/{owner}/{repo}/git/tags", {
            owner: owner,
            repo: repo,
            tag: tag,
            message: message,
            object: commit,
            type: "commit"
          });
          written.set(data.sha, data.object.sha);
          await createRef(github, repository, `refs/tags/${tag}`, data.sha);
        }
      });
    }
    async function floatTag(github, repository, tag, commit, reason) {
      const [before, branch] = await Promise.all([ tagCommit(github, repository, tag), branchHead(github, repository, tag) ]);
      if (before === commit) return null;
      if (branch !== null) throw sameName(tag, repository);
      if (before !== null) return moveRef(github, repository, {
        kind: "tag",
        name: tag,
        before: before,
        after: commit,
        force: true
      }, reason);
      return settling(github, {
        action: "create",
        subject: `tag ${tag} of ${fullName(repository)}`,
        before: null,
        after: commit,
        reason: reason,
        probe: () => tagCommit(github, repository, tag),
        act: () => createRef(github, repository, `refs/tags/${tag}`, commit)
      });
    }
    function sameName(name, repository) {
      return new plan.yo(`${fullName(repository)} has a branch “${name}”; a tag of that name would be ambiguous.`, {
        advice: `Rename the branch, for example to “release-${name.replace(/^v/, "")}”, or use another “tag-prefix” or “floating-tags”.`
      });
    }
    async function readDispatchInterface(github, {owner: owner, repo: repo}, workflow, ref) {
      const path = `.github/workflows/${workflow}`;
      const found = await orAbsent(github.request("GET /repos/{owner}/{repo}/contents/{path}", {
        owner: owner,
        repo: repo,
        path: path,
        ref: ref
      }));
      const data = found?.data;
      if (typeof data !== "object" || data === null || !("content" in data) || typeof data.content !== "string") return null;
      return parseDispatchInterface(Buffer.from(data.content, "base64").toString("utf8"));
    }
    async function parseDispatchInterface(text) {
      const {parseDocument: parseDocument} = await __webpack_require__.e(815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
      const document = parseDocument(text);
      const workflow = document.errors.length > 0 ? null : document.toJS({
        maxAliasCount: 100
      });
      const triggers = field(workflow, "on");
      const runName = field(workflow, "run-name");
      return {
        inputs: inputsOf(triggers),
        runName: typeof runName === "string" ? runName : ""
      };
    }
    function inputsOf(triggers) {
      const words = typeof triggers === "string" ? [ triggers ] : Array.isArray(triggers) ? triggers : null;
      if (words !== null) return words.includes("workflow_dispatch") ? new Map : null;
      if (typeof triggers !== "object" || triggers === null || !("workflow_dispatch" in triggers)) return null;
      const declared = field(triggers.workflow_dispatch, "inputs");
      const entries = typeof declared === "object" && declared !== null ? Object.entries(declared) : [];
      return new Map(entries.map(([name, details]) => {
        const hasDefault = field(details, "default") !== void 0;
        return [ name, {
          required: field(details, "required") === true && !hasDefault
        } ];
      }));
    }
    function field(of, name) {
      return typeof of === "object" && of !== null ? new Map(Object.entries(of)).get(name) : void 0;
    }
  }
};
