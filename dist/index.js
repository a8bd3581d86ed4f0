import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 7422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yq: () => (/* reexport */ choice),
  QP: () => (/* reexport */ defineAction),
  Jt: () => (/* reexport */ flag),
  p_: () => (/* reexport */ list),
  Tf: () => (/* reexport */ runOnRunner),
  rJ: () => (/* reexport */ secret),
  Qq: () => (/* reexport */ input_text)
});

// UNUSED EXPORTS: Secrets, execute, integer, manifestInput, renderMarkdown, renderSummary, required, tokenInput

// EXTERNAL MODULE: ./build/packages/plan/index.js + 5 modules
var packages_plan = __nccwpck_require__(2024);
;// CONCATENATED MODULE: ./build/packages/action/input.js

/** Text as given, trimmed; the empty string where nothing was given. */
function input_text(details) {
    return { ...details, type: 'string', required: false, secret: false, parse: (given) => given.trim() };
}
/** Text that must be there. */
function required(details) {
    return { ...input_text(details), required: true };
}
/** A credential: never shown, not even in an error about it. */
function secret(details) {
    return { ...input_text(details), secret: true };
}
/** One of a few words. */
function choice(allowed, details) {
    return {
        ...details,
        type: 'enum',
        required: false,
        secret: false,
        allowed,
        parse(given, name) {
            const match = allowed.find((word) => word === given.trim());
            if (match === undefined)
                throw wrong(name, given, allowed.join(', '));
            return match;
        },
    };
}
/** `true` or `false`, exactly (INTERFACE.md). */
function flag(details) {
    return {
        ...details,
        type: 'boolean',
        required: false,
        secret: false,
        parse(given, name) {
            const word = given.trim();
            if (word !== 'true' && word !== 'false')
                throw wrong(name, given, 'true, false');
            return word === 'true';
        },
    };
}
/** A whole number within bounds. */
function integer({ min, max, ...details }) {
    return {
        ...details,
        type: 'integer',
        required: false,
        secret: false,
        parse(given, name) {
            const value = /^-?\d+$/.test(given.trim()) ? Number(given) : Number.NaN;
            if (!(value >= min && value <= max))
                throw wrong(name, given, `a whole number from ${min} to ${max}`);
            return value;
        },
    };
}
/**
 * One item a line; blank lines and `# comments` are ignored. `commas` also separates at commas, for lists whose items
 * cannot hold one (INTERFACE.md).
 */
function list(details) {
    const { commas = false, ...rest } = details;
    return {
        ...rest,
        type: 'list',
        separator: '\\n',
        required: false,
        secret: false,
        parse: (given) => given
            .split(/\r?\n/)
            .filter((line) => !line.trimStart().startsWith('#'))
            .flatMap((line) => (commas ? line.split(',') : [line]))
            .map((item) => item.trim())
            .filter((item) => item !== ''),
    };
}
function wrong(name, given, allowed) {
    return new packages_plan/* UserError */.yo(`Input “${name}” is “${given.trim()}”; allowed: ${allowed}.`, {
        advice: `Correct “${name}” in the workflow step.`,
    });
}
function parseInputs(inputs, texts) {
    return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [
        name,
        input.parse(textOf(name, input, texts), name),
    ]));
}
/** The text that counts: what was given, else the default. A default that only the runner can resolve counts as empty. */
function textOf(name, input, texts) {
    const given = texts.get(name) ?? '';
    if (given.trim() !== '')
        return given;
    if (input.required) {
        throw new packages_plan/* UserError */.yo(`Input “${name}” is missing. ${input.description}`, {
            advice: `Add “${name}:” to the step${input.example === undefined ? '.' : `, for example “${name}: ${input.example}”.`}`,
        });
    }
    const standing = input.default ?? '';
    return standing.includes('${{') ? '' : standing;
}
/** The input that every action that talks to GitHub has (INTERFACE.md). */
const tokenInput = (needs) => secret({ description: `Token for GitHub's API. Needs ${needs}.`, default: '${{ github.token }}' });
/** The input that every action that knows components has (INTERFACE.md). */
const manifestInput = () => input_text({
    description: 'The `release-train.yaml`, relative to the root of the checkout. Default: `release-train.yaml`, then `.github/release-train.yaml`.',
});

