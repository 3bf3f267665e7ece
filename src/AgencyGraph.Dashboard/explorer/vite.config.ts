import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/explorer/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/explorer',
    emptyOutDir: true,
    // What is in a file of its own needs no exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The editor is large, and read from this machine's own disk.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      // The directive is for a compiler that has run already.
      onwarn: (warning, tell) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || tell(warning),
    },
  },
});
