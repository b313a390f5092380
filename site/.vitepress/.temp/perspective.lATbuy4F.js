const _imports_0 = "/docs/assets/perspective.CWqjdBxn.png";
export {
  _imports_0 as _
};
