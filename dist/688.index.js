export const id = 688;

export const ids = [ 688 ];

export const modules = {
  8688: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      M8: () => checkedOut,
      tN: () => pinnedDigest,
      T4: () => planMatrix,
      Cw: () => referenceFindings,
      bo: () => renderTable,
      QW: () => reportMatrix,
      nD: () => reportReferences,
      Xl: () => toldVersions,
      aK: () => wantedReferences
    });
    var packages_plan = __webpack_require__(1380);
    var packages_train = __webpack_require__(8072);
    var packages_versions = __webpack_require__(9899);
    const at = ({line: line, column: column}) => ({
      line: line,
      column: column
    });
    function error(rule, message, advice, place) {
      return {
        severity: "error",
        rule: rule,
        message: message,
        advice: advice,
        ...place
      };
    }
    async function readSources(workspace, written) {
      const files = new Map;
      const readings = [];
      const findings = [];
      for (const place of written) try {
        const source = files.get(place.file) ?? await (0, packages_versions.o$)(workspace, place.file);
        files.set(place.file, source);
        readings.push({
          ...place,
          found: (0, packages_versions.T5)(source, place.form, place.key)
        });
      } catch (error) {
        if (!(error instanceof packages_plan.yo)) throw error;
        const {message: message, advice: advice = "", place: at} = error;
        findings.push({
          severity: "error",
          rule: "source-unreadable",
          message: message,
          advice: advice,
          file: place.file,
          ...at
        });
      }
      return {
        readings: readings,
        findings: findings
      };
    }
    const isPseudoVersion = value => /[-.]\d{14}-[0-9a-f]{12}(?:\+incompatible)?$/.test(value);
    function isReleased({version: version, value: value}) {
      return version !== null && !isPseudoVersion(value) && !isPlaceholder(version);
    }
    const isPlaceholder = version => /^0\.0\.0(?:$|[-+])/.test(version);
    function checkSources(file, rows, said, entries, readings, place) {
      return readings.flatMap(({of: of, key: key, found: found}) => {
        const entry = entries.find(one => one.of.id === of);
        const shown = said.get(of);
        if (entry === void 0 || shown === void 0) return [];
        const row = rows.find(one => one.entry === entry);
        const distinct = [ ...new Map(found.map(one => [ one.value, one ])).values() ];
        return distinct.flatMap(one => {
          const verdict = judge(one, shown, entry);
          if (verdict === null) return [];
          const where = `${one.file}:${one.line}`;
          return [ {
            severity: verdict === "source-unreleased" ? "warning" : "error",
            rule: verdict,
            message: `${file} says ${entry.name} ${shown.tag}; ${where}${key === "" ? "" : ` (${key})`} says ${one.value}${verdict === "source-unreleased" ? ", which is no release" : ""}.`,
            advice: ADVICE[verdict],
            before: one.value,
            after: shown.tag,
            ...place === "row" && row !== void 0 ? {
              file: file,
              ...at(row)
            } : {
              file: one.file,
              line: one.line,
              column: one.column
            }
          } ];
        });
      });
    }
    const ADVICE = {
      "source-differs": "Run update-image-refs with the same versions, or correct the version.",
      "source-unreleased": "Adopt a release there, or say in the pull request why this commit is tested.",
      "not-a-version": "Run update-image-refs with the released version."
    };
    function judge(one, shown, {template: template}) {
      if (one.kind === "digest") return null;
      if (one.kind === "near") return "not-a-version";
      if (!isReleased(one)) return "source-unreleased";
      const version = template.parse(one.value)?.version ?? one.version;
      return version === shown.version ? null : "source-differs";
    }
    function chooseVersions(entries, told, readings, rows) {
      const chosen = new Map;
      for (const {of: of, template: template} of entries) {
        const found = chosen.get(of.id) ?? fromInput(told.get(of.id)) ?? fromSources(of.id, template, readings) ?? fromRows(of.id, template, rows);
        if (found !== null) chosen.set(of.id, found);
      }
      return chosen;
    }
    function fromInput(release) {
      if (release === void 0) return null;
      const {template: template, version: version, build: build} = release;
      return {
        version: version,
        tag: template.format(version, build),
        because: "the input “versions”"
      };
    }
    function fromSources(id, template, readings) {
      for (const {of: of, found: found} of readings) {
        const first = of === id ? found.find(isReleased) : void 0;
        if (first?.version == null) continue;
        const read = template.parse(first.value);
        const tag = read !== null ? first.value : template.counts ? null : template.format(first.version);
        if (tag !== null) return {
          version: read?.version ?? first.version,
          tag: tag,
          because: `${first.file}:${first.line}`
        };
      }
      return null;
    }
    function fromRows(id, template, rows) {
      for (const {entry: entry, versions: versions} of rows) {
        const text = entry?.of.id === id ? versions[0]?.text : void 0;
        const version = text === void 0 ? null : versionShown(text, template);
        if (text !== void 0 && version !== null && !isPlaceholder(version)) return {
          version: version,
          tag: template.parse(text) === null && !template.counts ? template.format(version) : text,
          because: "the matrix as it is"
        };
      }
      return null;
    }
    function versionShown(text, template) {
      return template.parse(text)?.version ?? (0, packages_versions.$4)(text.replace(/^v/, ""));
    }
    function checkTable(source, table, rows, entries) {
      const missing = entries.filter(entry => rows.every(row => row.entry !== entry));
      const place = (0, packages_versions.$t)(source, table.start);
      return [ ...checkAlignment(source, table), ...missing.map(({name: name}) => error("missing-component", `${name} has no row in the matrix.`, "Run the action in mode “update”.", place)), ...rows.flatMap(row => [ ...checkRow(source.file, row, rows), ...checkCells(source.file, row) ]) ];
    }
    function checkAlignment(source, table) {
      const lines = source.text.slice(table.start, table.end).split(/\r?\n/);
      const widths = [ ...new Set(lines.map(line => (0, packages_plan.F1)(line.trim()))) ].sort((a, b) => a - b);
      if (widths.length < 2) return [];
      const message = `The table's lines are ${widths.join(", ")} characters long: its columns are not straight.`;
      const advice = "Run the action in mode “update”.";
      return [ {
        severity: "warning",
        rule: "misaligned-table",
        message: message,
        advice: advice,
        ...(0, packages_versions.$t)(source, table.start)
      } ];
    }
    function checkRow(file, row, rows) {
      if (row.entry === null) return row.versions.length === 0 ? [] : [ removedComponent(file, row, "error") ];
      const first = rows.find(({entry: entry}) => entry === row.entry);
      if (first === row || first === void 0) return [];
      const message = `${row.entry.name} has a row on line ${first.line} already.`;
      return [ error("duplicate-component", message, "Remove one of the two rows.", {
        file: file,
        ...at(row)
      }) ];
    }
    function removedComponent(file, row, severity) {
      return {
        severity: severity,
        rule: "removed-component",
        message: `The matrix lists “${row.name}”, which is not part of the train.`,
        advice: "Its row goes with the next update; to keep it, name the project under “external:” in the manifest.",
        file: file,
        ...at(row)
      };
    }
    function checkCells(file, row) {
      const {entry: entry, versions: versions, name: name} = row;
      if (entry === null) return [];
      if (versions.length === 0) return [ error("not-a-version", `The matrix names no version of ${name}.`, "Run the action in mode “update”.", {
        file: file,
        ...at(row)
      }) ];
      return versions.flatMap(shown => {
        const place = {
          file: file,
          ...at(shown)
        };
        const version = versionShown(shown.text, entry.template);
        if (version === null) {
          const right = (0, packages_versions.bM)(shown.text);
          const advice = right === null ? "Run the action in mode “update” with the released version." : `Write “${right}”.`;
          return [ error("not-a-version", `“${shown.text}” of ${name} is no version.`, advice, place) ];
        }
        if (isPlaceholder(version)) {
          const message = `“${shown.text}” of ${name} stands for “not released yet”.`;
          return [ error("placeholder-version", message, "Run the action in mode “update” with the released version.", place) ];
        }
        const linked = shown.link?.tag;
        if (linked === void 0 || versionShown(linked, entry.template) === version || linked === shown.text) return [];
        const message = `The row of ${name} says ${shown.text} and links ${linked}.`;
        return [ error("link-differs", message, "Run the action in mode “update”.", place) ];
      });
    }
    async function checkLinks(file, rows, own, exists) {
      const asked = rows.flatMap(row => row.versions.flatMap(shown => {
        const version = row.entry === null ? null : versionShown(shown.text, row.entry.template);
        if (row.entry === null || version === null) return [];
        const {of: of, template: template} = row.entry;
        const tag = template.parse(shown.text) !== null || template.counts ? shown.text : template.format(version);
        const targets = isPlaceholder(version) ? [] : [ {
          rule: "tag-missing",
          repository: of.repository,
          tag: tag
        } ];
        if (shown.link !== null && shown.link.repository !== of.repository) targets.push({
          rule: "dead-link",
          repository: shown.link.repository,
          tag: shown.link.tag
        });
        return targets.filter(({repository: repository}) => repository !== own).map(target => ({
          ...target,
          row: row,
          shown: shown
        }));
      }));
      const answers = await Promise.all(asked.map(async ({repository: repository, tag: tag}) => exists(repository, tag)));
      return asked.filter((_one, index) => answers[index] === false).map(({rule: rule, repository: repository, tag: tag, row: row, shown: shown}) => error(rule, `The matrix says ${row.name} ${shown.text}; ${repository} has no tag “${tag}”.`, rule === "dead-link" ? "Link the repository that released it: run the action in mode “update”." : "Give the released version.", {
        file: file,
        ...at(shown)
      }));
    }
    async function checkTags(file, entries, chosen, own, exists) {
      const members = [ ...new Map(entries.map(({of: of}) => [ of.id, of ])).values() ].filter(({repository: repository}) => repository !== own);
      const found = await Promise.all(members.map(async ({id: id, name: name, repository: repository}) => {
        const {tag: tag, because: because} = chosen.get(id) ?? {};
        if (tag === void 0 || await exists(repository, tag)) return [];
        const message = `${name} ${tag} (${because ?? ""}): ${repository} has no tag “${tag}”.`;
        return [ error("tag-missing", message, "Release it first, or give the version that was released.", {
          file: file
        }) ];
      }));
      return found.flat();
    }
    function checkDirection(file, rows, chosen, downgrades) {
      return rows.flatMap(({entry: entry, versions: versions, name: name}) => {
        const shown = versions[0];
        const next = entry === null ? void 0 : chosen.get(entry.of.id);
        if (entry === null || shown === void 0 || next === void 0 || downgrades.has(entry.of.id)) return [];
        const before = versionShown(shown.text, entry.template);
        if (before === null || (0, packages_versions.Zy)(next.version, before) >= 0) return [];
        const message = `${name} would go back from ${shown.text} to ${next.tag} (${next.because}).`;
        const advice = `If that is meant, name “${entry.of.id}” in the input “downgrades”.`;
        return [ error("went-backwards", message, advice, {
          file: file,
          ...at(shown)
        }) ];
      });
    }
    async function auditMatrix(request) {
      const {source: source, name: name, section: section, rows: rows, entries: entries, told: told, readings: readings, repository: repository, tagExists: tagExists} = request;
      const {file: file} = source;
      if (section.table === null) {
        const advice = "Run the action in mode “update”.";
        return [ {
          severity: "error",
          rule: "table-missing",
          message: `“${name}” in ${file} holds no table.`,
          advice: advice,
          file: file
        } ];
      }
      return [ ...checkTable(source, section.table, rows, entries), ...checkSources(file, rows, shownVersions(rows), entries, readings, "row"), ...checkTold(file, rows, told), ...tagExists === null ? [] : await checkLinks(file, rows, repository, tagExists) ];
    }
    function shownVersions(rows) {
      const shown = new Map;
      for (const {entry: entry, versions: versions, line: line} of rows) {
        const text = versions[0]?.text;
        const version = entry === null || text === void 0 ? null : versionShown(text, entry.template);
        if (entry !== null && text !== void 0 && version !== null && !shown.has(entry.of.id)) shown.set(entry.of.id, {
          tag: text,
          version: version,
          because: `line ${line}`
        });
      }
      return shown;
    }
    function checkTold(file, rows, told) {
      const first = shownVersions(rows);
      return rows.flatMap(({entry: entry, versions: versions, name: name, line: line, column: column}) => {
        const [shown] = versions;
        const version = entry === null || shown === void 0 ? null : versionShown(shown.text, entry.template);
        if (entry === null || shown === void 0 || version === null) return [];
        const input = told.get(entry.of.id);
        const expected = input?.version ?? first.get(entry.of.id)?.version;
        if (expected === void 0 || expected === version) return [];
        const says = input === void 0 ? first.get(entry.of.id)?.because ?? "" : "the input “versions”";
        const message = `The matrix says ${name} ${shown.text}; ${says} says ${expected}.`;
        const advice = "Run the action in mode “update”.";
        return [ {
          severity: "error",
          rule: "version-differs",
          message: message,
          advice: advice,
          file: file,
          line: line,
          column: column
        } ];
      });
    }
    function matrixEntries(train) {
      const below = id => train.external.filter(({under: under}) => under === id);
      const components = train.components.flatMap(component => [ entry(component, component.name, null), ...below(component.id).map(external => entry(external, external.name, component.name)), ...component.images.flatMap(({row: row}) => row === null ? [] : [ entry(component, row, component.name) ]) ]);
      const own = train.external.filter(({under: under}) => under === null);
      return [ ...components, ...own.map(external => entry(external, external.name, null)) ];
    }
    function entry(of, name, under) {
      return {
        of: of,
        name: name,
        under: under,
        template: new packages_versions.N6(of.tag, `tag of ${of.id}`)
      };
    }
    const sameName = (a, b) => plain(a) === plain(b);
    const plain = name => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, "");
    function renderTable({head: head, align: align, rows: rows}, newline) {
      const columns = head.map((title, column) => {
        const cells = [ title, ...rows.map(row => row[column] ?? "") ];
        return {
          align: align[column] ?? null,
          width: Math.max(3, ...cells.map(packages_plan.F1))
        };
      });
      const line = cells => `|${columns.map(({width: width}, column) => ` ${padded(cells[column] ?? "", width)} `).join("|")}|`;
      const rule = `|${columns.map(({align: side, width: width}) => dashes(side, width + 2)).join("|")}|`;
      return [ line(head), rule, ...rows.map(line) ].join(newline);
    }
    const cellText = text => text.replaceAll(/\s+/g, " ").replaceAll(/\\?\|/g, "\\|");
    function padded(text, width) {
      return text + " ".repeat(Math.max(0, width - (0, packages_plan.F1)(text)));
    }
    function dashes(align, width) {
      const [left, right] = [ align === "left" || align === "center" ? ":" : "-", align === "right" || align === "center" ? ":" : "-" ];
      return `${left}${"-".repeat(width - 2)}${right}`;
    }
    function checkedOut(given, environment) {
      const repository = given === "" ? environment["GITHUB_REPOSITORY"] ?? "" : given;
      if (/^[^/\s]+\/[^/\s]+$/.test(repository)) return repository;
      const what = given === "" ? "GITHUB_REPOSITORY" : "Input “repository”";
      throw new packages_plan.yo(`${what} is “${repository}”; which repository is checked out cannot be told.`, {
        advice: "Give “repository: OWNER/NAME”."
      });
    }
    function knownRepository(train, repository) {
      const all = [ ...train.components, ...train.downstream ];
      const same = one => one.repository.toLowerCase() === repository.toLowerCase();
      const forked = all.filter(one => nameOf(one.repository) === nameOf(repository));
      const found = all.find(same) ?? (forked.length === 1 ? forked[0] : void 0);
      if (found !== void 0) return found;
      throw new packages_plan.yo(`${train.file}: the repository “${repository}” is no component and not downstream of this train.`, {
        file: train.file,
        advice: `It knows ${all.map(one => one.repository).join(", ")}. Add the repository, or run where one of these is checked out.`
      });
    }
    const nameOf = repository => (repository.split("/")[1] ?? "").toLowerCase();
    function rewriteTable(source, table, rows, entries, chosen, server) {
      const head = table?.head.map(({start: start, end: end}) => source.text.slice(start, end)) ?? [ "Component", "Version" ];
      const column = table === null ? 1 : (0, packages_versions.JI)(table);
      refuseDoubles(source.file, rows);
      const removed = rows.filter(({entry: entry, versions: versions}) => entry === null && versions.some(({text: text}) => (0, 
      packages_versions.I)(text) !== null));
      const written = rows.filter(row => !removed.includes(row)).map(({entry: entry, ...row}) => ({
        entry: entry,
        cells: entry === null || !chosen.has(entry.of.id) ? row.cells : rewriteRow({
          entry: entry,
          ...row
        }, entry)
      }));
      for (const entry of entries) {
        if (!chosen.has(entry.of.id) || written.some(row => row.entry === entry)) continue;
        const cells = head.map((_title, index) => index === 0 ? cellText(entry.name) : index === column ? linkTo(entry) : "");
        written.splice(positionOf(entry, written, entries), 0, {
          entry: entry,
          cells: cells
        });
      }
      return {
        table: {
          head: head,
          align: table?.align ?? [],
          rows: written.map(({cells: cells}) => cells)
        },
        removed: removed
      };
      function linkTo(entry) {
        const tag = chosen.get(entry.of.id)?.tag ?? "";
        return `[${cellText(tag)}](${server}/${entry.of.repository}/releases/tag/${encodeURIComponent(tag).replaceAll("%2F", "/")})`;
      }
      function rewriteRow(row, entry) {
        return head.map((_title, index) => {
          const cell = row.cells[index] ?? "";
          if (index !== column) return cell;
          const shown = versionToReplace(source.file, row, entry);
          return shown === null ? linkTo(entry) : cell.slice(0, shown.from) + linkTo(entry) + cell.slice(shown.to);
        });
      }
    }
    function versionToReplace(file, {versions: versions, name: name, cells: cells, line: line, column: column}, entry) {
      const [only, second] = versions;
      if (only === void 0 && cells.every((cell, index) => index === 0 || cell === "")) return null;
      const own = versions.filter(({link: link}) => link?.repository === entry.of.repository);
      const found = second === void 0 ? only : own.length === 1 ? own[0] : void 0;
      if (found !== void 0 && (0, packages_versions.I)(found.text) !== null) return found;
      const seen = versions.map(({text: text}) => `“${text}”`).join(" and ") || "no version";
      throw new packages_plan.yo(`${file}:${line}:${column}: the cell of “${name}” holds ${seen}; one version was expected.`, {
        file: file,
        line: line,
        column: column,
        advice: `Write one version there, or one that links a release of ${entry.of.repository}.`
      });
    }
    function positionOf(entry, rows, entries) {
      const before = entries.slice(0, entries.indexOf(entry));
      const anchors = entry.under === null ? before : before.filter(({name: name, under: under}) => name === entry.under || under === entry.under);
      for (const anchor of anchors.reverse()) {
        const index = rows.findIndex(row => row.entry === anchor);
        if (index !== -1) return index + 1;
      }
      return entry.under === null ? 0 : rows.length;
    }
    function refuseDoubles(file, rows) {
      const seen = new Map;
      for (const row of rows) {
        if (row.entry === null) continue;
        const first = seen.get(row.entry);
        if (first !== void 0) {
          const {line: line, column: column} = row;
          throw new packages_plan.yo(`${file}:${line}:${column}: ${row.entry.name} has a row on line ${first.line} already.`, {
            file: file,
            line: line,
            column: column,
            advice: "Remove one of the two rows."
          });
        }
        seen.set(row.entry, row);
      }
    }
    function readRows(source, table, entries) {
      const column = (0, packages_versions.JI)(table);
      return table.rows.map(cells => {
        const name = cells[0]?.text ?? "";
        const cell = cells[column];
        const versions = cell === void 0 ? [] : rows_shownVersions(source, cell);
        const {line: line, column: at} = (0, packages_versions.$t)(source, cell?.start ?? cells[0]?.start ?? table.start);
        return {
          name: name,
          entry: entryOf(name, versions, entries),
          cells: cells.map(({start: start, end: end}) => source.text.slice(start, end)),
          versions: versions,
          line: line,
          column: at
        };
      });
    }
    function entryOf(name, versions, entries) {
      const named = entries.find(entry => sameName(entry.name, name) || entry.name === entry.of.name && sameName(entry.of.id, name));
      if (named !== void 0) return named;
      const linked = versions[0]?.link?.repository;
      return entries.find(({of: of, name: own}) => own === of.name && of.repository === linked) ?? null;
    }
    function rows_shownVersions(source, cell) {
      const shown = (text, link, {start: start, end: end}) => {
        const {line: line, column: column} = (0, packages_versions.$t)(source, start);
        return {
          text: text,
          link: link,
          from: start - cell.start,
          to: end - cell.start,
          line: line,
          column: column
        };
      };
      if (cell.links.length === 0) return cell.text === "" ? [] : [ shown(cell.text, null, cell) ];
      return cell.links.filter(({text: text}) => (0, packages_versions.I)(text) !== null).map(link => shown(link.text, releaseLink(link), link));
    }
    function releaseLink({url: url}) {
      const [, repository, tag] = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/(?:releases\/tag|tree)\/([^?#]+)/.exec(url) ?? [];
      if (repository === void 0 || tag === void 0) return null;
      return {
        url: url,
        repository: repository,
        tag: decoded(tag)
      };
    }
    function decoded(text) {
      try {
        return decodeURIComponent(text);
      } catch {
        return text;
      }
    }
    function findSection(source, name) {
      const blocks = (0, packages_versions.KR)(source);
      const bounds = markedBounds(source, blocks, name) ?? headedBounds(source, blocks, name);
      if (bounds === null) return null;
      const inside = blocks.filter(({start: start, end: end}) => start >= bounds.start && end <= bounds.end);
      const [table, second] = inside.filter(block => block.kind === "table");
      if (second !== void 0) throw (0, packages_versions.CC)(source, second.start, `a second table stands in “${name}”.`, "Keep one table there, or move the other out of the section.");
      const html = inside.find(block => block.kind === "html" && /<table/i.test(block.text));
      if (table === void 0 && html !== void 0) throw (0, packages_versions.CC)(source, html.start, `the matrix in “${name}” is HTML.`, "Write it as a Markdown table once: | Component | Version |.");
      return {
        table: table?.table ?? null,
        end: bounds.end
      };
    }
    function requireSection(source, name) {
      const found = findSection(source, name);
      if (found !== null) return found;
      throw new packages_plan.yo(`${source.file} has neither the comments “${marker(name, "start")}” and “${marker(name, "end")}” nor a heading “${name}”.`, {
        file: source.file,
        advice: "Put the two comments, each on a line of its own, where the matrix belongs."
      });
    }
    const marker = (name, edge) => `\x3c!-- ${name} ${edge} --\x3e`;
    function markedBounds(source, blocks, name) {
      const comments = blocks.flatMap(block => {
        if (block.kind !== "html") return [];
        const text = source.text.slice(block.start, block.end);
        return [ ...text.matchAll(/<!--\s*([\s\S]*?)\s*-->/g) ].map(match => ({
          says: match[1] ?? "",
          start: block.start + match.index,
          end: block.start + match.index + match[0].length
        }));
      });
      const starts = comments.filter(({says: says}) => says === `${name} start`);
      const ends = comments.filter(({says: says}) => says === `${name} end`);
      const [start, end] = [ starts[0], ends[0] ];
      if (start === void 0 && end === void 0) return null;
      const doubled = starts[1] ?? ends[1];
      if (doubled !== void 0) {
        const line = (0, packages_versions.$t)(source, (starts[1] === void 0 ? end : start)?.start ?? 0).line;
        throw (0, packages_versions.CC)(source, doubled.start, `“\x3c!-- ${doubled.says} --\x3e” stands on line ${line} already.`, "Keep one pair of comments.");
      }
      if (start === void 0 || end === void 0) {
        const edge = start === void 0 ? "start" : "end";
        throw (0, packages_versions.CC)(source, (start ?? end)?.start ?? 0, `“${marker(name, edge)}” is missing.`, "Put it around the table, on a line of its own.");
      }
      if (start.start > end.start) throw (0, packages_versions.CC)(source, end.start, `“${marker(name, "end")}” stands before its start.`, "Exchange the two comments.");
      return {
        start: start.end,
        end: end.start
      };
    }
    function headedBounds(source, blocks, name) {
      const headings = blocks.filter(block => block.kind === "heading");
      const [found, second] = headings.filter(({text: text}) => text.trim().toLowerCase() === name.toLowerCase());
      if (found === void 0) return null;
      if (second !== void 0) throw (0, packages_versions.CC)(source, second.start, `a second heading is called “${name}”.`, `Mark the right one: “${marker(name, "start")}”, “${marker(name, "end")}”.`);
      const next = headings.find(({start: start, depth: depth}) => start > found.start && depth <= found.depth);
      return {
        start: found.end,
        end: next?.start ?? source.text.length
      };
    }
    const newlineOf = ({text: text}) => text.includes("\r\n") ? "\r\n" : "\n";
    function replaceTable(source, {table: table, end: end}, text) {
      const [before, after] = [ source.text.slice(0, table?.start ?? end), source.text.slice(table?.end ?? end) ];
      if (table !== null) return before + text + after;
      const newline = newlineOf(source);
      const gap = /\n[ \t]*\r?\n$/.test(before) ? "" : before.endsWith("\n") ? newline : newline + newline;
      return `${before}${gap}${text}${newline}${after === "" || /^(?:\r?\n|<!--)/.test(after) ? "" : newline}${after}`;
    }
    async function notesChange(workspace, file, name, text) {
      const source = (0, packages_versions.vz)(file, await workspace.read(file, "notes-file") ?? Buffer.alloc(0));
      const newline = newlineOf(source);
      const table = text.replaceAll("\r\n", "\n").replaceAll("\n", newline);
      const section = findSection(source, name);
      const gap = source.text === "" ? "" : source.text.endsWith("\n") ? newline : newline + newline;
      const content = section === null ? `${source.text}${gap}## ${name}${newline}${newline}${table}${newline}` : replaceTable(source, section, table);
      return workspace.change(file, content, `holds the ${name}`);
    }
    function toldVersions(train, lines, input) {
      const told = new Map;
      for (const line of lines) {
        const [name, text] = splitLine(line, input, "Component=v1.2.3");
        const of = (0, packages_train.gz)(train, name, `Input “${input}”`);
        const release = memberRelease(of, text, `Input “${input}”, “${name}”`);
        const before = told.get(of.id);
        if (before !== void 0 && before.version !== release.version) throw new packages_plan.yo(`Input “${input}” gives two versions of ${of.name}: ${before.version} and ${release.version}.`, {
          advice: "Keep one line."
        });
        told.set(of.id, release);
      }
      return told;
    }
    function toldImages(train, lines, input) {
      const told = new Map;
      for (const line of lines) {
        const [name, reference] = splitLine(line, input, "NAME=quay.io/org/image:v1.2.3");
        const tag = /:([^:/@]+)$/.exec(reference)?.[1];
        if (tag !== void 0) refuseChannel(train, tag, `Input “${input}”, “${name}”`);
        if (told.has(name)) throw new packages_plan.yo(`Input “${input}” names “${name}” twice.`, {
          advice: "Keep one line."
        });
        told.set(name, reference);
      }
      return told;
    }
    function memberRelease(of, text, what) {
      if ((0, packages_versions.I)(text) === "branch") throw channel(text, what);
      const template = new packages_versions.N6(of.tag, `tag of ${of.id}`);
      const read = template.parse(text);
      const version = (0, packages_versions.BC)(read === null || text === `v${read.version}` ? text : read.version, what);
      if (template.counts && read === null) throw new packages_plan.yo(`${what}: the tags of ${of.name} count builds (“${of.tag}”), and “${text}” names none.`, {
        advice: `Give the tag itself, for example “${template.format(version, 1)}”.`
      });
      const images = (0, packages_train.Wy)(of) ? new Map(of.images.map(image => [ image.name, new packages_versions.N6(image.tag, `tag of ${image.name}`) ])) : void 0;
      return {
        of: of,
        version: version,
        template: template,
        ...read?.build !== void 0 && {
          build: read.build
        },
        ...images && {
          images: images
        }
      };
    }
    function refuseChannel(train, tag, what) {
      const channels = train.components.flatMap(({images: images}) => images.flatMap(image => image.channels));
      if (channels.includes(tag) || (0, packages_versions.I)(tag) === "branch") throw channel(tag, what);
    }
    function channel(tag, what) {
      return new packages_plan.yo(`${what}: “${tag}” moves; a release names explicit versions (PCF-ADR-003, open question 5).`, {
        advice: `Give the version that “${tag}” stands for now, for example “v1.2.3”.`
      });
    }
    function splitLine(line, input, example) {
      const at = line.indexOf("=");
      const [name, value] = [ line.slice(0, at).trim(), line.slice(at + 1).trim() ];
      if (at > 0 && name !== "" && value !== "") return [ name, value ];
      throw new packages_plan.yo(`Input “${input}”: “${line}” is not of the form “${example}”.`, {
        advice: `Write “${example}”.`
      });
    }
    async function planMatrix(request) {
      const {workspace: workspace, train: train, file: file, section: name, repository: repository, tagExists: tagExists} = request;
      const entries = matrixEntries(train);
      const told = toldVersions(train, request.versions, "versions");
      const downgrades = new Set(request.downgrades.map(given => (0, packages_train.gz)(train, given, "Input “downgrades”").id));
      const source = await (0, packages_versions.o$)(workspace, file);
      const section = requireSection(source, name);
      const rows = section.table === null ? [] : readRows(source, section.table, entries);
      const written = request.sources ? knownRepository(train, repository).versions : [];
      const {readings: readings, findings: unreadable} = await readSources(workspace, written);
      if (request.mode === "check") {
        const audit = await auditMatrix({
          ...request,
          source: source,
          name: name,
          section: section,
          rows: rows,
          entries: entries,
          told: told,
          readings: readings
        });
        const findings = [ ...unreadable, ...audit ];
        return {
          changes: [],
          findings: findings,
          refusal: refusalOf(file, findings),
          markdown: source.text.slice(section.table?.start ?? 0, section.table?.end ?? 0),
          versions: tagsOf(shownVersions(rows)),
          lines: []
        };
      }
      const chosen = chooseVersions(entries, told, readings, rows);
      const rewritten = rewriteTable(source, section.table, rows, entries, chosen, request.server);
      const markdown = renderTable(rewritten.table, newlineOf(source));
      const lines = linesOf(entries, rows, chosen);
      const blocking = [ ...checkDirection(file, rows, chosen, downgrades), ...tagExists === null ? [] : await checkTags(file, entries, chosen, repository, tagExists) ];
      const changes = [ await workspace.change(file, replaceTable(source, section, markdown), reasonFor(lines, rewritten)), request.notesFile === null ? null : await notesChange(workspace, request.notesFile, name, markdown) ];
      return {
        changes: changes.filter(change => change !== null),
        findings: [ ...blocking, ...unknownVersions(file, entries, rows, chosen), ...unreadable, ...checkSources(file, rows, chosen, entries, readings, "source"), ...rewritten.removed.map(row => removedComponent(file, row, "warning")) ],
        refusal: refusalOf(file, blocking),
        markdown: markdown,
        versions: tagsOf(chosen),
        lines: lines
      };
    }
    function tagsOf(versions) {
      return Object.fromEntries([ ...versions ].map(([id, {tag: tag}]) => [ id, tag ]));
    }
    function unknownVersions(file, entries, rows, chosen) {
      return entries.filter(({of: of, name: name}) => !chosen.has(of.id) && name === of.name).map(entry => {
        const row = rows.find(one => one.entry === entry);
        return {
          severity: "error",
          rule: row === void 0 ? "missing-component" : "not-a-version",
          message: `Nobody says which version of ${entry.name} belongs to this release; its row ${row === void 0 ? "is missing" : "stays as it is"}.`,
          advice: `Give it in the input “versions” (“${entry.of.id}=v1.2.3”), or name a file that says it under “versions:” in the manifest.`,
          file: file,
          ...row !== void 0 && {
            line: row.line,
            column: row.column
          }
        };
      });
    }
    function refusalOf(file, findings) {
      const errors = findings.filter(({severity: severity}) => severity === "error");
      const [first] = errors;
      if (first === void 0) return null;
      const {line: line, column: column} = first;
      return new packages_plan.yo(`${first.message}${errors.length === 1 ? "" : ` And ${errors.length - 1} more.`}`, {
        file: first.file ?? file,
        ...line !== void 0 && {
          line: line
        },
        ...column !== void 0 && {
          column: column
        },
        advice: first.advice
      });
    }
    function linesOf(entries, rows, chosen) {
      return entries.flatMap(entry => {
        const next = chosen.get(entry.of.id);
        const row = rows.find(one => one.entry === entry);
        if (next === void 0) return [];
        const before = row?.versions[0]?.text ?? null;
        return [ {
          name: row?.name ?? entry.name,
          before: before,
          after: next.tag,
          because: next.because
        } ];
      });
    }
    function reasonFor(lines, {removed: removed}) {
      const moved = lines.filter(({before: before, after: after}) => before !== after).map(({name: name, after: after}) => `${name} ${after}`);
      const gone = removed.map(({name: name}) => `without ${name}`);
      return [ ...moved, ...gone ].join(", ") || "the table in straight columns, with links";
    }
    function referenceFindings({untidy: untidy, edits: edits}, idle, train) {
      return [ ...untidy.map(file => {
        const line = edits.find(edit => edit.file === file)?.line;
        return {
          severity: "warning",
          rule: "go-mod-tidy",
          message: `${file} requires versions that go.sum does not know yet.`,
          advice: `Run “go mod tidy” in ${directoryOf(file)} and commit go.mod and go.sum together.`,
          file: file,
          ...line !== void 0 && {
            line: line
          }
        };
      }), ...idle.map(name => ({
        severity: "info",
        rule: "not-written-here",
        message: `The version of ${name} is written nowhere in this repository.`,
        advice: `If it should be, name the place under “versions:” in ${train}.`
      })) ];
    }
    function reportReferences({edits: edits, untidy: untidy}, idle) {
      return [ (0, packages_plan.R_)("Versions in files"), edits.length === 0 ? (0, packages_plan.FY)("Every place says the right version already.") : (0, 
      packages_plan.tp)([ "File", "Before", "After" ], edits.map(({file: file, line: line, before: before, after: after}) => [ (0, 
      packages_plan.aY)(`${file}:${line}`), (0, packages_plan.aY)(before), (0, packages_plan.aY)(after) ])), ...untidy.length === 0 ? [] : [ (0, 
      packages_plan.FY)("go.sum does not know the new versions yet. Run, and commit the result with this change:"), (0, 
      packages_plan.DV)(untidy.map(file => `(cd ${directoryOf(file)} && go mod tidy)`).join("\n"), "sh") ], ...idle.length === 0 ? [] : [ (0, 
      packages_plan.p_)(idle.map(name => `${name}: written nowhere in this repository.`)) ] ];
    }
    const directoryOf = file => file.replace(/\/?[^/]*$/, "") || ".";
    var posix_ = __webpack_require__(3916);
    async function filesMatching(workspace, patterns, input) {
      const found = new Set;
      let all = null;
      for (const pattern of patterns) {
        const path = pattern.replace(/^\.\//, "");
        const plain = !/[*?[{]/.test(path) || await workspace.read(path, `Input “${input}”`) !== null;
        all ??= plain ? null : await workspace.list(".", `Input “${input}”`);
        const files = plain ? [ path ] : (all ?? []).filter(file => (0, posix_.matchesGlob)(file, path));
        if (files.length === 0 || plain && await workspace.read(path, `Input “${input}”`) === null) throw new packages_plan.yo(`Input “${input}”: “${pattern}” matches no file.`, {
          advice: "Write paths relative to the root of the checkout; “**” stands for any directories."
        });
        for (const file of files) found.add(file);
      }
      return [ ...found ].sort();
    }
    async function findImages(workspace, files, images) {
      const places = [];
      for (const file of files) {
        const forms = formsOf(file);
        const bytes = forms.length === 0 ? null : await workspace.read(file, "file");
        const named = bytes === null || bytes.includes(0) ? [] : images.filter(image => bytes.includes(image));
        if (bytes === null || named.length === 0) continue;
        const source = (0, packages_versions.vz)(file, bytes);
        for (const key of named) {
          const form = forms.find(one => (0, packages_versions.wy)(source, one, key));
          if (form !== void 0) places.push({
            file: file,
            form: form,
            key: key
          });
        }
      }
      return places;
    }
    function formsOf(file) {
      const name = (0, posix_.basename)(file);
      if (/^kustomization\.ya?ml$|^Kustomization$/.test(name)) return [ "kustomize-image", "yaml-image" ];
      if (/\.ya?ml$/.test(name)) return [ "imagestream", "yaml-image" ];
      if (/\.env$|^\.env/.test(name)) return [ "params-env" ];
      return /^(?:Dockerfile|Containerfile)(?:\.|$)|\.(?:Dockerfile|Containerfile)$/i.test(name) ? [ "dockerfile" ] : [];
    }
    async function wantedReferences(request) {
      const {workspace: workspace, train: train, repository: repository, paths: paths} = request;
      const versions = toldVersions(train, request.versions, "versions");
      const images = toldImages(train, request.images, "images");
      if (versions.size === 0 && images.size === 0) throw new packages_plan.yo("Neither “versions” nor “images” says what to write.", {
        advice: "Give “versions:” with lines like “Component=v1.2.3”, or “images:” with lines like “NAME=quay.io/org/image:v1.2.3”."
      });
      const files = paths.length === 0 ? null : await filesMatching(workspace, paths, "paths");
      const all = knownRepository(train, repository).versions;
      const declared = files === null ? all : all.filter(({file: file}) => files.includes(file));
      const name = id => [ ...train.components, ...train.external ].find(member => member.id === id)?.name ?? id;
      const wanted = [];
      const used = new Set;
      for (const place of declared) {
        const {file: file, form: form, key: key, of: of} = place;
        const image = await imageToldFor(workspace, place, images);
        const to = image === null ? versions.get(of) : images.get(image);
        if (to === void 0) continue;
        wanted.push({
          file: file,
          form: form,
          key: key,
          to: to,
          of: name(of)
        });
        used.add(image ?? of);
      }
      const named = new Set(declared.map(({file: file}) => file));
      const owners = new Map([ ...versions.values() ].flatMap(({of: of, images: own}) => [ ...own?.keys() ?? [] ].map(image => [ image, of.id ])));
      const others = (files ?? []).filter(file => !named.has(file));
      for (const place of await findImages(workspace, others, [ ...images.keys(), ...owners.keys() ])) {
        const of = owners.get(place.key) ?? "";
        const to = images.get(place.key) ?? versions.get(of);
        if (to === void 0) continue;
        wanted.push({
          ...place,
          to: to,
          of: of === "" ? place.key : name(of)
        });
        used.add(images.has(place.key) ? place.key : of);
      }
      const lost = [ ...images.keys() ].find(image => !used.has(image));
      if (lost !== void 0) throw nowhere(`the image “${lost}”`, train, files);
      if (wanted.length === 0) throw nowhere([ ...versions.keys() ].map(name).join(", "), train, files);
      return {
        wanted: wanted,
        idle: [ ...versions.keys() ].filter(id => !used.has(id)).map(name)
      };
    }
    async function imageToldFor(workspace, {file: file, form: form, key: key}, images) {
      if (images.has(key)) return key;
      if (images.size === 0) return null;
      const found = (0, packages_versions.T5)(await (0, packages_versions.o$)(workspace, file), form, key);
      return found.map(({image: image}) => image?.repository ?? "").find(repository => images.has(repository)) ?? null;
    }
    function nowhere(what, train, files) {
      const where = files === null ? `the files that ${train.file} names for this repository` : files.join(", ");
      return new packages_plan.yo(`Nothing to write: ${what} is written nowhere in ${where}.`, {
        advice: `Name the place under “versions:” in ${train.file} ({ of, file, form, key }), or give its file in “paths”.`
      });
    }
    function pinnedDigest(look) {
      return async image => {
        const digest = await look(image);
        if (digest !== null) return digest;
        throw new packages_plan.yo(`${image} was not published, so there is no digest to pin it to.`, {
          advice: "Publish the image first, or leave “digests” out."
        });
      };
    }
    function reportMatrix(plan, title) {
      const moved = plan.lines.filter(({before: before, after: after}) => before !== after);
      return [ (0, packages_plan.R_)(title), moved.length === 0 ? (0, packages_plan.FY)("Every version in the matrix stays.") : (0, 
      packages_plan.tp)([ "Component", "Before", "After", "Says" ], moved.map(({name: name, before: before, after: after, because: because}) => [ name, before ?? "–", after, because ])), ...plan.findings.length === 0 ? [] : [ (0, 
      packages_plan.R_)("What does not fit"), (0, packages_plan.p_)(plan.findings.map(({severity: severity, rule: rule, message: message, advice: advice, file: file, line: line}) => [ `${severity}: ${message} ${advice} `, (0, 
      packages_plan.aY)(`${rule}${file === void 0 ? "" : `, ${file}${line === void 0 ? "" : `:${line}`}`}`) ])) ], (0, 
      packages_plan.wD)(plan.markdown) ];
    }
  },
  8072: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      kb: () => dayOf,
      gz: () => findMember,
      dv: () => findRelease,
      WX: () => findingsOf,
      Wy: () => isComponent,
      eY: () => loadManifest,
      AX: () => matrixTable,
      W7: () => planComponents,
      KO: () => plannedVersions,
      Rv: () => releaseRequest,
      IH: () => reportRelease,
      Np: () => summarizeRelease
    });
    var plan = __webpack_require__(1380);
    function sprintOf(calendar, day) {
      const index = Math.floor((daysSinceEpoch(day) - daysSinceEpoch(calendar.firstDay)) / (calendar.sprintWeeks * 7));
      return sprint(calendar, index + 1);
    }
    function sprint(calendar, number) {
      const length = calendar.sprintWeeks * 7;
      const firstDay = addDays(calendar.firstDay, (number - 1) * length);
      const lastDay = addDays(firstDay, length - 1);
      return {
        number: number,
        firstDay: firstDay,
        lastDay: lastDay,
        freezeFrom: calendar.freezeDays === 0 ? null : addDays(lastDay, 1 - calendar.freezeDays)
      };
    }
    function isFrozen(calendar, day) {
      const {number: number, freezeFrom: freezeFrom} = sprintOf(calendar, day);
      return number > 0 && freezeFrom !== null && day >= freezeFrom;
    }
    function adoptionDeadline(calendar, releasedOn, withinSprints) {
      const {number: number} = sprintOf(calendar, releasedOn);
      return sprint(calendar, Math.max(number, 0) + withinSprints).lastDay;
    }
    function addDays(day, days) {
      return new Date((daysSinceEpoch(day) + days) * DAY_MS).toISOString().slice(0, 10);
    }
    function daysBetween(from, to) {
      return daysSinceEpoch(to) - daysSinceEpoch(from);
    }
    function dayOf(time, what) {
      const written = time.slice(0, 10);
      const parsed = Date.parse(time.length === 10 ? `${time}T00:00:00Z` : time);
      if (!RFC_3339.test(time) || !isDay(written) || Number.isNaN(parsed)) throw new plan.yo(`${what}: “${time}” is no time.`, {
        advice: "Write a day (2024-04-05) or a time with its zone (2024-04-05T09:00:00Z)."
      });
      return new Date(parsed).toISOString().slice(0, 10);
    }
    function isDay(text) {
      const parsed = Date.parse(`${text}T00:00:00Z`);
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text);
    }
    const RFC_3339 = /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2}))?$/;
    const DAY_MS = 24 * 60 * 60 * 1e3;
    function daysSinceEpoch(day) {
      return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
    }
    var packages_versions = __webpack_require__(9899);
    async function nextVersion(world, {id: id, repository: repository, tag: tag}, {head: head, version: version, line: line, releases: releases}) {
      const history = world.history(repository);
      const template = new packages_versions.N6(tag, `tag of ${id}`);
      const request = {
        version: version,
        bump: "auto",
        prereleaseId: "rc",
        line: line,
        template: template,
        target: head
      };
      try {
        return await (0, packages_versions.vI)(request, history);
      } catch (error) {
        const [highest] = releases;
        if (!(error instanceof plan.yo) || version !== null || line !== null || highest === void 0) throw error;
        if (await history.contains(head, await history.commitOf(template.format(highest)))) throw error;
        return (0, packages_versions.vI)({
          ...request,
          bump: "minor"
        }, history);
      }
    }
    function planComponent(facts, hotfix) {
      const planned = hotfix ? hotfixOf(facts) : regular(facts);
      const backwards = facts.carried !== null && planned.after !== null && (0, packages_versions.Zy)(planned.after, facts.carried) < 0;
      if (!backwards || planned.problem !== null) return planned;
      return {
        ...planned,
        problem: {
          message: `${facts.name} would go back from ${facts.carried} to ${planned.after}.`,
          advice: `Release a version above ${facts.carried} that holds its fixes.`
        }
      };
    }
    function regular({carried: carried, next: next, problem: problem}) {
      const base = {
        before: carried,
        problem: problem,
        warnings: warningsOf(next)
      };
      if (next === null) return {
        ...base,
        after: carried,
        released: carried !== null,
        reasons: []
      };
      if (next.exists) {
        const unchanged = carried !== null && (0, packages_versions.Zy)(next.version, carried) === 0;
        return {
          ...base,
          after: next.version,
          released: true,
          reasons: unchanged ? [ "nothing new" ] : next.reasons
        };
      }
      const {previous: previous} = next;
      if (carried !== null && previous !== null && (0, packages_versions.Zy)(previous, carried) > 0) return {
        ...base,
        after: previous,
        released: true,
        reasons: [ `released since ${carried}; later changes wait` ]
      };
      return {
        ...base,
        after: next.version,
        released: false,
        reasons: next.reasons
      };
    }
    function hotfixOf({name: name, carried: carried, releases: releases, next: next, problem: problem}) {
      const base = {
        before: carried,
        released: true,
        warnings: warningsOf(next)
      };
      if (carried === null) {
        const [newest = null] = releases;
        return {
          ...base,
          released: newest !== null,
          after: newest,
          reasons: [],
          problem: problem
        };
      }
      const line = (0, packages_versions.cA)(carried);
      const fixed = releases.find(one => (0, packages_versions.lZ)((0, packages_versions.cA)(one), line) === 0 && (0, 
      packages_versions.Zy)(one, carried) > 0);
      return fixed === void 0 ? {
        ...base,
        after: carried,
        reasons: [ "not part of the hotfix" ],
        problem: null
      } : {
        ...base,
        after: fixed,
        reasons: [ `newest fix of ${name} ${(0, packages_versions.IL)(line)}` ],
        problem: null
      };
    }
    function planExternal(facts, hotfix) {
      const {external: external, carried: carried, written: written, releases: releases} = facts;
      const [newest = null] = releases;
      const now = hotfix ? carried ?? written : written ?? carried;
      const follows = !hotfix && external.adoptWithinSprints !== null;
      const adopts = newest !== null && (now === null || follows && (0, packages_versions.Zy)(newest, now) > 0 && (0, 
      packages_versions.rT)(newest).major === (0, packages_versions.rT)(now).major);
      const after = adopts ? newest : now;
      const backwards = carried !== null && after !== null && (0, packages_versions.Zy)(after, carried) < 0;
      return {
        before: carried,
        after: after,
        released: after !== null && releases.some(one => (0, packages_versions.Zy)(one, after) === 0),
        reasons: adopts ? [ now === null ? "newest release; no version is written" : `adopts ${newest}` ] : [],
        problem: newest === null ? noTags(external) : backwards ? backTo(external, carried, after) : null,
        warnings: []
      };
    }
    function noTags({name: name, repository: repository, tag: tag}) {
      return {
        message: `${name}: no tag of ${repository} reads as ${tag}, or this token cannot see them.`,
        advice: "Correct “repository” or “tag” in the manifest, or give a token that may read it."
      };
    }
    function backTo({name: name}, from, to) {
      return {
        message: `${name} would go back from ${from} to ${to}.`,
        advice: `Write ${from} or a later version again; a release never takes an adopted version back.`
      };
    }
    function adoptionOf(facts, calendar, today) {
      const {external: external, written: written, releases: releases, newestOn: newestOn} = facts;
      const [version] = releases;
      if (version === void 0 || written === null || (0, packages_versions.Zy)(version, written) <= 0) return null;
      const {adoptWithinSprints: adoptWithinSprints} = external;
      const due = calendar === null || newestOn === null || adoptWithinSprints === null ? null : adoptionDeadline(calendar, newestOn, adoptWithinSprints);
      return {
        external: external,
        version: version,
        releasedOn: newestOn,
        due: due,
        state: due === null ? "open" : today > due ? "overdue" : "due"
      };
    }
    function warningsOf(next) {
      return (next?.warnings ?? []).map(message => ({
        message: message,
        advice: "Look at it before the release."
      }));
    }
    function levels(graph) {
      const waiting = new Map([ ...graph ].map(([name, needs]) => [ name, new Set(needs.filter(need => graph.has(need))) ]));
      const dependents = new Map([ ...graph.keys() ].map(name => [ name, [] ]));
      for (const [name, needs] of waiting) for (const need of needs) dependents.get(need)?.push(name);
      const position = new Map([ ...graph.keys() ].map((name, index) => [ name, index ]));
      const found = [];
      let level = [ ...graph.keys() ].filter(name => waiting.get(name)?.size === 0);
      while (level.length > 0) {
        found.push(level);
        const freed = [];
        for (const name of level) for (const dependent of dependents.get(name) ?? []) {
          const needs = waiting.get(dependent);
          needs?.delete(name);
          if (needs?.size === 0) freed.push(dependent);
        }
        level = freed.toSorted((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
      }
      if (found.flat().length !== graph.size) throw new RangeError("the graph has a cycle");
      return found;
    }
    function findCycle(graph) {
      const finished = new Set;
      for (const start of graph.keys()) {
        const path = [];
        const onPath = new Set;
        const open = [];
        const enter = name => {
          path.push(name);
          onPath.add(name);
          open.push({
            name: name,
            rest: [ ...graph.get(name) ?? [] ].reverse()
          });
        };
        if (!finished.has(start)) enter(start);
        for (let top = open.at(-1); top !== void 0; top = open.at(-1)) {
          const next = top.rest.pop();
          if (next === void 0) {
            finished.add(top.name);
            onPath.delete(top.name);
            path.pop();
            open.pop();
          } else if (onPath.has(next)) return [ ...path.slice(path.indexOf(next)), next ]; else if (!finished.has(next) && graph.has(next)) enter(next);
        }
      }
      return null;
    }
    function releaseLevels(train) {
      const byId = new Map(train.components.map(one => [ one.id, one ]));
      const ids = levels(new Map(train.components.map(({id: id, dependsOn: dependsOn}) => [ id, dependsOn ])));
      return ids.map(level => level.flatMap(id => byId.get(id) ?? []));
    }
    function releaseOrder(train) {
      return releaseLevels(train).flat();
    }
    async function readWritten(world, {repository: repository, ref: ref}, places) {
      const files = new Map([ ...new Set(places.map(({file: file}) => file)) ].map(file => [ file, world.file(repository, file, ref) ]));
      return Promise.all(places.map(async place => {
        const text = await files.get(place.file) ?? null;
        if (text === null) return {
          place: place,
          found: [],
          problem: `there is no such file at ${ref}`
        };
        return attempt(() => ({
          place: place,
          found: (0, packages_versions.T5)({
            file: place.file,
            text: text
          }, place.form, place.key).map(({value: value}) => value),
          problem: null
        }), message => ({
          place: place,
          found: [],
          problem: message
        }));
      }));
    }
    async function readMatrix(world, {repository: repository, ref: ref}, {file: file}, rows) {
      const text = await world.file(repository, file, ref);
      if (text === null) return new Map;
      const source = {
        file: file,
        text: text
      };
      return new Map(rows.flatMap(row => {
        const [shown] = attempt(() => (0, packages_versions.T5)(source, "markdown-table", row).map(({value: value}) => value), () => []);
        return shown === void 0 ? [] : [ [ row, shown ] ];
      }));
    }
    function matrixRows(train) {
      const below = ({id: id, images: images}) => [ ...train.external.filter(({under: under}) => under === id).map(external => ({
        name: external.name,
        id: external.id,
        isBelow: true
      })), ...images.flatMap(({row: row}) => row === null ? [] : [ {
        name: row,
        id: id,
        isBelow: true
      } ]) ];
      return [ ...train.components.flatMap(component => [ {
        name: component.name,
        id: component.id,
        isBelow: false
      }, ...below(component) ]), ...train.external.filter(({under: under}) => under === null).map(({name: name, id: id}) => ({
        name: name,
        id: id,
        isBelow: false
      })) ];
    }
    function versionsSaid(train, written, matrix) {
      const rows = new Map(matrixRows(train).map(({name: name, id: id}) => [ name, id ]));
      const inMatrix = [ ...matrix ?? [] ].map(([row, text]) => [ rows.get(row), text ]);
      const inFiles = written.flatMap(({place: place, found: found}) => found.map(text => [ place.of, text ]));
      const said = new Map;
      for (const [id, text] of [ ...inFiles, ...inMatrix ]) {
        const version = versionIn(text);
        if (id !== void 0 && version !== null && !said.has(id)) said.set(id, version);
      }
      return said;
    }
    function versionIn(text) {
      return (0, packages_versions.$4)(text.replace(/^(?:[A-Za-z]+-)?v?(?=\d)/, ""));
    }
    function attempt(read, otherwise) {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof plan.yo)) throw error;
        return otherwise(error.message);
      }
    }
    function nearest(given, candidates) {
      let best = null;
      let least = Number.POSITIVE_INFINITY;
      for (const candidate of candidates) {
        const away = distance(given.toLowerCase(), candidate.toLowerCase());
        if (away < least && away <= Math.max(1, Math.floor(Math.max(given.length, candidate.length) / 3))) {
          best = candidate;
          least = away;
        }
      }
      return best;
    }
    function distance(a, b) {
      if (a.length > 100 || b.length > 100) return a === b ? 0 : Number.POSITIVE_INFINITY;
      let [older, old] = [ [], Array.from({
        length: b.length + 1
      }, (_, index) => index) ];
      for (let i = 1; i <= a.length; i++) {
        const row = [ i ];
        for (let j = 1; j <= b.length; j++) {
          const same = a[i - 1] === b[j - 1] ? 0 : 1;
          let least = Math.min(at(old, j) + 1, at(row, j - 1) + 1, at(old, j - 1) + same);
          const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
          if (swapped) least = Math.min(least, at(older, j - 2) + 1);
          row.push(least);
        }
        [older, old] = [ old, row ];
      }
      return at(old, b.length);
    }
    const at = (row, index) => row[index] ?? Number.POSITIVE_INFINITY;
    function leader(train) {
      const found = train.components.find(component => component.leads);
      if (found === void 0) throw new Error(`train ${train.id} was made without a leading component`);
      return found;
    }
    function findMember(train, given, what) {
      const all = [ ...train.components, ...train.external ];
      const wanted = given.trim().toLowerCase();
      const found = all.find(({id: id, name: name}) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
      if (found !== void 0) return found;
      const close = nearest(given, all.flatMap(({id: id, name: name}) => [ id, name ]));
      throw new plan.yo(`${what}: “${given}” is no component of the train “${train.id}”.`, {
        advice: `${close === null ? "" : `Did you mean “${close}”? `}${train.file} knows: ${all.map(({id: id}) => id).join(", ")}.`
      });
    }
    function findComponent(train, given, what) {
      const found = findMember(train, given, what);
      if (isComponent(found)) return found;
      throw new plan.yo(`${what}: “${given}” is an external project; the train adopts its releases and makes none.`, {
        advice: `Components of ${train.file}: ${train.components.map(({id: id}) => id).join(", ")}.`
      });
    }
    function isComponent(of) {
      return "leads" in of;
    }
    const STEPS = [ {
      id: "components",
      title: "Components are released"
    }, {
      id: "references",
      title: "References are updated, CRDs copied"
    }, {
      id: "bundle",
      title: "The bundle is generated, the support matrix written"
    }, {
      id: "tag",
      title: "The train is tagged, with the matrix in its release notes"
    }, {
      id: "catalog",
      title: "The bundle is proposed to the catalog"
    }, {
      id: "stable",
      title: "Stable tags move"
    }, {
      id: "announce",
      title: "The release is announced"
    }, {
      id: "downstream",
      title: "Downstream is updated"
    } ];
    function itemsOf(observation) {
      return {
        components: componentItems(observation),
        references: [ ...writtenItems(observation.written, observation), ...copyItems(observation) ],
        bundle: [ ...bundleItems(observation), ...matrixItems(observation.matrix, observation) ],
        tag: tagItems(observation),
        catalog: catalogItems(observation),
        stable: stableItems(observation),
        announce: announceItems(observation),
        downstream: downstreamItems(observation)
      };
    }
    function tagOf(member, version) {
      const template = new packages_versions.N6(member.tag, `tag of ${member.id}`);
      return template.counts ? version : template.format(version);
    }
    function componentItems({train: train, members: members, images: images}) {
      return releaseOrder(train).flatMap(component => {
        const {after: after, released: released = false, problem: problem = null} = members.get(component.id) ?? {};
        if (component.leads) return [];
        if (problem !== null) return [ {
          done: false,
          what: problem.message
        } ];
        if (after === void 0 || after === null) return [ {
          done: false,
          what: `${component.name}: no version is known`
        } ];
        const release = {
          done: released,
          what: `${component.name} ${tagOf(component, after)}`
        };
        return [ release, ...released ? imagesOf(images, component, after) : [] ];
      });
    }
    function imagesOf(images, component, version) {
      return images.filter(state => state.component === component.id).map(({image: image, digest: digest}) => ({
        done: digest !== null,
        what: [ "image ", {
          code: `${image.name}:${new packages_versions.N6(image.tag, "image").format(version)}`
        } ]
      }));
    }
    function writtenItems(written, {train: train, members: members}) {
      return written.map(({place: place, found: found, problem: problem}) => {
        const after = members.get(place.of)?.after ?? null;
        const where = [ {
          code: place.file
        }, place.key === "" ? "" : [ " ", {
          code: place.key
        } ] ];
        if (problem !== null) return {
          done: false,
          what: [ where, `: ${problem}` ]
        };
        if (after === null) return {
          done: false,
          what: [ where, `: which version of ${place.of} belongs there is not known` ]
        };
        const tag = tagOf(findMember(train, place.of, train.file), after);
        const done = found.length > 0 && found.every(one => versionIn(one) === after);
        return {
          done: done,
          what: done ? [ where, ` says ${tag}` ] : [ where, ` says ${found.join(", ")}, not ${tag}` ]
        };
      });
    }
    function copyItems({copies: copies, members: members, train: train}) {
      return copies.map(({copy: copy, ref: ref}) => {
        const owner = findMember(train, copy.from, train.file);
        const after = members.get(copy.from)?.after ?? null;
        const wanted = after === null ? "its release" : tagOf(owner, after);
        if (after !== null && ref === wanted) return {
          done: true,
          what: `CRDs of ${owner.name} as of ${ref}`
        };
        const found = ref === null ? `are not known to be those of ${wanted}` : `are those of ${ref}, not of ${wanted}`;
        return {
          done: false,
          what: [ `CRDs of ${owner.name} in `, {
            code: copy.to
          }, ` ${found}` ]
        };
      });
    }
    function bundleItems({train: train, version: version, bundle: bundle, tag: tag}) {
      if (train.bundle === null || tag !== null) return [];
      return [ {
        done: bundle === version,
        what: `bundle ${train.bundle.package} ${version}`
      } ];
    }
    function matrixItems(matrix, {train: train, members: members}) {
      if (matrix === null) return [];
      return matrixRows(train).flatMap(({name: name, id: id, isBelow: isBelow}) => {
        const after = members.get(id)?.after ?? null;
        const shown = matrix.get(name);
        if (after === null || isBelow && shown === void 0) return [];
        const tag = tagOf(findMember(train, id, train.file), after);
        if (shown !== void 0 && versionIn(shown) === after) return [ {
          done: true,
          what: `support matrix: ${name} ${shown}`
        } ];
        return [ {
          done: false,
          what: `support matrix: ${name} ${shown === void 0 ? "is missing" : `is ${shown}`}, not ${tag}`
        } ];
      });
    }
    function tagItems({train: train, version: version, tag: tag, members: members, matrix: matrix, images: images}) {
      const leading = leader(train);
      const release = tag?.release ?? null;
      const wanted = [ ...members ].flatMap(([, {after: after}]) => after === null ? [] : [ after ]);
      const noted = release !== null && wanted.every(one => release.notes.includes(one));
      return [ {
        done: tag !== null,
        what: `${leading.name} ${tagOf(leading, version)}`
      }, ...imagesOf(images, leading, version), {
        done: release !== null,
        what: release === null ? "GitHub release" : {
          link: "GitHub release",
          href: release.url
        }
      }, ...matrix === null ? [] : [ {
        done: noted,
        what: "support matrix in the release notes"
      } ] ];
    }
    function catalogItems({train: train, version: version, catalog: catalog}) {
      if (train.bundle === null) return [];
      const what = `${train.bundle.package} ${version} to ${train.bundle.catalog}`;
      return [ {
        done: proposed(catalog),
        what: catalog.url === null ? what : {
          link: what,
          href: catalog.url
        }
      } ];
    }
    const proposed = ({state: state}) => state === "open" || state === "merged";
    function stableItems({train: train, images: images, tag: tag}) {
      const item = (done, name) => ({
        done: done,
        what: {
          code: `${name}:stable`
        }
      });
      if (tag !== null) return images.filter(({image: image}) => image.channels.includes("stable")).map(({image: image, digest: digest, channels: channels}) => item(digest !== null && channels.get("stable") === digest, image.name));
      const promoted = train.components.flatMap(component => component.images);
      return promoted.filter(({channels: channels}) => channels.includes("stable")).map(({name: name}) => item(false, name));
    }
    function announceItems({train: {announce: announce}, announced: announced}) {
      if (announce === null) return [];
      if (announced.length > 0) return [ {
        done: true,
        what: `announced: ${announced.join(", ")}`
      } ];
      const {slackChannel: slackChannel, mailTo: mailTo, discussionCategory: discussionCategory} = announce;
      const to = [ ...slackChannel === null ? [] : [ slackChannel ], ...mailTo, ...discussionCategory === null ? [] : [ "GitHub Discussions" ] ];
      return to.length === 0 ? [] : [ {
        done: false,
        what: `announcement to ${to.join(", ")}`
      } ];
    }
    function downstreamItems(observation) {
      if (observation.tag === null) return observation.train.downstream.map(({name: name, repository: repository}) => ({
        done: false,
        what: `${name} (${repository})`
      }));
      return observation.downstream.flatMap(state => {
        const {downstream: downstream, pullRequest: pullRequest} = state;
        const parts = downstreamParts(state, observation);
        const open = parts.filter(({done: done}) => !done);
        if (parts.length === 0) return [];
        const name = `${downstream.name} (${downstream.repository})`;
        if (open.length === 0) return [ {
          done: true,
          what: name
        } ];
        if (pullRequest !== null) return [ {
          done: false,
          what: [ `${name}: `, {
            link: pullRequest.title,
            href: pullRequest.url
          }, " is open" ]
        } ];
        return [ {
          done: false,
          what: [ `${name}: `, ...open.map(({what: what}, index) => index === 0 ? what : [ "; ", what ]) ]
        } ];
      });
    }
    function isUpToDate(state, observation) {
      return downstreamParts(state, observation).every(({done: done}) => done);
    }
    function downstreamParts({written: written, matrix: matrix}, observation) {
      return [ ...writtenItems(written, observation), ...matrixItems(matrix, observation) ];
    }
    function releasedMembers(train, {version: version, reasons: reasons}, carried, said) {
      return new Map([ ...train.components, ...train.external ].map(member => {
        const leads = "leads" in member && member.leads;
        const after = leads ? version : said.get(member.id) ?? null;
        const before = carried.get(member.id) ?? null;
        return [ member.id, {
          before: before,
          after: after,
          released: after !== null,
          reasons: leads ? reasons : [],
          problem: null,
          warnings: []
        } ];
      }));
    }
    async function plannedMembers(train, world, subject, {carried: carried, said: said}) {
      const {hotfix: hotfix, version: version, previous: previous, reasons: reasons} = subject;
      const before = id => carried.get(id) ?? null;
      const [components, facts] = await Promise.all([ Promise.all(train.components.map(async component => [ component.id, component.leads ? {
        before: previous,
        after: version,
        released: false,
        reasons: reasons,
        problem: null,
        warnings: []
      } : planComponent(await factsOf(world, component, before(component.id)), hotfix) ])), Promise.all(train.external.map(one => externalFacts(world, one, before(one.id), said.get(one.id) ?? null))) ]);
      const external = facts.map(one => [ one.external.id, planExternal(one, hotfix) ]);
      return {
        members: new Map([ ...components, ...external ]),
        facts: facts
      };
    }
    async function factsOf(world, component, carried) {
      const {name: name, repository: repository, branch: branch} = component;
      const head = await world.head(repository, branch);
      const releases = await releasesOf(world, component);
      const facts = {
        name: name,
        carried: carried,
        releases: releases
      };
      if (head === null) return {
        ...facts,
        next: null,
        problem: noBranch(repository, branch)
      };
      if (carried !== null && releases.length === 0) return {
        ...facts,
        next: null,
        problem: noTags(component)
      };
      try {
        const decision = await nextVersion(world, component, {
          head: head,
          version: null,
          line: null,
          releases: releases
        });
        const next = {
          ...decision,
          previous: decision.previous?.version ?? null
        };
        return {
          ...facts,
          next: next,
          problem: null
        };
      } catch (error) {
        if (!(error instanceof plan.yo)) throw error;
        return {
          ...facts,
          next: null,
          problem: {
            message: `${name}: ${error.message}`,
            advice: error.advice ?? ""
          }
        };
      }
    }
    function noBranch(repository, branch) {
      return {
        message: `${repository} has no branch “${branch}”, or this token cannot see it.`,
        advice: "Correct “repository” or “branch” in the manifest, or give a token that may read it."
      };
    }
    async function releasesOf(world, member) {
      const template = new packages_versions.N6(member.tag, `tag of ${member.id}`);
      const tags = await world.history(member.repository).tags(template.prefix);
      const versions = tags.flatMap(tag => template.parse(tag)?.version ?? []);
      return [ ...new Set(versions) ].filter(one => !(0, packages_versions.V1)(one)).sort((a, b) => (0, 
      packages_versions.Zy)(b, a));
    }
    async function externalFacts(world, external, carried, written) {
      const releases = await releasesOf(world, external);
      const [newest] = releases;
      const isNew = newest !== void 0 && (written === null || (0, packages_versions.Zy)(newest, written) > 0);
      const published = isNew ? await world.published(external.repository, tagOf(external, newest)) : null;
      return {
        external: external,
        carried: carried,
        written: written,
        releases: releases,
        newestOn: published?.publishedOn ?? null
      };
    }
    async function observe(train, world, subject) {
      const leading = leader(train);
      const {version: version, ref: ref, commit: commit, hotfix: hotfix, today: today, ignoreFreeze: ignoreFreeze} = subject;
      const {repository: repository} = leading;
      const [written, matrix, carried] = await Promise.all([ readWritten(world, {
        repository: repository,
        ref: ref
      }, leading.versions), matrixAt(train, world, leading, ref), carriedBy(train, world, leading, subject.previous) ]);
      const said = versionsSaid(train, written, matrix);
      const {members: members, facts: facts} = commit === null ? await plannedMembers(train, world, subject, {
        carried: carried,
        said: said
      }) : {
        members: releasedMembers(train, subject, carried, said),
        facts: []
      };
      const found = {
        train: train,
        version: version,
        today: today,
        hotfix: hotfix,
        ignoreFreeze: ignoreFreeze,
        members: members,
        written: written,
        matrix: matrix
      };
      const adoptions = facts.flatMap(one => adoptionOf(one, train.calendar, today) ?? []);
      const images = await observe_imagesOf(train, world, members, commit !== null);
      return commit === null ? {
        ...found,
        adoptions: adoptions,
        images: images,
        ...await beforeTag(train, world, subject)
      } : {
        ...found,
        adoptions: adoptions,
        images: images,
        ...await afterTag(train, world, version, commit)
      };
    }
    async function beforeTag(train, world, {version: version, ref: ref}) {
      const leading = leader(train);
      const [copies, bundle, pullRequests] = await Promise.all([ copiesAt(world, leading, ref), bundleAt(train, world, ref), world.pullRequests(leading.repository) ]);
      const about = openAbout(pullRequests, tagOf(leading, version));
      return {
        copies: copies,
        bundle: bundle,
        pullRequests: about,
        tag: null,
        catalog: NO_CATALOG,
        announced: [],
        downstream: []
      };
    }
    async function afterTag(train, world, version, commit) {
      const leading = leader(train);
      const [tag, catalog, announced, downstream] = await Promise.all([ tagState(world, leading, version, commit), catalogState(train, world, version), train.announce === null ? Promise.resolve([]) : world.announced(leading.repository, tagOf(leading, version)), downstreamStates(train, world, version) ]);
      return {
        tag: tag,
        catalog: catalog,
        announced: announced,
        downstream: downstream,
        copies: [],
        bundle: null,
        pullRequests: []
      };
    }
    const NO_CATALOG = {
      state: "none",
      url: null
    };
    async function matrixAt(train, world, component, ref) {
      const rows = matrixRows(train).map(({name: name}) => name);
      const {repository: repository, matrix: matrix} = component;
      return matrix === null ? null : readMatrix(world, {
        repository: repository,
        ref: ref
      }, matrix, rows);
    }
    async function carriedBy(train, world, leading, previous) {
      if (previous === null) return new Map;
      const ref = tagOf(leading, previous);
      const written = await readWritten(world, {
        repository: leading.repository,
        ref: ref
      }, leading.versions);
      const said = versionsSaid(train, written, await matrixAt(train, world, leading, ref));
      return said.set(leading.id, previous);
    }
    function observe_imagesOf(train, world, members, isTagged) {
      const wanted = train.components.flatMap(component => {
        const {after: after = null, released: isOut = false} = members.get(component.id) ?? {};
        return after === null || !isOut ? [] : component.images.map(image => ({
          component: component.id,
          image: image,
          after: after
        }));
      });
      return Promise.all(wanted.map(async ({component: component, image: image, after: after}) => {
        const tag = new packages_versions.N6(image.tag, `tag of ${image.name}`).format(after);
        const isPromoted = isTagged && image.channels.includes("stable");
        const [digest, stable] = await Promise.all([ world.digest(image.name, tag), isPromoted ? world.digest(image.name, "stable") : Promise.resolve(null) ]);
        return {
          component: component,
          image: image,
          digest: digest,
          channels: new Map(isPromoted ? [ [ "stable", stable ] ] : [])
        };
      }));
    }
    async function tagState(world, leading, version, commit) {
      const tag = tagOf(leading, version);
      return {
        tag: tag,
        commit: commit,
        release: await world.published(leading.repository, tag)
      };
    }
    function copiesAt(world, {repository: repository, crds: crds}, ref) {
      return Promise.all(crds.map(async copy => ({
        copy: copy,
        ref: await world.copiedFrom(repository, copy, ref)
      })));
    }
    async function bundleAt({bundle: bundle, components: components}, world, ref) {
      const owner = components.find(({id: id}) => id === bundle?.component);
      if (bundle === null || owner === void 0) return null;
      const csv = await world.file(owner.repository, `bundle/manifests/${bundle.package}.clusterserviceversion.yaml`, ref);
      return csv === null ? null : /^ {2}version: *["']?([^\s"']+)/m.exec(csv)?.[1] ?? null;
    }
    async function catalogState({bundle: bundle}, world, version) {
      if (bundle === null) return NO_CATALOG;
      const {catalog: catalog, directory: directory} = bundle;
      if (await world.hasDirectory(catalog, `${directory}/${version}`, "main")) return {
        state: "merged",
        url: null
      };
      const found = (await world.pullRequests(catalog)).find(({title: title, branch: branch}) => mentions(title, bundle.package) && (mentions(title, version) || mentions(branch, version)));
      return found === void 0 ? NO_CATALOG : {
        state: found.state,
        url: found.url
      };
    }
    function downstreamStates(train, world, version) {
      const tag = tagOf(leader(train), version);
      const rows = matrixRows(train).map(({name: name}) => name);
      return Promise.all(train.downstream.map(async downstream => {
        const {repository: repository, branch: ref} = downstream;
        const [written, matrix, pullRequests] = await Promise.all([ readWritten(world, {
          repository: repository,
          ref: ref
        }, downstream.versions), downstream.matrix === null ? Promise.resolve(null) : readMatrix(world, {
          repository: repository,
          ref: ref
        }, downstream.matrix, rows), world.pullRequests(repository) ]);
        return {
          downstream: downstream,
          written: written,
          matrix: matrix,
          pullRequest: openAbout(pullRequests, tag)[0] ?? null
        };
      }));
    }
    function openAbout(pullRequests, tag) {
      return pullRequests.filter(({state: state, title: title, branch: branch}) => state === "open" && (mentions(title, tag) || mentions(branch, tag))).map(({title: title, url: url}) => ({
        title: title,
        url: url
      }));
    }
    function mentions(text, word) {
      const at = text.indexOf(word);
      if (at < 0) return false;
      const [before = "", after = ""] = [ text[at - 1], text[at + word.length] ];
      const isEdge = neighbour => !/[\d.]/.test(neighbour);
      return isEdge(before) && isEdge(after) || mentions(text.slice(at + 1), word);
    }
    function judgeRelease(observation) {
      const {train: train, version: version, today: today, members: members} = observation;
      const items = itemsOf(observation);
      const isOver = id => items[id].every(({done: done}) => done) || observation.tag !== null && BEFORE_TAG.includes(id);
      const current = STEPS.find(({id: id}) => !isOver(id))?.id ?? null;
      const blockedBy = current === null ? [] : blockersOf(current, observation);
      const stateOf = id => {
        if (items[id].length === 0) return "none";
        if (isOver(id)) return "done";
        if (id === "downstream" && current === "announce") return "ready";
        if (id !== current) return "waiting";
        return blockedBy.length > 0 ? "blocked" : "ready";
      };
      return {
        version: version,
        stage: current ?? "complete",
        next: blockedBy.length > 0 ? null : current,
        steps: STEPS.map(({id: id, title: title}, index) => ({
          id: id,
          number: index + 1,
          title: title,
          state: stateOf(id),
          items: items[id]
        })),
        blockedBy: blockedBy,
        frozen: train.calendar !== null && isFrozen(train.calendar, today),
        sprint: train.calendar === null ? null : sprintOf(train.calendar, today),
        members: members,
        adoptions: observation.adoptions,
        deadlines: deadlinesOf(observation),
        warnings: stage_warningsOf(observation, items)
      };
    }
    const BEFORE_TAG = [ "components", "references", "bundle" ];
    function blockersOf(step, observation) {
      const {train: train, members: members, catalog: catalog} = observation;
      const problems = ids => ids.flatMap(id => {
        const problem = members.get(id)?.problem ?? null;
        return problem === null ? [] : [ {
          step: step,
          ...problem,
          url: null
        } ];
      });
      const leading = train.components.filter(({leads: leads}) => leads).map(({id: id}) => id);
      const others = [ ...train.components.filter(({leads: leads}) => !leads), ...train.external ].map(({id: id}) => id);
      switch (step) {
       case "components":
       case "references":
        return [ ...freeze(step, observation), ...problems([ ...leading, ...others ]) ];

       case "tag":
        return problems(leading);

       case "catalog":
        return catalog.state === "closed" ? [ {
          step: step,
          message: `The pull request to ${train.bundle?.catalog} was closed without a merge.`,
          advice: "Read there why, mend the bundle and propose it again.",
          url: catalog.url
        } ] : [];

       case "stable":
        return train.bundle === null || catalog.state === "merged" ? [] : [ {
          step: step,
          message: `${train.bundle.catalog} has not merged the bundle yet.`,
          advice: "Look at its checks and reviews; stable tags move once it is merged.",
          url: catalog.url
        } ];

       case "bundle":
       case "announce":
       case "downstream":
        return [];
      }
    }
    function freeze(step, {train: train, today: today, hotfix: hotfix, ignoreFreeze: ignoreFreeze, members: members}) {
      if (train.calendar === null || hotfix || ignoreFreeze || !isFrozen(train.calendar, today)) return [];
      const begun = train.components.some(({id: id, leads: leads}) => {
        const {before: before = null, after: after = null, released: released = false} = members.get(id) ?? {};
        return !leads && released && before !== null && after !== before;
      });
      if (begun) return [];
      const {number: number, lastDay: lastDay} = sprintOf(train.calendar, today);
      return [ {
        step: step,
        message: `Sprint ${number} is frozen until ${lastDay}.`,
        advice: `Begin on ${addDays(lastDay, 1)}, or set “ignore-freeze: true”. A hotfix is not held up.`,
        url: null
      } ];
    }
    function deadlinesOf(observation) {
      const publishedOn = observation.tag?.release?.publishedOn;
      if (publishedOn === void 0) return [];
      return observation.downstream.map(state => {
        const {name: name, withinDays: withinDays} = state.downstream;
        const due = addDays(publishedOn, withinDays);
        const isMet = isUpToDate(state, observation);
        return {
          name: name,
          due: due,
          state: isMet ? "met" : observation.today > due ? "overdue" : "due"
        };
      });
    }
    function stage_warningsOf(observation, items) {
      const late = observation.adoptions.filter(({state: state}) => state === "overdue").map(({external: external, version: version, due: due}) => ({
        message: `${external.name} ${version} was to be adopted by ${due}.`,
        advice: `Write ${version} where ${observation.train.file} says, and test it.`
      }));
      const missed = deadlinesOf(observation).filter(({state: state}) => state === "overdue").map(({name: name, due: due}) => ({
        message: `${name} was to have ${observation.version} by ${due}.`,
        advice: "Open the pull request there, or see why it is not merged."
      }));
      const early = tooEarly(observation).map(name => ({
        message: `${name}:stable has moved before the catalog merged ${observation.version}.`,
        advice: "Users of stable run what the catalog may still refuse. Move it back, or get the bundle merged."
      }));
      const wrong = observation.tag === null ? [] : BEFORE_TAG.flatMap(id => items[id]).filter(({done: done}) => !done);
      const tagged = wrong.map(({what: what}) => ({
        message: `The tag ${observation.tag?.tag} does not hold what it should: ${plainText(what)}.`,
        advice: "A tag never moves: correct it in the next release."
      }));
      return [ ...[ ...observation.members.values() ].flatMap(({warnings: warnings}) => warnings), ...late, ...missed, ...early, ...tagged ];
    }
    function tooEarly({train: train, tag: tag, catalog: catalog, images: images, members: members}) {
      if (train.bundle === null || tag === null || catalog.state === "merged") return [];
      return images.filter(({digest: digest, channels: channels}) => digest !== null && channels.get("stable") === digest).filter(({component: component}) => members.get(component)?.before !== members.get(component)?.after).map(({image: image}) => image.name);
    }
    function plainText(text) {
      if (typeof text === "string") return text;
      if ("code" in text) return text.code;
      return "link" in text ? text.link : text.map(plainText).join("");
    }
    function releaseRequest(inputs) {
      const {hotfix: hotfix, ignoreFreeze: ignoreFreeze, today: today} = inputs;
      const version = inputs.version === "" ? null : (0, packages_versions.BC)(inputs.version, "Input “version”");
      const line = inputs.line === "" ? null : (0, packages_versions.PC)(inputs.line, "Input “line”");
      if (version !== null && line !== null && (0, packages_versions.lZ)((0, packages_versions.cA)(version), line) !== 0) throw new plan.yo(`Input “version” is ${version}, which is not of release line ${(0, 
      packages_versions.IL)(line)} (input “line”).`, {
        advice: "Leave one of the two out."
      });
      return {
        version: version,
        hotfix: hotfix,
        line: line,
        ignoreFreeze: ignoreFreeze,
        today: today
      };
    }
    async function findRelease(train, world, request) {
      const leading = leader(train);
      const releases = await releasesOf(world, leading);
      const look = async subject => {
        const observation = await observe(train, world, subject);
        return {
          observation: observation,
          judgement: judgeRelease(observation),
          unfinished: null
        };
      };
      if (request.version !== null) {
        const tagged = await taggedSubject(world, leading, request.version, releases, request);
        return look(tagged ?? await nextSubject(world, leading, releases, request));
      }
      const line = request.line;
      const newest = releases.find(one => line === null || (0, packages_versions.lZ)((0, 
      packages_versions.cA)(one), line) === 0) ?? null;
      if (newest === null || request.hotfix) return look(await nextSubject(world, leading, releases, request));
      const last = await taggedSubject(world, leading, newest, releases, request);
      const found = last === null ? null : await look(last);
      if (found !== null && found.judgement.stage !== "complete" && !isForgotten(found.observation)) return found;
      const own = await nextSubject(world, leading, releases, request);
      if (line !== null) return own.version === newest && found !== null ? found : look(own);
      const next = own.version === newest ? {
        ...own,
        ...patchAfter(newest),
        ref: leading.branch,
        commit: null
      } : own;
      const first = await look(next);
      const brought = broughtByMembers(first.observation);
      if (brought === null && own.version === newest && found !== null) return found;
      const unfinished = found === null || found.judgement.stage === "complete" ? null : found.judgement;
      return {
        ...brought === null ? first : await look({
          ...next,
          ...brought
        }),
        unfinished: unfinished
      };
    }
    function patchAfter(previous) {
      const {major: major, minor: minor, patch: patch} = (0, packages_versions.rT)(previous);
      return {
        version: (0, packages_versions.E4)(major, minor, patch + 1),
        previous: previous
      };
    }
    function broughtByMembers({train: train, version: version, members: members}) {
      const last = members.get(leader(train).id)?.before ?? null;
      if (last === null || (0, packages_versions.lZ)((0, packages_versions.cA)(last), (0, 
      packages_versions.cA)(version)) !== 0) return null;
      const moved = [ ...members ].flatMap(([id, {before: before, after: after}]) => before === null || after === null || (0, 
      packages_versions.Zy)(after, before) <= 0 || id === leader(train).id ? [] : [ {
        name: findMember(train, id, train.file).name,
        before: before,
        after: after
      } ]);
      const newLine = moved.find(({before: before, after: after}) => (0, packages_versions.lZ)((0, 
      packages_versions.cA)(after), (0, packages_versions.cA)(before)) > 0);
      const cause = newLine ?? moved[0];
      if (cause === void 0) return null;
      const {major: major, minor: minor} = (0, packages_versions.rT)(version);
      const because = `because ${cause.name} goes from ${cause.before} to ${cause.after}`;
      return newLine === void 0 ? {
        version: version,
        reasons: [ `patch after ${last}, ${because}` ]
      } : {
        version: (0, packages_versions.E4)(major, minor + 1, 0),
        reasons: [ `minor after ${last}, ${because}` ]
      };
    }
    function isForgotten({train: train, tag: tag, today: today}) {
      const publishedOn = tag?.release?.publishedOn;
      const days = train.calendar === null ? 14 : Math.max(7, (train.calendar.sprintWeeks - 1) * 7);
      return publishedOn !== void 0 && daysBetween(publishedOn, today) > days;
    }
    async function taggedSubject(world, leading, version, releases, {hotfix: hotfix, ignoreFreeze: ignoreFreeze, today: today}) {
      const history = world.history(leading.repository);
      const tag = tagOf(leading, version);
      const tags = await history.tags(new packages_versions.N6(leading.tag, `tag of ${leading.id}`).prefix);
      if (!tags.includes(tag)) return null;
      return {
        version: version,
        previous: releaseBefore(version, releases),
        ref: tag,
        commit: await history.commitOf(tag),
        reasons: [],
        hotfix: hotfix,
        ignoreFreeze: ignoreFreeze,
        today: today
      };
    }
    async function nextSubject(world, leading, releases, request) {
      const {hotfix: hotfix, ignoreFreeze: ignoreFreeze, today: today} = request;
      const line = lineFor(request, releases, leading);
      const {branch: branch, head: head} = await branchFor(world, leading, line);
      const decision = await nextVersion(world, leading, {
        head: head,
        version: request.version,
        line: line,
        releases: releases
      });
      return {
        version: decision.version,
        previous: releaseBefore(decision.version, releases),
        ref: decision.exists ? decision.tag : branch,
        commit: decision.exists ? decision.commit : null,
        reasons: decision.reasons,
        hotfix: hotfix,
        ignoreFreeze: ignoreFreeze,
        today: today
      };
    }
    function lineFor({line: line, hotfix: hotfix, version: version}, releases, {name: name}) {
      if (line !== null || !hotfix) return line;
      const of = version ?? releases[0];
      if (of !== void 0) return (0, packages_versions.cA)(of);
      throw new plan.yo(`There is no release of ${name} yet, so there is nothing to fix.`, {
        advice: "Leave “hotfix” out for the first release."
      });
    }
    async function branchFor(world, {repository: repository, branch: branch}, line) {
      const names = line === null ? [ branch ] : [ `release-${(0, packages_versions.IL)(line)}`, `v${(0, 
      packages_versions.IL)(line)}` ];
      const heads = await Promise.all(names.map(async name => ({
        branch: name,
        head: await world.head(repository, name)
      })));
      for (const {branch: name, head: head} of heads) if (head !== null) return {
        branch: name,
        head: head
      };
      const {message: message, advice: advice} = line === null ? noBranch(repository, branch) : noLine(repository, line, names);
      throw new plan.yo(message, {
        advice: advice
      });
    }
    function noLine(repository, line, names) {
      return {
        message: `${repository} has no branch ${names.map(name => `“${name}”`).join(" or ")} for release line ${(0, 
        packages_versions.IL)(line)}.`,
        advice: `Create “release-${(0, packages_versions.IL)(line)}” from the newest tag of the line and pick the fix to it.`
      };
    }
    function releaseBefore(version, releases) {
      const lower = releases.filter(one => !(0, packages_versions.V1)(one) && (0, packages_versions.Zy)(one, version) < 0);
      return lower.find(one => (0, packages_versions.lZ)((0, packages_versions.cA)(one), (0, 
      packages_versions.cA)(version)) === 0) ?? lower[0] ?? null;
    }
    function findDuplicates(manifest, at) {
      checkNames(manifest, at);
      checkRepositories(manifest, at);
      checkWrittenVersions(manifest, at);
    }
    function checkNames({components: components, external: external, downstream: downstream}, at) {
      for (const {key: key} of external) if (components.some(own => own.key === key)) at.problemAt([ "external", key ], "key", "duplicate-name", `“${key}” is a component and an external project.`, "What the train releases is a component, what it adopts is external: remove one of the two.");
      const names = [ ...components.map(({key: key, value: value}) => ({
        name: value.name,
        path: [ "components", key, "name" ]
      })), ...components.flatMap(({key: key, value: value}) => value.images.map(({row: row}, index) => ({
        name: row ?? "",
        path: [ "components", key, "images", index, "row" ]
      }))), ...external.map(({key: key, value: value}) => ({
        name: value.name,
        path: [ "external", key, "name" ]
      })) ];
      repeated(names, at, name => ({
        rule: "duplicate-name",
        message: `“${name}” names two rows of the support matrix.`,
        advice: "Give each its own name."
      }));
      repeated(downstream.map(({name: name}, index) => ({
        name: name,
        path: [ "downstream", index, "name" ]
      })), at, name => ({
        rule: "duplicate-name",
        message: `“${name}” names two downstream repositories.`,
        advice: "Give each its own name."
      }));
    }
    function checkRepositories({components: components, external: external, downstream: downstream}, at) {
      repeated(components.flatMap(({key: key, value: value}) => value.images.map(({name: name}, index) => ({
        name: name,
        path: [ "components", key, "images", index, "name" ]
      }))), at, name => ({
        rule: "duplicate-image",
        message: `The image ${name} is published twice; their tags would overwrite each other.`,
        advice: "Remove it from one of the components."
      }));
      const members = [ ...components.map(({key: key, value: value}) => ({
        section: "components",
        key: key,
        value: value
      })), ...external.map(({key: key, value: value}) => ({
        section: "external",
        key: key,
        value: value
      })) ];
      repeated(members.map(({section: section, key: key, value: {repository: repository, tag: tag}}) => ({
        name: repository === "" || tag === "" ? "" : `${repository} ${tag}`,
        path: [ section, key, "repository" ]
      })), at, name => ({
        rule: "duplicate-repository",
        message: `Two projects tag ${name.replace(" ", " with ")}; their releases could not be told apart.`,
        advice: "Give each its own repository, or its own tag template."
      }));
      repeated(downstream.map(({repository: repository}, index) => ({
        name: repository,
        path: [ "downstream", index, "repository" ]
      })), at, name => ({
        rule: "duplicate-repository",
        message: `The downstream repository ${name} is listed twice.`,
        advice: "Put all its versions into one entry."
      }));
    }
    function checkWrittenVersions({components: components, downstream: downstream}, at) {
      const lists = [ ...components.map(({key: key, value: value}) => ({
        versions: value.versions,
        path: [ "components", key, "versions" ]
      })), ...downstream.map(({versions: versions}, index) => ({
        versions: versions,
        path: [ "downstream", index, "versions" ]
      })) ];
      for (const {versions: versions, path: path} of lists) for (const [index, written] of versions.entries()) {
        const isBlank = at.isWrong([ ...path, index, "form" ]) || at.isWrong([ ...path, index, "key" ]);
        const wrong = isBlank ? null : faultOfKey(written);
        if (wrong !== null) at.problemAt([ ...path, index ], "value", "key-of-form", wrong.message, wrong.advice);
        const first = versions.findIndex(({file: file, form: form, key: key}) => file === written.file && form === written.form && key === written.key);
        if (first === index || written.file === "") continue;
        const same = versions[first]?.of === written.of;
        at.problemAt([ ...path, index ], "value", "duplicate-place", same ? `The same place in ${written.file} is listed twice.` : `The same place in ${written.file} holds the version of “${versions[first]?.of}” and of “${written.of}”.`, "Remove one of the two.");
      }
    }
    function faultOfKey({form: form, key: key}) {
      if (form === "version-file") return key === "" ? null : {
        message: "The form “version-file” takes no key: the file holds nothing but a version.",
        advice: "Remove “key”."
      };
      if (key === "") return {
        message: `The form “${form}” needs a key.`,
        advice: "Say what to look for in the file: see docs/manifest.md."
      };
      if (form !== "regex") return null;
      const advice = "Write a JavaScript regular expression with one capture group, around the version: VERSION=(\\S+)";
      try {
        const groups = (new RegExp(`${key}|`, "u").exec("")?.length ?? 1) - 1;
        return groups === 1 ? null : {
          message: `The expression has ${groups} capture groups; one is expected.`,
          advice: advice
        };
      } catch {
        return {
          message: `“${key}” is no regular expression.`,
          advice: advice
        };
      }
    }
    function repeated(items, at, problem) {
      const seen = new Set;
      for (const {name: name, path: path} of items) {
        const {rule: rule, message: message, advice: advice} = problem(name);
        if (seen.has(name.toLowerCase()) && name !== "") at.problemAt(path, "value", rule, message, advice);
        seen.add(name.toLowerCase());
      }
    }
    var dist = __webpack_require__(8815);
    const LISTED = 50;
    class ManifestError extends plan.yo {
      problems;
      constructor(file, problems) {
        const [first] = problems;
        super(problems.length === 1 && first !== void 0 ? first.message : listed(file, problems), {
          file: file,
          ...first?.line !== void 0 && {
            line: first.line
          },
          ...first?.column !== void 0 && {
            column: first.column
          },
          advice: problems.length === 1 && first !== void 0 ? first.advice : `Correct all of them in ${file}.`
        });
        this.problems = problems;
      }
    }
    function listed(file, problems) {
      const lines = problems.slice(0, LISTED).map(({line: line = 1, column: column = 1, message: message, advice: advice}) => `  ${line}:${column} ${message} ${advice}`);
      const rest = problems.length - lines.length;
      return [ `${file} has ${problems.length} problems:`, ...lines, ...rest > 0 ? [ `  and ${rest} more` ] : [] ].join("\n");
    }
    function shownPath(path) {
      return path.map((step, at) => typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${step}`).join("");
    }
    function shape_text(rule) {
      return {
        schema: {
          type: "string",
          pattern: rule.pattern.source,
          maxLength: rule.longest ?? LONGEST,
          examples: [ rule.example ],
          ...rule.format !== void 0 && {
            format: rule.format
          }
        },
        blank: "",
        read(given, at) {
          const node = at.open(given);
          if (!(0, dist.jn)(node) || typeof node.value !== "string") {
            at.problem("wrong-type", `${here(at)} is ${shown(node)}; expected ${rule.expected}.`, inQuotes(node, rule));
            return "";
          }
          if (node.type === "PLAIN" && YAML_11.test(node.value)) {
            at.problem("yaml-1.1", `${here(at)} is ${node.value} without quotes, which other readers of YAML take for something else than text.`, `Write it in quotes: "${node.value}".`);
            return "";
          }
          const wrong = faultOf(rule, node.value);
          if (wrong === null) return node.value;
          at.problem(rule.rule, `${here(at)} is “${clipped(node.value)}”; ${wrong}.`, suggestion(rule, node.value));
          return "";
        }
      };
    }
    function faultOf(rule, given) {
      const plausible = given.length <= (rule.longest ?? LONGEST) && rule.pattern.test(given);
      return plausible ? rule.fault?.(given) ?? null : `expected ${rule.expected}`;
    }
    function suggestion(rule, given) {
      const meant = given.length <= 1e3 ? rule.suggest?.(given) ?? null : null;
      return meant !== null && faultOf(rule, meant) === null ? didYouMean(meant) : `For example: ${rule.example}`;
    }
    function oneOf(words, blank, expected) {
      const names = Object.keys(words);
      const isWord = value => typeof value === "string" && Object.hasOwn(words, value);
      return {
        schema: {
          enum: names
        },
        blank: blank,
        read(given, at) {
          const node = at.open(given);
          const found = (0, dist.jn)(node) ? node.value : null;
          if (isWord(found)) return found;
          const close = typeof found === "string" ? nearest(found, names) : null;
          at.problem("unknown-word", `${here(at)} is ${shown(node)}; expected ${expected}.`, close === null ? `Known: ${names.join(", ")}.` : didYouMean(close));
          return blank;
        }
      };
    }
    function whole(min, max) {
      return {
        schema: {
          type: "integer",
          minimum: min,
          maximum: max
        },
        blank: min,
        read(given, at) {
          const node = at.open(given);
          const found = (0, dist.jn)(node) ? node.value : null;
          if (typeof found === "number" && Number.isInteger(found) && found >= min && found <= max) return found;
          const quoted = typeof found === "string" && /^\d+$/.test(found);
          at.problem(typeof found === "number" ? "out-of-range" : "wrong-type", `${here(at)} is ${shown(node)}; expected a whole number from ${min} to ${max}.`, quoted ? "Write it without quotes." : `For example: ${min}`);
          return min;
        }
      };
    }
    function flag() {
      return {
        schema: {
          type: "boolean"
        },
        blank: false,
        read(given, at) {
          const node = at.open(given);
          const found = (0, dist.jn)(node) ? node.value : null;
          if (typeof found === "boolean") return found;
          const word = typeof found === "string" ? found.toLowerCase() : "";
          const meant = /^(y|yes|on|true)$/.test(word) ? "true" : /^(n|no|off|false)$/.test(word) ? "false" : null;
          at.problem("wrong-type", `${here(at)} is ${shown(node)}; expected true or false.`, meant === null ? "Write true or false, without quotes." : didYouMean(meant));
          return false;
        }
      };
    }
    function shown(node) {
      if ((0, dist.jh)(node)) return "a mapping";
      if ((0, dist.oP)(node)) return "a list";
      if (!(0, dist.jn)(node) || node.value === null) return "empty";
      if (typeof node.value === "string") return `“${clipped(node.value)}”`;
      if (typeof node.value === "number" || typeof node.value === "boolean") return `the ${typeof node.value === "number" ? "number" : "truth value"} ${node.source ?? String(node.value)}`;
      return "binary data";
    }
    function here(at) {
      return at.path.length === 0 ? "the manifest" : shownPath(at.path);
    }
    function clipped(given) {
      const line = given.replaceAll(/\s+/g, " ").trim();
      return line.length > 60 ? `${line.slice(0, 59)}…` : line;
    }
    const didYouMean = word => `Did you mean “${word}”?`;
    function inQuotes(node, {example: example}) {
      if ((0, dist.jn)(node) && (typeof node.value === "number" || typeof node.value === "boolean")) return `Write it in quotes: "${node.source ?? String(node.value)}".`;
      return `For example: ${example}`;
    }
    const LONGEST = 255;
    const YAML_11 = /^(?:y|n|yes|no|on|off)$|^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$|^[-+]?0[0-7_]+$/i;
    function findContradictions(manifest, at) {
      checkLeader(manifest, at);
      checkReferences(manifest, at);
      checkOrder(manifest, at);
      findDuplicates(manifest, at);
      checkCalendar(manifest, at);
    }
    function checkLeader({components: components}, at) {
      const leading = components.filter(({value: value}) => value.leads);
      const names = leading.map(({key: key}) => key).join(", ");
      for (const {key: key} of leading.slice(1)) at.problemAt([ "components", key, "leads" ], "key", "one-leader", `Several components lead (${names}); exactly one gives the train its version.`, "Remove “leads” from all but one.");
      const unclear = components.some(({key: key}) => at.isWrong([ "components", key, "leads" ]));
      if (leading.length === 0 && components.length > 0 && !unclear) at.problemAt([ "components" ], "key", "one-leader", "No component leads; exactly one gives the train its version.", "Write “leads: true” in the component whose version is the version of the train.");
    }
    function checkReferences({components: components, external: external, bundle: bundle, downstream: downstream}, at) {
      const own = new Set(components.map(({key: key}) => key));
      const all = new Set([ ...own, ...external.map(({key: key}) => key) ]);
      const check = (id, known, path) => {
        if (id === "" || known.has(id)) return;
        const close = at.isCrowded ? null : nearest(id, known);
        at.problemAt(path, "value", "unknown-component", all.has(id) ? `“${id}” is external; a component is needed here.` : `“${id}” is not described in this manifest.`, `${close === null ? "" : `${didYouMean(close)} `}Known: ${few([ ...known ])}.`);
      };
      for (const {key: key, value: value} of components) {
        const within = [ "components", key ];
        value["depends-on"].forEach((id, index) => check(id, all, [ ...within, "depends-on", index ]));
        value.crds.forEach(({from: from}, index) => check(from, all, [ ...within, "crds", index, "from" ]));
        value.versions.forEach(({of: of}, index) => check(of, all, [ ...within, "versions", index, "of" ]));
      }
      for (const {key: key, value: value} of external) check(value.under ?? "", own, [ "external", key, "under" ]);
      check(bundle?.component ?? "", own, [ "bundle", "component" ]);
      downstream.forEach(({versions: versions}, place) => {
        versions.forEach(({of: of}, index) => check(of, all, [ "downstream", place, "versions", index, "of" ]));
      });
    }
    function checkOrder({components: components}, at) {
      const graph = new Map(components.map(({key: key, value: value}) => [ key, value["depends-on"] ]));
      const circle = findCycle(graph);
      if (circle !== null) {
        const [first = "", second = ""] = circle;
        at.problemAt([ "components", first, "depends-on", graph.get(first)?.indexOf(second) ?? 0 ], "value", "cycle", `The components depend on each other in a circle: ${circle.join(" -> ")}.`, "Remove one of these dependencies: nothing in the circle could be released first.");
        return;
      }
      for (const {key: key, value: value} of components) {
        const uses = [ ...value.crds.map(({from: from}, index) => ({
          id: from,
          path: [ "crds", index, "from" ],
          what: "CRDs"
        })), ...value.versions.map(({of: of}, index) => ({
          id: of,
          path: [ "versions", index, "of" ],
          what: "version"
        })) ];
        const before = uses.length === 0 ? new Set : reachable(graph, key);
        for (const {id: id, path: path, what: what} of uses) if (id === key && what === "CRDs") at.problemAt([ "components", key, ...path ], "value", "own-crds", `“${key}” would copy its own CRDs.`, "Name the component that owns them, or remove the entry."); else if (id !== key && graph.has(id) && !before.has(id)) at.problemAt([ "components", key, ...path ], "value", "undeclared-dependency", `“${key}” takes the ${what} of “${id}” but does not depend on it, so it could be released first.`, `Add “${id}” to “depends-on” of “${key}”.`);
      }
    }
    function checkCalendar({calendar: calendar}, at) {
      if (calendar === null || at.isWrong([ "calendar", "sprint-weeks" ]) || calendar["freeze-days"] < calendar["sprint-weeks"] * 7) return;
      at.problemAt([ "calendar", "freeze-days" ], "value", "freeze-too-long", `A freeze of ${calendar["freeze-days"]} days leaves nothing of a sprint of ${calendar["sprint-weeks"] * 7} days.`, "Keep the freeze short; PCF-ADR-003 thinks of 2 days.");
    }
    function reachable(graph, from) {
      const found = new Set;
      const open = [ ...graph.get(from) ?? [] ];
      for (let next = open.pop(); next !== void 0; next = open.pop()) {
        if (found.has(next)) continue;
        found.add(next);
        open.push(...graph.get(next) ?? []);
      }
      return found;
    }
    function few(names) {
      if (names.length === 0) return "none";
      return names.length <= 30 ? names.join(", ") : `${names.slice(0, 30).join(", ")} and ${names.length - 30} more`;
    }
    const LARGEST = 1024 * 1024;
    function readSource(content, file) {
      const text = decode(content, file);
      const lineCounter = new dist.HN;
      const document = (0, dist.parseDocument)(text, {
        lineCounter: lineCounter,
        prettyErrors: false,
        uniqueKeys: false
      });
      const place = offset => {
        const {line: line, col: col} = lineCounter.linePos(offset);
        return {
          line: Math.max(line, 1),
          column: Math.max(col, 1)
        };
      };
      const [error] = document.errors;
      if (error !== void 0) throw new plan.yo(`This is not YAML: ${plain(error.code, error.message)}.`, {
        file: file,
        ...place(error.pos[0]),
        advice: "Correct the line; the rest of the file is checked once it can be read."
      });
      if (document.directives?.yaml.version === "1.1" || document.directives?.yaml.explicit === true) throw new plan.yo("A %YAML directive chooses another version of YAML; this file is read as YAML 1.2.", {
        file: file,
        line: 1,
        column: 1,
        advice: "Remove the %YAML line."
      });
      const root = document.contents;
      if (root === null || (0, dist.jn)(root) && root.value === null) throw new plan.yo("The manifest is empty.", {
        file: file,
        line: 1,
        column: 1,
        advice: "Describe the train: see docs/manifest.md, or begin with a copy of examples/codeflare/release-train.yaml."
      });
      return {
        document: document,
        root: root,
        place: place
      };
    }
    function resolved(node, document) {
      return (0, dist.Vj)(node) ? node.resolve(document) ?? null : node;
    }
    function decode(content, file) {
      if ((typeof content === "string" ? Buffer.byteLength(content) : content.byteLength) > LARGEST) throw new plan.yo("The manifest is larger than 1 MiB.", {
        file: file,
        advice: "Give the path of a release-train.yaml; a train of hundreds of components fits into a tenth of that."
      });
      const text = typeof content === "string" ? content : utf8(content);
      if (text === null || text.includes("\0")) throw new plan.yo("The manifest is not UTF-8 text.", {
        file: file,
        advice: "Save it as UTF-8 (an editor may have written UTF-16 or Latin-1)."
      });
      return text;
    }
    function utf8(content) {
      try {
        return new TextDecoder("utf-8", {
          fatal: true
        }).decode(content);
      } catch (error) {
        if (error instanceof TypeError) return null;
        throw error;
      }
    }
    function plain(code, message) {
      if (code === "RESOURCE_EXHAUSTION") return "it is nested too deeply";
      if (code === "MULTIPLE_DOCS") return "there is a second document after “---”; a manifest is one document";
      return message.replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase()).replace(/[.:]$/, "");
    }
    const MOST_VALUES = 1e5;
    const MOST_PROBLEMS = 100;
    class Reading {
      path;
      #offsets;
      #shared;
      #name;
      constructor(shared, path, name, offsets) {
        this.#shared = shared;
        this.#offsets = offsets;
        this.#name = name;
        this.path = path;
      }
      static of(source, file) {
        const start = source.root.range?.[0];
        const shared = {
          source: source,
          file: file,
          problems: [],
          places: new Map,
          wrong: new Set,
          values: 0
        };
        return new Reading(shared, [], "", {
          key: start,
          value: start
        });
      }
      get problems() {
        return this.#shared.problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
      }
      isWrong(path) {
        return this.#shared.wrong.has(nameOf(path));
      }
      child(step, key, value) {
        const name = `${this.#name}\0${step}`;
        const [ofKey, ofValue] = [ key?.range?.[0], value?.range?.[0] ];
        const offsets = {
          key: ofKey ?? ofValue,
          value: ofValue ?? ofKey
        };
        if (!this.#shared.places.has(name)) this.#shared.places.set(name, offsets);
        return new Reading(this.#shared, [ ...this.path, step ], name, offsets);
      }
      open(node) {
        if (node === null) return null;
        this.#shared.values++;
        if (this.#shared.values > MOST_VALUES) {
          if (this.#shared.values === MOST_VALUES + 1) this.problem("too-large", `The manifest holds more than ${MOST_VALUES} values once its aliases are expanded.`, "Write it without aliases.");
          return null;
        }
        const target = resolved(node, this.#shared.source.document);
        if (target === null) this.problem("unknown-alias", "This alias has no anchor above it.", "Write the value out."); else if (target.tag !== void 0 && !CORE_TAGS.test(target.tag)) this.problem("explicit-tag", `The tag ${target.tag} has no meaning here.`, "Remove the tag.");
        return target;
      }
      get isCrowded() {
        return this.#shared.problems.length > MOST_PROBLEMS;
      }
      get exhausted() {
        return this.#shared.values > MOST_VALUES;
      }
      problem(rule, message, advice, on = "value") {
        this.#shared.wrong.add(this.#name);
        this.#note(this.#offsets[on], rule, message, advice);
      }
      problemAt(path, on, rule, message, advice) {
        const found = this.#shared.places.get(nameOf(path));
        if (found !== void 0 || path.length === 0) this.#note(found?.[on], rule, message, advice); else this.problemAt(path.slice(0, -1), "key", rule, message, advice);
      }
      lineOf(key) {
        const offset = this.#shared.places.get(`${this.#name}\0${key}`)?.key;
        return offset === void 0 ? void 0 : this.#shared.source.place(offset).line;
      }
      #note(offset, rule, message, advice) {
        const {file: file, problems: problems, source: source} = this.#shared;
        const place = source.place(offset ?? source.root.range?.[0] ?? 0);
        problems.push({
          severity: "error",
          rule: rule,
          message: message,
          advice: advice,
          file: file,
          ...place
        });
      }
    }
    const nameOf = path => path.map(step => `\0${step}`).join("");
    const CORE_TAGS = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;
    function listOf(item, bounds = {}) {
      const {least: least = 0, unique: unique = false} = bounds;
      return {
        schema: {
          type: "array",
          items: item.schema,
          ...least > 0 && {
            minItems: least
          },
          ...unique && {
            uniqueItems: true
          }
        },
        blank: [],
        read(given, at) {
          const node = at.open(given);
          if (!(0, dist.oP)(node)) {
            at.problem("wrong-type", `${here(at)} is ${shown(node)}; expected a list.`, "Write each item as “- …”.");
            return [];
          }
          if (node.items.length < least) at.problem("too-few", `${here(at)} is an empty list.`, `Give at least ${least}, or leave the key out.`);
          const read = [];
          const seen = new Set;
          for (const [index, value] of node.items.entries()) {
            const itemNode = nodeOf(value);
            const within = at.child(index, null, itemNode);
            const found = item.read(itemNode, within);
            if (unique && found !== "" && seen.has(found)) within.problem("duplicate", `${here(within)} repeats “${String(found)}”.`, "Remove one of the two.");
            read.push(found);
            seen.add(found);
          }
          return read;
        }
      };
    }
    function mapOf(key, value, least = 0) {
      const name = shape_text(key);
      return {
        schema: {
          type: "object",
          propertyNames: name.schema,
          additionalProperties: value.schema,
          ...least > 0 && {
            minProperties: least
          }
        },
        blank: [],
        read(given, at) {
          const node = at.open(given);
          if (!(0, dist.jh)(node)) {
            at.problem("wrong-type", `${here(at)} is ${shown(node)}; expected a mapping.`, `For example: “${key.example}: …”`);
            return [];
          }
          if (node.items.length < least) at.problem("too-few", `${here(at)} is empty.`, `Give at least ${least}.`);
          return entries(node, at).map(({key: found, keyNode: keyNode, value: valueNode}) => {
            const within = at.child(found, keyNode, valueNode);
            const wrong = faultOf(key, found);
            if (wrong !== null) within.problem(key.rule, `The key “${clipped(found)}”${inPath(at)} is wrong; ${wrong}.`, suggestion(key, found), "key");
            return {
              key: found,
              value: value.read(valueNode, within)
            };
          });
        }
      };
    }
    function required(shape, description) {
      return {
        shape: shape,
        description: description,
        required: true,
        absent: shape.blank,
        read: (node, at) => shape.read(node, at)
      };
    }
    function optional(shape, absent, description, absentText) {
      return {
        shape: shape,
        description: description,
        required: false,
        absent: absent,
        ...absentText !== void 0 && {
          absentText: absentText
        },
        read: (node, at) => shape.read(node, at)
      };
    }
    function record(what, fields) {
      const names = Object.keys(fields);
      return {
        fields: fields,
        schema: {
          type: "object",
          additionalProperties: false,
          required: names.filter(name => fields[name]?.required === true),
          properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [ name, propertySchema(field) ]))
        },
        blank: collect(fields, (_, field) => field.absent),
        read(given, at) {
          const node = at.open(given);
          if (!(0, dist.jh)(node)) {
            at.problem("wrong-type", `${here(at)} is ${shown(node)}; expected ${what}.`, `Its keys: ${names.join(", ")}.`);
            return this.blank;
          }
          const found = new Map(entries(node, at).map(entry => [ entry.key, entry ]));
          const misspelt = new Set;
          for (const {key: key, keyNode: keyNode, value: value} of found.values()) {
            if (Object.hasOwn(fields, key)) continue;
            const close = nearest(key, names);
            if (close !== null) misspelt.add(close);
            at.child(key, keyNode, value).problem("unknown-key", `“${clipped(key)}” is no key of ${what}${inPath(at)}.`, key === "<<" ? "Merge keys belong to YAML 1.1; write the keys out." : close === null ? `Its keys: ${names.join(", ")}.` : didYouMean(close), "key");
          }
          return collect(fields, (name, field) => {
            const entry = found.get(name);
            if (entry !== void 0 && !isAbsent(entry.value)) return field.read(entry.value, at.child(name, entry.keyNode, entry.value));
            if (entry !== void 0) at.child(name, entry.keyNode, entry.value).problem("no-value", `“${name}”${inPath(at)} has no value.`, "Give it a value, or remove the key.", "key"); else if (field.required && !misspelt.has(name)) at.problem("missing-key", `${at.path.length === 0 ? "The manifest" : here(at)} lacks “${name}”.`, `Add it. ${field.description}`, "key");
            return field.absent;
          });
        }
      };
    }
    function collect(fields, value) {
      return Object.fromEntries(Object.entries(fields).map(([name, field]) => [ name, value(name, field) ]));
    }
    function entries(map, at) {
      const found = new Map;
      for (const pair of map.items) {
        const [keyNode, value] = [ nodeOf(pair.key), nodeOf(pair.value) ];
        const key = (0, dist.jn)(keyNode) && typeof keyNode.value === "string" ? keyNode.value : null;
        if (key === null) {
          const given = (0, dist.jn)(keyNode) ? keyNode.source ?? String(keyNode.value) : "";
          at.child(given, keyNode, value).problem("wrong-key", `A key${inPath(at)} is ${shown(keyNode)}; expected text.`, given === "" ? "Write “name: value”." : `Write it in quotes: "${given}".`, "key");
        } else if (found.has(key)) at.child(key, keyNode, value).problem("duplicate-key", `“${clipped(key)}”${inPath(at)} is given twice; the first is in line ${at.lineOf(key)}.`, "Remove one of the two.", "key"); else {
          found.set(key, {
            key: key,
            keyNode: keyNode,
            value: value
          });
          at.child(key, keyNode, value);
        }
      }
      return [ ...found.values() ];
    }
    const inPath = at => at.path.length === 0 ? "" : ` in ${here(at)}`;
    const nodeOf = value => (0, dist.Ll)(value) ? value : null;
    const isAbsent = node => node === null || (0, dist.jn)(node) && node.value === null;
    function propertySchema({shape: shape, description: description, required: needed, absent: absent}) {
      const fallback = needed || absent === null || Array.isArray(absent) && absent.length === 0 ? {} : {
        default: absent
      };
      return {
        ...shape.schema,
        description: description,
        ...fallback
      };
    }
    const ID = {
      rule: "identifier",
      expected: "a short name of small letters, digits and “-”",
      example: "operator",
      pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      longest: 63,
      suggest: given => given.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "")
    };
    const TITLE = {
      rule: "title",
      expected: "a name on one line, without space around it",
      example: "CodeFlare Operator",
      pattern: /^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u,
      longest: 100,
      suggest: given => given.replaceAll(/[\s\p{Cc}]+/gu, " ").trim()
    };
    const REPOSITORY_NAME = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}\/[A-Za-z0-9._-]{1,100}$/;
    const REPOSITORY = {
      rule: "repository-name",
      expected: "OWNER/NAME of a GitHub repository",
      example: "project-codeflare/codeflare-operator",
      pattern: REPOSITORY_NAME,
      fault: given => /\/\.{1,2}$|\.git$/i.test(given) ? "GitHub has no repository of that name" : null,
      suggest: given => given.trim().replace(/^(?:https?:\/\/|ssh:\/\/)?(?:git@)?github\.com[/:]/i, "").replace(/[?#].*$/, "").split("/").slice(0, 2).join("/").replace(/\.git$/i, "")
    };
    const BRANCH = {
      rule: "branch-name",
      expected: "the name of a branch",
      example: "main",
      pattern: /^[^\s]+$/,
      fault: given => (0, packages_versions.pA)(given) ? null : "git takes no such name",
      suggest: given => given.trim().replace(/^refs\/heads\//, "")
    };
    const TAG = {
      rule: "tag-template",
      expected: "a template that holds {version} once",
      example: "v{version}",
      pattern: /^[^{}\s]*\{version\}[^{}\s]*$/,
      fault: given => faultOfTemplate(given),
      suggest: suggestTemplate
    };
    const EXTERNAL_TAG = {
      ...TAG,
      expected: "a template that holds {version} once and, after it, {n} at most once",
      pattern: /^[^{}\s]*\{version\}[^{}\s]*(?:\{n\}[^{}\s]*)?$/
    };
    const IMAGE_TAG = {
      ...TAG,
      expected: "a template of image tags that holds {version} once (no “/”)",
      pattern: /^(?:[A-Za-z0-9_][A-Za-z0-9._-]*)?\{version\}[A-Za-z0-9._-]*$/
    };
    const CHANNEL = {
      rule: "channel-tag",
      expected: "a tag that moves, such as dev or stable",
      example: "stable",
      pattern: /^[A-Za-z_][A-Za-z0-9._-]{0,127}$/,
      fault: given => /^v?\d+(?:\.\d+)*$/.test(given) ? "a version tag does not move" : null
    };
    const IMAGE = {
      rule: "image-name",
      expected: "REGISTRY/PATH of an image, without tag or digest",
      example: "quay.io/project-codeflare/codeflare-operator",
      pattern: /^(?:localhost|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+|[a-z0-9-]+(?=:))(?::[0-9]{1,5})?(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)+$/,
      suggest: given => given.trim().replace(/^(?:https?|docker|oci):\/\//i, "").replace(/@sha(?:256|512):.*$/i, "").replace(/:[^/:]*$/, "").toLowerCase()
    };
    const WORKFLOW = {
      rule: "workflow-file",
      expected: "the file name of a workflow in .github/workflows",
      example: "release.yml",
      pattern: /^[^\s/\\]+\.ya?ml$/,
      suggest: given => given.trim().split("/").at(-1) ?? null
    };
    const WORKFLOW_INPUT = {
      rule: "workflow-input",
      expected: "NAME=VALUE of an input of the workflow",
      example: "release-version={version}",
      pattern: /^[A-Za-z_][A-Za-z0-9_-]*=[^\p{Cc}]*$/u,
      longest: 1e3
    };
    const FILE = {
      rule: "path",
      expected: "a path within the repository, with “/” and without “..”",
      example: "config/manager/params.env",
      pattern: /^(?:[^/\\\p{Cc}]+\/)*[^/\\\p{Cc}]+\/?$/u,
      fault: given => /^[A-Za-z]:|^~/.test(given) || given.split("/").some(part => part === ".." || part === "." || part === ".git") ? "it leaves the repository or is not written the short way" : null,
      suggest: given => given.trim().replaceAll("\\", "/").replaceAll(/\/{2,}/g, "/").replace(/^(?:\.?\/)+/, "")
    };
    const DAY = {
      rule: "date",
      expected: "a day as YYYY-MM-DD",
      example: "2024-02-05",
      pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
      format: "date",
      fault: given => isDay(given) ? null : "there is no such day",
      suggest: given => {
        const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(given.trim());
        return match === null ? null : [ match[1], match[2]?.padStart(2, "0"), match[3]?.padStart(2, "0") ].join("-");
      }
    };
    const PACKAGE = {
      ...ID,
      rule: "package-name",
      expected: "the name of an OLM package: small letters, digits, “-” and “.”",
      example: "codeflare-operator",
      pattern: /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/
    };
    const BUNDLE_CHANNEL = {
      rule: "bundle-channel",
      expected: "the name of an OLM channel",
      example: "alpha",
      pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/,
      longest: 63
    };
    const KEY = {
      rule: "key",
      expected: "what to look for, on one line",
      example: "MCAD_VERSION",
      pattern: /^[^\p{Cc}]+$/u,
      longest: 1e3
    };
    const SLACK_CHANNEL = {
      rule: "slack-channel",
      expected: "a Slack channel: its name with “#”, or its id",
      example: "#codeflare-announce",
      pattern: /^(?:#[^\s#"']{1,80}|[CG][A-Z0-9]{8,})$/,
      suggest: given => `#${given.trim().replace(/^[#@]+/, "").toLowerCase()}`
    };
    const MAIL = {
      rule: "mail-address",
      expected: "a mail address",
      example: "codeflare-users@example.com",
      pattern: /^[^\s@<>,;"']+@[^\s@<>,;"']+$/,
      suggest: given => /<([^<>\s]+)>/.exec(given)?.[1] ?? null
    };
    function faultOfTemplate(given) {
      if (/[vV](?:[vV]|\.)\{version\}/.test(given)) return "versions have one “v” before them and nothing between";
      try {
        return new packages_versions.N6(given, "").text === given ? null : "it is no tag template";
      } catch (error) {
        if (!(error instanceof plan.yo)) throw error;
        return /: (?<why>[^:]*)\.$/.exec(error.message)?.groups?.["why"] ?? "it is no tag template";
      }
    }
    function suggestTemplate(given) {
      const braces = given.trim().replace(/\$?\{+\s*(?:version|VERSION|Version|vers|ver|semver)\s*\}+|%s|<version>/, "{version}");
      const one = braces.replace(/[vV](?:[vV]|\.)+\{version\}/, "v{version}");
      return one.includes("{version}") ? one : /^[A-Za-z/-]*$/.test(one) ? `${one}{version}` : null;
    }
    const FORM_KEYS = {
      makefile: "the variable",
      "go-mod": "the module",
      "kustomize-ref": "the address without scheme and `?ref=`",
      "kustomize-image": "the `name` of the image",
      "params-env": "the name before `=`, or the image",
      "yaml-image": "the image",
      imagestream: "the image, or the ImageStream",
      dockerfile: "the argument, or the image",
      "go-const": "the constant",
      "python-const": "the constant",
      pyproject: "the dependency, or `version`",
      "version-file": "nothing: the file holds only a version",
      json: "a JSON Pointer: `/dependencies/left-pad`",
      "markdown-table": "the first cell of the row",
      regex: "a JavaScript regular expression with one capture group"
    };
    const calendar = record("the calendar", {
      "sprint-weeks": required(whole(1, 26), "Length of a sprint in weeks. A release follows each sprint."),
      "first-day": required(shape_text(DAY), "First day of sprint 1. All days are days in UTC."),
      "freeze-days": optional(whole(0, 30), 0, "How many days at the end of a sprint are frozen.")
    });
    const schema_image = record("an image", {
      name: required(shape_text(IMAGE), "Where the image is kept: registry and path, without tag or digest."),
      tag: optional(shape_text(IMAGE_TAG), null, "Template of its version tags.", "as the component’s tags"),
      channels: optional(listOf(shape_text(CHANNEL), {
        unique: true
      }), [], "Tags that move: `dev` on each merge, `stable` after a release."),
      row: optional(shape_text(TITLE), null, "Its own row in the support matrix; it has the version of its component.", "no row")
    });
    const crdCopy = record("a copy of CRDs", {
      from: required(shape_text(ID), "Component or external project that owns the definitions."),
      path: required(shape_text(FILE), "Where they are in its repository."),
      to: required(shape_text(FILE), "The directory of this repository that they are copied into.")
    });
    const writtenVersion = record("a written version", {
      of: required(shape_text(ID), "Component or external project whose version is written there."),
      file: required(shape_text(FILE), "The file in this repository."),
      form: required(oneOf(FORM_KEYS, "makefile", "the name of a form in which versions are written"), "How it is written there."),
      key: optional(shape_text(KEY), "", "What to look for in the file; each form says what that is.", "none")
    });
    const matrix = record("a support matrix", {
      file: optional(shape_text(FILE), "README.md", "The file that holds it."),
      section: optional(shape_text(TITLE), "Compatibility Matrix", "Name of the marker comments, or of the heading, around it.")
    });
    const component = record("a component", {
      name: required(shape_text(TITLE), "As the support matrix shows it."),
      repository: required(shape_text(REPOSITORY), "Its repository on GitHub."),
      branch: optional(shape_text(BRANCH), "main", "The branch that releases are made from."),
      tag: optional(shape_text(TAG), "v{version}", "Template of its version tags."),
      leads: optional(flag(), false, "`true` for the one component whose version is the version of the train."),
      workflow: optional(shape_text(WORKFLOW), null, "Its release workflow, for `release-components`.", "a release is only a tag"),
      "workflow-inputs": optional(listOf(shape_text(WORKFLOW_INPUT), {
        unique: true
      }), [], "What it is given beyond its inputs `version`, `commit` and `correlation-id`, as `NAME=VALUE`; `{tag}`, `{version}` and `{commit}` stand for those of the release."),
      images: optional(listOf(schema_image), [], "The images that a release publishes."),
      "depends-on": optional(listOf(shape_text(ID), {
        unique: true
      }), [], "Components and external projects that it needs released before it."),
      crds: optional(listOf(crdCopy), [], "Custom resource definitions of others that are copied into its repository."),
      versions: optional(listOf(writtenVersion), [], "Where versions are written in its repository."),
      matrix: optional(matrix, null, "The support matrix kept in its repository.")
    });
    const external = record("an external project", {
      name: required(shape_text(TITLE), "As the support matrix shows it."),
      repository: required(shape_text(REPOSITORY), "Its repository on GitHub."),
      tag: optional(shape_text(EXTERNAL_TAG), "v{version}", "Template of its version tags; `{n}` stands for a build number."),
      "adopt-within-sprints": optional(whole(0, 26), null, "A release is adopted by the end of the sprint this many after the one in which it came out (ADR-003: 1 for KubeRay).", "no deadline"),
      under: optional(shape_text(ID), null, "Component below whose row the support matrix shows it (ADR-003: TorchX under the SDK).", "a row of its own")
    });
    const bundle = record("the bundle", {
      component: required(shape_text(ID), "Component whose operator the bundle installs."),
      package: required(shape_text(PACKAGE), "Name of the OLM package."),
      catalog: required(shape_text(REPOSITORY), "Repository of the catalog."),
      directory: optional(shape_text(FILE), null, "Where the catalog keeps its versions.", "`operators/<package>`"),
      channels: optional(listOf(shape_text(BUNDLE_CHANNEL), {
        least: 1,
        unique: true
      }), [ "alpha" ], "OLM channels, the default channel first.")
    });
    const downstream = record("a downstream repository", {
      name: required(shape_text(TITLE), "What people call it."),
      repository: required(shape_text(REPOSITORY), "Its repository on GitHub."),
      branch: optional(shape_text(BRANCH), "main", "The branch that is updated."),
      "within-days": optional(whole(0, 365), 7, "Days after the release by which it must be updated (ADR-003: a week)."),
      versions: optional(listOf(writtenVersion), [], "Where versions are written in it."),
      matrix: optional(matrix, null, "The support matrix kept in it.")
    });
    const announce = record("the announcement", {
      "slack-channel": optional(shape_text(SLACK_CHANNEL), null, "Slack channel.", "none"),
      "mail-to": optional(listOf(shape_text(MAIL), {
        unique: true
      }), [], "Mail addresses."),
      "discussion-category": optional(shape_text(TITLE), null, "Category of GitHub Discussions in the leading repository.", "none")
    });
    const manifest = record("a release train", {
      train: required(shape_text(ID), "Short name of the train."),
      title: required(shape_text(TITLE), "What people call the stack."),
      calendar: optional(calendar, null, "When releases happen. Without it there are no sprints, no freeze and no adoption deadlines."),
      components: required(mapOf(ID, component, 1), "What the train releases, in any order; exactly one leads."),
      external: optional(mapOf(ID, external), [], "What the train adopts from elsewhere."),
      bundle: optional(bundle, null, "The OLM bundle of the operator and the catalog it is published in.", "nothing is published"),
      downstream: optional(listOf(downstream), [], "Repositories that are updated after the release."),
      announce: optional(announce, null, "Where a release is announced.", "nowhere")
    });
    const PLACES = [ "release-train.yaml", ".github/release-train.yaml" ];
    async function loadManifest(workspace, path = "") {
      for (const place of path === "" ? PLACES : [ path ]) {
        const content = await workspace.read(place, "Input “manifest”");
        if (content !== null) return parseManifest(content, place);
      }
      throw new plan.yo(`There is no manifest: ${path === "" ? PLACES.join(" and ") : path} not found.`, {
        ...path !== "" && {
          file: path
        },
        advice: path === "" ? "Add a release-train.yaml that describes the train (docs/manifest.md), or give its path in “manifest”; in a workflow, check the repository out first." : "Correct the path in “manifest”: it is relative to the root of the checkout."
      });
    }
    function parseManifest(content, file) {
      const source = readSource(content, file);
      const at = Reading.of(source, file);
      const read = manifest.read(source.root, at);
      if (!at.exhausted) findContradictions(read, at);
      if (at.problems.length > 0) throw new ManifestError(file, at.problems);
      return trainOf(read, file);
    }
    function trainOf(read, file) {
      const {calendar: calendar, bundle: bundle, announce: announce} = read;
      return {
        file: file,
        id: read.train,
        title: read.title,
        calendar: calendar && {
          sprintWeeks: calendar["sprint-weeks"],
          firstDay: calendar["first-day"],
          freezeDays: calendar["freeze-days"]
        },
        components: read.components.map(({key: key, value: value}) => componentOf(key, value)),
        external: read.external.map(({key: key, value: value}) => ({
          id: key,
          name: value.name,
          repository: value.repository,
          tag: value.tag,
          adoptWithinSprints: value["adopt-within-sprints"],
          under: value.under
        })),
        bundle: bundle && {
          ...bundle,
          directory: bundle.directory ?? `operators/${bundle.package}`
        },
        downstream: read.downstream.map(({"within-days": withinDays, ...rest}) => ({
          ...rest,
          withinDays: withinDays
        })),
        announce: announce && {
          slackChannel: announce["slack-channel"],
          mailTo: announce["mail-to"],
          discussionCategory: announce["discussion-category"]
        }
      };
    }
    function componentOf(id, value) {
      const {"depends-on": dependsOn, "workflow-inputs": workflowInputs, images: images, ...rest} = value;
      return {
        ...rest,
        id: id,
        dependsOn: dependsOn,
        workflowInputs: workflowInputs,
        images: images.map(image => ({
          ...image,
          tag: image.tag ?? rest.tag.slice(rest.tag.lastIndexOf("/") + 1)
        }))
      };
    }
    function summarizeRelease(found) {
      const {observation: observation, judgement: judgement} = found;
      const {train: train} = observation;
      const tags = of => Object.fromEntries(membersOf(train).flatMap(member => {
        const planned = judgement.members.get(member.id);
        const version = planned === void 0 ? null : of(planned);
        return version === null ? [] : [ [ member.id, tagOf(member, version) ] ];
      }));
      const versions = tags(({after: after}) => after);
      return {
        stage: judgement.stage,
        next: judgement.next ?? "",
        done: judgement.steps.filter(({state: state}) => state === "done").map(({id: id, number: number, title: title}) => ({
          step: id,
          number: number,
          title: title
        })),
        "blocked-by": judgement.blockedBy,
        frozen: judgement.frozen,
        version: tagOf(leader(train), judgement.version),
        versions: versions,
        "previous-versions": tags(({before: before}) => before),
        "version-list": Object.entries(versions).map(([id, tag]) => `${id}=${tag}`).join("\n"),
        "stable-images": outputs_imagesOf(found, (image, tag) => image.channels.includes("stable") ? [ `${image.name}:${tag} => stable` ] : []).join("\n"),
        images: outputs_imagesOf(found, (image, tag, {id: id, leads: leads}) => [ `${id}=${image.name}:${leads && observation.tag === null ? "dev" : tag}` ]).join("\n"),
        adoptions: judgement.adoptions.map(({external: external, version: version, due: due, state: state}) => ({
          id: external.id,
          name: external.name,
          tag: tagOf(external, version),
          due: due,
          state: state
        })),
        downstream: observation.downstream.filter(state => !isUpToDate(state, observation)).map(({downstream: {name: name, repository: repository, branch: branch, matrix: matrix}}) => ({
          name: name,
          repository: repository,
          branch: branch,
          file: matrix?.file ?? "",
          section: matrix?.section ?? ""
        }))
      };
    }
    function outputs_imagesOf({observation: {train: train}, judgement: judgement}, about) {
      return train.components.flatMap(component => {
        const after = judgement.members.get(component.id)?.after ?? null;
        if (after === null) return [];
        return component.images.flatMap(image => about(image, new packages_versions.N6(image.tag, `tag of ${image.name}`).format(after), component));
      });
    }
    function matrixTable({observation: {train: train}, judgement: judgement}, server) {
      const rows = matrixRows(train).flatMap(({name: name, id: id}) => {
        const member = membersOf(train).find(one => one.id === id);
        const after = judgement.members.get(id)?.after ?? null;
        if (member === void 0 || after === null) return [];
        const tag = tagOf(member, after);
        return [ [ name.replaceAll("|", "\\|"), `[${tag}](${server}/${member.repository}/releases/tag/${encodeURIComponent(tag)})` ] ];
      });
      return {
        head: [ "Component", "Version" ],
        align: [],
        rows: rows
      };
    }
    function findingsOf({observation: {train: train}, judgement: {warnings: warnings, blockedBy: blockedBy}}) {
      return [ ...blockedBy.map(({step: step, message: message, advice: advice}) => ({
        severity: "warning",
        rule: `blocked-${step}`,
        message: message,
        advice: advice,
        file: train.file
      })), ...warnings.map(({message: message, advice: advice}) => ({
        severity: "warning",
        rule: "to-look-at",
        message: message,
        advice: advice,
        file: train.file
      })) ];
    }
    const membersOf = train => [ ...train.components, ...train.external ];
    const VERSION_INPUT = "version";
    const COMMIT_INPUT = "commit";
    const CORRELATION_INPUT = "correlation-id";
    async function lookAtRelease(world, component, version) {
      const tag = new packages_versions.N6(component.tag, `tag of ${component.id}`).format(version);
      const images = component.images.map(image => ({
        name: image.name,
        tag: new packages_versions.N6(image.tag, `tag of ${image.name}`).format(version)
      }));
      const [commit, page, digests] = await Promise.all([ world.tagCommit(component.repository, tag), component.workflow === null ? null : world.releasePage(component.repository, tag), Promise.all(images.map(image => world.digest(image.name, image.tag))) ]);
      return {
        commit: commit,
        page: page,
        images: images.map((image, index) => ({
          reference: `${image.name}:${image.tag}`,
          digest: digests[index] ?? null
        }))
      };
    }
    function lacking({commit: commit, page: page, images: images}, {workflow: workflow}) {
      return [ ...commit === null ? [ "tag" ] : [], ...workflow !== null && page === null ? [ "GitHub release" ] : [], ...images.flatMap(({reference: reference, digest: digest}) => digest === null ? [ reference ] : []) ];
    }
    function stateText(state, component) {
      if (state.commit === null) return null;
      const missing = lacking(state, component);
      return missing.length === 0 ? "released" : `begun, without ${missing.join(", ")}`;
    }
    async function refFor(world, component, version, given) {
      const {repository: repository, branch: branch} = component;
      const line = (0, packages_versions.IL)((0, packages_versions.cA)(version));
      const lines = given === "" && (0, packages_versions.rT)(version).patch > 0 ? [ `release-${line}`, `v${line}` ] : [];
      for (const name of [ given, ...lines, branch ]) {
        const head = name === "" ? null : await world.planning.head(repository, name);
        if (head !== null) return {
          ref: name,
          head: head,
          isLine: lines.includes(name)
        };
        if (name === given && name !== "") break;
      }
      throw new plan.yo(`${repository} has no branch “${given === "" ? branch : given}”, or this token cannot see it.`, {
        advice: given === "" ? "Correct “branch” in the manifest." : "Correct “ref”, or leave it out."
      });
    }
    async function planComponentRelease(train, world, {component: component, version: version, ref: given}) {
      const {id: id, repository: repository} = component;
      const tag = new packages_versions.N6(component.tag, `tag of ${id}`).format(version);
      const before = await lookAtRelease(world, component, version);
      if (before.commit !== null && lacking(before, component).length === 0) return {
        component: component,
        version: version,
        tag: tag,
        ref: component.branch,
        commit: before.commit,
        start: null,
        before: before
      };
      const {ref: ref, head: head, isLine: isLine} = await refFor(world, component, version, given);
      if (before.commit !== null) await checkPlace(world, component, {
        tag: tag,
        commit: before.commit,
        ref: ref,
        head: head
      }); else await checkVersion(world, component, {
        version: version,
        tag: tag,
        head: head,
        ref: ref,
        isLine: isLine
      });
      const commit = before.commit ?? head;
      const {workflow: workflow} = component;
      if (workflow === null) return {
        component: component,
        version: version,
        tag: tag,
        ref: ref,
        commit: commit,
        start: null,
        before: before
      };
      const file = await world.workflow(repository, workflow, ref);
      const correlation = `${train.id}/${id}/${tag}`;
      const versions = {
        [VERSION_INPUT]: tag,
        ...valuesOf(component, {
          tag: tag,
          version: version,
          commit: commit
        })
      };
      const inputs = inputsFor(component, file, ref, versions, {
        [COMMIT_INPUT]: commit,
        [CORRELATION_INPUT]: correlation
      });
      const isNamed = CORRELATION_INPUT in inputs && new RegExp(`inputs\\.${CORRELATION_INPUT}\\b`).test(file?.runName ?? "");
      return {
        component: component,
        version: version,
        tag: tag,
        ref: ref,
        commit: commit,
        start: {
          workflow: workflow,
          ref: ref,
          inputs: inputs,
          correlation: correlation,
          isNamed: isNamed
        },
        before: before
      };
    }
    async function checkPlace(world, {name: name, repository: repository}, {tag: tag, commit: commit, ref: ref, head: head}) {
      if (await world.planning.history(repository).contains(head, commit)) return;
      throw new plan.yo(`${name}: tag ${tag} is on commit ${commit.slice(0, 12)}, which branch ${ref} does not have.`, {
        advice: "A version tag never moves. Release under the next version, or give the branch that has it as “ref”."
      });
    }
    async function checkVersion(world, component, {version: version, tag: tag, head: head, ref: ref, isLine: isLine}) {
      const releases = await releasesOf(world.planning, component);
      const line = isLine ? (0, packages_versions.cA)(version) : null;
      const decision = await nextVersion(world.planning, component, {
        head: head,
        version: version,
        line: line,
        releases: releases
      });
      const {previous: previous} = decision;
      if (previous === null || previous.commit !== head) return;
      const older = (0, packages_versions.lZ)((0, packages_versions.cA)(previous.version), (0, 
      packages_versions.cA)(version)) === 0 && isLine;
      throw new plan.yo(`${component.name}: ${tag} would be the same commit as ${previous.tag}: nothing is new on branch ${ref}.`, {
        advice: older ? `Pick the fix to branch ${ref} first, or give another branch as “ref”.` : `Keep ${previous.tag} in this release. A version that brings nothing is burnt.`
      });
    }
    function valuesOf({workflowInputs: workflowInputs}, {tag: tag, version: version, commit: commit}) {
      return Object.fromEntries(workflowInputs.map(line => {
        const at = line.indexOf("=");
        const value = line.slice(at + 1).replaceAll("{tag}", tag).replaceAll("{version}", version).replaceAll("{commit}", commit);
        return [ line.slice(0, at), value ];
      }));
    }
    function inputsFor({name: name, repository: repository, workflow: workflow, workflowInputs: workflowInputs}, file, ref, versions, others) {
      const known = {
        ...others,
        ...versions
      };
      const where = `.github/workflows/${workflow} of ${repository}`;
      if (file === null) throw new plan.yo(`${name}: there is no ${where} on ${ref}.`, {
        advice: "Correct “workflow” in the manifest, or add the workflow (template “component-release”). Without “workflow” the release is only a tag."
      });
      const declared = file.inputs;
      if (declared === null) throw new plan.yo(`${name}: ${where} cannot be started: it has no “on: workflow_dispatch:”.`, {
        advice: "Add that trigger, with an input “version”."
      });
      const asked = workflowInputs.map(line => line.slice(0, line.indexOf("=")));
      const undeclared = asked.find(one => !declared.has(one));
      if (undeclared !== void 0) throw new plan.yo(`${name}: ${where} has no input “${undeclared}”, which the manifest gives it.`, {
        advice: `Its inputs are: ${[ ...declared.keys() ].join(", ") || "none"}. Correct “workflow-inputs” in the manifest.`
      });
      const missing = [ ...declared ].find(([input, {required: required}]) => required && known[input] === void 0);
      if (missing !== void 0) throw new plan.yo(`${name}: ${where} requires the input “${missing[0]}”, and nobody gives it.`, {
        advice: `Say under “workflow-inputs” in the manifest what it gets, for example “${missing[0]}={version}”.`
      });
      if (!Object.entries(versions).some(([input, value]) => declared.has(input) && /\d+\.\d+\.\d+/.test(value))) throw new plan.yo(`${name}: ${where} takes no version: it would release what it likes.`, {
        advice: "Give it an input “version”, or say under “workflow-inputs” which input is the version."
      });
      return Object.fromEntries(Object.entries(known).filter(([input]) => declared.has(input)));
    }
    function reportComponents(releases, stateOf, runs) {
      const open = releases.filter(one => lacking(stateOf(one), one.component).length > 0);
      const rows = releases.map(release => {
        const {component: component, tag: tag} = release;
        const state = stateOf(release);
        const run = runs.find(one => one.component === component.id);
        return [ component.name, state.page === null ? tag : (0, plan.nf)(tag, state.page), stateWords(release, state), state.commit === null ? "" : (0, 
        plan.aY)(state.commit.slice(0, 12)), run === void 0 ? "" : (0, plan.nf)(`${run.conclusion ?? "under way"}`, run.url) ];
      });
      return [ (0, plan.R_)("Components"), (0, plan.FY)(summaryOf(releases.length, open.length)), (0, 
      plan.tp)([ "Component", "Version", "State", "Commit", "Run" ], rows), ...releases.length > 1 ? [ (0, 
      plan.a4)(orderGraph(releases, stateOf)) ] : [] ];
    }
    function summaryOf(all, open) {
      if (all === 0) return "The train has no other components.";
      if (open === 0) return all === 1 ? "It is released." : `All ${all} are released.`;
      return `${all - open} of ${all} are released.`;
    }
    function stateWords({component: component, start: start, before: before}, state) {
      const missing = lacking(state, component);
      if (missing.length === 0) return before === state ? "✅ released before" : "✅ released now";
      if (state.commit !== null) return `⚠️ begun; missing: ${missing.join(", ")}`;
      return start === null ? "▶️ to be tagged" : `▶️ to be released by ${start.workflow}`;
    }
    function orderGraph(releases, stateOf) {
      const places = new Map(releases.map(({component: component}, index) => [ component.id, `n${index}` ]));
      return [ "flowchart LR", ...releases.map(release => {
        const {component: component, tag: tag} = release;
        const sign = lacking(stateOf(release), component).length === 0 ? "✅ " : "";
        return `  ${places.get(component.id)}["${sign}${component.name.replaceAll(/["<>&#]/g, " ")}<br/>${tag}"]`;
      }), ...releases.flatMap(({component: component}) => component.dependsOn.flatMap(need => {
        const from = places.get(need);
        return from === void 0 ? [] : [ `  ${from} --\x3e ${places.get(component.id)}` ];
      })) ].join("\n");
    }
    const UNTIL_SHOWN = [ 1e3, 3e3, 1e4 ];
    class ReleaseWave {
      #world;
      #entries;
      #options;
      #findings=[];
      #made;
      constructor(world, releases, options) {
        this.#world = world;
        this.#options = options;
        this.#entries = new Map(releases.map(release => [ release.component.id, {
          release: release,
          before: stateText(release.before, release.component),
          after: options.wait || release.start === null ? "released" : "started",
          run: null,
          state: "planned",
          error: null,
          failures: [],
          acted: false,
          seen: release.before
        } ]));
      }
      changes() {
        return [ ...this.#entries.values() ].map(entry => {
          const {component: component, tag: tag} = entry.release;
          return {
            action: entry.release.start === null ? "create" : "run",
            subject: entry.release.start === null ? `tag ${tag} of ${component.repository}` : `release ${tag} of ${component.repository}`,
            before: entry.before,
            after: entry.after,
            reason: reasonOf(entry.release),
            probe: async () => {
              if (this.#made !== void 0 && !entry.acted) return entry.before;
              if (entry.after === "started" && entry.run !== null) return "started";
              const state = entry.acted ? entry.seen : await this.#look(entry);
              return stateText(state, component);
            },
            act: async () => {
              this.#made ??= this.#make();
              await this.#made;
              entry.acted = true;
            }
          };
        });
      }
      seen({component: component}) {
        return this.#entries.get(component.id)?.seen ?? null;
      }
      runs() {
        return [ ...this.#entries.values() ].flatMap(({run: run}) => run ?? []);
      }
      findings() {
        return this.#findings;
      }
      async #look(entry) {
        const {component: component, version: version} = entry.release;
        entry.seen = await lookAtRelease(this.#world, component, version);
        return entry.seen;
      }
      async #make() {
        const ends = new Map;
        for (const [id, entry] of this.#entries) {
          const needs = entry.release.component.dependsOn.flatMap(need => ends.get(need) ?? []);
          ends.set(id, this.#afterwards(entry, needs));
        }
        const settled = await Promise.allSettled(ends.values());
        const defect = settled.find(one => one.status === "rejected");
        if (defect !== void 0) throw defect.reason;
        const open = [ ...this.#entries.values() ].filter(({state: state}) => state === "failed" || state === "held back");
        if (open.length > 0) throw notReleased(open, [ ...this.#entries.values() ]);
      }
      async #afterwards(entry, needs) {
        if (!(await Promise.all(needs)).every(Boolean)) {
          entry.state = "held back";
          return false;
        }
        try {
          await this.#release(entry);
          entry.state = "done";
          return true;
        } catch (error) {
          if (!(error instanceof plan.SS)) throw error;
          entry.state = "failed";
          entry.error = error;
          this.#options.log(`${release_wave_nameOf(entry.release)}: ${error.message}`);
          return false;
        }
      }
      async #release(entry) {
        const {component: component, tag: tag, commit: commit, start: start} = entry.release;
        const {log: log} = this.#options;
        if (start === null) {
          if (entry.release.before.commit === null) {
            await this.#world.createTag(component.repository, tag, commit);
            log(`${component.name}: tagged ${tag}.`);
          }
          await this.#whole(entry, this.#untilBuilt());
          return;
        }
        const started = await this.#world.start(component.repository, start);
        log(`${release_wave_nameOf(entry.release)}: ${started.adopted ? "is under way already" : "started"}, ${started.url}`);
        entry.run = told(entry.release, started, null);
        if (!this.#options.wait) return;
        let ended = await this.#followed(entry, started);
        if (started.adopted && ended.conclusion === "success" && !start.isNamed) if (lacking(await this.#look(entry), component).length > 0) {
          const again = await this.#world.start(component.repository, start);
          log(`${release_wave_nameOf(entry.release)}: the run under way was for something else; ${again.url}`);
          ended = await this.#followed(entry, again);
        }
        const state = await this.#whole(entry, ended.conclusion === "success" ? UNTIL_SHOWN : [], ended);
        this.#check(entry, state, ended);
      }
      async #followed(entry, run) {
        const {component: component} = entry.release;
        const ended = await this.#world.ended(component.repository, run, line => this.#options.log(`${release_wave_nameOf(entry.release)}: ${line}`));
        entry.run = told(entry.release, ended, ended.conclusion);
        this.#options.log(`${release_wave_nameOf(entry.release)}: the run ${ended.words}.`);
        return ended;
      }
      async #whole(entry, pauses, ended = null) {
        const {component: component} = entry.release;
        let state = await this.#look(entry);
        for (const pause of pauses) {
          if (lacking(state, component).length === 0) return state;
          await this.#options.sleep(pause);
          state = await this.#look(entry);
        }
        if (lacking(state, component).length === 0) return state;
        if (ended === null) throw unbuilt(entry.release, state);
        if (ended.conclusion !== "success") entry.failures = await this.#world.failures(component.repository, {
          ...ended,
          adopted: true
        });
        throw incomplete(entry, state, ended);
      }
      * #untilBuilt() {
        const start = this.#options.now();
        for (let pause = 2e3; this.#options.now() - start + pause <= this.#options.timeoutMs; pause = Math.min(3e4, pause * 1.5)) yield pause;
      }
      #check({release: release}, state, ended) {
        const finding = (rule, message, advice) => this.#findings.push({
          severity: "warning",
          rule: rule,
          message: message,
          advice: advice
        });
        if (ended.conclusion !== "success") finding("run-failed-after-release", `${release_wave_nameOf(release)} is released, and its run ${ended.words} (${ended.url}).`, "Tag, release and images are there; look what came after them in the run.");
        if (state.commit !== release.commit) finding("other-commit", `${release_wave_nameOf(release)} is on ${state.commit?.slice(0, 12)}; ${release.commit.slice(0, 12)} was planned.`, "The workflow took the branch as it was when it ran. Give it an input “commit”, and tag that.");
      }
    }
    const release_wave_nameOf = ({component: component, tag: tag}) => `${component.name} ${tag}`;
    function told({component: component}, {id: id, url: url}, conclusion) {
      return {
        component: component.id,
        repository: component.repository,
        id: id,
        url: url,
        conclusion: conclusion
      };
    }
    function reasonOf({component: component, start: start, commit: commit, ref: ref, before: before}) {
      const on = `${commit.slice(0, 12)} of ${ref}`;
      const what = start === null ? `a tag on ${on}` : `workflow ${start.workflow} on ${on}`;
      const after = component.dependsOn.length === 0 ? "" : `, after ${component.dependsOn.join(", ")}`;
      return before.commit === null ? `${what}${after}` : `${what}${after}, to finish what was begun`;
    }
    function unbuilt(release, state) {
      return new plan._7(`${release_wave_nameOf(release)} is tagged; missing: ${lacking(state, release.component).join(", ")}.`, {
        advice: "Look what builds its images when a tag is pushed, then run again. (A tag made with the default token starts no workflow.)"
      });
    }
    function incomplete(entry, state, {conclusion: conclusion, words: words, url: url}) {
      const {release: release, failures: failures} = entry;
      const missing = lacking(state, release.component).join(", ");
      const [first] = failures;
      const where = first === void 0 ? "" : ` in job “${first.name}”${first.step === null ? "" : `, step “${first.step}”`}: ${first.url}`;
      return conclusion === "success" ? new plan.yo(`${release_wave_nameOf(release)}: its run succeeded (${url}); missing: ${missing}.`, {
        advice: "Look what the workflow released instead: does it use its input for the version? Then run again."
      }) : new plan.yo(`${release_wave_nameOf(release)}: its run ${words}${where === "" ? ` (${url})` : where}; missing: ${missing}.`, {
        advice: NEXT_STEP[conclusion] ?? "Mend it there, then run this again (or re-run the failed jobs there first)."
      });
    }
    const NEXT_STEP = {
      cancelled: "If nobody cancelled it, a newer run pushed it out of the queue of its concurrency group (“queue: max” keeps all). Run this again.",
      action_required: "Approve it on its page, then run this again: it waits for that run.",
      skipped: "Look at the “if:” of its jobs, then run this again.",
      timed_out: "Look what took so long, then run this again.",
      startup_failure: "Mend the workflow file, then run this again."
    };
    function notReleased(open, all) {
      const failed = open.filter(({state: state}) => state === "failed");
      const held = open.filter(({state: state}) => state === "held back");
      const done = all.filter(({state: state}) => state === "done");
      const [only] = failed;
      const message = [ ...failed.map(({error: error}) => error?.message ?? ""), ...held.length === 0 ? [] : [ `Held back, because they depend on it: ${held.map(({release: release}) => release_wave_nameOf(release)).join(", ")}.` ], ...done.length === 0 ? [] : [ `Released: ${done.map(({release: release}) => release_wave_nameOf(release)).join(", ")}.` ] ].join(" ");
      const advices = new Set(failed.flatMap(({error: error}) => error?.advice ?? []));
      return new (only?.error instanceof plan._7 ? plan._7 : plan.yo)(message, {
        advice: `${[ ...advices ].join(" ")} What was released is found then and not released again.`,
        report: failed.flatMap(({release: release, failures: failures}) => failures.flatMap(failure => logReport(release, failure)))
      });
    }
    function logReport(release, {name: name, step: step, url: url, tail: tail}) {
      const where = step === null ? name : `${name} / ${step}`;
      if (tail.length === 0) return [ (0, plan.FY)(`${release_wave_nameOf(release)}: `, (0, 
      plan.nf)(where, url)) ];
      return [ (0, plan.zH)([ `${release_wave_nameOf(release)}: the end of the log of `, (0, 
      plan.nf)(where, url) ], [ (0, plan.DV)(tail.join("\n")) ]) ];
    }
    function chosenComponents(train, names) {
      const named = new Set(names.map(name => findComponent(train, name, "Input “components”").id));
      return releaseOrder(train).filter(({id: id, leads: leads}) => named.size === 0 ? !leads : named.has(id));
    }
    async function planComponents(train, world, {components: names, versions: versions, ref: ref}, options) {
      const chosen = chosenComponents(train, names);
      const unknown = chosen.filter(({id: id}) => !versions.has(id));
      if (unknown.length > 0) throw new plan.yo(`No version is given for ${unknown.map(({name: name}) => name).join(", ")}.`, {
        advice: "Give “versions” as release-plan’s output “version-list” has them, or name fewer “components”."
      });
      const releases = await Promise.all(chosen.map(component => {
        const version = versions.get(component.id);
        if (version === void 0) throw new Error(`no version of ${component.id}`);
        return planComponentRelease(train, world, {
          component: component,
          version: version,
          ref: ref
        });
      }));
      const open = releases.filter(one => lacking(one.before, one.component).length > 0);
      const begun = options.wait ? open : open.filter(one => !needsOneOf(one, open));
      const wave = new ReleaseWave(world, begun, options);
      const stateOf = release => wave.seen(release) ?? release.before;
      return {
        changes: wave.changes(),
        findings: () => [ ...wave.findings(), ...waiting(open, begun) ],
        runs: () => wave.runs(),
        versions: Object.fromEntries(releases.map(({component: component, tag: tag}) => [ component.id, tag ])),
        released: () => releases.flatMap(one => releasedNow(one, stateOf(one))),
        report: () => reportComponents(releases, stateOf, wave.runs())
      };
    }
    function needsOneOf({component: component}, open) {
      return open.some(other => component.dependsOn.includes(other.component.id));
    }
    function waiting(open, begun) {
      const later = open.filter(one => !begun.includes(one)).map(({component: component, tag: tag}) => `${component.name} ${tag}`);
      if (later.length === 0) return [];
      return [ {
        severity: "info",
        rule: "begun-later",
        message: `Not begun yet, because what they depend on is not released: ${later.join(", ")}.`,
        advice: "Run again when it is, or with “wait: true”."
      } ];
    }
    function releasedNow({component: component, tag: tag}, state) {
      if (state.commit === null || lacking(state, component).length > 0) return [];
      return [ {
        component: component.id,
        repository: component.repository,
        version: tag,
        commit: state.commit,
        url: state.page,
        images: state.images.flatMap(({reference: reference, digest: digest}) => digest === null ? [] : [ {
          reference: reference,
          digest: digest
        } ])
      } ];
    }
    async function plannedVersions(train, world, now) {
      const today = dayOf(now, "Input “now”");
      const request = releaseRequest({
        version: "",
        line: "",
        hotfix: false,
        ignoreFreeze: false,
        today: today
      });
      const {judgement: judgement} = await findRelease(train, world, request);
      const [blocker] = judgement.blockedBy.filter(({step: step}) => step === "components");
      if (blocker !== void 0) throw new plan.yo(blocker.message, {
        advice: `${blocker.advice} Or give “versions”, as somebody decided them; then nothing is asked here.`
      });
      return new Map([ ...judgement.members ].flatMap(([id, {after: after}]) => after === null ? [] : [ [ id, after ] ]));
    }
    const SIGNS = {
      done: "✅ done",
      ready: "▶️ next",
      blocked: "⛔ blocked",
      waiting: "⏳ waits",
      none: "➖ none"
    };
    function reportRelease({observation: observation, judgement: judgement, unfinished: unfinished}) {
      const {train: train, pullRequests: pullRequests} = observation;
      return [ (0, plan.R_)(`${train.title} ${tagOf(leader(train), judgement.version)}`, 2), (0, 
      plan.FY)(report_summaryOf(judgement)), ...judgement.blockedBy.flatMap(({message: message, advice: advice, url: url}) => [ (0, 
      plan.FY)("⛔ ", url === null ? message : (0, plan.nf)(message, url), ` ${advice}`) ]), (0, 
      plan.tp)([ "", "Step", "State", "Left to do" ], judgement.steps.map(step => [ String(step.number), step.title, SIGNS[step.state], leftOf(step) ])), ...pullRequests.length === 0 ? [] : [ (0, 
      plan.FY)("Open pull requests: ", ...joined(pullRequests.map(({title: title, url: url}) => (0, 
      plan.nf)(title, url)))) ], ...report_warningsOf(judgement, unfinished), (0, plan.R_)("Versions"), (0, 
      plan.tp)([ "Component", "Last release", "This release", "Why" ], matrixRows(train).map(({name: name, id: id}) => [ name, ...versionCells(train, id, judgement.members.get(id)) ])), (0, 
      plan.R_)("Order"), (0, plan.a4)(dependencyGraph(train, judgement.members)), ...calendarOf(judgement), (0, 
      plan.zH)("Everything that was looked at", judgement.steps.flatMap(({number: number, title: title, items: items}) => [ (0, 
      plan.FY)(`${number}. ${title}`), (0, plan.p_)(items.length === 0 ? [ "nothing belongs to this step" ] : items.map(({done: done, what: what}) => [ done ? "✅ " : "⬜ ", what ])) ])) ];
    }
    function dependencyGraph(train, members) {
      const places = new Map([ ...train.components, ...train.external ].map(({id: id}, index) => [ id, `n${index}` ]));
      const label = member => {
        const version = members.get(member.id)?.after ?? null;
        return `${member.name.replaceAll(/["<>&#]/g, " ")}${version === null ? "" : `<br/>${tagOf(member, version)}`}`;
      };
      return [ "flowchart LR", ...train.components.map(one => one.leads ? `  ${places.get(one.id)}[["${label(one)}"]]` : `  ${places.get(one.id)}["${label(one)}"]`), ...train.external.map(one => `  ${places.get(one.id)}(["${label(one)}"])`), ...train.components.flatMap(({id: id, dependsOn: dependsOn}) => dependsOn.map(need => `  ${places.get(need)} --\x3e ${places.get(id)}`)) ].join("\n");
    }
    function report_summaryOf({stage: stage, next: next, steps: steps, blockedBy: blockedBy}) {
      if (stage === "complete") return "This release is complete.";
      const current = steps.find(({id: id}) => id === stage);
      const where = `Step ${current?.number} of ${steps.length}`;
      if (next !== null) return `${where} is next: ${current?.title}.`;
      return `${where} is held up${blockedBy.length > 1 ? ` for ${blockedBy.length} reasons` : ""}: ${current?.title}.`;
    }
    function leftOf({state: state, items: items}) {
      const open = items.filter(({done: done}) => !done);
      if (state !== "ready" && state !== "blocked") return "";
      const shown = open.slice(0, 6).map(({what: what}) => what);
      return [ ...joined(shown), open.length > shown.length ? `; and ${open.length - shown.length} more` : "" ];
    }
    function joined(parts) {
      return parts.map((part, index) => index === 0 ? part : [ "; ", part ]);
    }
    function versionCells(train, id, planned) {
      const member = [ ...train.components, ...train.external ].find(one => one.id === id);
      if (planned === void 0 || member === void 0) return [ "", "", "" ];
      const {before: before, after: after, reasons: reasons, problem: problem} = planned;
      const shown = version => version === null ? "unknown" : tagOf(member, version);
      const isNew = before !== null && after !== before;
      return [ before === null ? "" : shown(before), isNew ? `${shown(after)} ⬆️` : shown(after), problem === null ? reasons.join("; ") : problem.message ];
    }
    function report_warningsOf({warnings: warnings}, unfinished) {
      const left = unfinished?.steps.filter(({id: id, state: state}) => LASTING.has(id) && state !== "done" && state !== "none") ?? [];
      const before = left.map(({number: number, title: title}) => `Release ${unfinished?.version} was not finished: step ${number}, ${title}.`);
      const all = [ ...before, ...warnings.map(({message: message, advice: advice}) => `${message} ${advice}`) ];
      return all.length === 0 ? [] : [ (0, plan.R_)("To look at"), (0, plan.p_)(all) ];
    }
    const LASTING = new Set([ "catalog", "stable", "downstream" ]);
    function calendarOf({sprint: sprint, frozen: frozen, adoptions: adoptions, deadlines: deadlines}) {
      const adopted = adoptions.map(({external: external, version: version, releasedOn: releasedOn, due: due, state: state}) => [ `Adopt ${external.name} ${tagOf(external, version)}`, due ?? "no deadline", [ state === "overdue" ? "⚠️ overdue" : state, releasedOn === null ? "" : `, out since ${releasedOn}` ] ]);
      const told = deadlines.map(({name: name, due: due, state: state}) => [ `Update ${name}`, due, state === "overdue" ? "⚠️ overdue" : state ]);
      const sprints = sprint === null ? [] : [ [ `Sprint ${sprint.number} ends`, sprint.lastDay, `began on ${sprint.firstDay}` ], ...sprint.freezeFrom === null ? [] : [ [ "Freeze begins", sprint.freezeFrom, frozen ? "❄️ frozen now" : "not frozen now" ] ] ];
      const rows = [ ...sprints, ...adopted, ...told ];
      return rows.length === 0 ? [] : [ (0, plan.R_)("Calendar"), (0, plan.tp)([ "What", "Day", "" ], rows) ];
    }
  }
};
