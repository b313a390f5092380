const _imports_19 = "/docs/assets/autocontrast.C1__uLs8.png";
export {
  _imports_19 as _
};
