export const id = 557;
export const ids = [557];
export const modules = {

/***/ 6557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ retag_image_action)
});

// EXTERNAL MODULE: ./build/packages/action/index.js + 9 modules
var action = __webpack_require__(7422);
// EXTERNAL MODULE: ./build/packages/plan/index.js + 5 modules
var packages_plan = __webpack_require__(2024);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/packages/registry/digest.js

/** Algorithms registered in the OCI image specification (descriptor.md) that we can compute, with their hex length. */
const HEX_LENGTH = { sha256: 64, sha512: 128 };
/** The name of content: `sha256:` and its hash in lower-case hex. */
function digestOf(content, algorithm = 'sha256') {
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(content).digest('hex')}`;
}
/** Whether the text is a complete digest of an algorithm that we can check. */
function isDigest(text) {
    return algorithmOf(text) !== null;
}
/** The algorithm that a digest names, or null where the text is no digest that we can check. */
function algorithmOf(digest) {
    const [, name, hex = ''] = /^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? [];
    if (name !== 'sha256' && name !== 'sha512')
        return null;
    return hex.length === HEX_LENGTH[name] ? name : null;
}
/** Whether the content is what the digest names; false for a digest that we cannot check. */
function matchesDigest(content, digest) {
    const algorithm = algorithmOf(digest);
    return algorithm !== null && digestOf(content, algorithm) === digest;
}
/** Twelve digits: enough for people to tell digests apart. */
function shortDigest(digest) {
    const [algorithm = '', hex = ''] = digest.split(':', 2);
    return `${algorithm}:${hex.slice(0, 12)}`;
}

;// CONCATENATED MODULE: ./build/packages/registry/json.js

/** A JSON object from the bytes of an answer. @throws ServiceError naming `what` for anything else. */
function parseObject(bytes, what) {
    try {
        const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        if (isObject(value))
            return value;
    }
    catch (error) {
        throw new packages_plan/* ServiceError */._7(`${what} is not JSON.`, { cause: error });
    }
    throw new packages_plan/* ServiceError */._7(`${what} is not a JSON object.`);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/packages/registry/errors.js


/** Longest part of an error body that is read (distribution clients agree on 64 KiB); the rest may be anything. */
const LONGEST_ERROR = 64 * 1024;
/** The errors that a body names; none where it is not of that form (a proxy's page, an empty body). */
function problemsOf(body) {
    try {
        const content = JSON.parse(Buffer.from(body).toString('utf8'));
        const errors = isObject(content) && Array.isArray(content['errors']) ? content['errors'] : [];
        return errors.filter(isObject).map(({ code, message }) => ({ code: oneLine(code), message: oneLine(message) }));
    }
    catch {
        return [];
    }
}
/** Status and what the registry said of it, in one clause. */
function describeAnswer({ status, body }) {
    const problems = problemsOf(body).map(({ code, message }) => [code, message].filter((text) => text !== '').join(': '));
    const text = problems.length > 0 ? problems.join('; ') : oneLine(Buffer.from(body).toString('utf8'));
    return text === '' ? `status ${status}` : `status ${status}, ${text}`;
}
/** Says that an answer was not the one expected: whose fault it is, and what to do. */
function failure(doing, registry, answer) {
    const said = describeAnswer(answer);
    const { status } = answer;
    if (status === 401 || status === 403) {
        return new packages_plan/* UserError */.yo(`${registry} does not allow ${doing} (${said}).`, {
            advice: 'The credentials were accepted as such, or none were found; what they lack is the right. Check who may push there, and which account is used.',
        });
    }
    if (status === 429) {
        return new packages_plan/* ServiceError */._7(`${registry} limits the rate of requests and did not let through ${doing} (${said}).`, {
            advice: 'Run again later; what was done so far stays done.',
        });
    }
    if (status === 409 || problemsOf(answer.body).some(({ code }) => /IMMUTABLE/i.test(code))) {
        return new packages_plan/* UserError */.yo(`${registry} refuses ${doing} (${said}).`, {
            advice: 'The tag is immutable there. Promote under another version, or lift the rule on the registry.',
        });
    }
    return new packages_plan/* ServiceError */._7(`${registry} failed at ${doing} (${said}).`);
}
/** Text of a stranger in a message of ours: one line, printable, short. */
function oneLine(text) {
    if (typeof text !== 'string')
        return '';
    const clean = text.replace(/[\p{C}\s]+/gu, ' ').trim();
    return clean.length > 300 ? `${clean.slice(0, 300)}…` : clean;
}

;// CONCATENATED MODULE: ./build/packages/registry/link.js
/**
 * Path and query of the next page from a header `Link` (RFC 8288); null where there is none. Only the path counts:
 * pages are asked of the registry itself, whatever host the link names.
 */
function nextLink(header) {
    for (const [, target = '', parameters = ''] of (header ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
        if (!/;\s*rel="?next"?/i.test(parameters) || !URL.canParse(target, 'http://registry'))
            continue;
        const { pathname, search } = new URL(target, 'http://registry');
        return pathname + search;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/packages/registry/media-types.js
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const DOCKER_INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const SCHEMA_1 = [
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.docker.distribution.manifest.v1+json',
];
/**
 * What every manifest request accepts. All four, because registries convert what is not asked for (Quay answers a
 * missing type with a schema 1 manifest of linux/amd64); schema 1 last, only so that it can be recognised and refused.
 */
const ACCEPT = [OCI_INDEX, OCI_MANIFEST, DOCKER_INDEX, DOCKER_MANIFEST, ...SCHEMA_1].join(', ');
function isIndex(mediaType) {
    return mediaType === OCI_INDEX || mediaType === DOCKER_INDEX;
}
function isImageManifest(mediaType) {
    return mediaType === OCI_MANIFEST || mediaType === DOCKER_MANIFEST;
}
function isSchema1(mediaType) {
    return SCHEMA_1.includes(mediaType);
}
/** Whether it is any type of manifest that a registry may serve us, wanted or not. */
function isManifest(mediaType) {
    return isIndex(mediaType) || isImageManifest(mediaType) || isSchema1(mediaType);
}
/** A media type without its parameters (`; charset=utf-8`), lower case. */
function bareMediaType(contentType) {
    return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

;// CONCATENATED MODULE: ./build/packages/registry/manifest.js




/**
 * Reads a manifest whose bytes were checked against `digest`.
 *
 * @throws UserError for a schema 1 manifest, which is signed for one tag and cannot be moved to another.
 * @throws ServiceError for anything else that is neither an image nor an index.
 */
function readManifest(bytes, digest, contentType, what) {
    if (isSchema1(contentType)) {
        throw new packages_plan/* UserError */.yo(`${what} is a Docker schema 1 image (${contentType}), a format that registries have given up.`, {
            advice: 'Build and push it again with a present-day tool.',
        });
    }
    const content = parseObject(bytes, what);
    const mediaType = typeof content['mediaType'] === 'string' ? content['mediaType'] : contentType;
    if (isIndex(contentType) !== isIndex(mediaType) || !(isIndex(mediaType) || isImageManifest(mediaType))) {
        throw new packages_plan/* ServiceError */._7(`${what} was served as “${contentType}” and calls itself “${mediaType}”.`, {
            advice: 'An OCI or Docker image manifest or index was expected. Something between here and the registry changes its answers.',
        });
    }
    const config = descriptor(content['config']);
    const manifests = Array.isArray(content['manifests']) ? content['manifests'].map(descriptor) : [];
    return {
        mediaType,
        digest,
        bytes,
        annotations: texts(content['annotations']),
        ...(config !== null && { config }),
        manifests: manifests.filter((entry) => entry !== null),
    };
}
/** The platforms that an index offers; attestations (`unknown/unknown`) are not platforms. Empty for a single image. */
function platformsOf(manifest) {
    return manifest.manifests.flatMap(({ platform }) => platform === undefined || platform.startsWith('unknown/') ? [] : [platform]);
}
function descriptor(value) {
    if (!isObject(value))
        return null;
    const { mediaType, digest, size, platform, artifactType } = value;
    if (typeof mediaType !== 'string' || typeof digest !== 'string' || !isDigest(digest))
        return null;
    const runsOn = platformText(platform);
    return {
        mediaType,
        digest,
        size: typeof size === 'number' ? size : 0,
        ...(runsOn !== null && { platform: runsOn }),
        ...(typeof artifactType === 'string' && { artifactType }),
        annotations: texts(value['annotations']),
    };
}
function platformText(value) {
    if (!isObject(value))
        return null;
    const parts = [value['os'], value['architecture'], value['variant']].filter((part) => typeof part === 'string');
    return parts.length < 2 ? null : parts.join('/');
}
function texts(value) {
    if (!isObject(value))
        return {};
    const entries = Object.entries(value).flatMap(([key, text]) => typeof text === 'string' ? [[key, text]] : []);
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./build/packages/registry/reference.js


const TAG = /^\w[\w.-]{0,127}$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?$/;
/** Longest of name (255), tag (128) and digest (135) together, with their separators. */
const LONGEST = 520;
const DOCKER_HUB = 'docker.io';
/** Whether the text can be a tag (distribution specification, "Pulling manifests"). */
function isTag(text) {
    return TAG.test(text);
}
/**
 * Reads `[HOST[:PORT]/]NAME[:TAG][@DIGEST]` by the grammar of the distribution project. As everywhere, a first part
 * without dot, colon or upper-case letter that is not `localhost` is not a host: `ubuntu` is `docker.io/library/ubuntu`.
 *
 * @throws UserError naming `what` (an input), the part that is wrong and what it must look like.
 */
function parseReference(text, what = 'reference') {
    const wrong = (why) => new packages_plan/* UserError */.yo(`${what}: “${text.slice(0, LONGEST)}” is not an image reference: ${why}.`, {
        advice: 'Write it as HOST/NAME:TAG or HOST/NAME@sha256:…, for example quay.io/project-codeflare/instascale:v0.1.0.',
    });
    if (text === '')
        throw wrong('it is empty');
    if (text.length > LONGEST)
        throw wrong(`it is longer than ${LONGEST} characters`);
    if (text.includes('://'))
        throw wrong('it starts with a URL scheme');
    const [named = '', digest, ...more] = text.split('@');
    if (more.length > 0)
        throw wrong('it has more than one “@”');
    if (digest !== undefined && !isDigest(digest))
        throw wrong(`“${digest}” is not a whole sha256 or sha512 digest`);
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    // `localhost:5000` alone is a name and a tag, as in every other tool.
    const [name, tag] = colon < 0 ? [named, undefined] : [named.slice(0, colon), named.slice(colon + 1)];
    if (tag !== undefined && !isTag(tag))
        throw wrong(`“${tag}” is not a tag (letters, digits, “_”, “.”, “-”; at most 128)`);
    const { registry, repository } = splitName(name);
    if (!HOST.test(registry))
        throw wrong(`“${registry}” is not a registry host`);
    const bad = repository.split('/').find((component) => !PATH_COMPONENT.test(component));
    if (bad !== undefined)
        throw wrong(`“${bad}” is not a part of a repository name (lower case letters, digits, separators)`);
    if (registry.length + 1 + repository.length > 255)
        throw wrong('host and name are longer than 255 characters');
    return { registry, repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}
/** The reference as text, always with its host, so that parsing it gives the same reference. */
function formatReference({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
function sameRepository(one, other) {
    return one.registry === other.registry && one.repository === other.repository;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const isHost = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isHost ? first : DOCKER_HUB;
    const repository = isHost ? name.slice(slash + 1) : name;
    if (registry !== DOCKER_HUB && registry !== 'index.docker.io')
        return { registry, repository };
    return { registry: DOCKER_HUB, repository: repository.includes('/') ? repository : `library/${repository}` };
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
;// CONCATENATED MODULE: ./build/packages/registry/challenge.js
/**
 * Reads the header `WWW-Authenticate`; Bearer before Basic where both are offered, null where neither is.
 *
 * The header is walked once from left to right with sticky patterns, so a hostile one costs no more than its length.
 */
function parseChallenge(header) {
    const offers = readOffers(header ?? '');
    const bearer = offers.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm'));
    if (bearer !== undefined) {
        return {
            scheme: 'bearer',
            realm: bearer.parameters.get('realm') ?? '',
            service: bearer.parameters.get('service') ?? null,
        };
    }
    return offers.some(({ scheme }) => scheme === 'basic') ? { scheme: 'basic' } : null;
}
const SEPARATORS = /[\s,]*/y;
const TOKEN = /[A-Za-z0-9!#$%&'*+.^_`|~-]+/y;
const PARAMETER = /\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/y;
function readOffers(header) {
    const offers = [];
    let at = 0;
    const take = (pattern) => {
        pattern.lastIndex = at;
        const match = pattern.exec(header);
        if (match !== null)
            at = pattern.lastIndex;
        return match;
    };
    while (at < header.length) {
        take(SEPARATORS);
        const word = take(TOKEN)?.[0];
        if (word === undefined)
            return offers;
        const value = take(PARAMETER);
        if (value === null)
            offers.push({ scheme: word.toLowerCase(), parameters: new Map() });
        else
            offers.at(-1)?.parameters.set(word.toLowerCase(), (value[1] ?? value[2] ?? '').replace(/\\(.)/g, '$1'));
    }
    return offers;
}

