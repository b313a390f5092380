const _imports_0 = "/docs/assets/solarizeAdd.Dx2skLjw.png";
export {
  _imports_0 as _
};
