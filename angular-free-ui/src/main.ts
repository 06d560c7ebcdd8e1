import { createApp } from 'vue';
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import App from '@/App.vue';
import { router } from '@/app/router';
import { applyAppearance } from '@/framework/appearance';
import { i18n, savedLanguage, setLanguage } from '@/framework/i18n';
import '@/ui/tokens.css';
import '@/ui/base.css';

// A page that was just left may be shown at once when one comes back, and is read anew behind it. A network that comes back reads nothing
// anew: it comes and goes, and somebody may be writing.
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } } });

async function start() {
  if (import.meta.env.MODE === 'mocked') (await import('@/mocks')).startMocks();
  applyAppearance();
  await setLanguage(savedLanguage());
  createApp(App).use(i18n).use(VueQueryPlugin, { queryClient }).use(router).mount('#app');
}

void start();
