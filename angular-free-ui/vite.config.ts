import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const hub = process.env['HUB'] ?? 'http://localhost:5000';

export default defineConfig(({ mode }) => ({
  base: '/espace/',
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    // The policy of the host allows neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    outDir: mode === 'mocked' ? 'dist-mocked' : 'dist',
  },
  server: { proxy: { '/api': hub, '/connexion': hub } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test-setup.ts'],
    environmentOptions: { happyDOM: { url: 'http://localhost:5000/espace/jardins-de-vaise/' } },
  },
}));
