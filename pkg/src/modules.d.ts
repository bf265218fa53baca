// A wasm module that the host compiles: Cloudflare's runtime takes the plain path, Vercel's Edge Runtime the query.
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}