;// CONCATENATED MODULE: ./build/packages/registry/authorization.js



/** Scopes asked for in one token request: enough for a train, and a URL that every server takes. */
const SCOPES_A_TOKEN = 20;
/**
 * What one registry host is shown. The host is asked without credentials first, unless it is known what it wants; its
 * challenge is answered once, for all repositories that were announced, and from then on each request carries the answer.
 */
class Authorization {
    #options;
    /** Undefined until the host has answered once; null when it wanted nothing. */
    #challenge;
    #firstContact;
    #access = new Map();
    #tokens = new Map();
    /** Headers that were turned away although they should have been good for longer. */
    #rejected = new Set();
    constructor(options) {
        this.#options = options;
    }
    /** Announces what will be needed, so that one token request can ask for all of it. */
    announce(repository, access) {
        if (this.#access.get(repository) !== 'pull,push')
            this.#access.set(repository, access);
    }
    /**
     * Sends a request with what the host wants to see, and once more when it turns out to want something (else): no
     * credentials yet, or a token that ended earlier than it said.
     */
    async send(repository, access, attempt) {
        this.announce(repository, access);
        const arrived = await this.#arrive();
        try {
            const shown = await this.#header(repository);
            const response = await attempt(shown);
            if (response.status !== 401) {
                this.#challenge ??= null;
                return response;
            }
            this.#challenge = parseChallenge(response.headers.get('www-authenticate')) ?? this.#challenge ?? null;
            if (shown !== null)
                this.#rejected.add(shown);
            const next = await this.#header(repository);
            if (next === shown)
                return response;
            await response.body?.cancel();
            return await attempt(next);
        }
        finally {
            arrived();
        }
    }
    /** Lets the first request of a host go alone: the others would only be turned away with it. */
    async #arrive() {
        while (this.#challenge === undefined && this.#firstContact !== undefined)
            await this.#firstContact;
        if (this.#challenge !== undefined)
            return () => { };
        const { promise, resolve } = Promise.withResolvers();
        this.#firstContact = promise;
        return () => {
            this.#firstContact = undefined;
            resolve();
        };
    }
    async #header(repository) {
        const challenge = this.#challenge ?? null;
        if (challenge === null)
            return null;
        const credential = await this.#credential(repository);
        if (challenge.scheme === 'basic') {
            if (credential?.kind !== 'password')
                throw this.#noCredentials(repository);
            return basic(credential);
        }
        if (credential?.kind === 'access')
            return bearer(credential.token);
        return bearer((await this.#token(challenge, repository, credential)).value);
    }
    async #token(challenge, repository, credential) {
        const scopes = await this.#scopes(repository, credential);
        const key = scopes.join(' ');
        const known = this.#tokens.get(key);
        const token = await known;
        if (token !== undefined && this.#options.now() < token.refreshAt && !this.#rejected.has(bearer(token.value)))
            return token;
        // Whoever comes first renews it; the others wait for that.
        const current = this.#tokens.get(key);
        if (current !== undefined && current !== known)
            return current;
        const requested = this.#request(challenge, scopes, credential);
        this.#tokens.set(key, requested);
        requested.catch(() => this.#tokens.delete(key));
        return requested;
    }
    /** The scopes of the repositories that the same credential opens, in the order in which they were announced. */
    async #scopes(repository, credential) {
        const mine = [];
        for (const name of this.#access.keys())
            if (isSame(await this.#credential(name), credential))
                mine.push(name);
        const start = Math.floor(mine.indexOf(repository) / SCOPES_A_TOKEN) * SCOPES_A_TOKEN;
        return mine
            .slice(start, start + SCOPES_A_TOKEN)
            .map((name) => `repository:${name}:${this.#access.get(name) ?? 'pull'}`);
    }
    async #request({ realm, service }, scopes, credential) {
        const { registry, now, onSecret, request } = this.#options;
        const url = this.#realm(realm, credential);
        const parameters = scopes.map((scope) => ['scope', scope]);
        if (service !== null)
            parameters.unshift(['service', service]);
        const asked = now();
        let answer;
        if (credential?.kind === 'identity') {
            const form = new URLSearchParams([
                ['grant_type', 'refresh_token'],
                ['client_id', 'codeflare-actions'],
                ['refresh_token', credential.token],
                ...parameters.filter(([name]) => name !== 'scope'),
                ['scope', scopes.join(' ')],
            ]);
            const headers = { 'content-type': 'application/x-www-form-urlencoded' };
            answer = await request(url, { method: 'POST', headers, body: form.toString() });
        }
        else {
            for (const [name, value] of parameters)
                url.searchParams.append(name, value);
            answer = await request(url, {
                method: 'GET',
                headers: credential?.kind === 'password' ? { authorization: basic(credential) } : {},
            });
        }
        if (answer.status === 401 || answer.status === 403)
            throw this.#refused(credential, answer.problem);
        const { value, lifetime } = readToken(answer.status === 200 ? answer.body : null);
        if (value === null) {
            throw new packages_plan/* ServiceError */._7(`${url.host} gave no token for ${registry}: ${answer.problem}.`);
        }
        onSecret(value);
        // Early enough that a request sent just before still arrives with a living token, however short its life.
        return { value, refreshAt: asked + lifetime - Math.min(lifetime / 5, 15_000) };
    }
    /** Where tokens come from. A registry that is spoken to over TLS cannot make us send a password in the clear. */
    #realm(realm, credential) {
        const { endpoint, registry } = this.#options;
        const url = URL.canParse(realm, endpoint) ? new URL(realm, endpoint) : null;
        const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && endpoint.startsWith('http:'));
        if (url === null || !(isSafe || (url.protocol === 'http:' && credential === null))) {
            throw new packages_plan/* ServiceError */._7(`${registry} names “${realm.slice(0, 200)}” as the place of its tokens.`, {
                advice: 'An https address was expected; no credentials were sent there.',
            });
        }
        return url;
    }
    async #credential(repository) {
        const { credentials, registry, onSecret } = this.#options;
        const credential = await credentials({ registry, repository });
        if (credential !== null)
            onSecret(credential.kind === 'password' ? credential.password : credential.token);
        return credential;
    }
    #noCredentials(repository) {
        const { registry } = this.#options;
        return new packages_plan/* UserError */.yo(`${registry} asks for a user name and password for ${repository}, and none were found.`, {
            advice: `Give the inputs “username” and “password”, or log in to ${registry} in an earlier step.`,
        });
    }
    #refused(credential, problem) {
        const { registry } = this.#options;
        if (credential === null) {
            return new packages_plan/* UserError */.yo(`${registry} gives no token without credentials (${problem}).`, {
                advice: `Give the inputs “username” and “password”, or log in to ${registry} in an earlier step.`,
            });
        }
        const who = credential.kind === 'password' ? `of user “${credential.username}” ` : '';
        return new packages_plan/* UserError */.yo(`${registry} does not accept the credentials ${who}(${problem}).`, {
            advice: 'User name or password is wrong, or the token has ended. A robot account needs its whole name (org+robot on quay.io).',
        });
    }
}
function isSame(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
}
function bearer(token) {
    return `Bearer ${token}`;
}
function basic({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
/** Reads `token` or `access_token`, and `expires_in` in seconds (60 where the server does not say; the token specification's default). */
function readToken(body) {
    let content = null;
    try {
        content = body === null ? null : JSON.parse(Buffer.from(body).toString('utf8'));
    }
    catch {
        // No token then.
    }
    if (!isObject(content))
        return { value: null, lifetime: 0 };
    const value = [content['token'], content['access_token']].find((text) => typeof text === 'string' && text !== '');
    const lifetime = typeof content['expires_in'] === 'number' ? content['expires_in'] : 60;
    return { value: typeof value === 'string' ? value : null, lifetime: Math.max(lifetime, 0) * 1000 };
}

;// CONCATENATED MODULE: ./build/packages/registry/endpoints.js


/** The origin at which a registry host is reached, without a slash at its end. */
function endpointOf(registry, { endpoints, insecure }) {
    const given = endpoints?.get(registry);
    if (given !== undefined)
        return given;
    if (registry === DOCKER_HUB)
        return 'https://registry-1.docker.io';
    return `${insecure?.includes(registry) === true ? 'http' : 'https'}://${registry}`;
}
/**
 * Reads the variable `CODEFLARE_REGISTRY_ENDPOINTS`: `HOST=ORIGIN`, separated by commas.
 *
 * @throws UserError naming the item that is not of that form.
 */
function parseEndpoints(text) {
    const items = (text ?? '').split(',').map((item) => item.trim());
    return new Map(items.filter((item) => item !== '').map(parseEndpoint));
}
function parseEndpoint(item) {
    const [, registry = '', url = ''] = /^([^=\s]+)=(\S+)$/.exec(item) ?? [];
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (registry === '' || parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.pathname !== '/') {
        throw new packages_plan/* UserError */.yo(`CODEFLARE_REGISTRY_ENDPOINTS: “${item}” is not HOST=ORIGIN.`, {
            advice: 'Write it like quay.io=http://127.0.0.1:5001, without a path.',
        });
    }
    return [registry, parsed.origin];
}

;// CONCATENATED MODULE: ./build/packages/registry/connection.js


/** Reads a body up to its limit: what is longer fails when it is wanted, and is cut when it is only an error's text. */
async function readAnswer(response, limit) {
    const { status, headers, body } = response;
    const isGood = status >= 200 && status < 300;
    const most = isGood ? limit : LONGEST_ERROR;
    const chunks = [];
    let length = 0;
    for await (const chunk of body ?? []) {
        chunks.push(chunk);
        length += chunk.length;
        if (length <= most)
            continue;
        if (isGood)
            throw new packages_plan/* UserError */.yo(`The answer of ${new URL(response.url).host} is longer than ${most} bytes; it was not read.`);
        break;
    }
    return { status, headers, body: Buffer.concat(chunks).subarray(0, most) };
}
/**
 * What a failed fetch means, whose `patience` in milliseconds ended it where nothing else did: worth trying again (returned) or not (thrown).
 *
 * @throws UserError for a host that does not exist or does not speak the expected protocol.
 */
function connectionFault(error, host, patience) {
    if (error instanceof packages_plan/* ServiceError */._7 || error instanceof packages_plan/* UserError */.yo)
        throw error;
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    // Whatever fetch throws beside a TypeError is a defect of ours.
    if (!isTimeout && !(error instanceof TypeError))
        throw error;
    const code = rootCode(error);
    if (code === 'ENOTFOUND') {
        throw new packages_plan/* UserError */.yo(`There is no registry at ${host}: its name cannot be resolved.`, {
            advice: 'Check the host in the image reference.',
            cause: error,
        });
    }
    if (/^ERR_SSL|^ERR_TLS|CERT|SELF_SIGNED|UNABLE_TO/.test(code)) {
        throw new packages_plan/* UserError */.yo(`No trusted TLS connection to ${host} (${code}).`, {
            advice: 'For a private certificate set NODE_EXTRA_CA_CERTS; a registry on plain HTTP belongs into “insecure-registries”.',
            cause: error,
        });
    }
    const why = isTimeout ? `no answer within ${patience / 1000} s` : code || 'the connection was cut';
    return new packages_plan/* ServiceError */._7(`${host} cannot be reached (${why}), and trying again did not help.`, { cause: error });
}
function rootCode(error) {
    for (let at = error; at instanceof Error; at = at.cause) {
        if ('code' in at && typeof at.code === 'string')
            return at.code;
        if (at instanceof AggregateError && at.errors.length > 0)
            return rootCode(at.errors[0]);
    }
    return '';
}

;// CONCATENATED MODULE: ./build/packages/registry/retry.js
/** Half a second, a second, two, four: past a rolling restart, short of a release manager's patience. */
const RETRY = { attempts: 5, budget: 120_000, pause: 500, longest: 10_000 };
/** Answers that say “not now”: time-outs, rate limits, and faults of the server's side that pass. */
function isTransient(status) {
    return status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
}
/**
 * Milliseconds to wait before try number `attempt + 1`: what the registry asked for, else growing pauses with full
 * jitter around their mean, so that the jobs of one train do not come back all at once.
 */
function pauseAfter(attempt, asked, random, policy) {
    const mean = Math.min(policy.pause * 2 ** (attempt - 1), policy.longest);
    return Math.round(Math.max(asked ?? 0, mean * (0.5 + random())));
}
/**
 * The header `Retry-After` in milliseconds from `now`: seconds or an HTTP date (RFC 9110 section 10.2.3). Null where
 * there is none or nothing of that form.
 */
function retryAfter(header, now) {
    const text = (header ?? '').trim();
    if (/^\d{1,9}(?:\.\d{1,9})?$/.test(text))
        return Number(text) * 1000;
    if (!/^[A-Z][a-z]{2}/.test(text))
        return null;
    const date = Date.parse(text);
    return Number.isNaN(date) ? null : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./build/packages/registry/transport.js







/** Requests to one registry at a time; more make a CI runner no faster and a registry unhappy. */
const CONCURRENCY = 6;
/** Milliseconds for one try of one request, its body included. */
const PATIENCE = 60_000;
const REDIRECTS = 5;
const LONGEST_WARNING = 4096;
/** HTTP for registries: endpoints, authorization, redirects, retries, concurrency, size limits. Knows no manifests. */
class Transport {
    #options;
    #hosts = new Map();
    #warned = new Set();
    #concealed = new Set();
    constructor(options) {
        this.#options = options;
    }
    /** Announces what will be needed of a repository, so that one token covers it. */
    announce({ registry, repository }, access) {
        this.#host(registry).authorization.announce(repository, access);
    }
    /**
     * Sends the request until it is answered with something that trying again would not change.
     *
     * @throws UserError when the registry cannot be found or its credentials are missing or wrong.
     * @throws ServiceError when it stays unreachable or busy.
     */
    async send(call) {
        const { registry, repository } = call.repository;
        const host = this.#host(registry);
        const path = call.path.startsWith('/') ? call.path : `/v2/${repository}/${call.path}`;
        const url = new URL(path, host.endpoint);
        const isBusy = (answer) => isTransient(answer.status) || call.isTransient?.(answer) === true;
        return host.limit(() => this.#retrying(registry, isBusy, async (signal) => {
            const request = {
                method: call.method,
                headers: call.headers ?? {},
                ...(call.body && { body: call.body }),
            };
            const response = await host.authorization.send(repository, call.access, (header) => this.#fetch(url, header === null ? request : { ...request, headers: { ...request.headers, authorization: header } }, signal));
            this.#warn(registry, response.headers.get('warning'));
            return readAnswer(response, call.limit ?? LONGEST_ERROR);
        }));
    }
    #host(registry) {
        const known = this.#hosts.get(registry);
        if (known !== undefined)
            return known;
        const { credentials, now = Date.now } = this.#options;
        const endpoint = endpointOf(registry, this.#options);
        const authorization = new Authorization({
            registry,
            endpoint,
            credentials,
            now,
            onSecret: (secret) => this.#conceal(secret),
            request: async (url, request) => {
                const answer = await this.#retrying(url.host, ({ status }) => isTransient(status), async (signal) => readAnswer(await fetch(url.href, { ...request, redirect: 'manual', signal }), LONGEST_ERROR));
                return { ...answer, problem: answer.status === 200 ? 'an answer without a token' : describeAnswer(answer) };
            },
        });
        const host = { endpoint, authorization, limit: (0,p_limit/* default */.A)(CONCURRENCY) };
        this.#hosts.set(registry, host);
        return host;
    }
    async #retrying(name, isBusy, attempt) {
        const { retry = RETRY, random = Math.random, now = Date.now, signal } = this.#options;
        const sleep = this.#options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
        let waited = 0;
        for (let tries = 1;; tries += 1) {
            signal?.throwIfAborted();
            const patience = AbortSignal.timeout(PATIENCE);
            const outcome = await attempt(signal === undefined ? patience : AbortSignal.any([signal, patience])).catch((error) => {
                signal?.throwIfAborted();
                return connectionFault(error, name, PATIENCE);
            });
            if (!(outcome instanceof packages_plan/* ServiceError */._7) && !isBusy(outcome))
                return outcome;
            const asked = outcome instanceof packages_plan/* ServiceError */._7 ? null : retryAfter(outcome.headers.get('retry-after'), now());
            const pause = pauseAfter(tries, asked, random, retry);
            if (tries >= retry.attempts || waited + pause > retry.budget) {
                if (!(outcome instanceof packages_plan/* ServiceError */._7))
                    return outcome;
                throw outcome;
            }
            await sleep(pause);
            waited += pause;
        }
    }
    /** Follows redirects itself: credentials stay with the first request, and no redirect leads from TLS into the clear. */
    async #fetch(url, request, signal) {
        let at = url;
        let { headers } = request;
        for (let hops = 0; hops <= REDIRECTS; hops += 1) {
            const response = await fetch(at.href, { ...request, headers, redirect: 'manual', signal });
            const location = response.headers.get('location');
            const moved = [301, 302, 303, 307, 308].includes(response.status);
            if (!moved || location === null)
                return response;
            await response.body?.cancel();
            const next = URL.canParse(location, at.href) ? new URL(location, at) : null;
            const isSafe = next?.protocol === 'https:' || (next?.protocol === 'http:' && at.protocol === 'http:');
            const keepsBody = request.body === undefined || response.status === 307 || response.status === 308;
            if (next === null || !isSafe || !keepsBody) {
                throw new packages_plan/* UserError */.yo(`${url.host} redirects ${request.method} to “${(next?.origin ?? location).slice(0, 200)}”, which is not followed.`);
            }
            at = next;
            headers = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'));
        }
        throw new packages_plan/* ServiceError */._7(`${url.host} redirected more than ${REDIRECTS} times.`);
    }
    #conceal(secret) {
        if (secret === '' || this.#concealed.has(secret))
            return;
        this.#concealed.add(secret);
        this.#options.onSecret?.(secret);
    }
    #warn(registry, header) {
        // RFC 7234 section 5.5, as the distribution specification uses it: `299 - "text"`.
        const text = /^299 - "((?:[^"\\]|\\.)*)"/.exec((header ?? '').slice(0, LONGEST_WARNING))?.[1];
        if (text === undefined || this.#warned.has(`${registry} ${text}`))
            return;
        this.#warned.add(`${registry} ${text}`);
        this.#options.onWarning?.(`${registry}: ${text.replace(/\\(.)/g, '$1').replace(/[\p{C}]+/gu, ' ')}`);
    }
}

