const _imports_4 = "/docs/assets/color.CWToXFcQ.png";
export {
  _imports_4 as _
};
