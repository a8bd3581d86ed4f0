export const id = 517;

export const ids = [ 517 ];

export const modules = {
  5517: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      M2: () => CORE,
      df: () => GO_YAML,
      $N: () => canonical,
      Mc: () => entriesOf,
      e$: () => goNumber,
      Fh: () => isJson,
      Lv: () => isList,
      Gv: () => isObject,
      DW: () => listMember,
      Dc: () => member,
      lK: () => readBlockYaml,
      SA: () => textMember,
      HV: () => writeGoYaml
    });
    class Unusual extends Error {}
    function readBlockYaml(text, plain) {
      try {
        return new Reader(text.includes("\r") ? text.replaceAll("\r\n", "\n") : text, plain).document();
      } catch (error) {
        if (error instanceof Unusual || error instanceof RangeError) return;
        throw error;
      }
    }
    function unusual() {
      throw new Unusual;
    }
    class Reader {
      #text;
      #means;
      #lines=[];
      #at=0;
      constructor(text, means) {
        this.#means = means;
        if (/^\.\.\.|\n\.\.\./.test(text) || (text.match(/(?:^|\n)---/g)?.length ?? 0) > 1) unusual();
        this.#text = text;
        for (let start = 0; start <= text.length; ) {
          const found = text.indexOf("\n", start);
          const end = found < 0 ? text.length : found;
          let content = start;
          while (content < end && text.charCodeAt(content) === 32) content++;
          if (text[content] === "\t") unusual();
          this.#lines.push({
            start: content,
            end: end,
            indent: content - start
          });
          if (found < 0) break;
          start = found + 1;
        }
      }
      document() {
        const first = this.#lines.find(line => !this.#isSkipped(line));
        if (first !== void 0 && this.#content(first).startsWith("---")) {
          if (this.#content(first).trimEnd() !== "---" || first.indent > 0) unusual();
          this.#at = this.#lines.indexOf(first) + 1;
        } else if (/(?:^|\n)---/.test(this.#text)) unusual();
        const value = this.#block(0);
        if (this.#next() !== void 0) unusual();
        return value;
      }
      #content({start: start, end: end}) {
        return this.#text.slice(start, end);
      }
      #isSkipped({start: start, end: end}) {
        return start >= end || this.#text[start] === "#";
      }
      #next() {
        for (;this.#at < this.#lines.length; this.#at++) {
          const line = this.#lines[this.#at];
          if (line === void 0 || this.#isSkipped(line)) continue;
          return line;
        }
        return;
      }
      #block(least) {
        const line = this.#next();
        if (line === void 0 || line.indent < least) return null;
        if (this.#isItem(line)) return this.#sequence(line.indent);
        return this.#keyEnd(line) === void 0 ? this.#scalar(line.start, least - 1) : this.#mapping(line.indent);
      }
      #isItem({start: start, end: end}) {
        return this.#text[start] === "-" && (start + 1 === end || this.#text[start + 1] === " ");
      }
      #sequence(indent) {
        const items = [];
        for (let line = this.#next(); line?.indent === indent && this.#isItem(line); line = this.#next()) {
          let content = line.start + 1;
          while (content < line.end && this.#text[content] === " ") content++;
          if (content >= line.end || this.#text[content] === "#") {
            this.#at++;
            items.push(this.#block(indent + 1));
          } else {
            if (this.#text[content] === "\t") unusual();
            line.indent += content - line.start;
            line.start = content;
            items.push(this.#block(indent + 1));
          }
        }
        const after = this.#next();
        if (after !== void 0 && after.indent > indent) unusual();
        return items;
      }
      #mapping(indent) {
        const members = {};
        for (let line = this.#next(); line?.indent === indent && !this.#isItem(line); line = this.#next()) {
          const end = this.#keyEnd(line);
          if (end === void 0) unusual();
          const key = this.#key(line.start, end.key);
          if (Object.hasOwn(members, key) || key === "__proto__" || key === "<<") unusual();
          let content = end.colon + 1;
          while (content < line.end && this.#text[content] === " ") content++;
          if (content >= line.end || this.#text[content] === "#") {
            this.#at++;
            const below = this.#next();
            const isList = below?.indent === indent && this.#isItem(below);
            members[key] = isList ? this.#sequence(indent) : this.#block(indent + 1);
          } else members[key] = this.#scalar(content, indent);
        }
        const after = this.#next();
        if (after !== void 0 && after.indent > indent) unusual();
        return members;
      }
      #keyEnd({start: start, end: end}) {
        const first = this.#text[start];
        let from = start;
        if (first === '"' || first === "'") {
          const close = this.#closing(start);
          if (close >= end) return;
          from = close + 1;
          if (this.#text[from] !== ":" || from + 1 < end && this.#text[from + 1] !== " ") return;
          return {
            key: from,
            colon: from
          };
        }
        for (;from < end; from++) {
          const point = this.#text[from];
          if (point === ":" && (from + 1 === end || this.#text[from + 1] === " " || this.#text[from + 1] === "\t")) return from === start ? unusual() : {
            key: from,
            colon: from
          };
          if (point === "#" && this.#text[from - 1] === " ") return;
        }
        return;
      }
      #key(start, end) {
        const first = this.#text[start];
        if (first === "'") return this.#text.slice(start + 1, end - 1).replaceAll("''", "'");
        if (first === '"') return this.#unescape(this.#text.slice(start + 1, end - 1));
        const key = this.#text.slice(start, end).trimEnd();
        if (SPECIAL.has(first ?? "") || key.startsWith("? ") || key === "?") unusual();
        return this.#means.key(key) ?? unusual();
      }
      #scalar(start, indent) {
        const first = this.#text[start] ?? "";
        if (first === '"' || first === "'") return this.#quoted(start);
        if (first === "|" || first === ">") return this.#literal(start, indent);
        const line = this.#lines[this.#at];
        if (line === void 0) return unusual();
        const rest = this.#text.slice(start, line.end);
        if (first === "{" || first === "[") {
          const bare = rest.replace(/\s+#.*$/, "").trimEnd();
          this.#at++;
          if (bare === "{}") return {};
          return bare === "[]" ? [] : unusual();
        }
        if (SPECIAL.has(first)) return unusual();
        return this.#plain(rest, indent);
      }
      #plain(rest, indent) {
        const parts = [];
        let text = rest;
        let ended = false;
        for (;;) {
          const comment = text.search(/(?:^|[ \t])#/);
          if (comment >= 0) {
            text = text.slice(0, comment);
            ended = true;
          }
          text = text.trimEnd();
          if (/:(?:[ \t]|$)/.test(text) || text.includes("\t")) unusual();
          parts.push(text);
          this.#at++;
          let blank = 0;
          while (this.#isBlank(this.#lines[this.#at + blank])) blank++;
          const line = this.#lines[this.#at + blank];
          if (line === void 0 || line.indent <= indent || indent < 0 && line.indent === 0) break;
          if (ended) {
            if (this.#text[line.start] === "#") break;
            unusual();
          }
          if (this.#text[line.start] === "#") break;
          for (let count = 0; count < blank; count++) parts.push("");
          this.#at += blank;
          text = this.#content(line);
        }
        const [only] = parts;
        return parts.length === 1 && only !== void 0 ? this.#resolve(only) : fold(parts);
      }
      #resolve(text) {
        const value = this.#means.scalar(text);
        return value === void 0 ? unusual() : value;
      }
      #isBlank(line) {
        return line !== void 0 && line.start >= line.end;
      }
      #literal(start, indent) {
        const header = /^([|>])([+-]?)[ \t]*$/.exec(this.#text.slice(start, this.#lines[this.#at]?.end));
        if (header === null) return unusual();
        this.#at++;
        const found = [];
        let depth = -1;
        for (;this.#at < this.#lines.length; this.#at++) {
          const line = this.#lines[this.#at];
          if (line === void 0) break;
          if (this.#isBlank(line)) {
            if (line.indent > depth && line.indent > 0 && depth >= 0) found.push(" ".repeat(line.indent - depth)); else if (depth < 0 && line.indent > indent + 1) unusual(); else found.push("");
            continue;
          }
          if (line.indent <= indent) break;
          if (depth < 0) depth = line.indent;
          if (line.indent < depth) unusual();
          found.push(this.#text.slice(line.start - (line.indent - depth), line.end));
        }
        if (this.#at >= this.#lines.length && found.at(-1) === "") found.pop(); else if (this.#at >= this.#lines.length && header[2] !== "-") unusual();
        return chomp(found, header[1] === ">", header[2] ?? "");
      }
      #closing(start) {
        const quote = this.#text[start];
        for (let at = start + 1; at < this.#text.length; at++) {
          const point = this.#text[at];
          if (quote === '"' && point === "\\") at++; else if (point === quote) if (quote === "'" && this.#text[at + 1] === "'") at++; else return at;
        }
        return unusual();
      }
      #quoted(start) {
        const close = this.#closing(start);
        while ((this.#lines[this.#at]?.end ?? 1 / 0) < close) this.#at++;
        const rest = this.#text.slice(close + 1, this.#lines[this.#at]?.end);
        if (!/^[ \t]*$|^[ \t]+#/.test(rest)) unusual();
        this.#at++;
        const inner = this.#text.slice(start + 1, close);
        if (this.#text[start] === "'") return foldQuoted(inner).replaceAll("''", "'");
        return this.#unescape(inner.includes("\n") ? foldEscaped(inner) : inner);
      }
      #unescape(text) {
        if (!text.includes("\\")) return text;
        return text.replaceAll(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|$)/gsu, (_, x, u, long, plain) => {
          const hex = x ?? u ?? long;
          if (hex !== void 0) return String.fromCodePoint(Number.parseInt(hex, 16));
          return ESCAPES.get(plain ?? "") ?? unusual();
        });
      }
    }
    const SPECIAL = new Set([ "&", "*", "!", "%", "@", "`", "{", "}", "[", "]", ",", "|", ">", '"', "'", "?", "#" ]);
    const ESCAPES = new Map([ [ "0", "\0" ], [ "a", "" ], [ "b", "\b" ], [ "t", "\t" ], [ "n", "\n" ], [ "v", "\v" ], [ "f", "\f" ], [ "r", "\r" ], [ "e", "" ], [ " ", " " ], [ '"', '"' ], [ "/", "/" ], [ "\\", "\\" ], [ "N", "" ], [ "_", " " ], [ "L", "\u2028" ], [ "P", "\u2029" ] ]);
    function fold(lines) {
      let text = "";
      let breaks = 0;
      for (const [index, line] of lines.entries()) {
        if (line === "" && index > 0) {
          breaks++;
          continue;
        }
        text += index === 0 ? line : (breaks === 0 ? " " : "\n".repeat(breaks)) + line;
        breaks = 0;
      }
      return text;
    }
    function foldQuoted(text) {
      if (!text.includes("\n")) return text;
      const lines = text.split("\n");
      const last = lines.length - 1;
      const trimmed = lines.map((line, index) => {
        const end = index < last ? line.replace(/[ \t]+$/, "") : line;
        return index > 0 ? end.replace(/^[ \t]+/, "") : end;
      });
      let result = trimmed[0] ?? "";
      let breaks = 0;
      for (const [index, line] of trimmed.entries()) {
        if (index === 0) continue;
        if (line === "" && index < last) {
          breaks++;
          continue;
        }
        result += (breaks === 0 ? " " : "\n".repeat(breaks)) + line;
        breaks = 0;
      }
      return result;
    }
    function foldEscaped(text) {
      const joined = text.replaceAll(/(?<!\\)((?:\\\\)*)\\\n[ \t]*/g, "$1");
      if (/\\[ \t]*\n|\n[ \t]*\\ /.test(joined) && /(?<!\\)(?:\\\\)*\\[ \t]+\n/.test(joined)) return unusual();
      return foldQuoted(joined);
    }
    function chomp(lines, folded, chomping) {
      let last = lines.length;
      while (last > 0 && lines[last - 1] === "") last--;
      const kept = lines.slice(0, last);
      const trailing = lines.length - last;
      if (kept.some(line => /^[ \t]*$/.test(line) && line !== "")) unusual();
      if (folded && kept.some(line => /^[ \t]/.test(line))) unusual();
      const body = folded ? foldBlock(kept) : kept.join("\n");
      if (chomping === "-") return body;
      if (chomping === "+") return kept.length === 0 ? "\n".repeat(trailing) : body + "\n".repeat(trailing + 1);
      return kept.length === 0 ? "" : `${body}\n`;
    }
    function foldBlock(lines) {
      let text = "";
      let breaks = 0;
      let started = false;
      for (const line of lines) {
        if (line === "") {
          breaks++;
          continue;
        }
        text += started ? (breaks === 0 ? " " : "\n".repeat(breaks)) + line : "\n".repeat(breaks) + line;
        started = true;
        breaks = 0;
      }
      return text;
    }
    const CORE = {
      scalar: coreScalar,
      key: text => text
    };
    function coreScalar(text) {
      switch (text) {
       case "":
       case "~":
       case "null":
       case "Null":
       case "NULL":
        return null;

       case "true":
       case "True":
       case "TRUE":
        return true;

       case "false":
       case "False":
       case "FALSE":
        return false;
      }
      if (!/^[-+.0-9]/.test(text)) return text;
      if (/^[-+]?\d+$/.test(text)) return BigInt(text.startsWith("+") ? text.slice(1) : text);
      if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(text)) return BigInt(text);
      if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
      return /^(?:[-+]?\.inf|\.nan)$/i.test(text) ? void 0 : text;
    }
    const GO_YAML = {
      scalar: goScalar,
      key: goKey
    };
    const WORDS = new Map([ ...[ "", "~", "null", "Null", "NULL" ].map(word => [ word, null ]), ...[ "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ].map(word => [ word, true ]), ...[ "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ].map(word => [ word, false ]) ]);
    const NO_JSON = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
    const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
    const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;
    const [LEAST, MOST] = [ -(2n ** 63n), 2n ** 64n - 1n ];
    const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
    const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?(Z|[-+]\d{2}:\d{2})?)?$/;
    function goScalar(text) {
      const word = WORDS.get(text);
      if (word !== void 0) return word;
      if (!/^[-+.0-9]/.test(text)) return text;
      if (text.startsWith(".")) {
        if (NO_JSON.test(text)) return;
        const fraction = text.replaceAll(/(?<=\d)_(?=\d)/g, "");
        return FLOAT.test(fraction) ? Number(fraction) : text;
      }
      if (NO_JSON.test(text)) return;
      const plain = text.replaceAll("_", "");
      const whole = goInteger(plain);
      if (whole !== void 0) return whole;
      if (!FLOAT.test(plain)) return text;
      const number = Number(plain);
      return Number.isFinite(number) ? number : text;
    }
    function goInteger(plain) {
      const match = INTEGER.exec(plain);
      if (match === null) return;
      const [, sign, hex, binary, octal, decimal] = match;
      if (decimal !== void 0 && decimal.length < 16) return Number(plain) + 0;
      const digits = hex !== void 0 ? `0x${hex}` : binary !== void 0 ? `0b${binary}` : octal !== void 0 ? `0o${octal}` : decimal;
      const value = BigInt(digits ?? "0") * (sign === "-" ? -1n : 1n);
      if (value < LEAST || value > MOST || sign === "+" && value > 2n ** 63n - 1n) return;
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    }
    function goKey(text) {
      const value = goScalar(text);
      if (value === null || value === void 0) return;
      return typeof value === "string" ? value : typeof value === "number" ? goNumber(value) : String(value);
    }
    function isPlainText(text) {
      return typeof goScalar(text) === "string" && !isTimestamp(text) && !BASE_60.test(text);
    }
    function isTimestamp(text) {
      const match = DATE.exec(text);
      if (match === null) return false;
      const [, year, month, day, hour, minute, second, zone] = match;
      if (hour !== void 0 && text.includes(" ") !== (zone === void 0)) return false;
      const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
      return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days && Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) < 60;
    }
    function goNumber(value) {
      if (Number.isInteger(value) && Math.abs(value) < 2 ** 64) return BigInt(value).toString();
      const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
      const power = Number(exponent);
      if (power >= -4 && power < 6) return String(value);
      return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
    }
    function compareKeys(one, other) {
      if (one === other) return 0;
      if (WORD.test(one) && WORD.test(other)) return one < other ? -1 : 1;
      const [a, b] = [ [ ...one ], [ ...other ] ];
      const common = Math.min(a.length, b.length);
      for (let at = 0; at < common; at++) {
        const [left = "", right = ""] = [ a[at], b[at] ];
        if (left === right) continue;
        const [leftIsLetter, rightIsLetter] = [ LETTER.test(left), LETTER.test(right) ];
        if (leftIsLetter !== rightIsLetter) return rightIsLetter ? -1 : 1;
        if (leftIsLetter) return byCodePoint(left, right);
        return compareNumbers(a, b, at) || byCodePoint(left, right);
      }
      return a.length - b.length;
    }
    const WORD = /^[A-Za-z]+$/;
    const LETTER = /^\p{L}$/u;
    const DIGIT = /^\p{Nd}$/u;
    function byCodePoint(one, other) {
      return (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    }
    function compareNumbers(a, b, at) {
      const within = (a[at] === "0" || b[at] === "0") && followsNumber(a, at);
      const [left, right] = [ readNumber(a, at, within), readNumber(b, at, within) ];
      if (left.value !== right.value) return left.value < right.value ? -1 : 1;
      return left.end - right.end;
    }
    function followsNumber(key, at) {
      for (let before = at - 1; before >= 0 && DIGIT.test(key[before] ?? ""); before--) if (key[before] !== "0") return true;
      return false;
    }
    function readNumber(key, at, within) {
      let value = within ? 1n : 0n;
      let end = at;
      for (;DIGIT.test(key[end] ?? ""); end++) value = BigInt.asIntN(64, value * 10n + BigInt((key[end]?.codePointAt(0) ?? 48) - 48));
      return {
        value: value,
        end: end
      };
    }
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
      let text = "";
      if (isList(value)) {
        for (const item of value) text += `${text === "" ? "" : ","}${canonical(item)}`;
        return `[${text}]`;
      }
      for (const key of sortedKeys(value)) {
        const inner = value[key];
        if (inner !== void 0) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(inner)}`;
      }
      return `{${text}}`;
    }
    function sortedKeys(value) {
      const keys = Object.keys(value);
      return keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") < key) ? keys : keys.sort();
    }
    const WIDTH = 80;
    const LONGEST_KEY = 128;
    function writeGoYaml(value) {
      const writer = new Writer;
      writer.node(value, {
        indent: -2,
        place: "root"
      });
      return writer.text();
    }
    class Writer {
      #parts=[];
      #column=0;
      text() {
        this.#parts.push("\n");
        return this.#parts.join("");
      }
      node(value, position) {
        if (value !== null && typeof value === "object") {
          if (isList(value)) this.#list(value, position); else this.#mapping(value, position);
          return;
        }
        if (position.place === "value") this.#put(" ");
        this.#scalar(value, position.indent);
      }
      #list(items, {indent: indent, place: place}) {
        if (items.length === 0) return this.#put(place === "value" ? " []" : "[]");
        const column = place === "value" ? indent : indent + 2;
        let first = place !== "value";
        for (const item of items) {
          if (first) first = false; else this.#newLine(column);
          this.#put("- ");
          this.node(item, {
            indent: column,
            place: "item"
          });
        }
      }
      #mapping(members, {indent: indent, place: place}) {
        const keys = Object.keys(members);
        if (keys.length === 0) return this.#put(place === "value" ? " {}" : "{}");
        const column = indent + 2;
        let first = place !== "value";
        for (const key of keys.sort(compareKeys)) {
          if (first) first = false; else this.#newLine(column);
          const value = members[key] ?? null;
          if (isSimple(key)) {
            this.#put(oneLine(key));
            this.#put(":");
            this.node(value, {
              indent: column,
              place: "value"
            });
          } else {
            this.#put("? ");
            this.#scalar(key, column);
            this.#newLine(column);
            this.#put(": ");
            this.node(value, {
              indent: column,
              place: "complex"
            });
          }
        }
      }
      #scalar(value, indent) {
        if (typeof value === "number") this.#put(goNumber(value)); else if (typeof value !== "string") this.#put(String(value)); else if (value.includes("\n") && allowsBlock(value)) this.#literal(value, indent + 2); else {
          const style = styleOf(value);
          if (style === "double") this.#double(value, indent + 2); else if (style === "plain") this.#folded(value, indent + 2, 0); else this.#folded(quoted(value), indent + 2, 1);
        }
      }
      #literal(value, column) {
        const hint = /^[ \n\r\u0085\u2028\u2029]/.test(value) ? "2" : "";
        this.#put(`|${hint}${chomping(value)}`);
        const pad = " ".repeat(column);
        const lines = value.split(/(?<=[\n\u0085\u2028\u2029])/);
        let text = "\n";
        for (const line of lines) text += ONE_BREAK.test(line) ? line : pad + line;
        this.#parts.push(text.endsWith("\n") ? text.slice(0, -1) : text);
        this.#column = WIDTH;
      }
      #folded(text, column, quotes) {
        if (SEPARATOR.test(text)) return this.#separated(text, column, quotes);
        let start = 0;
        for (;;) {
          const at = this.#column + text.length - start > WIDTH ? this.#breakOf(text, start, quotes) : -1;
          if (at < 0) return this.#put(text.slice(start));
          this.#parts.push(text.slice(start, at));
          this.#newLine(column);
          start = at + 1;
        }
      }
      #breakOf(text, start, quotes) {
        const last = text.length - 2 - quotes;
        let at = text.indexOf(" ", start + Math.max(0, WIDTH + 1 - this.#column));
        while (at >= 0 && (at <= quotes || text[at - 1] === " " || text[at + 1] === " ")) at = text.indexOf(" ", at + 1);
        return at > last ? -1 : at;
      }
      #separated(text, column, quotes) {
        const end = text.length - quotes;
        for (let at = 0; at < text.length; at++) {
          const point = text[at] ?? "";
          const isInside = at > quotes && at < end - 1;
          if (point === " " && this.#column > WIDTH && isInside && text[at - 1] !== " " && text[at + 1] !== " ") {
            this.#newLine(column);
            continue;
          }
          this.#put(point);
          if (SEPARATOR.test(point) && at < end - 1 && !SEPARATOR.test(text[at + 1] ?? "")) {
            this.#parts.push(" ".repeat(column));
            this.#column = column;
          }
        }
      }
      #double(value, column) {
        const points = [ ...value ];
        let line = '"';
        this.#column++;
        let spaces = false;
        for (const [at, point] of points.entries()) {
          if (point === " " && !spaces && this.#column > WIDTH && at > 0 && at < points.length - 1) {
            this.#parts.push(line);
            this.#newLine(column);
            line = points[at + 1] === " " ? "\\" : "";
            this.#column += line.length;
            spaces = true;
            continue;
          }
          const written = escaped(point);
          line += written;
          this.#column += written.length;
          spaces = point === " ";
        }
        this.#parts.push(`${line}"`);
        this.#column++;
      }
      #newLine(column) {
        this.#parts.push(`\n${" ".repeat(column)}`);
        this.#column = column;
      }
      #put(text) {
        this.#parts.push(text);
        this.#column += text.length;
      }
    }
    function isSimple(key) {
      return !/[\n\r\u0085\u2028\u2029]/.test(key) && (key.length <= LONGEST_KEY / 3 || Buffer.byteLength(key) <= LONGEST_KEY);
    }
    function oneLine(key) {
      const style = styleOf(key);
      if (style === "plain") return key;
      return style === "single" ? quoted(key) : `"${[ ...key ].map(escaped).join("")}"`;
    }
    function quoted(text) {
      return `'${text.replaceAll("'", "''")}'`;
    }
    const go_write_SPECIAL = /[^\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/;
    const BREAK = "\\n\\r\\u0085\\u2028\\u2029";
    const SPACE_BREAK = new RegExp(` [${BREAK}]`);
    const BREAK_SPACE = new RegExp(`[${BREAK}] `);
    const ENDS = new RegExp(`^[ ${BREAK}]|[ ${BREAK}]$`);
    const ANY_BREAK = new RegExp(`[${BREAK}]`);
    const ONE_BREAK = new RegExp(`^[${BREAK}]$`);
    const SEPARATOR = /[\u2028\u2029]/;
    const INDICATOR = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[ \t]|$))|:(?:[ \t]|$)| #/;
    const go_write_WORDS = /^[A-Za-z][\w./-]*(?: [\w.,/()'-]+)*$/;
    function styleOf(text) {
      if (go_write_WORDS.test(text) && (text.length > 5 || isPlainText(text))) return "plain";
      if (!isPlainText(text)) return "double";
      if (text.includes("\n") || go_write_SPECIAL.test(text) || SPACE_BREAK.test(text)) return "double";
      if (!ENDS.test(text) && !ANY_BREAK.test(text) && !INDICATOR.test(text)) return "plain";
      return BREAK_SPACE.test(text) ? "double" : "single";
    }
    function allowsBlock(text) {
      return !text.endsWith(" ") && !SPACE_BREAK.test(text) && !go_write_SPECIAL.test(text);
    }
    function chomping(text) {
      if (!/[\n\u0085\u2028\u2029]$/.test(text)) return "-";
      return /(?:^|[\n\u0085\u2028\u2029])[\n\u0085\u2028\u2029]$/.test(text) ? "+" : "";
    }
    const NAMED = new Map([ [ "\0", "0" ], [ "", "a" ], [ "\b", "b" ], [ "\t", "t" ], [ "\n", "n" ], [ "\v", "v" ], [ "\f", "f" ], [ "\r", "r" ], [ "", "e" ], [ '"', '"' ], [ "\\", "\\" ], [ "", "N" ], [ "\u2028", "L" ], [ "\u2029", "P" ] ]);
    function escaped(point) {
      const name = NAMED.get(point);
      if (name !== void 0) return `\\${name}`;
      if (!go_write_SPECIAL.test(point)) return point;
      const code = point.codePointAt(0) ?? 0;
      const hex = code.toString(16).toUpperCase();
      if (code <= 255) return `\\x${hex.padStart(2, "0")}`;
      return code <= 65535 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
    }
  }
};
