const _imports_6 = "/docs/assets/gamma.DAooEolI.png";
export {
  _imports_6 as _
};
