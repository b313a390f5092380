const _imports_0 = "/docs/assets/saltAndPepper.eFWWGUmP.png";
export {
  _imports_0 as _
};
