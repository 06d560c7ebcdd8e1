import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const hub = process.env['HUB'] ?? 'http://localhost:5000';

/**
 * Fails the build when the first load grows beyond 100 KB of script (Brotli), or the editor beyond 200 KB more, of 1,024 bytes:
 * on a phone's network that is what somebody waits for.
 */
const weigh: Plugin = {
  name: 'weigh',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [one] : []));
    const reach = (modules: readonly string[], known: ReadonlySet<string>): Set<string> => {
      const found = new Set<string>();
      const add = (file: string): void => {
        if (found.has(file) || known.has(file)) return;
        found.add(file);
        chunks.find((chunk) => chunk.fileName === file)?.imports.forEach(add);
      };
      for (const module of modules) {
        const chunk = chunks.find(({ facadeModuleId, moduleIds }) => [facadeModuleId, ...moduleIds].some((id) => id?.endsWith(module)));
        if (chunk === undefined) this.error(`${module} has no chunk of its own any more: look at what is weighed in vite.config.ts.`);
        add(chunk.fileName);
      }
      return found;
    };
    const check = (name: string, files: ReadonlySet<string>, most: number): void => {
      const size = chunks.filter(({ fileName }) => files.has(fileName)).reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
      if (size > most * 1024) this.error(`${name}: ${Math.ceil(size / 1024)} KB of script with Brotli, ${most} KB at most.`);
    };
    const first = reach(['/index.html', '/src/locales/fr/index.ts', '/src/app/AppShell.vue', '/src/app/HomePage.vue'], new Set());
    check('First load', first, 100);
    // They come after the first load, and grow with the screens.
    check('Words of the pages', reach(['/src/locales/fr/pages.ts'], first), 28);
    check('Editor', reach(['/src/modules/sites/pages/PageEditPage.vue', '/src/editor/BlockEditor.vue'], first), 200);
  },
};

export default defineConfig(({ mode }) => ({
  base: '/espace/',
  plugins: [vue(), weigh],
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
    // Longer than any wait in a test (framework/testing.ts): whichever is not over by then will not be.
    testTimeout: 30_000,
    environmentOptions: { happyDOM: { url: 'http://localhost:5000/espace/jardins-de-vaise/' } },
  },
}));
