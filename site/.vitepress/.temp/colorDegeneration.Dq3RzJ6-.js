const _imports_5 = "/docs/assets/colorDegeneration.C3Acggp4.png";
export {
  _imports_5 as _
};
