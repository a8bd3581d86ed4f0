export const id = 966;

export const ids = [ 966 ];

export const modules = {
  6966: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      fromMarkdown: () => _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.Y
    });
    var _lib_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(243);
  }
};
