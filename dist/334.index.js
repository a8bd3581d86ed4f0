export const id = 334;

export const ids = [ 334 ];

export const modules = {
  6334: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      fromMarkdown: () => _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.Y
    });
    var _lib_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7403);
  }
};
