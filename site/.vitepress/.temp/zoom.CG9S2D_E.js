const _imports_0 = "/docs/assets/zoom.C6y9oHHr.png";
export {
  _imports_0 as _
};
