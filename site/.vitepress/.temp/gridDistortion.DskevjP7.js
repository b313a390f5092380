const _imports_29 = "/docs/assets/gridDistortion.CrYCsVhU.png";
export {
  _imports_29 as _
};
