import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the staff API answers while developing; in production one origin serves both. */
const staffApi = process.env.STAFF_API ?? 'http://127.0.0.1:8788';

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', port: 8081, strictPort: true, proxy: { '/staff': { target: staffApi } } },
  build: {
    target: 'es2022',
    // The page's policy allows no `data:` and nothing inline, so everything stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // The shared packages hold only declarations; what the desk does not name need not come along.
      treeshake: { moduleSideEffects: (id) => !/\/packages\/(contracts|policy|policy-chongqing)\//.test(id) },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/\.pnpm\/(react|react-dom|scheduler|react-router)@/ },
            { name: 'query', test: /node_modules\/\.pnpm\/@tanstack/ },
          ],
        },
      },
    },
  },
});
