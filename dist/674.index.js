export const id = 674;

export const ids = [ 674 ];

export const modules = {
  4674: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      Jf: () => CommitParser_CommitParser
    });
    const nomatchRegex = /(?!.*)/;
    function regex_escape(string) {
      return string.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    }
    function joinOr(parts) {
      return parts.map(val => typeof val === "string" ? regex_escape(val.trim()) : val.source).filter(Boolean).join("|");
    }
    function getNotesRegex(noteKeywords, notesPattern) {
      if (!noteKeywords) return nomatchRegex;
      const noteKeywordsSelection = joinOr(noteKeywords);
      if (!notesPattern) return new RegExp(`^(?:\\*\\s+)?(${noteKeywordsSelection}):\\s*(.*)`, "i");
      return notesPattern(noteKeywordsSelection);
    }
    function getReferencePartsRegex(issuePrefixes, issuePrefixesCaseSensitive) {
      if (!issuePrefixes) return nomatchRegex;
      const flags = issuePrefixesCaseSensitive ? "gy" : "giy";
      const repositoryChar = "[\\w-\\.\\/]";
      return new RegExp(`.*?(?<!${repositoryChar})(?:(${repositoryChar}+)(?!${repositoryChar}))?(${joinOr(issuePrefixes)})((?=[\\w-]*\\d)[\\w-]+)(?=\\s|$|[,;.)\\]])`, flags);
    }
    function getReferencesRegex(referenceActions, separator = "") {
      if (!referenceActions) return /()(.+)/gi;
      const joinedKeywords = joinOr(referenceActions);
      const nextKeyword = `(?<!\\w)(?:${joinedKeywords})(?!\\w)`;
      return new RegExp(`(?<!\\w)(${joinedKeywords})${separator}(?:\\s+(.*?))(?=${nextKeyword}|$)`, "gi");
    }
    function getFooterTokenRegex(issuePrefixes) {
      const issuePrefixSeparator = issuePrefixes ? `|\\s+(?:${joinOr(issuePrefixes)})` : "";
      return new RegExp(`^(?:BREAKING CHANGE|[\\w-]+)(?::\\s+${issuePrefixSeparator}).+`, "i");
    }
    function getParserRegexes(options = {}) {
      const notes = getNotesRegex(options.noteKeywords, options.notesPattern);
      const referenceParts = getReferencePartsRegex(options.issuePrefixes, options.issuePrefixesCaseSensitive);
      const references = getReferencesRegex(options.referenceActions);
      const footerReferences = getReferencesRegex(options.referenceActions, ":?");
      const footerToken = getFooterTokenRegex(options.issuePrefixes);
      return {
        notes: notes,
        referenceParts: referenceParts,
        references: references,
        footerReferences: footerReferences,
        footerToken: footerToken,
        mentions: /@([\w-]+)/g,
        url: /\b(?:https?):\/\/(?:www\.)?([-a-zA-Z0-9@:%_+.~#?&//=])+\b/
      };
    }
    const SCISSOR = "------------------------ >8 ------------------------";
    function trimNewLines(input) {
      const matches = input.match(/[^\r\n]/);
      if (typeof matches?.index !== "number") return "";
      const firstIndex = matches.index;
      let lastIndex = input.length - 1;
      while (input[lastIndex] === "\r" || input[lastIndex] === "\n") lastIndex--;
      return input.substring(firstIndex, lastIndex + 1);
    }
    function appendLine(src, line) {
      return src ? `${src}\n${line || ""}` : line || "";
    }
    function getCommentFilter(char) {
      return char ? line => !line.startsWith(char) : () => true;
    }
    function truncateToScissor(lines, commentChar) {
      const scissorIndex = lines.indexOf(`${commentChar} ${SCISSOR}`);
      if (scissorIndex === -1) return lines;
      return lines.slice(0, scissorIndex);
    }
    function gpgFilter(line) {
      return !line.match(/^\s*gpg:/);
    }
    function assignMatchedCorrespondence(target, matches, correspondence) {
      const {groups: groups} = matches;
      for (let key, i = 0, len = correspondence.length; i < len; i++) {
        key = correspondence[i];
        target[key] = (groups ? groups[key] : matches[i + 1]) || null;
      }
      return target;
    }
    const defaultOptions = {
      noteKeywords: [ "BREAKING CHANGE", "BREAKING-CHANGE" ],
      issuePrefixes: [ "#" ],
      referenceActions: [ "close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved" ],
      headerPattern: /^(\w*)(?:\(([\w$@.\-*/ ]*)\))?: (.*)$/,
      headerCorrespondence: [ "type", "scope", "subject" ],
      revertPattern: /^Revert\s"([\s\S]*)"\s*This reverts commit (\w*)\.?/,
      revertCorrespondence: [ "header", "hash" ],
      fieldPattern: /^-(?=.*\w)(.*?)-$/
    };
    function createCommitObject(initialData = {}) {
      return {
        merge: null,
        revert: null,
        header: null,
        body: null,
        footer: null,
        notes: [],
        mentions: [],
        references: [],
        ...initialData
      };
    }
    class CommitParser_CommitParser {
      options;
      regexes;
      lines=[];
      lineIndex=0;
      commit=createCommitObject();
      constructor(options = {}) {
        this.options = {
          ...defaultOptions,
          ...options
        };
        this.regexes = getParserRegexes(this.options);
      }
      currentLine() {
        return this.lines[this.lineIndex];
      }
      nextLine() {
        return this.lines[this.lineIndex++];
      }
      isLineAvailable() {
        return this.lineIndex < this.lines.length;
      }
      parseReference(input, action) {
        const {regexes: regexes} = this;
        if (regexes.url.test(input)) return null;
        const matches = regexes.referenceParts.exec(input);
        if (!matches) return null;
        let [raw, repository = null, prefix, issue] = matches;
        let owner = null;
        if (repository) {
          const slashIndex = repository.indexOf("/");
          if (slashIndex !== -1) {
            owner = repository.slice(0, slashIndex);
            repository = repository.slice(slashIndex + 1);
          }
        }
        return {
          raw: raw,
          action: action,
          owner: owner,
          repository: repository,
          prefix: prefix,
          issue: issue
        };
      }
      parseReferences(input, isFooterToken = false) {
        const {regexes: regexes} = this;
        const regex = isFooterToken ? regexes.footerReferences : regexes.references;
        const sentences = [];
        let lastIndex = 0;
        let matches;
        while (true) {
          matches = regex.exec(input);
          if (!matches) break;
          sentences.push([ null, input.slice(lastIndex, matches.index) ], [ matches[1] || null, matches[2] || "" ]);
          lastIndex = regex.lastIndex;
        }
        sentences.push([ null, input.slice(lastIndex) ]);
        const references = [];
        let reference;
        for (const [action, sentence] of sentences) while (true) {
          reference = this.parseReference(sentence, action);
          if (!reference) break;
          references.push(reference);
        }
        return references;
      }
      skipEmptyLines() {
        let line = this.currentLine();
        while (line !== void 0 && !line.trim()) {
          this.nextLine();
          line = this.currentLine();
        }
      }
      parseMerge() {
        const {commit: commit, options: options} = this;
        const correspondence = options.mergeCorrespondence || [];
        const merge = this.currentLine();
        const matches = merge && options.mergePattern ? merge.match(options.mergePattern) : null;
        if (matches) {
          this.nextLine();
          commit.merge = matches[0] || null;
          assignMatchedCorrespondence(commit, matches, correspondence);
          return true;
        }
        return false;
      }
      parseHeader(isMergeCommit) {
        if (isMergeCommit) this.skipEmptyLines();
        const {commit: commit, options: options} = this;
        const correspondence = options.headerCorrespondence || [];
        const header = commit.header ?? this.nextLine();
        let matches = null;
        if (header) {
          if (options.breakingHeaderPattern) matches = header.match(options.breakingHeaderPattern);
          if (!matches && options.headerPattern) matches = header.match(options.headerPattern);
        }
        if (header) commit.header = header;
        if (matches) assignMatchedCorrespondence(commit, matches, correspondence);
      }
      parseMeta() {
        const {options: options, commit: commit} = this;
        if (!options.fieldPattern || !this.isLineAvailable()) return false;
        let matches;
        let field = null;
        let parsed = false;
        while (this.isLineAvailable()) {
          matches = this.currentLine().match(options.fieldPattern);
          if (matches) {
            field = matches[1] || null;
            this.nextLine();
            continue;
          }
          if (field) {
            parsed = true;
            commit[field] = appendLine(commit[field], this.currentLine());
            this.nextLine();
          } else break;
        }
        return parsed;
      }
      parseNotes() {
        const {regexes: regexes, commit: commit} = this;
        if (!this.isLineAvailable()) return false;
        const matches = this.currentLine().match(regexes.notes);
        let isFooterToken;
        if (matches) {
          const note = {
            title: matches[1],
            text: matches[2]
          };
          commit.notes.push(note);
          commit.footer = appendLine(commit.footer, this.currentLine());
          this.nextLine();
          while (this.isLineAvailable()) {
            if (this.parseMeta()) return true;
            if (this.parseNotes()) return true;
            isFooterToken = regexes.footerToken.test(this.currentLine());
            commit.references.push(...this.parseReferences(this.currentLine(), isFooterToken));
            if (!isFooterToken) note.text = appendLine(note.text, this.currentLine());
            commit.footer = appendLine(commit.footer, this.currentLine());
            this.nextLine();
            if (isFooterToken) break;
          }
          return true;
        }
        return false;
      }
      parseBodyAndFooter(isBody) {
        const {commit: commit, regexes: regexes} = this;
        if (!this.isLineAvailable()) return isBody;
        const isFooterToken = regexes.footerToken.test(this.currentLine());
        const isStillBody = !isFooterToken && isBody;
        commit.references.push(...this.parseReferences(this.currentLine(), isFooterToken));
        if (isStillBody) commit.body = appendLine(commit.body, this.currentLine()); else commit.footer = appendLine(commit.footer, this.currentLine());
        this.nextLine();
        return isStillBody;
      }
      parseBreakingHeader() {
        const {commit: commit, options: options} = this;
        if (!options.breakingHeaderPattern || commit.notes.length || !commit.header) return;
        const matches = commit.header.match(options.breakingHeaderPattern);
        if (matches) commit.notes.push({
          title: "BREAKING CHANGE",
          text: matches[3]
        });
      }
      parseMentions(input) {
        const {commit: commit, regexes: regexes} = this;
        let matches;
        for (;;) {
          matches = regexes.mentions.exec(input);
          if (!matches) break;
          commit.mentions.push(matches[1]);
        }
      }
      parseRevert(input) {
        const {commit: commit, options: options} = this;
        const correspondence = options.revertCorrespondence || [];
        const matches = options.revertPattern ? input.match(options.revertPattern) : null;
        if (matches) commit.revert = assignMatchedCorrespondence({}, matches, correspondence);
      }
      cleanupCommit() {
        const {commit: commit} = this;
        commit.body &&= trimNewLines(commit.body);
        commit.footer &&= trimNewLines(commit.footer);
        commit.notes.forEach(note => {
          note.text = trimNewLines(note.text);
        });
        const referencesSet = new Set;
        commit.references = commit.references.filter(reference => {
          const uid = `${reference.action} ${reference.raw}`.toLocaleLowerCase();
          const ok = !referencesSet.has(uid);
          if (ok) referencesSet.add(uid);
          return ok;
        });
      }
      parse(input) {
        if (!input.trim()) throw new TypeError("Expected a raw commit");
        const {commentChar: commentChar} = this.options;
        const commentFilter = getCommentFilter(commentChar);
        const rawLines = trimNewLines(input).split(/\r?\n/);
        const lines = commentChar ? truncateToScissor(rawLines, commentChar).filter(line => commentFilter(line) && gpgFilter(line)) : rawLines.filter(line => gpgFilter(line));
        const commit = createCommitObject();
        this.lines = lines;
        this.lineIndex = 0;
        this.commit = commit;
        const isMergeCommit = this.parseMerge();
        this.parseHeader(isMergeCommit);
        if (commit.header) commit.references = this.parseReferences(commit.header);
        let isBody = true;
        while (this.isLineAvailable()) {
          this.parseMeta();
          if (this.parseNotes()) isBody = false;
          if (!this.parseBodyAndFooter(isBody)) isBody = false;
        }
        this.parseBreakingHeader();
        this.parseMentions(input);
        this.parseRevert(input);
        this.cleanupCommit();
        return commit;
      }
    }
    __webpack_require__(2203);
  }
};