;// CONCATENATED MODULE: ./build/packages/registry/client.js









/** The distribution specification expects registries to take 4 MiB; some take more. */
const LARGEST_MANIFEST = 16 * 1024 * 1024;
/** An image's configuration; one of more than this does not describe an image. */
const LARGEST_CONFIG = 4 * 1024 * 1024;
const MOST_PAGES = 1000;
/**
 * A client of the OCI distribution API (v1.1) for the things that a release does: look at tags, read and write manifests
 * byte for byte, list tags and referrers. One instance serves a whole run: tokens and connections are shared.
 */
class RegistryClient {
    #transport;
    constructor(options) {
        this.#transport = new Transport(options);
    }
    /** Announces what will be needed of a repository. Announced together, one token request a registry is enough. */
    announce(repository, access) {
        this.#transport.announce(repository, access);
    }
    /** The digest behind a reference, or null where there is nothing. Costs a HEAD, which Docker Hub does not count as a pull. */
    async head(reference) {
        const answer = await this.#manifest('HEAD', reference);
        if (answer.status === 404)
            return null;
        const digest = namedDigest(answer);
        if (answer.status === 200 && digest !== null) {
            return { digest, mediaType: contentType(answer) };
        }
        // Registries that know no HEAD (405) or do not name the digest: then the content has to say it.
        if (answer.status !== 200 && answer.status !== 405)
            throw this.#failure('to look at', reference, answer);
        const whole = await this.#manifest('GET', reference);
        if (whole.status === 404)
            return null;
        if (whole.status !== 200)
            throw this.#failure('to read', reference, whole);
        return {
            digest: namedDigest(whole) ?? digestOf(whole.body),
            mediaType: contentType(whole),
        };
    }
    /**
     * A manifest with its exact bytes, or null where there is none. The bytes are accepted only when their hash is the
     * digest that was asked for or, for a tag, the one that the registry itself names: in the answer, else in answer to a
     * HEAD. What a proxy altered on its way is never taken for what the tag holds.
     *
     * @throws ServiceError when the registry names no digest, or serves something else under it.
     */
    async get(reference) {
        const what = formatReference(reference);
        const answer = await this.#manifest('GET', reference);
        if (answer.status === 404)
            return null;
        if (answer.status !== 200)
            throw this.#failure('to read', reference, answer);
        const mediaType = contentType(answer);
        const named = reference.digest ?? namedDigest(answer);
        if (named !== null && matchesDigest(answer.body, named))
            return readManifest(answer.body, named, mediaType, what);
        if (reference.digest !== undefined) {
            throw new packages_plan/* ServiceError */._7(`${what} was served with other content: its hash is ${digestOf(answer.body)}.`, {
                advice: 'A proxy or cache on the way changes answers. Nothing was written.',
            });
        }
        const digest = named ?? namedDigest(await this.#manifest('HEAD', reference));
        if (digest === null) {
            throw new packages_plan/* ServiceError */._7(`${reference.registry} does not say which digest ${what} has.`, {
                advice: 'Give the source by its digest (NAME@sha256:…); a body alone is not trusted.',
            });
        }
        const { registry, repository } = reference;
        const manifest = await this.get({ registry, repository, digest });
        if (manifest !== null)
            return manifest;
        throw new packages_plan/* ServiceError */._7(`${registry} says that ${what} is ${digest}, and has no such manifest.`, {
            advice: 'The registry, or a cache before it, contradicts itself. Run again later.',
        });
    }
    /**
     * Points a tag at a manifest that the repository can hold, byte for byte. Success is status 201 with the expected digest
     * and nothing else: quay.io answers `200 Healthcheck requested` when it wrote nothing. Returns whether the registry
     * named the digest; where it did not, look before relying on it.
     *
     * @throws UserError when the tag is immutable or the right to push is missing.
     * @throws ServiceError for every other answer.
     */
    async put(reference, manifest) {
        const what = formatReference(reference);
        const answer = await this.#transport.send({
            method: 'PUT',
            repository: reference,
            access: 'pull,push',
            path: `manifests/${reference.tag}`,
            headers: { 'content-type': manifest.mediaType },
            body: new Uint8Array(manifest.bytes),
            isTransient: ({ status }) => status === 200,
        });
        const named = namedDigest(answer);
        if (answer.status === 201 && named === null)
            return { confirmed: false };
        if (answer.status === 201 && named !== null && matchesDigest(manifest.bytes, named))
            return { confirmed: true };
        if (answer.status === 201) {
            throw new packages_plan/* ServiceError */._7(`${what} was written as ${manifest.digest}, and ${reference.registry} says it now is ${named}.`, {
                advice: 'The registry or something before it changed the manifest. Look at the tag before anybody pulls it.',
            });
        }
        if (answer.status >= 200 && answer.status < 300) {
            throw new packages_plan/* ServiceError */._7(`${reference.registry} answered ${answer.status} to the PUT of ${what}, where the specification allows only 201: the tag was not written.`, {
                advice: 'Something before the registry answers in its place (quay.io: “Healthcheck requested”). Run again later.',
            });
        }
        if (answer.status === 400 || answer.status === 409) {
            // An immutable tag refuses even what it already holds, as it does after a PUT whose answer was lost.
            const found = await this.head(reference);
            if (found !== null && matchesDigest(manifest.bytes, found.digest))
                return { confirmed: true };
        }
        throw this.#failure('to write', reference, answer);
    }
    /** All tags of a repository, in the registry's order; empty where there is no such repository. */
    async tags(repository) {
        const tags = [];
        for await (const page of this.#pages(repository, 'tags/list?n=1000', 'the list of tags')) {
            const listed = Array.isArray(page['tags']) ? page['tags'] : [];
            for (const tag of listed)
                if (typeof tag === 'string')
                    tags.push(tag);
        }
        return tags;
    }
    /**
     * What refers to a manifest (signatures, SBOMs, attestations): from the referrers API, else from the fallback tag that
     * the specification prescribes for registries without it.
     *
     * @throws ServiceError when the fallback tag holds something that is not an index.
     */
    async referrers(repository, digest) {
        const found = [];
        let isOffered = false;
        for await (const page of this.#pages(repository, `referrers/${digest}`, `the referrers of ${digest}`)) {
            isOffered = true;
            const bytes = Buffer.from(JSON.stringify(page));
            found.push(...readManifest(bytes, digestOf(bytes), bareMediaType(String(page['mediaType'])), 'The list of referrers')
                .manifests);
        }
        if (isOffered)
            return found;
        const fallback = { ...repository, tag: fallbackTag(digest) };
        const index = await this.get(fallback);
        if (index === null)
            return [];
        if (!isIndex(index.mediaType)) {
            throw new packages_plan/* ServiceError */._7(`${formatReference(fallback)} should list the referrers of ${digest} and is not an index.`, {
                advice: 'Another tool took the name that the specification keeps for referrers. Look at that tag.',
            });
        }
        return [...index.manifests];
    }
    /**
     * An image's configuration as JSON.
     *
     * @throws ServiceError when it is missing or its hash is wrong.
     */
    async config(repository, { digest }) {
        const what = `Configuration ${digest} of ${formatReference(repository)}`;
        const answer = await this.#transport.send({
            method: 'GET',
            repository,
            access: 'pull',
            path: `blobs/${digest}`,
            limit: LARGEST_CONFIG,
        });
        if (answer.status !== 200)
            throw this.#failure('to read', { ...repository, digest }, answer);
        if (!matchesDigest(answer.body, digest))
            throw new packages_plan/* ServiceError */._7(`${what} was served with other content.`);
        return parseObject(answer.body, what);
    }
    #manifest(method, reference) {
        const name = reference.digest ?? reference.tag;
        if (name === undefined) {
            throw new packages_plan/* UserError */.yo(`${formatReference(reference)} names neither a tag nor a digest.`, {
                advice: 'Say which image is meant: NAME:TAG or NAME@sha256:….',
            });
        }
        return this.#transport.send({
            method,
            repository: reference,
            access: 'pull',
            path: `manifests/${name}`,
            headers: { accept: ACCEPT },
            limit: LARGEST_MANIFEST,
            // Somebody else's page in the registry's place, such as a load balancer's; a registry names type or digest.
            isTransient: (answer) => answer.status === 200 && namedDigest(answer) === null && !isManifest(contentType(answer)),
        });
    }
    /** The pages of a list, following `Link: <…>; rel="next"`; none where the registry answers 404. */
    async *#pages(repository, path, what) {
        const seen = new Set();
        for (let at = path; at !== null;) {
            seen.add(at);
            const answer = await this.#transport.send({
                method: 'GET',
                repository,
                access: 'pull',
                path: at,
                headers: { accept: 'application/json, application/vnd.oci.image.index.v1+json' },
                limit: LARGEST_MANIFEST,
            });
            if (answer.status === 404)
                return;
            const of = `${what} of ${formatReference(repository)}`;
            if (answer.status !== 200)
                throw failure(`to read ${of}`, repository.registry, answer);
            const page = parseObject(answer.body, of);
            yield page;
            at = nextLink(answer.headers.get('link'));
            if (at !== null && (seen.has(at) || seen.size >= MOST_PAGES)) {
                throw new packages_plan/* ServiceError */._7(`${repository.registry} gives ${of} without an end.`);
            }
        }
    }
    #failure(doing, reference, answer) {
        return failure(`${doing} ${formatReference(reference)}`, reference.registry, answer);
    }
}
/** The tag under which a registry without referrers API keeps the list (distribution specification, "Referrers Tag Schema"). */
function fallbackTag(digest) {
    const [algorithm = '', hex = ''] = digest.split(':', 2);
    return `${algorithm.slice(0, 32)}-${hex.slice(0, 64)}`;
}
function contentType({ headers }) {
    return bareMediaType(headers.get('content-type'));
}
function namedDigest({ headers }) {
    const named = headers.get('docker-content-digest')?.trim() ?? '';
    return isDigest(named) ? named : null;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/packages/registry/credentials.js







/**
 * Looks for credentials where the tools that log in put them: inputs, then `REGISTRY_AUTH_FILE`, Docker's `config.json`
 * (`DOCKER_CONFIG`, else `~/.docker`), and podman's `auth.json`. Files are read when first needed, once.
 *
 * @throws UserError for a credentials file that cannot be read as one; its content is never shown.
 * @throws ServiceError when a credential helper fails.
 */
function findCredentials(options) {
    const { given, environment } = options;
    const files = authFiles(environment).map((path) => ({ path, config: once(() => readConfig(path)) }));
    const askHelper = memoized(options.askHelper ?? ((program, server) => runHelper(program, server, environment)));
    return async (repository) => {
        if (given?.registry === repository.registry) {
            return { kind: 'password', username: given.username, password: given.password };
        }
        for (const { path, config } of files) {
            const content = await config();
            const helper = content.helpers.get(repository.registry) ?? content.store;
            if (helper !== null) {
                const server = repository.registry === DOCKER_HUB ? HUB_SERVER : repository.registry;
                const answer = await askHelper(`docker-credential-${helper}`, server);
                const found = readHelperAnswer(answer, helper);
                if (found !== null)
                    return found;
            }
            const entry = bestEntry(content.entries, repository);
            if (entry !== null)
                return readEntry(entry, path);
        }
        return null;
    };
}
/** Under which name Docker's own registry stands in credentials files and helpers. */
const HUB_SERVER = 'https://index.docker.io/v1/';
const HUB_NAMES = new Set(['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);
/**
 * Splits the key of an entry. Hosts are compared whole, never by prefix or suffix: an entry for `quay.io` must not be
 * shown to `quay.io.example.com`, nor one for port 5000 to port 5001.
 */
function splitKey(key) {
    const isUrl = /^https?:\/\//.test(key);
    const [host = '', ...path] = key.replace(/^https?:\/\//, '').split('/');
    // Behind a scheme stands an API path (`/v1/`), not a namespace.
    return { registry: HUB_NAMES.has(host) ? DOCKER_HUB : host, namespace: isUrl ? '' : legacy(path.join('/')) };
}
function legacy(path) {
    return /^v[12]?\/?$/.test(path) ? '' : path.replace(/\/$/, '');
}
function bestEntry(entries, { registry, repository }) {
    const fitting = entries.filter((entry) => entry.registry === registry &&
        (entry.namespace === '' || repository === entry.namespace || repository.startsWith(`${entry.namespace}/`)));
    return fitting.sort((one, other) => other.namespace.length - one.namespace.length)[0] ?? null;
}
function authFiles(environment) {
    const home = environment['HOME'] ?? environment['USERPROFILE'];
    const under = (directory, ...path) => directory === undefined || directory === '' ? [] : [(0,external_node_path_.join)(directory, ...path)];
    const explicit = under(environment['REGISTRY_AUTH_FILE']);
    const docker = environment['DOCKER_CONFIG'] || (home && (0,external_node_path_.join)(home, '.docker'));
    const config = environment['XDG_CONFIG_HOME'] || (home && (0,external_node_path_.join)(home, '.config'));
    return [
        ...explicit,
        ...under(docker, 'config.json'),
        ...under(environment['XDG_RUNTIME_DIR'], 'containers', 'auth.json'),
        ...under(config, 'containers', 'auth.json'),
    ];
}
async function readConfig(path) {
    let content;
    try {
        content = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
            return { entries: [], helpers: new Map(), store: null };
        }
        throw unreadable(path, 'it is not JSON or cannot be read');
    }
    if (!isObject(content))
        throw unreadable(path, 'it is not a JSON object');
    const auths = isObject(content['auths']) ? content['auths'] : {};
    const helpers = isObject(content['credHelpers']) ? content['credHelpers'] : {};
    return {
        entries: Object.entries(auths).flatMap(([key, auth]) => (isObject(auth) ? [{ key, ...splitKey(key), auth }] : [])),
        helpers: new Map(Object.entries(helpers).flatMap(([key, name]) => typeof name === 'string' && name !== '' ? [[splitKey(key).registry, helperName(name, path)]] : [])),
        store: typeof content['credsStore'] === 'string' && content['credsStore'] !== ''
            ? helperName(content['credsStore'], path)
            : null,
    };
}
function helperName(name, path) {
    if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
        return name;
    throw unreadable(path, 'the name of a credential helper in it is not a program name');
}
function readEntry({ auth, key }, path) {
    const text = (name) => (typeof auth[name] === 'string' ? auth[name] : '');
    if (text('identitytoken') !== '')
        return { kind: 'identity', token: text('identitytoken') };
    if (text('registrytoken') !== '')
        return { kind: 'access', token: text('registrytoken') };
    if (text('username') !== '')
        return { kind: 'password', username: text('username'), password: text('password') };
    if (text('auth') === '')
        return null;
    const decoded = Buffer.from(text('auth'), 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    if (colon < 1)
        throw unreadable(path, `the entry “${key}” does not hold “user:password” in base64`);
    // Docker pads with NUL.
    return { kind: 'password', username: decoded.slice(0, colon), password: decoded.slice(colon + 1).replace(/\0+$/, '') };
}
/** The helper protocol's answer: `{ServerURL, Username, Secret}`; the user name `<token>` marks an identity token. */
function readHelperAnswer(answer, helper) {
    if (answer === '')
        return null;
    let content;
    try {
        content = JSON.parse(answer);
    }
    catch {
        content = null;
    }
    if (!isObject(content) || typeof content['Username'] !== 'string' || typeof content['Secret'] !== 'string') {
        throw new packages_plan/* ServiceError */._7(`docker-credential-${helper} answered something that is not a credential.`);
    }
    const { Username: username, Secret: secret } = content;
    return username === '<token>' ? { kind: 'identity', token: secret } : { kind: 'password', username, password: secret };
}
const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** Asks a helper over its standard input; an empty answer where it knows nothing. */
async function runHelper(program, server, environment) {
    const asked = run(program, ['get'], { env: { ...environment }, timeout: 30_000, maxBuffer: 1024 * 1024 });
    // A helper that ends without reading (or is not there at all) closes the pipe; its exit says what happened.
    asked.child.stdin?.on('error', () => { });
    asked.child.stdin?.end(`${server}\n`);
    try {
        return (await asked).stdout;
    }
    catch (error) {
        // Helpers say it on standard output and exit with 1.
        const said = isObject(error) && typeof error['stdout'] === 'string' ? error['stdout'] : '';
        if (/credentials not found/i.test(said))
            return '';
        const missing = isObject(error) && error['code'] === 'ENOENT';
        throw new packages_plan/* ServiceError */._7(missing
            ? `The credential helper ${program} is not installed.`
            : `The credential helper ${program} failed for ${server}.`, { advice: 'A credentials file names it. Install it, or give the inputs “username” and “password”.' });
    }
}
function unreadable(path, why) {
    return new packages_plan/* UserError */.yo(`The credentials file ${path} cannot be used: ${why}.`, {
        file: path,
        advice: 'Log in again, or give the inputs “username” and “password”.',
    });
}
function once(make) {
    let made;
    return () => (made ??= make());
}
function memoized(ask) {
    const answers = new Map();
    return (program, server) => {
        const key = `${program} ${server}`;
        const answer = answers.get(key) ?? ask(program, server);
        answers.set(key, answer);
        return answer;
    };
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./build/packages/registry/version-tag.js

function kindOf(tag, channels) {
    if (versionOf(tag) !== null)
        return 'version';
    return channels.includes(tag) ? 'channel' : 'other';
}
/** The version that a tag (or a label) spells, with or without `v`; null where it is not exactly a semantic version. */
function versionOf(text) {
    return /^v?\d/.test(text) ? semver.parse(text.replace(/^v/, '')) : null;
}
/** Releases before pre-releases, each from the highest down: the order in which a digest's version is looked for. */
function bySearchOrder(one, other) {
    return Number(isPrerelease(one)) - Number(isPrerelease(other)) || semver.rcompare(one, other);
}
function isPrerelease(version) {
    return version.prerelease.length > 0;
}
function isHigher(one, other) {
    return semver.gt(one, other);
}

;// CONCATENATED MODULE: ./build/packages/registry/guard.js


/** Whether the judgement of a move needs to know the versions; if not, the registry is not asked for them. */
function needsVersions({ kind, before, after }, guard) {
    return guard === 'strict' && kind === 'channel' && before !== after;
}
/**
 * Judges one move. A version tag never moves to another digest; a channel tag only moves to a release that is higher than
 * the one it shows, so a hotfix of an older line, a rerun of an old job or a pre-release cannot take it back.
 */
function judge({ tag, kind, before, after, versions }, guard) {
    if (before === after)
        return { kind: 'same' };
    if (guard === 'off' || kind === 'other')
        return { kind: 'moves' };
    if (kind === 'version') {
        if (before === null)
            return { kind: 'moves' };
        return refused(`${tag} is a version and is published as ${before}; it was asked to become ${after}.`, 'A published version never changes. Release this image under the next version; if nobody can have pulled the old one, remove the tag on the registry first.');
    }
    const next = versions.after;
    if (next === null) {
        return refused(`${tag} was asked to move to ${shortDigest(after)}, which no version tag points at and no label names a version of.`, `Release it first: give it a version tag, alone or in the same step before “${tag}”.`);
    }
    if (isPrerelease(next.version)) {
        return refused(`${tag} was asked to move to ${next.version.version} (${next.evidence}), which is a pre-release.`, `“${tag}” only shows releases. Promote the pre-release to a version first.`);
    }
    if (before === null)
        return { kind: 'moves' };
    const now = versions.before;
    if (now === null) {
        return refused(`${tag} points at ${before}, which no version tag points at and no label names a version of: whether ${next.version.version} is newer cannot be told.`, `Give the present image its version tag, or, when you are sure, run this once with “guard: off”.`);
    }
    if (isHigher(next.version, now.version))
        return { kind: 'moves' };
    const [from, to] = [now.version.version, next.version.version];
    return refused(from === to
        ? `${tag} shows ${from} already, as another image: ${before}; it was asked to become ${after}.`
        : `${tag} shows ${from} (${now.evidence}) and was asked to go back to ${to} (${next.evidence}).`, `To take a release back on purpose, run this once with “guard: off”.`);
}
function refused(why, advice) {
    return { kind: 'refused', why, advice };
}

;// CONCATENATED MODULE: ./build/packages/registry/image-version.js


const LABEL = 'org.opencontainers.image.version';
/** Version tags looked at for one digest; the newest come first, so more only means that it has none. */
const MOST_LOOKUPS = 256;
/**
 * Tells which version a digest of one repository is: by the version tags that point at it (releases before pre-releases,
 * the highest counts), and only where there is none by the label `org.opencontainers.image.version`, which an image can
 * have inherited from its base. Never by dates.
 */
class ImageVersions {
    #client;
    #repository;
    #digests = new Map();
    #listed;
    constructor(client, repository) {
        this.#client = client;
        this.#repository = repository;
    }
    /** Takes over what is known anyway (or will be so when this run is done), which saves asking. */
    learn(tag, digest) {
        this.#digests.set(tag, digest);
    }
    async of(digest) {
        const learned = highest(this.#pointingAt(digest));
        if (learned !== null && !isPrerelease(learned.version))
            return learned;
        const candidates = await this.#candidates();
        // One look-up finds the usual case, the release just before; then 2, 4, 8 … together.
        for (let at = 0, size = 1; at < candidates.length && at < MOST_LOOKUPS; at += size, size = Math.min(size * 2, 32)) {
            const some = candidates.slice(at, at + size);
            await Promise.all(some.map((tag) => this.#lookUp(tag)));
            const found = highest(some.filter((tag) => this.#digests.get(tag) === digest));
            if (found !== null)
                return found;
        }
        return learned ?? this.#label(digest);
    }
    #pointingAt(digest) {
        return [...this.#digests].filter(([, known]) => known === digest).map(([tag]) => tag);
    }
    async #candidates() {
        this.#listed ??= this.#client.tags(this.#repository);
        return inOrder(await this.#listed);
    }
    async #lookUp(tag) {
        if (this.#digests.has(tag))
            return;
        this.learn(tag, (await this.#client.head({ ...this.#repository, tag }))?.digest ?? null);
    }
    /** The label of the image, or of the first image that an index lists. */
    async #label(digest) {
        const manifest = await this.#client.get({ ...this.#repository, digest });
        if (manifest === null)
            return null;
        const annotated = claim(manifest.annotations[LABEL]);
        if (annotated !== null)
            return annotated;
        const image = await this.#firstImage(manifest);
        if (image?.config === undefined)
            return null;
        const { config } = await this.#client.config(this.#repository, image.config);
        return isObject(config) && isObject(config['Labels']) ? claim(config['Labels'][LABEL]) : null;
    }
    async #firstImage(manifest) {
        const [first] = manifest.manifests;
        return first === undefined ? manifest : this.#client.get({ ...this.#repository, digest: first.digest });
    }
}
function highest(tags) {
    const [tag] = inOrder(tags);
    const version = tag === undefined ? null : versionOf(tag);
    return version === null ? null : { version, evidence: `tag ${tag}` };
}
function inOrder(tags) {
    return tags
        .flatMap((tag) => {
        const version = versionOf(tag);
        return version === null ? [] : [{ tag, version }];
    })
        .sort((one, other) => bySearchOrder(one.version, other.version))
        .map(({ tag }) => tag);
}
function claim(label) {
    const version = typeof label === 'string' ? versionOf(label) : null;
    return version === null ? null : { version, evidence: `label ${LABEL}` };
}

;// CONCATENATED MODULE: ./build/packages/registry/tag-change.js



/**
 * For how long a look at a tag is as good as another one, in milliseconds. Registries know no conditional PUT (they ignore
 * `If-Match`), so between looking and writing there is always a gap; a second is the size of that gap on a slow day.
 */
const FRESH = 1000;
/** The change that points one tag at one manifest, byte for byte. */
function tagChange(client, move, now) {
    const { target, kind, before, manifest, reason } = move;
    const name = formatReference(target);
    let isWritten = false;
    /** What was seen or confirmed last; serves one probe, and only while it is fresh. */
    let seen = { digest: before, at: move.seenAt };
    return {
        action: before === null ? 'create' : 'move',
        subject: `image tag ${name}`,
        before,
        after: manifest.digest,
        reason,
        async probe() {
            const known = seen;
            seen = null;
            if (known !== null && now() - known.at < FRESH)
                return known.digest;
            const found = (await client.head(target))?.digest ?? null;
            // The same bytes under another algorithm's name are the same image.
            if (found === null || matchesDigest(manifest.bytes, found))
                return found && manifest.digest;
            if (isWritten && found !== before) {
                throw new packages_plan/* UserError */.yo(`${name} was written as ${manifest.digest} and a moment later points at ${found}.`, {
                    advice: 'Another run moved the same tag; that one won. Let only one job at a time move it (“concurrency:”), and look which image should stay.',
                });
            }
            return found;
        },
        async act() {
            const { confirmed } = await client.put(target, manifest);
            isWritten = true;
            // The registry's 201 with the digest is the reading back; a channel tag, which others move too, is looked at again.
            if (confirmed && kind !== 'channel')
                seen = { digest: manifest.digest, at: now() };
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/registry/retag.js






/**
 * Plans the moves of image tags: resolves each source once to a digest, looks at each tag, and lets the guard judge.
 * Writes nothing. One refused tag refuses the whole batch, because half a train is worse than none.
 *
 * @throws UserError when a source does not exist.
 * @throws ServiceError when a registry fails or contradicts itself.
 */
async function planRetag(client, requests, policy, now = Date.now) {
    for (const { source } of requests)
        client.announce(source, 'pull,push');
    const wanted = await Promise.all(requests.map(async ({ source, targets }) => ({ source: await resolve(client, source), targets })));
    const looked = await Promise.all(wanted.flatMap(({ source, targets }) => targets.map((target) => look(client, target, source, policy, now))));
    const seen = looked.sort((one, other) => ORDER[one.kind] - ORDER[other.kind]);
    const versions = await readVersions(client, seen, policy);
    const tags = seen.map((tag, index) => {
        const move = { ...tag, versions: versions[index] ?? UNKNOWN };
        return { ...move, verdict: judge(move, policy.guard) };
    });
    const refusal = refusalOf(tags);
    const moving = refusal === null ? tags.filter(({ verdict }) => verdict.kind === 'moves') : [];
    const changes = moving.map((tag) => {
        const { target, kind, before, seenAt, source } = tag;
        return tagChange(client, { target, kind, before, seenAt, manifest: source.manifest, reason: reasonOf(tag) }, now);
    });
    return { sources: wanted.map(({ source }) => source), tags, changes, refusal };
}
/** Versions first: they are never wrong to have. Channels last: people follow them. */
const ORDER = { version: 0, other: 1, channel: 2 };
const UNKNOWN = { before: null, after: null };
async function resolve(client, reference) {
    const manifest = await client.get(reference);
    if (manifest !== null)
        return { reference, manifest };
    throw new packages_plan/* UserError */.yo(`${formatReference(reference)} does not exist on ${reference.registry}.`, {
        advice: 'Check name and tag of the source; the job that builds it must have pushed it before.',
    });
}
async function look(client, target, source, { channels }, now) {
    const seenAt = now();
    const found = await client.head(target);
    const { tag } = target;
    const after = source.manifest.digest;
    return { target, source, tag, kind: kindOf(tag, channels), before: found?.digest ?? null, after, seenAt };
}
/** Finds the versions that the guard needs; for all other tags nothing is asked. */
async function readVersions(client, tags, { guard }) {
    const repositories = new Map();
    const versionsIn = ({ registry, repository }) => {
        const name = formatReference({ registry, repository });
        const known = repositories.get(name) ?? new ImageVersions(client, { registry, repository });
        repositories.set(name, known);
        return known;
    };
    for (const { target, source, after, before, kind } of tags) {
        const { reference } = source;
        if (reference.tag !== undefined && reference.digest === undefined)
            versionsIn(reference).learn(reference.tag, after);
        // A version tag of this very run is written before any channel tag is.
        if (kind === 'version')
            versionsIn(target).learn(target.tag, before ?? after);
    }
    return Promise.all(tags.map(async (tag) => {
        if (!needsVersions(tag, guard))
            return UNKNOWN;
        const known = versionsIn(tag.target);
        return { before: tag.before === null ? null : await known.of(tag.before), after: await known.of(tag.after) };
    }));
}
function reasonOf({ tag, kind, versions, source }) {
    const [from, to] = [versions.before?.version.version, versions.after?.version.version];
    if (kind === 'channel' && to !== undefined) {
        return from === undefined ? `${tag} starts at ${to}` : `${tag} goes from ${from} to ${to}`;
    }
    return `points at what ${formatReference(source.reference)} holds`;
}
function refusalOf(tags) {
    const refused = tags.flatMap(({ target, verdict }) => (verdict.kind === 'refused' ? [{ target, verdict }] : []));
    const [first] = refused;
    if (first === undefined)
        return null;
    if (refused.length === 1) {
        const { registry, repository } = first.target;
        return new packages_plan/* UserError */.yo(`${formatReference({ registry, repository })}: ${first.verdict.why}`, {
            advice: first.verdict.advice,
        });
    }
    const lines = refused.map(({ target, verdict }) => `- ${formatReference(target)}: ${verdict.why} ${verdict.advice}`);
    return new packages_plan/* UserError */.yo(`${refused.length} of ${tags.length} tags must not move:\n${lines.join('\n')}`, {
        advice: 'Nothing was written, the others neither. Correct these, or leave them away, and run again.',
    });
}

;// CONCATENATED MODULE: ./build/packages/registry/retag-outcome.js




function movementsOf({ tags, refusal }) {
    return tags.map((tag) => {
        const moved = refusal === null && tag.verdict.kind === 'moves';
        return { reference: formatReference(tag.target), before: tag.before, after: moved ? tag.after : tag.before, moved };
    });
}
function displacedBy(plan) {
    return movementsOf(plan).flatMap(({ reference, before, moved }) => moved && before !== null ? [{ reference, digest: before }] : []);
}
/** The tag movements as people read them. */
function reportRetag(plan) {
    const displaced = displacedBy(plan);
    return [
        (0,packages_plan/* table */.tp)(['Image tag', 'Before', 'After', 'What became of it'], plan.tags.map((tag) => [
            (0,packages_plan/* code */.aY)(formatReference(tag.target)),
            digestCell(tag.before),
            digestCell(tag.after),
            fate(tag, plan),
        ])),
        ...describeSources(plan),
        ...(displaced.length === 0
            ? []
            : [
                (0,packages_plan/* details */.zH)('What was displaced, and how to bring it back', [
                    (0,packages_plan/* paragraph */.FY)('As the input ', (0,packages_plan/* code */.aY)('images'), ' of a run with ', (0,packages_plan/* code */.aY)('guard: off'), ':'),
                    (0,packages_plan/* codeBlock */.DV)(displaced.map(({ reference, digest }) => restoreLine(reference, digest)).join('\n')),
                ]),
            ]),
    ];
}
function describeSources({ sources }) {
    const rows = sources.map(({ reference, manifest }) => {
        const platforms = platformsOf(manifest);
        const holds = platforms.length === 0 ? 'a single image' : platforms.join(', ');
        return { name: (0,packages_plan/* code */.aY)(formatReference(reference)), digest: (0,packages_plan/* code */.aY)(manifest.digest), holds };
    });
    const [only, ...others] = rows;
    if (only === undefined)
        return [];
    if (others.length === 0)
        return [(0,packages_plan/* paragraph */.FY)(only.name, ' is ', only.digest, ': ', only.holds, '.')];
    const cells = rows.map(({ name, digest, holds }) => [name, digest, holds]);
    return [(0,packages_plan/* details */.zH)(`The ${rows.length} images`, [(0,packages_plan/* table */.tp)(['Image', 'Digest', 'Platforms'], cells)])];
}
function digestCell(digest) {
    return digest === null ? '—' : (0,packages_plan/* code */.aY)(shortDigest(digest));
}
function fate({ verdict, before }, { refusal }) {
    if (verdict.kind === 'refused')
        return `refused: ${verdict.why}`;
    if (verdict.kind === 'same')
        return 'there already';
    if (refusal !== null)
        return 'left alone, because another was refused';
    return before === null ? 'new' : 'moved';
}
function restoreLine(reference, digest) {
    const colon = reference.lastIndexOf(':');
    return `${reference.slice(0, colon)}@${digest} => ${reference.slice(colon + 1)}`;
}
/** What the outputs say of the image, when the plan is about one and the same; empty texts for several. */
function summarizeSource({ sources, }) {
    const [first, ...others] = sources.map(({ manifest }) => manifest);
    if (first === undefined || others.some(({ digest }) => digest !== first.digest)) {
        return { digest: '', 'media-type': '', platforms: '' };
    }
    return { digest: first.digest, 'media-type': first.mediaType, platforms: platformsOf(first).join(',') };
}

;// CONCATENATED MODULE: ./build/packages/registry/retag-request.js


/**
 * Reads what to move, from one source and its tags or from a batch, and settles what can be settled without a registry:
 * the same tag asked for twice is one request, and for two sources an error.
 *
 * @throws UserError naming the input, the item and what was expected.
 */
function readRequests({ source, tags, images }) {
    if (images.length > 0 && (source !== '' || tags.length > 0)) {
        throw new packages_plan/* UserError */.yo('Input “images” was given together with “source” or “tags”.', {
            advice: 'Use “source” and “tags” for one image, or “images” for several.',
        });
    }
    if (images.length > 0)
        return withoutContradictions(images.map(readImage));
    if (source === '' || tags.length === 0) {
        throw new packages_plan/* UserError */.yo(`Input “${source === '' ? 'source' : 'tags'}” is missing: nothing says what to move${source === '' ? '' : ' where'}.`, {
            advice: 'Give “source” and “tags”, or a batch in “images”.',
        });
    }
    return withoutContradictions([readRequest(source, tags, 'source', 'tags')]);
}
function readImage(line) {
    const [source = '', targets, ...more] = line.split('=>').map((part) => part.trim());
    const tags = (targets ?? '').split(/[\s,]+/).filter((tag) => tag !== '');
    if (source === '' || tags.length === 0 || more.length > 0) {
        throw new packages_plan/* UserError */.yo(`Input “images”: “${line}” is not SOURCE => TAG TAG….`, {
            advice: 'One image a line, for example quay.io/project-codeflare/instascale:v0.1.0 => stable.',
        });
    }
    return readRequest(source, tags, 'images', 'images');
}
function readRequest(text, tags, sourceInput, tagsInput) {
    const source = parseReference(text, `Input “${sourceInput}”`);
    if (source.tag === undefined && source.digest === undefined) {
        throw new packages_plan/* UserError */.yo(`Input “${sourceInput}”: “${text}” names neither a tag nor a digest.`, {
            advice: 'Say which image is meant; “latest” is not assumed.',
        });
    }
    return { source, targets: tags.map((tag) => readTarget(tag, source, `Input “${tagsInput}”`)) };
}
/** A bare tag of the source's repository, or a full reference. */
function readTarget(text, source, what) {
    if (isTag(text))
        return { registry: source.registry, repository: source.repository, tag: text };
    if (!text.includes('/')) {
        throw new packages_plan/* UserError */.yo(`${what}: “${text}” is not a tag: letters, digits, “_”, “.” and “-”, at most 128, not starting with “.” or “-”.`);
    }
    const { tag, digest, ...repository } = parseReference(text, what);
    if (tag === undefined || digest !== undefined) {
        throw new packages_plan/* UserError */.yo(`${what}: “${text}” is not a tag: it must end in “:TAG” and hold no digest.`);
    }
    if (!sameRepository(repository, source)) {
        throw new packages_plan/* UserError */.yo(`${what}: “${text}” is in another repository than its source ${formatReference(source)}.`, {
            advice: 'So far a tag can move within one repository only. Copy the image first, then move the tag there.',
        });
    }
    return { ...repository, tag };
}
function withoutContradictions(requests) {
    const sources = new Map();
    return requests.map(({ source, targets }) => {
        const from = formatReference(source);
        const fresh = targets.filter((target) => {
            const name = formatReference(target);
            const other = sources.get(name);
            if (other !== undefined && other !== from) {
                throw new packages_plan/* UserError */.yo(`${name} is asked to point at two images: ${other} and ${from}.`, {
                    advice: 'Leave one of them away.',
                });
            }
            sources.set(name, from);
            return other === undefined;
        });
        return { source, targets: fresh };
    });
}
/**
 * The credentials of the inputs with the one registry that they are for.
 *
 * @throws UserError when only one of the two was given, or when it cannot be told which registry they belong to.
 */
function credentialsGiven(requests, { username, password }) {
    if (username === '' && password === '')
        return {};
    if (username === '' || password === '') {
        throw new packages_plan/* UserError */.yo(`Input “${username === '' ? 'password' : 'username'}” was given without “${username === '' ? 'username' : 'password'}”.`, {
            advice: 'Give both, or none to use what an earlier step logged in with. An empty secret is often one that the workflow may not read.',
        });
    }
    const registries = [...new Set(requests.map(({ source }) => source.registry))];
    const [registry = ''] = registries;
    if (registries.length > 1) {
        throw new packages_plan/* UserError */.yo(`Inputs “username” and “password” are for one registry; “images” names ${registries.join(' and ')}.`, {
            advice: 'Log in to each registry in an earlier step, and leave “username” and “password” away.',
        });
    }
    return { given: { registry, username, password } };
}

;// CONCATENATED MODULE: ./build/packages/registry/index.js











;// CONCATENATED MODULE: ./build/actions/retag-image/action.js


/* harmony default export */ const retag_image_action = ((0,action/* defineAction */.QP)({
    name: 'retag-image',
    title: 'Move image tags',
    description: 'Points tags of a container image at a digest that was tested: every platform and attestation, byte for byte, without pulling, building or pushing anything. A published version never changes, and stable never goes back.',
    branding: { icon: 'tag', color: 'blue' },
    permissions: {},
    inputs: {
        source: (0,action/* text */.Qq)({
            description: 'The image that the tags shall point at, by tag or by digest.',
            example: 'quay.io/project-codeflare/codeflare-operator:dev',
        }),
        tags: (0,action/* list */.p_)({
            description: "Tags to point at it: bare tags of the source's repository, or full references.",
            example: 'v1.2.0',
            commas: true,
        }),
        images: (0,action/* list */.p_)({
            description: 'Several images at once, instead of `source` and `tags`: `SOURCE => TAG TAG…`, one image a line. Nothing is written when one of them is refused.',
            example: 'quay.io/project-codeflare/instascale:v0.1.0 => stable',
        }),
        username: (0,action/* text */.Qq)({
            description: 'User or robot account of the registry. Default: what an earlier step logged in with (Docker, podman, credential helpers).',
        }),
        password: (0,action/* secret */.rJ)({ description: 'Password or token of that user.' }),
        guard: (0,action/* choice */.Yq)(['strict', 'off'], {
            description: '`strict`: a version tag never moves to another digest, and a channel tag only to a higher release. `off`: every tag moves.',
            default: 'strict',
        }),
        channels: (0,action/* list */.p_)({
            description: 'Tags that show the newest release; the guard lets them only go forward.',
            default: 'stable',
            commas: true,
        }),
        referrers: (0,action/* flag */.Jt)({
            description: 'Take along signatures, SBOMs and attestations. Within one repository, all that is possible so far, they stay attached to the digest either way.',
            default: 'true',
        }),
        'insecure-registries': (0,action/* list */.p_)({
            description: 'Registry hosts that are spoken to over plain HTTP.',
            example: 'localhost:5000',
            commas: true,
        }),
    },
    outputs: {
        digest: 'Digest of the image, when the run is about one; empty for several.',
        'media-type': 'Its media type: an index, or a single image.',
        platforms: 'The platforms of its index, separated by commas (`linux/amd64,linux/arm64`); empty for a single image.',
        tags: 'JSON array of `{reference, before, after, moved}`: every tag that was asked for, with digests or null.',
        displaced: 'JSON array of `{reference, digest}`: what the moved tags pointed at before.',
    },
    async plan(inputs, { environment, log, signal }) {
        const requests = readRequests(inputs);
        const client = new RegistryClient({
            credentials: findCredentials({ environment, ...credentialsGiven(requests, inputs) }),
            endpoints: parseEndpoints(environment['CODEFLARE_REGISTRY_ENDPOINTS']),
            insecure: inputs['insecure-registries'],
            signal,
            onWarning: (line) => log.warning(line),
            onSecret: (value) => log.mask(value),
        });
        const plan = await planRetag(client, requests, inputs);
        return {
            changes: plan.changes,
            ...(plan.refusal !== null && { refusal: plan.refusal }),
            outputs: () => ({ ...summarizeSource(plan), tags: movementsOf(plan), displaced: displacedBy(plan) }),
            report: () => reportRetag(plan),
        };
    },
}));


/***/ })

};
