import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";

var __webpack_modules__ = {
  181: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");
  },
  1421: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
  },
  7598: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
  },
  610: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");
  },
  8474: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
  },
  3024: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
  },
  1455: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
  },
  7067: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
  },
  4708: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
  },
  7030: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
  },
  8161: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
  },
  6760: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
  },
  3916: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");
  },
  7075: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
  },
  8500: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
  },
  1692: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
  },
  3136: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
  },
  7975: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
  },
  8877: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
  },
  714: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");
  },
  8522: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
  },
  932: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");
  },
  2203: module => {
    module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");
  },
  9247: (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Yq: () => choice,
      QP: () => defineAction,
      Jt: () => flag,
      nd: () => integer,
      p_: () => list,
      _U: () => manifestInput,
      Gc: () => renderMarkdown,
      mw: () => required,
      Tf: () => runOnRunner,
      rJ: () => secret,
      Qq: () => input_text,
      e1: () => tokenInput,
      Xf: () => useProxyOf
    });
    var packages_plan = __nccwpck_require__(1380);
    function input_text(details) {
      return {
        ...details,
        type: "string",
        required: false,
        secret: false,
        parse: given => given.trim()
      };
    }
    function required(details) {
      return {
        ...input_text(details),
        required: true
      };
    }
    function secret(details) {
      return {
        ...input_text(details),
        secret: true
      };
    }
    function choice(allowed, details) {
      return {
        ...details,
        type: "enum",
        required: false,
        secret: false,
        allowed: allowed,
        parse(given, name) {
          const match = allowed.find(word => word === given.trim());
          if (match === void 0) throw wrong(name, given, allowed.join(", "));
          return match;
        }
      };
    }
    function flag(details) {
      return {
        ...details,
        type: "boolean",
        required: false,
        secret: false,
        parse(given, name) {
          const word = given.trim();
          if (word !== "true" && word !== "false") throw wrong(name, given, "true, false");
          return word === "true";
        }
      };
    }
    function integer({min: min, max: max, ...details}) {
      return {
        ...details,
        type: "integer",
        required: false,
        secret: false,
        parse(given, name) {
          const value = /^-?\d+$/.test(given.trim()) ? Number(given) : Number.NaN;
          if (!(value >= min && value <= max)) throw wrong(name, given, `a whole number from ${min} to ${max}`);
          return value;
        }
      };
    }
    function list(details) {
      const {commas: commas = false, ...rest} = details;
      return {
        ...rest,
        type: "list",
        separator: "\\n",
        required: false,
        secret: false,
        parse: given => given.split(/\r?\n/).filter(line => !line.trimStart().startsWith("#")).flatMap(line => commas ? line.split(",") : [ line ]).map(item => item.trim()).filter(item => item !== "")
      };
    }
    function wrong(name, given, allowed) {
      return new packages_plan.yo(`Input “${name}” is “${given.trim()}”; allowed: ${allowed}.`, {
        advice: `Correct “${name}” in the workflow step.`
      });
    }
    function parseInputs(inputs, texts) {
      return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [ name, input.parse(textOf(name, input, texts), name) ]));
    }
    function textOf(name, input, texts) {
      const given = texts.get(name) ?? "";
      if (given.trim() !== "") return given;
      if (input.required) throw new packages_plan.yo(`Input “${name}” is missing. ${input.description}`, {
        advice: `Add “${name}:” to the step${input.example === void 0 ? "." : `, for example “${name}: ${input.example}”.`}`
      });
      const standing = input.default ?? "";
      return standing.includes("${{") ? "" : standing;
    }
    const tokenInput = needs => secret({
      description: `Token for GitHub's API. Needs ${needs}.`,
      default: "${{ github.token }}"
    });
    const manifestInput = () => input_text({
      description: "The `release-train.yaml`, relative to the root of the checkout. Default: `release-train.yaml`, then `.github/release-train.yaml`."
    });
    const COMMON_OUTPUTS = {
      changed: "`true` when something was changed, or in a dry run would be.",
      plan: "JSON array of `{action, subject, before, after, reason}`, in the order applied."
    };
    function defineAction(spec) {
      const inputs = {
        ...spec.inputs,
        "dry-run": flag({
          description: "Plan and report, and write nothing anywhere.",
          default: "false"
        })
      };
      return {
        name: spec.name,
        title: spec.title,
        description: spec.description,
        branding: spec.branding,
        permissions: spec.permissions,
        inputs: inputs,
        outputs: {
          ...spec.outputs,
          ...COMMON_OUTPUTS
        },
        decide: (texts, context) => spec.plan(parseInputs(spec.inputs, texts), context)
      };
    }
    const SUMMARY_LIMIT = 1024 * 1024;
    const NOTE = "\n> The rest was cut: a job summary holds 1 MiB. Everything is in the outputs of this step.\n";
    function renderMarkdown(report) {
      return report.map(renderBlock).join("\n");
    }
    function renderSummary(report, limit = SUMMARY_LIMIT) {
      const whole = renderMarkdown(report);
      if (Buffer.byteLength(whole) <= limit) return whole;
      return renderMarkdown(fit(report, limit - Buffer.byteLength(NOTE))) + NOTE;
    }
    function fit(blocks, budget) {
      const kept = [];
      let left = budget;
      for (const block of blocks) {
        const size = Buffer.byteLength(renderBlock(block)) + 1;
        if (size <= left) {
          kept.push(block);
          left -= size;
          continue;
        }
        const part = shorten(block, left);
        if (part !== null) kept.push(part);
        break;
      }
      return kept;
    }
    function shorten(block, budget) {
      if (block.kind === "details") {
        const frame = Buffer.byteLength(renderBlock({
          ...block,
          blocks: []
        })) + 2;
        return budget <= frame ? null : {
          ...block,
          blocks: fit(block.blocks, budget - frame)
        };
      }
      if (block.kind !== "table") return null;
      let left = budget - Buffer.byteLength(renderBlock({
        ...block,
        rows: []
      })) - 1;
      const rows = block.rows.filter(row => (left -= Buffer.byteLength(renderRow(row)) + 1) >= 0);
      return rows.length === 0 ? null : {
        ...block,
        rows: rows
      };
    }
    function renderBlock(block) {
      switch (block.kind) {
       case "heading":
        return `${"#".repeat(block.level ?? 3)} ${renderInline(block.text)}\n`;

       case "paragraph":
        return `${renderInline(block.text)}\n`;

       case "list":
        return block.items.map(item => `- ${renderInline(item)}\n`).join("");

       case "table":
        return [ renderRow(block.head), `|${" --- |".repeat(block.head.length)}`, ...block.rows.map(renderRow), "" ].join("\n");

       case "code":
        return fence(block.text, block.language ?? "");

       case "mermaid":
        return fence(block.text, "mermaid");

       case "details":
        return `<details><summary>${summaryText(block.summary)}</summary>\n\n${block.blocks.map(renderBlock).join("\n")}\n</details>\n`;

       case "markdown":
        return block.text.endsWith("\n") ? block.text : `${block.text}\n`;
      }
    }
    function renderRow(cells) {
      return `| ${cells.map(cell => renderInline(cell).replaceAll("|", "\\|").replaceAll("\n", "<br>")).join(" | ")} |`;
    }
    function renderInline(inline) {
      if (typeof inline === "string") return escapeText(inline);
      if ("code" in inline) return codeSpan(inline.code);
      if ("link" in inline) return /^https?:\/\//.test(inline.href) ? `[${escapeText(inline.link)}](${escapeHref(inline.href)})` : escapeText(inline.link);
      return inline.map(renderInline).join("");
    }
    function summaryText(inline) {
      if (typeof inline === "string") return escapeHtml(inline);
      if ("code" in inline) return `<code>${escapeHtml(inline.code)}</code>`;
      if ("link" in inline) return escapeHtml(inline.link);
      return inline.map(summaryText).join("");
    }
    function escapeText(text) {
      return text.replace(/[\\`*_[\]#~]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    }
    function escapeHtml(text) {
      return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    }
    function escapeHref(href) {
      return href.replace(/[()<>\s\\]/g, character => encodeURIComponent(character).replace("(", "%28").replace(")", "%29"));
    }
    function codeSpan(text) {
      const flat = text.replaceAll(/\s*\r?\n\s*/g, " ");
      if (flat === "") return "";
      const ticks = "`".repeat(longestRun(flat) + 1);
      const pad = flat.startsWith("`") || flat.endsWith("`") ? " " : "";
      return `${ticks}${pad}${flat}${pad}${ticks}`;
    }
    function fence(text, language) {
      const ticks = "`".repeat(Math.max(3, longestRun(text) + 1));
      return `${ticks}${language}\n${text.replace(/\n$/, "")}\n${ticks}\n`;
    }
    function longestRun(text) {
      return Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
    }
    const PROXY_VARIABLES = [ "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY" ];
    async function useProxyOf(environment) {
      if (PROXY_VARIABLES.every(name => (environment[name] ?? "") === "")) return;
      const {setGlobalProxyFromEnv: setGlobalProxyFromEnv} = await Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19));
      setGlobalProxyFromEnv(environment);
    }
    async function execute(action, texts, context, options = {}) {
      for (const [name, input] of Object.entries(action.inputs)) if (input.secret) context.log.mask(texts.get(name) ?? "");
      const dryRun = parseInputs(action.inputs, texts)["dry-run"] === true;
      const {sleep: sleep} = options;
      const decision = await action.decide(texts, sleep === void 0 ? context : {
        ...context,
        sleep: sleep
      });
      const plan = (0, packages_plan.df)(decision.changes);
      if (decision.refusal === void 0) options.onPlan?.(plan, dryRun);
      let applied = 0;
      if (!dryRun && decision.refusal === void 0) await (0, packages_plan.Bb)(decision.changes, {
        signal: context.signal,
        ...sleep !== void 0 && {
          sleep: sleep
        },
        onChange(change, outcome) {
          if (outcome === "applied") applied += 1;
          options.onChange?.(change, outcome);
        }
      });
      const changed = decision.refusal === void 0 && (dryRun ? plan.length > 0 : applied > 0);
      return {
        dryRun: dryRun,
        changed: changed,
        plan: plan,
        outputs: textOutputs(action, {
          ...decision.outputs(),
          changed: changed,
          plan: plan
        }),
        findings: decision.findings ?? [],
        report: decision.report(),
        ...decision.refusal !== void 0 && {
          refusal: decision.refusal
        }
      };
    }
    function textOutputs(action, values) {
      return Object.fromEntries(Object.keys(action.outputs).map(name => {
        const value = values[name] ?? "";
        return [ name, typeof value === "string" ? value : JSON.stringify(value) ];
      }));
    }
    var external_node_fs_ = __nccwpck_require__(3024);
    var external_node_crypto_ = __nccwpck_require__(7598);
    var external_node_os_ = __nccwpck_require__(8161);
    function command(name, properties, message) {
      const given = Object.entries(properties).filter(([, value]) => value !== void 0 && value !== "");
      const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
      return `::${name}${list === "" ? "" : ` ${list}`}::${escapeData(message)}`;
    }
    function annotation(finding) {
      const level = finding.severity === "info" ? "notice" : finding.severity;
      const {file: file, line: line, column: column, rule: rule} = finding;
      return command(level, {
        title: rule,
        file: file,
        line: line,
        col: column
      }, [ finding.message, finding.advice ].filter(Boolean).join("\n"));
    }
    function writeOutput(file, name, value) {
      if (file === void 0 || file === "") return;
      const delimiter = `ghadelimiter_${(0, external_node_crypto_.createHash)("sha256").update(value).digest("hex")}`;
      (0, external_node_fs_.appendFileSync)(file, `${name}<<${delimiter}${external_node_os_.EOL}${value}${external_node_os_.EOL}${delimiter}${external_node_os_.EOL}`);
    }
    function defuse(text) {
      return text.split(/\r\n|\n|\r/).map(line => /^\s*(?:::|##\[)/.test(line) ? `| ${line}` : line).join("\n");
    }
    function escapeData(text) {
      return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    }
    function escapeProperty(text) {
      return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
    }
    class Secrets {
      #known=new Set;
      add(secret) {
        for (const part of [ secret, ...secret.split(/\r?\n/) ]) {
          if (part.trim().length < 4) continue;
          const forms = [ part, encodeURIComponent(part), Buffer.from(part).toString("base64"), JSON.stringify(part).slice(1, -1), escapeText(part) ];
          for (const form of forms) this.#known.add(form);
        }
      }
      redact(text) {
        let clean = text;
        for (const secret of [ ...this.#known ].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(secret, "***");
        return clean;
      }
    }
    const ANNOTATIONS_SHOWN = 10;
    async function runOnRunner(action, environment, write, signal) {
      const secrets = new Secrets;
      const print = line => write(`${secrets.redact(line)}\n`);
      const log = runnerLog(print, secrets, environment);
      const context = {
        environment: environment,
        workspace: environment["GITHUB_WORKSPACE"] ?? process.cwd(),
        log: log,
        signal: signal
      };
      const summarise = report => {
        const file = environment["GITHUB_STEP_SUMMARY"];
        if (file !== void 0 && file !== "") (0, external_node_fs_.appendFileSync)(file, secrets.redact(renderSummary(report)));
      };
      const done = [];
      let planned = [];
      try {
        const execution = await execute(action, readInputs(action, environment), context, {
          onPlan(plan, dryRun) {
            planned = plan;
            print(planTitle(plan.length, dryRun));
            for (const change of plan) print(defuse(`  ${changeLine(change)}`));
          },
          onChange(change, outcome) {
            done.push(change.subject);
            print(defuse(`${outcome === "applied" ? "Done" : "Found done"}: ${change.action} ${change.subject}`));
          }
        });
        for (const [name, value] of Object.entries(execution.outputs)) writeOutput(environment["GITHUB_OUTPUT"], name, secrets.redact(value));
        annotate(execution.findings, print);
        summarise([ (0, packages_plan.R_)(action.title, 2), ...dryRunNote(execution.dryRun), ...execution.report ]);
        if (execution.refusal === void 0) return 0;
        print(failureLine(execution.refusal));
        return 1;
      } catch (error) {
        print(failureLine(error));
        if (!(error instanceof packages_plan.SS)) print(defuse(error instanceof Error ? error.stack ?? error.message : String(error)));
        summarise([ (0, packages_plan.R_)(action.title, 2), ...failureReport(error, planned, done) ]);
        return 1;
      }
    }
    function readInputs(action, environment) {
      const given = new Map;
      for (const name of Object.keys(action.inputs)) {
        const text = environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`];
        if (text !== void 0) given.set(name, text);
      }
      return given;
    }
    function runnerLog(print, secrets, environment) {
      return {
        info: line => print(defuse(line)),
        debug(line) {
          if (environment["RUNNER_DEBUG"] === "1") print(command("debug", {}, line));
        },
        warning: line => print(command("warning", {}, line)),
        async group(title, body) {
          print(command("group", {}, title));
          try {
            return await body();
          } finally {
            print(command("endgroup", {}, ""));
          }
        },
        mask(secret) {
          if (secret.trim() === "") return;
          for (const line of secret.split(/\r?\n/)) if (line.trim() !== "" && secrets.redact(line) === line) print(command("add-mask", {}, line));
          secrets.add(secret);
        }
      };
    }
    function annotate(findings, print) {
      for (const severity of [ "error", "warning", "info" ]) {
        const of = findings.filter(finding => finding.severity === severity && finding.waived !== true);
        for (const finding of of.slice(0, ANNOTATIONS_SHOWN)) print(annotation(finding));
        if (of.length > ANNOTATIONS_SHOWN) print(`${of.length - ANNOTATIONS_SHOWN} more of level ${severity}: see the job summary.`);
      }
    }
    function failureLine(error) {
      if (!(error instanceof packages_plan.SS)) {
        const message = error instanceof Error ? error.message : String(error);
        return command("error", {
          title: "Defect"
        }, `${message}\nThis is a defect of the action, not of your workflow: please report it with the lines below.`);
      }
      const {file: file, line: line, column: column} = error.place;
      return command("error", {
        file: file,
        line: line,
        col: column
      }, [ error.message, error.advice ].filter(Boolean).join("\n"));
    }
    function failureReport(error, planned, done) {
      const message = error instanceof Error ? error.message : String(error);
      const advice = error instanceof packages_plan.SS ? error.advice : "This is a defect of the action: please report it with the log of this step.";
      const rows = planned.map(change => [ done.includes(change.subject) ? "done" : "not done", change.action, change.subject ]);
      return [ (0, packages_plan.FY)("❌ ", message), ...advice === void 0 ? [] : [ (0, 
      packages_plan.FY)(advice) ], ...rows.length === 0 ? [ (0, packages_plan.FY)("Nothing was changed.") ] : [ (0, 
      packages_plan.tp)([ "", "change", "subject" ], rows) ], ...error instanceof packages_plan.SS ? error.report : [] ];
    }
    function planTitle(count, dryRun) {
      if (count === 0) return "Nothing to change.";
      return `${count} ${count === 1 ? "change" : "changes"}${dryRun ? " (dry run: none is applied)" : ""}:`;
    }
    function changeLine({action: action, subject: subject, before: before, after: after, reason: reason}) {
      return runner_shorten(`${action} ${subject}: ${before ?? "absent"} -> ${after ?? "absent"} (${reason})`);
    }
    function runner_shorten(line) {
      return line.replaceAll(/\b([0-9a-f]{12})[0-9a-f]{28,}\b/g, "$1");
    }
    function dryRunNote(dryRun) {
      return dryRun ? [ (0, packages_plan.FY)("Dry run: this is what would be done; nothing was written. ", (0, 
      packages_plan.aY)("dry-run: true")) ] : [];
    }
  },
  1380: (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      SS: () => ReportedError,
      _7: () => ServiceError,
      yo: () => UserError,
      aR: () => Workspace,
      Bb: () => apply,
      aY: () => code,
      DV: () => codeBlock,
      eZ: () => contentDigest,
      df: () => describePlan,
      zH: () => details,
      F1: () => displayWidth,
      R_: () => heading,
      nf: () => report_link,
      p_: () => list,
      wD: () => markdown,
      a4: () => mermaid,
      FY: () => paragraph,
      tp: () => table
    });
    class ReportedError extends Error {
      advice;
      report;
      place;
      constructor(message, details = {}) {
        super(message, details.cause === void 0 ? void 0 : {
          cause: details.cause
        });
        this.name = new.target.name;
        this.advice = details.advice;
        this.report = details.report ?? [];
        this.place = {
          ...details.file !== void 0 && {
            file: details.file
          },
          ...details.line !== void 0 && {
            line: details.line
          },
          ...details.column !== void 0 && {
            column: details.column
          }
        };
      }
    }
    class UserError extends ReportedError {}
    class ServiceError extends ReportedError {}
    const SETTLING = [ 250, 1e3, 3e3 ];
    async function apply(changes, options = {}) {
      for (const change of changes) {
        options.signal?.throwIfAborted();
        const found = await change.probe();
        if (found === change.after) {
          options.onChange?.(change, "already");
          continue;
        }
        if (found !== change.before) throw new UserError(`${change.subject} was ${shown(change.before)} when this run planned to ${change.action} it; now it is ${shown(found)}.`, {
          advice: "Somebody else changed it in between. Nothing was overwritten; look at it and run again."
        });
        await change.act();
        await verify(change, options);
        options.onChange?.(change, "applied");
      }
    }
    async function verify(change, options) {
      const sleep = options.sleep ?? (ms => new Promise(resolve => setTimeout(resolve, ms)));
      let found = await change.probe();
      for (const pause of SETTLING) {
        if (found === change.after) return;
        await sleep(pause);
        options.signal?.throwIfAborted();
        found = await change.probe();
      }
      if (found === change.after) return;
      throw new ServiceError(`${change.subject} was written as ${shown(change.after)} and reads back as ${shown(found)}.`, {
        advice: "The service accepted the change and does not show it. Look at it before running again."
      });
    }
    function shown(state) {
      return state === null ? "absent" : `“${state}”`;
    }
    function describePlan(changes) {
      return changes.map(({action: action, subject: subject, before: before, after: after, reason: reason}) => ({
        action: action,
        subject: subject,
        before: before,
        after: after,
        reason: reason
      }));
    }
    const heading = (text, level = 3) => ({
      kind: "heading",
      text: text,
      level: level
    });
    const paragraph = (...text) => ({
      kind: "paragraph",
      text: text
    });
    const list = items => ({
      kind: "list",
      items: items
    });
    const table = (head, rows) => ({
      kind: "table",
      head: head,
      rows: rows
    });
    const details = (summary, blocks) => ({
      kind: "details",
      summary: summary,
      blocks: blocks
    });
    const codeBlock = (text, language) => language === void 0 ? {
      kind: "code",
      text: text
    } : {
      kind: "code",
      text: text,
      language: language
    };
    const mermaid = text => ({
      kind: "mermaid",
      text: text
    });
    const markdown = text => ({
      kind: "markdown",
      text: text
    });
    const code = text => ({
      code: text
    });
    const report_link = (text, href) => ({
      link: text,
      href: href
    });
    function displayWidth(text) {
      if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
      let width = 0;
      graphemes ??= new Intl.Segmenter("en", {
        granularity: "grapheme"
      });
      for (const {segment: segment} of graphemes.segment(text)) if (!/^[\p{Mark}\p{Cf}]+$/u.test(segment)) width += WIDE.test(segment) ? 2 : 1;
      return width;
    }
    let graphemes;
    const WIDE = /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u;
    var external_node_crypto_ = __nccwpck_require__(7598);
    var promises_ = __nccwpck_require__(1455);
    var external_node_path_ = __nccwpck_require__(6760);
    class Workspace {
      root;
      constructor(root) {
        this.root = (0, external_node_path_.resolve)(root);
      }
      async locate(path, what) {
        const target = (0, external_node_path_.resolve)(this.root, path);
        if ((0, external_node_path_.isAbsolute)(path) || /^[A-Za-z]:/.test(path) || path.includes("\0") || !inside(this.root, target)) throw workspace_escape(path, what);
        const real = await (0, promises_.realpath)(await nearestExisting(target));
        if (!inside(await (0, promises_.realpath)(this.root), real)) throw workspace_escape(path, what);
        return target;
      }
      async read(path, what = "path") {
        const target = await this.locate(path, what);
        try {
          return await (0, promises_.readFile)(target);
        } catch (error) {
          if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
          if (isCode(error, "EISDIR")) throw new UserError(`${what}: “${path}” is a directory; a file was expected.`);
          throw error;
        }
      }
      async list(directory, what = "path") {
        const start = await this.locate(directory, what);
        const found = [];
        const walk = async at => {
          const entries = await (0, promises_.readdir)(at, {
            withFileTypes: true
          }).catch(error => {
            if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return [];
            throw error;
          });
          for (const entry of entries) if (entry.isDirectory() && entry.name !== ".git") await walk((0, 
          external_node_path_.join)(at, entry.name)); else if (entry.isFile()) found.push((0, 
          external_node_path_.relative)(this.root, (0, external_node_path_.join)(at, entry.name)).split(external_node_path_.sep).join("/"));
        };
        await walk(start);
        return found.sort();
      }
      async change(path, content, reason) {
        const target = await this.locate(path, "file");
        const probe = async () => contentDigest(await this.read(path));
        const wanted = typeof content === "string" ? Buffer.from(content) : content;
        const [before, after] = [ await probe(), contentDigest(wanted) ];
        if (before === after) return null;
        return {
          action: before === null ? "create" : after === null ? "delete" : "update",
          subject: `file ${path}`,
          before: before,
          after: after,
          reason: reason,
          probe: probe,
          act: () => wanted === null ? (0, promises_.rm)(target) : replaceFile(target, wanted)
        };
      }
    }
    function contentDigest(content) {
      return content === null ? null : `sha256:${(0, external_node_crypto_.createHash)("sha256").update(content).digest("hex").slice(0, 12)}`;
    }
    async function replaceFile(target, content) {
      await (0, promises_.mkdir)((0, external_node_path_.dirname)(target), {
        recursive: true
      });
      const mode = await (0, promises_.lstat)(target).then(stat => stat.mode & 511, () => 420);
      const beside = `${target}.${(0, external_node_crypto_.randomUUID)()}`;
      await (0, promises_.writeFile)(beside, content, {
        mode: mode
      });
      await (0, promises_.rename)(beside, target);
    }
    async function nearestExisting(path) {
      for (let at = path; ;at = (0, external_node_path_.dirname)(at)) {
        const exists = await (0, promises_.lstat)(at).then(() => true, () => false);
        if (exists || (0, external_node_path_.dirname)(at) === at) return at;
      }
    }
    function inside(root, path) {
      return path === root || path.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep);
    }
    function workspace_escape(path, what) {
      return new UserError(`${what}: “${path}” leaves the workspace.`, {
        advice: "Give a path relative to the root of the checkout, without “..” and not through a symbolic link that leads outside."
      });
    }
    function isCode(error, errno) {
      return error instanceof Error && "code" in error && error.code === errno;
    }
  }
};

var __webpack_module_cache__ = {};

function __nccwpck_require__(moduleId) {
  var cachedModule = __webpack_module_cache__[moduleId];
  if (cachedModule !== void 0) return cachedModule.exports;
  var module = __webpack_module_cache__[moduleId] = {
    exports: {}
  };
  var threw = true;
  try {
    __webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
    threw = false;
  } finally {
    if (threw) delete __webpack_module_cache__[moduleId];
  }
  return module.exports;
}

__nccwpck_require__.m = __webpack_modules__;

if (typeof __nccwpck_require__ !== "undefined") __nccwpck_require__.ab = decodeURIComponent(new URL(".", import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";

(() => {
  var getProto = Object.getPrototypeOf ? obj => Object.getPrototypeOf(obj) : obj => obj.__proto__;
  var leafPrototypes;
  __nccwpck_require__.t = function(value, mode) {
    if (mode & 1) value = this(value);
    if (mode & 8) return value;
    if (typeof value === "object" && value) {
      if (mode & 4 && value.__esModule) return value;
      if (mode & 16 && typeof value.then === "function") return value;
    }
    var ns = Object.create(null);
    __nccwpck_require__.r(ns);
    var def = {};
    leafPrototypes = leafPrototypes || [ null, getProto({}), getProto([]), getProto(getProto) ];
    for (var current = mode & 2 && value; typeof current == "object" && !~leafPrototypes.indexOf(current); current = getProto(current)) Object.getOwnPropertyNames(current).forEach(key => def[key] = () => value[key]);
    def["default"] = () => value;
    __nccwpck_require__.d(ns, def);
    return ns;
  };
})();

(() => {
  __nccwpck_require__.d = (exports, definition) => {
    for (var key in definition) if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) Object.defineProperty(exports, key, {
      enumerable: true,
      get: definition[key]
    });
  };
})();

(() => {
  __nccwpck_require__.f = {};
  __nccwpck_require__.e = chunkId => Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
    __nccwpck_require__.f[key](chunkId, promises);
    return promises;
  }, []));
})();

(() => {
  __nccwpck_require__.u = chunkId => chunkId + ".index.js";
})();

(() => {
  __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop);
})();

(() => {
  __nccwpck_require__.r = exports => {
    if (typeof Symbol !== "undefined" && Symbol.toStringTag) Object.defineProperty(exports, Symbol.toStringTag, {
      value: "Module"
    });
    Object.defineProperty(exports, "__esModule", {
      value: true
    });
  };
})();

(() => {
  var installedChunks = {
    792: 0
  };
  var installChunk = data => {
    var {ids: ids, modules: modules, runtime: runtime} = data;
    var moduleId, chunkId, i = 0;
    for (moduleId in modules) if (__nccwpck_require__.o(modules, moduleId)) __nccwpck_require__.m[moduleId] = modules[moduleId];
    if (runtime) runtime(__nccwpck_require__);
    for (;i < ids.length; i++) {
      chunkId = ids[i];
      if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) installedChunks[chunkId][0]();
      installedChunks[ids[i]] = 0;
    }
  };
  __nccwpck_require__.f.j = (chunkId, promises) => {
    var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : void 0;
    if (installedChunkData !== 0) if (installedChunkData) promises.push(installedChunkData[1]); else if (true) {
      var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, e => {
        if (installedChunks[chunkId] !== 0) installedChunks[chunkId] = void 0;
        throw e;
      });
      promise = Promise.race([ promise, new Promise(resolve => installedChunkData = installedChunks[chunkId] = [ resolve ]) ]);
      promises.push(installedChunkData[1] = promise);
    }
  };
})();

var __webpack_exports__ = {};

__nccwpck_require__.d(__webpack_exports__, {
  i: () => main
});

var packages_action = __nccwpck_require__(9247);

var plan = __nccwpck_require__(1380);

const actions = {
  announce: () => Promise.all([ __nccwpck_require__.e(176), __nccwpck_require__.e(562) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 9562)),
  "gen-bundle": () => Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(603), __nccwpck_require__.e(243), __nccwpck_require__.e(937), __nccwpck_require__.e(88), __nccwpck_require__.e(749), __nccwpck_require__.e(674), __nccwpck_require__.e(914), __nccwpck_require__.e(899), __nccwpck_require__.e(962), __nccwpck_require__.e(517), __nccwpck_require__.e(246) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 5865)),
  "open-pull-request": () => Promise.all([ __nccwpck_require__.e(603), __nccwpck_require__.e(914), __nccwpck_require__.e(865) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 1865)),
  "release-components": () => Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(603), __nccwpck_require__.e(243), __nccwpck_require__.e(937), __nccwpck_require__.e(88), __nccwpck_require__.e(749), __nccwpck_require__.e(674), __nccwpck_require__.e(934), __nccwpck_require__.e(914), __nccwpck_require__.e(899), __nccwpck_require__.e(962), __nccwpck_require__.e(688), __nccwpck_require__.e(517), __nccwpck_require__.e(549), __nccwpck_require__.e(176), __nccwpck_require__.e(405) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 3405)),
  "release-plan": () => Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(603), __nccwpck_require__.e(243), __nccwpck_require__.e(937), __nccwpck_require__.e(88), __nccwpck_require__.e(749), __nccwpck_require__.e(674), __nccwpck_require__.e(934), __nccwpck_require__.e(914), __nccwpck_require__.e(899), __nccwpck_require__.e(962), __nccwpck_require__.e(688), __nccwpck_require__.e(517), __nccwpck_require__.e(549), __nccwpck_require__.e(176), __nccwpck_require__.e(774) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 774)),
  "retag-image": () => Promise.all([ __nccwpck_require__.e(88), __nccwpck_require__.e(962), __nccwpck_require__.e(253) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 9716)),
  "semver-tag": () => Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(603), __nccwpck_require__.e(243), __nccwpck_require__.e(937), __nccwpck_require__.e(88), __nccwpck_require__.e(749), __nccwpck_require__.e(674), __nccwpck_require__.e(914), __nccwpck_require__.e(899), __nccwpck_require__.e(801) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 6801)),
  "sync-crds": () => Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(603), __nccwpck_require__.e(934), __nccwpck_require__.e(914), __nccwpck_require__.e(517), __nccwpck_require__.e(549), __nccwpck_require__.e(375) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 2375)),
  "update-image-refs": () => Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(243), __nccwpck_require__.e(937), __nccwpck_require__.e(88), __nccwpck_require__.e(749), __nccwpck_require__.e(674), __nccwpck_require__.e(899), __nccwpck_require__.e(962), __nccwpck_require__.e(688), __nccwpck_require__.e(196) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 4683)),
  "update-support-matrix": () => Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(603), __nccwpck_require__.e(243), __nccwpck_require__.e(937), __nccwpck_require__.e(88), __nccwpck_require__.e(749), __nccwpck_require__.e(674), __nccwpck_require__.e(914), __nccwpck_require__.e(899), __nccwpck_require__.e(688), __nccwpck_require__.e(280) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 3280))
};

async function main(name) {
  const load = actions[name];
  if (load === void 0) throw new Error(`There is no action “${name}”.`);
  const {default: action} = await load();
  await (0, packages_action.Xf)(process.env);
  const cancelled = new AbortController;
  for (const signal of [ "SIGINT", "SIGTERM" ]) process.once(signal, () => cancelled.abort(new plan.yo(`Cancelled (${signal}).`, {
    advice: CANCELLED
  })));
  process.exitCode = await (0, packages_action.Tf)(action, process.env, text => process.stdout.write(text), cancelled.signal);
}

const CANCELLED = "What was done stands and nothing is half done. Run again to go on from there.";

var __webpack_exports__main = __webpack_exports__.i;

export { __webpack_exports__main as main };
