import crypto from "node:crypto";
import os from "node:os";
import util from "node:util";
import { PassThrough, Transform } from "node:stream";
import net from "node:net";
import { EventEmitter } from "node:events";
import tls from "node:tls";
import dns from "node:dns";
// node_modules/nodemailer/dist/esm/smtp-connection/data-stream.js
const INSERT_LF = Buffer.from("\n");
const INSERT_LF_DOT = Buffer.from("\n.");
const INSERT_CR = Buffer.from("\r");
const INSERT_DOT = Buffer.from(".");
var DataStream = class extends Transform {
	constructor(options) {
		super(options);
		this.options = options || {};
		this.inByteCount = 0;
		this.outByteCount = 0;
		this.lastByte = !1;
	}
	_transform(chunk, encoding, done) {
		let chunks = [];
		let chunklen = 0;
		let i, len, lastPos = 0;
		let buf;
		if (!chunk || !chunk.length) return done();
		typeof chunk == "string" && (chunk = Buffer.from(chunk));
		this.inByteCount += chunk.length;
		for (i = 0, len = chunk.length; i < len; i++) {
			let byte = chunk[i];
			let prev = i ? chunk[i - 1] : this.lastByte;
			let insert = !1;
			prev === 13 && byte !== 10 ? insert = byte === 46 ? INSERT_LF_DOT : INSERT_LF : byte === 10 && prev !== 13 ? insert = INSERT_CR : byte === 46 && (prev === 10 || prev === !1) && (insert = INSERT_DOT);
			if (insert) {
				if (i > lastPos) {
					buf = chunk.slice(lastPos, i);
					chunks.push(buf);
					chunklen += buf.length;
				}
				chunks.push(insert);
				chunklen += insert.length;
				lastPos = i;
			}
		}
		if (chunks.length) {
			if (lastPos < chunk.length) {
				buf = chunk.slice(lastPos);
				chunks.push(buf);
				chunklen += buf.length;
			}
			this.outByteCount += chunklen;
			this.push(Buffer.concat(chunks, chunklen));
		} else {
			this.outByteCount += chunk.length;
			this.push(chunk);
		}
		this.lastByte = chunk[chunk.length - 1];
		done();
	}
	_flush(done) {
		let buf;
		buf = this.lastByte === 10 ? Buffer.from(".\r\n") : this.lastByte === 13 ? Buffer.from("\n.\r\n") : Buffer.from("\r\n.\r\n");
		this.outByteCount += buf.length;
		this.push(buf);
		done();
	}
};
String.fromCharCode;
const isTransientError = (err) => err.responseCode === 421 || err.code === "ECONNECTION" || err.code === "ESOCKET" || err.code === "ETIMEDOUT";
const isPermanentResponseCode = (responseCode) => responseCode >= 500 && responseCode < 600 && responseCode !== 503;
// node_modules/nodemailer/dist/esm/shared/index.js
const DNS_TTL = 3e5;
let lastCacheCleanup = 0;
let networkInterfaces;
let networkInterfacesRead = !1;
const _readNetworkInterfaces = () => {
	if (!networkInterfacesRead) {
		networkInterfacesRead = !0;
		try {
			networkInterfaces = os.networkInterfaces();
		} catch {}
	}
	return networkInterfaces;
};
const isFamilySupported = (family, allowInternal) => {
	let addresses = Object.values(_readNetworkInterfaces() || {}).flat();
	if (!addresses.length) return !0;
	return addresses.filter((i) => !i.internal || allowInternal).some((i) => i.family === "IPv" + family || i.family === family);
};
const resolve = (family, hostname, options, callback) => {
	options ||= {};
	if (!isFamilySupported(family, options.allowInternalNetworkInterfaces)) {
		callback(null, []);
		return null;
	}
	let dnsResolver = dns.Resolver ? new dns.Resolver(options) : dns;
	dnsResolver["resolve" + family](hostname, (err, addresses) => {
		if (err) {
			switch (err.code) {
				case dns.NODATA:
				case dns.NOTFOUND:
				case dns.NOTIMP:
				case dns.SERVFAIL:
				case dns.CONNREFUSED:
				case dns.REFUSED:
				case "EAI_AGAIN": return callback(null, []);
			}
			return callback(err);
		}
		return callback(null, Array.isArray(addresses) ? addresses : [].concat(addresses || []));
	});
	return dns.Resolver ? dnsResolver : null;
};
const dnsCache = new Map();
const formatDNSValue = (value, extra) => {
	if (!value) return Object.assign({}, extra || {});
	let addresses = value.addresses || [];
	let host = addresses.length > 0 ? addresses[Math.floor(Math.random() * addresses.length)] : null;
	return Object.assign({
		host,
		_addresses: addresses
	}, extra || {});
};
const resolveHostname = (options, callback) => {
	options ||= {};
	!options.host && options.servername && (options.host = options.servername);
	if (!options.host || net.isIP(options.host)) {
		let value = { addresses: [options.host] };
		return callback(null, formatDNSValue(value, {
			servername: options.servername || !1,
			cached: !1
		}));
	}
	let host = options.host;
	let servername = options.servername || host;
	let cached;
	if (dnsCache.has(options.host)) {
		cached = dnsCache.get(options.host);
		let now = Date.now();
		if (now - lastCacheCleanup > 3e4) {
			lastCacheCleanup = now;
			for (let [host, entry] of dnsCache.entries()) entry.expires && entry.expires < now && dnsCache.delete(host);
			dnsCache.size > 1e3 && Array.from(dnsCache.keys()).slice(0, 100).forEach((key) => dnsCache.delete(key));
		}
		if (!cached.expires || cached.expires >= now) return callback(null, formatDNSValue(cached.value, {
			servername,
			cached: !0
		}));
	}
	let responded = !1;
	let deadline;
	let respond = (err, result) => {
		if (responded) return;
		responded = !0;
		clearTimeout(deadline);
		callback(err, result);
	};
	let respondCached = (error) => {
		if (!cached) return !1;
		dnsCache.set(host, {
			value: cached.value,
			expires: Date.now() + (options.dnsTtl || DNS_TTL)
		});
		respond(null, formatDNSValue(cached.value, {
			servername,
			cached: !0,
			error
		}));
		return !0;
	};
	let resolvers = [];
	let timeout = Number(options.timeout) || 0;
	timeout > 0 && (deadline = setTimeout(() => {
		for (let resolver of resolvers) typeof resolver.cancel == "function" && resolver.cancel();
		let err = Error("DNS lookup for " + host + " timed out");
		err.code = dns.TIMEOUT;
		respondCached(err) || respond(err);
	}, timeout));
	let ipv4Addresses = [];
	let ipv6Addresses = [];
	let ipv4Error = null;
	let ipv6Error = null;
	let pending = 2;
	let onResolved = () => {
		if (--pending || responded) return;
		let allAddresses = ipv4Addresses.concat(ipv6Addresses);
		if (allAddresses.length) {
			let value = { addresses: allAddresses };
			dnsCache.set(host, {
				value,
				expires: Date.now() + (options.dnsTtl || DNS_TTL)
			});
			return respond(null, formatDNSValue(value, {
				servername,
				cached: !1
			}));
		}
		if (ipv4Error && ipv6Error && respondCached(ipv4Error)) return;
		try {
			dns.lookup(host, { all: !0 }, (err, addresses) => {
				if (err) {
					if (respondCached(err)) return;
					return respond(err);
				}
				let supportedAddresses = addresses ? addresses.filter((addr) => isFamilySupported(addr.family)).map((addr) => addr.address) : [];
				addresses && addresses.length && !supportedAddresses.length && console.warn(`Failed to resolve IPv${addresses[0].family} addresses with current network`);
				if (!supportedAddresses.length && cached) return respond(null, formatDNSValue(cached.value, {
					servername,
					cached: !0
				}));
				let value = { addresses: supportedAddresses.length ? supportedAddresses : [host] };
				dnsCache.set(host, {
					value,
					expires: Date.now() + (options.dnsTtl || DNS_TTL)
				});
				return respond(null, formatDNSValue(value, {
					servername,
					cached: !1
				}));
			});
		} catch (lookupErr) {
			if (respondCached(lookupErr)) return;
			return respond(ipv4Error || ipv6Error || lookupErr);
		}
	};
	for (let family of [4, 6]) {
		let resolver = resolve(family, host, options, (err, addresses) => {
			if (family === 4) {
				ipv4Error = err;
				ipv4Addresses = addresses || [];
			} else {
				ipv6Error = err;
				ipv6Addresses = addresses || [];
			}
			onResolved();
		});
		resolver && resolvers.push(resolver);
	}
};
const _logFunc = (logger, level, defaults, data, message, ...args) => {
	let entry = Object.assign({}, defaults || {}, data || {});
	delete entry.level;
	let logLevel = level;
	typeof logger[logLevel] != "function" && (logLevel = [
		"info",
		"debug",
		"log",
		"trace",
		"warn",
		"error"
	].find((name) => typeof logger[name] == "function"));
	logLevel && logger[logLevel](entry, message, ...args);
};
const getLogger = (options, defaults) => {
	options ||= {};
	let response = {};
	let levels = [
		"trace",
		"debug",
		"info",
		"warn",
		"error",
		"fatal"
	];
	if (!options.logger) {
		levels.forEach((level) => {
			response[level] = () => !1;
		});
		return response;
	}
	let logger = options.logger === !0 ? createDefaultLogger(levels) : options.logger;
	levels.forEach((level) => {
		response[level] = (...args) => {
			let data = typeof args[0] == "string" ? void 0 : args.shift();
			_logFunc(logger, level, defaults, data, ...args);
		};
	});
	return response;
};
const callbackPromise = (resolve, reject) => function(...args) {
	let err = args.shift();
	err ? reject(err) : resolve(...args);
};
const encodeXText = (str) => {
	if (!/[^\x21-\x2A\x2C-\x3C\x3E-\x7E]/.test(str)) return str;
	let buf = Buffer.from(str);
	let result = "";
	for (let i = 0, len = buf.length; i < len; i++) {
		let c = buf[i];
		result += c < 33 || c > 126 || c === 43 || c === 61 ? "+" + (c < 16 ? "0" : "") + c.toString(16).toUpperCase() : String.fromCharCode(c);
	}
	return result;
};
function createDefaultLogger(levels) {
	let levelMaxLen = levels.reduce((max, level) => Math.max(max, level.length), 0);
	let levelNames = new Map();
	levels.forEach((level) => {
		let levelName = level.toUpperCase();
		levelName.length < levelMaxLen && (levelName += " ".repeat(levelMaxLen - levelName.length));
		levelNames.set(level, levelName);
	});
	let print = (level, entry, message, ...args) => {
		let prefix = "";
		if (entry) {
			entry.tnx === "server" ? prefix = "S: " : entry.tnx === "client" && (prefix = "C: ");
			entry.sid && (prefix = "[" + entry.sid + "] " + prefix);
			entry.cid && (prefix = "[#" + entry.cid + "] " + prefix);
		}
		message = util.format(message, ...args);
		message.split(/\r?\n/).forEach((line) => {
			console.log("[%s] %s %s", new Date().toISOString().substr(0, 19).replace(/T/, " "), levelNames.get(level), prefix + line);
		});
	};
	let logger = {};
	levels.forEach((level) => {
		logger[level] = print.bind(null, level);
	});
	return logger;
}
// node_modules/nodemailer/dist/esm/smtp-connection/server-message-id.js
const OUTLOOK_REPLY = /^250 2\.0\.0 OK (<[^<>\s]+\.prod\.outlook\.com>)/i;
const SES_REPLY = /^250 Ok ([0-9a-f]+(?:-[0-9a-f]+)+)$/i;
const AWS_REGION = /^[a-z]{2}(?:-[a-z]+)+-\d+$/;
function sesRegion(host) {
	let labels = host.toLowerCase().replace(/\.$/, "").split(".");
	let domain = labels.slice(-2).join(".");
	if (domain !== "amazonaws.com" && domain !== "awsapps.com") return;
	return labels.slice(0, -2).find((label) => AWS_REGION.test(label));
}
function parseServerMessageId(response, host) {
	let reply = (response || "").toString().trim();
	let outlook = reply.match(OUTLOOK_REPLY);
	if (outlook) return outlook[1];
	let ses = reply.match(SES_REPLY);
	if (ses && host) {
		let region = sesRegion(host);
		if (region) return "<" + ses[1].toLowerCase() + "@" + (region === "us-east-1" ? "email" : region) + ".amazonses.com>";
	}
}
const SOCKET_TIMEOUT = 6e5;
const TEARDOWN_NOOP = () => {};
function shuffle(list) {
	let result = list.slice();
	for (let i = result.length - 1; i > 0; i--) {
		let j = Math.floor(Math.random() * (i + 1));
		[result[i], result[j]] = [result[j], result[i]];
	}
	return result;
}
function timeoutError(message, timeoutType) {
	let err = Error(message);
	err.timeoutType = timeoutType;
	return err;
}
function decodeServerResponse(str) {
	if (!str) return str;
	let utf8 = Buffer.from(str, "binary").toString("utf8");
	return utf8.includes("�") ? str : utf8;
}
function isPartialResponse(str) {
	return isPartialLine(str.slice(str.lastIndexOf("\n") + 1));
}
function isPartialLine(line) {
	return /^\d+-/.test(line);
}
function maskAuthCommand(cmd) {
	let match = (cmd || "").toString().match(/^AUTH\s+[^\s]+/i);
	if (!match) return "/* secret */";
	return match[0].length === cmd.length ? cmd : match[0] + " /* secret */";
}
var SMTPConnection = class extends EventEmitter {
	constructor(options) {
		super(options);
		this.id = crypto.randomBytes(8).toString("base64").replace(/\W/g, "");
		this.stage = "init";
		this.options = options || {};
		this.options.requireTLS && (this.options.ignoreTLS || this.options.opportunisticTLS) && (this.options = Object.assign({}, this.options, {
			ignoreTLS: !1,
			opportunisticTLS: !1
		}));
		this.secureConnection = !!this.options.secure;
		this.alreadySecured = !!this.options.secured;
		this.port = Number(this.options.port) || (this.secureConnection ? 465 : 587);
		this.host = this.options.host || "localhost";
		this.servername = this.options.servername ? this.options.servername : !net.isIP(this.host) && this.host;
		this.allowInternalNetworkInterfaces = this.options.allowInternalNetworkInterfaces || !1;
		this.options.secure === void 0 && this.port === 465 && (this.secureConnection = !0);
		this.name = (this.options.name || this._getHostname()).toString().replace(/[\r\n]+/g, "");
		this.logger = getLogger(this.options, {
			component: this.options.component || "smtp-connection",
			sid: this.id
		});
		this.customAuth = new Map();
		for (let key of Object.keys(this.options.customAuth || {})) {
			let mapKey = (key || "").toString().trim().toUpperCase();
			mapKey && this.customAuth.set(mapKey, this.options.customAuth[key]);
		}
		this.version = "10.6.0";
		this.authenticated = !1;
		this.destroyed = !1;
		this.secure = !!this.secureConnection;
		this._remainder = "";
		this._responseQueue = [];
		this._responsePartial = !1;
		this.lastServerResponse = !1;
		this._socket = !1;
		this._supportedAuth = [];
		this.allowsAuth = !1;
		this._envelope = !1;
		this._supportedExtensions = [];
		this._maxAllowedSize = 0;
		this._responseActions = [];
		this._recipientQueue = [];
		this._phaseTimer = !1;
		this._plaintextEhlo = !1;
		this._destroyed = !1;
		this._closing = !1;
		this._currentDataStream = !1;
		this._pendingSend = !1;
		this._connectCallback = !1;
		this._onSocketData = (chunk) => this._onData(chunk);
		this._onSocketError = (error) => this._onError(error, "ESOCKET", !1, "CONN");
		this._onSocketClose = () => this._onClose();
		this._onSocketEnd = () => this._onEnd();
		this._onSocketTimeout = () => this._onTimeout();
		this._onConnectionSocketError = (err) => this._onError(err, "ESOCKET", !1, "CONN");
	}
	connect(connectCallback) {
		if (this._connectCalled && !this._destroyed) {
			let err = this._formatError("Cannot connect - connect() was already called for this connection", "ECONNECTION", !1, "API");
			if (typeof connectCallback == "function") {
				setImmediate(() => connectCallback(err));
				return;
			}
			this.logger.warn({ tnx: "smtp" }, "%s", err.message);
			return;
		}
		this._connectCalled = !0;
		if (typeof connectCallback == "function") {
			this._connectCallback = connectCallback;
			this.once("connect", () => {
				this._connectCallback = !1;
				this.logger.debug({ tnx: "smtp" }, "SMTP handshake finished");
				connectCallback();
			});
			let isDestroyedMessage = this._isDestroyedMessage("connect");
			if (isDestroyedMessage) return connectCallback(this._formatError(isDestroyedMessage, "ECONNECTION", !1, "CONN"));
		}
		let connectionTimeout = this.options.connectionTimeout || 12e4;
		this._connectionDeadline = (this._connectStartedAt || Date.now()) + connectionTimeout;
		let opts = {
			port: this.port,
			host: this.host,
			allowInternalNetworkInterfaces: this.allowInternalNetworkInterfaces,
			timeout: Math.min(this.options.dnsTimeout || 3e4, connectionTimeout)
		};
		this.options.localAddress && (opts.localAddress = this.options.localAddress);
		if (this.options.connection) {
			this._socket = this.options.connection;
			this._setupConnectionHandlers();
			this.secureConnection && !this.alreadySecured ? setImmediate(() => this._upgradeConnection((err) => {
				if (err) {
					this._onError(Error("Error initiating TLS - " + (err.message || err)), "ETLS", !1, "CONN");
					return;
				}
				this._onConnect();
			})) : setImmediate(() => this._onConnect());
			return;
		} else if (this.options.socket) {
			this._socket = this.options.socket;
			return this._resolveAndConnect(opts, (_resolved) => {
				if (this._destroyed || this._closing) return;
				try {
					this._socket.connect(this.port, this.host, () => {
						if (this.secureConnection && !this.alreadySecured) return this._upgradeConnection((err) => {
							if (err) {
								this._onError(Error("Error initiating TLS - " + (err.message || err)), "ETLS", !1, "CONN");
								return;
							}
							this._onConnect();
						});
						this._onConnect();
					});
					this._setupConnectionHandlers();
				} catch (E) {
					setImmediate(() => this._onError(E, "ECONNECTION", !1, "CONN"));
					return;
				}
			});
		} else {
			if (this.secureConnection) {
				Object.assign(opts, this.options.tls || {});
				this.servername && !opts.servername && (opts.servername = this.servername);
			}
			return this._resolveAndConnect(opts, (resolved) => {
				let addresses = resolved._addresses || [];
				if (opts.localAddress) {
					let localFamily = net.isIPv6(opts.localAddress) ? 6 : 4;
					let sameFamily = addresses.filter((addr) => net.isIP(addr) === localFamily);
					addresses = sameFamily.length ? sameFamily : addresses;
				}
				if (addresses.length > 1) {
					let ipv6 = addresses.filter((addr) => net.isIPv6(addr));
					let ipv4 = addresses.filter((addr) => !net.isIPv6(addr));
					let ordered = shuffle(ipv6).concat(shuffle(ipv4));
					opts.host = this.host;
					opts.autoSelectFamily = !0;
					if (!ipv6.length || !ipv4.length) {
						let remaining = this._connectionDeadline - Date.now();
						opts.autoSelectFamilyAttemptTimeout = Math.max(Math.floor(remaining / ordered.length), 10);
					}
					opts.lookup = ((hostname, lookupOptions, callback) => {
						if (lookupOptions && lookupOptions.all) {
							let all = ordered.map((address) => ({
								address,
								family: net.isIPv6(address) ? 6 : 4
							}));
							return setImmediate(() => callback(null, all));
						}
						setImmediate(() => callback(null, ordered[0], net.isIPv6(ordered[0]) ? 6 : 4));
					});
				} else addresses.length && (opts.host = addresses[0]);
				this._connectToHost(opts, this.secureConnection);
			});
		}
	}
	_resolveAndConnect(opts, callback) {
		return resolveHostname(opts, (err, resolved) => {
			if (err) return setImmediate(() => this._onError(err, "EDNS", !1, "CONN"));
			this.logger.debug({
				tnx: "dns",
				source: opts.host,
				resolved: resolved.host,
				cached: !!resolved.cached
			}, "Resolved %s as %s [cache %s]", opts.host, resolved.host, resolved.cached ? "hit" : "miss");
			for (let key of Object.keys(resolved)) key.charAt(0) !== "_" && resolved[key] && (opts[key] = resolved[key]);
			callback(resolved);
		});
	}
	_connectToHost(opts, secure) {
		if (this._destroyed || this._closing) return;
		let connectFn = secure ? tls.connect : net.connect;
		try {
			this._socket = connectFn(opts, () => this._onConnect());
			this._setupConnectionHandlers();
		} catch (E) {
			setImmediate(() => this._onError(E, "ECONNECTION", !1, "CONN"));
			return;
		}
	}
	_setupConnectionHandlers() {
		this._startPhase(Math.max((this._connectionDeadline || Date.now()) - Date.now(), 0), timeoutError("Connection timeout", "CONNECT_TIMEOUT"));
		this._socket.on("error", this._onConnectionSocketError);
	}
	_startPhase(timeout, err) {
		this._clearPhase();
		this._phaseTimer = setTimeout(() => {
			this._phaseTimer = !1;
			this._onError(err, "ETIMEDOUT", !1, "CONN");
		}, timeout);
	}
	_remainingSetupTime() {
		return Math.min(this.options.greetingTimeout || 3e4, Math.max((this._connectionDeadline || Infinity) - Date.now(), 1));
	}
	_clearPhase() {
		clearTimeout(this._phaseTimer);
		this._phaseTimer = !1;
	}
	quit() {
		this._sendCommand("QUIT");
		this._responseActions.push(this.close);
	}
	close() {
		this._clearPhase();
		this._responseActions = [];
		if (this._closing) return;
		this._closing = !0;
		let configuredCloseTimeout = this.options.socketCloseTimeout;
		let socketCloseTimeout = typeof configuredCloseTimeout == "number" && Number.isFinite(configuredCloseTimeout) && configuredCloseTimeout >= 0 ? configuredCloseTimeout : 5e3;
		let closeMethod = this.stage === "init" || socketCloseTimeout === 0 ? "destroy" : "end";
		this.logger.debug({ tnx: "smtp" }, "Closing connection to the server using \"%s\"", closeMethod);
		let socket = this._socket;
		if (this._currentDataStream) {
			try {
				this._currentDataStream.unpipe(this._socket);
			} catch {}
			this._currentDataStream = !1;
		}
		if (this._pendingSend) {
			let { stream, onStreamError } = this._pendingSend;
			if (stream) {
				stream.removeListener("error", onStreamError);
				stream.on("error", TEARDOWN_NOOP);
				stream.destroy();
			}
			this._pendingSend = !1;
		}
		if (socket && !socket.destroyed) try {
			socket.setTimeout(0);
			socket.removeListener("data", this._onSocketData);
			socket.removeListener("timeout", this._onSocketTimeout);
			socket.removeListener("close", this._onSocketClose);
			socket.removeListener("end", this._onSocketEnd);
			socket.removeListener("error", this._onSocketError);
			socket.removeListener("error", this._onConnectionSocketError);
			socket.on("error", TEARDOWN_NOOP);
			socket[closeMethod]();
			if (closeMethod === "end") {
				let closeTimer = setTimeout(() => socket.destroy(), socketCloseTimeout);
				typeof closeTimer.unref == "function" && closeTimer.unref();
				socket.once("close", () => clearTimeout(closeTimer));
			}
		} catch {}
		this._destroy();
	}
	login(authData, callback) {
		let isDestroyedMessage = this._isDestroyedMessage("login");
		if (isDestroyedMessage) return callback(this._formatError(isDestroyedMessage, "ECONNECTION", !1, "API"));
		this._auth = authData || {};
		this._authMethod = (this._auth.method || "").toString().trim().toUpperCase() || !1;
		let canUseXOAuth2 = !!this._auth.oauth2 || this.customAuth.has("XOAUTH2");
		if (!this._authMethod && this._auth.oauth2 && !this._auth.credentials) this._authMethod = "XOAUTH2";
		else if (!this._authMethod || this._authMethod === "XOAUTH2" && !this._auth.oauth2) {
			let supported = this._supportedAuth.find((method) => method !== "XOAUTH2" || canUseXOAuth2);
			this._authMethod = (supported || "PLAIN").toUpperCase().trim();
		}
		if ((this._authMethod !== "XOAUTH2" || this.customAuth.has("XOAUTH2")) && (!this._auth.credentials || !this._auth.credentials.user || !this._auth.credentials.pass)) {
			if (this._auth.user && this._auth.pass || this.customAuth.has(this._authMethod)) this._auth.credentials = {
				user: this._auth.user,
				pass: this._auth.pass,
				options: this._auth.options
			};
			else return callback(this._formatError("Missing credentials for \"" + this._authMethod + "\"", "EAUTH", !1, "API"));
		}
		if (this.customAuth.has(this._authMethod)) {
			let handler = this.customAuth.get(this._authMethod);
			let lastResponse;
			let returned = !1;
			let resolve = () => {
				if (returned) return;
				returned = !0;
				this.logger.info({
					tnx: "smtp",
					username: this._auth.user,
					action: "authenticated",
					method: this._authMethod
				}, "User %s authenticated", JSON.stringify(this._auth.user));
				this.authenticated = !0;
				callback(null, !0);
			};
			let reject = (err) => {
				if (returned) return;
				returned = !0;
				callback(this._formatError(err, "EAUTH", lastResponse, "AUTH " + this._authMethod));
			};
			let sendCommand = (cmd, done) => {
				let promise;
				done || (promise = new Promise((resolve, reject) => {
					done = callbackPromise(resolve, reject);
				}));
				this._responseActions.push((str) => {
					lastResponse = str;
					let codes = str.match(/^(\d+)(?:\s(\d+\.\d+\.\d+))?\s/);
					let data = {
						command: cmd,
						response: str
					};
					if (codes) {
						data.status = Number(codes[1]) || 0;
						codes[2] && (data.code = codes[2]);
						data.text = str.substr(codes[0].length);
					} else {
						data.text = str;
						data.status = 0;
					}
					done(null, data);
				});
				setImmediate(() => this._sendCommand(cmd, maskAuthCommand(cmd)));
				return promise;
			};
			let handlerResponse = handler({
				auth: this._auth,
				method: this._authMethod,
				extensions: [].concat(this._supportedExtensions),
				authMethods: [].concat(this._supportedAuth),
				maxAllowedSize: this._maxAllowedSize || !1,
				sendCommand,
				resolve,
				reject
			});
			handlerResponse && typeof handlerResponse.catch == "function" && handlerResponse.then(resolve).catch(reject);
			return;
		}
		switch (this._authMethod) {
			case "XOAUTH2":
				this._handleXOauth2Token(!1, callback);
				return;
			case "LOGIN":
				this._responseActions.push((str) => {
					this._actionAUTH_LOGIN_USER(str, callback);
				});
				this._sendCommand("AUTH LOGIN");
				return;
			case "PLAIN":
				this._responseActions.push((str) => {
					this._actionAUTHComplete(str, callback);
				});
				this._sendCommand("AUTH PLAIN " + Buffer.from("\0" + this._auth.credentials.user + "\0" + this._auth.credentials.pass, "utf-8").toString("base64"), "AUTH PLAIN " + Buffer.from("\0" + this._auth.credentials.user + "\0/* secret */", "utf-8").toString("base64"));
				return;
			case "CRAM-MD5":
				this._responseActions.push((str) => {
					this._actionAUTH_CRAM_MD5(str, callback);
				});
				this._sendCommand("AUTH CRAM-MD5");
				return;
		}
		return callback(this._formatError("Unknown authentication method \"" + this._authMethod + "\"", "EAUTH", !1, "API"));
	}
	send(envelope, message, done) {
		let returned = !1;
		let callback = (err, info) => {
			if (returned) return;
			returned = !0;
			this._pendingSend && this._pendingSend.callback === callback && (this._pendingSend = !1);
			done(err, info);
		};
		if (!message) return callback(this._formatError("Empty message", "EMESSAGE", !1, "API"));
		let isDestroyedMessage = this._isDestroyedMessage("send message");
		if (isDestroyedMessage) return callback(this._formatError(isDestroyedMessage, "ECONNECTION", !1, "API"));
		if (this._maxAllowedSize && envelope.size > this._maxAllowedSize) {
			setImmediate(() => {
				callback(this._formatError("Message size larger than allowed " + this._maxAllowedSize, "EMESSAGE", !1, "MAIL FROM"));
			});
			return;
		}
		let pendingSend = {
			callback,
			stream: !1,
			onStreamError: (err) => callback(this._formatError(err, "ESTREAM", !1, "API"))
		};
		if (typeof message.on == "function") {
			pendingSend.stream = message;
			pendingSend.stream.on("error", pendingSend.onStreamError);
		}
		this._pendingSend = pendingSend;
		let startTime = Date.now();
		this._setEnvelope(envelope, (err, info) => {
			if (err) {
				typeof message.destroy == "function" && message.destroy();
				return callback(err);
			}
			let envelopeTime = Date.now();
			let stream = this._createSendStream((err, str) => {
				if (err) return callback(err);
				let result = info;
				result.envelopeTime = envelopeTime - startTime;
				result.messageTime = Date.now() - envelopeTime;
				result.messageSize = stream.outByteCount;
				result.response = str;
				let serverMessageId = parseServerMessageId(result.response, this.options.host);
				serverMessageId && (result.serverMessageId = serverMessageId);
				let rejectedErrors = this._envelope?.rejectedErrors;
				!result.rejectedErrors && rejectedErrors && rejectedErrors.length && (result.rejectedErrors = rejectedErrors);
				return callback(null, result);
			});
			if (typeof message.pipe == "function") message.pipe(stream);
			else {
				stream.write(message);
				stream.end();
			}
		});
	}
	reset(callback) {
		let isDestroyedMessage = this._isDestroyedMessage("reset");
		if (isDestroyedMessage) return callback(this._formatError(isDestroyedMessage, "ECONNECTION", !1, "API"));
		this._sendCommand("RSET");
		this._responseActions.push((str) => {
			if (str.charAt(0) !== "2") return callback(this._formatError("Could not reset session state. response=" + str, "EPROTOCOL", str, "RSET"));
			this._envelope = !1;
			return callback(null, !0);
		});
	}
	_onConnect() {
		let socket = this._socket;
		this._clearPhase();
		this.logger.info({
			tnx: "network",
			localAddress: socket.localAddress,
			localPort: socket.localPort,
			remoteAddress: socket.remoteAddress,
			remotePort: socket.remotePort
		}, "%s established to %s:%s", this.secure ? "Secure connection" : "Connection", socket.remoteAddress, socket.remotePort);
		if (this._destroyed) {
			this.close();
			return;
		}
		this.stage = "connected";
		socket.removeListener("data", this._onSocketData);
		socket.removeListener("timeout", this._onSocketTimeout);
		socket.removeListener("close", this._onSocketClose);
		socket.removeListener("end", this._onSocketEnd);
		socket.removeListener("error", this._onConnectionSocketError);
		socket.removeListener("error", this._onSocketError);
		socket.on("error", this._onSocketError);
		socket.on("data", this._onSocketData);
		socket.once("close", this._onSocketClose);
		socket.once("end", this._onSocketEnd);
		socket.setTimeout(this.options.socketTimeout || SOCKET_TIMEOUT);
		socket.on("timeout", this._onSocketTimeout);
		typeof socket.setKeepAlive == "function" && socket.setKeepAlive(!0, 3e4);
		typeof socket.setNoDelay == "function" && socket.setNoDelay(!0);
		this._startPhase(this._remainingSetupTime(), timeoutError("Greeting never received", "GREETING_TIMEOUT"));
		this._responseActions.push(this._actionGreeting);
		socket.resume();
	}
	_onServerClosing(str) {
		if (this._destroyed) return;
		let pendingSend = this._pendingSend;
		let envelope = this._envelope;
		this._responseActions = [];
		this.close();
		pendingSend && pendingSend.callback(envelope && envelope.mailError || this._formatError("Server closed the connection", "ECONNECTION", str, "CONN"));
	}
	_onData(chunk) {
		if (this._destroyed || !chunk || !chunk.length) return;
		let maxResponseSize = this.options.maxResponseSize || 1048576;
		let data = chunk.toString("binary");
		if (!data.includes("\n")) {
			this._remainder += data;
			if (this._remainder.length > maxResponseSize) return this._onResponseTooLarge();
			return;
		}
		let lines = (this._remainder + data).split(/\r?\n/);
		this._remainder = lines.pop();
		for (let i = 0, len = lines.length; i < len; i++) {
			this._responsePartial ? this._responseQueue[this._responseQueue.length - 1] += "\n" + lines[i] : this._responseQueue.push(lines[i]);
			this._responsePartial = isPartialLine(lines[i]);
			if (this._responsePartial && this._responseQueue[this._responseQueue.length - 1].length > maxResponseSize) return this._onResponseTooLarge();
		}
		if (this._remainder.length > maxResponseSize) return this._onResponseTooLarge();
		if (this._responsePartial) return;
		this._processResponse();
	}
	_onResponseTooLarge() {
		this._remainder = "";
		this._responseQueue = [];
		this._responsePartial = !1;
		this._onError(Error("Server response exceeds maximum allowed size"), "EPROTOCOL", !1, "CONN");
	}
	_onError(err, type, data, command) {
		this._clearPhase();
		if (this._destroyed) return;
		err = this._formatError(err, type, data, command);
		isTransientError(err) ? this.logger.warn({
			tnx: "smtp",
			err
		}, "%s", err.message) : this.logger.error({
			tnx: "smtp",
			err
		}, "%s", err.message);
		let pendingSend = this._pendingSend;
		this.emit("error", err);
		this.close();
		pendingSend && pendingSend.callback(err);
	}
	_formatError(message, type, response, command) {
		let err;
		err = /Error\]$/i.test(Object.prototype.toString.call(message)) ? message : Error(message);
		if (type && type !== "Error" && err.code !== "ERR_ACCESS_DENIED") {
			err.code && err.code !== type && !err.originalCode && (err.originalCode = err.code);
			err.code = type;
		}
		if (response) {
			err.response = response;
			err.message += ": " + response;
		}
		let responseCode = typeof response == "string" && Number((response.match(/^\d+/) || [])[0]) || !1;
		if (responseCode) {
			err.responseCode = responseCode;
			err.permanent = isPermanentResponseCode(responseCode);
		}
		command && (err.command = command);
		return err;
	}
	_onClose() {
		let serverResponse = !1;
		if (this._remainder && this._remainder.trim()) {
			this.lastServerResponse = serverResponse = decodeServerResponse(this._remainder.trim());
			(this.options.debug || this.options.transactionLog) && this.logger.debug({ tnx: "server" }, serverResponse);
		}
		this.logger.info({ tnx: "network" }, "Connection closed");
		let failureResponse = typeof serverResponse == "string" && /^[45]\d{2}[ -]/.test(serverResponse) ? serverResponse : !1;
		if (this.upgrading && !this._destroyed) return this._onError(Error("Connection closed unexpectedly"), "ETLS", failureResponse, "CONN");
		if (!failureResponse && this._responseActions[0] === this._actionGreeting && this._connectCallback && !this._destroyed) {
			let connectCallback = this._connectCallback;
			this._connectCallback = !1;
			let err = this._formatError(Error("Connection closed unexpectedly"), "ECONNECTION", !1, "CONN");
			this.logger.warn({ tnx: "network" }, err.message);
			connectCallback(err);
			this.close();
			return;
		}
		if (!failureResponse && this.stage === "connected" && !this._responseActions.length && !this._pendingSend && !this._destroyed && !this._closing) {
			this.logger.info({ tnx: "network" }, "Server closed the idle connection");
			return this._destroy();
		}
		if (failureResponse || this._responseActions[0] !== this.close && !this._destroyed) return this._onError(Error("Connection closed unexpectedly"), "ECONNECTION", failureResponse, "CONN");
		this._destroy();
	}
	_onEnd() {
		this._socket && !this._socket.destroyed && this._socket.end();
	}
	_onTimeout() {
		return this._onError(timeoutError("Timeout", "SOCKET_TIMEOUT"), "ETIMEDOUT", !1, "CONN");
	}
	_destroy() {
		if (this._destroyed) return;
		this._destroyed = !0;
		this.destroyed = !0;
		this._clearPhase();
		this.emit("end");
	}
	_upgradeConnection(callback) {
		if (this._destroyed || this._closing) return;
		let discarded = this._remainder.length + this._responseQueue.reduce((total, response) => total + response.length, 0);
		discarded && this.logger.warn({
			tnx: "smtp",
			discarded
		}, "Discarded %s bytes received in plaintext after the STARTTLS response", discarded);
		this._plaintextEhlo = !1;
		this._remainder = "";
		this._responseQueue = [];
		this._responsePartial = !1;
		let socketPlain = this._socket;
		socketPlain.removeListener("data", this._onSocketData);
		socketPlain.removeListener("timeout", this._onSocketTimeout);
		socketPlain.setTimeout(0);
		let opts = Object.assign({
			socket: socketPlain,
			host: this.host
		}, this.options.tls || {});
		this.servername && !opts.servername && (opts.servername = this.servername);
		let removePlainSocketListeners = () => {
			socketPlain.removeListener("close", this._onSocketClose);
			socketPlain.removeListener("end", this._onSocketEnd);
			socketPlain.removeListener("error", this._onSocketError);
			socketPlain.removeListener("error", this._onConnectionSocketError);
		};
		this.upgrading = !0;
		this._startPhase(this._remainingSetupTime(), timeoutError("TLS handshake timed out", "UPGRADE_TIMEOUT"));
		try {
			this._socket = tls.connect(opts, () => {
				this._clearPhase();
				this.secure = !0;
				this.upgrading = !1;
				this._socket.on("data", this._onSocketData);
				removePlainSocketListeners();
				return callback(null, !0);
			});
		} catch (err) {
			this._clearPhase();
			removePlainSocketListeners();
			return callback(err);
		}
		this._socket.on("error", this._onSocketError);
		this._socket.once("close", this._onSocketClose);
		this._socket.once("end", this._onSocketEnd);
		this._socket.setTimeout(this.options.socketTimeout || SOCKET_TIMEOUT);
		this._socket.on("timeout", this._onSocketTimeout);
		socketPlain.resume();
	}
	_processResponse() {
		if (!this._responseQueue.length) return !1;
		let raw = (this._responseQueue.shift() || "").toString();
		if (!raw.trim()) {
			setImmediate(() => this._processResponse());
			return;
		}
		if (isPartialResponse(raw)) {
			this._responseQueue.unshift(raw);
			return;
		}
		let str = this.lastServerResponse = decodeServerResponse(raw);
		(this.options.debug || this.options.transactionLog) && this.logger.debug({ tnx: "server" }, str.replace(/\r?\n$/, ""));
		let action = this._responseActions.shift();
		let closing = /^421[ -]/.test(str);
		if (typeof action == "function") {
			action.call(this, str);
			if (closing) return this._onServerClosing(str);
			setImmediate(() => this._processResponse());
		} else if (closing && !this._pendingSend && this.stage === "connected") {
			this.logger.info({ tnx: "smtp" }, "Server closed the idle connection: %s", str);
			this.close();
		} else return this._onError(Error("Unexpected Response"), "EPROTOCOL", str, "CONN");
	}
	_sendCommand(str, logStr) {
		if (this._destroyed) return;
		let socket = this._socket;
		if (socket.destroyed) return this.close();
		(this.options.debug || this.options.transactionLog) && this.logger.debug({ tnx: "client" }, (logStr || str || "").toString().replace(/\r?\n$/, ""));
		socket.write(Buffer.from(str + "\r\n", "utf-8"));
	}
	_setEnvelope(envelope, callback) {
		let args = [];
		let useSmtpUtf8 = !1;
		this._envelope = envelope || {};
		this._envelope.from = (this._envelope.from && this._envelope.from.address || this._envelope.from || "").toString().trim();
		this._envelope.to = [].concat(this._envelope.to || []).map((to) => (to && to.address || to || "").toString().trim());
		if (!this._envelope.to.length) return callback(this._formatError("No recipients defined", "EENVELOPE", !1, "API"));
		if (this._envelope.from && /[\r\n<>]/.test(this._envelope.from)) return callback(this._formatError("Invalid sender " + JSON.stringify(this._envelope.from), "EENVELOPE", !1, "API"));
		/[\x80-\uFFFF]/.test(this._envelope.from) && (useSmtpUtf8 = !0);
		for (let i = 0, len = this._envelope.to.length; i < len; i++) {
			if (!this._envelope.to[i] || /[\r\n<>]/.test(this._envelope.to[i])) return callback(this._formatError("Invalid recipient " + JSON.stringify(this._envelope.to[i]), "EENVELOPE", !1, "API"));
			/[\x80-\uFFFF]/.test(this._envelope.to[i]) && (useSmtpUtf8 = !0);
		}
		this._envelope.rcptQueue = [].concat(this._envelope.to || []);
		this._envelope.rejected = [];
		this._envelope.rejectedErrors = [];
		this._envelope.accepted = [];
		if (this._envelope.dsn) try {
			this._envelope.dsn = this._setDsnEnvelope(this._envelope.dsn);
		} catch (err) {
			return callback(this._formatError("Invalid DSN " + err.message, "EENVELOPE", !1, "API"));
		}
		if (this._envelope.requireTLSExtensionEnabled) {
			if (!this.secure) return callback(this._formatError("REQUIRETLS can only be used over TLS connections (RFC 8689)", "EREQUIRETLS", !1, "MAIL FROM"));
			if (!this._supportedExtensions.includes("REQUIRETLS")) return callback(this._formatError("Server does not support REQUIRETLS extension (RFC 8689)", "EREQUIRETLS", !1, "MAIL FROM"));
		}
		this._envelope.pipelined = this._supportedExtensions.includes("PIPELINING");
		this._responseActions.push((str) => {
			this._actionMAIL(str, callback);
		});
		if (useSmtpUtf8 && this._supportedExtensions.includes("SMTPUTF8")) {
			args.push("SMTPUTF8");
			this._usingSmtpUtf8 = !0;
		}
		if (this._envelope.use8BitMime && this._supportedExtensions.includes("8BITMIME")) {
			args.push("BODY=8BITMIME");
			this._using8BitMime = !0;
		}
		if (this._envelope.size && this._supportedExtensions.includes("SIZE")) {
			let sizeValue = Number(this._envelope.size) || 0;
			sizeValue > 0 && args.push("SIZE=" + sizeValue);
		}
		if (this._envelope.dsn && this._supportedExtensions.includes("DSN")) {
			this._envelope.dsn.ret && args.push("RET=" + encodeXText(this._envelope.dsn.ret));
			this._envelope.dsn.envid && args.push("ENVID=" + encodeXText(this._envelope.dsn.envid));
		}
		this._envelope.requireTLSExtensionEnabled && args.push("REQUIRETLS");
		let mailFrom = "MAIL FROM:<" + this._envelope.from + ">" + (args.length ? " " + args.join(" ") : "");
		this._recipientQueue = [];
		if (!this._envelope.pipelined) {
			this._sendCommand(mailFrom);
			return;
		}
		let socket = this._socket;
		socket.cork();
		this._sendCommand(mailFrom);
		for (; this._envelope.rcptQueue.length;) this._sendRcpt(this._envelope.rcptQueue.shift(), callback);
		this._responseActions.push((str) => {
			this._actionDATA(str, callback);
		});
		this._sendCommand("DATA");
		socket.uncork();
	}
	_sendRcpt(recipient, callback) {
		this._recipientQueue.push(recipient);
		this._responseActions.push((str) => {
			this._actionRCPT(str, callback);
		});
		this._sendCommand("RCPT TO:<" + recipient + ">" + this._getDsnRcptToArgs());
	}
	_setDsnEnvelope(params) {
		let ret = (params.ret || params.return || "").toString().toUpperCase() || null;
		if (ret) switch (ret) {
			case "HDRS":
			case "HEADERS":
				ret = "HDRS";
				break;
			case "FULL":
			case "BODY": ret = "FULL";
		}
		if (ret && !["FULL", "HDRS"].includes(ret)) throw Error("ret: " + JSON.stringify(ret));
		let envid = (params.envid || params.id || "").toString() || null;
		let notify = params.notify || null;
		if (notify) {
			typeof notify == "string" && (notify = notify.split(","));
			notify = notify.map((n) => n.trim().toUpperCase());
			let validNotify = [
				"NEVER",
				"SUCCESS",
				"FAILURE",
				"DELAY"
			];
			if (notify.filter((n) => !validNotify.includes(n)).length || notify.length > 1 && notify.includes("NEVER")) throw Error("notify: " + JSON.stringify(notify.join(",")));
			notify = notify.join(",");
		}
		let orcpt = (params.recipient || params.orcpt || "").toString() || null;
		orcpt && orcpt.indexOf(";") < 0 && (orcpt = "rfc822;" + orcpt);
		return {
			ret,
			envid,
			notify,
			orcpt
		};
	}
	_getDsnRcptToArgs() {
		let envelope = this._envelope;
		let args = [];
		if (envelope.dsn && this._supportedExtensions.includes("DSN")) {
			envelope.dsn.notify && args.push("NOTIFY=" + encodeXText(envelope.dsn.notify));
			envelope.dsn.orcpt && args.push("ORCPT=" + encodeXText(envelope.dsn.orcpt));
		}
		return args.length ? " " + args.join(" ") : "";
	}
	_createSendStream(callback) {
		let envelope = this._envelope;
		let dataStream = new DataStream();
		this.options.lmtp ? envelope.accepted.forEach((recipient, i) => {
			let final = i === envelope.accepted.length - 1;
			this._responseActions.push((str) => {
				this._actionLMTPStream(recipient, final, str, callback);
			});
		}) : this._responseActions.push((str) => {
			this._actionSMTPStream(str, callback);
		});
		this._currentDataStream = dataStream;
		dataStream.pipe(this._socket, { end: !1 });
		if (this.options.debug) {
			let logStream = new PassThrough();
			logStream.on("readable", () => {
				let chunk;
				for (; chunk = logStream.read();) this.logger.debug({ tnx: "message" }, chunk.toString("binary").replace(/\r?\n$/, ""));
			});
			dataStream.pipe(logStream);
		}
		dataStream.once("end", () => {
			this._currentDataStream === dataStream && (this._currentDataStream = !1);
			this.logger.info({
				tnx: "message",
				inByteCount: dataStream.inByteCount,
				outByteCount: dataStream.outByteCount
			}, "<%s bytes encoded mime message (source size %s bytes)>", dataStream.outByteCount, dataStream.inByteCount);
		});
		return dataStream;
	}
	_actionGreeting(str) {
		this._clearPhase();
		if (str.substr(0, 3) !== "220") {
			this._onError(Error("Invalid greeting. response=" + str), "EPROTOCOL", str, "CONN");
			return;
		}
		if (this.options.lmtp) {
			this._responseActions.push(this._actionLHLO);
			this._sendCommand("LHLO " + this.name);
		} else {
			this._responseActions.push(this._actionEHLO);
			this._sendCommand("EHLO " + this.name);
		}
	}
	_actionLHLO(str) {
		if (str.charAt(0) !== "2") {
			this._onError(Error("Invalid LHLO. response=" + str), "EPROTOCOL", str, "LHLO");
			return;
		}
		this._actionEHLO(str);
	}
	_actionEHLO(str) {
		if (str.substr(0, 3) === "421") {
			this._onError(Error("Server terminates connection. response=" + str), "ECONNECTION", str, "EHLO");
			return;
		}
		if (str.charAt(0) !== "2") {
			if (this.options.requireTLS) {
				this._onError(Error("EHLO failed but HELO does not support required STARTTLS. response=" + str), "ECONNECTION", str, "EHLO");
				return;
			}
			this._responseActions.push(this._actionHELO);
			this._sendCommand("HELO " + this.name);
			return;
		}
		if (!this.secure && !this.options.ignoreTLS && (/[ -]STARTTLS\b/im.test(str) || this.options.requireTLS)) {
			this._plaintextEhlo = str;
			this._sendCommand("STARTTLS");
			this._responseActions.push(this._actionSTARTTLS);
			return;
		}
		this._parseEhloExtensions(str);
		this.emit("connect");
	}
	_parseEhloExtensions(str) {
		let match;
		this._ehloLines = str.split(/\r?\n/).map((line) => line.replace(/^\d+[ -]/, "").trim()).filter((line) => line).slice(1);
		/[ -]SMTPUTF8\b/im.test(str) && this._supportedExtensions.push("SMTPUTF8");
		/[ -]DSN\b/im.test(str) && this._supportedExtensions.push("DSN");
		/[ -]8BITMIME\b/im.test(str) && this._supportedExtensions.push("8BITMIME");
		/[ -]REQUIRETLS\b/im.test(str) && this._supportedExtensions.push("REQUIRETLS");
		/[ -]PIPELINING\b/im.test(str) && this._supportedExtensions.push("PIPELINING");
		/[ -]AUTH\b/i.test(str) && (this.allowsAuth = !0);
		let authMechanisms = new Set();
		for (let line of this._ehloLines) {
			let authMatch = /^AUTH[\s=](.*)/i.exec(line);
			if (authMatch) for (let mechanism of authMatch[1].split(/[\s=]+/)) authMechanisms.add(mechanism.toUpperCase());
		}
		for (let mechanism of [
			"PLAIN",
			"LOGIN",
			"CRAM-MD5",
			"XOAUTH2"
		]) authMechanisms.has(mechanism) && this._supportedAuth.push(mechanism);
		if (match = str.match(/[ -]SIZE(?:[ \t]+(\d+))?/im)) {
			this._supportedExtensions.push("SIZE");
			this._maxAllowedSize = Number(match[1]) || 0;
		}
	}
	_actionHELO(str) {
		if (str.charAt(0) !== "2") {
			this._onError(Error("Invalid HELO. response=" + str), "EPROTOCOL", str, "HELO");
			return;
		}
		this.allowsAuth = !0;
		this.emit("connect");
	}
	_actionSTARTTLS(str) {
		if (str.charAt(0) !== "2") {
			if (this.options.opportunisticTLS) {
				this.logger.info({ tnx: "smtp" }, "Failed STARTTLS upgrade, continuing unencrypted");
				if (this._plaintextEhlo) {
					this._parseEhloExtensions(this._plaintextEhlo);
					this._plaintextEhlo = !1;
					this.allowsAuth = !1;
					this._supportedAuth = [];
				}
				this.emit("connect");
				return;
			}
			this._onError(Error("Error upgrading connection with STARTTLS"), "ETLS", str, "STARTTLS");
			return;
		}
		this._upgradeConnection((err, secured) => {
			if (err) {
				this._onError(Error("Error initiating TLS - " + (err.message || err)), "ETLS", !1, "STARTTLS");
				return;
			}
			this.logger.info({ tnx: "smtp" }, "Connection upgraded with STARTTLS");
			if (secured) {
				if (this.options.lmtp) {
					this._responseActions.push(this._actionLHLO);
					this._sendCommand("LHLO " + this.name);
				} else {
					this._responseActions.push(this._actionEHLO);
					this._sendCommand("EHLO " + this.name);
				}
			} else this.emit("connect");
		});
	}
	_actionAUTH_LOGIN_USER(str, callback) {
		if (!/^334[ -]/.test(str)) {
			callback(this._formatError("Invalid login sequence while waiting for \"334 VXNlcm5hbWU6\"", "EAUTH", str, "AUTH LOGIN"));
			return;
		}
		this._responseActions.push((str) => {
			this._actionAUTH_LOGIN_PASS(str, callback);
		});
		this._sendCommand(Buffer.from(this._auth.credentials.user + "", "utf-8").toString("base64"));
	}
	_actionAUTH_CRAM_MD5(str, callback) {
		let challengeMatch = str.match(/^334\s+(.+)$/);
		if (!challengeMatch) return callback(this._formatError("Invalid login sequence while waiting for server challenge string", "EAUTH", str, "AUTH CRAM-MD5"));
		let base64decoded = Buffer.from(challengeMatch[1], "base64").toString("ascii");
		let hmacMD5 = crypto.createHmac("md5", this._auth.credentials.pass);
		hmacMD5.update(base64decoded);
		let prepended = this._auth.credentials.user + " " + hmacMD5.digest("hex");
		this._responseActions.push((str) => {
			this._actionAUTH_CRAM_MD5_PASS(str, callback);
		});
		this._sendCommand(Buffer.from(prepended).toString("base64"), Buffer.from(this._auth.credentials.user + " /* secret */").toString("base64"));
	}
	_actionAUTH_CRAM_MD5_PASS(str, callback) {
		if (!str.match(/^235\s+/)) return callback(this._formatError("Invalid login sequence while waiting for \"235\"", "EAUTH", str, "AUTH CRAM-MD5"));
		this.logger.info({
			tnx: "smtp",
			username: this._auth.user,
			action: "authenticated",
			method: this._authMethod
		}, "User %s authenticated", JSON.stringify(this._auth.user));
		this.authenticated = !0;
		callback(null, !0);
	}
	_actionAUTH_LOGIN_PASS(str, callback) {
		if (!/^334[ -]/.test(str)) return callback(this._formatError("Invalid login sequence while waiting for \"334 UGFzc3dvcmQ6\"", "EAUTH", str, "AUTH LOGIN"));
		this._responseActions.push((str) => {
			this._actionAUTHComplete(str, callback);
		});
		this._sendCommand(Buffer.from((this._auth.credentials.pass || "").toString(), "utf-8").toString("base64"), Buffer.from("/* secret */", "utf-8").toString("base64"));
	}
	_actionAUTHComplete(str, isRetry, callback) {
		if (!callback && typeof isRetry == "function") {
			callback = isRetry;
			isRetry = !1;
		}
		if (str.substr(0, 3) === "334") {
			this._responseActions.push((str) => {
				isRetry || this._authMethod !== "XOAUTH2" ? this._actionAUTHComplete(str, !0, callback) : setImmediate(() => this._handleXOauth2Token(!0, callback));
			});
			this._sendCommand("");
			return;
		}
		if (str.charAt(0) !== "2") {
			this.logger.info({
				tnx: "smtp",
				username: this._auth.user,
				action: "authfail",
				method: this._authMethod
			}, "User %s failed to authenticate", JSON.stringify(this._auth.user));
			return callback(this._formatError("Invalid login", "EAUTH", str, "AUTH " + this._authMethod));
		}
		this.logger.info({
			tnx: "smtp",
			username: this._auth.user,
			action: "authenticated",
			method: this._authMethod
		}, "User %s authenticated", JSON.stringify(this._auth.user));
		this.authenticated = !0;
		callback(null, !0);
	}
	_actionMAIL(str, callback) {
		let envelope = this._envelope;
		if (Number(str.charAt(0)) !== 2) {
			let message = this._usingSmtpUtf8 && /^550 /.test(str) && /[\x80-\uFFFF]/.test(envelope.from) ? "Internationalized mailbox name not allowed" : "Mail command failed";
			envelope.mailError = this._formatError(message, "EENVELOPE", str, "MAIL FROM");
		}
		this._advanceEnvelope(str, callback);
	}
	_actionRCPT(str, callback) {
		let envelope = this._envelope;
		let err;
		let curRecipient = this._recipientQueue.shift();
		if (Number(str.charAt(0)) !== 2) {
			let message = this._usingSmtpUtf8 && /^553 /.test(str) && /[\x80-\uFFFF]/.test(curRecipient) ? "Internationalized mailbox name not allowed" : "Recipient command failed";
			envelope.rejected.push(curRecipient);
			err = this._formatError(message, "EENVELOPE", str, "RCPT TO");
			err.recipient = curRecipient;
			envelope.rejectedErrors.push(err);
		} else envelope.accepted.push(curRecipient);
		this._advanceEnvelope(str, callback);
	}
	_advanceEnvelope(str, callback) {
		let envelope = this._envelope;
		if (envelope.pipelined) return;
		if (envelope.mailError) return callback(envelope.mailError);
		if (envelope.rcptQueue.length) return this._sendRcpt(envelope.rcptQueue.shift(), callback);
		if (this._recipientQueue.length) return;
		let err = this._envelopeError(str);
		if (err) return callback(err);
		this._responseActions.push((str) => {
			this._actionDATA(str, callback);
		});
		this._sendCommand("DATA");
	}
	_envelopeError(str) {
		let envelope = this._envelope;
		if (envelope.mailError) return envelope.mailError;
		if (envelope.accepted.length) return null;
		let deferred = envelope.rejectedErrors.find((rejectedErr) => rejectedErr.responseCode && rejectedErr.responseCode < 500);
		let lastRejected = envelope.rejectedErrors[envelope.rejectedErrors.length - 1];
		let reply = deferred?.response ?? (envelope.pipelined && lastRejected ? lastRejected.response : str);
		let err = this._formatError("Can't send mail - all recipients were rejected", "EENVELOPE", reply, "RCPT TO");
		err.rejected = envelope.rejected;
		err.rejectedErrors = envelope.rejectedErrors;
		return err;
	}
	_actionDATA(str, callback) {
		let envelope = this._envelope;
		if (envelope.pipelined) {
			let err = this._envelopeError(str);
			if (err) {
				if (/^3/.test(str)) {
					if (envelope.mailError) {
						this.close();
						return callback(err);
					}
					this._responseActions.push(() => callback(err));
					this._sendCommand(".");
					return;
				}
				return callback(err);
			}
		}
		if (!/^[23]/.test(str)) return callback(this._formatError("Data command failed", "EENVELOPE", str, "DATA"));
		let response = {
			accepted: envelope.accepted,
			rejected: envelope.rejected
		};
		this._ehloLines && this._ehloLines.length && (response.ehlo = this._ehloLines);
		envelope.rejectedErrors.length && (response.rejectedErrors = envelope.rejectedErrors);
		callback(null, response);
	}
	_actionSMTPStream(str, callback) {
		if (Number(str.charAt(0)) !== 2) return callback(this._formatError("Message failed", "EMESSAGE", str, "DATA"));
		return callback(null, str);
	}
	_actionLMTPStream(recipient, final, str, callback) {
		let envelope = this._envelope;
		let err;
		if (Number(str.charAt(0)) !== 2) {
			err = this._formatError("Message failed for recipient " + recipient, "EMESSAGE", str, "DATA");
			err.recipient = recipient;
			envelope.rejected.push(recipient);
			envelope.rejectedErrors.push(err);
			for (let i = 0, len = envelope.accepted.length; i < len; i++) envelope.accepted[i] === recipient && envelope.accepted.splice(i, 1);
		}
		if (final) return callback(null, str);
	}
	_handleXOauth2Token(isRetry, callback) {
		this._auth.oauth2.getToken(isRetry, (err, accessToken) => {
			if (err) {
				this.logger.info({
					tnx: "smtp",
					username: this._auth.user,
					action: "authfail",
					method: this._authMethod
				}, "User %s failed to authenticate", JSON.stringify(this._auth.user));
				return callback(this._formatError(err, "EAUTH", !1, "AUTH XOAUTH2"));
			}
			this._responseActions.push((str) => {
				this._actionAUTHComplete(str, isRetry, callback);
			});
			this._sendCommand("AUTH XOAUTH2 " + this._auth.oauth2.buildXOAuth2Token(accessToken), "AUTH XOAUTH2 " + this._auth.oauth2.buildXOAuth2Token("/* secret */"));
		});
	}
	_isDestroyedMessage(command) {
		if (this._destroyed) return "Cannot " + command + " - smtp connection is already destroyed.";
		if (this._socket) {
			if (this._socket.destroyed) return "Cannot " + command + " - smtp connection socket is already destroyed.";
			if (!this._socket.writable) return "Cannot " + command + " - smtp connection socket is already half-closed.";
		}
	}
	_getHostname() {
		let defaultHostname;
		try {
			defaultHostname = os.hostname() || "";
		} catch {
			defaultHostname = "localhost";
		}
		(!defaultHostname || defaultHostname.indexOf(".") < 0) && (defaultHostname = "[127.0.0.1]");
		defaultHostname.match(/^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/) && (defaultHostname = "[" + defaultHostname + "]");
		return defaultHostname;
	}
};
export { SMTPConnection as default };