;// CONCATENATED MODULE: ./build/packages/action/definition.js

const COMMON_OUTPUTS = {
    changed: '`true` when something was changed, or in a dry run would be.',
    plan: 'JSON array of `{action, subject, before, after, reason}`, in the order applied.',
};
/**
 * Declares an action once: action.yml, the README's tables, action-types.yml and the parser of its inputs all come from
 * here (DESIGN.md, "One action, one source of truth"). Every action also has the input `dry-run` and the outputs
 * `changed` and `plan`, which are not declared again.
 */
function defineAction(spec) {
    const inputs = {
        ...spec.inputs,
        'dry-run': flag({ description: 'Plan and report, and write nothing anywhere.', default: 'false' }),
    };
    return {
        name: spec.name,
        title: spec.title,
        description: spec.description,
        branding: spec.branding,
        permissions: spec.permissions,
        inputs,
        outputs: { ...spec.outputs, ...COMMON_OUTPUTS },
        decide: (texts, context) => spec.plan(parseInputs(spec.inputs, texts), context),
    };
}

;// CONCATENATED MODULE: ./build/packages/action/run.js


/**
 * The one way every action walks: inputs, observe, plan, apply, report. A dry run stops after the plan and tells the same.
 *
 * @throws ReportedError for what the caller or a service must mend; anything else is a defect.
 */
