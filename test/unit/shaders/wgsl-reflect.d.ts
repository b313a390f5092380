/** The package describes its main entry only; this one, which Node loads as a module, exports the same. */
declare module "wgsl_reflect/wgsl_reflect.module.js" {
  export * from "wgsl_reflect";
}
