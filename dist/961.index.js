export const id = 961;

export const ids = [ 961 ];

export const modules = {
  1108: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      gfmTable: () => syntax.x,
      gfmTableHtml: () => gfmTableHtml
    });
    const alignment = {
      none: "",
      left: ' align="left"',
      right: ' align="right"',
      center: ' align="center"'
    };
    function gfmTableHtml() {
      return {
        enter: {
          table(token) {
            const tableAlign = token._align;
            this.lineEndingIfNeeded();
            this.tag("<table>");
            this.setData("tableAlign", tableAlign);
          },
          tableBody() {
            this.tag("<tbody>");
          },
          tableData() {
            const tableAlign = this.getData("tableAlign");
            const tableColumn = this.getData("tableColumn");
            const align = alignment[tableAlign[tableColumn]];
            if (align === void 0) this.buffer(); else {
              this.lineEndingIfNeeded();
              this.tag("<td" + align + ">");
            }
          },
          tableHead() {
            this.lineEndingIfNeeded();
            this.tag("<thead>");
          },
          tableHeader() {
            const tableAlign = this.getData("tableAlign");
            const tableColumn = this.getData("tableColumn");
            const align = alignment[tableAlign[tableColumn]];
            this.lineEndingIfNeeded();
            this.tag("<th" + align + ">");
          },
          tableRow() {
            this.setData("tableColumn", 0);
            this.lineEndingIfNeeded();
            this.tag("<tr>");
          }
        },
        exit: {
          codeTextData(token) {
            let value = this.sliceSerialize(token);
            if (this.getData("tableAlign")) value = value.replace(/\\([\\|])/g, replace);
            this.raw(this.encode(value));
          },
          table() {
            this.setData("tableAlign");
            this.setData("slurpAllLineEndings");
            this.lineEndingIfNeeded();
            this.tag("</table>");
          },
          tableBody() {
            this.lineEndingIfNeeded();
            this.tag("</tbody>");
          },
          tableData() {
            const tableAlign = this.getData("tableAlign");
            const tableColumn = this.getData("tableColumn");
            if (tableColumn in tableAlign) {
              this.tag("</td>");
              this.setData("tableColumn", tableColumn + 1);
            } else this.resume();
          },
          tableHead() {
            this.lineEndingIfNeeded();
            this.tag("</thead>");
          },
          tableHeader() {
            const tableColumn = this.getData("tableColumn");
            this.tag("</th>");
            this.setData("tableColumn", tableColumn + 1);
          },
          tableRow() {
            const tableAlign = this.getData("tableAlign");
            let tableColumn = this.getData("tableColumn");
            while (tableColumn < tableAlign.length) {
              this.lineEndingIfNeeded();
              this.tag("<td" + alignment[tableAlign[tableColumn]] + "></td>");
              tableColumn++;
            }
            this.setData("tableColumn", tableColumn);
            this.lineEndingIfNeeded();
            this.tag("</tr>");
          }
        }
      };
    }
    function replace($0, $1) {
      return $1 === "|" ? $1 : $0;
    }
    var syntax = __webpack_require__(7749);
  },
  2328: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      B: () => factorySpaceMinMax,
      N: () => factorySpace
    });
    var micromark_util_character__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(401);
    function factorySpace(effects, ok, type, max) {
      const limit = max ? max - 1 : 1 / 0;
      let size = 0;
      return start;
      function start(code) {
        if ((0, micromark_util_character__WEBPACK_IMPORTED_MODULE_0__.On)(code)) {
          effects.enter(type);
          return prefix(code);
        }
        return ok(code);
      }
      function prefix(code) {
        if ((0, micromark_util_character__WEBPACK_IMPORTED_MODULE_0__.On)(code) && size++ < limit) {
          effects.consume(code);
          return prefix;
        }
        effects.exit(type);
        return ok(code);
      }
    }
    function factorySpaceMinMax(effects, ok, nok, type, min, max) {
      let size = 0;
      return start;
      function start(code) {
        if (max > 0 && (0, micromark_util_character__WEBPACK_IMPORTED_MODULE_0__.On)(code)) {
          effects.enter(type);
          return prefix(code);
        }
        return after(code);
      }
      function prefix(code) {
        if ((0, micromark_util_character__WEBPACK_IMPORTED_MODULE_0__.On)(code) && size < max) {
          effects.consume(code);
          size++;
          return prefix;
        }
        effects.exit(type);
        return after(code);
      }
      function after(code) {
        return size >= min ? ok(code) : nok(code);
      }
    }
  },
  401: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      BM: () => asciiDigit,
      CW: () => asciiAlpha,
      Ee: () => markdownLineEndingOrSpace,
      HP: () => markdownLineEnding,
      JQ: () => asciiControl,
      Ny: () => unicodeWhitespace,
      On: () => markdownSpace,
      cx: () => asciiAtext,
      es: () => unicodePunctuation,
      lV: () => asciiAlphanumeric,
      ok: () => asciiHexDigit,
      ol: () => asciiPunctuation
    });
    const asciiAlpha = regexCheck(/[A-Za-z]/);
    const asciiAlphanumeric = regexCheck(/[\dA-Za-z]/);
    const asciiAtext = regexCheck(/[#-'*+\--9=?A-Z^-~]/);
    function asciiControl(code) {
      return code !== null && (code < 32 || code === 127);
    }
    const asciiDigit = regexCheck(/\d/);
    const asciiHexDigit = regexCheck(/[\dA-Fa-f]/);
    const asciiPunctuation = regexCheck(/[!-/:-@[-`{-~]/);
    function markdownLineEnding(code) {
      return code !== null && code < -2;
    }
    function markdownLineEndingOrSpace(code) {
      return code !== null && (code < 0 || code === 32);
    }
    function markdownSpace(code) {
      return code === -2 || code === -1 || code === 32;
    }
    const unicodePunctuation = regexCheck(/\p{P}|\p{S}/u);
    const unicodeWhitespace = regexCheck(/\s/);
    function regexCheck(regex) {
      return check;
      function check(code) {
        return code !== null && code > -1 && regex.test(String.fromCharCode(code));
      }
    }
  }
};
