// Tests that run in bare Node read TypeScript through the loader that runs the scripts.
import { fileURLToPath } from 'node:url';

process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
const [{ register: registerRequire }, { register: registerImport }] = await Promise.all([
  import('tsx/cjs/api'),
  import('tsx/esm/api'),
]);
registerRequire();
registerImport();
