const _imports_26 = "/docs/assets/elastic.DAol0bTJ.png";
export {
  _imports_26 as _
};
