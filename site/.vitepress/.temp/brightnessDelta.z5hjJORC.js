const _imports_1 = "/docs/assets/brightnessDelta._FZeFGQd.png";
export {
  _imports_1 as _
};