async function execute(action, texts, context, options = {}) {
    for (const [name, input] of Object.entries(action.inputs))
        if (input.secret)
            context.log.mask(texts.get(name) ?? '');
    const dryRun = parseInputs(action.inputs, texts)['dry-run'] === true;
    const decision = await action.decide(texts, context);
    const plan = (0,packages_plan/* describePlan */.df)(decision.changes);
    options.onPlan?.(plan, dryRun);
    let applied = 0;
    if (!dryRun && decision.refusal === undefined) {
        await (0,packages_plan/* apply */.Bb)(decision.changes, {
            signal: context.signal,
            ...(options.sleep !== undefined && { sleep: options.sleep }),
            onChange(change, outcome) {
                if (outcome === 'applied')
                    applied += 1;
                options.onChange?.(change, outcome);
            },
        });
    }
    const changed = decision.refusal === undefined && (dryRun ? plan.length > 0 : applied > 0);
    return {
        dryRun,
        changed,
        plan,
        outputs: textOutputs(action, { ...decision.outputs(), changed, plan }),
        findings: decision.findings ?? [],
        report: decision.report(),
        ...(decision.refusal !== undefined && { refusal: decision.refusal }),
    };
}
function textOutputs(action, values) {
    return Object.fromEntries(Object.keys(action.outputs).map((name) => {
        const value = values[name] ?? '';
        return [name, typeof value === 'string' ? value : JSON.stringify(value)];
    }));
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./build/packages/action/commands.js



/**
 * The runner's protocol: workflow commands on standard output, and files named in the environment.
 *
 * Source: docs.github.com, "Workflow commands for GitHub Actions". @actions/core speaks the same; we do not load it because
 * its OIDC client drags an HTTP stack of 800 KB into every start (docs/dependencies.md). A test holds our bytes to its bytes.
 */
function command(name, properties, message) {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '');
    const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
    return `::${name}${list === '' ? '' : ` ${list}`}::${escapeData(message)}`;
}
/** An annotation on a file and line, or on the run where there is no file. */
function annotation(finding) {
    const level = finding.severity === 'info' ? 'notice' : finding.severity;
    const { file, line, column, rule } = finding;
    return command(level, { title: rule, file, line, col: column }, [finding.message, finding.advice].filter(Boolean).join('\n'));
}
/** Appends an output to the file that the runner reads. Without such a file (a laptop) there is nobody to tell. */
function writeOutput(file, name, value) {
    if (file === undefined || file === '')
        return;
    // A delimiter that depends on the value cannot occur in it, and the same value gives the same bytes.
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.createHash)('sha256').update(value).digest('hex')}`;
    (0,external_node_fs_namespaceObject.appendFileSync)(file, `${name}<<${delimiter}${external_node_os_namespaceObject.EOL}${value}${external_node_os_namespaceObject.EOL}${delimiter}${external_node_os_namespaceObject.EOL}`);
}
/** Text from outside must not be able to speak to the runner: a line that would be a command is shown behind a bar. */
function defuse(text) {
    return text
        .split(/\r\n|\n|\r/)
        .map((line) => (/^\s*(?:::|##\[)/.test(line) ? `| ${line}` : line))
        .join('\n');
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./build/packages/action/markdown.js
/** GitHub refuses a step summary above this and then shows none at all, so we stop below it. */
const SUMMARY_LIMIT = 1024 * 1024;
const NOTE = '\n> The rest was cut: a job summary holds 1 MiB. Everything is in the outputs of this step.\n';
/** A report as GitHub Markdown. Text is escaped; what was written by hostile hands stays text. */
function renderMarkdown(report) {
    return report.map(renderBlock).join('\n');
}
/** A report as Markdown of at most `limit` bytes, cut between blocks, table rows or folded parts, with a note where it was cut. */
function renderSummary(report, limit = SUMMARY_LIMIT) {
    const whole = renderMarkdown(report);
    if (Buffer.byteLength(whole) <= limit)
        return whole;
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
        if (part !== null)
            kept.push(part);
        break;
    }
    return kept;
}
function shorten(block, budget) {
    if (block.kind === 'details') {
        const frame = Buffer.byteLength(renderBlock({ ...block, blocks: [] })) + 2;
        return budget <= frame ? null : { ...block, blocks: fit(block.blocks, budget - frame) };
    }
    if (block.kind !== 'table')
        return null;
    let left = budget - Buffer.byteLength(renderBlock({ ...block, rows: [] })) - 1;
    const rows = block.rows.filter((row) => (left -= Buffer.byteLength(renderRow(row)) + 1) >= 0);
    return rows.length === 0 ? null : { ...block, rows };
}
function renderBlock(block) {
    switch (block.kind) {
        case 'heading':
            return `${'#'.repeat(block.level ?? 3)} ${renderInline(block.text)}\n`;
        case 'paragraph':
            return `${renderInline(block.text)}\n`;
        case 'list':
            return block.items.map((item) => `- ${renderInline(item)}\n`).join('');
        case 'table':
            return [renderRow(block.head), `|${' --- |'.repeat(block.head.length)}`, ...block.rows.map(renderRow), ''].join('\n');
        case 'code':
            return fence(block.text, block.language ?? '');
        case 'mermaid':
            return fence(block.text, 'mermaid');
        case 'details':
            return `<details><summary>${summaryText(block.summary)}</summary>\n\n${block.blocks.map(renderBlock).join('\n')}\n</details>\n`;
        case 'markdown':
            return block.text.endsWith('\n') ? block.text : `${block.text}\n`;
    }
}
function renderRow(cells) {
    return `| ${cells.map((cell) => renderInline(cell).replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`;
}
function renderInline(inline) {
    if (typeof inline === 'string')
        return escapeText(inline);
    if ('code' in inline)
        return codeSpan(inline.code);
    if ('link' in inline)
        return /^https?:\/\//.test(inline.href)
            ? `[${escapeText(inline.link)}](${escapeHref(inline.href)})`
            : escapeText(inline.link);
    return inline.map(renderInline).join('');
}
/** `<summary>` is HTML, where Markdown does not reach. */
function summaryText(inline) {
    if (typeof inline === 'string')
        return escapeHtml(inline);
    if ('code' in inline)
        return `<code>${escapeHtml(inline.code)}</code>`;
    if ('link' in inline)
        return escapeHtml(inline.link);
    return inline.map(summaryText).join('');
}
/** Text as Markdown shows it: no character of it is markup. */
function escapeText(text) {
    return text
        .replace(/[\\`*_[\]#~]/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
}
function escapeHtml(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function escapeHref(href) {
    return href.replace(/[()<>\s\\]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));
}
function codeSpan(text) {
    const flat = text.replaceAll(/\s*\r?\n\s*/g, ' ');
    if (flat === '')
        return '';
    const ticks = '`'.repeat(longestRun(flat) + 1);
    const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
    return `${ticks}${pad}${flat}${pad}${ticks}`;
}
function fence(text, language) {
    const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${ticks}${language}\n${text.replace(/\n$/, '')}\n${ticks}\n`;
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

;// CONCATENATED MODULE: ./build/packages/action/secrets.js

/** The secrets of this run, and text without them. */
class Secrets {
    #known = new Set();
    /** Remembers a secret, its lines when it has several, and the forms in which it travels: URL, Basic header, JSON, Markdown. */
    add(secret) {
        for (const part of [secret, ...secret.split(/\r?\n/)]) {
            // A word shorter than this is no secret, and redacting it would make every log unreadable.
            if (part.trim().length < 4)
                continue;
            const forms = [
                part,
                encodeURIComponent(part),
                Buffer.from(part).toString('base64'),
                JSON.stringify(part).slice(1, -1),
                escapeText(part),
            ];
            for (const form of forms)
                this.#known.add(form);
        }
    }
    redact(text) {
        let clean = text;
        // Longest first: a secret that contains another must not leave its rest behind.
        for (const secret of [...this.#known].sort((a, b) => b.length - a.length))
            clean = clean.replaceAll(secret, '***');
        return clean;
    }
}

;// CONCATENATED MODULE: ./build/packages/action/runner.js






/** GitHub shows ten annotations of a level for a step; what goes beyond them is in the summary. */
const ANNOTATIONS_SHOWN = 10;
/**
 * Runs an action as a runner starts it: inputs from `INPUT_*`, outputs and summary into the runner's files, progress and
 * annotations on standard output.
 *
 * @returns the exit code: 0, or 1 when the action failed.
 */
async function runOnRunner(action, environment, write, signal) {
    const secrets = new Secrets();
    const print = (line) => write(`${secrets.redact(line)}\n`);
    const log = runnerLog(print, secrets, environment);
    const context = { environment, workspace: environment['GITHUB_WORKSPACE'] ?? process.cwd(), log, signal };
    const summarise = (report) => {
        const file = environment['GITHUB_STEP_SUMMARY'];
        if (file !== undefined && file !== '')
            (0,external_node_fs_namespaceObject.appendFileSync)(file, secrets.redact(renderSummary(report)));
    };
    const done = [];
    let planned = [];
    try {
        const execution = await execute(action, readInputs(action, environment), context, {
            onPlan(plan, dryRun) {
                planned = plan;
                print(planTitle(plan.length, dryRun));
                for (const change of plan)
                    print(defuse(`  ${changeLine(change)}`));
            },
            onChange(change, outcome) {
                done.push(change.subject);
                print(defuse(`${outcome === 'applied' ? 'Done' : 'Found done'}: ${change.action} ${change.subject}`));
            },
        });
        for (const [name, value] of Object.entries(execution.outputs))
            writeOutput(environment['GITHUB_OUTPUT'], name, secrets.redact(value));
        annotate(execution.findings, print);
        summarise([(0,packages_plan/* heading */.R_)(action.title, 2), ...dryRunNote(execution.dryRun), ...execution.report]);
        if (execution.refusal === undefined)
            return 0;
        print(failureLine(execution.refusal));
        return 1;
    }
    catch (error) {
        print(failureLine(error));
        if (!(error instanceof packages_plan/* ReportedError */.SS))
            print(defuse(error instanceof Error ? (error.stack ?? error.message) : String(error)));
        summarise([(0,packages_plan/* heading */.R_)(action.title, 2), ...failureReport(error, planned, done)]);
        return 1;
    }
}
/** The inputs that the runner set; it spells a name in capitals and keeps its hyphens. */
function readInputs(action, environment) {
    const given = new Map();
    for (const name of Object.keys(action.inputs)) {
        const text = environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
        if (text !== undefined)
            given.set(name, text);
    }
    return given;
}
function runnerLog(print, secrets, environment) {
    return {
        info: (line) => print(defuse(line)),
        debug(line) {
            if (environment['RUNNER_DEBUG'] === '1')
                print(command('debug', {}, line));
        },
        warning: (line) => print(command('warning', {}, line)),
        async group(title, body) {
            print(command('group', {}, title));
            try {
                return await body();
            }
            finally {
                print(command('endgroup', {}, ''));
            }
        },
        mask(secret) {
            if (secret.trim() === '')
                return;
            // Written past the redaction: this is the one line in which the runner must see it, and it shows the line to nobody.
            for (const line of secret.split(/\r?\n/)) {
                if (line.trim() !== '' && secrets.redact(line) === line)
                    print(command('add-mask', {}, line));
            }
            secrets.add(secret);
        },
    };
}
function annotate(findings, print) {
    for (const severity of ['error', 'warning', 'info']) {
        const of = findings.filter((finding) => finding.severity === severity && finding.waived !== true);
        for (const finding of of.slice(0, ANNOTATIONS_SHOWN))
            print(annotation(finding));
        if (of.length > ANNOTATIONS_SHOWN)
            print(`${of.length - ANNOTATIONS_SHOWN} more of level ${severity}: see the job summary.`);
    }
}
function failureLine(error) {
    if (!(error instanceof packages_plan/* ReportedError */.SS)) {
        const message = error instanceof Error ? error.message : String(error);
        return command('error', { title: 'Defect' }, `${message}\nThis is a defect of the action, not of your workflow: please report it with the lines below.`);
    }
    const { file, line, column } = error.place;
    return command('error', { file, line, col: column }, [error.message, error.advice].filter(Boolean).join('\n'));
}
function failureReport(error, planned, done) {
    const message = error instanceof Error ? error.message : String(error);
    const advice = error instanceof packages_plan/* ReportedError */.SS
        ? error.advice
        : 'This is a defect of the action: please report it with the log of this step.';
    const rows = planned.map((change) => [
        done.includes(change.subject) ? 'done' : 'not done',
        change.action,
        change.subject,
    ]);
    return [
        (0,packages_plan/* paragraph */.FY)('❌ ', message),
        ...(advice === undefined ? [] : [(0,packages_plan/* paragraph */.FY)(advice)]),
        ...(rows.length === 0 ? [(0,packages_plan/* paragraph */.FY)('Nothing was changed.')] : [(0,packages_plan/* table */.tp)(['', 'change', 'subject'], rows)]),
    ];
}
function planTitle(count, dryRun) {
    if (count === 0)
        return 'Nothing to change.';
    return `${count} ${count === 1 ? 'change' : 'changes'}${dryRun ? ' (dry run: none is applied)' : ''}:`;
}
function changeLine({ action, subject, before, after, reason }) {
    return runner_shorten(`${action} ${subject}: ${before ?? 'absent'} -> ${after ?? 'absent'} (${reason})`);
}
/** Digests and commits by their first twelve digits, as people compare them; the outputs have them whole. */
function runner_shorten(line) {
    return line.replaceAll(/\b([0-9a-f]{12})[0-9a-f]{28,}\b/g, '$1');
}
function dryRunNote(dryRun) {
    return dryRun ? [(0,packages_plan/* paragraph */.FY)('Dry run: this is what would be done; nothing was written. ', (0,packages_plan/* code */.aY)('dry-run: true'))] : [];
}

;// CONCATENATED MODULE: ./build/packages/action/index.js








/***/ }),

/***/ 2024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  SS: () => (/* reexport */ ReportedError),
  _7: () => (/* reexport */ ServiceError),
  yo: () => (/* reexport */ errors_UserError),
  Bb: () => (/* reexport */ apply),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  df: () => (/* reexport */ describePlan),
  zH: () => (/* reexport */ details),
  R_: () => (/* reexport */ heading),
  FY: () => (/* reexport */ paragraph),
  tp: () => (/* reexport */ table)
});

// UNUSED EXPORTS: Workspace, contentDigest, link, list, markdown, mermaid

;// CONCATENATED MODULE: ./build/packages/plan/errors.js
/**
 * An error whose message is all that a person needs: it is shown without a stack. Everything else that is thrown is a
 * defect of ours and is shown with one.
 */
class ReportedError extends Error {
    advice;
    place;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = new.target.name;
        this.advice = details.advice;
        this.place = {
            ...(details.file !== undefined && { file: details.file }),
            ...(details.line !== undefined && { line: details.line }),
            ...(details.column !== undefined && { column: details.column }),
        };
    }
}
/** The caller's to mend: an input, a manifest, a file, a permission, a state of the world that forbids the change. */
class errors_UserError extends ReportedError {
}
/** A service's to mend, or time's: it failed, contradicted itself or could not be reached within the retries. */
class ServiceError extends ReportedError {
}

;// CONCATENATED MODULE: ./build/packages/plan/apply.js

/** How long to wait before looking again at something that was written and does not show yet, in milliseconds. */
const SETTLING = [250, 1000, 3000];
/**
 * Applies changes in order, each by probe, act, verify. A change that is found made is left alone, so a run that was
 * killed anywhere is finished by running again.
 *
 * @throws UserError when the subject is neither as planned nor as wanted: somebody else moved it since the plan was made.
 * @throws ServiceError when what was written does not read back.
 */
async function apply(changes, options = {}) {
    for (const change of changes) {
        options.signal?.throwIfAborted();
        const found = await change.probe();
        if (found === change.after) {
            options.onChange?.(change, 'already');
            continue;
        }
        if (found !== change.before) {
            throw new errors_UserError(`${change.subject} was ${shown(change.before)} when this run planned to ${change.action} it; now it is ${shown(found)}.`, { advice: 'Somebody else changed it in between. Nothing was overwritten; look at it and run again.' });
        }
        await change.act();
        await verify(change, options);
        options.onChange?.(change, 'applied');
    }
}
async function verify(change, options) {
    const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    let found = await change.probe();
    for (const pause of SETTLING) {
        if (found === change.after)
            return;
        await sleep(pause);
        options.signal?.throwIfAborted();
        found = await change.probe();
    }
    if (found === change.after)
        return;
    throw new ServiceError(`${change.subject} was written as ${shown(change.after)} and reads back as ${shown(found)}.`, {
        advice: 'The service accepted the change and does not show it. Look at it before running again.',
    });
}
function shown(state) {
    return state === null ? 'absent' : `“${state}”`;
}

;// CONCATENATED MODULE: ./build/packages/plan/change.js
/** The changes as values, in the order in which they are applied. */
function describePlan(changes) {
    return changes.map(({ action, subject, before, after, reason }) => ({ action, subject, before, after, reason }));
}

;// CONCATENATED MODULE: ./build/packages/plan/report.js
const heading = (text, level = 3) => ({ kind: 'heading', text, level });
const paragraph = (...text) => ({ kind: 'paragraph', text });
const list = (items) => ({ kind: 'list', items });
const table = (head, rows) => ({
    kind: 'table',
    head,
    rows,
});
const details = (summary, blocks) => ({ kind: 'details', summary, blocks });
const codeBlock = (text, language) => language === undefined ? { kind: 'code', text } : { kind: 'code', text, language };
const mermaid = (text) => ({ kind: 'mermaid', text });
const markdown = (text) => ({ kind: 'markdown', text });
const code = (text) => ({ code: text });
const report_link = (text, href) => ({ link: text, href });

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/packages/plan/workspace.js




/**
 * The files of one checkout, and nothing outside it. Paths are relative to its root with forward slashes, on every
 * platform; a path that leaves it (`..`, absolute, through a symbolic link) is refused before anything is read.
 */
class Workspace {
    root;
    constructor(root) {
        this.root = resolve(root);
    }
    /** @throws UserError naming `what` (an input or a file) when the path leaves the workspace. */
    async locate(path, what) {
        const target = resolve(this.root, path);
        if (isAbsolute(path) || /^[A-Za-z]:/.test(path) || path.includes('\0') || !inside(this.root, target))
            throw workspace_escape(path, what);
        const real = await realpath(await nearestExisting(target));
        if (!inside(await realpath(this.root), real))
            throw workspace_escape(path, what);
        return target;
    }
    /** The file's bytes, or null where there is none. @throws UserError as `locate` does, and for a directory. */
    async read(path, what = 'path') {
        const target = await this.locate(path, what);
        try {
            return await readFile(target);
        }
        catch (error) {
            if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR'))
                return null;
            if (isCode(error, 'EISDIR'))
                throw new UserError(`${what}: “${path}” is a directory; a file was expected.`);
            throw error;
        }
    }
    /** All files under a directory, sorted, symbolic links and `.git` left out. Empty where there is no directory. */
    async list(directory, what = 'path') {
        const start = await this.locate(directory, what);
        const found = [];
        const walk = async (at) => {
            const entries = await readdir(at, { withFileTypes: true }).catch((error) => {
                if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR'))
                    return [];
                throw error;
            });
            for (const entry of entries) {
                if (entry.isDirectory() && entry.name !== '.git')
                    await walk(join(at, entry.name));
                else if (entry.isFile())
                    found.push(relative(this.root, join(at, entry.name)).split(sep).join('/'));
            }
        };
        await walk(start);
        return found.sort();
    }
    /** The change that makes a file hold `content`, or removes it (`null`); null where it does already. */
    async change(path, content, reason) {
        const target = await this.locate(path, 'file');
        const probe = async () => contentDigest(await this.read(path));
        const wanted = typeof content === 'string' ? Buffer.from(content) : content;
        const [before, after] = [await probe(), contentDigest(wanted)];
        if (before === after)
            return null;
        return {
            action: before === null ? 'create' : after === null ? 'delete' : 'update',
            subject: `file ${path}`,
            before,
            after,
            reason,
            probe,
            act: () => (wanted === null ? rm(target) : replaceFile(target, wanted)),
        };
    }
}
/** Names content in plans: `sha256:` and twelve digits, enough to tell two states of a file apart. */
function contentDigest(content) {
    return content === null ? null : `sha256:${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
}
/** Written beside the target and renamed, so that a crash leaves the old file or the new one, never half of one. */
async function replaceFile(target, content) {
    await mkdir(dirname(target), { recursive: true });
    const mode = await lstat(target).then((stat) => stat.mode & 0o777, () => 0o644);
    const beside = `${target}.${randomUUID()}`;
    await writeFile(beside, content, { mode });
    await rename(beside, target);
}
async function nearestExisting(path) {
    for (let at = path;; at = dirname(at)) {
        const exists = await lstat(at).then(() => true, () => false);
        if (exists || dirname(at) === at)
            return at;
    }
}
function inside(root, path) {
    return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
function workspace_escape(path, what) {
    return new UserError(`${what}: “${path}” leaves the workspace.`, {
        advice: 'Give a path relative to the root of the checkout, without “..” and not through a symbolic link that leads outside.',
    });
}
function isCode(error, errno) {
    return error instanceof Error && 'code' in error && error.code === errno;
}

;// CONCATENATED MODULE: ./build/packages/plan/index.js







/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/packages/action/index.js + 9 modules
var packages_action = __nccwpck_require__(7422);
;// CONCATENATED MODULE: ./build/actions/index.js
/**
 * Every action of the house by name. An import is dynamic so that a run loads the code of its own action and no other's; the
 * bundler makes a chunk of each.
 */
const actions = {
    'retag-image': () => Promise.all(/* import() */[__nccwpck_require__.e(897), __nccwpck_require__.e(557)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6557)),
};

;// CONCATENATED MODULE: ./build/actions/main.js


/** What each entry in `dist/` calls with its own name. */
async function main(name) {
    const load = actions[name];
    if (load === undefined)
        throw new Error(`There is no action “${name}”.`);
    const { default: action } = await load();
    const cancelled = new AbortController();
    // The runner sends SIGINT, then SIGTERM 7.5 s later, then kills: stop between two changes, never within one.
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => cancelled.abort(new Error(`Cancelled (${signal}).`)));
    process.exitCode = await (0,packages_action/* runOnRunner */.Tf)(action, process.env, (text) => process.stdout.write(text), cancelled.signal);
}

var __webpack_exports__main = __webpack_exports__.i;
export { __webpack_exports__main as main };
